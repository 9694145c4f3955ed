import { effective } from '#event-sourcing/effective';
import type { CorrectionFact, EventOf, FactOf, Recorded } from '#event-sourcing/event';
import type { ConsentScope, CoordinatorKind } from './codes.js';
import { isLive } from './consent.js';
import type { coordinationEvents } from './events.js';

export type { ConsentScope, CoordinatorKind };

export type CoordinationEvents = typeof coordinationEvents;
export type CoordinationEvent = EventOf<CoordinationEvents>;
export type CoordinationFact = FactOf<CoordinationEvents>;
type Declared = Exclude<CoordinationFact, CorrectionFact>;

/** What a decider hands over for this event. */
export type DataOf<Type extends Declared['type']> = Extract<Declared, { type: Type }>['data'];
/** Something that happened or is about to: the rules look at both alike, and never at a personal text. */
export type Happening = Declared | CoordinationEvent;
export type HappeningData<Type extends Declared['type']> = Extract<Happening, { type: Type }>['data'];

export interface Consent {
  readonly consentId: string;
  readonly scopes: readonly ConsentScope[];
  readonly givenOn: string;
  readonly validUntil: string | undefined;
  readonly withdrawnOn?: string;
}

export interface Appointment {
  readonly appointmentId: string;
  readonly kind: CoordinatorKind;
  readonly temporary: boolean;
  readonly caseId: string;
  readonly validFrom: string;
  readonly releasedOn?: string;
  readonly releaseReason?: DataOf<'CoordinatorReleased'>['reasonCode'];
}

export interface Plan {
  readonly planId: string;
  readonly caseId: string;
  readonly startedOn: string;
  readonly closedOn?: string;
  readonly closureReason?: DataOf<'PlanClosed'>['reasonCode'];
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
  readonly appointments: readonly Appointment[];
  readonly plans: readonly Plan[];
  readonly members: readonly Member[];
}

export const initialState: Coordination = { consents: [], appointments: [], plans: [], members: [] };

export function evolve(state: Coordination, { type, data }: CoordinationEvent): Coordination {
  switch (type) {
    case 'ConsentGiven': {
      const { consentId, scopes, givenOn, validUntil } = data;
      return { ...state, consents: [...state.consents, { consentId, scopes, givenOn, validUntil }] };
    }
    case 'ConsentWithdrawn': {
      const consents = amended(state.consents, ({ consentId }) => consentId === data.consentId, {
        withdrawnOn: data.withdrawnOn,
      });
      return { ...state, consents };
    }
    case 'CoordinatorAppointed': {
      const { appointmentId, kind, temporary, caseId, validFrom } = data;
      const appointment = { appointmentId, kind, temporary, caseId, validFrom };
      return { ...state, appointments: [...state.appointments, appointment] };
    }
    case 'CoordinatorReleased':
      return withRelease(state, data);
    case 'CoordinatorGapDetected':
    case 'BasisLost':
    case 'BasisRegained':
      return state;
    case 'PlanStarted': {
      const { planId, caseId, startedOn } = data;
      return { ...state, plans: [...state.plans, { planId, caseId, startedOn }] };
    }
    case 'PlanClosed': {
      const plans = amended(state.plans, ({ planId }) => planId === data.planId, {
        closedOn: data.closedOn,
        closureReason: data.reasonCode,
      });
      return { ...state, plans };
    }
    case 'MemberJoinedGroup': {
      const { memberId, partyId, caseId, joinedOn } = data;
      const member = { memberId, partyId, joinedOn, ...(caseId !== undefined && { caseId }) };
      return { ...state, members: [...state.members, member] };
    }
    case 'MemberLeftGroup': {
      const members = amended(state.members, ({ memberId }) => memberId === data.memberId, {
        leftOn: data.leftOn,
      });
      return { ...state, members };
    }
  }
}

/** The state once this coordinator has been released. */
export const withRelease = (
  state: Coordination,
  { appointmentId, releasedOn, reasonCode }: HappeningData<'CoordinatorReleased'>,
): Coordination => ({
  ...state,
  appointments: amended(state.appointments, (one) => one.appointmentId === appointmentId, {
    releasedOn,
    releaseReason: reasonCode,
  }),
});

const amended = <T>(all: readonly T[], is: (one: T) => boolean, change: Partial<T>): T[] =>
  all.map((one) => (is(one) ? { ...one, ...change } : one));

/** A stream as it should have been recorded. */
export const effectiveEvents = (history: readonly Recorded[]) =>
  effective(history) as readonly Recorded[] as readonly CoordinationEvent[];

/** One event as it now reads; undefined where it was annulled. */
export const readingOf = (eventId: string, history: readonly Recorded[]) =>
  effectiveEvents(history).find(({ id }) => id === eventId);

/** The state after a stream's effective events. */
export const stateOf = (history: readonly Recorded[]): Coordination =>
  effectiveEvents(history).reduce(evolve, initialState);

export const hasConsent = ({ consents }: Coordination, scope: ConsentScope, day: string) =>
  consents.some((consent) => consent.scopes.includes(scope) && isLive(consent, day));

/** The plan in use; rules keep it at one (A7, invariant 1). */
export const activePlan = ({ plans }: Coordination) => plans.find(({ closedOn }) => closedOn === undefined);

/** Coordinates on that day: from the first day up to, not including, the day of release. */
export const coordinates = ({ validFrom, releasedOn }: Appointment, day: string) =>
  validFrom <= day && (releasedOn === undefined || day < releasedOn);

/** Somebody does, in whatever way: responsible, standing in, or as child coordinator. */
export const isCoordinated = ({ appointments }: Coordination, day: string) =>
  appointments.some((one) => coordinates(one, day));
