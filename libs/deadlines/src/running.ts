import { type Day, endOf, type Period, plusDays } from './days.js';
import { type DayOff, daysOffOn, isWorkingDay, workingDayFrom, workingDayUntil } from './days-off.js';
import type { Deadline, Step } from './deadline.js';
import type { Roll } from './rules.js';

/** An end as the period has it and as it counts, with the steps to it. */
export interface End {
  readonly nominal: Day;
  readonly due: Day;
  readonly steps: readonly Step[];
}

/** A day as it is named, moved where that is due. */
export function endOn(nominal: Day, roll: Roll): End {
  const due = roll === 'FORWARD' ? workingDayFrom(nominal) : nominal;
  if (due === nominal) return { nominal, due, steps: [] };
  return { nominal, due, steps: [{ step: 'MOVED', from: nominal, to: due, over: daysOffIn(nominal, due) }] };
}

/** The end of a period from a day, which is not counted. */
export function endAfter(from: Day, period: Period, roll: Roll): End {
  const to = endOf(from, period);
  const { steps, ...end } = endOn(to, roll);
  return { ...end, steps: [{ step: 'PERIOD', period, from, to }, ...steps] };
}

/** Why each of the days from one until another is no working day. */
function daysOffIn(from: Day, until: Day): readonly DayOff[] {
  const days: DayOff[] = [];
  for (let day = from; day < until; day = plusDays(day, 1)) days.push(...daysOffOn(day));
  return days;
}

/** When it is to be done, where its end stands on a day off. */
export const workByOf = ({ due }: Pick<Deadline, 'due'>): Day | undefined =>
  due === undefined || isWorkingDay(due) ? undefined : workingDayUntil(due);
