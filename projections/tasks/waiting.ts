import { toldIn } from './answers.js';
import { courseOf, nothing } from './course.js';
import { returnedLetter } from './letters.js';
import type { Grant, Told, Waiting } from './row.js';
import { isBeingMapped } from './told.js';

/** Stands where nothing is due: lists are in the order of days. */
const never = '9999-12-31';

const atRest: Waiting = {
  ...nothing,
  mapping_since: null,
  mapping_due: null,
  completing_since: null,
  reading_since: null,
  unassigned_since: null,
  dispute_since: null,
  dispute_id: null,
  dispute_settler: null,
  dispute_event: null,
  letter_since: null,
  letter_id: null,
  letter_event: null,
  deadline_due: null,
  deadline_since: null,
  deadline_rule: null,
  deadline_event: null,
  worked_by: null,
  granted_on: null,
  plan_granted_on: null,
};

export function waitingIn(row: Told): Waiting {
  const letter = returnedLetter(row);
  if (row.withdrawn_on !== null || isDeclined(row)) return { ...atRest, ...letter };
  const granted = {
    granted_on: row.used_up ? null : firstOf(row.grants),
    plan_granted_on: row.used_up
      ? null
      : firstOf(row.grants.filter(({ item }) => item === 'INDIVIDUAL_PLAN')),
  };
  // What was granted in a case that is closed may still be waited for.
  if (row.closed_on !== null) return { ...atRest, ...granted, ...letter };
  const isMapping = row.decided_on === null && isBeingMapped(row);
  return {
    ...courseOf(row),
    mapping_since: isMapping ? row.assigned_on : null,
    mapping_due: isMapping ? (row.due_on ?? never) : null,
    completing_since: toldIn(row).isTold ? null : row.received_on,
    reading_since: row.reading_requested_on,
    unassigned_since: row.unassigned_on,
    ...disputed(row),
    ...letter,
    ...nextDeadline(row),
    worked_by: row.caseworker_id,
    ...granted,
  };
}

function disputed({ disputes: [first] }: Told) {
  return {
    dispute_since: first?.since ?? null,
    dispute_id: first?.disputeId ?? null,
    dispute_settler: first?.settledBy ?? null,
    dispute_event: first?.eventId ?? null,
  };
}

function nextDeadline({ deadlines }: Told) {
  const [next] = deadlines
    .filter(({ isOver }) => !isOver)
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.rule.localeCompare(other.rule));
  return {
    deadline_due: next?.dueOn ?? null,
    deadline_since: next?.setOn ?? null,
    deadline_rule: next?.rule ?? null,
    deadline_event: next?.eventId ?? null,
  };
}

const firstOf = (grants: readonly Grant[]) => grants.map(({ since }) => since).toSorted()[0] ?? null;
const isDeclined = ({ received_on, subject_wishes }: Told) => received_on === null && subject_wishes === 'NO';
