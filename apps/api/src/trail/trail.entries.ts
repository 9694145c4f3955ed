import { Clock } from '#apps/clock';
import type { Field, OwnWords, Pair, Sealed } from '#event-sourcing';
import { nameless } from '#municipality';
import { isDisposed, isSealed, isWithheld, type Opened, type Withheld, withheldIn } from '#personal-data';
import { holdersIn, namedIdsIn } from '#projections/audit-trail/ids';
import { inLanguage, markOf } from '#projections/audit-trail/norwegian';
import type { HandedOver } from '#projections/audit-trail/coordination';
import {
  type Changeable,
  changeableIn,
  changesOf,
  sentenceOf,
  titleOf,
  untoldIn,
} from '#projections/audit-trail/sentences';
import type { RecordedEvent } from '#projections/audit-trail/values';
import { isOnTheWrong } from '../as-of/known.js';
import type { Language } from '../reading/language.js';
import type { NamedParty } from '../reading/names.js';
import { asCorrected, type TrailEntry } from './recorded-entries.js';

type OpenedText = Opened<Sealed> | Withheld;
/** A party by name, where that may be told. */
export type NamedForTrail = Pick<Opened<NamedParty>, 'partyId'> & { readonly name: OpenedText | null };
type Parties = ReadonlyMap<string, NamedForTrail>;

/** What later entries speak of by ids of their own: who was appointed or joined, and which event was wrong. */
export interface Earlier {
  readonly parties: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, RecordedEvent>>;
  /** The number of each case, by its stream. */
  readonly caseNumbers: Readonly<Record<string, string>>;
}

type Data = TrailEntry['data'];

/** What a correction changes; nothing of any other entry. */
const changedIn = (data: Data) => data['changed'] as Data | undefined;

/** All that entries of this trail may speak of; `all` is the whole of it. */
export const earlierIn = (all: readonly TrailEntry[]): Earlier => ({
  parties: Object.fromEntries(all.flatMap((entry) => holdersIn(entry.type, asCorrected(entry)))),
  events: Object.fromEntries(all.map(({ eventId, type, occurredOn }) => [eventId, { type, occurredOn }])),
  caseNumbers: Object.fromEntries(
    all.flatMap(({ stream, data: { caseNumber } }) =>
      typeof caseNumber === 'string' ? [[stream, caseNumber] as const] : [],
    ),
  ),
});

/** Every party that these entries tell of. */
export const partiesIn = (entries: readonly TrailEntry[], { parties }: Earlier): string[] =>
  entries.flatMap(({ type, data, was, actorId, annulledBy, correctedBy }) => {
    const changes = correctedBy.flatMap(({ changed, was: before }) => [changed, before]);
    const named = [
      namedIdsIn(type, data),
      was === null ? [] : namedIdsIn(type, { changed: was }),
      (data as HandedOver).successorId ?? [],
      ...changes.map((changed) => namedIdsIn(`${type}Corrected`, { changed })),
    ]
      .flat()
      .map((id) => parties[id] ?? id);
    const annuller = annulledBy === null ? [] : [annulledBy.actorId];
    return [...named, actorId, ...annuller, ...correctedBy.map((by) => by.actorId)];
  });

/** The entries with, beside each new name, the one that the person had before it; `all` is the whole trail. */
export function withFormerNames(
  entries: readonly TrailEntry[],
  all: readonly TrailEntry[],
): readonly TrailEntry[] {
  const isName = ({ type, annulledBy }: TrailEntry) =>
    annulledBy === null && (type === 'SubjectRegistered' || type === 'SubjectRenamed');
  const since = (entry: TrailEntry) => (asCorrected(entry)['validFrom'] as string | undefined) ?? '';
  const names = all
    .filter(isName)
    .toSorted((a, b) => (since(a) < since(b) ? -1 : Number(since(a) > since(b))));
  return entries.map((entry) => {
    if (entry.type !== 'SubjectRenamed') return entry;
    const own = names.filter(({ stream }) => stream === entry.stream);
    const before = own[own.findIndex(({ eventId }) => eventId === entry.eventId) - 1];
    if (before === undefined) return entry;
    const { givenName, familyName } = asCorrected(before);
    return { ...entry, data: { ...entry.data, formerName: { givenName, familyName } } };
  });
}

