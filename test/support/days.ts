import { Clock } from '#apps/clock';

const clock = new Clock();
const dayMs = 24 * 3_600_000;

/** The local date in Norway so many days from now; it is not that of UTC around midnight. */
export const inDays = (days: number): string =>
  clock.dayOf(new Date(Date.parse(`${clock.dayOf(clock.now())}T12:00:00Z`) + days * dayMs).toISOString());
