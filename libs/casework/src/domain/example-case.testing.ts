import type { RecordedInErrorReason } from '#event-sourcing/event';
import type { ItemCode } from '#vocabulary';
import type { Profile } from './codes.js';
import type { KeepDeadlines } from './deadlines/intent.js';
import type { CaseFact, DataOf, SaidOf, StepType } from './events.js';
import type { AnnulCaseEvent, CorrectCaseEvent, RecordStep } from './intents.js';
import type { Assessment } from './steps/decision.js';

/** One invented case, told step by step, for the specs. Today is `specClock.today`, 2026-03-02. */
export const caseId = 'case-1';
export const subjectId = 'subject-1';
const about = { caseId, subjectId };

export const aure: Profile = {
  items: ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'],
  deciderBody: 'KE_MEETING',
};

export const bothMet: readonly Assessment[] = [
  { criterion: 'LONG_TERM', met: true, reason: 'Varer i flere år.' },
  { criterion: 'COORDINATED', met: true, reason: 'Tre tjenester må ses samlet.' },
];

/** What was found by the decision that amends the first: the need did not last. */
export const shortLived: readonly Assessment[] = [
  { criterion: 'LONG_TERM', met: false, reason: 'Varte i noen uker.' },
];

/** A child coordinator's own. */
export const childMet: readonly Assessment[] = (
  ['CHILD_IN_FAMILY', 'CHILD_SERIOUS_CONDITION', 'CHILD_LONG_TERM', 'CHILD_COMPLEX'] as const
).map((criterion) => ({ criterion, met: true, reason: 'Vurdert.' }));

/** The deadline that is set first. */
const prelim = { deadlineId: 'case-1.1', rule: 'PRELIM_REPLY', dueOn: '2026-03-03' } as const;

