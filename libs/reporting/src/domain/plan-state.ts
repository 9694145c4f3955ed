import { type Day } from './days.js';
import { inOrder } from './facts.js';
import type { Plan } from './register.js';

export type Provenance = 'CONFIRMED' | 'REPORTED' | 'IMPORTED';

/** Whether the plan began as a unit's report, by what was recorded first. */
export const isReported = ({ started, reports: [first] }: Plan): boolean =>
  first !== undefined && (started === undefined || first.seq < started.seq);

/** The first day; undefined for a plan that nobody told of the beginning of. */
export const firstDay = (plan: Plan): Day | undefined =>
  isReported(plan) ? (plan.reports[0]?.planSince ?? plan.reports[0]?.on) : plan.started?.on;

/** What ended it: the unit's own closing before what others told. */
export const endOf = ({ closed, endedElsewhere }: Plan) => closed[0] ?? endedElsewhere[0];

export const reasonOf = (end: NonNullable<ReturnType<typeof endOf>>): string =>
  end.kind === 'PlanTransferred' ? 'TRANSFERRED' : end.reason;

export function runs(plan: Plan, day: Day): boolean {
  const first = firstDay(plan);
  const end = endOf(plan);
  return first !== undefined && first <= day && !(end !== undefined && end.on <= day);
}

export const isPaused = ({ pauses }: Plan, day: Day): boolean =>
  pauses.findLast(({ on }) => on <= day)?.kind === 'PlanPaused';

export const isActive = (plan: Plan, day: Day): boolean => runs(plan, day) && !isPaused(plan, day);

export function provenanceOn(plan: Plan, day: Day): Provenance {
  if (isReported(plan)) return plan.confirmed.some(({ on }) => on <= day) ? 'CONFIRMED' : 'REPORTED';
  return plan.started?.source === 'EARLIER_REGISTER' ? 'IMPORTED' : 'CONFIRMED';
}

/** As it was begun, whatever became of it. */
export const provenanceBegun = (plan: Plan): Provenance =>
  isReported(plan) ? 'REPORTED' : provenanceOn(plan, '');

/** The reports that hold by a day, oldest first. The first always does: it tells of days before it. */
export const reportsBy = ({ reports }: Plan, day: Day) =>
  reports.filter(({ on }, index) => index === 0 || on <= day).toSorted((one, other) => inOrder(one, other));

/** The unit that reported it, by the latest report. */
export const reportingUnit = (plan: Plan, day: Day): string | undefined =>
  reportsBy(plan, day).findLast(({ unit }) => unit !== undefined)?.unit;

/** Nobody leads it, or nobody coordinates, by all that was reported. */
export function isIncomplete(plan: Plan, day: Day): boolean {
  const reports = reportsBy(plan, day);
  return (
    reports.every(({ leaderRole }) => leaderRole === undefined) ||
    reports.every(({ coordinator }) => coordinator === undefined)
  );
}

/** Nobody has said since that day that it is still right. */
export const isSilentSince = (plan: Plan, day: Day, since: Day): boolean =>
  reportsBy(plan, day).every(({ on }) => on < since);

/** A review of the plan that names no day; where the coordination was looked at, the plan's day stands. */
const leavesNone = (said: { readonly kind: string; readonly isOfCoordination?: true }): boolean =>
  said.kind === 'PlanReviewed' && said.isOfCoordination !== true;

/** When it is to be reviewed next, by what was said last; a review that names no day leaves none. */
export function nextReview({ started, reports, periods, reviews }: Plan, day: Day): Day | undefined {
  const said = [...(started ? [started] : []), ...reports, ...periods, ...reviews]
    .filter((one) => one.on <= day && (one.nextReviewOn !== undefined || leavesNone(one)))
    .toSorted(inOrder);
  return said.at(-1)?.nextReviewOn;
}
