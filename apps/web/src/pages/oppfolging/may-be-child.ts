import type { Day } from '../../dates/dates.js';

/** Whether somebody may be under 18 by that day, by the year of birth; who has none may be. */
export const mayBeChild = (birthYear: number | null, day: Day): boolean =>
  birthYear === null || Number(day.slice(0, 4)) - birthYear <= 18;
