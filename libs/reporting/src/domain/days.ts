/** A local date in Norway, `2026-11-30`: days order as text. */
export type Day = string;

const dayMs = 86_400_000;
const timeOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const inOslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' });

export const plusDays = (day: Day, days: number): Day =>
  new Date(timeOf(day) + days * dayMs).toISOString().slice(0, 10);
/** 0 on the same day. */
export const daysFrom = (from: Day, to: Day): number => Math.round((timeOf(to) - timeOf(from)) / dayMs);
/** The day that an instant falls on in Norway. */
export const dayOf = (instant: string): Day => inOslo.format(new Date(instant));

/** Closed-open: `to` is the first day that is not in it any more. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}
export const isWithin = ({ from, to }: Period, day: Day): boolean => from <= day && day < to;

/** The first instant, in milliseconds, that was recorded too late to be known on a day. */
export function endOfDay(day: Day): number {
  const next = plusDays(day, 1);
  const midnight = timeOf(next);
  // Norway is one or two hours ahead of UTC.
  return (
    [2, 1].map((hours) => midnight - hours * 3_600_000).find((at) => inOslo.format(at) === next) ?? midnight
  );
}