/** The entries with, beside each handover, who took over; `all` is the whole trail. */
export function withSuccessors(
  entries: readonly TrailEntry[],
  all: readonly TrailEntry[],
): readonly TrailEntry[] {
  const isHandover = ({ type, data }: TrailEntry) =>
    type === 'CoordinatorReleased' && data['reasonCode'] === 'HANDOVER';
  if (!entries.some(isHandover)) return entries;
  const appointed = all
    .filter(({ type, annulledBy }) => type === 'CoordinatorAppointed' && annulledBy === null)
    .map((entry) => ({ entry, now: asCorrected(entry) as Appointed }))
    .toSorted((a, b) => (a.now.validFrom < b.now.validFrom ? -1 : Number(a.now.validFrom > b.now.validFrom)));
  return entries.map((entry) => {
    if (!isHandover(entry)) return entry;
    const { appointmentId, releasedOn } = asCorrected(entry) as Released;
    const left = appointed.find(({ now }) => now.appointmentId === appointmentId);
    const next = appointed.find(
      (one) =>
        one !== left &&
        one.entry.stream === entry.stream &&
        one.now.validFrom >= releasedOn &&
        (left === undefined || one.now.kind === left.now.kind),
    );
    return next ? { ...entry, data: { ...entry.data, successorId: next.now.coordinatorId } } : entry;
  });
}

type Appointed = Readonly<Record<'appointmentId' | 'coordinatorId' | 'kind' | 'validFrom', string>>;
type Released = Readonly<Record<'appointmentId' | 'releasedOn', string>>;

/** So many corrections stand with what they correct; each is an entry of its own too. */
const mostWithOne = 20;

/** An entry with the newest of its corrections, and how many there are before these. */
export type ShownEntry = TrailEntry & { readonly earlierCorrections: number };

export const withNewestCorrections = (entry: TrailEntry): ShownEntry => ({
  ...entry,
  correctedBy: entry.correctedBy.slice(-mostWithOne),
  earlierCorrections: Math.max(0, entry.correctedBy.length - mostWithOne),
});

/** What no sentence tells stays sealed: a trail says that a person was registered or which fields were put right, not under which name and number. */
export function withoutUntold<E extends TrailEntry>(entry: E): E {
  const untold = untoldIn(entry.type);
  const unopened = (data: Data): Data =>
    Object.fromEntries(
      Object.entries(data).map(([name, of]) => [name, untold.has(name) && isSealed(of) ? '' : of]),
    );
  const changed = changedIn(entry.data);
  return {
    ...entry,
    data: changed ? { ...entry.data, changed: unopened(changed) } : unopened(entry.data),
    was: entry.was && unopened(entry.was),
    correctedBy: entry.correctedBy.map((one) => ({
      ...one,
      changed: unopened(one.changed),
      was: unopened(one.was),
    })),
  };
}

/** The entries that were recorded about the wrong person or in the wrong case. */
export const misplacedIn = (all: readonly TrailEntry[]): ReadonlySet<string> =>
  new Set(
    all
      .filter(({ annulledBy }) => annulledBy !== null && isOnTheWrong(annulledBy.reasonCode))
      .map(({ eventId }) => eventId),
  );

/** A misplaced entry, and what corrected it, with every text left sealed: they open for a purpose of their own. */
export const withoutMisplaced =
  (misplaced: ReadonlySet<string>) =>
  <E extends TrailEntry>(entry: E): E => {
    const { eventId, type, corrects, data, was, correctedBy } = entry;
    const isMisplaced =
      misplaced.has(eventId) || (corrects !== null && misplaced.has(corrects) && type.endsWith('Corrected'));
    return isMisplaced
      ? { ...entry, data: withheldIn(data), was: withheldIn(was), correctedBy: withheldIn(correctedBy) }
      : entry;
  };

const clock = new Clock();

/** The entry in one of the two languages. */
export function told(
  entry: Opened<ShownEntry>,
  language: Language,
  {
    parties,
    earlier,
    own,
    withFields = false,
  }: {
    readonly parties: Parties;
    readonly earlier: Earlier;
    readonly own: OwnWords;
    readonly withFields?: boolean;
  },
) {
  const { type, data, was, annulledBy, correctedBy } = entry;
  const writer = (partyId: string, role: string, unit: string | null) => ({
    partyId,
    name: parties.get(partyId)?.name ?? null,
    role,
    unit,
  });
  const nameOf = (id: string) => {
    const partyId = earlier.parties[id] ?? id;
    return nameIn(language, parties.get(partyId)?.name) ?? partyId;
  };
  const telling = { language, nameOf, own, eventOf: (id: string) => earlier.events[id] };
  const recordedOn = clock.dayOf(entry.recordedAt);
  // With every correction: one that was left out may have said something that still stands.
  const now = correctedBy.length > 0 && entry.earlierCorrections === 0 ? standingIn(entry) : undefined;
  return {
    eventId: entry.eventId,
    type,
    title: titleOf(type, language),
    sentence: sentenceOf({ type, data, was, recordedOn }, telling),
    readsNow: now === undefined ? null : sentenceOf({ type, data: now, recordedOn }, telling),
    occurredOn: entry.occurredOn,
    recordedAt: entry.recordedAt,
    actor: writer(entry.actorId, entry.actorRole, entry.actorUnit),
    reason: reasonIn(data),
    of: categoryOf(entry),
    recordId: recordIdOf(entry),
    case: categoryOf(entry) === 'case' ? caseOf(entry, earlier) : caseAtMeeting(entry),
    corrects: entry.corrects,
    struckOut: annulledBy && {
      eventId: annulledBy.eventId,
      by: writer(annulledBy.actorId, annulledBy.actorRole, annulledBy.actorUnit),
      at: annulledBy.at,
      reasonCode: annulledBy.reasonCode,
      why: annulledBy.reason,
    },
    corrections: correctedBy.map(({ eventId, actorId, actorRole, actorUnit, at, reason, ...change }) => ({
      eventId,
      by: writer(actorId, actorRole, actorUnit),
      at,
      what: changesOf(type, change, telling),
      why: reason,
    })),
    earlierCorrections: entry.earlierCorrections,
    ...(withFields && { fields: changeableIn(type, now ?? data, telling).map(fieldShown) }),
  };
}

