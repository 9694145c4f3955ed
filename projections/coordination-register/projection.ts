import {
  type Choice,
  type CoordinationEvent,
  closuresEndingNeed,
  type Consent as Given,
  coordinationEvents,
  type Discrepancy,
  type EndReport,
  endReportsAfter,
  noTo,
  openIn,
  reportsAfter,
  type UnitReport,
  releasesEndingNeed,
  withConsent,
  withNarrowing,
  withoutConsents,
  type Withdrawal,
  withWithdrawal,
} from '#coordination';
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
import { defineProjection } from '#event-sourcing/projection';
import type { ConsentSection } from '#vocabulary';

const copy = copyOf([coordinationEvents]);

/** What rests on a case's decision though that grants it no more: an open point. */
export interface LostBasis {
  readonly caseId: string;
  /** Appointments, plans and members. */
  readonly restsOn: readonly string[];
  readonly since: string;
}

/** A consent as the register keeps it; `withdrawnOn`: from when nothing of it holds any more. */
export interface Consent extends Omit<
  Given,
  'hasDocument' | 'validUntil' | 'givenById' | 'recipientIds' | 'sections'
> {
  readonly givenById: string | null;
  /** The case whose application's form bore it. */
  readonly caseId?: string | null;
  readonly validUntil: string | null;
  /** Of a consent to share: with whom, and which sections of the plan; null for all of them. */
  readonly recipientIds?: readonly string[] | null;
  readonly sections?: readonly ConsentSection[] | null;
  readonly withdrawnOn: string | null;
}

