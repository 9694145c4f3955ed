import type { PlanSection } from './codes.js';
import type { ShareConsent } from './step.js';

/** With whom what of a plan is shared, up to which day. */
export interface Sharing {
  readonly partyId: string;
  readonly sections: readonly PlanSection[];
  readonly until: string;
}

/** Whether a consent that holds covers it: these recipients, these sections, this long; it says all of what it does not name (invariant 13). */
export const covers = ({ recipientIds, sections, validUntil }: ShareConsent, sharing: Sharing): boolean =>
  (recipientIds?.includes(sharing.partyId) ?? true) &&
  sharing.sections.every((one) => sections?.includes(one) ?? true) &&
  sharing.until <= (validUntil ?? '9999');
