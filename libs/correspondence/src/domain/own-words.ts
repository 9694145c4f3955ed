import type { Forms, Words } from './template/catalogue.js';
import { formsOf } from './template/catalogue.js';
import { type Language, languages } from './language.js';
import type { Fault } from './template/nodes.js';

/** The forms of each term that a profile may choose, by kind and code: what `words.json` holds. */
export type AllForms = Readonly<
  Record<
    'unit' | 'coordinator' | 'group' | 'meeting',
    Readonly<Record<string, Readonly<Record<Language, Forms>>>>
  >
>;
const kinds = ['unit', 'coordinator', 'group', 'meeting'] as const;

/** What a profile says of its words, and who decides. */
export interface Terms {
  readonly unitTerm: string;
  readonly coordinatorTerm: string;
  readonly groupTerm: string;
  readonly meetingTerm: string;
}

/** A municipality's own words in one language; of a term that is not known, those of the first. */
export function wordsOf(all: AllForms, terms: Terms, language: Language, decidedBy?: string): Words {
  const forms = (kind: (typeof kinds)[number], code: string): Forms =>
    (all[kind][code] ?? Object.values(all[kind])[0])?.[language] ?? {};
  const unit = forms('unit', terms.unitTerm);
  return {
    unit,
    coordinator: forms('coordinator', terms.coordinatorTerm),
    group: forms('group', terms.groupTerm),
    meeting: forms('meeting', terms.meetingTerm),
    decider: { by: byWhom(decidedBy, unit['name'] ?? '', language) },
  };
}

function byWhom(decidedBy: string | undefined, unit: string, language: Language): string {
  if (decidedBy === 'BOARD') return 'av tildelingsnemnda';
  if (decidedBy === 'TEAM') return language === 'nb' ? 'av koordinerende team' : 'av koordinerande team';
  return decidedBy === 'KE_MEETING' ? `i møte i ${unit}` : `av ${unit}`;
}

/** That each term has every form, in both languages. */
export function faultsInForms(file: string, all: AllForms): readonly Fault[] {
  return kinds.flatMap((kind) =>
    Object.entries(all[kind] ?? {}).flatMap(([code, told]) =>
      languages.flatMap((language) =>
        formsOf[kind]
          .filter((form) => (told[language]?.[form] ?? '') === '')
          .map((form) => ({ file, sentence: `${kind} ${code} has no “${form}” in ${language}.` })),
      ),
    ),
  );
}

/** What a municipality says of itself in its letters and nowhere else; the contact card has its telephone and address. */
export const ownFields = [
  'countyGovernor.name',
  'ombud.contact',
  'escalation.role',
  'signatory.title',
  'delegation.from',
  'delegation.reference',
  'contact.address',
  'contact.phone',
  'contact.digital',
] as const;
export type OwnField = (typeof ownFields)[number];
export type Own = Readonly<Partial<Record<OwnField, Readonly<Record<Language, string>>>>>;

/** Reads what one file says of a municipality: each field in one wording, or one for each language. */
export function ownIn(file: string, told: unknown): { readonly own: Own; readonly faults: readonly Fault[] } {
  const entries = typeof told === 'object' && told !== null ? Object.entries(told) : [];
  const faults: Fault[] = [];
  const own = entries.flatMap(([name, value]: [string, unknown]) => {
    if (!ownFields.some((one) => one === name)) {
      faults.push({ file, sentence: `“${name}” is not known. Known are ${ownFields.join(', ')}.` });
      return [];
    }
    if (typeof value === 'string') return [[name, { nb: value, nn: value }]];
    const { nb, nn } = (value ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof nb === 'string' && typeof nn === 'string') return [[name, { nb, nn }]];
    faults.push({ file, sentence: `“${name}” is a text, or one for nb and one for nn.` });
    return [];
  });
  return { own: Object.fromEntries(own) as Own, faults };
}
