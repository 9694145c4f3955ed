import type { Sealed } from '#event-sourcing';
import { isDisposed, isSealed, type Opened } from '#personal-data';
import type { TrailEntry } from '#projections/audit-trail/queries';
import { sentenceOf, titleOf } from '#projections/audit-trail/sentences';
import type { Language } from '../reading/language.js';
import type { NamedParty } from '../reading/names.js';

type OpenedText = Opened<Sealed>;
type Parties = ReadonlyMap<string, Opened<NamedParty>>;

/** Who wrote an entry. */
export interface Writer {
  readonly partyId: string;
  readonly name: OpenedText | null;
  readonly role: string;
  readonly unit: string | null;
}

/** One entry as people read it. */
export interface ToldEntry {
  readonly eventId: string;
  readonly type: string;
  readonly title: string;
  readonly sentence: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: Writer;
  readonly reason: OpenedText | null;
  /** Whether it stands in the case, or in the person's coordination or registration. */
  readonly of: string;
  /** The entry that this one corrects or strikes out. */
  readonly corrects: string | null;
  readonly struckOut: {
    readonly eventId: string;
    readonly by: Writer;
    readonly at: string;
    readonly reasonCode: string;
    readonly why: OpenedText | null;
  } | null;
  readonly corrections: readonly {
    readonly eventId: string;
    readonly by: Writer;
    readonly at: string;
    readonly changed: Readonly<Record<string, unknown>>;
    readonly why: OpenedText | null;
  }[];
}

const partyFields = ['assigneeId', 'performerId', 'coordinatorId', 'partyId', 'confirmedBy'] as const;

/** Every party that these entries tell of. */
export const partiesIn = (entries: readonly TrailEntry[]): string[] =>
  entries.flatMap(({ data, actorId, annulledBy, correctedBy }) => [
    actorId,
    ...partyFields.flatMap((field) => (typeof data[field] === 'string' ? [data[field]] : [])),
    ...(annulledBy === null ? [] : [annulledBy.actorId]),
    ...correctedBy.map((correction) => correction.actorId),
  ]);

const registrations: ReadonlySet<string> = new Set(['SubjectRegistered', 'SubjectIdentityLinked']);

/** What no sentence tells stays sealed: a trail says that a person was registered, not under which name and number. */
export const withoutUntold = (entry: TrailEntry): TrailEntry =>
  registrations.has(entry.type)
    ? {
        ...entry,
        data: Object.fromEntries(
          Object.entries(entry.data).map(([name, of]) => [name, isSealed(of) ? '' : of]),
        ),
      }
    : entry;

/** The entry in one of the two languages. */
export function told(entry: Opened<TrailEntry>, language: Language, parties: Parties): ToldEntry {
  const { type, data, annulledBy, correctedBy } = entry;
  const writer = (partyId: string, role: string, unit: string | null = null): Writer => ({
    partyId,
    name: parties.get(partyId)?.name ?? null,
    role,
    unit,
  });
  const nameOf = (partyId: string) => textOf(parties.get(partyId)?.name) ?? partyId;
  return {
    eventId: entry.eventId,
    type,
    title: titleOf(type, language),
    sentence: sentenceOf({ type, data }, { language, nameOf }),
    occurredOn: entry.occurredOn,
    recordedAt: entry.recordedAt,
    actor: writer(entry.actorId, entry.actorRole, entry.actorUnit),
    reason: reasonIn(data),
    of: entry.stream.slice(0, entry.stream.indexOf('-')),
    corrects: entry.corrects,
    struckOut: annulledBy && {
      eventId: annulledBy.eventId,
      by: writer(annulledBy.actorId, annulledBy.actorRole),
      at: annulledBy.at,
      reasonCode: annulledBy.reasonCode,
      why: annulledBy.reason,
    },
    corrections: correctedBy.map(({ eventId, actorId, actorRole, at, changed, reason }) => ({
      eventId,
      by: writer(actorId, actorRole),
      at,
      changed,
      why: reason,
    })),
  };
}

function reasonIn(data: Readonly<Record<string, unknown>>): OpenedText | null {
  const { reason } = data;
  return typeof reason === 'string' || isDisposed(reason) ? reason : null;
}

/** A text that is still there. */
export const textOf = (text: OpenedText | null | undefined): string | undefined =>
  typeof text === 'string' ? text : undefined;
