import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { Problem } from '../problems/problem.js';
import { type Format, mediaTypes } from '../reading/accept.js';
import type { Delimiter } from './csv.js';
import { listCsv, type Pages } from './list-csv.js';
import { listXlsx } from './list-xlsx.js';
import type { Written } from './table.js';

/** Lines that are gathered at most: a longer list is to be narrowed. */
export const mostLines = 5_000;

/** All lines of these pages. Fails where they are more than may be gathered. */
export async function gathered<Line>(pages: Pages<Line>): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const page of pages) {
    lines.push(...page);
    if (lines.length > mostLines) throw new Problem('list-too-long', { values: { most: String(mostLines) } });
  }
  return lines;
}

/** Written page by page, as they come. */
export const csvFile = <Line>(written: Written<Line>, pages: Pages<Line>, delimiter: Delimiter = ';') =>
  new StreamableFile(Readable.from(listCsv(written, pages, delimiter), { objectMode: false }), {
    type: `${mediaTypes.csv}; charset=utf-8`,
    disposition: dispositionOf(written, 'csv'),
  });

/** A workbook is made whole before it goes out. */
export const xlsxFile = async <Line>(written: Written<Line>, lines: readonly Line[]) =>
  new StreamableFile(await listXlsx(written, lines), {
    type: mediaTypes.xlsx,
    disposition: dispositionOf(written, 'xlsx'),
  });

const dispositionOf = ({ table: { name } }: Pick<Written<never>, 'table'>, ending: Format) =>
  `attachment; filename="${name}.${ending}"`;
