import fc from 'fast-check';
import type { Edition } from '#reporting';
import { Solver } from './solver.testing.js';
import {
  type Dimension,
  dimensions,
  editionsOf,
  isPossible,
  policies,
  startedIn,
  threeYears,
  type Year,
} from './worlds.testing.js';

type Shown = { readonly exact: number } | { readonly from: number; readonly to: number | null };
interface Leaf {
  readonly codes: readonly string[];
  readonly shown: Shown;
  readonly of?: readonly Leaf[];
  readonly outcome?: readonly Leaf[];
}
interface Table {
  readonly total: Shown | null;
  readonly parts: Readonly<Record<string, readonly Leaf[] | null>>;
}

const boundsOf = (shown: Shown): [number, number] =>
  'exact' in shown ? [shown.exact, shown.exact] : [shown.from, shown.to ?? Number.POSITIVE_INFINITY];

/** Under which figure a table's dimension was counted. */
const countedUnder: Readonly<Record<string, string>> = {
  'P1/REVIEW': 'P6/REVIEW',
  'P1/RECENCY': 'P6/RECENCY',
  'D4/STATE': 'D4/DECISION_TIME',
  'D4P/STATE': 'D4/PRELIM_REPLY',
};
const stocks = ['P1', 'C1', 'GAP', 'C2', 'A7', 'U5', 'U6'];

/** Of cells that were answered, by their table and dimension: under which figure both were counted, and in which codes. */
const crossed: Readonly<
  Record<
    string,
    { readonly under: Dimension; readonly of: readonly string[]; readonly answers: readonly string[] }
  >
> = {
  'A3/ITEM': {
    under: 'A3/ITEM_OUTCOME',
    of: ['INDIVIDUAL_PLAN', 'COORDINATOR', 'CHILD_COORDINATOR', 'GROUP'],
    answers: ['GRANTED', 'PARTLY', 'REFUSED'],
  },
  'U3/AGE_AT': {
    under: 'U3/AGE_HEARD',
    of: ['0-11', '12-17', '18+', 'UNKNOWN'],
    answers: ['TOOK_PART', 'HEARD', 'BY_GUARDIAN', 'NOT'],
  },
};

/** The years that a table's numbers are of: stocks of the last, flows of all. */
const yearsOf = ({ period, level }: Edition, table: string): number[] => {
  const last = Number(period.to.slice(0, 4)) - 1;
  return level === 'YEAR' || stocks.includes(table) ? [last] : [last - 2, last - 1, last];
};

/** What is counted twice has one number: persons with a plan, and meetings around somebody. */
const totals: Readonly<Record<string, string>> = {
  P6: 'P1',
  U5: 'P1',
  U6: 'P1',
  U2: 'U3',
  C6: 'lasting',
};

/** All that the editions say of sums of cells. */
function read(solver: Solver, editions: readonly Edition[]): void {
  for (const edition of editions) {
    for (const [name, of] of Object.entries(edition.tables)) {
      if ('COORDINATION' in of) {
        const years = yearsOf(edition, name);
        for (const [around, shown] of [
          ['U3', of.COORDINATION],
          ['U4', of.PROFESSIONAL],
        ] as const) {
          const [least, most] = boundsOf(shown);
          solver.know(
            years.map((year) => [`${year} ${around}`, 1] as const),
            least,
            most,
          );
        }
      }
      if (!('parts' in of)) continue;
      const { total, parts } = of as Table;
      const years = yearsOf(edition, name);
      const whole = years.map((year) => [`${year} ${totals[name] ?? name}`, 1] as const);
      if (total) solver.know(whole, ...boundsOf(total));
      for (const [part, leaves] of Object.entries(parts)) {
        const dimension = countedUnder[`${name}/${part}`] ?? `${name}/${part}`;
        const cellsOf = (codes: readonly string[]) =>
          years.flatMap((year) => codes.map((code) => [`${year} ${dimension} ${code}`, 1] as const));
        for (const leaf of (leaves ?? []).flatMap((one) => [one, ...(one.of ?? [])])) {
          solver.know(cellsOf(leaf.codes), ...boundsOf(leaf.shown));
          for (const answer of (leaf.outcome ?? []).flatMap((one) => [one, ...(one.of ?? [])])) {
            const both = leaf.codes.flatMap((item) => answer.codes.map((outcome) => `${item}:${outcome}`));
            const under = crossed[dimension]?.under ?? dimension;
            const cells = years.flatMap((year) =>
              both.map((code) => [`${year} ${under} ${code}`, 1] as const),
            );
            solver.know(cells, ...boundsOf(answer.shown));
          }
        }
      }
    }
  }
}

