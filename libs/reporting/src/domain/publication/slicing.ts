import { isSmall, type Shown, shownTotal } from './shown.js';

/** The codes of a dimension, paired once and for all: cells that are too small are merged along it, none is left blank beside a total (S2). */
export type Tree = string | readonly [Tree, Tree];

export interface Leaf {
  readonly codes: readonly string[];
  readonly shown: Shown;
  /** In words beside an exact sum: one part is fewer than five, the other the rest. */
  readonly of?: readonly [Leaf, Leaf];
  /** What was answered to those who are counted here (S5). */
  readonly outcome?: readonly Leaf[];
}
export type Counts = Readonly<Record<string, number>>;

export const codesOf = (tree: Tree): readonly string[] =>
  typeof tree === 'string' ? [tree] : tree.flatMap(codesOf);

export const sumOf = (codes: readonly string[], counts: Counts): number =>
  codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0);

/** Up to here one cannot say `fewer than five` of one part without telling that both are. */
const closedUpTo = 8;

/**
 * The cells that are shown of a total that is shown exactly: 0, 5 and more; where a part is smaller, its parent alone. Outcomes of few persons are
 * never told apart, not even that all were refused (S3).
 */
export function sliced(tree: Tree, counts: Counts, { isOutcome = false } = {}): readonly Leaf[] {
  const codes = codesOf(tree);
  const count = sumOf(codes, counts);
  const whole: Leaf = { codes, shown: { exact: count } };
  if (count === 0 || typeof tree === 'string') return [whole];
  const parts = tree.map((part) => ({ codes: codesOf(part), count: sumOf(codesOf(part), counts) }));
  const open = () => tree.flatMap((part) => sliced(part, counts, { isOutcome }));
  if (count <= closedUpTo) {
    return !isOutcome && parts.some((part) => part.count === 0) ? open() : [whole];
  }
  if (!parts.some((part) => isSmall(part.count))) return open();
  const told = parts.map((part): Leaf => ({
    codes: part.codes,
    shown: isSmall(part.count) ? shownTotal(part.count) : { from: count - 4, to: count - 1 },
  }));
  return [{ ...whole, of: told as unknown as readonly [Leaf, Leaf] }];
}
