import { noTo } from './choice.js';
import type { Appointment, Coordination, Plan } from './coordination.js';
import { closuresEndingNeed, releasesEndingNeed } from './codes.js';

/** Coordinated and does no more. One released on the first day never began. */
export type Left = Appointment & { readonly releasedOn: string };
export const hasLeft = (one: Appointment): one is Left =>
  one.releasedOn !== undefined && one.validFrom < one.releasedOn;

/**
 * Whether someone should coordinate on that day, as far as the person's own stream tells (the register looks at decisions too): while a
 * plan runs, and after somebody left, until the need has ended or the person says no (A4).
 */
export function isNeeded({ appointments, plans, choices, endedOn }: Coordination, day: string): boolean {
  const no = noTo('COORDINATOR', choices, day);
  const runs = plans.some(({ startedOn, closedOn = '9999' }) => startedOn <= day && day < closedOn);
  if (no === undefined && runs) return true;
  const last = (days: readonly string[]) =>
    days
      .filter((one) => one <= day)
      .toSorted()
      .at(-1) ?? '';
  const left = appointments.filter(hasLeft).filter((one) => !isLastNeeded(one));
  const ends = [
    ...appointments.flatMap(endOfNeed),
    ...plans.flatMap(endOfNeedWithPlan),
    ...(endedOn ? [endedOn] : []),
    ...(no === undefined ? [] : [no]),
  ];
  return last(ends) < last(left.map(({ releasedOn }) => releasedOn));
}

const isLastNeeded = ({ releaseReason }: Appointment) =>
  releasesEndingNeed.some((reason) => reason === releaseReason);
/** The day from which nobody is needed any more, where it ended so. */
export const endOfNeed = (one: Appointment) =>
  one.releasedOn !== undefined && isLastNeeded(one) ? [one.releasedOn] : [];
export const endOfNeedWithPlan = ({ closedOn, closureReason }: Plan) =>
  closedOn !== undefined && closuresEndingNeed.some((reason) => reason === closureReason) ? [closedOn] : [];
