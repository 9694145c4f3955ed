import type { CodeIn } from '#event-sourcing/codes';
import type { closureReasons, CoordinatorKind, releaseReasons } from './codes.js';
import type { Consent, Withdrawal } from './consent.js';

export interface Appointment {
  readonly appointmentId: string;
  readonly kind: CoordinatorKind;
  readonly temporary: boolean;
  readonly caseId: string;
  readonly validFrom: string;
  readonly releasedOn?: string;
  readonly releaseReason?: CodeIn<typeof releaseReasons>;
}

export interface Plan {
  readonly planId: string;
  readonly caseId: string;
  readonly startedOn: string;
  readonly closedOn?: string;
  readonly closureReason?: CodeIn<typeof closureReasons>;
}

export interface Member {
  readonly memberId: string;
  readonly partyId: string;
  /** Where the group rests on a decision and not on a plan. */
  readonly caseId?: string;
  readonly joinedOn: string;
  readonly leftOn?: string;
}

/** One person's consents, coordinators, plans and group, ended ones included: what the rules look at. */
export interface Coordination {
  readonly consents: readonly Consent[];
  /** What was taken back, whichever consent it was said of. */
  readonly withdrawals: readonly Withdrawal[];
  readonly appointments: readonly Appointment[];
  readonly plans: readonly Plan[];
  readonly members: readonly Member[];
}

export const initialState: Coordination = {
  consents: [],
  withdrawals: [],
  appointments: [],
  plans: [],
  members: [],
};

/** The same list with a change to those that it is about. */
export const amended = <T>(all: readonly T[], is: (one: T) => boolean, change: Partial<T>): T[] =>
  all.map((one) => (is(one) ? { ...one, ...change } : one));

/** The plan in use; rules keep it at one (A7, invariant 1). */
export const activePlan = ({ plans }: Coordination) => plans.find(({ closedOn }) => closedOn === undefined);

/** Coordinates on that day: from the first day up to, not including, the day of release. */
export const coordinates = ({ validFrom, releasedOn }: Appointment, day: string) =>
  validFrom <= day && (releasedOn === undefined || day < releasedOn);

/** Somebody does, in whatever way: responsible, standing in, or as child coordinator. */
export const isCoordinated = ({ appointments }: Coordination, day: string) =>
  appointments.some((one) => coordinates(one, day));

/** A plan is in use, or somebody coordinates or is yet to. */
export const isRunning = (state: Coordination, today: string) =>
  activePlan(state) !== undefined ||
  state.appointments.some(({ releasedOn }) => releasedOn === undefined || releasedOn > today);