/** One person's history, and what is true now whatever the day. Who coordinates is asked of a day: coordinating.ts, queries.ts. */
export const columns = {
  subject_id: always(),
  consents: listed<Consent>(),
  /** What was taken back, for consents that are typed in after it. */
  withdrawals: listed<Withdrawal>(),
  active_plan_id: perhaps(),
  plan_since: perhaps('date'),
  plans: recordsBy('planId', {
    planId: begun(copy('PlanStarted.planId')),
    caseId: copy('PlanStarted.caseId'),
    restsOn: copy('PlanStarted.restsOn'),
    reportId: copy('PlanStarted.reportId'),
    startedOn: begun(copy('PlanStarted.startedOn')),
    withSubject: begun(copy('PlanStarted.withSubject')),
    closedOn: copy('PlanClosed.closedOn'),
    reasonCode: copy('PlanClosed.reasonCode'),
    reason: copy('PlanClosed.reason'),
    coordinatorGoesOn: copy('PlanClosed.coordinatorGoesOn'),
    groupGoesOn: copy('PlanClosed.groupGoesOn'),
    endsByThen: copy('PlanClosed.endsByThen'),
  }),
  wishes: recordsBy('wishId', {
    wishId: begun(copy('CoordinatorWishRecorded.wishId')),
    wish: begun(copy('CoordinatorWishRecorded.wish')),
    wishedBy: begun(copy('CoordinatorWishRecorded.wishedBy')),
    wishedOn: begun(copy('CoordinatorWishRecorded.wishedOn')),
  }),
  /** What the person said to a plan or a coordinator, each time (A3, A4). */
  choices: recordsBy('choiceId', {
    choiceId: begun(
      copy(
        'PlanDeclined.choiceId',
        'PlanAccepted.choiceId',
        'CoordinatorDeclined.choiceId',
        'CoordinatorAccepted.choiceId',
      ),
    ),
    planDeclinedOn: copy('PlanDeclined.declinedOn'),
    planAcceptedOn: copy('PlanAccepted.acceptedOn'),
    coordinatorDeclinedOn: copy('CoordinatorDeclined.declinedOn'),
    coordinatorAcceptedOn: copy('CoordinatorAccepted.acceptedOn'),
    saidBy: begun(
      copy(
        'PlanDeclined.saidBy',
        'PlanAccepted.saidBy',
        'CoordinatorDeclined.saidBy',
        'CoordinatorAccepted.saidBy',
      ),
    ),
    saidById: copy(
      'PlanDeclined.saidById',
      'PlanAccepted.saidById',
      'CoordinatorDeclined.saidById',
      'CoordinatorAccepted.saidById',
    ),
    channel: begun(
      copy(
        'PlanDeclined.channel',
        'PlanAccepted.channel',
        'CoordinatorDeclined.channel',
        'CoordinatorAccepted.channel',
      ),
    ),
    reason: copy(
      'PlanDeclined.reason',
      'PlanAccepted.reason',
      'CoordinatorDeclined.reason',
      'CoordinatorAccepted.reason',
    ),
  }),
  /** The no that stands, of each; and the yes that a no to a coordinator was followed by. */
  plan_declined_on: perhaps('date'),
  coordinator_declined_on: perhaps('date'),
  coordinator_accepted_on: perhaps('date'),
  proposals: recordsBy('proposalId', {
    proposalId: begun(copy('CoordinatorProposed.proposalId')),
    candidateId: begun(copy('CoordinatorProposed.candidateId')),
    unit: begun(copy('CoordinatorProposed.unit')),
    kind: begun(copy('CoordinatorProposed.kind')),
    grounds: begun(copy('CoordinatorProposed.grounds')),
    assessment: copy('CoordinatorProposed.assessment'),
    awaits: begun(copy('CoordinatorProposed.awaits')),
    proposedOn: begun(copy('CoordinatorProposed.proposedOn')),
    leaderId: copy('LeaderConcurred.leaderId', 'LeaderObjected.leaderId'),
    concurredOn: copy('LeaderConcurred.concurredOn'),
    comment: copy('LeaderConcurred.comment'),
    objectedOn: copy('LeaderObjected.objectedOn'),
    objectionCode: copy('LeaderObjected.reasonCode'),
    objection: copy('LeaderObjected.reason'),
    acceptedOn: copy('CandidateAccepted.acceptedOn'),
    declinedOn: copy('CandidateDeclined.declinedOn'),
    declineCode: copy('CandidateDeclined.reasonCode'),
    decline: copy('CandidateDeclined.reason'),
    withdrawnOn: copy('ProposalWithdrawn.withdrawnOn'),
    withdrawal: copy('ProposalWithdrawn.reason'),
  }),
  /** What was disagreed on, which unit is to coordinate, and how that ended (U20). */
  disputes: recordsBy('disputeId', {
    disputeId: begun(copy('PlacementDisputeRaised.disputeId')),
    proposalId: copy('PlacementDisputeRaised.proposalId'),
    kind: begun(copy('PlacementDisputeRaised.kind')),
    raisedById: copy('PlacementDisputeRaised.raisedById'),
    view: begun(copy('PlacementDisputeRaised.view')),
    otherView: begun(copy('PlacementDisputeRaised.otherView')),
    settledBy: begun(copy('PlacementDisputeRaised.settledBy')),
    raisedOn: begun(copy('PlacementDisputeRaised.raisedOn')),
    outcome: copy('PlacementDisputeSettled.outcome'),
    unit: copy('PlacementDisputeSettled.unit'),
    settledById: copy('PlacementDisputeSettled.settledById'),
    reason: copy('PlacementDisputeSettled.reason'),
    settledOn: copy('PlacementDisputeSettled.settledOn'),
  }),
  /** Everyone who ever was appointed, in whatever way: who coordinates on a day is among them. */
  appointments: recordsBy('appointmentId', {
    appointmentId: begun(copy('CoordinatorAppointed.appointmentId')),
    coordinatorId: begun(copy('CoordinatorAppointed.coordinatorId')),
    unit: copy('CoordinatorAppointed.unit'),
    kind: begun(copy('CoordinatorAppointed.kind')),
    temporary: begun(copy('CoordinatorAppointed.temporary')),
    restsOn: copy('CoordinatorAppointed.restsOn'),
    reportId: copy('CoordinatorAppointed.reportId'),
    caseId: copy('CoordinatorAppointed.caseId'),
    proposalId: copy('CoordinatorAppointed.proposalId'),
    takesOverFrom: copy('CoordinatorAppointed.takesOverFrom'),
    validFrom: begun(copy('CoordinatorAppointed.validFrom')),
    wishFollowed: begun(copy('CoordinatorAppointed.wishFollowed')),
    reason: copy('CoordinatorAppointed.reason'),
    delegatedBy: copy('CoordinatorAppointed.delegatedBy'),
    toldOn: copy('AllocationNotified.notifiedOn'),
    releasedOn: copy('CoordinatorReleased.releasedOn'),
    releaseReasonCode: copy('CoordinatorReleased.reasonCode'),
    releaseReason: copy('CoordinatorReleased.reason'),
    endsByThen: copy('CoordinatorReleased.endsByThen'),
  }),
  /** What coordinators left to those who took over (U7). */
  handovers: recordsBy('handoverId', {
    handoverId: begun(copy('HandoverWritten.handoverId')),
    appointmentId: begun(copy('HandoverWritten.appointmentId')),
    openMatters: begun(copy('HandoverWritten.openMatters')),
    nextMeetings: copy('HandoverWritten.nextMeetings'),
    wishes: copy('HandoverWritten.wishes'),
    writtenById: copy('HandoverWritten.writtenById'),
    writtenOn: begun(copy('HandoverWritten.writtenOn')),
    acknowledgedBy: copy('HandoverAcknowledged.appointmentId'),
    acknowledgedOn: copy('HandoverAcknowledged.acknowledgedOn'),
    comment: copy('HandoverAcknowledged.comment'),
  }),
  /** Each time it was asked whether what runs is still right, and what came of it. */
  reviews: recordsBy('reviewId', {
    reviewId: begun(copy('CoordinationReviewed.reviewId')),
    parts: begun(copy('CoordinationReviewed.parts')),
    outcome: begun(copy('CoordinationReviewed.outcome')),
    withSubject: begun(copy('CoordinationReviewed.withSubject')),
    remark: copy('CoordinationReviewed.remark'),
    reviewedById: copy('CoordinationReviewed.reviewedById'),
    reviewedOn: begun(copy('CoordinationReviewed.reviewedOn')),
  }),
  /** The first day of the appointments that have no end: on a day from then on somebody coordinates. */
  covered_from: perhaps('date'),
  /** The last day on which somebody left whom another should follow. */
  left_on: perhaps('date'),
  /** The last day on which a release, the end of a plan or the person's no ended the need. */
  need_ended_on: perhaps('date'),
  /** The day on which all of it ended for the person. */
  ended_on: copy('CoordinationEnded.endedOn'),
  end_reason: copy('CoordinationEnded.reasonCode'),
  /** Alarms of their day: whether somebody is missing still is asked of a day. */
  gaps: recordsBy('appointmentId', {
    appointmentId: begun(copy('CoordinatorGapDetected.appointmentId')),
    kind: begun(copy('CoordinatorGapDetected.kind')),
    since: begun(copy('CoordinatorGapDetected.since')),
  }),
  lost_bases: listed<LostBasis>(),
  members: recordsBy('memberId', {
    memberId: begun(copy('MemberJoinedGroup.memberId')),
    partyId: begun(copy('MemberJoinedGroup.partyId')),
    memberRole: begun(copy('MemberJoinedGroup.memberRole')),
    unit: copy('MemberJoinedGroup.unit'),
    /** The case whose decision granted a group by itself; null where the group gathers around the plan. */
    caseId: copy('MemberJoinedGroup.caseId'),
    joinedOn: begun(copy('MemberJoinedGroup.joinedOn')),
    leftOn: copy('MemberLeftGroup.leftOn'),
    reasonCode: copy('MemberLeftGroup.reasonCode'),
    reason: copy('MemberLeftGroup.reason'),
    endsByThen: copy('MemberLeftGroup.endsByThen'),
  }),
  /** What units reported of their own (S9), apart from what is confirmed; each with what does not fit, and did not. */
  reports: listed<UnitReport>(),
  /** Ends that were told, of which nobody knows until they are recorded (S10). */
  end_reports: listed<EndReport>(),
  /** What does not fit in any report that stands. */
  discrepancies: listed<Discrepancy>('text[]'),
};
export type CoordinationRow = RowOf<typeof columns>;
export type Appointment = CoordinationRow['appointments'][number];
export type Plan = CoordinationRow['plans'][number];
export type Member = CoordinationRow['members'][number];
export type Gap = CoordinationRow['gaps'][number];

