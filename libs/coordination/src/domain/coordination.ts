import type { CodeIn } from '#event-sourcing/codes';
import type {
  closureReasons,
  CoordinatorKind,
  Discrepancy,
  proposalAnswers,
  releaseReasons,
  ReportState,
} from './codes.js';
import { type Choice, type Choosable, noAfter, noTo } from './choice.js';
import type { Consent, Withdrawal } from './consent.js';

/** Somebody proposed as coordinator, and what was answered. */
export interface Proposal {
  readonly proposalId: string;
  readonly candidateId: string;
  readonly unit: string;
  readonly kind: CoordinatorKind;
  readonly proposedOn: string;
  /** Whose answers it needs before the appointment. */
  readonly awaits: readonly CodeIn<typeof proposalAnswers>[];
  readonly leader?: { readonly concurs: boolean; readonly on: string };
  readonly candidate?: { readonly accepts: boolean; readonly on: string };
  /** Withdrawn, or somebody else was appointed in the meantime. */
  readonly isOver?: boolean;
}

export interface Appointment {
  readonly appointmentId: string;
  readonly coordinatorId: string;
  readonly kind: CoordinatorKind;
  readonly temporary: boolean;
  /** Absent where it rests on no case. */
  readonly caseId?: string;
  readonly proposalId?: string;
  /** The appointment whose work this one took over. */
  readonly takesOverFrom?: string;
  readonly validFrom: string;
  readonly releasedOn?: string;
  readonly releaseReason?: CodeIn<typeof releaseReasons>;
  /** That day is the last that is possible: the end itself was not told. */
  readonly endsByThen?: boolean;
}

export interface Plan {
  readonly planId: string;
  /** Absent where it rests on no case. */
  readonly caseId?: string;
  readonly startedOn: string;
  readonly closedOn?: string;
  readonly closureReason?: CodeIn<typeof closureReasons>;
  /** That day is the last that is possible: the end itself was not told. */
  readonly endsByThen?: boolean;
}

export interface Member {
  readonly memberId: string;
  readonly partyId: string;
  /** Where the group rests on a decision and not on a plan. */
  readonly caseId?: string;
  readonly joinedOn: string;
  readonly leftOn?: string;
  /** That day is the last that is possible: the end itself was not told. */
  readonly endsByThen?: boolean;
}

/** What a unit reported of its own (S9), and what came of it. */
export interface Report {
  readonly reportId: string;
  readonly unit: string;
  readonly hasPlan: boolean;
  readonly leaderId?: string;
  readonly coordinatorId?: string;
  readonly begunOn?: string;
  readonly answeredOn?: string;
  readonly reportedOn: string;
  /** What was found of it elsewhere than in the person's own stream when it was recorded. */
  readonly found: readonly Discrepancy[];
  readonly state: ReportState;
  /** As what it was confirmed. */
  readonly planId?: string;
}

/** A disagreement on which unit is to coordinate (U20); `unit`: how it was decided. */
export interface Dispute {
  readonly disputeId: string;
  readonly kind: CoordinatorKind;
  readonly proposalId?: string;
  readonly raisedOn: string;
  readonly settledOn?: string;
  readonly unit?: string;
}

/** What a coordinator leaves to whoever takes over (U7). */
export interface Handover {
  readonly handoverId: string;
  /** Of whoever hands over. */
  readonly appointmentId: string;
  readonly writtenOn: string;
  /** The appointment of whoever took over and has read it. */
  readonly acknowledgedBy?: string;
}

/** One person's consents, choices, coordinators, plans and group, ended ones included: what the rules look at. */
export interface Coordination {
  readonly consents: readonly Consent[];
  /** What was taken back, whichever consent it was said of. */
  readonly withdrawals: readonly Withdrawal[];
  /** The consents of guardians that are to be asked anew of the person, noticed when that was due. */
  readonly renewalsDue: readonly string[];
  /** What the person said of a plan and of a coordinator. */
  readonly choices: readonly Choice[];
  readonly proposals: readonly Proposal[];
  readonly disputes: readonly Dispute[];
  readonly appointments: readonly Appointment[];
  readonly handovers: readonly Handover[];
  readonly plans: readonly Plan[];
  /** What units reported of their own, whatever came of it. */
  readonly reports: readonly Report[];
  readonly members: readonly Member[];
  /** The day on which all of it ended for the person, and nobody is needed any more. */
  readonly endedOn: string | undefined;
}

export const initialState: Coordination = {
  consents: [],
  withdrawals: [],
  renewalsDue: [],
  choices: [],
  proposals: [],
  disputes: [],
  appointments: [],
  handovers: [],
  plans: [],
  reports: [],
  members: [],
  endedOn: undefined,
};

/** The plan in use; rules keep it at one (A7, invariant 1). */
export const activePlan = ({ plans }: Coordination) => plans.find(({ closedOn }) => closedOn === undefined);

/** The plan that was in use on that day, its last day included. */
export const planOn = ({ plans }: Coordination, day: string) =>
  plans.find(({ startedOn, closedOn = '9999' }) => startedOn <= day && day <= closedOn);

/** Days from the first up to, not including, the last; no end where there is none yet. */
interface Period {
  readonly from: string;
  readonly to: string | undefined;
}

/** Whether they share a day. One that ended on its first day has none. */
export const overlap = (one: Period, other: Period): boolean =>
  one.from < (other.to ?? '9999') &&
  other.from < (one.to ?? '9999') &&
  one.from < (one.to ?? '9999') &&
  other.from < (other.to ?? '9999');

/** The first day of the next of these that has begun. History may be typed in any order: what began before it had ended by then. */
export const nextAfter = (periods: readonly Period[], from: string, today: string): string | undefined =>
  periods
    .filter((one) => from < one.from && one.from <= today && one.from < (one.to ?? '9999'))
    .map((one) => one.from)
    .toSorted()[0];

/** How something had ended that is typed in late: by the first of its kind after it, or by the person's no; undefined while it goes on. */
export function endedByThen(
  of: Choosable,
  { choices }: Pick<Coordination, 'choices'>,
  after: { readonly periods: readonly Period[]; readonly from: string; readonly today: string },
): { readonly day: string; readonly isByNo: boolean } | undefined {
  const next = nextAfter(after.periods, after.from, after.today);
  const no = noAfter(of, choices, after.from);
  const [day] = [next, no].flatMap((one) => one ?? []).toSorted();
  return day === undefined ? undefined : { day, isByNo: day !== next };
}

/** Coordinates on that day: from the first day up to, not including, the day of release. */
export const coordinates = ({ validFrom, releasedOn }: Appointment, day: string) =>
  validFrom <= day && (releasedOn === undefined || day < releasedOn);

/** Somebody does, in whatever way: responsible, standing in, or as child coordinator. */
export const isCoordinated = ({ appointments }: Coordination, day: string) =>
  appointments.some((one) => coordinates(one, day));

/** Whether nobody is to coordinate any more: the person is dead, or wants none, and nobody has begun by a decision since. */
export function needsNobody({ endedOn, choices, appointments }: Coordination): boolean {
  const no = noTo('COORDINATOR', choices);
  const began = ({ validFrom, releasedOn }: Appointment) =>
    validFrom !== releasedOn && (no ?? '') < validFrom;
  return endedOn !== undefined || (no !== undefined && !appointments.some(began));
}

/** A plan is in use, or somebody coordinates or is yet to. */
export const isRunning = (state: Coordination, today: string) =>
  activePlan(state) !== undefined ||
  state.appointments.some(({ releasedOn }) => releasedOn === undefined || releasedOn > today);
