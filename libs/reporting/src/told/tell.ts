import { type Pair, same } from '#event-sourcing/codes';
import type { Day, Period } from '../domain/days.js';
import type { Figures } from '../domain/figures/index.js';
import type { Edition } from '../domain/publication/edition.js';
import type { Shown } from '../domain/publication/shown.js';
import { dimensions, labelOf, type UnitName } from './code-words.js';
import { figureWords } from './figure-words.js';
import { plainEdition, plainFigures, type PlainLine, type PlainMeasure, type PlainTable } from './plain.js';
import { type Targets, toldTarget, type ToldTarget } from './targets.js';
import { themes } from './themes.js';

export interface ToldLine {
  readonly label: Pair;
  readonly shown: Shown;
  /** The same in the period before; null where it was not told so. */
  readonly before: Shown | null;
  readonly depth: 0 | 1 | 2;
  /** By what the unit asks who is behind it; null of what leaves the unit. */
  readonly cell: string | null;
}
export interface ToldBreakdown {
  readonly dimension: string;
  readonly name: Pair;
  /** Null where the numbers are too small to be told. */
  readonly lines: readonly ToldLine[] | null;
}
export interface ToldMeasure extends Omit<PlainMeasure, 'name'> {
  readonly name: PlainMeasure['name'];
  readonly label: Pair;
}
/** What one point of a line stands for. */
export interface TrendPoint {
  readonly from: Day;
  readonly to: Day;
  readonly shown: Shown | null;
}
/** A figure as people read it. Whatever is drawn, is drawn of its lines: a chart says what the table under it says. */
export interface ToldTable {
  readonly id: string;
  readonly name: Pair;
  readonly counts: Pair;
  readonly source: Pair;
  /** Whether it counts days: its median is what rises and falls. */
  readonly isOfDays: boolean;
  /** Whether there is a total; of some only parts are told. */
  readonly hasTotal: boolean;
  readonly total: Shown | null;
  readonly before: Shown | null;
  readonly cell: string | null;
  readonly measures: readonly ToldMeasure[];
  /** Null where the municipality has none. */
  readonly target: ToldTarget | null;
  readonly breakdowns: readonly ToldBreakdown[];
  /** The total of this period and of those before it, the oldest first; where days are counted, the median. */
  readonly trend: readonly TrendPoint[];
}
export interface ToldTheme {
  readonly id: string;
  readonly name: Pair;
  readonly tables: readonly ToldTable[];
}

const measureLabels: Readonly<Record<PlainMeasure['name'], Pair>> = {
  MEDIAN: same('median'),
  P90: ['ni av ti innen', 'ni av ti innan'],
  MAX: ['lengst', 'lengst'],
  OVER_30: ['over 30 dager', 'over 30 dagar'],
  EXCLUDED: ['holdt utenfor', 'haldne utanfor'],
  OF: ['av i alt', 'av i alt'],
};

interface Told {
  readonly period: Period;
  readonly tables: readonly PlainTable[];
}

/** The unit's own figures of a period, as people read them, beside the same of the periods before (the oldest first). */
export const toldFigures = (
  figures: Figures,
  before: readonly Figures[],
  unitName: UnitName,
  targets: Targets = {},
) =>
  told(
    [...before, figures].map((one) => ({ period: one.period, tables: plainFigures(one) })),
    { unitName, targets, hasCells: true },
  );

/** What leaves the unit of a period, beside what was published before. */
export const toldEdition = (
  edition: Edition,
  before: readonly Edition[],
  unitName: UnitName,
  targets: Targets = {},
) =>
  told(
    [...before, edition].map((one) => ({ period: one.period, tables: plainEdition(one) })),
    { unitName, targets, hasCells: false },
  );

interface How {
  readonly unitName: UnitName;
  readonly targets: Targets;
  readonly hasCells: boolean;
}

function told(all: readonly Told[], how: How): ToldTheme[] {
  const tables = all.at(-1)?.tables ?? [];
  return themes.flatMap(({ id, name, tables: ids }) => {
    const found = ids.flatMap((one) => tables.find((table) => table.id === one) ?? []);
    return found.length === 0 ? [] : [{ id, name, tables: found.map((table) => tableOf(table, all, how)) }];
  });
}

function tableOf(table: PlainTable, all: readonly Told[], { unitName, targets, hasCells }: How): ToldTable {
  const { id, total } = table;
  const { period } = all.at(-1) ?? {};
  // Change is told of the period that ends where this one begins, and of no other.
  const last = all.findLast((one) => one.period.to === period?.from)?.tables.find((one) => one.id === id);
  const line =
    (dimension: string) =>
    (one: PlainLine): ToldLine => ({
      label: labelOf(one.dimension ?? dimension, one.codes, unitName),
      shown: one.shown,
      before: one.depth > 0 ? null : (last?.breakdowns[dimension]?.find(isAs(one))?.shown ?? null),
      depth: one.depth,
      cell: hasCells ? (one.cell ?? `${id}/${dimension}/${one.codes.join()}`) : null,
    });
  return {
    id,
    ...(figureWords[id] ?? { name: same(id), counts: same(''), source: same('') }),
    isOfDays: isOfDays(id),
    hasTotal: total !== undefined,
    total: total ?? null,
    before: last?.total ?? null,
    cell: hasCells && table.cell !== null ? id : null,
    measures: table.measures.map((one) => ({ ...one, label: measureLabels[one.name] })),
    target: toldTarget(targets[id], table.measures),
    breakdowns: Object.entries(table.breakdowns).map(([dimension, lines]) => ({
      dimension,
      name: dimensions[dimension]?.name ?? same(dimension),
      lines: lines?.map(line(dimension)) ?? null,
    })),
    trend: all.flatMap(({ period: { from, to }, tables }) => {
      const then = tables.find((one) => one.id === id);
      return then === undefined ? [] : [{ from, to, shown: pointOf(then) }];
    }),
  };
}

const isAs = (one: PlainLine) => (other: PlainLine) =>
  other.depth === 0 && other.codes.join() === one.codes.join();

/** Figures that count days. */
const isOfDays = (id: string): boolean => /^(D[123]|K6)$/.test(id);

/** Of days it is the median that rises and falls. */
function pointOf({ id, total, measures }: PlainTable): Shown | null {
  const median = measures.find(({ name, unit }) => name === 'MEDIAN' && unit === 'DAYS');
  if (median && isOfDays(id)) return median.value === null ? null : { exact: median.value };
  return total ?? null;
}
