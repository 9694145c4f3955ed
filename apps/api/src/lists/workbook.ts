import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { Column, Written } from './table.js';

/** More than this Excel takes in no cell. */
const longest = 32_767;
/** Spreadsheets know no day before it. */
const firstDay = '1900-03-01';
const widths = { text: 28, mark: 12, date: 12, number: 10 } as const satisfies Record<
  Column<never>['type'],
  number
>;

/** A list as a workbook of one sheet: texts are texts, whatever they begin with, days are days, and nothing is a formula. */
export function listXlsx<Line>(
  { table: { title, columns }, say, top = [] }: Written<Line>,
  lines: readonly Line[],
): Promise<Buffer> {
  const head = [
    ...top.map((line) => line.map(textOf)),
    columns.map(({ heading }): Cell => ({ type: String, value: say.in(heading), fontWeight: 'bold' })),
  ];
  const rows = lines.map((line) => columns.map((column) => cellOf(column.type, column.value(line, say))));
  return writeXlsxFile([...head, ...rows], {
    sheet: say.in(title),
    columns: columns.map(({ type }) => ({ width: widths[type] })),
    stickyRowsCount: head.length,
    orientation: 'landscape',
  }).toBuffer();
}

function cellOf(type: Column<never>['type'], value: string | number | null | undefined): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return { type: Number, value };
  if (type === 'date' && value >= firstDay) {
    return { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'dd.mm.yyyy' };
  }
  return textOf(value);
}

const textOf = (text: string): Cell =>
  text === ''
    ? null
    : { type: String, value: text.length > longest ? `${text.slice(0, longest - 1)}…` : text };
