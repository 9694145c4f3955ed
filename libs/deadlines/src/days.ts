import { monthsLater } from '#vocabulary';

/** A local date, `2026-11-30`. Which one an instant falls on is asked of `dayOf`; from there on nothing knows of hours. */
export type Day = string;

const dayMs = 86_400_000;
const timeOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10);
const inOslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' });

/** The day that an instant falls on in Norway, by the data of time zones. */
export const dayOf = (instant: string): Day => inOslo.format(new Date(instant));

export const plusDays = (day: Day, days: number): Day => dayAt(timeOf(day) + days * dayMs);
export const daysFrom = (from: Day, to: Day): number => Math.round((timeOf(to) - timeOf(from)) / dayMs);
/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(timeOf(day)).getUTCDay();

export const latest = (days: readonly Day[]): Day | undefined => days.toSorted().at(-1);
export const earliest = (days: readonly Day[]): Day | undefined => days.toSorted().at(0);

/** ISO 8601, of one unit: `P4W`, `P1M`. */
export type Period = `P${number}${Unit}`;
type Unit = 'D' | 'W' | 'M' | 'Y';

export function partsOf(period: Period): { readonly count: number; readonly unit: Unit } {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(period) ?? [];
  if (count === undefined) throw new RangeError(`Not a period of days, weeks, months or years: ${period}`);
  return { count: Number(count), unit: unit as Unit };
}

/**
 * The day on which a period ends that begins with a day, which is not counted: weeks end on the same weekday, months and years on the day of the
 * same number, or on the month's last where it has none (domstolloven § 148).
 */
export function endOf(from: Day, period: Period): Day {
  const { count, unit } = partsOf(period);
  if (unit === 'D' || unit === 'W') return plusDays(from, unit === 'W' ? 7 * count : count);
  return monthsLater(from, unit === 'Y' ? 12 * count : count);
}

/** Whether the last month of a period lacks the day that it began on. */
export const isCutShort = (from: Day, to: Day, period: Period): boolean =>
  ['M', 'Y'].includes(partsOf(period).unit) && from.slice(8) !== to.slice(8);
