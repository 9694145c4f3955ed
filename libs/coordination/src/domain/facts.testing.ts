import type { CorrectionFact } from '#event-sourcing/event';
import { factOf } from '#event-sourcing/testing/spec-of';
import type { Birth } from '#vocabulary';
import type { Grant, Grants } from './basis.js';
import type { DataOf, SaidOf, StepType } from './events.js';
import type { AnnulCoordinationEvent, CorrectCoordinationEvent, RecordStep } from './intents.js';

/** Facts of an invented person, told with as little as a test cares about. Today is 2 March 2026. */
export const subjectId = '0b0e3b7e-0000-5000-8000-000000000001';
export const caseId = '0b0e3b7e-0000-5000-8000-0000000000c1';
export const planId = `${subjectId}.1`;

export const consent = factOf<'ConsentGiven', DataOf<'ConsentGiven'>>('ConsentGiven', {
  subjectId,
  consentId: 'consent-1',
  scopes: ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'],
  givenBy: 'SUBJECT',
  givenOn: '2026-01-10',
});
export const withdrawal = factOf<'ConsentWithdrawn', DataOf<'ConsentWithdrawn'>>('ConsentWithdrawn', {
  subjectId,
  consentId: 'consent-1',
  withdrawnOn: '2026-02-20',
});
export const narrowing = factOf<'ConsentNarrowed', DataOf<'ConsentNarrowed'>>('ConsentNarrowed', {
  subjectId,
  consentId: 'consent-1',
  narrowedOn: '2026-02-20',
});
export const appointed = factOf<'CoordinatorAppointed', DataOf<'CoordinatorAppointed'>>(
  'CoordinatorAppointed',
  {
    subjectId,
    appointmentId: 'appointment-1',
    coordinatorId: 'party-7',
    kind: 'ORDINARY',
    temporary: false,
    caseId,
    validFrom: '2026-02-01',
    wishFollowed: 'YES',
  },
);
export const told = factOf<'AllocationNotified', DataOf<'AllocationNotified'>>('AllocationNotified', {
  subjectId,
  appointmentId: 'appointment-1',
  recipients: ['SUBJECT'],
  channel: 'LETTER',
  notifiedOn: '2026-02-02',
});
export const wished = factOf<'CoordinatorWishRecorded', DataOf<'CoordinatorWishRecorded'>>(
  'CoordinatorWishRecorded',
  { subjectId, wishId: 'wish-1', wish: 'En rolig en.', wishedBy: 'SUBJECT', wishedOn: '2026-01-12' },
);
const said = { subjectId, choiceId: 'choice-1', saidBy: 'SUBJECT', channel: 'PHONE' } as const;
export const planDeclined = factOf<'PlanDeclined', DataOf<'PlanDeclined'>>('PlanDeclined', {
  ...said,
  declinedOn: '2026-02-12',
});
export const planAccepted = factOf<'PlanAccepted', DataOf<'PlanAccepted'>>('PlanAccepted', {
  ...said,
  choiceId: 'choice-2',
  acceptedOn: '2026-02-18',
});
export const coordinatorDeclined = factOf<'CoordinatorDeclined', DataOf<'CoordinatorDeclined'>>(
  'CoordinatorDeclined',
  { ...said, choiceId: 'choice-3', declinedOn: '2026-02-12' },
);
export const coordinatorAccepted = factOf<'CoordinatorAccepted', DataOf<'CoordinatorAccepted'>>(
  'CoordinatorAccepted',
  { ...said, choiceId: 'choice-4', acceptedOn: '2026-02-18' },
);
export const proposed = factOf<'CoordinatorProposed', DataOf<'CoordinatorProposed'>>('CoordinatorProposed', {
  subjectId,
  proposalId: 'proposal-1',
  candidateId: 'party-7',
  unit: 'SCHOOL',
  kind: 'ORDINARY',
  grounds: ['FIT'],
  awaits: [],
  proposedOn: '2026-01-15',
});
export const disputed = factOf<'PlacementDisputeRaised', DataOf<'PlacementDisputeRaised'>>(
  'PlacementDisputeRaised',
  {
    subjectId,
    disputeId: 'dispute-1',
    kind: 'ORDINARY',
    view: 'Skolen kjenner eleven.',
    otherView: 'Skolen har fire fra før.',
    settledBy: 'MUNICIPAL_DIRECTOR',
    raisedOn: '2026-01-20',
  },
);
export const settled = factOf<'PlacementDisputeSettled', DataOf<'PlacementDisputeSettled'>>(
  'PlacementDisputeSettled',
  {
    subjectId,
    disputeId: 'dispute-1',
    outcome: 'DECIDED',
    unit: 'SCHOOL',
    settledById: 'party-9',
    reason: 'Skolen er nærmest.',
    settledOn: '2026-01-25',
  },
);
const ofProposal = { subjectId, proposalId: 'proposal-1' };
const ofLeader = { ...ofProposal, leaderId: 'party-8' };
export const concurred = factOf<'LeaderConcurred', DataOf<'LeaderConcurred'>>('LeaderConcurred', {
  ...ofLeader,
  concurredOn: '2026-01-16',
});
export const objected = factOf<'LeaderObjected', DataOf<'LeaderObjected'>>('LeaderObjected', {
  ...ofLeader,
  objectedOn: '2026-01-16',
  reasonCode: 'UNEVEN',
  reason: 'Enheten har fire fra før.',
});
export const accepted = factOf<'CandidateAccepted', DataOf<'CandidateAccepted'>>('CandidateAccepted', {
  ...ofProposal,
  acceptedOn: '2026-01-17',
});
export const declined = factOf<'CandidateDeclined', DataOf<'CandidateDeclined'>>('CandidateDeclined', {
  ...ofProposal,
  declinedOn: '2026-01-17',
  reasonCode: 'NO_CAPACITY',
});
export const givenUp = factOf<'ProposalWithdrawn', DataOf<'ProposalWithdrawn'>>('ProposalWithdrawn', {
  ...ofProposal,
  withdrawnOn: '2026-01-18',
});
export const released = factOf<'CoordinatorReleased', DataOf<'CoordinatorReleased'>>('CoordinatorReleased', {
  subjectId,
  appointmentId: 'appointment-1',
  releasedOn: '2026-02-15',
  reasonCode: 'LEFT_POSITION',
});
export const handed = factOf<'HandoverWritten', DataOf<'HandoverWritten'>>('HandoverWritten', {
  subjectId,
  handoverId: 'handover-1',
  appointmentId: 'appointment-1',
  openMatters: 'Søknaden om avlastning er ikke besvart.',
  nextMeetings: 'Møte på skolen i uke 9.',
  wishes: 'Vil ha beskjed dagen før.',
  writtenOn: '2026-02-14',
});
export const acknowledged = factOf<'HandoverAcknowledged', DataOf<'HandoverAcknowledged'>>(
  'HandoverAcknowledged',
  {
    subjectId,
    handoverId: 'handover-1',
    appointmentId: 'appointment-2',
    acknowledgedOn: '2026-02-17',
  },
);
export const reviewed = factOf<'CoordinationReviewed', DataOf<'CoordinationReviewed'>>(
  'CoordinationReviewed',
  {
    subjectId,
    reviewId: 'review-1',
    parts: ['COORDINATOR'],
    outcome: 'STILL_RIGHT',
    withSubject: true,
    reviewedOn: '2026-02-10',
  },
);
export const renewal = factOf<'ConsentRenewalDue', DataOf<'ConsentRenewalDue'>>('ConsentRenewalDue', {
  subjectId,
  consentIds: ['consent-1'],
  dueOn: '2026-03-02',
});
export const gap = factOf<'CoordinatorGapDetected', DataOf<'CoordinatorGapDetected'>>(
  'CoordinatorGapDetected',
  {
    subjectId,
    appointmentId: 'appointment-1',
    kind: 'ORDINARY',
    since: '2026-02-15',
  },
);
export const started = factOf<'PlanStarted', DataOf<'PlanStarted'>>('PlanStarted', {
  subjectId,
  planId,
  caseId,
  startedOn: '2026-02-03',
  withSubject: true,
});
export const closed = factOf<'PlanClosed', DataOf<'PlanClosed'>>('PlanClosed', {
  subjectId,
  planId,
  closedOn: '2026-02-25',
  reasonCode: 'NEED_CEASED',
});
export const joined = factOf<'MemberJoinedGroup', DataOf<'MemberJoinedGroup'>>('MemberJoinedGroup', {
  subjectId,
  memberId: 'member-1',
  partyId: 'party-9',
  memberRole: 'PHYSIOTHERAPIST',
  joinedOn: '2026-02-10',
});
export const left = factOf<'MemberLeftGroup', DataOf<'MemberLeftGroup'>>('MemberLeftGroup', {
  subjectId,
  memberId: 'member-1',
  leftOn: '2026-02-20',
  reasonCode: 'OWN_WISH',
});

