import type { ShareConsent } from './step.js';

/** With whom it is shared, up to which day. */
interface Sharing {
  readonly partyId: string;
  readonly until: string;
}

/**
 * Whether a consent that holds covers it (invariant 13): it names the crisis plan among what is shared, since a consent to share the plan does not go as
 * far; and this recipient, where it names any.
 */
export const covers = (
  { recipientIds, sections, validUntil }: ShareConsent,
  { partyId, until }: Sharing,
): boolean =>
  sections?.includes('CRISIS_PLAN') === true &&
  (recipientIds?.includes(partyId) ?? true) &&
  until <= (validUntil ?? '9999');
