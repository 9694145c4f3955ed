import type { Fields } from './fields.js';
import type { Refusals } from './refusals.js';

/** A day before any that may be recorded: nobody's papers are older. */
export const earliest = '1900-01-01';

/** Refuses a date after today, where it does not say what is to come, and one before the year 1900. */
export function checkDates(
  { refuseIf }: Refusals<'date-ahead' | 'date-too-early'>,
  fields: Fields,
  data: Readonly<Record<string, unknown>>,
  today: string,
): void {
  for (const [field, { kind, isToCome }] of Object.entries(fields)) {
    const day = data[field];
    if (kind !== 'date' || typeof day !== 'string') continue;
    refuseIf(day > today && !isToCome, 'date-ahead', { field });
    refuseIf(day < earliest, 'date-too-early', { field });
  }
}