/** What holds of any municipality: parts add up, and so do stocks with what came and went. */
function reason(solver: Solver): void {
  for (const year of [2023, 2024, 2025]) {
    for (const [dimension, codes] of Object.entries(dimensions)) {
      const [figure = '', rule] = dimension.split('/');
      const total = rule === 'PRELIM_REPLY' ? 'D4P' : (totals[figure] ?? figure);
      solver.know(
        [...codes.map((code) => [`${year} ${dimension} ${code}`, 1] as const), [`${year} ${total}`, -1]],
        0,
      );
    }
    for (const [dimension, { under, of, answers }] of Object.entries(crossed)) {
      for (const one of of) {
        const all = answers.map((answer) => [`${year} ${under} ${one}:${answer}`, 1] as const);
        solver.know([...all, [`${year} ${dimension} ${one}`, -1]], 0);
      }
    }
    const name = (one: string) => `${year} ${one}`;
    const [both, only, plan] = ['BOTH', 'COORDINATOR_ONLY', 'PLAN_ONLY'].map((code) =>
      name(`C2/PLAN ${code}`),
    );
    solver.know(
      [
        [both!, 1],
        [plan!, 1],
        [name('P1'), -1],
      ],
      0,
    );
    solver.know(
      [
        [both!, 1],
        [only!, 1],
        [name('C1'), -1],
      ],
      0,
    );
    solver.know(
      [
        [plan!, 1],
        [name('otherGap'), 1],
        [name('GAP'), -1],
      ],
      0,
    );
    solver.know(
      [
        [name('C5/KIND ORDINARY'), 1],
        [name('C5/KIND CHILD'), 1],
        [name('lasting'), -1],
      ],
      0,
    );
    if (year === 2023) continue;
    solver.know(
      [
        [name('P1'), 1],
        [`${year - 1} P1`, -1],
        [name('P3'), -1],
        [name('P4'), 1],
      ],
      0,
    );
    solver.know(
      [
        [name('A7'), 1],
        [`${year - 1} A7`, -1],
        [name('A2'), -1],
        [name('answered'), 1],
        [name('out'), 1],
      ],
      0,
    );
    // Four items at most are answered at once.
    solver.know(
      [
        [name('answered'), 4],
        [name('A3'), -1],
        [name('fewer'), -1],
      ],
      0,
    );
  }
}

/** What is small of a year, by the solver's names. */
const smallIn = (years: readonly Year[], index: number): string[] => {
  const one = years[index]!;
  const cells = Object.entries(one.cells).flatMap(([dimension, counts]) =>
    Object.entries(counts).map(([code, count]) => [`${dimension} ${code}`, count] as const),
  );
  const coupled = [
    ['C2/PLAN BOTH', one.both],
    ['C2/PLAN COORDINATOR_ONLY', one.coordinatorOnly],
    ['C2/PLAN PLAN_ONLY', one.planOnly],
    ['GAP', one.planOnly + one.otherGap],
    ['P3', startedIn(years, index)],
    ['P4', one.ended],
  ] as const;
  return [...cells, ...coupled]
    .filter(([, count]) => count >= 1 && count <= 4)
    .map(([name]) => `${2023 + index} ${name}`);
};

describe('whoever has read all reports of three years', () => {
  it('is left with three values and more for every count under five, by all sums that follow', () =>
    fc.assert(
      fc.property(threeYears.filter(isPossible), policies, (years, levels) => {
        const solver = new Solver();
        read(solver, editionsOf(years, levels));
        reason(solver);
        solver.solve();
        const small = years.flatMap((_, index) => smallIn(years, index));
        expect(small.filter((name) => solver.valuesOf(name) < 3)).toEqual([]);
      }),
      { numRuns: 150 },
    ));

  it('would find a cell that was left out beside its total', () => {
    const solver = new Solver();
    solver.know(
      [
        ['small', 1],
        ['large', 1],
      ],
      24,
    );
    solver.know([['large', 1]], 22);
    solver.solve();
    expect(solver.valuesOf('small')).toBe(1);
  });
});
