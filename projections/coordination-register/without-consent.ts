import { consentFor, isLive } from '#coordination';
import type { Appointment, Consent, Member, Plan } from './projection.js';

interface History {
  readonly consents: readonly Consent[];
  readonly appointments: readonly Appointment[];
  readonly plans: readonly Plan[];
  readonly members: readonly Member[];
}

interface Standing {
  readonly id: string;
  readonly scope: (typeof consentFor)[keyof typeof consentFor];
  readonly from: string;
  /** The day on which it no longer is. */
  readonly to: string | null;
}

/**
 * Appointments, plans and members, begun or to come, whose first day no consent covers, nor today (invariant 3): a withdrawal undoes
 * nothing that was recorded before it, and so leaves an open point.
 */
export const withoutConsent = (history: History, today: string): string[] =>
  standingIn(history)
    .filter(({ from, to }) => to === null || (from < to && today < to))
    .filter(({ scope, from }) =>
      [from, ...(from < today ? [today] : [])].every((day) => !isCovered(history.consents, scope, day)),
    )
    .map(({ id }) => id);

const standingIn = ({ appointments, plans, members }: History): Standing[] => [
  ...appointments.map(({ appointmentId: id, validFrom: from, releasedOn: to }) => ({
    id,
    scope: consentFor.COORDINATOR,
    from,
    to,
  })),
  ...plans.map(({ planId: id, startedOn: from, closedOn: to }) => ({
    id,
    scope: consentFor.INDIVIDUAL_PLAN,
    from,
    to,
  })),
  ...members.map(({ memberId: id, joinedOn: from, leftOn: to }) => ({
    id,
    scope: consentFor.GROUP,
    from,
    to,
  })),
];

const isCovered = (consents: readonly Consent[], scope: Standing['scope'], day: string) =>
  consents.some((consent) => consent.scopes.includes(scope) && isLive(consent, day));