export const reported = factOf<'PlanReportedByUnit', DataOf<'PlanReportedByUnit'>>('PlanReportedByUnit', {
  subjectId,
  reportId: 'report-1',
  unit: 'SCHOOL',
  leaderId: 'party-8',
  coordinatorId: 'party-7',
  begunOn: '2026-01-20',
  answeredOn: '2026-01-22',
  discrepancies: [],
  reportedOn: '2026-02-01',
});
export const coordinatorReported = factOf<'CoordinatorReportedByUnit', DataOf<'CoordinatorReportedByUnit'>>(
  'CoordinatorReportedByUnit',
  { ...reported().data, reportId: 'report-2', coordinatorId: 'party-7' },
);
export const completed = factOf<'UnitReportCompleted', DataOf<'UnitReportCompleted'>>('UnitReportCompleted', {
  subjectId,
  reportId: 'report-1',
  answeredOn: '2026-02-03',
  discrepancies: [],
  completedOn: '2026-02-04',
});
export const confirmed = factOf<'UnitReportConfirmed', DataOf<'UnitReportConfirmed'>>('UnitReportConfirmed', {
  subjectId,
  reportId: 'report-1',
  confirmationId: 'confirmation-1',
  planId,
  appointmentId: 'confirmation-1',
  confirmedOn: '2026-02-06',
});
export const reportWithdrawn = factOf<'UnitReportWithdrawn', DataOf<'UnitReportWithdrawn'>>(
  'UnitReportWithdrawn',
  { subjectId, reportId: 'report-1', reasonCode: 'OTHER_UNIT', withdrawnOn: '2026-02-05' },
);
export const closureReported = factOf<'PlanClosureReportedToKe', DataOf<'PlanClosureReportedToKe'>>(
  'PlanClosureReportedToKe',
  {
    subjectId,
    closureReportId: 'closure-1',
    closedOn: '2026-02-20',
    reasonCode: 'NEED_CEASED',
    reportedOn: '2026-02-21',
  },
);
export const departureReported = factOf<'MemberDepartureReportedToKe', DataOf<'MemberDepartureReportedToKe'>>(
  'MemberDepartureReportedToKe',
  {
    subjectId,
    departureReportId: 'departure-1',
    leftOn: '2026-02-20',
    reasonCode: 'LEFT_POSITION',
    reportedOn: '2026-02-21',
  },
);

