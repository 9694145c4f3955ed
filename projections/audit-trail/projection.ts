import { caseEvents } from '#casework';
import { coordinationEvents } from '#coordination';
import { documentEvents } from '#documents';
import { defineProjection } from '#event-sourcing/projection';
import { subjectEvents } from '#subject';

/** A stream that a trail is told of. */
export type TrailRow = {
  readonly history: string;
  /** The case, for its own stream and those of documents that are filed on it or on a part of it. */
  readonly case_id: string | null;
  readonly subject_id: string;
};

/** One row a case, a person's record, a person's coordination and a document about a person, from the first entry on, wrong or not: which streams the trail of a case is read from. A day that begins (calendar) is about nobody and stands in none. */
export const auditTrail = defineProjection<
  TrailRow,
  typeof caseEvents | typeof coordinationEvents | typeof documentEvents | typeof subjectEvents
>({
  name: 'audit_trail',
  version: 5,
  sees: 'recorded',
  handles: [caseEvents, coordinationEvents, documentEvents, subjectEvents],
  keyColumn: 'history',
  schema: new URL('./schema.sql', import.meta.url),
  columns: { history: 'text', case_id: 'text', subject_id: 'text' },
  key: ({ stream, revision, type }) => (revision === 0n || type === 'DocumentMoved' ? stream : undefined),
  fold(row, { stream, data }) {
    const { subjectId, caseId } = data as { readonly subjectId?: string; readonly caseId?: string };
    if (subjectId === undefined) return row;
    const isOwnStream = stream.startsWith('case-');
    const isDocument = stream.startsWith('document-');
    return {
      history: stream,
      case_id: isOwnStream ? stream.slice(stream.indexOf('.') + 1) : isDocument ? (caseId ?? null) : null,
      subject_id: subjectId,
    };
  },
});
