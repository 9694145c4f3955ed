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

/** These pages. Fails at the one with which they are more lines than may be gathered. */
async function* bounded<Line>(pages: Pages<Line>): AsyncGenerator<readonly Line[]> {
  let lines = 0;
  for await (const page of pages) {
    lines += page.length;
    if (lines > mostLines) throw new Problem('list-too-long', { values: { most: String(mostLines) } });
    yield page;
  }
}

/** All of these pages. Fails where they are more than may be gathered. */
export async function gathered<Line>(pages: Pages<Line>): Promise<readonly (readonly Line[])[]> {
  const all: (readonly Line[])[] = [];
  for await (const page of bounded(pages)) all.push(page);
  return all;
}

/** Written page by page, as they come. */
export const csvFile = <Line>(written: Written<Line>, pages: Pages<Line>, delimiter: Delimiter = ';') =>
  new StreamableFile(Readable.from(listCsv(written, pages, delimiter), { objectMode: false }), {
    type: `${mediaTypes.csv}; charset=utf-8`,
    disposition: dispositionOf(written, 'csv'),
  });

/** A workbook is made whole before it goes out. Fails where the lines are more than may be gathered. */
export const xlsxFile = async <Line>(written: Written<Line>, pages: Pages<Line>) =>
  new StreamableFile(await listXlsx(written, bounded(pages)), {
    type: mediaTypes.xlsx,
    disposition: dispositionOf(written, 'xlsx'),
  });

const dispositionOf = ({ table: { name } }: Pick<Written<never>, 'table'>, ending: Format) =>
  `attachment; filename="${name}.${ending}"`;
