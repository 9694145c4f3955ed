import type { LawThen, RuleThen } from '#case-package';
import { basesFor, conditionsOf, criteria } from '#casework';
import { capital, dayInWords, wordOf } from '#correspondence';
import { daysFrom, type LawRule, periodIn, rules, type RuleTables, versionOn } from '#deadlines';
import { inLanguage } from '#projections/audit-trail/norwegian';
import { type Pair, wordFor } from '#event-sourcing';
import type { TargetDay } from '#municipality';
import { type ItemCode, items, legalBases } from '#vocabulary';
import type { Language } from '../reading/language.js';
import { ownWordsOf, type Terms } from '../reading/own-words.js';

/** The rules that a case and a complaint about it go by. */
const told = {
  PRELIM_REPLY: ['svar eller foreløpig svar', 'svar eller førebels svar'],
  COMPLAINT_PBRL: [
    'klage etter pasient- og brukerrettighetsloven',
    'klage etter pasient- og brukarrettslova',
  ],
  COMPLAINT_FVL: ['klage etter forvaltningsloven', 'klage etter forvaltningslova'],
  COMPLAINT_LATE: [
    'når en for sen klage senest kan behandles',
    'når ei for sein klage seinast kan behandlast',
  ],
  COMPLAINT_HANDLING: ['kommunens behandling av klagen', 'behandlinga av klaga i kommunen'],
} as const satisfies Partial<Readonly<Record<keyof typeof rules, Pair>>>;

/** Each in the version that was in force on a day; of what the municipality had set itself days for, these. */
export const rulesOn = (
  day: string,
  language: Language,
  { tables, dayOf }: { readonly tables: RuleTables; readonly dayOf: TargetDay },
): readonly RuleThen[] =>
  (Object.keys(told) as (keyof typeof told)[]).map((id) => {
    const { legalBasis, versions } = rules[id];
    const { version, validFrom, period } = versionOn(tables[id as LawRule] ?? versions, day);
    const since =
      validFrom <= '1900-01-01' ? '' : `, ${inLanguage(language, ['fra', 'frå'])} ${dayInWords(validFrom)}`;
    const target = id === 'COMPLAINT_HANDLING' ? dayOf('COMPLAINT_HANDLED', day) : undefined;
    return {
      name: inLanguage(language, told[id]),
      legalBasis,
      ...(target === undefined
        ? { period: periodIn(language, period), version: `${version}${since}` }
        : {
            period: `${daysFrom(day, target)} ${inLanguage(language, ['dager', 'dagar'])}`,
            version: inLanguage(language, ['kommunens egen', 'kommunens eigen']),
          }),
    };
  });

/** A reference to the law that the municipality cites; its own words opened, undefined of what is not shown. */
export interface Cited {
  readonly name: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly replacedBy: readonly string[];
}

/** The law as it was on a day: of these items, or of every one that the law gives a right to. */
export function lawOn(
  day: string,
  { asked, cited }: { readonly asked: readonly ItemCode[]; readonly cited: readonly Cited[] },
  { language, terms }: { readonly language: Language; readonly terms: Terms },
): LawThen {
  const wordOfItem = (item: ItemCode) =>
    capital(inLanguage(language, wordFor(items, item, ownWordsOf(terms))));
  return {
    day,
    rights: (asked.length === 0 ? items.codes : asked).map((item) => ({
      item: wordOfItem(item),
      sections: basesFor([item], day).map((basis) => wordOf(legalBases, basis, language)),
      conditions: conditionsOf(item, day).map((one) =>
        inLanguage(language, wordFor(criteria, one, ownWordsOf(terms))),
      ),
    })),
    cited: cited.flatMap(({ name, validFrom, validUntil, replacedBy }) => {
      const isOfThen = (validFrom ?? day) <= day && day <= (validUntil ?? day);
      // When something was replaced that has no day is not known: it is not said to hold.
      const isKnown = validUntil !== undefined || replacedBy.length === 0;
      return name !== undefined && isOfThen && isKnown ? [{ name, since: validFrom }] : [];
    }),
  };
}
