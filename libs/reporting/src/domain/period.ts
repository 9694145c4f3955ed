import { isRealDate, monthsLater } from '#vocabulary';
import type { Period } from './days.js';

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