/** The event's data as they read now, without what was emptied. */
const standingIn = (entry: Opened<ShownEntry>): Data =>
  Object.fromEntries(Object.entries(asCorrected(entry as ShownEntry)).filter(([, value]) => value !== null));

/** What people choose among, or write, where they put a field right; of anything else the words alone. */
export const fieldKinds = ['date', 'text', 'code', 'codes', 'boolean', 'number', 'party', 'other'] as const;

function fieldShown({ name, called, field, shown }: Changeable) {
  const kind = kindOf(field);
  const isPlain = kind !== 'other' && markOf(shown?.value) === undefined;
  return {
    name,
    called,
    kind,
    codeList: (field.codes ?? field.element?.codes)?.name ?? null,
    isToCome: field.isToCome === true,
    mayBeEmpty: field.isClearable === true,
    value: isPlain ? (shown?.value ?? null) : null,
    inWords: shown?.inWords ?? null,
  };
}

function kindOf({ kind, refersTo, element }: Field): (typeof fieldKinds)[number] {
  switch (kind) {
    case 'personalDate':
      return 'date';
    case 'id':
      return refersTo === 'party' ? 'party' : 'other';
    case 'list':
      return element?.kind === 'code' ? 'codes' : 'other';
    case 'date':
    case 'text':
    case 'code':
    case 'boolean':
    case 'number':
      return kind;
    case 'digest':
    case 'instant':
    case 'municipalityNo':
    case 'personalDigest':
    case 'record':
    case 'serial':
      return 'other';
  }
}

const categoryOf = ({ stream }: Pick<TrailEntry, 'stream'>) => stream.slice(0, stream.indexOf('-'));
const recordIdOf = ({ stream }: Pick<TrailEntry, 'stream'>) => stream.slice(stream.indexOf('.') + 1);
const caseOf = ({ stream }: Pick<TrailEntry, 'stream'>, { caseNumbers }: Earlier) => ({
  caseId: recordIdOf({ stream }),
  caseNumber: caseNumbers[stream] ?? null,
});

/** The case that an entry of a meeting is of, with its number where `withCaseNumbers` found one. */
function caseAtMeeting(entry: Pick<TrailEntry, 'stream' | 'data'>) {
  const { caseId, caseNumber } = entry.data;
  if (categoryOf(entry) !== 'meeting' || typeof caseId !== 'string') return null;
  return { caseId, caseNumber: typeof caseNumber === 'string' ? caseNumber : null };
}

/** The cases that these entries of a meeting are of. */
export const casesAtMeeting = (entries: readonly TrailEntry[]): string[] =>
  entries.flatMap((entry) => caseAtMeeting(entry)?.caseId ?? []);

/** The entries with, beside each case of a meeting, what people know it by. */
export const withCaseNumbers = <E extends TrailEntry>(
  entries: readonly E[],
  cases: ReadonlyMap<string, { readonly caseNumber: string | null }>,
): E[] =>
  entries.map((entry) => {
    const caseNumber = cases.get(caseAtMeeting(entry)?.caseId ?? '')?.caseNumber ?? null;
    return caseNumber === null ? entry : { ...entry, data: { ...entry.data, caseNumber } };
  });

/** One entry as people read it. */
export type ToldEntry = Readonly<ReturnType<typeof told>>;

function reasonIn(data: Readonly<Record<string, unknown>>): OpenedText | null {
  const { reason } = data;
  return typeof reason === 'string' || isDisposed(reason) || isWithheld(reason) ? reason : null;
}

/** A text as people read it: itself, or what stands in its place; undefined where there was none. */
export function shownIn(language: Language, text: OpenedText | null | undefined): string | undefined {
  if (typeof text === 'string') return text;
  const mark = markOf(text);
  return mark && inLanguage(language, mark);
}

/** A party's name as people read it. */
export const nameIn = (language: Language, name: OpenedText | null | undefined): string | undefined =>
  name === nameless ? inLanguage(language, withoutName) : shownIn(language, name);

/** Stands where nobody told a name. */
export const withoutName: Pair = ['[uten navn]', '[utan namn]'];
