import { type Fault, type Grid, mostColumns, mostRows, UnreadableFile } from './grid.js';

export const encodings = ['utf-8', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** Reads a CSV: RFC 4180, its cells parted by semicolon, comma or tabulator, whichever the first row has most of. */
export function readCsv(bytes: Buffer, encoding: Encoding): Grid {
  const text = decoded(bytes, encoding);
  return cellsOf(text, delimiterOf(text));
}

function decoded(bytes: Buffer, encoding: Encoding): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(
      `row ${firstOdd(bytes)} is not written in UTF-8. Save the file as "CSV UTF-8", or give --encoding windows-1252 where it comes from an older program.`,
    );
  }
}

/** The first line that is no UTF-8, as far as line feeds tell. */
function firstOdd(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let row = 1, start = 0; ; row += 1) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return row;
    }
    if (end < 0) return row;
    start = end + 1;
  }
}

const delimiters = [';', ',', '\t'] as const;

function delimiterOf(text: string): string {
  const [head = ''] = text.replaceAll(/"[^"]*"/g, '').split(/\r?\n|\r/, 1);
  const counted = delimiters.map((delimiter) => ({ delimiter, times: head.split(delimiter).length }));
  return counted.toSorted((one, other) => other.times - one.times)[0]?.delimiter ?? ';';
}

/** One walk over the text. A cell in quotation marks may hold delimiters, line ends and doubled quotation marks. */
function cellsOf(text: string, delimiter: string): Grid {
  const rows: string[][] = [];
  const faults: Fault[] = [];
  let row: string[] = [];
  let cell = '';
  let state: 'BARE' | 'QUOTED' | 'AFTER' = 'BARE';
  const endCell = () => {
    if (row.push(cell) > mostColumns) {
      throw new UnreadableFile(`row ${rows.length + 1} has more than ${mostColumns} columns.`);
    }
    cell = '';
    state = 'BARE';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
    if (rows.length > mostRows + 1) throw new UnreadableFile(`there are more than ${mostRows} rows.`);
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (state === 'QUOTED') {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += letter;
        at += 1;
      } else state = 'AFTER';
    } else if (letter === delimiter) endCell();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1;
      endRow();
    } else if (letter === '"' && cell === '' && state === 'BARE') state = 'QUOTED';
    else if (state === 'AFTER' || letter === '"') {
      const place = { row: rows.length + 1, column: row.length + 1 };
      faults.push({ ...place, what: 'a quotation mark stands in the middle of the cell: double it.' });
      state = 'BARE';
      cell += letter;
    } else cell += letter;
  }
  if (state === 'QUOTED') {
    faults.push({
      row: rows.length + 1,
      column: row.length + 1,
      what: 'the quotation mark is never closed.',
    });
  }
  if (cell !== '' || row.length > 0) endRow();
  return { rows, faults };
}
