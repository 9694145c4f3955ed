import { byLaw, caseEvents, usesUp } from '#casework';
import { consentFor } from '#coordination';
import {
  always,
  begun,
  copied,
  copyOf,
  foldOf,
  listed,
  perhaps,
  recordsBy,
  type RowOf,
  typesOf,
} from '#event-sourcing/columns';
import { defineProjection, type Sealed } from '#event-sourcing/projection';
import { representatives } from '#vocabulary';
import { gapsIn, type KeptGap } from './gaps.js';

export const caseStatuses = [
  'NEED_NOTIFIED',
  'DECLINED_BY_SUBJECT',
  'APPLICATION_RECEIVED',
  'MAPPING_ASSIGNED',
  'MAPPED',
  'MEETING_CONVENED',
  'DECIDED_NOT_NOTIFIED',
  'NOTIFIED',
  'SET_ASIDE',
  'WITHDRAWN',
  'CLOSED',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export interface Meeting {
  readonly meetingId: string;
  readonly convenedOn: string;
  readonly meetsOn: string;
  readonly invitedUnits: readonly string[];
}
export interface Criterion {
  readonly criterion: string;
  readonly met: boolean;
  readonly reason: Sealed;
  readonly assessedOn: string;
}
export interface Outcome {
  readonly item: string;
  readonly outcome: string;
  readonly reason: Sealed | null;
  /** Its own; where it has none, the decision's holds for what the law gives a right to. */
  readonly legalBasis: string | null;
}

/** What the unit recommends to the board, of one item. */
export type Recommended = Omit<Outcome, 'legalBasis'>;
/** A decision that took the place of the one before it. Which items it answered anew; `outcomes` has how. */
export interface Amendment {
  readonly decisionId: string;
  readonly amends: string;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly meetingId: string | null;
  readonly groundCode: string;
  readonly reason: Sealed;
  readonly items: readonly string[];
}

/** A written answer that went out, and what became of it with each to whom it went. */
export interface Dispatch {
  readonly dispatchId: string;
  /** The decision that it told. */
  readonly decisionId: string | null;
  readonly sentOn: string;
  readonly channel: string;
  readonly to: readonly {
    readonly recipient: string;
    readonly partyId: string | null;
    readonly deliveredOn: string | null;
    readonly proof: string | null;
    readonly returnedOn: string | null;
    readonly returnCause: string | null;
  }[];
}

/** A letter that was issued, and how it went out. */
export interface Letter {
  readonly letterId: string;
  readonly matter: string;
  readonly template: string;
  readonly templateVersion: number;
  readonly language: string;
  readonly decisionId: string | null;
  readonly recipient: string;
  readonly recipientId: string | null;
  readonly copyTo: readonly string[];
  readonly documentId: string;
  readonly issuedOn: string;
  readonly dispatches: readonly LetterSent[];
}
export interface LetterSent {
  readonly dispatchId: string;
  readonly sentOn: string;
  readonly channel: string;
  /** Laid where whoever prints and posts fetches it. */
  readonly throughOutbox: boolean;
  readonly deliveredOn: string | null;
  readonly proof: string | null;
  readonly returnedOn: string | null;
  readonly returnCause: string | null;
}

/** An answer that somebody else was asked to read before it was made, and what that one said. */
export interface Reading {
  readonly readingId: string;
  readonly items: readonly Recommended[];
  readonly criteria: readonly Omit<Criterion, 'assessedOn'>[];
  readonly requestedOn: string;
  readonly readerId: string | null;
  readonly agrees: boolean | null;
  readonly reason: Sealed | null;
  readonly readOn: string | null;
}

/** That the child was heard, and what it said. */
export interface Hearing {
  readonly mode: string;
  readonly heardById: string | null;
  readonly childView: Sealed | null;
  readonly weight: Sealed | null;
  readonly heardOn: string;
}

/** Somebody who takes no part in the case (fvl § 6). */
export interface Disqualified {
  readonly partyId: string;
  readonly reason: Sealed;
  readonly disqualifiedOn: string;
}

/** What people were told of their rights. */
export interface Information {
  readonly topics: readonly string[];
  readonly recipients: readonly string[];
  readonly recipientId: string | null;
  readonly ways: readonly string[];
  readonly informerId: string | null;
  readonly givenOn: string;
  readonly note: Sealed | null;
}

/** That whoever turned to the unit was told why it takes time, and until when. */
export interface PreliminaryReply {
  readonly recipients: readonly string[];
  readonly channel: string;
  readonly reasonCode: string;
  readonly reason: Sealed | null;
  readonly expectedOn: string | null;
  readonly sentOn: string;
}

/** Of another system. */
export interface OutsideReference {
  readonly system: string;
  readonly systemName: Sealed | null;
  readonly reference: Sealed;
  readonly addedOn: string;
}

const copy = copyOf([caseEvents]);
/** One case as the unit's overview and the case's page show it. Texts about the person are sealed. */
export const columns = {
  case_id: always(),
  subject_id: always(),
  /** Null where it was opened before cases had numbers, and got none since. */
  case_number: copy('NeedNotified.caseNumber', 'CaseNumberGiven.caseNumber'),
  outside_references: listed<OutsideReference>(),
  status: always<CaseStatus>(),
  /** What opened the case, and the day of that need or application. */
  opening: always<'APPLICATION' | 'NEED'>(),
  opened_on: always('date'),
  notified_on: copy('NeedNotified.notifiedOn'),
  notifier_role: copy('NeedNotified.notifierRole'),
  notifier_unit: copy('NeedNotified.notifierUnit'),
  notifier_id: copy('NeedNotified.notifierId'),
  informed_on: copy('NeedNotified.informedOn'),
  /** As the person answered last. */
  subject_wishes: copy('NeedNotified.subjectWishes', 'NeedAnswered.subjectWishes'),
  need_answered_on: copy('NeedAnswered.answeredOn'),
  need_answered_by: copy('NeedAnswered.answeredBy'),
  need_answer: copy('NeedAnswered.answer'),
  need: copy('NeedNotified.need', 'NeedAnswered.need'),
  message_reference: copy('NeedNotified.messageReference'),
  received_on: copy('ApplicationReceived.receivedOn'),
  channel: begun(copy('NeedNotified.channel', 'ApplicationReceived.channel')),
  written: copy('ApplicationReceived.written'),
  signed: copy('ApplicationReceived.signed'),
  /** It must be in writing, and is not yet. */
  unwritten: perhaps<boolean>('boolean'),
  /** When what was said was written down with the person, and who helped. */
  assisted_on: copy('AssistedApplicationWritten.writtenOn'),
  helper_id: copy('AssistedApplicationWritten.helperId'),
  said_by: copy('AssistedApplicationWritten.saidBy'),
  said_by_id: copy('AssistedApplicationWritten.saidById'),
  said_on: copy('AssistedApplicationWritten.saidOn'),
  application_text: copy('AssistedApplicationWritten.text'),
  information: listed<Information>(),
  preliminary_replies: listed<PreliminaryReply>(),
  /** The form's consent statement (U2). */
  consent_scopes: copy('ApplicationReceived.consentScopes'),
  consent_given_by: copy('ApplicationReceived.consentGivenBy'),
  consent_given_by_id: copy('ApplicationReceived.consentGivenById'),
  consent_given_on: copy('ApplicationReceived.consentGivenOn'),
  applicant_role: copy('ApplicationReceived.applicantRole'),
  applicant_id: copy('ApplicationReceived.applicantId'),
  applicant_unit: copy('ApplicationReceived.applicantUnit'),
  application_completed_on: copy('ApplicationCompleted.completedOn'),
  wish: copy('ApplicationReceived.wish'),
  items: copy('ApplicationReceived.items'),
  /** The consents that these are dealt with under (U2). */
  needed_scopes: listed<string>('text[]'),
  assignment_id: copy('MappingAssigned.assignmentId'),
  assignee_id: copy('MappingAssigned.assigneeId'),
  assignee_unit: copy('MappingAssigned.unit'),
  assigned_on: copy('MappingAssigned.assignedOn'),
  due_on: copy('MappingAssigned.dueOn'),
  performer_id: copy('MappingCompleted.performerId'),
  competence_basis: copy('MappingCompleted.competenceBasis'),
  mapped_on: copy('MappingCompleted.completedOn'),
  mapping_summary: copy('MappingCompleted.summary'),
  meetings: listed<Meeting>(),
  /** The day of the latest meeting that it was put to. */
  meets_on: perhaps('date'),
  criteria: listed<Criterion>(),
  recommendation: listed<Recommended>(),
  recommended_on: copy('RecommendationMade.recommendedOn'),
  /** What the board came to on what was recommended last. */
  board_outcome: perhaps<'APPROVED' | 'RETURNED' | 'REJECTED'>(),
  board_meeting_id: copy('BoardApproved.meetingId', 'BoardReturned.meetingId', 'BoardRejected.meetingId'),
  board_concluded_on: copy(
    'BoardApproved.concludedOn',
    'BoardReturned.concludedOn',
    'BoardRejected.concludedOn',
  ),
  /** On which delegation it acted. */
  board_delegation_id: copy('BoardApproved.delegationId', 'BoardRejected.delegationId'),
  /** Answers that were to be read by somebody else before they were made. */
  readings: listed<Reading>(),
  /** The child or young person whose case it is, heard in it (F9). */
  hearings: listed<Hearing>(),
  heard_on: perhaps('date'),
  outcomes: listed<Outcome>(),
  /** The one in force. */
  decision_id: perhaps(),
  /** The day of the first. */
  decided_on: copy('DecisionMade.decidedOn'),
  decided_by: copy('DecisionMade.decidedBy'),
  decision_meeting_id: copy('DecisionMade.meetingId'),
  legal_basis: copy('DecisionMade.legalBasis'),
  amendments: listed<Amendment>(),
  /** The day of the decision in force, where it amends another. */
  amended_on: copy('DecisionAmended.decidedOn'),
  /** Since when anything is granted that is so still. */
  granted_on: perhaps('date'),
  /** Of every decision, the earlier ones too. */
  dispatches: listed<Dispatch>(),
  letters: listed<Letter>(),
  /** When the answer of the decision in force first went to the person, or to who speaks for them, and did not come back. */
  decision_notified_on: perhaps('date'),
  /** When it is first known to have reached one of these. */
  answer_delivered_on: perhaps('date'),
  withdrawn_on: copy('ApplicationWithdrawn.withdrawnOn'),
  withdrawn_by: copy('ApplicationWithdrawn.withdrawnBy'),
  withdrawn_by_id: copy('ApplicationWithdrawn.withdrawnById'),
  withdrawal_reason: copy('ApplicationWithdrawn.reason'),
  /** What was disagreed on in how the case is handled, and how that ended (U20). */
  disputes: recordsBy('disputeId', {
    disputeId: begun(copy('HandlingDisputeRaised.disputeId')),
    topic: begun(copy('HandlingDisputeRaised.topic')),
    raisedById: copy('HandlingDisputeRaised.raisedById'),
    view: begun(copy('HandlingDisputeRaised.view')),
    otherView: begun(copy('HandlingDisputeRaised.otherView')),
    settledBy: begun(copy('HandlingDisputeRaised.settledBy')),
    raisedOn: begun(copy('HandlingDisputeRaised.raisedOn')),
    outcome: copy('HandlingDisputeSettled.outcome'),
    unit: copy('HandlingDisputeSettled.unit'),
    followUp: copy('HandlingDisputeSettled.followUp'),
    settledById: copy('HandlingDisputeSettled.settledById'),
    reason: copy('HandlingDisputeSettled.reason'),
    settledOn: copy('HandlingDisputeSettled.settledOn'),
  }),
  /** Of the latest day. */
  caseworker_id: copy('CaseworkerAssigned.caseworkerId'),
  caseworker_since: copy('CaseworkerAssigned.assignedOn'),
  caseworker_stands_in: copy('CaseworkerAssigned.standsIn'),
  disqualified: listed<Disqualified>(),
  /** While it is closed. */
  closed_on: copy('CaseClosed.closedOn'),
  closure_reason_code: copy('CaseClosed.reasonCode'),
  closure_reason: copy('CaseClosed.reason'),
  /** Since it was reopened last, until it is closed anew. */
  reopened_on: copy('CaseReopened.reopenedOn'),
  reopening_reason: copy('CaseReopened.reason'),
  /** When a decision came back that the county governor set aside, and whether it is to be made anew still. */
  set_aside_on: copy('DecisionSetAside.arrivedOn'),
  /** What of it, and by which complaint. */
  set_aside_items: copy('DecisionSetAside.items'),
  set_aside_by: copy('DecisionSetAside.complaintId'),
  is_set_aside: perhaps<boolean>('boolean'),
  /** The day of the decision that left nothing of what was granted. */
  grant_ended_on: perhaps('date'),
  /** From when what its decision granted is used up: with that decision, or with the case. */
  grant_used_up_on: perhaps('date'),
  /** What the county governor would miss if a complaint came, or will. */
  gaps: listed<KeptGap>(),
  /** What of that is missed, or will be from a day. */
  gap_codes: listed<string>('text[]'),
  /** Since when anything is missed, and anything that also depends on what stands elsewhere. */
  lacks_from: perhaps('date'),
  may_lack_from: perhaps('date'),
  /** By which unit it is counted: which maps the need, or applied, or told of it, or the coordinating unit. */
  counted_unit: perhaps(),
};
export type CaseRow = RowOf<typeof columns>;

const unmapped = { performer_id: null, competence_basis: null, mapped_on: null, mapping_summary: null };

const unconcluded = {
  board_outcome: null,
  board_meeting_id: null,
  board_concluded_on: null,
  board_delegation_id: null,
};
const inWriting = { written: true, unwritten: false };
/** Whoever was asked to map is to no more. */
const unasked = {
  assignment_id: null,
  assignee_id: null,
  assignee_unit: null,
  assigned_on: null,
  due_on: null,
};
const unassigned = { caseworker_id: null, caseworker_since: null, caseworker_stands_in: null };
const open = { closed_on: null, closure_reason_code: null, closure_reason: null };
const unopened = { reopened_on: null, reopening_reason: null };

/** Notes of the system: the row, and so the revision that a page is of, stays as what somebody recorded left it (`key`). */
const unseen = {
  DeadlineSet: copied,
  DeadlineMet: copied,
  DeadlineMissed: copied,
  DeadlineExpired: copied,
  DeadlineLifted: copied,
};

const neededFor = (items: readonly (keyof typeof consentFor)[]) => [
  ...new Set(items.map((item) => consentFor[item])),
];

const fold = foldOf([caseEvents], columns, {
  begin: {
    NeedNotified: ({ caseId, subjectId, notifiedOn }) => ({
      case_id: caseId,
      subject_id: subjectId,
      status: 'NEED_NOTIFIED',
      opening: 'NEED',
      opened_on: notifiedOn,
    }),
    ApplicationReceived: ({ caseId, subjectId, receivedOn }) => ({
      case_id: caseId,
      subject_id: subjectId,
      status: 'APPLICATION_RECEIVED',
      opening: 'APPLICATION',
      opened_on: receivedOn,
    }),
  },
  folds: {
    NeedNotified: copied,
    // An answer of an earlier day, typed in later, is not the last.
    NeedAnswered: ({ answeredOn, need }, row) => ({
      need: need ?? row.need,
      ...(answeredOn < (row.need_answered_on ?? '') && {
        subject_wishes: row.subject_wishes,
        need_answered_on: row.need_answered_on,
        need_answered_by: row.need_answered_by,
        need_answer: row.need_answer,
      }),
    }),
    // One that joins a case brings no number.
    ApplicationReceived: ({ items, caseNumber, written, asksForWriting = false }, { case_number }) => ({
      needed_scopes: neededFor(items),
      case_number: caseNumber ?? case_number,
      unwritten: asksForWriting && !written,
    }),
    ApplicationCompleted: ({ what }, { signed, written, unwritten }) => ({
      signed: what.includes('SIGNATURE') ? true : signed,
      ...(what.includes('WRITING') ? inWriting : { written, unwritten }),
    }),
    AssistedApplicationWritten: ({ signed: isSigned }, { signed }) => ({
      signed: isSigned ? true : signed,
      ...inWriting,
    }),
    InformationGiven: (
      { topics, recipients, recipientId = null, ways, informerId = null, givenOn, note = null },
      { information },
    ) => ({
      information: [...information, { topics, recipients, recipientId, ways, informerId, givenOn, note }],
    }),
    PreliminaryReplySent: (
      { recipients, channel, reasonCode, reason = null, expectedOn = null, sentOn },
      { preliminary_replies: before },
    ) => ({
      preliminary_replies: [...before, { recipients, channel, reasonCode, reason, expectedOn, sentOn }],
    }),
    // A mapping of a later day is what came of an assignment that was typed in after it.
    MappingAssigned: ({ assignedOn }, { mapped_on }) =>
      mapped_on === null || assignedOn >= mapped_on ? unmapped : {},
    MappingCompleted: copied,
    KeMeetingConvenedForCase({ meetingId, convenedOn, meetsOn, invitedUnits }, row) {
      const others = row.meetings.filter((meeting) => meeting.meetingId !== meetingId);
      const meetings = [...others, { meetingId, convenedOn, meetsOn, invitedUnits }];
      const days = meetings.map((meeting) => meeting.meetsOn).toSorted();
      return { meetings, meets_on: days.at(-1) ?? null };
    },
    CriterionAssessed({ criterion, met, reason, assessedOn }, row) {
      const others = row.criteria.filter((assessed) => assessed.criterion !== criterion);
      return { criteria: [...others, { criterion, met, reason, assessedOn }] };
    },
    RecommendationMade: ({ items }) => ({
      recommendation: items.map(recommended),
      ...unconcluded,
    }),
    BoardApproved: () => ({ board_outcome: 'APPROVED' }),
    BoardReturned: () => ({ board_outcome: 'RETURNED', board_delegation_id: null }),
    BoardRejected: () => ({ board_outcome: 'REJECTED' }),
    DecisionMade: ({ caseId, decisionId = caseId, decidedOn, items }) => ({
      decision_id: decisionId,
      outcomes: items.map((answer) => outcomeOf(answer)),
      granted_on: items.some(isGrant) ? decidedOn : null,
    }),
    DecisionAmended(data, row) {
      const { decisionId, amends, decidedOn, decidedBy, meetingId = null, groundCode, reason, items } = data;
      const anew = items.map((answer) => outcomeOf(answer, data.legalBasis));
      const isOf = (one: Outcome) => (other: Outcome) => one.item === other.item;
      const outcomes = [
        ...row.outcomes.map((was) => anew.find(isOf(was)) ?? was),
        ...anew.filter((now) => !row.outcomes.some(isOf(now))),
      ];
      const amendment = { decisionId, amends, decidedOn, decidedBy, meetingId, groundCode, reason };
      const grants = outcomes.some(isGrant);
      return {
        decision_id: decisionId,
        outcomes,
        granted_on: grants ? (row.granted_on ?? decidedOn) : null,
        is_set_aside: false,
        grant_ended_on: row.granted_on !== null && !grants ? decidedOn : null,
        amendments: [...row.amendments, { ...amendment, items: items.map(({ item }) => item) }],
      };
    },
    DecisionNotified(
      {
        caseId,
        dispatchId = caseId,
        letterId,
        throughOutbox = false,
        notifiedOn,
        channel,
        recipients,
        recipientParties = [],
      },
      row,
    ) {
      const to = recipients.flatMap((recipient) => {
        const parties = recipientParties.filter((one) => one.recipient === recipient);
        const ids = parties.length > 0 ? parties.map(({ partyId }) => partyId) : [null];
        return ids.map((partyId) => ({ recipient, partyId, ...onItsWay }));
      });
      const { decision_id: decisionId } = row;
      return {
        dispatches: [...row.dispatches, { dispatchId, decisionId, sentOn: notifiedOn, channel, to }],
        letters: sentAs(row.letters, letterId, { dispatchId, sentOn: notifiedOn, channel, throughOutbox }),
      };
    },
    AnswerDelivered: ({ deliveredOn, proof, ...whom }, { dispatches, letters }) => ({
      dispatches: arrivedAt(dispatches, whom, { deliveredOn, proof }),
      letters: arrivedAs(letters, whom, { deliveredOn, proof }),
    }),
    AnswerReturned: ({ returnedOn, cause, ...whom }, { dispatches, letters }) => ({
      dispatches: arrivedAt(dispatches, whom, { returnedOn, returnCause: cause }),
      letters: arrivedAs(letters, whom, { returnedOn, returnCause: cause }),
    }),
    LetterIssued: (data, { letters }) => {
      const {
        letterId,
        matter,
        template,
        templateVersion,
        language,
        recipient,
        copyTo,
        documentId,
        issuedOn,
      } = data;
      const { decisionId = null, recipientId = null } = data;
      const letter = {
        letterId,
        matter,
        template,
        templateVersion,
        language,
        decisionId,
        recipient,
        recipientId,
      };
      return { letters: [...letters, { ...letter, copyTo, documentId, issuedOn, dispatches: [] }] };
    },
    LetterDispatched: (
      { letterId, dispatchId, channel, throughOutbox = false, dispatchedOn },
      { letters },
    ) => ({
      letters: sentAs(letters, letterId, { dispatchId, sentOn: dispatchedOn, channel, throughOutbox }),
    }),
    LetterDelivered: ({ deliveredOn, proof, dispatchId }, { letters }) => ({
      letters: arrivedAs(letters, { dispatchId }, { deliveredOn, proof }),
    }),
    LetterReturned: ({ returnedOn, cause, dispatchId }, { letters }) => ({
      letters: arrivedAs(letters, { dispatchId }, { returnedOn, returnCause: cause }),
    }),
    ApplicationWithdrawn: copied,
    CaseNumberGiven: copied,
    OutsideReferenceAdded: ({ system, systemName, reference, addedOn }, { outside_references }) => ({
      outside_references: [
        ...outside_references,
        { system, systemName: systemName ?? null, reference, addedOn },
      ],
    }),
    // One of an earlier day, typed in later, handed over since.
    CaseworkerAssigned: ({ caseworkerId, assignedOn }, row) => {
      const { caseworker_id, caseworker_since, caseworker_stands_in, disqualified } = row;
      const isOver =
        assignedOn < (caseworker_since ?? '') || disqualified.some(({ partyId }) => partyId === caseworkerId);
      return isOver ? { caseworker_id, caseworker_since, caseworker_stands_in } : {};
    },
    CaseworkerDisqualified: (
      { disqualifiedId: partyId, reason, disqualifiedOn },
      { caseworker_id, assignee_id, mapped_on, disqualified },
    ) => ({
      disqualified: [...disqualified, { partyId, reason, disqualifiedOn }],
      ...(caseworker_id === partyId && unassigned),
      ...(assignee_id === partyId && mapped_on === null && unasked),
    }),
    SecondReadingRequested: ({ readingId, items, criteria, requestedOn }, { readings }) => ({
      readings: [...readings, { readingId, items: items.map(recommended), criteria, requestedOn, ...unread }],
    }),
    SecondReadingGiven: ({ readingId, readerId, agrees, reason = null, readOn }, { readings }) => ({
      readings: readings.map((one) =>
        one.readingId === readingId ? { ...one, readerId, agrees, reason, readOn } : one,
      ),
    }),
    ChildHeard: (
      { mode, heardById = null, childView = null, weight = null, heardOn },
      { hearings, heard_on },
    ) => ({
      hearings: [...hearings, { mode, heardById, childView, weight, heardOn }],
      heard_on: heardOn > (heard_on ?? '') ? heardOn : heard_on,
    }),
    HandlingDisputeRaised: copied,
    HandlingDisputeSettled: copied,
    CaseClosed: () => unopened,
    CaseReopened: () => open,
    DecisionSetAside({ items }, row) {
      const outcomes = row.outcomes.filter(
        ({ item }) => items.length > 0 && !items.some((one) => one === item),
      );
      const grants = outcomes.some(isGrant);
      return { outcomes, granted_on: grants ? row.granted_on : null, is_set_aside: true };
    },
    ...unseen,
  },
  follows(row) {
    const told = row.is_set_aside === true ? untold : toldIn(row);
    const status = statusOf({ ...row, ...told });
    return {
      ...told,
      status,
      grant_used_up_on: usedUpOn(row),
      ...gapsIn({ ...row, ...told, status }),
      counted_unit: row.assignee_unit ?? row.applicant_unit ?? row.notifier_unit ?? 'KE',
    };
  },
});

const unread = { readerId: null, agrees: null, reason: null, readOn: null };

const recommended = ({ item, outcome, reason }: Answer): Recommended => ({
  item,
  outcome,
  reason: reason ?? null,
});

const onItsWay = { deliveredOn: null, proof: null, returnedOn: null, returnCause: null };

const isGrant = ({ outcome }: Pick<Outcome, 'outcome'>) => outcome !== 'REFUSED';

const outcomeOf = (
  { item, outcome, reason, legalBasis }: Answer,
  /** The decision's, which holds for what the law gives a right to. */
  shared?: string,
): Outcome => ({
  item,
  outcome,
  reason: reason ?? null,
  legalBasis: legalBasis ?? (byLaw.some((one) => one === item) ? (shared ?? null) : null),
});
interface Answer {
  readonly item: string;
  readonly outcome: string;
  readonly reason?: Sealed;
  readonly legalBasis?: string;
}

type Whom = { readonly dispatchId: string; readonly recipient: string; readonly partyId?: string };

/** These answers, with what became of the one that went to this recipient. */
const arrivedAt = (
  dispatches: readonly Dispatch[],
  { dispatchId, recipient, partyId }: Whom,
  became: Partial<Dispatch['to'][number]>,
): Dispatch[] =>
  dispatches.map((sent) =>
    sent.dispatchId !== dispatchId
      ? sent
      : {
          ...sent,
          to: sent.to.map((one) =>
            one.recipient === recipient && (partyId === undefined || one.partyId === partyId)
              ? { ...one, ...became }
              : one,
          ),
        },
  );

/** Of a decision that was set aside nothing counts as told. */
const untold = { decision_notified_on: null, answer_delivered_on: null };

/** These letters, of which one went out. */
const sentAs = (
  letters: readonly Letter[],
  letterId: string | undefined,
  how: Pick<LetterSent, 'dispatchId' | 'sentOn' | 'channel' | 'throughOutbox'>,
): Letter[] =>
  letters.map((one) =>
    one.letterId === letterId ? { ...one, dispatches: [...one.dispatches, { ...how, ...onItsWay }] } : one,
  );

/** These letters, with what became of the dispatch of one; of an answer with copies, what became of the letter's own receiver. */
const arrivedAs = (
  letters: readonly Letter[],
  { dispatchId, recipient }: { readonly dispatchId: string; readonly recipient?: string },
  became: Partial<LetterSent>,
): Letter[] =>
  letters.map((one) =>
    recipient !== undefined && recipient !== one.recipient
      ? one
      : {
          ...one,
          dispatches: one.dispatches.map((sent) =>
            sent.dispatchId === dispatchId ? { ...sent, ...became } : sent,
          ),
        },
  );

/** Who speaks for the application: an answer to one of these is the answer. */
const applicants: readonly string[] = representatives.codes;

function toldIn({ dispatches, decision_id }: CaseRow) {
  const sent = dispatches
    .filter(({ decisionId }) => decisionId === decision_id)
    .flatMap(({ sentOn, to }) => to.map((one) => ({ ...one, sentOn })))
    .filter(({ recipient, returnedOn }) => applicants.includes(recipient) && returnedOn === null);
  const first = (days: readonly (string | null)[]) =>
    days.filter((day) => day !== null).toSorted()[0] ?? null;
  return {
    decision_notified_on: first(sent.map(({ sentOn }) => sentOn)),
    answer_delivered_on: first(sent.map(({ deliveredOn }) => deliveredOn)),
  };
}

/** One row a case: the fold of its stream. What stands open for want of consent or identity number is joined in by the queries. */
export const caseOverview = defineProjection<CaseRow, typeof caseEvents>({
  name: 'case_overview',
  version: 22,
  sees: 'effective',
  handles: [caseEvents],
  keyColumn: 'case_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ type, data }) => (type in unseen ? undefined : data.caseId),
  fold,
});

/** With the decision that left nothing of it, or with the case. */
const usedUpOn = ({ grant_ended_on, granted_on, closed_on, closure_reason_code }: CaseRow) =>
  grant_ended_on ?? (usesUp(closure_reason_code) && granted_on !== null ? closed_on : null);

/** How far the case has come, whatever the order of its steps: mapping may be there before the application. */
function statusOf(row: CaseRow): CaseStatus {
  if (row.closed_on !== null) return 'CLOSED';
  if (row.withdrawn_on !== null) return 'WITHDRAWN';
  if (row.is_set_aside === true) return 'SET_ASIDE';
  if (row.decision_notified_on !== null) return 'NOTIFIED';
  if (row.decided_on !== null) return 'DECIDED_NOT_NOTIFIED';
  if (row.meetings.length > 0) return 'MEETING_CONVENED';
  if (row.mapped_on !== null) return 'MAPPED';
  if (row.assignment_id !== null) return 'MAPPING_ASSIGNED';
  if (row.received_on !== null) return 'APPLICATION_RECEIVED';
  return row.subject_wishes === 'NO' ? 'DECLINED_BY_SUBJECT' : 'NEED_NOTIFIED';
}
