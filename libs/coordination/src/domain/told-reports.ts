import type { CodeIn } from '#event-sourcing/codes';
import { dayIn } from '#event-sourcing/event';
import type { Choice } from './choice.js';
import type {
  closureReasons,
  departureReasons,
  Discrepancy,
  discrepancyEnds,
  reportedEnds,
  ReportState,
} from './codes.js';
import { discrepanciesIn } from './discrepancies.js';
import { type CoordinationEvent, coordinationEvents } from './events.js';

/** One thing that does not fit in a report, or did not: since when, and when and by what it was cleared. */
interface Found {
  readonly code: Discrepancy;
  readonly since: string;
  readonly endedOn: string | null;
  readonly endedBy: CodeIn<typeof discrepancyEnds> | null;
}

/** What a unit reported of its own, what came of it, and what does not fit. */
export interface UnitReport {
  readonly reportId: string;
  readonly unit: string;
  readonly hasPlan: boolean;
  readonly leaderId: string | null;
  readonly coordinatorId: string | null;
  readonly begunOn: string | null;
  readonly consentGivenOn: string | null;
  readonly answeredOn: string | null;
  readonly reportedOn: string;
  readonly state: ReportState;
  /** When it was confirmed, taken back or reported as ended. */
  readonly stateOn: string | null;
  readonly planId: string | null;
  readonly appointmentId: string | null;
  readonly withdrawalCode: string | null;
  readonly discrepancies: readonly Found[];
  /** Found elsewhere than in the person's own stream. */
  readonly found: readonly Discrepancy[];
  /** The event that tells it. */
  readonly eventId: string;
}

/** An end that a leader or a coordinator told; `isRecorded`: the register has it ended, on whatever day. */
export interface EndReport {
  readonly endReportId: string;
  readonly what: CodeIn<typeof reportedEnds>;
  readonly of: string;
  readonly endedOn: string;
  /** Of a plan; of whoever left. */
  readonly closureReasonCode: CodeIn<typeof closureReasons> | null;
  readonly departureReasonCode: CodeIn<typeof departureReasons> | null;
  readonly personAgrees: boolean | null;
  readonly reportedById: string | null;
  readonly unit: string | null;
  readonly reportedOn: string;
  readonly isRecorded: boolean;
  readonly eventId: string;
}

/** What else a row tells of the person. */
interface Beside {
  readonly consents: Parameters<typeof discrepanciesIn>[1]['consents'];
  readonly choices: readonly Choice[];
  readonly plans: readonly {
    readonly planId: string;
    readonly closedOn: string | null;
    readonly reportId: string | null;
  }[];
  readonly appointments: readonly {
    readonly appointmentId: string;
    readonly coordinatorId: string;
    readonly kind: string;
    readonly temporary: boolean;
    readonly releasedOn: string | null;
  }[];
  readonly members: readonly { readonly memberId: string; readonly leftOn?: string | null }[];
  readonly endedOn: string | null;
}

/** The reports after one more event, with what does not fit beside everything else: what does no longer was cleared by it. */
export function reportsAfter(
  before: readonly UnitReport[],
  { endedOn, ...beside }: Beside,
  event: CoordinationEvent,
): readonly UnitReport[] {
  const reports = toldBy(before, event);
  if (reports.length === 0) return reports;
  const others = { ...beside, reports, isEnded: endedOn !== null };
  return reports.map((one) => withFound(one, discrepanciesIn(one, others), event));
}

/** Of those that stand: what does not fit in any. */
export const openIn = (reports: readonly UnitReport[]): Discrepancy[] => [
  ...new Set(
    reports.flatMap((one) => one.discrepancies).flatMap((one) => (one.endedOn === null ? one.code : [])),
  ),
];

function toldBy(
  reports: readonly UnitReport[],
  { id: eventId, type, data }: CoordinationEvent,
): readonly UnitReport[] {
  const change = (changed: (one: UnitReport) => Partial<UnitReport>) =>
    reports.map((one) =>
      'reportId' in data && one.reportId === data.reportId ? { ...one, ...changed(one) } : one,
    );
  if (type === 'PlanReportedByUnit' || type === 'CoordinatorReportedByUnit') {
    return [...reports, reportedBy(type, data, eventId)];
  }
  if (type === 'UnitReportCompleted') {
    return change((one) => ({
      leaderId: data.leaderId ?? one.leaderId,
      coordinatorId: data.coordinatorId ?? one.coordinatorId,
      begunOn: data.begunOn ?? one.begunOn,
      consentGivenOn: data.consentGivenOn ?? one.consentGivenOn,
      answeredOn: data.answeredOn ?? one.answeredOn,
      found: data.coordinatorId === undefined ? one.found : data.discrepancies.filter(isElsewhere),
      eventId,
    }));
  }
  if (type === 'UnitReportConfirmed') {
    const { planId = null, appointmentId, confirmedOn: stateOn } = data;
    return change(() => ({ state: 'CONFIRMED', stateOn, planId, appointmentId, eventId }));
  }
  if (type === 'UnitReportWithdrawn') {
    const { reasonCode: withdrawalCode, withdrawnOn: stateOn } = data;
    return change(() => ({ state: 'WITHDRAWN', stateOn, withdrawalCode, eventId }));
  }
  if (type !== 'PlanClosureReportedToKe') return reports;
  return change((one) =>
    one.state === 'REPORTED' ? { state: 'ENDED', stateOn: data.closedOn, eventId } : {},
  );
}