export const reason = 'Ført på feil dag.';
export const annulled = (corrects: string, id?: string): CorrectionFact & { readonly id?: string } => ({
  type: 'RecordedInErrorMarked',
  data: { corrects, subjectId, reasonCode: 'TYPING_ERROR', reason },
  ...(id !== undefined && { id }),
});
export const corrected = (
  type: string,
  corrects: string,
  changed: Readonly<Record<string, unknown>>,
): CorrectionFact => ({ type: `${type}Corrected`, data: { corrects, subjectId, changed, reason } });

/** A decision on this person that granted these items: a plan and a group unless told. */
export const grant = (...items: readonly string[]): Grant => ({
  subjectId,
  granted: (items.length > 0 ? items : ['INDIVIDUAL_PLAN', 'GROUP']).map((item) => ({ item })),
  refused: [],
  decidedOn: '2026-01-05',
});
export const refused: Grant = {
  subjectId,
  granted: [],
  refused: ['INDIVIDUAL_PLAN', 'GROUP'],
  decidedOn: '2026-01-05',
};
/** Nothing is decided on the case any more. */
export const undecided: Grant = { subjectId, granted: [], refused: [], decidedOn: undefined };

/** As the case of these facts was decided. */
export const decidedAs = (one: Grant) => ({ grants: { [caseId]: one } });

const asked = {
  partyIsKnown: true,
  kin: [] as readonly string[],
  leaderConcurrence: undefined,
  candidateAnswer: undefined,
  disputesSettledBy: undefined as string | undefined,
  groupPresupposesPlan: false,
  birthYear: undefined,
  birthDate: undefined,
  guardians: undefined,
  unitLeader: undefined,
  deathToldOn: undefined,
  authority: undefined,
  allocationToldTo: undefined,
  ...decidedAs(grant()),
};
type Asked = Pick<
  RecordStep['data'],
  | 'grants'
  | 'partyIsKnown'
  | 'kin'
  | 'birthYear'
  | 'birthDate'
  | 'guardians'
  | 'unitLeader'
  | 'deathToldOn'
  | 'groupPresupposesPlan'
  | 'leaderConcurrence'
  | 'candidateAnswer'
  | 'disputesSettledBy'
  | 'authority'
  | 'allocationToldTo'
>;

