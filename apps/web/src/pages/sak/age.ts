import type { Day } from '../../dates/dates.js';

/** Whole years from one day to another. */
export const ageIn = (born: Day, on: Day): number =>
  Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
