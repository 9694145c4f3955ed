import { strFromU8, Unzip, UnzipInflate, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { type Cell, type Fault, type Grid, mostRows, placeOf, UnreadableFile } from './grid.js';

/** Of everything in the file, unpacked. A workbook of the most rows has a fourth of it. */
const mostUnpacked = 400 * 1024 * 1024;
/** So much is given to the unpacking at a time, which makes at most a thousandfold of it. */
const piece = 16 * 1024;

/**
 * Reads the first sheet of a workbook. Unpacked within a bound before anything looks at it. A cell with a formula and cells that were merged are faults:
 * what they show is not what stands in them.
 */
export async function readWorkbook(bytes: Buffer, most = mostUnpacked): Promise<Grid> {
  const parts = unpacked(bytes, most);
  const sheet = firstSheet(parts);
  const faults = faultsOf(sheet);
  const rows = await readSheet(Buffer.from(zipSync(parts, { level: 0 }))).catch((error: unknown) => {
    throw new UnreadableFile('the workbook cannot be read: save it anew as .xlsx.', { cause: error });
  });
  if (rows.length > mostRows + 1) throw new UnreadableFile(`there are more than ${mostRows} rows.`);
  return { rows: rows as unknown as readonly (readonly Cell[])[], faults };
}

type Parts = Record<string, Uint8Array>;

function unpacked(bytes: Buffer, most: number): Parts {
  const parts: Parts = {};
  let size = 0;
  const unzip = new Unzip((file) => {
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      size += chunk.length;
      if (size > most) {
        throw new UnreadableFile('it is far larger unpacked than any list of staff: it is not read.');
      }
      chunks.push(chunk);
      if (isLast) parts[file.name] = Buffer.concat(chunks);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('the file is damaged.', { cause: error });
  }
  if (parts['xl/workbook.xml'] === undefined) {
    throw new UnreadableFile(
      'it is no workbook of the kind .xlsx, or is protected by a password. Save it as .xlsx or CSV.',
    );
  }
  return parts;
}

/** The text of the sheet that the workbook names first. */
function firstSheet(parts: Parts): string {
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const [, id = ''] = /<(?:\w+:)?sheet\s[^>]*?\br:id="([^"]+)"/.exec(textOf('xl/workbook.xml')) ?? [];
  const named = [...textOf('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].find(
    ([, of = '']) => of.includes(`Id="${id}"`),
  );
  const [, target = ''] = /\bTarget="([^"]+)"/.exec(named?.[1] ?? '') ?? [];
  return textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
}

/** One walk over the sheet. */
function faultsOf(sheet: string): Fault[] {
  const faults: Fault[] = [];
  let cell = '';
  for (const [, tag, attributes = ''] of sheet.matchAll(/<(?:\w+:)?(c|f|mergeCell)(?=[\s>/])([^>]*)>/g)) {
    if (tag === 'c') cell = /\br="([^"]+)"/.exec(attributes)?.[1] ?? '';
    else if (tag === 'f') {
      faults.push({ ...placeOf(cell), what: 'holds a formula: put the value in its place.' });
    } else {
      const [, first = '', range = ''] = /\bref="(([A-Z]+\d+)[^"]*)"/.exec(attributes) ?? [];
      faults.push({
        ...placeOf(range),
        what: `is merged with others (${first}): split the cells, each with its value.`,
      });
    }
  }
  return faults;
}
