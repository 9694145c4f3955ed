import type { Figures } from '../figures/index.js';
import { type CountTable, shownOf, sourcesOf } from './counted-tables.js';
import type { PublicationName } from './names.js';
import type { PublicationPolicy } from './policy.js';
import { isExact, type Shown, shownTotal } from './shown.js';
import { countsIn, figureIn, valueOf } from './source.js';

interface DurationTable {
  readonly duration: {
    readonly cases: Shown;
    readonly medianDays: number | null;
    readonly p90: { readonly days: number } | { readonly weeks: number } | null;
  };
}
interface MeetingTable {
  readonly organisational: { readonly KE: number; readonly KE_SYSTEM: number };
  readonly COORDINATION: Shown;
  readonly PROFESSIONAL: Shown;
}
export type Table = CountTable | DurationTable | MeetingTable;

/** The tables that stand by themselves. What is published of the others hangs on several (`coupled`). */
export function tabled(
  figures: Figures,
  policy: PublicationPolicy,
  publication: PublicationName,
): Readonly<Record<string, Table>> {
  const counts = Object.entries(sourcesOf(figures, policy, publication)).map(([name, source]) => [
    name,
    shownOf(source),
  ]);
  return {
    ...(Object.fromEntries(counts) as Readonly<Record<string, CountTable>>),
    D1: duration(figures, 'D1'),
    D2: duration(figures, 'D2'),
    D3: duration(figures, 'D3'),
    M1: meetings(figures),
    ...(publication === 'PUB-1' ? {} : { U8: hearings(figures, 'U8'), U9: hearings(figures, 'U9') }),
  };
}

const classes: readonly Shown[] = [
  { exact: 0 },
  { from: 1, to: 4 },
  { from: 5, to: 9 },
  { from: 10, to: 39 },
  { from: 40, to: null },
];
const fromMedian = 5;
const fromWeeks = 10;
const fromDays = 40;

/** How long it took, of how many by classes alone: the number itself would give away who waits (S10). */
function duration(figures: Figures, id: string): DurationTable {
  const { n = 0, median = null, p90 = null } = figureIn(figures, id);
  const cases = classes.findLast((each) => (isExact(each) ? each.exact : each.from) <= n) ?? { exact: 0 };
  const ninth =
    p90 === null || n < fromWeeks ? null : n < fromDays ? { weeks: Math.ceil(p90 / 7) } : { days: p90 };
  return { duration: { cases, medianDays: n < fromMedian ? null : median, p90: ninth } };
}

/** The unit's own meetings are nobody's but its own; those around a person are. */
function meetings(figures: Figures): MeetingTable {
  const { KE = 0, KE_SYSTEM = 0, COORDINATION = 0, PROFESSIONAL = 0 } = countsIn(figures, 'M1', 'TYPE');
  return {
    organisational: { KE, KE_SYSTEM },
    COORDINATION: shownTotal(COORDINATION),
    PROFESSIONAL: shownTotal(PROFESSIONAL),
  };
}

/** What bodies of users were asked and said is nobody's but the unit's own, as its meetings are: each number as it is (U21). */
function hearings(figures: Figures, id: 'U8' | 'U9'): CountTable {
  const dimension = id === 'U8' ? 'BODY' : 'STANDPOINT';
  const leaves = Object.entries(countsIn(figures, id, dimension));
  return {
    total: { exact: valueOf(figures, id) },
    parts: { [dimension]: leaves.map(([code, exact]) => ({ codes: [code], shown: { exact } })) },
  };
}
