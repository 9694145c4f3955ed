import { say } from './faults.js';
import { type Fault, type Grid, mostColumns, mostFaults, mostRows, UnreadableFile } from './grid.js';

export const encodings = ['utf-8', 'windows-1252'] as const;
/** `either`: UTF-8 where it is that, else Windows-1252. */
export type Encoding = (typeof encodings)[number] | 'either';

/** Reads a CSV: RFC 4180, its cells parted by semicolon, comma or tabulator, whichever the first row has most of. */
export function readCsv(bytes: Buffer, encoding: Encoding): Grid {
  const text = decoded(bytes, encoding);
  return cellsOf(text, delimiterOf(text));
}

function decoded(bytes: Buffer, encoding: Encoding): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.includes(0)) throw new UnreadableFile(say('not-text'));
  const isUtf8 = (some: Uint8Array) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(some);
      return true;
    } catch {
      return false;
    }
  };
  if (encoding !== 'windows-1252' && isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  if (encoding === 'utf-8') throw oddIn(bytes, 'not-utf8', (line) => !isUtf8(line));
  const isOdd = (some: Uint8Array) => some.some((byte) => unusedIn1252.has(byte));
  if (encoding === 'either' && isOdd(bytes)) throw oddIn(bytes, 'unknown-encoding', isOdd);
  return new TextDecoder('windows-1252').decode(bytes);
}

/** What no letter is written with in Windows-1252. */
const unusedIn1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Names the first line that is odd, as far as line feeds tell. */
function oddIn(
  bytes: Buffer,
  rule: 'not-utf8' | 'unknown-encoding',
  isOdd: (line: Uint8Array) => boolean,
): UnreadableFile {
  for (let row = 1, start = 0; ; row += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || isOdd(bytes.subarray(start, end))) {
      return new UnreadableFile(say(rule, { row: String(row) }));
    }
    start = end + 1;
  }
}

/** As many rows as a spreadsheet has; empty ones cost nothing. */
const mostLines = 1_048_576;
const none: readonly string[] = [];
const tooMany = (most: number) => new UnreadableFile(say('too-many-rows', { most: String(most) }));

const delimiters = [';', ',', '\t'] as const;

function delimiterOf(text: string): string {
  const [head = ''] = text.replaceAll(/"[^"]*"/g, '').split(/\r?\n|\r/, 1);
  const counted = delimiters.map((delimiter) => ({ delimiter, times: head.split(delimiter).length }));
  return counted.toSorted((one, other) => other.times - one.times)[0]?.delimiter ?? ';';
}

/** One walk over the text. A cell in quotation marks may hold delimiters, line ends and doubled quotation marks. */
function cellsOf(text: string, delimiter: string): Grid {
  const rows: (readonly string[])[] = [];
  const ends = new RegExp(`[${delimiter}"\r\n]`, 'g');
  let filled = 0;
  const faults: Fault[] = [];
  let row: string[] = [];
  let cell = '';
  let state: 'BARE' | 'QUOTED' | 'AFTER' = 'BARE';
  let isWrong = false;
  const fault = (what: Fault['what']) => {
    if (!isWrong && faults.length < mostFaults) {
      faults.push({ row: rows.length + 1, column: row.length + 1, what });
    }
    isWrong = true;
  };
  const endCell = () => {
    if (row.push(cell) > mostColumns) {
      const at = { row: String(rows.length + 1), most: String(mostColumns) };
      throw new UnreadableFile(say('too-many-columns', at));
    }
    cell = '';
    state = 'BARE';
    isWrong = false;
  };
  const endRow = () => {
    endCell();
    const isEmpty = row.every((one) => one === '');
    rows.push(isEmpty ? none : row);
    if (!isEmpty) filled += 1;
    row = [];
    if (filled > mostRows + 1) throw tooMany(mostRows);
    if (rows.length > mostLines) throw tooMany(mostLines);
  };
  for (let at = 0; at < text.length; at += 1) {
    // What means nothing by itself is taken at once, however long it is.
    const plain = plainFrom(at);
    if (plain > at) {
      if (state === 'AFTER') wrong();
      cell += text.slice(at, plain);
      at = plain - 1;
      continue;
    }
    const letter = text[at] ?? '';
    if (state === 'QUOTED') {
      if (text[at + 1] === '"') {
        cell += letter;
        at += 1;
      } else state = 'AFTER';
    } else if (letter === delimiter) endCell();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1;
      endRow();
    } else if (letter === '"' && cell === '' && state === 'BARE') state = 'QUOTED';
    else {
      wrong();
      cell += letter;
    }
  }
  if (state === 'QUOTED') fault(say('quotation-open'));
  if (cell !== '' || row.length > 0) endRow();
  return { rows, faults };

  /** Where the next letter stands that may end something: a quotation mark, outside of them also a delimiter or the end of a line. */
  function plainFrom(at: number): number {
    if (state === 'QUOTED') {
      const end = text.indexOf('"', at);
      return end < 0 ? text.length : end;
    }
    ends.lastIndex = at;
    return ends.exec(text)?.index ?? text.length;
  }
  function wrong() {
    fault(say('quotation'));
    state = 'BARE';
  }
}
