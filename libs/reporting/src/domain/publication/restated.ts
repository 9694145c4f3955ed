import type { Figures } from '../figures/index.js';
import { answersTo, type CountTable, type Source, sourcesOf } from './counted-tables.js';
import type { Edition } from './edition.js';
import type { PublicationPolicy } from './policy.js';
import { isExact, isSmall, mayBe, type Shown } from './shown.js';
import { type Leaf, sumOf } from './slicing.js';

/** What a later report says of a table that was published: the same, new values in the same cells, or the old ones though something moved (S12). */
export type Restated =
  | { readonly state: 'UNCHANGED' }
  | { readonly state: 'RESTATED'; readonly table: CountTable }
  | { readonly state: 'KEPT' };

interface Cell {
  readonly shown: Shown;
  readonly was: number;
  readonly is: number;
}

/** Each count of an edition, by what its figures were when it was published and what they are now. */
export function restated(
  edition: Edition,
  was: Figures,
  is: Figures,
  policy: Pick<PublicationPolicy, 'unitTree'>,
): Readonly<Record<string, Restated>> {
  const [before, now] = [was, is].map((figures) => sourcesOf(figures, policy, edition.publication));
  const told = Object.entries(edition.tables).flatMap(([name, table]): [string, Restated][] => {
    const [from, to] = [before?.[name], now?.[name]];
    return from && to && 'parts' in table ? [[name, restatedTable(table, from, to)]] : [];
  });
  return Object.fromEntries(told);
}

function restatedTable(table: CountTable, was: Source, is: Source): Restated {
  const cells = cellsOf(table, was, is);
  // What was told in words or as a range stands for as long as it is true.
  if (!cells.every(({ shown, is: count }) => isExact(shown) || mayBe(shown, count))) return { state: 'KEPT' };
  const moved = cells.filter((cell) => isExact(cell.shown) && cell.was !== cell.is);
  if (moved.length === 0) return { state: 'UNCHANGED' };
  const isFree = moved.every((cell) => Math.abs(cell.is - cell.was) >= 5 && !isSmall(cell.is));
  return isFree ? { state: 'RESTATED', table: withValues(table, is) } : { state: 'KEPT' };
}

function cellsOf({ total, parts }: CountTable, was: Source, is: Source): Cell[] {
  const whole = total === null ? [] : [{ shown: total, was: was.total, is: is.total }];
  const inParts = Object.entries(parts).flatMap(([dimension, leaves]) =>
    (leaves ?? []).flatMap((leaf) => {
      const counts = (source: Source) => source.partitions[dimension]?.counts ?? {};
      const cell = ({ shown, codes }: Leaf): Cell => ({
        shown,
        was: sumOf(codes, counts(was)),
        is: sumOf(codes, counts(is)),
      });
      const answer = ({ shown, codes }: Leaf): Cell => ({
        shown,
        was: sumOf(codes, answersTo(leaf, was.answers)),
        is: sumOf(codes, answersTo(leaf, is.answers)),
      });
      return [...withParts([leaf]).map(cell), ...withParts(leaf.outcome ?? []).map(answer)];
    }),
  );
  return [...whole, ...inParts];
}

const withParts = (leaves: readonly Leaf[]): Leaf[] => leaves.flatMap((leaf) => [leaf, ...(leaf.of ?? [])]);

/** The same cells with what they count now, without what was told in words. */
function withValues({ total, parts }: CountTable, is: Source): CountTable {
  const valued = (leaf: Leaf, count: number): Leaf => ({
    codes: leaf.codes,
    shown: isExact(leaf.shown) ? { exact: count } : leaf.shown,
  });
  const leavesOf = (dimension: string, leaves: readonly Leaf[]) =>
    leaves.map((leaf): Leaf => {
      const answers = answersTo(leaf, is.answers);
      const outcome = leaf.outcome?.map((one) => valued(one, sumOf(one.codes, answers)));
      const count = sumOf(leaf.codes, is.partitions[dimension]?.counts ?? {});
      return { ...valued(leaf, count), ...(outcome && { outcome }) };
    });
  return {
    total: total !== null && isExact(total) ? { exact: is.total } : total,
    parts: Object.fromEntries(
      Object.entries(parts).map(([dimension, leaves]) => [dimension, leaves && leavesOf(dimension, leaves)]),
    ),
  };
}
