import { isRealDate, monthsLater } from '#vocabulary';
import { daysFrom, type Period, plusDays } from './days.js';

/**
 * The period that a text names: a year `2025`, a half-year `2025-H2`, a month `2025-02`, or its first day and the day after its last, with `..` or
 * `/` between. Undefined for anything else, and for one that ends before it begins.
 */
export function periodIn(text: string): Period | undefined {
  const [from = '', to] = text.trim().split(/\.\.|\/|,|\s+/);
  if (to !== undefined) return isRealDate(from) && isRealDate(to) && from < to ? { from, to } : undefined;
  const [, year, part] = /^(\d{4})(?:-(H[12]|\d\d))?$/.exec(from) ?? [];
  if (year === undefined) return undefined;
  const first = `${year}-${part === undefined || part === 'H1' ? '01' : part === 'H2' ? '07' : part}-01`;
  const months = part === undefined ? 12 : part.startsWith('H') ? 6 : 1;
  return isRealDate(first) ? { from: first, to: monthsLater(first, months) } : undefined;
}

/** The period of the same length that begins where this one ends. */
export function nextOf(period: Period): Period {
  const { from, to } = period;
  const months = monthsIn(period);
  return { from: to, to: months === undefined ? plusDays(to, daysFrom(from, to)) : monthsLater(to, months) };
}

/** Undefined where it is not of whole ones. */
function monthsIn({ from, to }: Period): number | undefined {
  const monthsAt = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return from.endsWith('-01') && to.endsWith('-01') ? monthsAt(to) - monthsAt(from) : undefined;
}

/** So many periods of the same length that end where another begins, one after the other, the oldest first. Months where it is of whole ones, else days. */
export function periodsBefore(period: Period, count: number): Period[] {
  const { from, to } = period;
  const months = monthsIn(period);
  const back = (times: number) =>
    months === undefined ? plusDays(from, -times * daysFrom(from, to)) : monthsLater(from, -times * months);
  return Array.from({ length: count }, (_, at) => ({ from: back(count - at), to: back(count - at - 1) }));
}
