import { caseEvents, usesUp } from '#casework';
import { consentFor } from '#coordination';
import type { EventOf } from '#event-sourcing/event';
import { defineProjection } from '#event-sourcing/projection';
import { representatives } from '#vocabulary';

/** What the course of a case waits with, of which there is one at a time. */
export type CourseKind =
  | 'NEED_TO_ASK'
  | 'MAPPING_TO_ASSIGN'
  | 'APPLICATION_TO_RECEIVE'
  | 'CASE_TO_CONSIDER'
  | 'BOARD_TO_CONCLUDE'
  | 'DECISION_TO_MAKE'
  | 'DECISION_TO_NOTIFY'
  | 'ANSWER_TO_SEND_AGAIN';

interface Meeting {
  readonly meetingId: string;
  readonly convenedOn: string;
  readonly meetsOn: string;
  readonly eventId: string;
}

interface Grant {
  readonly item: string;
  readonly since: string;
}
interface Dispute {
  readonly disputeId: string;
  readonly settledBy: string;
  readonly since: string;
  readonly eventId: string;
}
interface Dispatch {
  readonly dispatchId: string;
  readonly sentOn: string;
  readonly to: readonly {
    readonly recipient: string;
    readonly partyId: string | null;
    /** When it came back, and what tells of it. */
    readonly returned: { readonly on: string; readonly eventId: string } | null;
  }[];
}

/** What has been told of a case so far, as far as it says what waits. */
type Told = {
  readonly case_id: string;
  readonly subject_id: string;
  /** Whose case it is, also who stands in; null while it is the unit's. */
  readonly caseworker_id: string | null;
  readonly caseworker_since: string | null;
  readonly caseworker_event: string | null;
  /** Those who are disqualified in it. */
  readonly disqualified: readonly string[];
  /** Since its caseworker is, and nobody else has it. */
  readonly unassigned_on: string | null;
  readonly unassigned_event: string | null;
  readonly notified_on: string | null;
  readonly subject_wishes: string | null;
  readonly answered_on: string | null;
  /** The need, or the answer to it that counts. */
  readonly need_event: string | null;
  readonly received_on: string | null;
  readonly application_event: string | null;
  readonly signed: boolean | null;
  /** It must be in writing, and is not yet. */
  readonly unwritten: boolean;
  readonly needed_scopes: readonly string[];
  readonly assignee_id: string | null;
  readonly assignee_unit: string | null;
  readonly assigned_on: string | null;
  readonly due_on: string | null;
  readonly assignment_event: string | null;
  readonly mapped_on: string | null;
  readonly mapped_event: string | null;
  readonly meetings: readonly Meeting[];
  readonly recommended_on: string | null;
  readonly recommendation_event: string | null;
  /** The answer that somebody else is to read before it is made. */
  readonly reading_id: string | null;
  readonly reading_requested_on: string | null;
  readonly reading_event: string | null;
  /** When the child was heard last. */
  readonly heard_on: string | null;
  readonly board_outcome: 'APPROVED' | 'RETURNED' | 'REJECTED' | null;
  readonly board_on: string | null;
  readonly board_event: string | null;
  /** The decision in force. */
  readonly decided_on: string | null;
  readonly decision_event: string | null;
  /** What the decision in force grants, each since when. */
  readonly grants: readonly Grant[];
  /** How it was told; of the decisions before it nothing waits any more. */
  readonly dispatches: readonly Dispatch[];
  readonly withdrawn_on: string | null;
  /** Disagreements that are not settled. */
  readonly disputes: readonly Dispute[];
  readonly closed_on: string | null;
  /** Whatever was granted, nothing begins on it any more. */
  readonly used_up: boolean;
};

/** What waits, each by itself: null where that does not. */
type Waiting = {
  readonly kind: CourseKind | null;
  readonly since: string | null;
  readonly event_id: string | null;
  /** Of a mapping that somebody is to do. */
  readonly mapping_since: string | null;
  /** The day by which it is due; the last there is for one that is never due. */
  readonly mapping_due: string | null;
  /** Of an application that is dealt with: whether anything lacks is told by other streams too. */
  readonly completing_since: string | null;
  /** Of an answer that is to be read. */
  readonly reading_since: string | null;
  /** Of a case that needs another caseworker. */
  readonly unassigned_since: string | null;
  /** The first disagreement that is not settled. */
  readonly dispute_since: string | null;
  readonly dispute_id: string | null;
  readonly dispute_settler: string | null;
  readonly dispute_event: string | null;
  /** Whose case it is while anything may come of it. */
  readonly worked_by: string | null;
  /** Since when anything is granted, and since when a plan is. */
  readonly granted_on: string | null;
  readonly plan_granted_on: string | null;
};

