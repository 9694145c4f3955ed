import type { Intent } from '#event-sourcing/decider';
import { ageOffence } from './age.js';
import { isLive } from './consent.js';
import {
  type ConsentScope,
  type Coordination,
  type CoordinationFact,
  type DataOf,
  type Happening,
  type HappeningData,
  hasConsent,
} from './coordination.js';
import { inOrder, offence, type Offence, pastDay, refuse } from './rule.js';

/** With the person's year of birth, if known. */
export type GiveConsent = Intent<
  'GiveConsent',
  DataOf<'ConsentGiven'> & { readonly birthYear?: number | undefined }
>;
export type WithdrawConsent = Intent<'WithdrawConsent', DataOf<'ConsentWithdrawn'>>;

export function givingOffence(
  { scopes, givenOn, validUntil }: HappeningData<'ConsentGiven'>,
  today: string,
): Offence | undefined {
  if (scopes.length === 0 || new Set(scopes).size !== scopes.length) {
    return offence(
      'coordination/consent-scopes',
      'A consent covers at least one matter, and names each once.',
    );
  }
  return (
    pastDay(givenOn, today, 'The day of the consent') ??
    (validUntil === undefined
      ? undefined
      : inOrder(givenOn, validUntil, 'A consent cannot end before it was given.'))
  );
}

export function withdrawalOffence(
  { consents }: Coordination,
  { consentId, withdrawnOn }: HappeningData<'ConsentWithdrawn'>,
  today: string,
): Offence | undefined {
  const consent = consents.find((one) => one.consentId === consentId);
  if (!consent) return offence('coordination/no-such-consent', 'This person has given no such consent.');
  const dated =
    pastDay(withdrawnOn, today, 'The day of the withdrawal') ??
    inOrder(consent.givenOn, withdrawnOn, 'A consent cannot be withdrawn before it was given.');
  if (dated) return dated;
  return isLive(consent, withdrawnOn) && consent.withdrawnOn === undefined
    ? undefined
    : offence(
        'coordination/consent-not-live',
        'The consent was withdrawn already, or had run out by that day.',
      );
}

const purposes: Record<ConsentScope, string> = {
  REGISTER: 'being registered',
  PLAN: 'an individual plan',
  COORDINATOR: 'a coordinator',
  SHARE: 'sharing with others',
};

/** Nothing is appointed, planned or shared on a day without consent (pbrl § 2-5, invariant 3). */
export function consentOffence(state: Coordination, scope: ConsentScope, day: string): Offence | undefined {
  return hasConsent(state, scope, day)
    ? undefined
    : offence(
        'coordination/no-consent',
        `No consent to ${purposes[scope]} holds on that day. Record the consent first, or choose a day on which it holds.`,
      );
}

/** What begins only while consent to it holds, and its first day. */
export function beginningOf({ type, data }: Happening): Beginning | undefined {
  if (type === 'CoordinatorAppointed') return { scope: 'COORDINATOR', on: data.validFrom };
  if (type === 'PlanStarted') return { scope: 'PLAN', on: data.startedOn };
  return type === 'MemberJoinedGroup' ? { scope: 'SHARE', on: data.joinedOn } : undefined;
}
interface Beginning {
  readonly scope: ConsentScope;
  readonly on: string;
}

export function giveConsent({ data, today }: GiveConsent): CoordinationFact[] {
  const { birthYear, ...consent } = data;
  const given = { type: 'ConsentGiven' as const, data: consent };
  refuse(givingOffence(consent, today) ?? ageOffence(given, birthYear));
  return [given];
}

export function withdrawConsent({ data, today }: WithdrawConsent, state: Coordination): CoordinationFact[] {
  refuse(withdrawalOffence(state, data, today));
  return [{ type: 'ConsentWithdrawn', data }];
}
