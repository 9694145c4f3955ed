import { caseEvents } from '#casework';
import { coordinationEvents } from '#coordination';
import { defineProjection, type Annotated, type Sealed } from '#event-sourcing/projection';
import { subjectEvents } from '#subject';

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

/** One recorded event, as it was written, with what was said of it later. */
export type TrailRow = {
  readonly event_id: string;
  readonly type: string;
  /** Personal fields are sealed. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The case, for events of a case's own stream. */
  readonly case_id: string | null;
  readonly subject_id: string;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly actor_unit: string | null;
  readonly occurred_on: string;
  readonly recorded_at: string;
  readonly command_id: string;
  /** The event that this one corrects or annuls. */
  readonly corrects: string | null;
  readonly annulled_by: AnnulledBy | null;
  readonly corrected_by: readonly CorrectedBy[];
};

/** One row an event of a case or its person, wrong ones too: the answer to who did what, when and why. */
export const auditTrail = defineProjection<
  TrailRow,
  typeof caseEvents | typeof coordinationEvents | typeof subjectEvents
>({
  name: 'audit_trail',
  version: 3,
  sees: 'recorded',
  handles: [caseEvents, coordinationEvents, subjectEvents],
  keyColumn: 'event_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    event_id: 'text',
    type: 'text',
    data: 'jsonb',
    case_id: 'text',
    subject_id: 'text',
    actor_id: 'text',
    actor_role: 'text',
    actor_unit: 'text',
    occurred_on: 'date',
    recorded_at: 'timestamptz',
    command_id: 'text',
    corrects: 'text',
    annulled_by: 'jsonb',
    corrected_by: 'jsonb',
  },
  row({ event, annulledBy, correctedBy }) {
    const { data, metadata, stream } = event;
    return {
      event_id: event.id,
      type: event.type,
      data,
      case_id: stream.startsWith('case-') ? stream.slice(stream.indexOf('.') + 1) : null,
      subject_id: text(data['subjectId']),
      actor_id: metadata.actor.partyId,
      actor_role: metadata.actor.role,
      actor_unit: metadata.actor.unit ?? null,
      occurred_on: metadata.occurredOn,
      recorded_at: metadata.recordedAt,
      command_id: metadata.$causationId,
      corrects: data['corrects'] === undefined ? null : text(data['corrects']),
      annulled_by: annulledBy
        ? { ...writtenBy(annulledBy), reasonCode: text(annulledBy.data['reasonCode']) }
        : null,
      corrected_by: correctedBy.map((correction) => ({
        ...writtenBy(correction),
        changed: correction.data['changed'] as Readonly<Record<string, unknown>>,
      })),
    };
  },
});

function writtenBy({ id, data, metadata }: Annotated['event']): WrittenBy {
  return {
    eventId: id,
    at: metadata.recordedAt,
    actorId: metadata.actor.partyId,
    actorRole: metadata.actor.role,
    actorUnit: metadata.actor.unit ?? null,
    reason: (data['reason'] as Sealed | undefined) ?? null,
  };
}

/** Ids and codes, as the declarations promise. */
function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('a field that must hold an id or a code does not');
  return value;
}
