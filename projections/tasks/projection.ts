import { caseEvents } from '#casework';
import { defineProjection } from '#event-sourcing/projection';
import type { TaskRow } from './row.js';
import { toldBy } from './told.js';
import { waitingIn } from './waiting.js';

/**
 * One row a case: the fold of its stream, with what waits in it next. Where nothing waits, those columns are null, and no index has the row; it
 * is kept, since what comes later is judged by what was told before. Who coordinates, what is consented to and what a person's number is,
 * the queries join.
 */
export const tasks = defineProjection<TaskRow, typeof caseEvents>({
  name: 'tasks',
  version: 10,
  sees: 'effective',
  handles: [caseEvents],
  keyColumn: 'case_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: {
    case_id: 'text',
    subject_id: 'text',
    caseworker_id: 'text',
    caseworker_since: 'date',
    caseworker_event: 'text',
    disqualified: 'text[]',
    unassigned_on: 'date',
    unassigned_event: 'text',
    notified_on: 'date',
    subject_wishes: 'text',
    answered_on: 'date',
    need_event: 'text',
    received_on: 'date',
    application_event: 'text',
    signed: 'boolean',
    unwritten: 'boolean',
    needed_scopes: 'text[]',
    assignee_id: 'text',
    assignee_unit: 'text',
    assigned_on: 'date',
    due_on: 'date',
    assignment_event: 'text',
    mapped_on: 'date',
    mapped_event: 'text',
    meetings: 'jsonb',
    recommended_on: 'date',
    recommendation_event: 'text',
    reading_id: 'text',
    reading_requested_on: 'date',
    reading_event: 'text',
    heard_on: 'date',
    board_outcome: 'text',
    board_on: 'date',
    board_event: 'text',
    decided_on: 'date',
    decision_event: 'text',
    grants: 'jsonb',
    dispatches: 'jsonb',
    withdrawn_on: 'date',
    disputes: 'jsonb',
<<<<<<< HEAD
    set_aside_on: 'date',
    set_aside_event: 'text',
=======
    deadlines: 'jsonb',
>>>>>>> main
    closed_on: 'date',
    used_up: 'boolean',
    kind: 'text',
    since: 'date',
    event_id: 'text',
    mapping_since: 'date',
    mapping_due: 'date',
    completing_since: 'date',
    reading_since: 'date',
    unassigned_since: 'date',
    dispute_since: 'date',
    dispute_id: 'text',
    dispute_settler: 'text',
    dispute_event: 'text',
    deadline_due: 'date',
    deadline_since: 'date',
    deadline_rule: 'text',
    deadline_event: 'text',
    worked_by: 'text',
    granted_on: 'date',
    plan_granted_on: 'date',
  },
  key: ({ data }) => data.caseId,
  fold(row, event) {
    const told = toldBy(row, event);
    return told && { ...told, ...waitingIn(told) };
  },
});
