import type { Figures } from '../figures/index.js';
import { notStated } from '../figures/codes.js';
import type { PublicationName } from './names.js';
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

interface Answers {
  readonly tree: Tree;
  readonly counts: Counts;
}

/** What a table is made of: it never leaves the unit. */
export interface Source {
  readonly total: number;
  readonly partitions: Readonly<Record<string, Partition>>;
  /** Of each cell of the partition: how it came out, `ITEM:OUTCOME` (S5). */
  readonly answers?: Answers;
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
    outcome: sliced(answers.tree, answersTo(leaf, answers), { isOutcome: true }),
  });
  return {
    ...table,
    parts: Object.fromEntries(
      Object.entries(table.parts).map(([dimension, leaves]) => [dimension, leaves?.map(withAnswers) ?? null]),
    ),
  };
}

/** What was answered to all that a leaf counts. */
export const answersTo = ({ codes }: Pick<Leaf, 'codes'>, answers: Answers | undefined): Counts =>
  added(codes.map((item) => countsUnder(answers?.counts ?? {}, item)));

type Sources = Readonly<Record<string, Source>>;
type Units = Pick<PublicationPolicy, 'unitTree'>;

/** The tables that are counts and stand by themselves, by a version of the publication rules. */
export const sourcesOf = (figures: Figures, policy: Units, publication: PublicationName): Sources =>
  publication === 'PUB-1'
    ? firstSources(figures, policy)
    : { ...firstSources(figures, policy), ...participationSources(figures, policy) };

const partitioning =
  (figures: Figures) =>
  (id: string, dimension: string, tree: Tree, isOutcome = false): Partition => ({
    tree,
    counts: countsIn(figures, id, dimension),
    isOutcome,
  });
const sourcing =
  (figures: Figures) =>
  (id: string, partitions: Source['partitions'] = {}): Source => ({
    total: valueOf(figures, id),
    partitions,
  });

/** What came with PUB-2. How it came out for few is never told apart: that all took part, or none, is told of each. */
function participationSources(figures: Figures, { unitTree }: Units): Sources {
  const [of, source] = [partitioning(figures), sourcing(figures)];
  return {
    U3: {
      ...source('U3', {
        AGE_AT: of('U3', 'AGE_AT', trees.ageAtMeeting),
      }),
      answers: { tree: trees.heard, counts: countsIn(figures, 'U3', 'AGE_HEARD') },
    },
    U2: source('U2', { PREPARED: of('U2', 'PREPARED', trees.prepared, true) }),
    U4: source('U4', { INVOLVEMENT: of('U4', 'INVOLVEMENT', trees.involvement, true) }),
    U5: source('U5', { CONTENT: of('U5', 'CONTENT', trees.content) }),
    U6: source('U6', { VOICE: of('U6', 'VOICE', trees.voice, true) }),
    U7: source('U7', { WITH_PERSON: of('U7', 'WITH_PERSON', trees.yesOrNo, true) }),
    V2: source('V2', { PROMISE: of('V2', 'PROMISE', trees.promise, true) }),
    E1: source('E1', {
      UNIT: { tree: unitTree, counts: byTree(unitTree, countsIn(figures, 'E1', 'UNIT')) },
      ANSWER: of('E1', 'ANSWER', trees.clearance, true),
    }),
  };
}

function firstSources(figures: Figures, { unitTree }: Units): Sources {
  const [of, source] = [partitioning(figures), sourcing(figures)];
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
      answers: { tree: trees.outcome, counts: countsIn(figures, 'A3', 'ITEM_OUTCOME') },
    },
    A4: source('A4'),
    D4: deadlines(figures, 'DECISION_TIME'),
    D4P: deadlines(figures, 'PRELIM_REPLY'),
    K1: source('K1'),
    K2: source('K2', { OUTCOME: of('K2', 'OUTCOME', trees.reconsidered, true) }),
    K4: source('K4', { OUTCOME: of('K4', 'OUTCOME', trees.governor, true) }),
    S1: source('S1'),
    E1: source('E1', { AMOUNT: of('E1', 'AMOUNT', trees.amount) }),
  };
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
