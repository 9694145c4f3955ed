import type { Read } from '../../api/read.js';
import { type Day, dayOf } from '../../dates/dates.js';
import { writerName } from '../../ui/writer-name.js';
import type { Clock } from '../../as-of/clock.js';
import type { HistorySearch } from './search.js';

export type Entry = Read<'/v1/subjects/{subjectId}/trail'>['entries'][number];
type Correction = Entry['corrections'][number];

/** An entry as it stands on the page: its number, and what of what was said of it later counts. */
export interface Shown {
  readonly entry: Entry;
  /** In the order in which the entries were written in. */
  readonly number: number;
  readonly struckOut: Entry['struckOut'];
  readonly corrections: readonly Correction[];
  /** What was said of it only after the day that is looked at. */
  readonly saidLater: readonly Pick<Correction, 'eventId' | 'at'>[];
}

const isMark = ({ type }: Entry) => type === 'RecordedInErrorMarked';
export const isCorrection = (entry: Entry) => entry.corrects !== null;

/** What happened, also of what corrects it or strikes it out. */
export function kindOf(entry: Entry, byId: ReadonlyMap<string, Entry>): string {
  const of = entry.corrects === null ? undefined : byId.get(entry.corrects);
  if (of !== undefined) return kindOf(of, byId);
  return isMark(entry) ? entry.type : entry.type.replace(/Corrected$/, '');
}

export const byId = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.eventId, entry]));

/** The number of each entry: a later one never changes those before it. */
export function numbersOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const written = entries.toSorted((a, b) => compare(a.recordedAt, b.recordedAt));
  return new Map(written.map(({ eventId }, at) => [eventId, at + 1]));
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The entries that are asked for, each with what counts of what was said of it later. */
export function shownOf(entries: readonly Entry[], asked: HistorySearch): readonly Shown[] {
  const numbers = numbersOf(entries);
  const all = byId(entries);
  const kinds = asked.slag?.split(',');
  return entries
    .filter((entry) => isBy(asked.dag, asked.klokke, entry))
    .filter((entry) => kinds === undefined || kinds.includes(kindOf(entry, all)))
    .filter(({ actor }) => asked.hvem === undefined || actor.partyId === asked.hvem)
    .filter(({ occurredOn }) => asked.fra === undefined || occurredOn >= asked.fra)
    .filter(({ occurredOn }) => asked.til === undefined || occurredOn <= asked.til)
    .map((entry) => asKnown(entry, numbers.get(entry.eventId) ?? 0, asked))
    .filter(({ struckOut }) => asked.uten === undefined || struckOut === null);
}

const isBy = (day: Day | undefined, clock: Clock | undefined, { occurredOn, recordedAt }: Entry) =>
  day === undefined || (clock === 'skrevet' ? dayOf(recordedAt) : occurredOn) <= day;

/** What was written in after the day counts where it is asked what had happened, and not where it is asked what was known. */
function asKnown(entry: Entry, number: number, { dag, klokke }: HistorySearch): Shown {
  const { struckOut, corrections } = entry;
  const isKnown = ({ at }: { readonly at: string }) =>
    dag === undefined || klokke !== 'skrevet' || dayOf(at) <= dag;
  const said = [...corrections, ...(struckOut === null ? [] : [struckOut])];
  return {
    entry,
    number,
    struckOut: struckOut !== null && isKnown(struckOut) ? struckOut : null,
    corrections: corrections.filter(isKnown),
    saidLater: said.filter((one) => !isKnown(one)),
  };
}

/** Days with what happened on them, in their order. */
export function byDay(
  shown: readonly Shown[],
): readonly { readonly day: Day; readonly of: readonly Shown[] }[] {
  const days = new Map<Day, Shown[]>();
  for (const one of shown) {
    const { occurredOn } = one.entry;
    days.set(occurredOn, [...(days.get(occurredOn) ?? []), one]);
  }
  return [...days].map(([day, of]) => ({ day, of }));
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

const choicesOf = (found: readonly (readonly [value: string, label: string])[]): readonly Choice[] => {
  const choices = new Map<string, Choice>();
  for (const [value, label] of found) {
    const before = choices.get(value);
    choices.set(value, { value, label: before?.label || label, count: (before?.count ?? 0) + 1 });
  }
  return [...choices.values()].toSorted((a, b) => a.label.localeCompare(b.label, 'nb'));
};

/** The kinds of what happened that the trail holds. */
export function kindsIn(entries: readonly Entry[]): readonly Choice[] {
  const all = byId(entries);
  return choicesOf(
    entries.map((entry) => [kindOf(entry, all), isCorrection(entry) ? '' : entry.title] as const),
  ).map((choice) => (choice.label === '' ? { ...choice, label: choice.value } : choice));
}

/** Who wrote the entries of the trail. */
export const writersIn = (entries: readonly Entry[]): readonly Choice[] =>
  choicesOf(entries.map(({ actor }) => [actor.partyId, writerName(actor)] as const));
