import type { Day } from './days.js';

/** Who an event of a person's is about, and what kind of thing it says. Ids and codes alone: no figure needs a name or a text. */
interface Said {
  SubjectRegistered: { person: string; birthYear?: number; protectedAddress?: boolean };
  UnbornChildRegistered: { person: string };
  SubjectIdentityLinked: { person: string; birthYear?: number };
  SubjectsMerged: { person: string; into: string };
  SubjectDeceased: { person: string };
  SubjectMoved: { person: string };

  NeedNotified: { case: string; person: string; notifierRole: string };
  NotificationClosed: { case: string; reason: string };
  ApplicationReceived: { case: string; person: string; applicantRole: string; items: readonly string[] };
  ApplicationWithdrawn: { case: string };
  PreliminaryReplySent: { case: string };
  DecisionMade: { case: string; items: readonly { item: string; outcome: string }[] };
  DecisionNotified: { case: string };
  CaseClosed: { case: string; reason: string };
  CaseReopened: { case: string };
  DeadlineSet: { case: string; ruleId: string; dueOn: Day };

  PlanStarted: { person: string; plan: string; nextReviewOn?: Day; source?: string; withSubject?: boolean };
  PlanReportedByUnit: {
    person: string;
    plan: string;
    unit?: string;
    coordinator?: string;
    leaderRole?: string;
    planSince?: Day;
    nextReviewOn?: Day;
  };
  ReportedPlanConfirmed: { person: string; plan: string };
  PlanPeriodSet: { person: string; plan: string; nextReviewOn?: Day };
  PlanReviewed: {
    person: string;
    plan: string;
    nextReviewOn?: Day;
    /** It is the coordination that was looked at: the day of the plan's next review stands. */
    isOfCoordination?: true;
    /** Of one that went through the plan itself. */
    review?: string;
    withSubject?: boolean;
  };
  PlanPaused: { person: string; plan: string };
  PlanResumed: { person: string; plan: string };
  PlanClosed: { person: string; plan: string; reason: string };
  PlanClosureReportedToKe: { person: string; plan: string; reason: string };
  PlanTransferred: { person: string; plan: string };
  PlanDeclined: { person: string };

  CoordinatorAppointed: {
    person: string;
    appointment: string;
    case?: string;
    coordKind: string;
    coordinator: string;
    unit?: string;
    temporary?: boolean;
    source?: string;
    wishFollowed?: string;
  };
  CoordinatorReleased: { person: string; appointment: string; reason: string };
  CoordinatorDeclined: { person: string };
  TrainingCompleted: { coordinator: string; courseCode: string };
  GuidanceGiven: { coordinator: string };

  UnitEstablished: { unit: string };
  UnitEnded: { unit: string };
  /** Of one around a person: how the person took part, and was prepared or involved. */
  MeetingHeld: {
    meeting: string;
    type: string;
    person?: string;
    participation?: string;
    prepared?: string;
    involvement?: string;
  };
  ComplaintReceived: { complaint: string; person?: string };
  ComplaintReconsidered: { complaint: string; outcome: string };
  ComplaintForwarded: { complaint: string };
  ComplaintDecided: { complaint: string; outcome: string };
  ComplaintWithdrawn: { complaint: string };
  DisputeRaised: { dispute: string; topic: string };
  DisputeDecided: { dispute: string };
  MeasureCostClearanceRequested: { measure: string; amountBand?: string; unit?: string; person?: string };
  MeasureCostClearanceGranted: { measure: string };
  MeasureCostClearanceDeclined: { measure: string };

  /** Something stands in a plan from then on, or reads otherwise: whose words it is, where it is anybody's. */
  PlanContentWritten: {
    person: string;
    plan: string;
    content: string;
    author?: string;
    isOwnStory?: boolean;
  };
  PlanContentTakenBack: { person: string; plan: string; content: string };
  PlanApprovedByOwner: { person: string; plan: string; approvedBy: string };
  PlanKeptOnPaper: { person: string; plan: string; onPaper: boolean };
  PromiseMade: { promise: string; person: string; by: string; unit?: string; dueOn: Day };
  PromiseMoved: { promise: string; dueOn: Day };
  PromiseKept: { promise: string };
  PromiseEnded: { promise: string; end: string };
  UserBodyAsked: { hearing: string; body: string };
  UserBodyAnswered: { hearing: string; standpoint: string };
}

export type FactKind = keyof Said;

/** The day on which something was so, and where it stands in the log: what is of one day counts in that order. */
export interface Dated {
  readonly on: Day;
  readonly seq: number;
}

/** What one effective event says that some figure counts. */
export type Fact<K extends FactKind = FactKind> = {
  [Kind in K]: Dated & { readonly kind: Kind; readonly id: string } & Readonly<Said[Kind]>;
}[K];

export const inOrder = (one: Dated, other: Dated): number =>
  one.on < other.on ? -1 : one.on > other.on ? 1 : one.seq - other.seq;
