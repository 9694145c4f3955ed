import type { CaseFact, DataOf, ItemCode } from './case.js';
import type { Assessment, CaseIntent, Profile, Said } from './intents.js';

/** One invented case, told step by step, for the specs. Today is `specClock.today`, 2026-03-02. */
export const caseId = 'case-1';
export const subjectId = 'subject-1';
const about = { caseId, subjectId };
type IntentOf<T extends CaseIntent['type']> = Extract<CaseIntent, { readonly type: T }>['data'];

export const aure: Profile = {
  items: ['INDIVIDUAL_PLAN', 'COORDINATOR', 'GROUP'],
  deciderBody: 'KE_MEETING',
};

const needSaid: Said<'NeedNotified'> = {
  notifiedOn: '2026-02-01',
  channel: 'PHONE',
  notifierRole: 'EMPLOYEE',
  subjectWishes: 'YES',
};
const applicationSaid: Said<'ApplicationReceived'> = {
  items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
  receivedOn: '2026-02-03',
  channel: 'LETTER',
  written: true,
  signed: false,
  applicantRole: 'SUBJECT',
};
const applicationCompletionSaid: Said<'ApplicationCompleted'> = {
  what: ['SIGNATURE'],
  completedOn: '2026-02-09',
};
const assignmentSaid: Said<'MappingAssigned'> = {
  assignmentId: 'assignment-1',
  assigneeId: 'party-2',
  assignedOn: '2026-02-04',
  dueOn: '2026-02-18',
};
const completionSaid: Said<'MappingCompleted'> = {
  assignmentId: 'assignment-1',
  performerId: 'party-2',
  competenceBasis: 'PROFESSION',
  completedOn: '2026-02-12',
};
const meetingSaid: Said<'KeMeetingConvenedForCase'> = {
  meetingId: 'meeting-1',
  convenedOn: '2026-02-13',
  meetsOn: '2026-02-20',
  invitedUnits: ['SCHOOL', 'HOME_CARE'],
};
const decisionSaid: Said<'DecisionMade'> = {
  items: [
    { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' },
    { item: 'COORDINATOR', outcome: 'GRANTED' },
  ],
  decidedBy: 'KE_MEETING',
  meetingId: 'meeting-1',
  decidedOn: '2026-02-20',
  legalBasis: 'HOL_7_1',
};
const notificationSaid: Said<'DecisionNotified'> = {
  recipients: ['SUBJECT', 'COORDINATOR'],
  channel: 'LETTER',
  notifiedOn: '2026-02-23',
};
const withdrawalSaid: Said<'ApplicationWithdrawn'> = { withdrawnOn: '2026-02-10', withdrawnBy: 'SUBJECT' };

export const bothMet: readonly Assessment[] = [
  { criterion: 'LONG_TERM', met: true, reason: 'Varer i flere år.' },
  { criterion: 'COORDINATED', met: true, reason: 'Tre tjenester må ses samlet.' },
];
export const answers = (...items: readonly ItemCode[]): Said<'DecisionMade'>['items'] =>
  items.map((item) => ({ item, outcome: 'GRANTED' }));

/** Facts of the case, each with what differs from the example. */
export const fact = {
  need: (differs: Partial<DataOf<'NeedNotified'>> = {}): CaseFact => ({
    type: 'NeedNotified',
    data: { ...about, ...needSaid, ...differs },
  }),
  application: (differs: Partial<DataOf<'ApplicationReceived'>> = {}): CaseFact => ({
    type: 'ApplicationReceived',
    data: { ...about, ...applicationSaid, ...differs },
  }),
  applicationCompletion: (differs: Partial<DataOf<'ApplicationCompleted'>> = {}): CaseFact => ({
    type: 'ApplicationCompleted',
    data: { ...about, ...applicationCompletionSaid, ...differs },
  }),
  assignment: (differs: Partial<DataOf<'MappingAssigned'>> = {}): CaseFact => ({
    type: 'MappingAssigned',
    data: { ...about, ...assignmentSaid, ...differs },
  }),
  completion: (differs: Partial<DataOf<'MappingCompleted'>> = {}): CaseFact => ({
    type: 'MappingCompleted',
    data: { ...about, ...completionSaid, ...differs },
  }),
  meeting: (differs: Partial<DataOf<'KeMeetingConvenedForCase'>> = {}): CaseFact => ({
    type: 'KeMeetingConvenedForCase',
    data: { ...about, ...meetingSaid, ...differs },
  }),
  criterion: (assessment: Assessment, assessedOn = decisionSaid.decidedOn): CaseFact => ({
    type: 'CriterionAssessed',
    data: { ...about, ...assessment, assessedOn },
  }),
  decision: (differs: Partial<DataOf<'DecisionMade'>> = {}): CaseFact => ({
    type: 'DecisionMade',
    data: { ...about, ...decisionSaid, ...differs },
  }),
  notification: (differs: Partial<DataOf<'DecisionNotified'>> = {}): CaseFact => ({
    type: 'DecisionNotified',
    data: { ...about, ...notificationSaid, ...differs },
  }),
  withdrawal: (differs: Partial<DataOf<'ApplicationWithdrawn'>> = {}): CaseFact => ({
    type: 'ApplicationWithdrawn',
    data: { ...about, ...withdrawalSaid, ...differs },
  }),
};

const asked = { subject: 'KNOWN' as const };

/** Intents on the case, each with what differs from the example. */
export const intent = {
  notifyNeed: (differs: Partial<IntentOf<'NotifyNeed'>> = {}) => ({
    type: 'NotifyNeed' as const,
    data: { ...about, ...asked, ...needSaid, ...differs },
  }),
  receive: (differs: Partial<IntentOf<'ReceiveApplication'>> = {}) => ({
    type: 'ReceiveApplication' as const,
    data: {
      ...about,
      joins: false,
      ...asked,
      profile: aure,
      ...applicationSaid,
      ...differs,
    },
  }),
  completeApplication: (differs: Partial<IntentOf<'CompleteApplication'>> = {}) => ({
    type: 'CompleteApplication' as const,
    data: { caseId, ...asked, ...applicationCompletionSaid, ...differs },
  }),
  assign: (differs: Partial<IntentOf<'AssignMapping'>> = {}) => ({
    type: 'AssignMapping' as const,
    data: { caseId, ...asked, partyIsKnown: true, ...assignmentSaid, ...differs },
  }),
  complete: (differs: Partial<IntentOf<'CompleteMapping'>> = {}) => ({
    type: 'CompleteMapping' as const,
    data: { caseId, ...asked, partyIsKnown: true, ...completionSaid, ...differs },
  }),
  convene: (differs: Partial<IntentOf<'ConveneKeMeeting'>> = {}) => ({
    type: 'ConveneKeMeeting' as const,
    data: { caseId, ...asked, ...meetingSaid, ...differs },
  }),
  decide: (differs: Partial<IntentOf<'MakeDecision'>> = {}) => ({
    type: 'MakeDecision' as const,
    data: { caseId, ...asked, criteria: bothMet, profile: aure, ...decisionSaid, ...differs },
  }),
  notify: (differs: Partial<IntentOf<'NotifyDecision'>> = {}) => ({
    type: 'NotifyDecision' as const,
    data: { caseId, ...asked, ...notificationSaid, ...differs },
  }),
  withdraw: (differs: Partial<IntentOf<'WithdrawApplication'>> = {}) => ({
    type: 'WithdrawApplication' as const,
    data: { caseId, ...asked, ...withdrawalSaid, ...differs },
  }),
  correct: (
    eventId: string,
    changed: Readonly<Record<string, unknown>>,
    differs: Partial<IntentOf<'CorrectCaseEvent'>> = {},
  ) => ({
    type: 'CorrectCaseEvent' as const,
    data: {
      caseId,
      ...asked,
      eventId,
      changed,
      reason: 'Feil tast.',
      profile: aure,
      partyIsKnown: true,
      restingElsewhere: [],
      ...differs,
    },
  }),
  annul: (eventId: string, differs: Partial<IntentOf<'AnnulCaseEvent'>> = {}) => ({
    type: 'AnnulCaseEvent' as const,
    data: {
      caseId,
      ...asked,
      eventId,
      reasonCode: 'TYPING_ERROR' as const,
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
