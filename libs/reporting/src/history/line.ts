import type { Recorded } from '#event-sourcing';
import { type Day, endOfDay } from '../domain/days.js';
import type { Fact, FactKind } from '../domain/facts.js';

/** One event of a history that is told in lines (docs/statistics.md): its number, when it was recorded, when it happened, what kind, and what counts of it. */
export interface Line {
  readonly n: number;
  readonly recordedAt: string;
  readonly occurredOn: Day;
  readonly kind: string;
  readonly corrects?: number;
  readonly changed?: Readonly<Record<string, unknown>>;
}

/** What figures are made of, by the kind that a line names; what is none of these counts nowhere. */
const counted: Readonly<Record<FactKind, true>> = {
  SubjectRegistered: true,
  UnbornChildRegistered: true,
  SubjectIdentityLinked: true,
  SubjectsMerged: true,
  SubjectDeceased: true,
  SubjectMoved: true,
  NeedNotified: true,
  NotificationClosed: true,
  ApplicationReceived: true,
  ApplicationWithdrawn: true,
  PreliminaryReplySent: true,
  DecisionMade: true,
  DecisionNotified: true,
  CaseClosed: true,
  CaseReopened: true,
  DeadlineSet: true,
  PlanStarted: true,
  PlanReportedByUnit: true,
  ReportedPlanConfirmed: true,
  PlanPeriodSet: true,
  PlanReviewed: true,
  PlanPaused: true,
  PlanResumed: true,
  PlanClosed: true,
  PlanClosureReportedToKe: true,
  PlanTransferred: true,
  PlanDeclined: true,
  CoordinatorAppointed: true,
  CoordinatorReleased: true,
  CoordinatorDeclined: true,
  TrainingCompleted: true,
  GuidanceGiven: true,
  UnitEstablished: true,
  UnitEnded: true,
  MeetingHeld: true,
  ComplaintReceived: true,
  ComplaintReconsidered: true,
  ComplaintForwarded: true,
  ComplaintDecided: true,
  ComplaintWithdrawn: true,
  DisputeRaised: true,
  DisputeDecided: true,
  MeasureCostClearanceRequested: true,
  MeasureCostClearanceGranted: true,
  MeasureCostClearanceDeclined: true,
  PlanContentWritten: true,
  PlanContentTakenBack: true,
  PlanApprovedByOwner: true,
  PlanKeptOnPaper: true,
  PromiseMade: true,
  PromiseMoved: true,
  PromiseKept: true,
  PromiseEnded: true,
  UserBodyAsked: true,
  UserBodyAnswered: true,
};

export const isKnownBy = ({ recordedAt }: Line, day: Day): boolean => Date.parse(recordedAt) < endOfDay(day);

/** The line as the event that `effective` is asked of. */
export function eventOf(line: Line): Recorded {
  const { n, recordedAt, kind, corrects, ...data } = line;
  return {
    type: kind,
    id: String(n),
    stream: 'history',
    revision: BigInt(n),
    position: BigInt(n),
    data: { ...data, ...(corrects !== undefined && { corrects: String(corrects) }) },
    metadata: { recordedAt } as Recorded['metadata'],
  };
}

/** What an effective event says that figures count; undefined for what they do not. */
export function factIn({ type, id, position, data }: Recorded): Fact | undefined {
  const isTemporary = type === 'TemporaryCoordinatorAppointed';
  const kind = isTemporary ? 'CoordinatorAppointed' : type;
  if (!(kind in counted)) return undefined;
  const { occurredOn, ...said } = data;
  return {
    kind,
    id,
    seq: Number(position),
    on: occurredOn,
    ...said,
    ...(isTemporary && { temporary: true }),
  } as Fact;
}
