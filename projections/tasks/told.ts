import { caseEvents, isOwed, usesUp } from '#casework';
import { consentFor } from '#coordination';
import type { EventOf } from '#event-sourcing/event';
import { cameBack } from './answers.js';
import { sentAgain, withIssued, withReturned } from './letters.js';
import type { Told } from './row.js';

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
  letters: [],
  withdrawn_on: null,
  disputes: [],
  set_aside_on: null,
  set_aside_event: null,
  deadlines: [],
  closed_on: null,
  used_up: false,
} as const satisfies Omit<Told, 'case_id' | 'subject_id'>;

export function toldBy(row: Told | undefined, event: EventOf<typeof caseEvents>): Told | undefined {
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
        set_aside_on: null,
        set_aside_event: null,
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
    case 'LetterIssued':
      return row && { ...row, letters: withIssued(row.letters, event.data) };
    case 'LetterDispatched':
      return row && { ...row, letters: sentAgain(row.letters, event.data.letterId) };
    case 'LetterDelivered':
      return row && { ...row, letters: withReturned(row.letters, event.data.letterId, null) };
    case 'LetterReturned': {
      const { letterId, returnedOn } = event.data;
      const returned = { on: returnedOn, eventId: event.id };
      return row && { ...row, letters: withReturned(row.letters, letterId, returned) };
    }
    case 'ApplicationWithdrawn':
      return row && { ...row, withdrawn_on: event.data.withdrawnOn };
    case 'CaseClosed':
      return row && { ...row, closed_on: event.data.closedOn, used_up: usesUp(event.data.reasonCode) };
    case 'CaseReopened':
      return row && { ...row, closed_on: null, used_up: false };
    case 'DecisionSetAside': {
      const { items, arrivedOn } = event.data;
      const grants = (row?.grants ?? []).filter(
        ({ item }) => items.length > 0 && !items.some((one) => one === item),
      );
      return row && { ...row, grants, set_aside_on: arrivedOn, set_aside_event: event.id };
    }
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
    case 'DeadlineSet':
      return row && isOwed(event.data.rule) ? { ...row, deadlines: withSet(row.deadlines, event) } : row;
    case 'DeadlineMet':
    case 'DeadlineLifted':
      return row && { ...row, deadlines: withoutOne(row.deadlines, event.data.deadlineId) };
    case 'DeadlineMissed':
    case 'DeadlineExpired':
    case 'InformationGiven':
    case 'PreliminaryReplySent':
    case 'CaseNumberGiven':
    case 'OutsideReferenceAdded':
      return row;
  }
}

type SetEvent = Extract<EventOf<typeof caseEvents>, { readonly type: 'DeadlineSet' }>;

/** In place of the one of its rule; what was done by one with the same last day is done. */
function withSet(before: Told['deadlines'], { id: eventId, data }: SetEvent): Told['deadlines'] {
  const { rule, deadlineId, dueOn, setOn } = data;
  const isDone = before.some((one) => one.rule === rule && one.dueOn === dueOn && one.isOver);
  const others = before.filter((one) => one.rule !== rule);
  return [...others, { rule, deadlineId, dueOn, setOn, eventId, isOver: isDone }];
}

const withoutOne = (before: Told['deadlines'], deadlineId: string): Told['deadlines'] =>
  before.map((one) => (one.deadlineId === deadlineId ? { ...one, isOver: true } : one));

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
export const isBeingMapped = ({ assignment_event, mapped_on }: Told) =>
  assignment_event !== null && mapped_on === null;
