import type { Pair } from '#event-sourcing';
import type { Saying } from './saying.js';

/** What a cell holds where it is not empty: a mark is a text that a spreadsheet would take for a month, such as a case number. */
type CellType = 'text' | 'mark' | 'date' | 'number';
type Value = string | number | null | undefined;

/** A column of a list as it goes out: its heading, and what it says of a line. Days are `2026-03-02`. */
export interface Column<Line> {
  readonly heading: Pair;
  readonly type: CellType;
  readonly value: (line: Line, say: Saying) => Value;
}

/** A list as it goes out, told once for every form of it. */
export interface Table<Line> {
  readonly title: Pair;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly Column<Line>[];
}

/** What is written: whose table, in whose words, and what stands above the headings. */
export interface Written<Line> {
  readonly table: Table<Line>;
  readonly say: Saying;
  readonly top?: readonly (readonly string[])[];
}

const columnOf =
  (type: CellType) =>
  <Line>(heading: Pair, value: Column<Line>['value']): Column<Line> => ({ heading, type, value });

export const text = columnOf('text');
export const mark = columnOf('mark');
export const date = columnOf('date');
export const number = columnOf('number');
