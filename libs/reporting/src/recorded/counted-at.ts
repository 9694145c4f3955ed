import { type Day, type Period, plusDays } from '../domain/days.js';
import type { Counted, Figures } from '../domain/figures/index.js';
import { periodsBefore } from '../domain/period.js';
import { type Counting, countingBy, rulesToday } from '../domain/rules.js';
import type { Cut, FactsOfLog, Known, Until } from './facts-of-log.js';

export interface CountedAt extends Counted {
  readonly cut: Cut;
  /** When the last event of it was recorded. */
  readonly recordedAt: string;
  readonly leftOut: number;
}

export interface Asking {
  readonly period: Period;
  /** The day of stocks; the last of the period unless told. */
  readonly trueOn?: Day | undefined;
  readonly until: Until;
  /** By today's rules unless told. */
  readonly by?: Counting | undefined;
}

/** The figures of a municipality by what the log has up to a day or an event; undefined where nothing was recorded by then. */
export async function countedAt(
  log: FactsOfLog,
  municipality: string,
  { period, trueOn, until, by }: Asking,
): Promise<CountedAt | undefined> {
  const known = await log.known(municipality, until, by ?? countingBy[rulesToday]);
  return known && countedOf(known, municipality, { period, trueOn });
}

/** The same of what is known already, by the rules that it was known by. */
export function countedOf(
  known: Known,
  municipality: string,
  { period, trueOn }: Omit<Asking, 'until' | 'by'>,
): CountedAt {
  const { register, by, cut, recordedAt, leftOut } = known;
  const statusOn = trueOn ?? plusDays(period.to, -1);
  const units = register.unitsOn(statusOn);
  return { ...by.figures(register, { municipality, units, period, statusOn }), cut, recordedAt, leftOut };
}

/** The figures of the periods before one, of the same length, as they are known now: the oldest first, from the first in which anything was counted. */
export function countedBefore(known: Known, municipality: string, period: Period, most: number): Figures[] {
  const all = periodsBefore(period, most).map(
    (one) => countedOf(known, municipality, { period: one }).figures,
  );
  const first = all.findIndex(({ figures }) =>
    Object.values(figures).some((one) =>
      Object.values(one).some((number) => typeof number === 'number' && number > 0),
    ),
  );
  return first < 0 ? [] : all.slice(first);
}
