import { annotated, type Recorded, type Sealed } from '#event-sourcing';
import type { TrailStream } from '#projections/audit-trail/queries';

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
  readonly changed: Readonly<Record<string, unknown>>;
}

/** One recorded event, as it was written, with what was said of it later. Personal fields are sealed. */
export interface TrailEntry {
  readonly municipality: string;
  readonly eventId: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly subjectId: string;
  readonly actorId: string;
  readonly actorRole: string;
  readonly actorUnit: string | null;
  readonly occurredOn: string;
  readonly recordedAt: string;
  /** The event that this one corrects or annuls. */
  readonly corrects: string | null;
  readonly annulledBy: AnnulledBy | null;
  readonly correctedBy: readonly CorrectedBy[];
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
}

/** Every entry of these streams, wrong ones too, in the order of the log: who did what, when and why. */
export async function entriesOf(
  streams: readonly TrailStream[],
  read: (stream: string) => Promise<readonly Recorded[]>,
): Promise<TrailEntry[]> {
  const entries = await Promise.all(
    streams.map(async ({ municipality, stream }) => entriesIn(municipality, await read(stream))),
  );
  return entries
    .flat()
    .toSorted((one, other) => Number(one.position - other.position) || Number(one.revision - other.revision));
}

const entriesIn = (municipality: string, history: readonly Recorded[]): TrailEntry[] =>
  annotated(history).map(({ event, annulledBy, correctedBy }) => {
    const { id, type, data, metadata, stream, revision, position } = event;
    return {
      municipality,
      eventId: id,
      type,
      data,
      subjectId: text(data['subjectId']),
      actorId: metadata.actor.partyId,
      actorRole: metadata.actor.role,
      actorUnit: metadata.actor.unit ?? null,
      occurredOn: metadata.occurredOn,
      recordedAt: metadata.recordedAt,
      corrects: data['corrects'] === undefined ? null : text(data['corrects']),
      annulledBy: annulledBy
        ? { ...writtenBy(annulledBy), reasonCode: text(annulledBy.data['reasonCode']) }
        : null,
      correctedBy: correctedBy.map((correction) => ({
        ...writtenBy(correction),
        changed: correction.data['changed'] as Readonly<Record<string, unknown>>,
      })),
      stream,
      revision,
      position,
    };
  });

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
