import type { Figures } from '../figures/index.js';
import { notStated } from '../figures/codes.js';
import type { PublicationPolicy } from './policy.js';
import { isExact, type Shown, shownTotal } from './shown.js';
import { codesOf, type Counts, type Leaf, sliced, sumOf, type Tree } from './slicing.js';
import { added, countsIn, countsUnder, figureIn, valueOf } from './source.js';
import { trees } from './trees.js';

/** A count with its partitions, each made for itself (S4); null where nothing may be told. */
export interface CountTable {
  readonly total: Shown | null;
  readonly parts: Readonly<Record<string, readonly Leaf[] | null>>;
}

/** How one dimension of a table is cut. */
export interface Partition {
  readonly tree: Tree;
  readonly counts: Counts;
  readonly isOutcome?: boolean;
}

/** What a table is made of: it never leaves the unit. */
export interface Source {
  readonly total: number;
  readonly partitions: Readonly<Record<string, Partition>>;
  /** Of item decisions: what was answered, `ITEM:OUTCOME` (S5). */
  readonly answers?: Counts;
}

/** A total with its partitions; under one that is not exact nothing is broken down (S1). */
export function tableOf(total: Shown | null, partitions: Source['partitions'] = {}): CountTable {
  const parts = Object.entries(partitions).map(
    ([dimension, { tree, counts, ...options }]) =>
      [dimension, isExact(total) ? sliced(tree, counts, options) : null] as const,
  );
  return { total, parts: Object.fromEntries(parts) };
}

export function shownOf({ total, partitions, answers }: Source): CountTable {
  const table = tableOf(shownTotal(total), partitions);
  if (answers === undefined) return table;
  const withAnswers = (leaf: Leaf): Leaf => ({
    ...leaf,
    outcome: sliced(trees.outcome, answersTo(leaf, answers), { isOutcome: true }),
  });
  return {
    ...table,
    parts: Object.fromEntries(
      Object.entries(table.parts).map(([dimension, leaves]) => [dimension, leaves?.map(withAnswers) ?? null]),
    ),
  };
}

/** What was answered to all that a leaf counts. */
export const answersTo = ({ codes }: Pick<Leaf, 'codes'>, answers: Counts): Counts =>
  added(codes.map((item) => countsUnder(answers, item)));

/** The tables that are counts and stand by themselves. */
export function sourcesOf(figures: Figures, { unitTree }: Pick<PublicationPolicy, 'unitTree'>) {
  const of = (id: string, dimension: string, tree: Tree, isOutcome = false): Partition => ({
    tree,
    counts: countsIn(figures, id, dimension),
    isOutcome,
  });
  const source = (id: string, partitions: Source['partitions'] = {}): Source => ({
    total: valueOf(figures, id),
    partitions,
  });
  return {
    P1: source('P1', {
      AGE: of('P1', 'AGE', trees.age),
      REVIEW: of('P6', 'REVIEW', trees.review),
      RECENCY: of('P6', 'RECENCY', trees.recency),
      REPORT: of('P1', 'REPORT', trees.report),
    }),
    C1: source('C1', {
      UNIT: { tree: unitTree, counts: byTree(unitTree, countsIn(figures, 'C1', 'UNIT')) },
      KIND: of('C1', 'KIND', trees.coordinated),
    }),
    C5: source('C5', { KIND: of('C5', 'KIND', trees.appointed) }),
    C7: caseload(figures),
    A1: source('A1', { SOURCE: of('A1', 'SOURCE', trees.notifier) }),
    A2: source('A2', { SOURCE: of('A2', 'SOURCE', trees.source), AGE: of('A2', 'AGE', trees.age) }),
    A3: {
      ...source('A3', { ITEM: of('A3', 'ITEM', trees.item) }),
      answers: countsIn(figures, 'A3', 'ITEM_OUTCOME'),
    },
    A4: source('A4'),
    D4: deadlines(figures, 'DECISION_TIME'),
    D4P: deadlines(figures, 'PRELIM_REPLY'),
    K1: source('K1'),
    K2: source('K2', { OUTCOME: of('K2', 'OUTCOME', trees.reconsidered, true) }),
    K4: source('K4', { OUTCOME: of('K4', 'OUTCOME', trees.governor, true) }),
    S1: source('S1'),
    E1: source('E1', { AMOUNT: of('E1', 'AMOUNT', trees.amount) }),
  } satisfies Readonly<Record<string, Source>>;
}

/** A unit that the tree does not name counts as not stated. */
function byTree(tree: Tree, counts: Counts): Counts {
  const named = codesOf(tree);
  return added(
    Object.entries(counts).map(([code, count]) => ({ [named.includes(code) ? code : notStated]: count })),
  );
}

function deadlines(figures: Figures, rule: string): Source {
  const counts = countsUnder(countsIn(figures, 'D4', 'RULE_STATE'), rule);
  return {
    total: sumOf(codesOf(trees.state), counts),
    partitions: { STATE: { tree: trees.state, counts } },
  };
}

/** Of coordinators: how many persons each has, and who is trained and guided. No coordinator stands alone (S14). */
function caseload(figures: Figures): Source {
  const { coordinators = 0, values = [] } = figureIn(figures, 'C7');
  const between = (from: number, to: number) => values.filter((each) => from <= each && each <= to).length;
  const those = (id: string): Partition => {
    const { n = 0 } = figureIn(figures, id);
    return { tree: trees.yesOrNo, counts: { YES: n, NO: coordinators - n } };
  };
  const counts = {
    '1-2': between(1, 2),
    '3-5': between(3, 5),
    '6-9': between(6, 9),
    '10+': between(10, Number.POSITIVE_INFINITY),
  };
  return {
    total: coordinators,
    partitions: { CASELOAD: { tree: trees.caseload, counts }, TRAINED: those('C8'), GUIDED: those('C9') },
  };
}
