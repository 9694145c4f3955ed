import type { Figures } from '../figures/index.js';
import { coupled } from './coupled.js';
import type { CountTable } from './counted-tables.js';
import type { Edition } from './edition.js';
import { isSmall, shownTotal } from './shown.js';

const policy = { levels: {}, unitTree: 'NOT_STATED', blockFrom: 2023 } as const;
const figuresOf = (figures: Figures['figures'], year = 2024): Figures => ({
  figures,
  format: 1,
  municipality: '9101',
  period: { from: `${year}-01-01`, to: `${year + 1}-01-01` },
  rules: 'STAT-1',
  statusOn: `${year}-12-31`,
});
const shownIn = (figures: Figures, earlier: readonly Edition[] = []) =>
  coupled({ figures, level: 'YEAR', policy, earlier });
const numbers = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index);

/** By what a reader sees, the values that each hidden number may have. */
function valuesBy<T>(all: readonly T[], seen: (one: T) => string, hidden: (one: T) => readonly number[]) {
  const groups = new Map<string, Set<number>[]>();
  for (const one of all) {
    const sets = groups.get(seen(one)) ?? hidden(one).map(() => new Set<number>());
    hidden(one).forEach((value, index) => sets[index]?.add(value));
    groups.set(seen(one), sets);
  }
  return groups;
}
const told = (groups: ReadonlyMap<string, readonly Set<number>[]>) =>
  [...groups]
    .filter(([, sets]) => sets.some((set) => [...set].some(isSmall) && set.size < 3))
    .map(([seen]) => seen);

describe('tables of which one could tell another', () => {
  it('leave who has a plan, a coordinator, both or neither at least three values', () => {
    const worlds = numbers(0, 13).flatMap((both) =>
      numbers(0, 13 - both).flatMap((coordinatorOnly) =>
        numbers(0, 13 - both).flatMap((planOnly) =>
          numbers(planOnly, 23).map((gap) => ({ both, coordinatorOnly, planOnly, gap })),
        ),
      ),
    );
    const seen = (one: (typeof worlds)[number]) => {
      const { both, coordinatorOnly, planOnly, gap } = one;
      const plans = both + planOnly;
      const coordinators = both + coordinatorOnly;
      const { GAP, C2 } = shownIn(
        figuresOf({
          P1: { value: plans },
          C1: { value: coordinators },
          C2: { by: { PLAN: { BOTH: both, COORDINATOR_ONLY: coordinatorOnly, PLAN_ONLY: planOnly } } },
          G1: { value: gap },
          G2: { value: 0 },
        }),
      );
      return JSON.stringify([shownTotal(plans), shownTotal(coordinators), (GAP as CountTable).total, C2]);
    };
    const groups = valuesBy(worlds, seen, ({ both, coordinatorOnly, planOnly, gap }) => [
      both,
      coordinatorOnly,
      planOnly,
      gap,
      gap - planOnly,
    ]);
    expect(told(groups)).toEqual([]);
    expect(groups.size).toBeGreaterThan(500);
  });

  it('leave what began and ended beside the published stocks at least three values', () => {
    const worlds = numbers(0, 25).flatMap((started) =>
      numbers(0, 25).flatMap((ended) =>
        [0, 5, 12, 30]
          .filter((before) => before + started - ended >= 0)
          .map((before) => ({ started, ended, before, now: before + started - ended })),
      ),
    );
    const isFar = ({ started, ended }: (typeof worlds)[number]) => started < 16 && ended < 16;
    const seen = ({ started, ended, before, now }: (typeof worlds)[number]) => {
      const last = { statusOn: '2023-12-31', tables: { P1: { total: shownTotal(before), parts: {} } } };
      const figures = figuresOf({ P1: { value: now }, P3: { value: started }, P4: { value: ended } });
      const { P3, P4 } = shownIn(figures, [last as unknown as Edition]);
      return JSON.stringify([shownTotal(before), shownTotal(now), P3?.total, P4?.total]);
    };
    const groups = valuesBy(worlds, seen, ({ started, ended }) => [started, ended]);
    const near = new Set(worlds.filter(isFar).map(seen));
    expect(told(groups).filter((one) => near.has(one))).toEqual([]);
  });

  it('leave those who wait three values where they are shown, also to who knows what came and went since', () => {
    const worlds = numbers(0, 9).flatMap((before) =>
      numbers(0, 5).flatMap((received) =>
        numbers(0, before + received).flatMap((answered) =>
          numbers(answered, 4 * answered).flatMap((items) =>
            numbers(0, before + received - answered).map((left) => ({
              before,
              received,
              answered,
              items,
              now: before + received - answered - left,
            })),
          ),
        ),
      ),
    );
    const seen = ({ before, received, items, now }: (typeof worlds)[number]) => {
      const last = { tables: { A7: { total: shownTotal(before), parts: {} } } } as unknown as Edition;
      const figures = figuresOf({ A7: { value: now }, A2: { value: received }, A3: { value: items } });
      const { A7 } = shownIn(figures, [last]);
      return JSON.stringify([shownTotal(before), shownTotal(received), shownTotal(items), A7?.total]);
    };
    const groups = told(valuesBy(worlds, seen, ({ now }) => [now]));
    expect(groups.filter((one) => !one.endsWith('null]'))).toEqual([]);
  });

  it('show whether wishes were followed only where that tells nobody who was temporary', () => {
    const shown = (kinds: Readonly<Record<string, number>>) => {
      const lasting = (kinds['ORDINARY'] ?? 0) + (kinds['CHILD'] ?? 0);
      const all = lasting + (kinds['TEMPORARY'] ?? 0);
      const figures = figuresOf({
        C5: { value: all, by: { KIND: kinds } },
        C6: { value: lasting, by: { WISH: { YES: lasting, NO: 0, NO_WISH: 0 } } },
      });
      return shownIn(figures)['C6']?.parts['WISH'];
    };
    expect(shown({ TEMPORARY: 0, ORDINARY: 10, CHILD: 0 })).not.toBeNull();
    expect(shown({ TEMPORARY: 5, ORDINARY: 4, CHILD: 3 })).toMatchObject([{ shown: { exact: 7 } }]);
    expect(shown({ TEMPORARY: 1, ORDINARY: 9, CHILD: 0 })).toBeNull();
    expect(shown({ TEMPORARY: 0, ORDINARY: 3, CHILD: 0 })).toBeNull();
  });
});
