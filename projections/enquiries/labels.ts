import { codeList } from '#event-sourcing/codes';
import type { EnquiryStatus } from './projection.js';

/** How far an enquiry has come. */
export const enquiryStatuses = codeList('enquiryStatus', {
  WAITING: ['venter på svar', 'ventar på svar'],
  PASSED_ON: ['sendt videre', 'send vidare'],
  ANSWERED: ['besvart', 'svart på'],
  REFERRED: ['henvist til kontaktpunktet', 'vist til kontaktpunktet'],
  BECAME_CASE: ['ble en sak', 'vart ei sak'],
  CLOSED: ['avsluttet', 'avslutta'],
} satisfies Readonly<Record<EnquiryStatus, readonly [string, string]>>);
