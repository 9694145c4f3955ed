import { meetingEvents } from '#meeting';
import { defineProjection } from '#event-sourcing/projection';

/** A case at a meeting: what a case's meetings are found by. The meeting's own day and course are in `meetings`. */
export type AgendaItemRow = {
  readonly agenda_item: string;
  readonly meeting_id: string;
  readonly case_id: string;
  readonly subject_id: string;
  readonly put_on: string;
  /** Null until it was treated. */
  readonly treatment: string | null;
};

/** One row a case on an agenda; none once it was taken off. */
export const agendaItems = defineProjection<AgendaItemRow, typeof meetingEvents>({
  name: 'agenda_items',
  version: 3,
  sees: 'effective',
  handles: [meetingEvents],
  keyColumn: 'agenda_item',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    agenda_item: 'text',
    meeting_id: 'text',
    case_id: 'text',
    subject_id: 'text',
    put_on: 'date',
    treatment: 'text',
  },
  key: ({ data }) => ('caseId' in data ? `${data.meetingId}.${data.caseId}` : undefined),
  fold(row, { type, data }) {
    if (type === 'CasePutOnAgenda') {
      const { meetingId, caseId, subjectId, putOn } = data;
      return {
        agenda_item: `${meetingId}.${caseId}`,
        meeting_id: meetingId,
        case_id: caseId,
        subject_id: subjectId,
        put_on: putOn,
        treatment: null,
      };
    }
    if (type === 'CaseTakenOffAgenda') return undefined;
    return type === 'CaseTreated' ? row && { ...row, treatment: data.treatment } : row;
  },
});