/** What differs is of the step or of what was asked elsewhere. */
const intentOf =
  <Type extends StepType>(step: Type, example: () => { readonly data: object }) =>
  (differs: Partial<SaidOf<Type> & Asked> = {}) => {
    const isAsked = ([name]: readonly [string, unknown]) => name in asked;
    const entries = Object.entries(differs);
    const { subjectId: _, ...usual } = example().data as Readonly<Record<string, unknown>>;
    const said = { ...usual, ...Object.fromEntries(entries.filter((entry) => !isAsked(entry))) };
    const found = { ...asked, ...Object.fromEntries(entries.filter(isAsked)) };
    return { type: 'RecordStep', data: { subjectId, ...found, step, said } } as const;
  };

/** What does not fit is found when it is decided. */
function withoutNamed({ data }: { readonly data: object & { readonly discrepancies: unknown } }) {
  const { discrepancies: _, ...said } = data;
  return { data: said };
}

/** Intents, each with what differs from the facts above. */
export const intent = {
  consent: intentOf('ConsentGiven', consent),
  withdraw: intentOf('ConsentWithdrawn', withdrawal),
  narrow: intentOf('ConsentNarrowed', narrowing),
  wish: intentOf('CoordinatorWishRecorded', wished),
  declinePlan: intentOf('PlanDeclined', planDeclined),
  acceptPlan: intentOf('PlanAccepted', planAccepted),
  declineCoordinator: intentOf('CoordinatorDeclined', coordinatorDeclined),
  acceptCoordinator: intentOf('CoordinatorAccepted', coordinatorAccepted),
  propose: intentOf('CoordinatorProposed', proposed),
  dispute: intentOf('PlacementDisputeRaised', disputed),
  settle: intentOf('PlacementDisputeSettled', settled),
  concur: intentOf('LeaderConcurred', concurred),
  object: intentOf('LeaderObjected', objected),
  accept: intentOf('CandidateAccepted', accepted),
  decline: intentOf('CandidateDeclined', declined),
  giveUp: intentOf('ProposalWithdrawn', givenUp),
  /** A second one. */
  appoint: intentOf('CoordinatorAppointed', () => appointed({ appointmentId: 'appointment-2' })),
  release: intentOf('CoordinatorReleased', released),
  handOver: intentOf('HandoverWritten', handed),
  acknowledge: intentOf('HandoverAcknowledged', acknowledged),
  tell: intentOf('AllocationNotified', told),
  start: intentOf('PlanStarted', started),
  close: intentOf('PlanClosed', () => closed({ personAgrees: true })),
  join: intentOf('MemberJoinedGroup', joined),
  leave: intentOf('MemberLeftGroup', left),
  review: intentOf('CoordinationReviewed', reviewed),
  report: intentOf('PlanReportedByUnit', () => withoutNamed(reported())),
  reportCoordinator: intentOf('CoordinatorReportedByUnit', () => withoutNamed(coordinatorReported())),
  complete: intentOf('UnitReportCompleted', () => withoutNamed(completed())),
  confirm: intentOf('UnitReportConfirmed', () => {
    const { subjectId: of, reportId, confirmationId, confirmedOn } = confirmed().data;
    return { data: { subjectId: of, reportId, confirmationId, confirmedOn } };
  }),
  withdrawReport: intentOf('UnitReportWithdrawn', reportWithdrawn),
  reportClosure: intentOf('PlanClosureReportedToKe', closureReported),
  reportDeparture: intentOf('MemberDepartureReportedToKe', departureReported),
  comeOfAge: (birth: Birth, day = '2026-03-02') => ({
    type: 'ComeOfAge' as const,
    data: { subjectId, day, birth },
  }),
  detectGap: (birthYear?: number) => ({
    type: 'DetectCoordinatorGap' as const,
    data: { subjectId, birthYear },
  }),
  checkBasis: (found: Grant, of = caseId) => ({
    type: 'CheckBasis' as const,
    data: { subjectId, caseId: of, grant: found },
  }),
  correct: (
    eventId: string,
    changed: Readonly<Record<string, unknown>>,
    differs: Partial<CorrectCoordinationEvent['data']> = {},
  ) => ({
    type: 'CorrectCoordinationEvent' as const,
    data: {
      subjectId,
      eventId,
      changed,
      reason,
      ...decidedAs(grant()),
      partyIsKnown: true,
      kin: [],
      ...differs,
    } satisfies CorrectCoordinationEvent['data'],
  }),
  annul: (eventId: string, grants: Grants = decidedAs(grant()).grants) => ({
    type: 'AnnulCoordinationEvent' as const,
    data: {
      subjectId,
      eventId,
      reasonCode: 'TYPING_ERROR',
      reason,
      grants,
    } satisfies AnnulCoordinationEvent['data'],
  }),
};
