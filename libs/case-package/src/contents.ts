import type { EntryCode } from './known.js';

// What belongs where in the index. Everything stands in the trail besides.

/** Events that an entry of the index tells of, by type; any other stands in the trail alone. */
const types: Partial<Readonly<Record<EntryCode, readonly string[]>>> = {
  APPLICATION: [
    'NeedNotified',
    'NeedAnswered',
    'ApplicationReceived',
    'AssistedApplicationWritten',
    'ApplicationCompleted',
    'ApplicationWithdrawn',
    'InformationGiven',
  ],
  CONSENT: ['ConsentGiven', 'ConsentWithdrawn', 'ConsentNarrowed', 'ConsentRenewalDue'],
  MAPPING: ['MappingAssigned', 'MappingCompleted', 'ChildHeard', 'CoordinatorWishRecorded'],
  MEETING: [
    'KeMeetingConvenedForCase',
    'CasePutOnAgenda',
    'CaseTakenOffAgenda',
    'MeetingHeld',
    'CaseTreated',
    'ProtocolApproved',
    'BoardApproved',
    'BoardReturned',
    'BoardRejected',
  ],
  RECOMMENDATION: ['RecommendationMade', 'SecondReadingRequested', 'SecondReadingGiven'],
  DECISION: ['CriterionAssessed', 'DecisionMade', 'DecisionAmended', 'DecisionSetAside'],
  LETTER: ['LetterIssued'],
  DISPATCH: [
    'PreliminaryReplySent',
    'DecisionNotified',
    'AnswerDelivered',
    'AnswerReturned',
    'LetterDispatched',
    'LetterDelivered',
    'LetterReturned',
  ],
  COMPLAINT: [
    'GroundsRequested',
    'GroundsGiven',
    'DocumentsAccessGiven',
    'ComplaintReceived',
    'ComplaintWithdrawn',
  ],
  TIMELINESS: ['ComplaintTimelinessAssessed'],
  PLAN: ['PlanStarted', 'PlanClosed', 'PlanDeclined', 'PlanAccepted', 'PlanReportedByUnit'],
  STATEMENT: [
    'ComplaintReconsidered',
    'ComplaintForwarded',
    'StatsforvalterRequestedMore',
    'StatsforvalterAnswered',
    'ComplaintDecided',
  ],
};
const entryByType = new Map(
  Object.entries(types).flatMap(([entry, all]) => all.map((type) => [type, entry as EntryCode] as const)),
);
export const typesInIndex: readonly string[] = [...entryByType.keys()];
export const entryOfEvent = (type: string): EntryCode | undefined => entryByType.get(type);

const entryByKind: Readonly<Record<string, EntryCode>> = {
  APPLICATION_FORM: 'APPLICATION',
  NEED_NOTICE: 'APPLICATION',
  CONSENT_FORM: 'CONSENT',
  AUTHORISATION: 'CONSENT',
  MAPPING: 'MAPPING',
  EXPERT_STATEMENT: 'MAPPING',
  MINUTES: 'MEETING',
  RECOMMENDATION: 'RECOMMENDATION',
  DECISION_LETTER: 'LETTER',
  PRELIMINARY_REPLY: 'DISPATCH',
  PROOF_OF_DISPATCH: 'DISPATCH',
  COMPLAINT: 'COMPLAINT',
  COMPLAINT_ANSWER: 'STATEMENT',
  PLAN: 'PLAN',
};
/** Where a document is numbered: by what it is. */
export const entryOfDocument = (kind: string): EntryCode => entryByKind[kind] ?? 'OTHER';