/** What is said of each step. */
const examples: { readonly [Type in StepType]: Omit<DataOf<Type>, 'caseId' | 'subjectId'> } = {
  NeedNotified: {
    notifiedOn: '2026-02-01',
    channel: 'PHONE',
    notifierRole: 'EMPLOYEE',
    subjectWishes: 'YES',
  },
  NeedAnswered: { answeredOn: '2026-02-02', subjectWishes: 'YES', answeredBy: 'SUBJECT' },
  ApplicationReceived: {
    items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
    receivedOn: '2026-02-03',
    channel: 'LETTER',
    written: true,
    signed: false,
    applicantRole: 'SUBJECT',
  },
  ApplicationCompleted: { what: ['SIGNATURE'], completedOn: '2026-02-09' },
  AssistedApplicationWritten: {
    helperId: 'party-2',
    saidBy: 'SUBJECT',
    saidOn: '2026-02-03',
    writtenOn: '2026-02-05',
    signed: false,
  },
  InformationGiven: {
    topics: ['PLAN', 'COMPLAINT'],
    recipients: ['SUBJECT'],
    ways: ['CONVERSATION', 'BROCHURE'],
    givenOn: '2026-02-02',
  },
  PreliminaryReplySent: {
    recipients: ['SUBJECT'],
    channel: 'LETTER',
    reasonCode: 'AWAITING_MAPPING',
    expectedOn: '2026-03-20',
    sentOn: '2026-02-06',
  },
  MappingAssigned: {
    assignmentId: 'assignment-1',
    assigneeId: 'party-2',
    assignedOn: '2026-02-04',
    dueOn: '2026-02-18',
  },
  MappingCompleted: {
    assignmentId: 'assignment-1',
    performerId: 'party-2',
    competenceBasis: 'PROFESSION',
    completedOn: '2026-02-12',
  },
  KeMeetingConvenedForCase: {
    meetingId: 'meeting-1',
    convenedOn: '2026-02-13',
    meetsOn: '2026-02-20',
    invitedUnits: ['SCHOOL', 'HOME_CARE'],
  },
  CriterionAssessed: { criterion: 'LONG_TERM', met: true, reason: 'Varer.', assessedOn: '2026-02-20' },
  RecommendationMade: {
    items: [
      { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' },
      { item: 'COORDINATOR', outcome: 'GRANTED' },
    ],
    criteria: bothMet,
    recommendedOn: '2026-02-14',
  },
  SecondReadingRequested: {
    readingId: 'reading-1',
    items: [
      { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED', reason: 'Behovet dekkes på annen måte.' },
      { item: 'COORDINATOR', outcome: 'GRANTED' },
    ],
    criteria: bothMet,
    requestedOn: '2026-02-16',
  },
  SecondReadingGiven: { readingId: 'reading-1', readerId: 'party-4', agrees: true, readOn: '2026-02-18' },
  ChildHeard: { mode: 'CONVERSATION', childView: 'Vil ha én å snakke med.', heardOn: '2026-02-11' },
  BoardApproved: { meetingId: 'board-1', concludedOn: '2026-02-20' },
  BoardReturned: { meetingId: 'board-1', concludedOn: '2026-02-20' },
  BoardRejected: { meetingId: 'board-1', concludedOn: '2026-02-20' },
  DecisionMade: {
    decisionId: 'decision-1',
    items: [
      { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' },
      { item: 'COORDINATOR', outcome: 'GRANTED' },
    ],
    decidedBy: 'KE_MEETING',
    meetingId: 'meeting-1',
    decidedOn: '2026-02-20',
    legalBasis: 'HOL_7_1_7_2',
  },
  DecisionAmended: {
    decisionId: 'decision-2',
    amends: 'decision-1',
    groundCode: 'NEW_FACTS',
    reason: 'Behovet viste seg å være kortvarig.',
    items: [{ item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED' }],
    decidedBy: 'KE_MEETING',
    meetingId: 'meeting-1',
    decidedOn: '2026-02-26',
    legalBasis: 'HOL_7_1',
  },
  DecisionNotified: {
    dispatchId: 'dispatch-1',
    recipients: ['SUBJECT', 'COORDINATOR'],
    channel: 'LETTER',
    notifiedOn: '2026-02-23',
  },
  AnswerDelivered: {
    dispatchId: 'dispatch-1',
    recipient: 'SUBJECT',
    deliveredOn: '2026-02-25',
    proof: 'CONFIRMED',
  },
  AnswerReturned: {
    dispatchId: 'dispatch-1',
    recipient: 'SUBJECT',
    returnedOn: '2026-02-27',
    cause: 'UNKNOWN_ADDRESS',
  },
  LetterIssued: {
    letterId: 'letter-1',
    matter: 'DECISION',
    template: 'decision',
    templateVersion: 1,
    templateDigest: 'a'.repeat(64),
    language: 'NB',
    decisionId: 'decision-1',
    recipient: 'SUBJECT',
    copyTo: ['COORDINATOR'],
    complaintWays: ['PBRL'],
    documentId: 'document-1',
    issuedOn: '2026-02-23',
  },
  LetterDispatched: {
    letterId: 'letter-1',
    dispatchId: 'dispatch-1',
    channel: 'LETTER',
    dispatchedOn: '2026-02-23',
  },
  LetterDelivered: {
    letterId: 'letter-1',
    dispatchId: 'dispatch-1',
    deliveredOn: '2026-02-25',
    proof: 'CONFIRMED',
  },
  LetterReturned: {
    letterId: 'letter-1',
    dispatchId: 'dispatch-1',
    returnedOn: '2026-02-27',
    cause: 'UNKNOWN_ADDRESS',
  },
  ApplicationWithdrawn: { withdrawnOn: '2026-02-10', withdrawnBy: 'SUBJECT' },
  CaseNumberGiven: { caseNumber: '2026/14', givenOn: '2026-03-02' },
  OutsideReferenceAdded: { system: 'ARCHIVE', reference: '2026/001234-5', addedOn: '2026-03-02' },
  CaseworkerAssigned: { caseworkerId: 'party-3', assignedOn: '2026-02-05', standsIn: false },
  CaseworkerDisqualified: {
    disqualifiedId: 'party-3',
    reason: 'Er søsken til personen.',
    disqualifiedOn: '2026-02-06',
  },
  HandlingDisputeRaised: {
    disputeId: 'dispute-1',
    topic: 'MAPPING',
    view: 'Skolen kjenner behovet best.',
    otherView: 'Hjemmetjenesten er mest hjemme hos personen.',
    settledBy: 'MUNICIPAL_DIRECTOR',
    raisedOn: '2026-02-04',
  },
  HandlingDisputeSettled: {
    disputeId: 'dispute-1',
    outcome: 'DECIDED',
    unit: 'SCHOOL',
    settledById: 'party-9',
    reason: 'Skolen har kapasitet.',
    settledOn: '2026-02-06',
  },
  DeadlineSet: {
    deadlineId: 'case-1.1',
    reasonCode: 'FIRST',
    rule: 'PRELIM_REPLY',
    ruleVersion: '1',
    inputs: [{ input: 'RECEIVED', on: '2026-02-03' }],
    nominalOn: '2026-03-03',
    dueOn: '2026-03-03',
    assumed: false,
    setOn: '2026-03-02',
  },
  DeadlineMet: { ...prelim, late: false, metOn: '2026-02-23' },
  DeadlineMissed: { ...prelim, dueOn: '2026-02-27', missedOn: '2026-02-28' },
  DeadlineExpired: {
    deadlineId: 'case-1.2',
    rule: 'COMPLAINT_PBRL',
    dueOn: '2026-02-27',
    expiredOn: '2026-02-28',
  },
  DeadlineLifted: { ...prelim, reasonCode: 'WITHDRAWN', liftedOn: '2026-03-02' },
  CaseClosed: { closedOn: '2026-02-25', reasonCode: 'DECLINED' },
  CaseReopened: { reopenedOn: '2026-02-27', reason: 'Ombestemte seg.' },
};

export const answers = (...items: readonly ItemCode[]): DataOf<'DecisionMade'>['items'] =>
  items.map((item) => ({ item, outcome: 'GRANTED' }));

const factOf =
  <Type extends StepType>(type: Type) =>
  (differs: Partial<DataOf<Type>> = {}) =>
    ({ type, data: { ...about, ...examples[type], ...differs } }) as unknown as CaseFact;

/** Facts of the case, each with what differs from the example. */
export const fact = {
  need: factOf('NeedNotified'),
  needAnswer: factOf('NeedAnswered'),
  application: factOf('ApplicationReceived'),
  applicationCompletion: factOf('ApplicationCompleted'),
  assistedApplication: factOf('AssistedApplicationWritten'),
  information: factOf('InformationGiven'),
  preliminaryReply: factOf('PreliminaryReplySent'),
  assignment: factOf('MappingAssigned'),
  completion: factOf('MappingCompleted'),
  meeting: factOf('KeMeetingConvenedForCase'),
  criterion: (assessment: Assessment, assessedOn = examples.DecisionMade.decidedOn): CaseFact =>
    factOf('CriterionAssessed')({ ...assessment, assessedOn }),
  recommendation: factOf('RecommendationMade'),
  readingRequest: factOf('SecondReadingRequested'),
  reading: factOf('SecondReadingGiven'),
  hearing: factOf('ChildHeard'),
  disqualification: factOf('CaseworkerDisqualified'),
  boardApproval: factOf('BoardApproved'),
  boardReturn: factOf('BoardReturned'),
  boardRejection: factOf('BoardRejected'),
  decision: factOf('DecisionMade'),
  amendment: factOf('DecisionAmended'),
  notification: factOf('DecisionNotified'),
  delivery: factOf('AnswerDelivered'),
  comeback: factOf('AnswerReturned'),
  letter: factOf('LetterIssued'),
  letterSent: factOf('LetterDispatched'),
  letterDelivered: factOf('LetterDelivered'),
  letterReturned: factOf('LetterReturned'),
  withdrawal: factOf('ApplicationWithdrawn'),
  number: factOf('CaseNumberGiven'),
  reference: factOf('OutsideReferenceAdded'),
  caseworker: factOf('CaseworkerAssigned'),
  dispute: factOf('HandlingDisputeRaised'),
  settlement: factOf('HandlingDisputeSettled'),
  deadline: factOf('DeadlineSet'),
  deadlineMet: factOf('DeadlineMet'),
  deadlineMissed: factOf('DeadlineMissed'),
  deadlineExpired: factOf('DeadlineExpired'),
  deadlineLifted: factOf('DeadlineLifted'),
  closing: factOf('CaseClosed'),
  reopening: factOf('CaseReopened'),
};

const asked = { caseId, subject: 'KNOWN', partyIsKnown: true, profile: aure } as const;
type Asked = Pick<
  RecordStep['data'],
  | keyof typeof asked
  | 'kin'
  | 'actorId'
  | 'joins'
  | 'isByMessage'
  | 'unknownCode'
  | 'deathToldOn'
  | 'meeting'
  | 'authority'
>;
const circumstances = [
  'subject',
  'partyIsKnown',
  'kin',
  'actorId',
  'unknownCode',
  'profile',
  'joins',
  'isByMessage',
  'deathToldOn',
  'meeting',
  'authority',
];

/** What differs is of the step or of what was asked elsewhere. */
const intentOf =
  <Type extends StepType>(step: Type, joins = true, more: object = {}) =>
  (differs: Partial<SaidOf<Type> & Asked> = {}) => {
    const isAsked = ([name]: readonly [string, unknown]) => circumstances.includes(name);
    const entries = Object.entries(differs);
    const said = Object.fromEntries(entries.filter((entry) => !isAsked(entry)));
    const told = Object.fromEntries(entries.filter(isAsked));
    const data = { ...about, joins, ...asked, ...told, step, said: { ...examples[step], ...more, ...said } };
    return { type: 'RecordStep', data: data as RecordStep['data'] } as const;
  };

/** Intents on the case, each with what differs from the example. */
export const intent = {
  notifyNeed: intentOf('NeedNotified', false),
  answerNeed: intentOf('NeedAnswered'),
  receive: intentOf('ApplicationReceived', false),
  completeApplication: intentOf('ApplicationCompleted'),
  writeWithHelp: intentOf('AssistedApplicationWritten'),
  inform: intentOf('InformationGiven'),
  replyFirst: intentOf('PreliminaryReplySent'),
  assign: intentOf('MappingAssigned'),
  complete: intentOf('MappingCompleted'),
  convene: intentOf('KeMeetingConvenedForCase'),
  recommend: intentOf('RecommendationMade'),
  approve: intentOf('BoardApproved'),
  return: intentOf('BoardReturned'),
  reject: intentOf('BoardRejected'),
  decide: intentOf('DecisionMade', true, { criteria: bothMet }),
  amend: intentOf('DecisionAmended', true, { criteria: shortLived }),
  askToRead: intentOf('SecondReadingRequested'),
  read: intentOf('SecondReadingGiven'),
  hear: intentOf('ChildHeard'),
  disqualify: intentOf('CaseworkerDisqualified'),
  notify: intentOf('DecisionNotified'),
  deliver: intentOf('AnswerDelivered'),
  comeBack: intentOf('AnswerReturned'),
  issueLetter: intentOf('LetterIssued'),
  sendLetter: intentOf('LetterDispatched'),
  deliverLetter: intentOf('LetterDelivered'),
  letterBack: intentOf('LetterReturned'),
  withdraw: intentOf('ApplicationWithdrawn'),
  giveNumber: intentOf('CaseNumberGiven'),
  addReference: intentOf('OutsideReferenceAdded'),
  assignCaseworker: intentOf('CaseworkerAssigned'),
  dispute: intentOf('HandlingDisputeRaised'),
  settle: intentOf('HandlingDisputeSettled'),
  close: intentOf('CaseClosed'),
  reopen: intentOf('CaseReopened'),
  keepDeadlines: ({
    today,
    ...differs
  }: Partial<KeepDeadlines['data'] & { readonly today: string }> = {}) => ({
    type: 'KeepDeadlines' as const,
    data: { target: () => undefined, dayBegins: true, ...differs },
    ...(today !== undefined && { today }),
  }),
  correct: (
    eventId: string,
    changed: Readonly<Record<string, unknown>>,
    differs: Partial<CorrectCaseEvent['data']> = {},
  ) => ({
    type: 'CorrectCaseEvent' as const,
    data: { ...asked, eventId, changed, reason: 'Feil tast.', restingElsewhere: [], ...differs },
  }),
  annul: (eventId: string, differs: Partial<AnnulCaseEvent['data']> = {}) => ({
    type: 'AnnulCaseEvent' as const,
    data: {
      caseId,
      subject: 'KNOWN' as const,
      eventId,
      reasonCode: 'TYPING_ERROR' as RecordedInErrorReason,
      reason: 'Feil tast.',
      restingElsewhere: [],
      ...differs,
    },
  }),
};

/** A correction as recorded. */
export const corrected = (
  of: CaseFact['type'],
  corrects: string,
  changed: Readonly<Record<string, unknown>>,
) => ({
  type: `${of}Corrected` as const,
  data: { corrects, subjectId, changed, reason: 'Feil tast.' },
});
/** An annulment as recorded. */
export const annulled = (corrects: string) => ({
  type: 'RecordedInErrorMarked' as const,
  data: { corrects, subjectId, reasonCode: 'TYPING_ERROR', reason: 'Feil tast.' },
});

/** Facts that one command recorded. */
export function ofCommand<F extends object>(command: string, ...facts: readonly F[]) {
  return facts.map((told) => ({ ...told, command }));
}

/** Up to the meeting: e0 application, e1 meeting. */
export const prepared = [fact.application(), fact.meeting()];
/** Up to the decision: e0 application, e1 meeting, e2 and e3 criteria, e4 decision, the last three of one command. */
export const decided = [
  ...prepared,
  ...ofCommand('decide', ...bothMet.map((assessment) => fact.criterion(assessment)), fact.decision()),
];
