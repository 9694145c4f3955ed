import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pages } from './list-csv.js';
import type { Written } from './table.js';
import { rowsOf, sheetOf } from './workbook.js';
import { beginWorkbook } from './workbook-thread.js';

/** Workbooks are made one after the other: whoever asks for one waits for those before, and no more than one is in memory. */
let last: Promise<unknown> = Promise.resolve();

/** A list as a workbook, made in a thread of its own; a page at a time is read and handed over, and other requests come between. */
export function listXlsx<Line>(written: Written<Line>, pages: Pages<Line>): Promise<Uint8Array> {
  const made = last.then(() => make(written, pages));
  last = made.catch(() => undefined);
  return made;
}

async function make<Line>(written: Written<Line>, pages: Pages<Line>): Promise<Uint8Array> {
  const workbook = beginWorkbook(sheetOf(written));
  try {
    for await (const lines of pages) {
      workbook.take(rowsOf(written, lines));
      await nextTurn();
    }
    return await workbook.made();
  } finally {
    await workbook.end();
  }
}
