import type { Figures } from '../domain/figures/index.js';
import type { Edition } from '../domain/publication/edition.js';
import type { Shown } from '../domain/publication/shown.js';
import type { Leaf } from '../domain/publication/slicing.js';
import type { Table } from '../domain/publication/tables.js';
import { dimensions } from './code-words.js';

/** One cell, or several that are told together. */
export interface PlainLine {
  readonly codes: readonly string[];
  readonly shown: Shown;
  /** How far it stands under the line above: what is told of a part of it. */
  readonly depth: 0 | 1 | 2;
  /** Of which dimension its codes are, where it is not that of the breakdown. */
  readonly dimension?: string;
  /** Its place among the contributors, where that is another. */
  readonly cell?: string;
}
export interface PlainMeasure {
  readonly name: 'MEDIAN' | 'P90' | 'MAX' | 'OVER_30' | 'EXCLUDED' | 'OF';
  readonly value: number | null;
  readonly unit: 'DAYS' | 'WEEKS' | 'COUNT';
}
/** What a figure or a published table says, in one form: numbers and codes, no words yet. */
export interface PlainTable {
  readonly id: string;
  /** Undefined where there is none; null where it may not be told. */
  readonly total: Shown | null | undefined;
  readonly measures: readonly PlainMeasure[];
  /** By dimension; null where none of it may be told. */
  readonly breakdowns: Readonly<Record<string, readonly PlainLine[] | null>>;
  /** Null where the total is that of no cell. */
  readonly cell?: null;
}

type Counts = Readonly<Record<string, number>>;
interface Stored {
  readonly value?: number;
  readonly n?: number;
  readonly of?: number;
  readonly coordinators?: number;
  readonly by?: Readonly<Record<string, Counts | Readonly<Record<string, { readonly persons: number }>>>>;
  readonly [measure: string]: unknown;
}

const measuresOf = (stored: Stored, isOfDays: boolean): PlainMeasure[] =>
  (
    [
      ['MEDIAN', 'median', isOfDays ? 'DAYS' : 'COUNT'],
      ['P90', 'p90', 'DAYS'],
      ['MAX', 'max', isOfDays ? 'DAYS' : 'COUNT'],
      ['OVER_30', 'over30', 'COUNT'],
      ['EXCLUDED', 'excluded', 'COUNT'],
      ['OF', 'of', 'COUNT'],
    ] as const
  ).flatMap(([name, field, unit]) =>
    field in stored ? [{ name, value: (stored[field] ?? null) as number | null, unit }] : [],
  );

/** The canonical form has its own order, which is not that of ages. What a dimension does not name stands before what it does. */
function placeOf(dimension: string, { codes: [code = ''] }: Pick<PlainLine, 'codes'>): number {
  const known = Object.keys(dimensions[dimension]?.codes ?? {});
  return code.split(':').reduce((place, part) => place * 100 + known.indexOf(part) + 1, 0);
}

/** What each figure says within the unit: every number as it is. */
export const plainFigures = ({ figures }: Figures): PlainTable[] =>
  Object.entries(figures as Readonly<Record<string, Stored>>).flatMap(([id, stored]) =>
    id === 'D4' ? deadlinesIn(stored) : plainFigure(id, stored),
  );

/** Deadlines of the two rules are told apart, as the forum is told of them. */
function deadlinesIn({ by }: Stored): PlainTable[] {
  const counts = (by?.['RULE_STATE'] ?? {}) as Counts;
  const rules = { D4: 'DECISION_TIME', D4P: 'PRELIM_REPLY' };
  return Object.entries(rules).map(([id, rule]) => {
    const STATE = ['MET', 'MISSED', 'LAPSED'].map((state) => ({
      codes: [state],
      shown: { exact: counts[`${rule}:${state}`] ?? 0 },
      depth: 0 as const,
      cell: `D4/RULE_STATE/${rule}:${state}`,
    }));
    const exact = STATE.reduce((sum, one) => sum + one.shown.exact, 0);
    return { id, total: { exact }, measures: [], breakdowns: { STATE }, cell: null };
  });
}

function plainFigure(id: string, stored: Stored): PlainTable {
  return {
    id,
    total: { exact: stored.value ?? stored.n ?? stored.coordinators ?? 0 },
    measures: measuresOf(stored, id !== 'C7'),
    breakdowns: Object.fromEntries(
      Object.entries(stored.by ?? {}).map(([dimension, counts]) => [
        dimension,
        Object.entries(counts)
          .map(([code, count]: [string, number | { readonly persons: number }]) => ({
            codes: [code],
            shown: { exact: typeof count === 'number' ? count : count.persons },
            depth: 0 as const,
          }))
          .toSorted((one, other) => placeOf(dimension, one) - placeOf(dimension, other)),
      ]),
    ),
  };
}

/** What each table of an edition says: numbers where they may be told, else between which they lie. */
export const plainEdition = ({ tables }: Edition): PlainTable[] =>
  Object.entries(tables).map(([id, table]) => plainTable(id, table));

/** Those of which only parts are told: their sum would give others away. */
const withoutTotal = ['C2', 'C6'];

function plainTable(id: string, table: Table): PlainTable {
  if ('duration' in table) {
    const { cases, medianDays, p90 } = table.duration;
    const ninth: PlainMeasure =
      p90 !== null && 'weeks' in p90
        ? { name: 'P90', value: p90.weeks, unit: 'WEEKS' }
        : { name: 'P90', value: p90?.days ?? null, unit: 'DAYS' };
    const measures: PlainMeasure[] = [{ name: 'MEDIAN', value: medianDays, unit: 'DAYS' }, ninth];
    return { id, total: cases, measures, breakdowns: {} };
  }
  if ('organisational' in table) {
    const { organisational, COORDINATION, PROFESSIONAL } = table;
    const { KE, KE_SYSTEM } = organisational;
    const lines = { KE: { exact: KE }, KE_SYSTEM: { exact: KE_SYSTEM }, COORDINATION, PROFESSIONAL };
    const TYPE = Object.entries(lines).map(([code, shown]) => ({ codes: [code], shown, depth: 0 as const }));
    return { id, total: undefined, measures: [], breakdowns: { TYPE } };
  }
  return {
    id,
    total: table.total === null && withoutTotal.includes(id) ? undefined : table.total,
    measures: [],
    breakdowns: Object.fromEntries(
      Object.entries(table.parts).map(([dimension, leaves]) => [
        dimension,
        leaves?.flatMap((leaf) => linesOf(leaf, 0, answered[id])) ?? null,
      ]),
    ),
  };
}

/** In which dimension a cell's answers are, by table. */
const answered: Readonly<Record<string, string>> = { U3: 'HEARD' };

/** A cell, then what is told of its parts, then what was answered to those in it. */
function linesOf({ codes, shown, of, outcome = [] }: Leaf, depth: 0 | 1, dimension = 'OUTCOME'): PlainLine[] {
  return [
    { codes, shown, depth },
    ...(of ?? []).flatMap((part) => linesOf(part, 1)),
    ...outcome.flatMap((one) =>
      linesOf(one, 1).map((line): PlainLine => ({
        ...line,
        depth: line.depth === 1 && one.codes.join() === line.codes.join() ? 1 : 2,
        dimension,
      })),
    ),
  ];
}
