import { monthsLater } from '#vocabulary';
import { holds, type Holding } from '../coordination.js';
import type { Gap, Standing } from './standing.js';
import { ageBands, notStated, wishes } from './codes.js';
import { count, type Counted, rank, share, waiting } from './counted.js';
import { eventsIn, withPlan } from './plans.js';

/** Persons whom somebody coordinates on the day. */
export const coordinated = (standing: Standing): string[] =>
  [...standing.holdingsOf.keys()].filter((person) => standing.coordinating(person).length > 0);

export const kindOf = (all: readonly Holding[]): 'CHILD' | 'ORDINARY_ONLY' =>
  all.some(({ kind }) => kind === 'CHILD') ? 'CHILD' : 'ORDINARY_ONLY';

const gapFigure = (gaps: readonly Gap[]) =>
  waiting(
    gaps.map(({ person, days }) => ({ key: person, days })),
    ['median', 'max'],
  );

export function coordinatorFigures(standing: Standing): Record<string, Counted> {
  const { on, units, register } = standing;
  const persons = coordinated(standing).map((person) => {
    const all = standing.coordinating(person);
    return {
      key: person,
      isTemporary: all.every(({ isTemporary }) => isTemporary),
      cells: { AGE: standing.band(person, on), UNIT: standing.unit(person), KIND: kindOf(all) },
    };
  });
  const planned = new Set(withPlan(standing));
  const having = new Set(persons.map(({ key }) => key));
  const either = [...new Set([...planned, ...having])].map((key) => ({
    key,
    cells: {
      PLAN: !planned.has(key) ? 'COORDINATOR_ONLY' : having.has(key) ? 'BOTH' : 'PLAN_ONLY',
    },
  }));
  const appointed = standing.holdings
    .filter(({ origin, from }) => origin === 'UNIT' && standing.inPeriod({ on: from, seq: 0 }))
    .map(({ id, isTemporary, kind, wish }) => ({
      key: id,
      isTemporary,
      cells: { KIND: isTemporary ? 'TEMPORARY' : kind, WISH: wish },
    }));
  const gaps = standing.persons().flatMap((person) => standing.gap(person) ?? []);
  const children = persons.filter(({ cells }) => cells.KIND === 'CHILD');
  return {
    C1: count(persons, { AGE: ageBands, UNIT: units, KIND: ['CHILD', 'ORDINARY_ONLY'] }),
    C2: count(either, { PLAN: ['BOTH', 'COORDINATOR_ONLY', 'PLAN_ONLY'] }),
    C3: count(children, { AGE: ageBands }),
    C4: count(persons.filter(({ isTemporary }) => isTemporary)),
    C5: count(appointed, { KIND: ['TEMPORARY', 'ORDINARY', 'CHILD'] }),
    C6: count(
      appointed.filter(({ isTemporary }) => !isTemporary),
      { WISH: wishes },
    ),
    ...caseload(standing),
    C10: count(
      eventsIn(
        standing,
        [...register.persons.values()].flatMap(({ coordinatorsDeclined }) => coordinatorsDeclined),
      ),
    ),
    G1: gapFigure(gaps.filter(({ isLeft }) => !isLeft)),
    G2: gapFigure(gaps.filter(({ isLeft }) => isLeft)),
  };
}

function caseload(standing: Standing): Record<'C7' | 'C8' | 'C9', Counted> {
  const { on, units, register, question } = standing;
  const holding = standing.holdings.filter((one) => holds(one, on));
  const persons = new Map<string, Set<string>>();
  const inUnit = new Map<string, Set<string>>();
  for (const one of holding) {
    persons.set(one.coordinator, (persons.get(one.coordinator) ?? new Set()).add(one.person));
    const unit = one.unitOn(on) ?? notStated;
    inUnit.set(unit, (inUnit.get(unit) ?? new Set()).add(one.coordinator));
  }
  const served = count(
    coordinated(standing).map((key) => ({ key, cells: { UNIT: standing.unit(key) } })),
    { UNIT: units },
  ).figure['by'] as { readonly UNIT: Readonly<Record<string, number>> };
  const loads = [...persons.values()].map(({ size }) => size);
  const coordinators = [...persons.keys()];
  const since = monthsLater(question.period.to, -12);
  const those = (isSo: (id: string) => boolean) => coordinators.filter(isSo);
  const codes = new Set([...Object.keys(served.UNIT), ...inUnit.keys()]);
  return {
    C7: {
      figure: {
        coordinators: coordinators.length,
        values: loads.toSorted((one, other) => other - one),
        median: rank(loads, 5),
        max: rank(loads, 10),
        by: {
          UNIT: Object.fromEntries(
            [...codes].map((unit) => [
              unit,
              { coordinators: inUnit.get(unit)?.size ?? 0, persons: served.UNIT[unit] ?? 0 },
            ]),
          ),
        },
      },
      contributors: { '': [...persons].map(([id, { size }]) => `${id}=${size}`).sort() },
    },
    C8: share(
      coordinators,
      those((id) => register.coordinators.get(id)?.trained.some((day) => day <= on) === true),
    ),
    C9: share(
      coordinators,
      those(
        (id) =>
          register.coordinators
            .get(id)
            ?.guided.some((day) => since <= day && day < question.period.to && day <= on) === true,
      ),
    ),
  };
}
