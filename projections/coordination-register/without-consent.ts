import type { Appointment, Consent, Member, Plan } from './projection.js';

interface History {
  readonly consents: readonly Consent[];
  readonly appointments: readonly Appointment[];
  readonly plans: readonly Plan[];
  readonly members: readonly Member[];
}

interface Standing {
  readonly id: string;
  readonly scope: 'COORDINATOR' | 'PLAN' | 'SHARE';
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
  ...appointments.map(
    ({ appointmentId: id, validFrom, releasedOn }) =>
      ({ id, scope: 'COORDINATOR', from: validFrom, to: releasedOn }) as const,
  ),
  ...plans.map(
    ({ planId: id, startedOn, closedOn }) => ({ id, scope: 'PLAN', from: startedOn, to: closedOn }) as const,
  ),
  ...members.map(
    ({ memberId: id, joinedOn, leftOn }) => ({ id, scope: 'SHARE', from: joinedOn, to: leftOn }) as const,
  ),
];

const isCovered = (consents: readonly Consent[], scope: Standing['scope'], day: string) =>
  consents.some(
    ({ scopes, givenOn, validUntil, withdrawnOn }) =>
      scopes.includes(scope) &&
      givenOn <= day &&
      (validUntil === null || day <= validUntil) &&
      (withdrawnOn === null || day < withdrawnOn),
  );