/** One row a person who has given a consent or has a coordinator, a plan or a group. */
export const coordinationRegister = defineProjection<CoordinationRow, typeof coordinationEvents>({
  name: 'coordination_register',
  version: 18,
  sees: 'effective',
  handles: [coordinationEvents],
  keyColumn: 'subject_id',
  schema: new URL('./schema.sql', import.meta.url),
  columns: typesOf(columns),
  key: ({ data }) => data.subjectId,
  fold: (before, event) => {
    const after = folded(before, event);
    return after && withReports(after, event);
  },
});

const folded = foldOf([coordinationEvents], columns, {
  begin: ({ subjectId }) => ({ subject_id: subjectId }),
  folds: {
    ConsentGiven: (told, row) => {
      const {
        consentId,
        scopes,
        givenBy,
        givenById = null,
        givenOn,
        validUntil = null,
        caseId = null,
        recipientIds = null,
        sections = null,
      } = told;
      const by = { givenBy, givenById, caseId };
      const shared = { recipientIds, sections };
      const given = {
        consentId,
        scopes,
        ...by,
        givenOn,
        validUntil,
        ...shared,
        withdrawnOn: null,
        withdrawn: [],
      };
      return consented({ ...row, ...withConsent(row, given, row.ended_on) });
    },
    ConsentWithdrawn: (taken, row) => consented({ ...row, ...withWithdrawal(row, taken) }),
    ConsentNarrowed: (less, row) => withNarrowing(row, less),
    CoordinatorWishRecorded: copied,
    PlanDeclined: copied,
    PlanAccepted: copied,
    CoordinatorDeclined: copied,
    CoordinatorAccepted: copied,
    CoordinatorProposed: copied,
    LeaderConcurred: copied,
    LeaderObjected: copied,
    CandidateAccepted: copied,
    CandidateDeclined: copied,
    ProposalWithdrawn: copied,
    CoordinationEnded: ({ endedOn }, row) =>
      consented({ ...row, consents: withoutConsents(row.consents, endedOn) }),
    PlacementDisputeRaised: copied,
    PlacementDisputeSettled: copied,
    CoordinatorAppointed: copied,
    CoordinatorReleased: copied,
    HandoverWritten: copied,
    HandoverAcknowledged: copied,
    AllocationNotified: copied,
    CoordinatorGapDetected: copied,
    BasisLost: ({ caseId, restsOn, detectedOn: since }, { lost_bases }) => ({
      lost_bases: [...otherThan(caseId, lost_bases), { caseId, restsOn, since }],
    }),
    BasisRegained: ({ caseId }, { lost_bases }) => ({ lost_bases: otherThan(caseId, lost_bases) }),
    PlanStarted: copied,
    PlanClosed: copied,
    MemberJoinedGroup: copied,
    MemberLeftGroup: copied,
    CoordinationReviewed: copied,
    // Who is to be asked stands in the inbox; the consents go on until then.
    ConsentRenewalDue: copied,
    // Told of what units report: reports.ts.
    PlanReportedByUnit: copied,
    CoordinatorReportedByUnit: copied,
    UnitReportCompleted: copied,
    UnitReportConfirmed: copied,
    UnitReportWithdrawn: copied,
    PlanClosureReportedToKe: copied,
    MemberDepartureReportedToKe: copied,
  },
  follows: present,
});

