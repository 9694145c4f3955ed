import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { Column, Written } from './table.js';

/** What a workbook's only sheet is told beside its rows; plain, so that it can be handed to a thread. */
export interface Sheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly top: readonly (readonly string[])[];
  readonly headings: readonly string[];
}
export type PlainCell = string | number | { readonly day: string } | null;
export type PlainRows = readonly (readonly PlainCell[])[];

/** More than this Excel takes in no cell. */
const longest = 32_767;
/** Spreadsheets know no day before it. */
const firstDay = '1900-03-01';
const widths = { text: 28, mark: 12, date: 12, number: 10 } as const satisfies Record<
  Column<never>['type'],
  number
>;

export const sheetOf = <Line>({ table: { title, columns }, say, top = [] }: Written<Line>): Sheet => ({
  name: say.in(title),
  widths: columns.map(({ type }) => widths[type]),
  top,
  headings: columns.map(({ heading }) => say.in(heading)),
});

export const rowsOf = <Line>(
  { table: { columns }, say }: Written<Line>,
  lines: readonly Line[],
): PlainCell[][] =>
  lines.map((line) => columns.map((column) => plainCell(column.type, column.value(line, say))));

function plainCell(type: Column<never>['type'], value: string | number | null | undefined): PlainCell {
  if (value === null || value === undefined || value === '') return null;
  return type === 'date' && typeof value === 'string' && value >= firstDay ? { day: value } : value;
}

/** A workbook of one sheet: texts are texts, whatever they begin with, days are days, and nothing is a formula. Stands still while it is made. */
export function workbookOf({ name, top, headings, widths }: Sheet, rows: PlainRows): Promise<Buffer> {
  const head = [
    ...top.map((line) => line.map(cellOf)),
    headings.map((heading): Cell => ({ type: String, value: heading, fontWeight: 'bold' })),
  ];
  return writeXlsxFile([...head, ...rows.map((row) => row.map(cellOf))], {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: head.length,
    orientation: 'landscape',
  }).toBuffer();
}

function cellOf(cell: PlainCell): Cell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (typeof cell === 'object') {
    return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'dd.mm.yyyy' };
  }
  return { type: String, value: cell.length > longest ? `${cell.slice(0, longest - 1)}…` : cell };
}
