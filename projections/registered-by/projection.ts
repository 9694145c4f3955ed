import { caseEvents } from '#casework';
import { defineProjection } from '#event-sourcing/projection';
import { subjectEvents } from '#subject';

/** Who registered a person or opened a case, and what was told then. What came of it stands elsewhere. */
export type RegisteredRow = {
  /** The case's or the person's id. */
  readonly of: string;
  readonly subject_id: string;
  /** Null for a person. */
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly opening: 'APPLICATION' | 'NEED' | null;
  readonly items: readonly string[];
  readonly registered_by: string;
  readonly registered_on: string;
};

const handled = [caseEvents, subjectEvents];

/** One row a person registered and a case opened: the first of its stream, and nothing that comes after it. */
export const registeredBy = defineProjection<RegisteredRow, (typeof handled)[number]>({
  name: 'registered_by',
  version: 7,
  sees: 'effective',
  handles: handled,
  keyColumn: 'of',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    of: 'text',
    subject_id: 'text',
    case_id: 'text',
    case_number: 'text',
    opening: 'text',
    items: 'text[]',
    registered_by: 'text',
    registered_on: 'date',
  },
  key({ type, data }) {
    if (type === 'SubjectRegistered') return data.subjectId;
    return type === 'NeedNotified' || type === 'ApplicationReceived' ? data.caseId : undefined;
  },
  fold(row, { type, data, metadata }) {
    if (row !== undefined) return row;
    const by = { registered_by: metadata.actor.partyId, registered_on: metadata.occurredOn };
    if (type === 'SubjectRegistered') {
      const { subjectId } = data;
      const told = { case_id: null, case_number: null, opening: null, items: [] };
      return { of: subjectId, subject_id: subjectId, ...told, ...by };
    }
    if (type !== 'NeedNotified' && type !== 'ApplicationReceived') return undefined;
    const { caseId, subjectId, caseNumber = null } = data;
    const told =
      type === 'NeedNotified'
        ? ({ opening: 'NEED', items: [] } as const)
        : ({ opening: 'APPLICATION', items: data.items } as const);
    return { of: caseId, subject_id: subjectId, case_id: caseId, case_number: caseNumber, ...told, ...by };
  },
});
