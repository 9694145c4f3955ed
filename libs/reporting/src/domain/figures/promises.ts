import type { Day } from '../days.js';
import type { Promised } from '../register.js';
import { notStated, promisers, promiseStates } from './codes.js';
import { count, type Counted } from './counted.js';
import type { Standing } from './standing.js';

/** By when it was to be done, by what was said up to a day. */
const dueBy = ({ made, moved }: Promised, day: Day): Day =>
  moved.findLast(({ on }) => on <= day)?.dueOn ?? made?.dueOn ?? day;

/** What came of a promise by a day. */
function stateOn(one: Promised, day: Day): string {
  const ended = one.ended.find(({ on }) => on <= day);
  if (ended === undefined) return 'OPEN';
  if (ended.kind === 'PromiseEnded') return ended.end;
  return ended.on <= dueBy(one, day) ? 'KEPT' : 'KEPT_LATE';
}

/** What was promised around people, and whether it was kept (A2, F13). */
export function promiseFigures(standing: Standing): Record<'V1' | 'V2' | 'V3', Counted> {
  const { on, register, units, inPeriod } = standing;
  const made = [...register.promises.values()].flatMap((one) => {
    const promise = one.made;
    if (promise === undefined || promise.on > on) return [];
    const dueOn = dueBy(one, on);
    const isHidden = standing.isProtected(promise.person);
    return [
      {
        key: one.id,
        promise,
        dueOn,
        cells: {
          PROMISER: promise.by,
          PROMISE: stateOn(one, on),
          DUE: dueOn < on ? 'OVERDUE' : 'NOT_DUE',
          UNIT: isHidden ? notStated : (promise.unit ?? notStated),
        },
      },
    ];
  });
  return {
    V1: count(
      made.filter(({ promise }) => inPeriod(promise)),
      { PROMISER: promisers },
    ),
    V2: count(
      made.filter(({ dueOn, promise: { seq } }) => inPeriod({ on: dueOn, seq })),
      { PROMISE: promiseStates },
    ),
    V3: count(
      made.filter(({ cells }) => cells.PROMISE === 'OPEN'),
      { DUE: ['OVERDUE', 'NOT_DUE'], UNIT: units },
    ),
  };
}