function withReports(row: CoordinationRow, event: CoordinationEvent): CoordinationRow {
  const { consents, plans, appointments, members, ended_on } = row;
  const beside = { consents, plans, appointments, members, choices: choicesIn(row), endedOn: ended_on };
  const reports = reportsAfter(row.reports, beside, event);
  const end_reports = endReportsAfter(row.end_reports, beside, event);
  return { ...row, reports, end_reports, discrepancies: openIn(reports) };
}

/** Consents, each with the day from which nothing of it holds, and what was taken back. */
const consented = ({ consents, withdrawals }: Pick<CoordinationRow, 'consents' | 'withdrawals'>) => ({
  consents: consents.map((consent) => ({ ...consent, withdrawnOn: endOf(consent) })),
  withdrawals,
});

const endOf = ({ scopes, withdrawn }: Consent) =>
  withdrawn.length < scopes.length ? null : (inOrder(withdrawn.map((one) => one.withdrawnOn)).at(-1) ?? null);

const otherThan = (caseId: string, bases: readonly LostBasis[]) =>
  bases.filter((lost) => lost.caseId !== caseId);

/** What the history comes to now. */
function present(row: CoordinationRow): Partial<CoordinationRow> {
  const plan = row.plans.findLast(({ closedOn }) => closedOn === null);
  return {
    active_plan_id: plan?.planId ?? null,
    plan_since: plan?.startedOn ?? null,
    ...coverage({ ...row, ...chosen(row) }),
    ...chosen(row),
    lost_bases: row.lost_bases
      .map((lost) => ({ ...lost, restsOn: lost.restsOn.filter((id) => stands(row, id)) }))
      .filter(({ restsOn }) => restsOn.length > 0),
  };
}

