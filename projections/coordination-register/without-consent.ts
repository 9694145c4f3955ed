import { consentFor, isLive } from '#coordination';
import type { Appointment, Consent, Member, Plan } from './projection.js';

/** What was consented to, and what rests on it. */
export interface History {
  readonly consents: readonly Pick<Consent, 'scopes' | 'givenOn' | 'validUntil' | 'withdrawn'>[];
  readonly appointments: readonly Pick<Appointment, 'appointmentId' | 'validFrom' | 'releasedOn'>[];
  readonly plans: readonly Pick<Plan, 'planId' | 'startedOn' | 'closedOn'>[];
  readonly members: readonly Pick<Member, 'memberId' | 'joinedOn' | 'leftOn'>[];
}

interface Standing {
  readonly id: string;
  readonly scope: (typeof consentFor)[keyof typeof consentFor];
  readonly from: string;
  /** The day on which it no longer is. */
  readonly to: string | null;
}

/**
 * Appointments, plans and members that no consent covers today, or on their first day where that is to come (invariant 3): a withdrawal
 * undoes nothing that was recorded before it, and so leaves an open point.
 */
export const withoutConsent = (history: History, today: string): string[] =>
  standingIn(history)
    .filter(({ from, to }) => to === null || (from < to && today < to))
    .filter(({ scope, from }) => !isCovered(history.consents, scope, from < today ? today : from))
    .map(({ id }) => id);

const asStanding = (
  item: keyof typeof consentFor,
  id: string,
  from: string,
  to: string | null,
): Standing => ({
  id,
  scope: consentFor[item],
  from,
  to,
});

const standingIn = ({ appointments, plans, members }: History): Standing[] => [
  ...appointments.map((one) => asStanding('COORDINATOR', one.appointmentId, one.validFrom, one.releasedOn)),
  ...plans.map((one) => asStanding('INDIVIDUAL_PLAN', one.planId, one.startedOn, one.closedOn)),
  ...members.map((one) => asStanding('GROUP', one.memberId, one.joinedOn, one.leftOn)),
];

const isCovered = (consents: History['consents'], scope: Standing['scope'], day: string) =>
  consents.some((consent) => isLive(consent, scope, day));
