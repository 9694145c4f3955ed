import { toldIn } from './answers.js';
import type { CourseKind, Told, Waiting } from './row.js';
import { isBeingMapped } from './told.js';

export const nothing = { kind: null, since: null, event_id: null };
export function courseOf(row: Told): Pick<Waiting, 'kind' | 'since' | 'event_id'> {
  const waits = (kind: CourseKind, since: string | null, event_id: string | null) => ({
    kind,
    since,
    event_id,
  });
  if (row.set_aside_on !== null) {
    return isAmending(row)
      ? afterRecommendation(row)
      : waits('DECISION_TO_MAKE_ANEW', row.set_aside_on, row.set_aside_event);
  }
  const { isTold, back } = toldIn(row);
  if (isTold) return isAmending(row) ? afterRecommendation(row) : nothing;
  if (back !== undefined) return waits('ANSWER_TO_SEND_AGAIN', back.on, back.eventId);
  if (row.decided_on !== null) return waits('DECISION_TO_NOTIFY', row.decided_on, row.decision_event);
  if (row.received_on === null && row.subject_wishes === 'NOT_ASKED') {
    return waits('NEED_TO_ASK', row.notified_on, row.need_event);
  }
  if (row.recommended_on !== null) return afterRecommendation(row);
  const meeting = row.meetings.toSorted((one, other) => (one.meetsOn < other.meetsOn ? -1 : 1)).at(-1);
  if (meeting !== undefined && row.received_on !== null) {
    return waits('DECISION_TO_MAKE', meeting.meetsOn, meeting.eventId);
  }
  if (isBeingMapped(row)) return nothing;
  if (row.mapped_on === null && meeting === undefined) {
    const byNeed = row.subject_wishes === 'YES';
    return waits(
      'MAPPING_TO_ASSIGN',
      byNeed ? row.answered_on : row.received_on,
      byNeed ? row.need_event : row.application_event,
    );
  }
  if (row.received_on === null) {
    return waits(
      'APPLICATION_TO_RECEIVE',
      row.mapped_on ?? meeting?.convenedOn ?? null,
      row.mapped_event ?? meeting?.eventId ?? null,
    );
  }
  const isMappedLast = (row.mapped_on ?? '') >= row.received_on;
  return waits(
    'CASE_TO_CONSIDER',
    isMappedLast ? row.mapped_on : row.received_on,
    isMappedLast ? row.mapped_event : row.application_event,
  );
}

/** The board is to amend, or has come to, what was recommended since the decision; a no leaves the decision as it was. */
const isAmending = ({ recommended_on, board_outcome, decided_on }: Told) =>
  decided_on !== null && recommended_on !== null && board_outcome !== 'REJECTED';

/** The board concludes on what was recommended; what it returned is recommended anew. */
function afterRecommendation(row: Told): Pick<Waiting, 'kind' | 'since' | 'event_id'> {
  const { board_outcome: outcome, board_on: since, board_event: event_id } = row;
  if (outcome === null) {
    return { kind: 'BOARD_TO_CONCLUDE', since: row.recommended_on, event_id: row.recommendation_event };
  }
  return { kind: outcome === 'RETURNED' ? 'CASE_TO_CONSIDER' : 'DECISION_TO_MAKE', since, event_id };
}
