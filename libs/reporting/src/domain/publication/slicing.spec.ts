import { isSmall, shownTotal } from './shown.js';
import { codesOf, type Counts, sliced, sumOf, type Tree } from './slicing.js';
import { tableOf } from './counted-tables.js';

const shapes: Readonly<Record<number, readonly Tree[]>> = {
  2: [['A', 'B']],
  3: [['A', ['B', 'C']]],
  4: [
    [
      ['A', 'B'],
      ['C', 'D'],
    ],
    ['A', ['B', ['C', 'D']]],
  ],
  5: [
    [
      ['A', 'B'],
      ['C', ['D', 'E']],
    ],
    ['A', ['B', ['C', ['D', 'E']]]],
    [
      'A',
      [
        ['B', 'C'],
        ['D', 'E'],
      ],
    ],
  ],
};

/** As many as tell everything: from nine on, what is shown of a node goes by whether a part is small. */
const mostOf: Readonly<Record<number, number>> = { 4: 24, 5: 14 };

function* vectors(parts: number, sum: number): Generator<readonly number[]> {
  if (parts === 1) return yield [sum];
  for (let first = 0; first <= sum; first += 1) {
    for (const rest of vectors(parts - 1, sum - first)) yield [first, ...rest];
  }
}

const nodesOf = (tree: Tree): readonly Tree[] =>
  typeof tree === 'string' ? [tree] : [tree, ...tree.flatMap(nodesOf)];

/** Each small count of a node, with the values that the same table leaves it; those that do not keep 1 to 4. */
function narrowed(tree: Tree, most: number, isOutcome: boolean): string[] {
  const codes = codesOf(tree);
  const nodes = nodesOf(tree).map(codesOf);
  const values = new Map<string, Set<number>[]>();
  for (let sum = 0; sum <= most; sum += 1) {
    for (const vector of vectors(codes.length, sum)) {
      const counts: Counts = Object.fromEntries(codes.map((code, index) => [code, vector[index] ?? 0]));
      const table = JSON.stringify(tableOf(shownTotal(sum), { X: { tree, counts, isOutcome } }));
      const sets = values.get(table) ?? nodes.map(() => new Set<number>());
      nodes.forEach((node, index) => sets[index]?.add(sumOf(node, counts)));
      values.set(table, sets);
    }
  }
  return [...values].flatMap(([table, sets]) =>
    sets.some((set) => [...set].some(isSmall) && ![1, 2, 3, 4].every((value) => set.has(value)))
      ? [table]
      : [],
  );
}

describe('a table that is cut along a tree', () => {
  it.each(
    [2, 3, 4, 5].flatMap((leaves) =>
      (shapes[leaves] ?? []).flatMap((tree) =>
        [false, true].map(
          (isOutcome) => [JSON.stringify(tree), mostOf[leaves] ?? 30, isOutcome, tree] as const,
        ),
      ),
    ),
  )('%s leaves every small count all of 1 to 4, up to %i in all (outcomes: %s)', (_, most, isOutcome, tree) =>
    expect(narrowed(tree, most, isOutcome)).toEqual([]),
  );

  it.each([
    [
      'opens where the other part is none',
      { A: 5, B: 0 },
      false,
      '[{"codes":["A"],"shown":{"exact":5}},{"codes":["B"],"shown":{"exact":0}}]',
    ],
    [
      'does not tell that all were refused',
      { A: 6, B: 0 },
      true,
      '[{"codes":["A","B"],"shown":{"exact":6}}]',
    ],
    ['merges two of four', { A: 4, B: 4 }, false, '[{"codes":["A","B"],"shown":{"exact":8}}]'],
    [
      'tells a small part in words beside nine and more',
      { A: 2, B: 7 },
      false,
      '[{"codes":["A","B"],"shown":{"exact":9},"of":[{"codes":["A"],"shown":{"from":1,"to":4}},{"codes":["B"],"shown":{"from":5,"to":8}}]}]',
    ],
    [
      'shows parts of five',
      { A: 5, B: 5 },
      false,
      '[{"codes":["A"],"shown":{"exact":5}},{"codes":["B"],"shown":{"exact":5}}]',
    ],
  ])('%s', (_, counts, isOutcome, told) =>
    expect(JSON.stringify(sliced(['A', 'B'], counts, { isOutcome }))).toBe(told),
  );
});
