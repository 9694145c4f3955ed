import { type Dated, inOrder } from '../facts.js';
import { isActive, endOf } from '../plan-state.js';
import { grantsAny, waitingRound } from '../rounds.js';
import { coordinatorStatuses, planStatuses, threeAges } from './codes.js';
import { kindOf } from './coordinators.js';
import { count, type Counted } from './counted.js';
import type { Standing } from './standing.js';

/** The person's status by KOSTRA's question; undefined for who is not in the population. */
export function planStatus(standing: Standing, person: string): string | undefined {
  const { on } = standing;
  const by = (one: Dated) => one.on <= on;
  const running = standing.runningPlans(person);
  if (running.some((plan) => isActive(plan, on))) return 'ACTIVE';
  if (running.length > 0) return 'PAUSED';
  const cases = standing.casesOf.get(person) ?? [];
  const entries = standing.entries(person);
  const ends = standing
    .plans(person)
    .flatMap((plan) => endOf(plan) ?? [])
    .filter(by);
  const declined = entries.flatMap(({ plansDeclined }) => plansDeclined).filter(by);
  const gone = entries.flatMap((one) => one.gone).filter(by);
  const over = [...ends, ...declined, ...gone]
    .map((one) => one.on)
    .sort()
    .at(-1);
  const isAsked = cases.some(
    (one) =>
      one.application?.items.includes('INDIVIDUAL_PLAN') === true && waitingRound(one, on) !== undefined,
  );
  const isGranted = cases.some(({ decisions }) =>
    decisions.some(
      (one) => by(one) && grantsAny(one, 'INDIVIDUAL_PLAN') && (over === undefined || one.on > over),
    ),
  );
  if (isAsked || isGranted) return 'IN_PREPARATION';
  const last = [...ends.map((one) => ({ one, isNo: false })), ...declined.map((one) => ({ one, isNo: true }))]
    .toSorted((one, other) => inOrder(one.one, other.one))
    .at(-1);
  if (last?.isNo === true && gone.length === 0) return 'DECLINED';
  return standing.coordinating(person).length > 0 ? 'NONE' : undefined;
}

function ageOf(standing: Standing, person: string): string {
  const band = standing.band(person, standing.on);
  if (band === 'UNKNOWN' || band === '67+') return band;
  return ['0-5', '6-12', '13-17'].includes(band) ? '0-17' : '18-66';
}

function coordinatorStatus(standing: Standing, person: string): string {
  const all = standing.coordinating(person);
  return all.length === 0 ? 'NO' : kindOf(all) === 'CHILD' ? 'CHILD' : 'ORDINARY';
}

/** What the national registers ask per 31 December, of each person in exactly one state. */
export function nationalFigures(standing: Standing): Record<'N1' | 'N2', Counted> {
  const population = standing.persons().flatMap((person) => {
    const status = planStatus(standing, person);
    if (status === undefined) return [];
    return [
      {
        key: person,
        cells: {
          STATUS: status,
          AGE3: ageOf(standing, person),
          COORDINATOR: coordinatorStatus(standing, person),
        },
      },
    ];
  });
  return {
    N1: count(population, { STATUS: planStatuses, AGE3: threeAges }),
    N2: count(population, { COORDINATOR: coordinatorStatuses }),
  };
}
