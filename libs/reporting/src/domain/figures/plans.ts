import { monthsLater } from '#vocabulary';
import { type Day } from '../days.js';
import { type Dated } from '../facts.js';
import {
  endOf,
  firstDay,
  isActive,
  isIncomplete,
  isSilentSince,
  nextReview,
  provenanceBegun,
  provenanceOn,
  reasonOf,
  reportingUnit,
} from '../plan-state.js';
import type { Plan } from '../register.js';
import { ageBands, amongst, closureReasons, notStated, provenances, reportStates } from './codes.js';
import { count, type Counted } from './counted.js';
import type { Standing } from './standing.js';

/** Persons with an active plan on the day. */
export const withPlan = (standing: Standing): string[] =>
  [...standing.plansOf.keys()].filter((person) => standing.activePlans(person).length > 0);

function provenanceOf(standing: Standing, plans: readonly Plan[]): string {
  const all = plans.map((plan) => provenanceOn(plan, standing.on));
  return provenances.find((one) => all.some((each) => each === one)) ?? 'CONFIRMED';
}

function reportStateOf(standing: Standing, plans: readonly Plan[]): string {
  const provenance = provenanceOf(standing, plans);
  if (provenance !== 'REPORTED') return provenance;
  const reported = plans.filter((plan) => provenanceOn(plan, standing.on) === 'REPORTED');
  if (reported.some((plan) => isIncomplete(plan, standing.on))) return 'REPORTED_INCOMPLETE';
  return reported.some((plan) => isSilent(standing, plan)) ? 'REPORTED_SILENT' : 'REPORTED_UP_TO_DATE';
}

const isSilent = ({ on, question: { period } }: Standing, plan: Plan): boolean =>
  isSilentSince(plan, on, monthsLater(period.to, -12));

/** When the person's plan is to be reviewed: the earliest of several. */
const reviewDue = (plans: readonly Plan[], day: Day): Day | undefined =>
  plans
    .flatMap((plan) => nextReview(plan, day) ?? [])
    .sort()
    .at(0);

const reviewState = (due: Day | undefined, day: Day) =>
  due === undefined ? 'NO_DATE' : due < day ? 'OVERDUE' : 'NOT_DUE';

function recencyOf({ on: day, question: { period } }: Standing, plans: readonly Plan[]): string {
  const last = plans
    .flatMap(({ reviews }) => reviews.filter(({ on }) => on <= day).map(({ on }) => on))
    .sort()
    .at(-1);
  if (last === undefined) return 'NEVER';
  if (last >= monthsLater(period.to, -6)) return '0-6';
  return last >= monthsLater(period.to, -12) ? '7-12' : 'OVER_12';
}

export function planFigures(standing: Standing): Record<string, Counted> {
  const { on, register, units } = standing;
  const all = [...register.plans.values()];
  const inPeriod = (day: Day | undefined) => day !== undefined && standing.inPeriod({ on: day, seq: 0 });
  const keyed = (keys: readonly string[]) => keys.map((key) => ({ key }));
  const persons = withPlan(standing).map((person) => {
    const plans = standing.activePlans(person);
    return {
      key: person,
      cells: {
        AGE: standing.band(person, on),
        UNIT: standing.unit(person),
        PROVENANCE: provenanceOf(standing, plans),
        REPORT: reportStateOf(standing, plans),
        RECENCY: recencyOf(standing, plans),
        REVIEW: reviewState(reviewDue(plans, on), on),
      },
    };
  });
  const reported = all.filter((plan) => isActive(plan, on) && provenanceOn(plan, on) === 'REPORTED');
  const declined = [...register.persons.values()].flatMap(({ plansDeclined }) => plansDeclined);
  return {
    P1: count(persons, {
      AGE: ageBands,
      UNIT: units,
      PROVENANCE: provenances,
      REPORT: reportStates,
    }),
    P2: count(
      keyed(
        [...standing.plansOf.keys()].filter(
          (person) => standing.runningPlans(person).length > 0 && standing.activePlans(person).length === 0,
        ),
      ),
    ),
    P3: count(
      all
        .filter((plan) => inPeriod(firstDay(plan)))
        .map((plan) => ({ key: plan.id, cells: { PROVENANCE: provenanceBegun(plan) } })),
      { PROVENANCE: provenances },
    ),
    P4: count(
      all.flatMap((plan) => {
        const end = endOf(plan);
        if (end === undefined || !inPeriod(end.on)) return [];
        return [{ key: plan.id, cells: { REASON: amongst(closureReasons, reasonOf(end)) } }];
      }),
      { REASON: closureReasons },
    ),
    P5: count(persons.filter(({ cells }) => cells.REVIEW === 'OVERDUE').map(({ key }) => ({ key }))),
    P6: count(persons, {
      RECENCY: ['0-6', '7-12', 'OVER_12', 'NEVER'],
      REVIEW: ['OVERDUE', 'NOT_DUE', 'NO_DATE'],
    }),
    P9: count(eventsIn(standing, declined)),
    R1: count(
      reported.map((plan) => ({ key: plan.id, cells: { UNIT: reportingUnit(plan, on) ?? notStated } })),
      { UNIT: units },
    ),
    R2: count(keyed(reported.filter((plan) => isIncomplete(plan, on)).map(({ id }) => id))),
    R3: count(keyed(reported.filter((plan) => isSilent(standing, plan)).map(({ id }) => id))),
  };
}

/** Events of the period, each under its own id. */
export const eventsIn = (standing: Standing, all: readonly (Dated & { readonly id: string })[]) =>
  all.filter(standing.inPeriod).map(({ id }) => ({ key: id }));
