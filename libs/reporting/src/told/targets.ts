import type { TargetCode } from '#municipality';
import { type Day, daysFrom } from '../domain/days.js';
import type { PlainMeasure } from './plain.js';

/** Within how many days of each case the municipality means to do what a figure counts the days of, by the figure's id. */
export type Targets = Readonly<Record<string, number>>;

/** How a figure stands with the municipality's own target. */
export interface ToldTarget {
  readonly days: number;
  /** Whether nine of ten were within it; null where that is not told. */
  readonly isMet: boolean | null;
}

const countedBy: Readonly<Record<string, TargetCode>> = {
  D2: 'RECEIVED_TO_DECIDED',
  D3: 'DECIDED_TO_APPOINTED',
};

/** By the profile in force on the day of status. `dayOf`: by which day, counted from one. */
export function targetsOn(dayOf: (target: TargetCode, from: Day) => Day | undefined, statusOn: Day): Targets {
  return Object.fromEntries(
    Object.entries(countedBy).flatMap(([id, target]) => {
      const day = dayOf(target, statusOn);
      return day === undefined ? [] : [[id, daysFrom(statusOn, day)] as const];
    }),
  );
}

/** From what is told alone: where weeks are, the days that they may stand for all have to say the same. */
export function toldTarget(days: number | undefined, measures: readonly PlainMeasure[]): ToldTarget | null {
  if (days === undefined) return null;
  const { value = null, unit } = measures.find(({ name }) => name === 'P90') ?? {};
  if (value === null) return { days, isMet: null };
  const [least, most] = unit === 'WEEKS' ? [7 * (value - 1) + 1, 7 * value] : [value, value];
  return { days, isMet: most <= days ? true : least > days ? false : null };
}
