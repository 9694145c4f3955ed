import { type Day, type Period, plusDays } from '../domain/days.js';
import { type Counted, figuresOf } from '../domain/figures/index.js';
import type { Cut, FactsOfLog, Until } from './facts-of-log.js';

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
}

/** The figures of a municipality by what the log has up to a day or an event; undefined where nothing was recorded by then. */
export async function countedAt(
  log: FactsOfLog,
  municipality: string,
  { period, trueOn, until }: Asking,
): Promise<CountedAt | undefined> {
  const known = await log.known(municipality, until);
  if (!known) return undefined;
  const { register, cut, recordedAt, leftOut } = known;
  const statusOn = trueOn ?? plusDays(period.to, -1);
  const units = register.unitsOn(statusOn);
  return { ...figuresOf(register, { municipality, units, period, statusOn }), cut, recordedAt, leftOut };
}
