import { type Day, daysFrom, today } from '../../dates/dates.js';
import type { Coordination } from './use-person.js';

export type Consent = Coordination['consents'][number];
export type Standing = 'valid' | 'expiring' | 'partly' | 'expired' | 'withdrawn';

/** So many days before its end a consent is said to run out. */
const soon = 60;

/** Whether a consent stands on the day. */
export function standingOf({ validUntil, withdrawnOn, withdrawn }: Consent, now: Day = today()): Standing {
  if (withdrawnOn !== null && withdrawnOn <= now) return 'withdrawn';
  if (validUntil !== null && validUntil < now) return 'expired';
  if (withdrawn.length > 0) return 'partly';
  return validUntil !== null && daysFrom(now, validUntil) <= soon ? 'expiring' : 'valid';
}

/** Who else consented to some of the same, which still holds: a withdrawal ends all that one giver consented to. */
export function otherGiversOf(consent: Consent, consents: readonly Consent[], now: Day = today()) {
  const nameOf = ({ givenBy, giver }: Consent) => `${givenBy} ${giver?.partyId ?? ''}`;
  const others = consents.filter(
    (one) =>
      nameOf(one) !== nameOf(consent) &&
      !['withdrawn', 'expired'].includes(standingOf(one, now)) &&
      scopesOf(one).some((scope) => scopesOf(consent).includes(scope)),
  );
  return [...new Set(others.map(({ givenBy }) => givenBy))];
}

/** What of a consent still stands. */
export const scopesOf = ({ scopes, withdrawn }: Consent) =>
  scopes.filter((scope) => !withdrawn.some((one) => one.scope === scope));
