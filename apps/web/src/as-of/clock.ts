import type { Day } from '../dates/dates.js';
import { dayIn, oneOf } from '../ui/register/address.js';

/** By which clock a day is meant: that on which it happened, or that on which it was written in. */
export const clocks = ['skjedd', 'skrevet'] as const;
export type Clock = (typeof clocks)[number];

/** The clock as the API names it. */
export const senseOf = (clock: Clock | undefined) => (clock === 'skrevet' ? 'KNOWN_ON' : 'TRUE_ON');

/** As it was on this day, by this clock; now where no day is told. */
export interface AsOfSearch {
  readonly dag?: Day;
  readonly klokke?: Clock;
}

/** What of an address is understood as such. */
export const asOfIn = (given: Record<string, unknown>) => ({
  dag: dayIn(given['dag']),
  klokke: oneOf(clocks, given['klokke']),
});
