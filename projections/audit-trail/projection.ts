import { caseEvents } from '#casework';
import { coordinationEvents } from '#coordination';
import { defineProjection } from '#event-sourcing/projection';
import { subjectEvents } from '#subject';

/** A stream that a trail is told of. */
export type TrailRow = {
  readonly history: string;
  /** The case, for a case's own stream. */
  readonly case_id: string | null;
  readonly subject_id: string;
};

/** One row a case, a person's record and a person's coordination, from the first entry on, wrong or not: which streams the trail of a case is read from. A day that begins (calendar) is about nobody and stands in none. */
export const auditTrail = defineProjection<
  TrailRow,
  typeof caseEvents | typeof coordinationEvents | typeof subjectEvents
>({
  name: 'audit_trail',
  version: 4,
  sees: 'recorded',
  handles: [caseEvents, coordinationEvents, subjectEvents],
  keyColumn: 'history',
  schema: new URL('./schema.sql', import.meta.url),
  columns: { history: 'text', case_id: 'text', subject_id: 'text' },
  key: ({ stream, revision }) => (revision === 0n ? stream : undefined),
  fold: (_row, { stream, data }) => ({
    history: stream,
    case_id: stream.startsWith('case-') ? stream.slice(stream.indexOf('.') + 1) : null,
    subject_id: String(data['subjectId']),
  }),
});
