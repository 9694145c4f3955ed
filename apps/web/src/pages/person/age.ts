import { type Day, today } from '../../dates/dates.js';

/** Whole years on the day. */
export function ageOf(born: Day, now: Day = today()): number {
  const years = Number(now.slice(0, 4)) - Number(born.slice(0, 4));
  return now.slice(5) < born.slice(5) ? years - 1 : years;
}
