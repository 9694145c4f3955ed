import type { FactKind } from './facts.js';

/** The streams that facts come from, by category. */
export const sources = [
  'subject',
  'case',
  'coordination',
  'complaint',
  'meeting',
  'staffCompetence',
  'unit',
  'plan',
  'followUp',
  'cooperation',
] as const;
export type Source = (typeof sources)[number];

/** The facts that a version of the rules counts, by where they come from. What others tell it never sees, whichever release tells it. */
export type CountedFacts = Readonly<Partial<Record<Source, readonly FactKind[]>>>;

/** Of `STAT-1`: what was told before plans had content here and people met around a person. */
export const countedAtFirst = {
  subject: [
    'SubjectRegistered',
    'SubjectIdentityLinked',
    'SubjectsMerged',
    'SubjectDeceased',
    'SubjectMoved',
  ],
  case: [
    'NeedNotified',
    'ApplicationReceived',
    'ApplicationWithdrawn',
    'PreliminaryReplySent',
    'DecisionMade',
    'DecisionNotified',
    'CaseClosed',
    'CaseReopened',
    'DeadlineSet',
    'DisputeRaised',
    'DisputeDecided',
  ],
  coordination: [
    'PlanStarted',
    'PlanClosed',
    'PlanReportedByUnit',
    'ReportedPlanConfirmed',
    'PlanClosureReportedToKe',
    'PlanReviewed',
    'PlanDeclined',
    'CoordinatorDeclined',
    'CoordinatorAppointed',
    'CoordinatorReleased',
    'DisputeRaised',
    'DisputeDecided',
  ],
  complaint: [
    'ComplaintReceived',
    'ComplaintReconsidered',
    'ComplaintForwarded',
    'ComplaintDecided',
    'ComplaintWithdrawn',
  ],
  meeting: ['MeetingHeld'],
  staffCompetence: ['TrainingCompleted', 'GuidanceGiven'],
  unit: ['UnitEstablished', 'UnitEnded'],
} as const satisfies CountedFacts;

/** Of `STAT-2`: how people take part as well, in plans, in the meetings around them and in what the unit decides for many (U6, U21, F9). */
export const countedWithParticipation = {
  ...countedAtFirst,
  plan: [
    'PlanContentWritten',
    'PlanContentTakenBack',
    'PlanApprovedByOwner',
    'PlanKeptOnPaper',
    'PlanPeriodSet',
    'PlanReviewed',
    'PlanPaused',
    'PlanResumed',
    'MeasureCostClearanceRequested',
    'MeasureCostClearanceGranted',
    'MeasureCostClearanceDeclined',
  ],
  followUp: ['MeetingHeld', 'PromiseMade', 'PromiseMoved', 'PromiseKept', 'PromiseEnded'],
  cooperation: ['UserBodyAsked', 'UserBodyAnswered'],
} as const satisfies CountedFacts;