type Reporting = 'PlanReportedByUnit' | 'CoordinatorReportedByUnit';
type Reported = Extract<CoordinationEvent, { readonly type: Reporting }>['data'];

function reportedBy(type: Reporting, data: Reported, eventId: string): UnitReport {
  const { reportId, unit, coordinatorId = null, reportedOn, discrepancies } = data;
  const { leaderId = null, begunOn = null, consentGivenOn = null, answeredOn = null } = data;
  const told = { leaderId, coordinatorId, begunOn, consentGivenOn, answeredOn, reportedOn };
  const notYet = { stateOn: null, planId: null, appointmentId: null, withdrawalCode: null };
  return {
    reportId,
    unit,
    hasPlan: type === 'PlanReportedByUnit',
    ...told,
    state: 'REPORTED',
    ...notYet,
    discrepancies: [],
    found: discrepancies.filter(isElsewhere),
    eventId,
  };
}

const isElsewhere = (one: Discrepancy) => one === 'KIN' || one === 'DECEASED';

function withFound(report: UnitReport, now: readonly Discrepancy[], event: CoordinationEvent): UnitReport {
  const day = dayIn(coordinationEvents.declared[event.type], event.data) ?? report.reportedOn;
  const was = report.discrepancies.map((one) =>
    one.endedOn !== null || now.includes(one.code)
      ? one
      : { ...one, endedOn: day < one.since ? one.since : day, endedBy: endOf(report, event) },
  );
  const open = was.filter(({ endedOn }) => endedOn === null).map(({ code }) => code);
  const added = now
    .filter((code) => !open.includes(code))
    .map((code) => ({ code, since: day, endedOn: null, endedBy: null }));
  return { ...report, discrepancies: [...was, ...added] };
}

/** By which events what does not fit is cleared. */
const ends: Readonly<Partial<Record<CoordinationEvent['type'], CodeIn<typeof discrepancyEnds>>>> = {
  UnitReportConfirmed: 'CONFIRMED',
  UnitReportWithdrawn: 'WITHDRAWN',
  UnitReportCompleted: 'COMPLETED',
  PlanClosureReportedToKe: 'ENDED',
  ConsentGiven: 'CONSENT_RECORDED',
  PlanClosed: 'PLAN_CLOSED',
  CoordinatorReleased: 'COORDINATOR_RELEASED',
  PlanAccepted: 'PERSON_ACCEPTED',
  CoordinatorAccepted: 'PERSON_ACCEPTED',
};

function endOf({ reportId }: UnitReport, { type, data }: CoordinationEvent): CodeIn<typeof discrepancyEnds> {
  const end = ends[type] ?? 'OTHERWISE';
  const isOthers = 'reportId' in data && data.reportId !== reportId;
  if (isOthers && end === 'CONFIRMED') return 'OTHER_CONFIRMED';
  return isOthers && end === 'WITHDRAWN' ? 'OTHER_WITHDRAWN' : end;
}

/** The ends that were told, each with whether the register has it. */
export function endReportsAfter(
  before: readonly EndReport[],
  beside: Pick<Beside, 'plans' | 'appointments' | 'members'>,
  event: CoordinationEvent,
): readonly EndReport[] {
  const told = [...before, ...endToldBy(event)];
  return told.map((one) => ({ ...one, isRecorded: isRecorded(one, beside) }));
}

function endToldBy({ id: eventId, type, data }: CoordinationEvent): EndReport[] {
  if (type !== 'PlanClosureReportedToKe' && type !== 'MemberDepartureReportedToKe') return [];
  const { reportedById = null, unit = null, reportedOn } = data;
  const told = { reportedById, unit, reportedOn, isRecorded: false, eventId };
  if (type === 'PlanClosureReportedToKe') {
    const {
      closureReportId: endReportId,
      planId,
      reportId = '',
      closedOn: endedOn,
      personAgrees = null,
    } = data;
    const of =
      planId === undefined
        ? ({ what: 'REPORT', of: reportId } as const)
        : ({ what: 'PLAN', of: planId } as const);
    const reason = { closureReasonCode: data.reasonCode, departureReasonCode: null };
    return [{ endReportId, ...of, endedOn, ...reason, personAgrees, ...told }];
  }
  const { departureReportId: endReportId, memberId, appointmentId = '', leftOn: endedOn } = data;
  const of =
    memberId === undefined
      ? ({ what: 'COORDINATOR', of: appointmentId } as const)
      : ({ what: 'MEMBER', of: memberId } as const);
  const reason = { closureReasonCode: null, departureReasonCode: data.reasonCode };
  return [{ endReportId, ...of, endedOn, ...reason, personAgrees: null, ...told }];
}

/** A reported plan ends with the report itself; a member who is not there any more has left. */
function isRecorded(
  { what, of }: EndReport,
  { plans, appointments, members }: Pick<Beside, 'plans' | 'appointments' | 'members'>,
): boolean {
  switch (what) {
    case 'REPORT':
      return true;
    case 'PLAN':
      return !plans.some(({ planId, closedOn }) => planId === of && closedOn === null);
    case 'COORDINATOR':
      return !appointments.some(
        ({ appointmentId, releasedOn }) => appointmentId === of && releasedOn === null,
      );
    case 'MEMBER':
      return !members.some(({ memberId, leftOn = null }) => memberId === of && leftOn === null);
  }
}
