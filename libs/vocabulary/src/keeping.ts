import { codeList, same } from '#event-sourcing/codes';

/** What decisions and disposals rest on. One that was recorded before and is not among them is told as it is written. */
export const legalBases = codeList('legalBasis', {
  HOL_7_1: ['helse- og omsorgstjenesteloven § 7-1', 'helse- og omsorgstenestelova § 7-1'],
  HOL_7_2: ['helse- og omsorgstjenesteloven § 7-2', 'helse- og omsorgstenestelova § 7-2'],
  HOL_7_1_7_2: ['helse- og omsorgstjenesteloven §§ 7-1 og 7-2', 'helse- og omsorgstenestelova §§ 7-1 og 7-2'],
  HOL_7_2A: ['helse- og omsorgstjenesteloven § 7-2 a', 'helse- og omsorgstenestelova § 7-2 a'],
  PBRL_2_5: ['pasient- og brukerrettighetsloven § 2-5', 'pasient- og brukarrettslova § 2-5'],
  PBRL_2_5B: ['pasient- og brukerrettighetsloven § 2-5 b', 'pasient- og brukarrettslova § 2-5 b'],
  PBRL_2_5C: ['pasient- og brukerrettighetsloven § 2-5 c', 'pasient- og brukarrettslova § 2-5 c'],
  SOTJL_28: ['sosialtjenesteloven § 28', 'sosialtenestelova § 28'],
  /** What was decided before 2012, by the names of then (A13, F28). */
  KHL_6_2A: ['kommunehelsetjenesteloven § 6-2 a', 'kommunehelsetenestelova § 6-2 a'],
  PASRL_2_5: ['pasientrettighetsloven § 2-5', 'pasientrettslova § 2-5'],
  ARKIVLOVA: same('arkivlova'),
  GDPR_17: ['personvernforordningen artikkel 17', 'personvernforordninga artikkel 17'],
});

/**
 * What is kept for how long: the municipality says so of each class, with its archive. One that was recorded before and is not among them is told as
 * it is written.
 */
export const retentionClasses = codeList('retentionClass', {
  KE_CASE: ['sak hos <unit>', 'sak hos <unit>'],
  /** An enquiry that became no case; one that did is kept as the case is. */
  KE_ENQUIRY: ['henvendelse som ikke ble en sak', 'førespurnad som ikkje vart ei sak'],
  KE_MEETING: ['møte i <unit> eller nemnda', 'møte i <unit> eller nemnda'],
  /** Who has read: taken out by a database administrator when its time is over (docs/personal-data.md). */
  KE_ACCESS_LOG: same('innsynslogg'),
});

/** The day so many months later; the last of the month where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const later = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay)));
  return later.toISOString().slice(0, 10);
}
