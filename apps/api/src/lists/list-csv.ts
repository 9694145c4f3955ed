import { setImmediate as nextTurn } from 'node:timers/promises';
import { byteOrderMark, type Delimiter, linesOf } from './csv.js';
import type { Column, Written } from './table.js';

export type Pages<Line> = Iterable<readonly Line[]> | AsyncIterable<readonly Line[]>;

/** A list as a spreadsheet takes it, a page at a time. */
export async function* listCsv<Line>(
  { table: { columns }, say, top = [] }: Written<Line>,
  pages: Pages<Line>,
  delimiter: Delimiter,
): AsyncGenerator<string> {
  const headings = columns.map(({ heading }) => say.in(heading));
  yield byteOrderMark + linesOf([...top, headings], delimiter);
  for await (const lines of pages) {
    yield linesOf(
      lines.map((line) => columns.map((column) => shown(column, column.value(line, say)))),
      delimiter,
    );
    // Others come between two pages.
    await nextTurn();
  }
}

function shown({ type }: Pick<Column<never>, 'type'>, value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  return type === 'mark' ? `nr. ${value}` : String(value);
}
