import { type Pair, same } from '#event-sourcing/codes';
import type { Field } from '#event-sourcing/event';
import { caseWordings } from './casework.js';
import { competenceWordings } from './competence.js';
import { complaintWordings } from './complaint.js';
import { controlledDocumentWordings } from './controlled-document.js';
import { cooperationWordings } from './cooperation.js';
import { coordinationWordings } from './coordination.js';
import { crisisPlanWordings } from './crisis-plan.js';
import { documentWordings } from './document.js';
import { enquiryWordings } from './enquiry.js';
import { followUpWordings } from './follow-up.js';
import { fieldsOf } from './ids.js';
import { dayOf, inLanguage, type Language } from './norwegian.js';
import { importWordings } from './import.js';
import { reportWordings } from './report.js';
import { subscriptionWordings } from './subscription.js';
import { boardWordings, meetingWordings } from './meeting.js';
import { organisationWordings } from './organisation.js';
import { partyWordings } from './party.js';
import { planWordings } from './plan.js';
import { subjectWordings } from './subject.js';
import { changeIn, fieldOf, told } from './told.js';
import { staffCompetenceWordings, trainingWordings } from './training.js';
import { unitWordings } from './unit.js';
import type { RecordedEvent, Telling } from './values.js';
import type { Worded } from './wording.js';

const wordings = {
  ...caseWordings,
  ...coordinationWordings,
  ...subjectWordings,
  ...organisationWordings,
  ...partyWordings,
  ...unitWordings,
  ...documentWordings,
  ...enquiryWordings,
  ...complaintWordings,
  ...followUpWordings,
  ...planWordings,
  ...crisisPlanWordings,
  ...meetingWordings,
  ...boardWordings,
  ...trainingWordings,
  ...staffCompetenceWordings,
  ...controlledDocumentWordings,
  ...cooperationWordings,
  ...competenceWordings,
  ...importWordings,
  ...subscriptionWordings,
  ...reportWordings,
};

/** What is said of every correction. */
const corrected = {
  title: ['Rettet', 'Retta'],
  nb: '«<title>» ble rettet: <changes>. Begrunnelse for rettingen: {reason}.',
  nn: '«<title>» vart retta: <changes>. Grunngiving for rettinga: {reason}.',
} as const;
/** What is said of every event that was recorded in error. */
const annulled = {
  title: ['Merket som feilregistrert', 'Merkt som feilregistrert'],
  nb: '<what> ble merket som feilregistrert ({reasonCode}). Begrunnelse: {reason}.',
  nn: '<what> vart merkt som feilregistrert ({reasonCode}). Grunngiving: {reason}.',
} as const;
const earlierEvent: Pair = ['En tidligere hendelse', 'Ei tidlegare hending'];

/** An entry of a trail with its personal fields opened. */
export interface OpenedEntry {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The local day on which it was written: what lies after it was still to happen. Without it all has happened. */
  readonly recordedOn?: string;
  /** Of a correction: what stood until then in the fields that it changes. */
  readonly was?: Readonly<Record<string, unknown>> | null;
}

/** A few words for an event type, corrections and annulments too. Fails for a type that no trail holds. */
export function titleOf(type: string, language: Language): string {
  if (type === 'RecordedInErrorMarked') return inLanguage(language, annulled.title);
  const of = correctedBy(type);
  if (of === undefined) return inLanguage(language, wordingOf(type).title);
  return `${inLanguage(language, corrected.title)}: ${titleOf(of, language)}`;
}

/** What happened, in one or two sentences for people. Fails for a type that no trail holds. */
export function sentenceOf({ type, data, recordedOn = '9999', was }: OpenedEntry, telling: Telling): string {
  const revision = (text: typeof corrected | typeof annulled, words: Readonly<Record<string, string>>) => {
    const worked = Object.entries(words).map(([name, word]) => [name, () => same(word)] as const);
    const wording = { ...text, fields: fieldsOf(type), words: Object.fromEntries(worked) };
    return told(wording, data, telling, recordedOn);
  };
  if (type === 'RecordedInErrorMarked') {
    return revision(annulled, { what: wrongIn(data, telling) });
  }
  const of = correctedBy(type);
  if (of === undefined) return told(wordingOf(type), data, telling, recordedOn);
  const changes = changesOf(of, { changed: data['changed'] as OpenedEntry['data'], was: was ?? {} }, telling);
  return revision(corrected, { title: titleOf(of, telling.language), changes });
}

/** What a correction changes, and what stood there until then; a field that was empty is absent. */
export interface Change {
  readonly changed: OpenedEntry['data'];
  readonly was: OpenedEntry['data'];
}

/** What a correction put in the place of what stood in an event of this type: `kanal: fra brev til e-post; underskrevet: fra nei til ja`. */
export const changesOf = (type: string, { changed, was }: Change, telling: Telling): string =>
  Object.entries(changed)
    .map(([name, now]) => changeIn(wordingOf(type), name, { was: was[name], now }, telling))
    .join('; ');

/** A field that a correction of an event may change. */
export interface Changeable {
  readonly name: string;
  /** What a correction calls it. */
  readonly called: string;
  readonly field: Field;
  /** What stands there and may be shown; absent where nothing does. */
  readonly shown?: { readonly value: unknown; readonly inWords: string };
}

/** What a correction may change of an event that reads so; nothing of what is itself a correction. */
export function changeableIn(type: string, data: OpenedEntry['data'], telling: Telling): Changeable[] {
  const wording = wordings[type];
  if (wording === undefined) return [];
  return Object.entries(wording.correctable).map(([name, field]) => {
    const value = data[name] ?? undefined;
    const isShown = value !== undefined && !wording.untold.has(name);
    const called = inLanguage(telling.language, wording.names[name] ?? [name, name]);
    return {
      name,
      called,
      field,
      ...(isShown && { shown: { value, inWords: fieldOf(wording, name, value, telling) } }),
    };
  });
}

/** Fields that no sentence tells, of an event or of its correction: a text among them need not be opened. */
export const untoldIn = (type: string): ReadonlySet<string> =>
  wordings[correctedBy(type) ?? type]?.untold ?? new Set();

/** The event that was wrong, by its title and day. */
function wrongIn({ corrects }: OpenedEntry['data'], { language, eventOf }: Telling): string {
  const wrong: RecordedEvent | undefined = eventOf?.(String(corrects));
  if (wrong === undefined) return inLanguage(language, earlierEvent);
  return `«${titleOf(wrong.type, language)}» (${dayOf(wrong.occurredOn)})`;
}

const correctedBy = (type: string) =>
  type.endsWith('Corrected') ? type.slice(0, -'Corrected'.length) : undefined;

function wordingOf(type: string): Worded {
  const wording = wordings[type];
  if (wording === undefined) throw new Error(`The audit trail has no words for ${type}`);
  return wording;
}
