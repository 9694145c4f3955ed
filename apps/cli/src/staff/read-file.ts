import { open } from 'node:fs/promises';
import { type Grid, mostBytes, UnreadableFile } from './grid.js';
import { type Encoding, readCsv } from './read-csv.js';
import { readWorkbook } from './workbook/read-workbook.js';

/** Reads a list: a workbook by how it begins, whatever its name; else a CSV. Rejects with `UnreadableFile`. */
export async function readFile(path: string, encoding: Encoding): Promise<Grid> {
  const file = await open(path).catch((error: unknown) => {
    throw new UnreadableFile('it cannot be opened.', { cause: error });
  });
  try {
    const { size } = await file.stat();
    if (size > mostBytes) throw new UnreadableFile(`it is larger than ${mostBytes / 1024 / 1024} MB.`);
    const bytes = await file.readFile();
    const begins = (...first: readonly number[]) => first.every((byte, at) => bytes[at] === byte);
    if (begins(0x50, 0x4b)) return readWorkbook(bytes);
    if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
      throw new UnreadableFile(
        'it is a workbook of an older kind, or protected by a password. Save it as .xlsx or CSV.',
      );
    }
    return readCsv(bytes, encoding);
  } finally {
    await file.close();
  }
}
