import { type Annotated, annotated, isCorrection, type Recorded, type Sealed } from '#event-sourcing';
import { ownerOf } from '#projections/audit-trail/categories';
import { dayTold } from '#projections/audit-trail/days';
import type { TrailStream } from '#projections/audit-trail/queries';

type Data = Readonly<Record<string, unknown>>;

export interface WrittenBy {
  readonly eventId: string;
  readonly at: string;
  readonly actorId: string;
  readonly actorRole: string;
  readonly actorUnit: string | null;
  readonly reason: Sealed | null;
}
export interface AnnulledBy extends WrittenBy {
  readonly reasonCode: string;
}
export interface CorrectedBy extends WrittenBy {
  readonly changed: Data;
  /** What stood there until then; a field that was empty is absent. */
  readonly was: Data;
}

/** One recorded event, as it was written, with what was said of it later. Personal fields are sealed, or the place of it alone is here. */
export interface TrailEntry {
  readonly municipality: string;
  readonly eventId: string;
  readonly type: string;
  readonly data: Data;
  /** Whose record it stands in: the person's or, of a record about nobody in the register, its own. */
  readonly ownerId: string;
  readonly actorId: string;
  readonly actorRole: string;
  readonly actorUnit: string | null;
  /** As it reads now: a day that was corrected is the right one. */
  readonly occurredOn: string;
  readonly recordedAt: string;
  /** The event that this one corrects or annuls. */
  readonly corrects: string | null;
  /** Of a correction: what stood until then in the fields that it changes. */
  readonly was: Data | null;
  readonly annulledBy: AnnulledBy | null;
  /** Oldest first. */
  readonly correctedBy: readonly CorrectedBy[];
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
}

/** Every entry of these streams, wrong ones too, by the day on which it happened, then in the order of the log: who did what, when and why. */
export const entriesOf = (
  histories: readonly (readonly [of: TrailStream, history: readonly Recorded[]])[],
): TrailEntry[] =>
  histories.flatMap(([{ municipality }, history]) => entriesIn(municipality, history)).toSorted(inOrder);

const inOrder = (one: TrailEntry, other: TrailEntry): number =>
  compare(one.occurredOn, other.occurredOn) ||
  compare(one.position, other.position) ||
  compare(one.revision, other.revision);

const compare = <T extends string | bigint>(one: T, other: T) => (one < other ? -1 : Number(one > other));

/** The event's data as they read now. */
export const asCorrected = ({ data, correctedBy }: Pick<TrailEntry, 'data' | 'correctedBy'>): Data =>
  correctedBy.length === 0
    ? data
    : correctedBy.reduce((now, { changed }) => Object.assign(now, changed), { ...data });

function entriesIn(municipality: string, history: readonly Recorded[]): TrailEntry[] {
  const notes = annotated(history);
  const was = stoodBefore(notes);
  return notes.map(({ event, annulledBy, correctedBy }) => {
    const { id, type, data, metadata, stream, revision, position } = event;
    const corrections = correctedBy.map((correction) => ({
      ...writtenBy(correction),
      changed: changedIn(correction),
      was: was.get(correction.id) ?? {},
    }));
    const now = asCorrected({ data, correctedBy: corrections });
    return {
      municipality,
      eventId: id,
      type,
      data,
      ownerId: text(data[ownerOf(stream)]),
      actorId: metadata.actor.partyId,
      actorRole: metadata.actor.role,
      actorUnit: metadata.actor.unit ?? null,
      occurredOn: dayTold(type, now) ?? metadata.occurredOn,
      recordedAt: metadata.recordedAt,
      corrects: data['corrects'] === undefined ? null : text(data['corrects']),
      was: was.get(id) ?? null,
      annulledBy: annulledBy
        ? { ...writtenBy(annulledBy), reasonCode: text(annulledBy.data['reasonCode']) }
        : null,
      correctedBy: corrections,
      stream,
      revision,
      position,
    };
  });
}

const changedIn = ({ data }: Recorded) => data['changed'] as Data;

/** For each correction, what stood until then in the fields that it changes. */
function stoodBefore(notes: readonly Annotated[]): ReadonlyMap<string, Data> {
  const standing = new Map<string, Record<string, unknown>>();
  const was = new Map<string, Data>();
  for (const { event, annulledBy } of notes) {
    const now = isCorrection(event) ? standing.get(text(event.data['corrects'])) : undefined;
    if (now === undefined) {
      standing.set(event.id, { ...event.data });
      continue;
    }
    const changed = changedIn(event);
    const stood = Object.keys(changed).filter((name) => (now[name] ?? null) !== null);
    was.set(event.id, Object.fromEntries(stood.map((name) => [name, now[name]])));
    if (annulledBy === undefined) Object.assign(now, changed);
  }
  return was;
}

const writtenBy = ({ id, data, metadata }: Recorded): WrittenBy => ({
  eventId: id,
  at: metadata.recordedAt,
  actorId: metadata.actor.partyId,
  actorRole: metadata.actor.role,
  actorUnit: metadata.actor.unit ?? null,
  reason: (data['reason'] as Sealed | undefined) ?? null,
});

/** Ids and codes, as the declarations promise. */
function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('a field that must hold an id or a code does not');
  return value;
}
