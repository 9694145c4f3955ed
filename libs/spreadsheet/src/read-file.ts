import { open } from 'node:fs/promises';
import { say } from './faults.js';
import { type Grid, mostBytes, UnreadableFile } from './grid.js';
import { type Encoding, readCsv } from './read-csv.js';
import { readWorkbook, type WorkbookOptions } from './workbook/read-workbook.js';

export interface ReadingOptions extends WorkbookOptions {
  /** Of a CSV. */
  readonly encoding: Encoding;
}

/** Reads a list: a workbook by how it begins, whatever its name; else a CSV. Rejects with `UnreadableFile`. */
export async function readFile(path: string, options: ReadingOptions): Promise<Grid> {
  const file = await open(path).catch((error: unknown) => {
    throw new UnreadableFile(say('unopened'), { cause: error });
  });
  try {
    const { size } = await file.stat();
    if (size > mostBytes) {
      throw new UnreadableFile(say('too-large', { most: String(mostBytes / 1024 / 1024) }));
    }
    return readBytes(await file.readFile(), options);
  } finally {
    await file.close();
  }
}

/** The same of what was read already. */
export function readBytes(bytes: Buffer, { encoding, ...options }: ReadingOptions): Grid {
  const begins = (...first: readonly number[]) => first.every((byte, at) => bytes[at] === byte);
  if (begins(0x50, 0x4b)) return readWorkbook(bytes, options);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableFile(say('older-kind'));
  return readCsv(bytes, encoding);
}