const choicesIn = ({ choices }: Pick<CoordinationRow, 'choices'>) =>
  choices.flatMap((one): Choice[] => [
    ...told('PLAN', false, one.planDeclinedOn),
    ...told('PLAN', true, one.planAcceptedOn),
    ...told('COORDINATOR', false, one.coordinatorDeclinedOn),
    ...told('COORDINATOR', true, one.coordinatorAcceptedOn),
  ]);

function chosen({ choices }: Pick<CoordinationRow, 'choices'>) {
  const said = choicesIn({ choices });
  const coordinator_declined_on = noTo('COORDINATOR', said) ?? null;
  return {
    plan_declined_on: noTo('PLAN', said) ?? null,
    coordinator_declined_on,
    coordinator_accepted_on:
      coordinator_declined_on === null
        ? (inOrder(choices.map((one) => one.coordinatorAcceptedOn)).at(-1) ?? null)
        : null,
  };
}
const told = (of: Choice['of'], isYes: boolean, on: string | null): Choice[] =>
  on === null ? [] : [{ of, isYes, on }];

function coverage({
  appointments,
  plans,
  ended_on,
  coordinator_declined_on,
}: Omit<CoordinationRow, 'choices'>) {
  const standing = appointments.filter(({ releasedOn }) => releasedOn === null);
  const left = appointments.filter(
    ({ validFrom, releasedOn, releaseReasonCode }) =>
      releasedOn !== null && validFrom < releasedOn && !endsNeed(releasesEndingNeed, releaseReasonCode),
  );
  const ends = [
    ended_on,
    coordinator_declined_on,
    ...appointments
      .filter(({ releaseReasonCode }) => endsNeed(releasesEndingNeed, releaseReasonCode))
      .map(({ releasedOn }) => releasedOn),
    ...plans
      .filter(({ reasonCode }) => endsNeed(closuresEndingNeed, reasonCode))
      .map(({ closedOn }) => closedOn),
  ];
  return {
    covered_from: inOrder(standing.map(({ validFrom }) => validFrom)).at(0) ?? null,
    left_on: inOrder(left.map(({ releasedOn }) => releasedOn)).at(-1) ?? null,
    need_ended_on: inOrder(ends).at(-1) ?? null,
  };
}

const endsNeed = (reasons: readonly string[], reason: string | null) =>
  reason !== null && reasons.includes(reason);
const inOrder = (days: readonly (string | null)[]) => days.filter((day) => day !== null).toSorted();

/** What has ended or was recorded in error needs no decision any more. */
const stands = ({ appointments, plans, members }: CoordinationRow, id: string) =>
  appointments.some(({ appointmentId, releasedOn }) => appointmentId === id && releasedOn === null) ||
  plans.some(({ planId, closedOn }) => planId === id && closedOn === null) ||
  members.some(({ memberId, leftOn }) => memberId === id && leftOn === null);