export type TaskRow = Told & Waiting;

/** Stands where nothing is due: lists are in the order of days. */
const never = '9999-12-31';

/**
 * One row a case: the fold of its stream, with what waits in it next. Where nothing waits, those columns are null, and no index has the row; it
 * is kept, since what comes later is judged by what was told before. Who coordinates, what is consented to and what a person's number is,
 * the queries join.
 */
export const tasks = defineProjection<TaskRow, typeof caseEvents>({
  name: 'tasks',
  version: 9,
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

const unread = { reading_id: null, reading_requested_on: null, reading_event: null } as const;
const unrecommended = {
  recommended_on: null,
  recommendation_event: null,
  board_outcome: null,
  board_on: null,
  board_event: null,
} as const;
const assigned = { unassigned_on: null, unassigned_event: null } as const;

const nothingTold = {
  caseworker_id: null,
  caseworker_since: null,
  caseworker_event: null,
  disqualified: [],
  unassigned_on: null,
  unassigned_event: null,
  notified_on: null,
  subject_wishes: null,
  answered_on: null,
  need_event: null,
  received_on: null,
  application_event: null,
  signed: null,
  unwritten: false,
  needed_scopes: [],
  assignee_id: null,
  assignee_unit: null,
  assigned_on: null,
  due_on: null,
  assignment_event: null,
  mapped_on: null,
  mapped_event: null,
  meetings: [],
  recommended_on: null,
  recommendation_event: null,
  ...unread,
  heard_on: null,
  board_outcome: null,
  board_on: null,
  board_event: null,
  decided_on: null,
  decision_event: null,
  grants: [],
  dispatches: [],
  withdrawn_on: null,
  disputes: [],
  closed_on: null,
  used_up: false,
} as const satisfies Omit<Told, 'case_id' | 'subject_id'>;

function toldBy(row: Told | undefined, event: EventOf<typeof caseEvents>): Told | undefined {
  const { caseId, subjectId } = event.data;
  const before: Told = row ?? { case_id: caseId, subject_id: subjectId, ...nothingTold };
  switch (event.type) {
    case 'NeedNotified': {
      const { notifiedOn, subjectWishes } = event.data;
      const asked = { subject_wishes: subjectWishes, answered_on: notifiedOn, need_event: event.id };
      return { ...before, notified_on: notifiedOn, ...asked };
    }
    case 'ApplicationReceived': {
      const { receivedOn, signed, items, written, asksForWriting = false } = event.data;
      const scopes = [...new Set(items.map((item) => consentFor[item]))];
      return {
        ...before,
        received_on: receivedOn,
        application_event: event.id,
        signed,
        unwritten: asksForWriting && !written,
        needed_scopes: scopes,
      };
    }
    case 'NeedAnswered': {
      const { answeredOn, subjectWishes } = event.data;
      // An answer of an earlier day, typed in later, is not the last.
      if (row === undefined || answeredOn < (row.answered_on ?? '')) return row;
      return { ...row, subject_wishes: subjectWishes, answered_on: answeredOn, need_event: event.id };
    }
    case 'ApplicationCompleted':
      return row && { ...row, ...completedWith(row, event.data.what) };
    case 'AssistedApplicationWritten':
      return row && { ...row, unwritten: false, signed: event.data.signed ? true : row.signed };
    case 'MappingAssigned': {
      const { assigneeId, unit = null, assignedOn, dueOn = null } = event.data;
      if (row === undefined) return row;
      // A mapping of a later day is what came of an assignment that was typed in after it.
      const isAnew = row.mapped_on === null || assignedOn >= row.mapped_on;
      return {
        ...row,
        assignee_id: assigneeId,
        assignee_unit: unit,
        assigned_on: assignedOn,
        due_on: dueOn,
        assignment_event: event.id,
        ...(isAnew && { mapped_on: null, mapped_event: null }),
      };
    }
    case 'MappingCompleted':
      return row && { ...row, mapped_on: event.data.completedOn, mapped_event: event.id };
    case 'KeMeetingConvenedForCase': {
      const { meetingId, convenedOn, meetsOn } = event.data;
      return (
        row && {
          ...row,
          meetings: [
            ...row.meetings.filter((meeting) => meeting.meetingId !== meetingId),
            { meetingId, convenedOn, meetsOn, eventId: event.id },
          ],
        }
      );
    }
    case 'CriterionAssessed':
      return row;
    case 'RecommendationMade':
      return (
        row && {
          ...row,
          recommended_on: event.data.recommendedOn,
          recommendation_event: event.id,
          board_outcome: null,
          board_on: null,
          board_event: null,
        }
      );
    case 'BoardApproved':
    case 'BoardReturned':
    case 'BoardRejected':
      return (
        row && {
          ...row,
          board_outcome: boardOutcomes[event.type],
          board_on: event.data.concludedOn,
          board_event: event.id,
        }
      );
    case 'DecisionMade':
    case 'DecisionAmended': {
      const { decidedOn, items } = event.data;
      if (row === undefined) return row;
      const before = row.grants.filter(({ item }) => !items.some((one) => one.item === item));
      const granted = items
        .filter(({ outcome }) => outcome !== 'REFUSED')
        .map(({ item }) => row.grants.find((one) => one.item === item) ?? { item, since: decidedOn });
      return {
        ...row,
        decided_on: decidedOn,
        decision_event: event.id,
        grants: [...before, ...granted],
        dispatches: [],
        ...unrecommended,
        ...unread,
      };
    }
    case 'DecisionNotified': {
      const { dispatchId = caseId, notifiedOn, recipients, recipientParties = [] } = event.data;
      const to = recipients.flatMap((recipient) => {
        const parties = recipientParties.filter((one) => one.recipient === recipient);
        const ids = parties.length > 0 ? parties.map(({ partyId }) => partyId) : [null];
        return ids.map((partyId) => ({ recipient, partyId, returned: null }));
      });
      return row && { ...row, dispatches: [...row.dispatches, { dispatchId, sentOn: notifiedOn, to }] };
    }
    case 'AnswerReturned': {
      const { returnedOn, ...whom } = event.data;
      const returned = { on: returnedOn, eventId: event.id };
      return row && { ...row, dispatches: cameBack(row.dispatches, whom, returned) };
    }
    case 'AnswerDelivered':
      return row;
    case 'ApplicationWithdrawn':
      return row && { ...row, withdrawn_on: event.data.withdrawnOn };
    case 'CaseClosed':
      return row && { ...row, closed_on: event.data.closedOn, used_up: usesUp(event.data.reasonCode) };
    case 'CaseReopened':
      return row && { ...row, closed_on: null, used_up: false };
    case 'HandlingDisputeRaised': {
      const { disputeId, settledBy, raisedOn: since } = event.data;
      return (
        row && { ...row, disputes: [...row.disputes, { disputeId, settledBy, since, eventId: event.id }] }
      );
    }
    case 'HandlingDisputeSettled':
      return (
        row && { ...row, disputes: row.disputes.filter((one) => one.disputeId !== event.data.disputeId) }
      );
    case 'CaseworkerAssigned': {
      const { caseworkerId, assignedOn } = event.data;
      // The one of the latest day has it, in whatever order they are told.
      if (row === undefined || assignedOn < (row.caseworker_since ?? '')) return row;
      if (row.disqualified.includes(caseworkerId)) return row;
      const told = { caseworker_id: caseworkerId, caseworker_since: assignedOn, caseworker_event: event.id };
      return { ...row, ...told, ...assigned };
    }
    case 'CaseworkerDisqualified': {
      const { disqualifiedId, disqualifiedOn } = event.data;
      if (row === undefined) return row;
      const disqualified = [...row.disqualified, disqualifiedId];
      const isAsked = row.assignee_id === disqualifiedId && isBeingMapped(row);
      const stands = { ...row, ...(isAsked && unmapped), disqualified };
      if (row.caseworker_id !== disqualifiedId) return stands;
      const released = { caseworker_id: null, caseworker_since: null, caseworker_event: null };
      const unassigned = { unassigned_on: disqualifiedOn, unassigned_event: event.id };
      return { ...stands, ...released, ...unassigned };
    }
    case 'SecondReadingRequested': {
      const { readingId, requestedOn } = event.data;
      const requested = { reading_id: readingId, reading_requested_on: requestedOn, reading_event: event.id };
      return row && { ...row, ...requested };
    }
    case 'SecondReadingGiven':
      return row && { ...row, ...unread };
    case 'ChildHeard': {
      const { heardOn } = event.data;
      return row && { ...row, heard_on: heardOn > (row.heard_on ?? '') ? heardOn : row.heard_on };
    }
    case 'InformationGiven':
    case 'CaseNumberGiven':
    case 'OutsideReferenceAdded':
      return row;
  }
}

/** What was asked of somebody who is to do it no more. */
const unmapped = {
  assignee_id: null,
  assignee_unit: null,
  assigned_on: null,
  due_on: null,
  assignment_event: null,
};

const completedWith = ({ signed, unwritten }: Told, what: readonly string[]) => ({
  signed: what.includes('SIGNATURE') ? true : signed,
  unwritten: unwritten && !what.includes('WRITING'),
});

const boardOutcomes = {
  BoardApproved: 'APPROVED',
  BoardReturned: 'RETURNED',
  BoardRejected: 'REJECTED',
} as const;
interface Whom {
  readonly dispatchId: string;
  readonly recipient: string;
  readonly partyId?: string;
}
const cameBack = (
  dispatches: readonly Dispatch[],
  { dispatchId, recipient, partyId }: Whom,
  returned: Dispatch['to'][number]['returned'],
): Dispatch[] =>
  dispatches.map((sent) => ({
    ...sent,
    to: sent.to.map((one) =>
      sent.dispatchId === dispatchId &&
      one.recipient === recipient &&
      (partyId === undefined || one.partyId === partyId)
        ? { ...one, returned }
        : one,
    ),
  }));

/** Who speaks for the application: an answer to one of these is the answer. */
const applicants: readonly string[] = representatives.codes;

/** Whether the answer stands as sent to the person; where it came back from everybody, since when. */
function toldIn({ dispatches }: Told) {
  const sent = dispatches.flatMap(({ to }) => to).filter(({ recipient }) => applicants.includes(recipient));
  const back = sent
    .flatMap(({ returned }) => returned ?? [])
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .at(-1);
  return { isTold: sent.some(({ returned }) => returned === null), back };
}

const nothing = { kind: null, since: null, event_id: null };
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
  worked_by: null,
  granted_on: null,
  plan_granted_on: null,
};

function waitingIn(row: Told): Waiting {
  if (row.withdrawn_on !== null || isDeclined(row)) return atRest;
  const granted = {
    granted_on: row.used_up ? null : firstOf(row.grants),
    plan_granted_on: row.used_up
      ? null
      : firstOf(row.grants.filter(({ item }) => item === 'INDIVIDUAL_PLAN')),
  };
  // What was granted in a case that is closed may still be waited for.
  if (row.closed_on !== null) return { ...atRest, ...granted };
  const isMapping = row.decided_on === null && isBeingMapped(row);
  return {
    ...courseOf(row),
    mapping_since: isMapping ? row.assigned_on : null,
    mapping_due: isMapping ? (row.due_on ?? never) : null,
    completing_since: toldIn(row).isTold ? null : row.received_on,
    reading_since: row.reading_requested_on,
    unassigned_since: row.unassigned_on,
    ...disputed(row),
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

const firstOf = (grants: readonly Grant[]) => grants.map(({ since }) => since).toSorted()[0] ?? null;
const isDeclined = ({ received_on, subject_wishes }: Told) => received_on === null && subject_wishes === 'NO';
const isBeingMapped = ({ assignment_event, mapped_on }: Told) =>
  assignment_event !== null && mapped_on === null;

function courseOf(row: Told): Pick<Waiting, 'kind' | 'since' | 'event_id'> {
  const waits = (kind: CourseKind, since: string | null, event_id: string | null) => ({
    kind,
    since,
    event_id,
  });
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
