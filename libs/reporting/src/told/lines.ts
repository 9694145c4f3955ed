import type { Pair } from '#event-sourcing/codes';
import { saidOf } from './shown-words.js';
import type { ToldTable, ToldTheme } from './tell.js';

/** One number as a line of a file. Small counts are words there too. */
export interface FileLine {
  readonly theme: Pair;
  readonly figure: Pair;
  /** By what it is broken down; undefined of the figure itself. */
  readonly dimension?: Pair;
  readonly cell?: Pair;
  readonly now: Pair;
  readonly before: Pair;
  readonly counts: Pair;
}

const both = (said: (language: 0 | 1) => string): Pair => [said(0), said(1)];
const nothing: Pair = ['', ''];

/** Every number of these themes, in the order in which they are told. */
export const fileLinesOf = (themes: readonly ToldTheme[]): FileLine[] =>
  themes.flatMap(({ name: theme, tables }) => tables.flatMap((table) => linesOf(theme, table)));

function linesOf(theme: Pair, table: ToldTable): FileLine[] {
  const { name: figure, counts, hasTotal, total, before, measures, breakdowns } = table;
  const of = { theme, figure, counts };
  const whole: FileLine[] = hasTotal
    ? [
        {
          ...of,
          now: both((language) => saidOf(total, language)),
          before: before === null ? nothing : both((language) => saidOf(before, language)),
        },
      ]
    : [];
  return [
    ...whole,
    ...measures.map(({ label, value, unit }): FileLine => ({
      ...of,
      cell: label,
      now: value === null ? nothing : amountOf(value, unit),
      before: nothing,
    })),
    ...breakdowns.flatMap(({ name: dimension, lines }) =>
      lines === null
        ? [{ ...of, dimension, now: both((language) => saidOf(null, language)), before: nothing }]
        : lines.map((line): FileLine => ({
            ...of,
            dimension,
            cell: line.label,
            now: both((language) => saidOf(line.shown, language)),
            before: line.before === null ? nothing : both((language) => saidOf(line.before, language)),
          })),
    ),
  ];
}

/** A measure as it is said, `21 dager`. */
export const amountOf = (value: number, unit: 'DAYS' | 'WEEKS' | 'COUNT'): Pair =>
  unit === 'COUNT'
    ? [String(value), String(value)]
    : unit === 'DAYS'
      ? [`${value} dager`, `${value} dagar`]
      : [`${value} uker`, `${value} veker`];
