import type { CodeList } from '#event-sourcing/codes';
import type { Phrase } from '#event-sourcing/refusals';
import { isCleanText, isRealDate } from '#vocabulary';
import { say } from './faults.js';
import { type Cell, type Fault, type Grid, letterOf, UnreadableFile } from './grid.js';

/** A column: what it may be headed with, in small letters, and whether no row does without. */
export interface Column {
  readonly headings: readonly string[];
  readonly isNeeded?: true;
}

/** Where each column stands, from 0 on, and which others are not read. */
export interface Columns<Name extends string> {
  readonly at: Readonly<Partial<Record<Name, number>>>;
  readonly others: readonly Phrase[];
}

/** Letters of UTF-8 that were read as Windows-1252. */
const garbled = /Ã[¦¸¥†˜…]|Ã\u0085|â€[™œ“]/;

/** Finds the columns by their headings. */
export function columnsIn<Name extends string>(
  { rows: [head] }: Grid,
  known: Readonly<Record<Name, Column>>,
): Columns<Name> & { readonly faults: readonly Fault[] } {
  if (head === undefined || head.every((cell) => cell === null || cell === '')) {
    throw new UnreadableFile(say('no-headings'));
  }
  const at: Partial<Record<Name, number>> = {};
  const faults: Fault[] = [];
  const others: Phrase[] = [];
  head.forEach((cell, index) => {
    const heading = comparable(cell);
    const name = (Object.keys(known) as Name[]).find((one) => known[one].headings.includes(heading));
    if (name === undefined) {
      if (heading !== '') others.push(say('column-not-read', { letter: letterOf(index + 1) }));
    } else if (at[name] !== undefined) {
      faults.push({ row: 1, column: index + 1, what: say('heading-twice') });
    } else at[name] = index;
  });
  for (const name of Object.keys(known) as Name[]) {
    if (known[name].isNeeded && at[name] === undefined) {
      faults.push({ row: 1, what: say('no-column', { headings: either(known[name].headings) }) });
    }
  }
  return { at, others, faults };
}

/** Letters of a heading that are looked at: more than any has that is known. */
const longest = 200;

/** A heading as it is compared: no byte order mark, small letters, one space for several or for a line end, no star or colon behind it. */
const comparable = (cell: Cell | undefined) =>
  String(cell ?? '')
    .slice(0, longest)
    .replace(/^\ufeff/, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[ :*]+$/, '')
    .trim()
    .toLowerCase();

const either = (headings: readonly string[]): Phrase => ({
  en: headings.join(' or '),
  nb: headings.join(' eller '),
  nn: headings.join(' eller '),
});

/** One row, its cells read as what they are to be; whatever is wrong is noted with its place. */
export class Line<Name extends string> {
  constructor(
    readonly row: number,
    private readonly cells: readonly Cell[],
    private readonly columns: Columns<Name>['at'],
    private readonly faults: Fault[],
  ) {}

  /** What stands there, as it is. */
  raw(name: Name): Cell {
    return this.#cell(name);
  }

  get isEmpty(): boolean {
    return this.cells.every((cell) => cell === null || String(cell).trim() === '');
  }

  fault(name: Name, what: Phrase): undefined {
    const index = this.columns[name];
    this.faults.push({ row: this.row, ...(index !== undefined && { column: index + 1 }), what });
    return undefined;
  }

  /** `lines`: several are welcome. */
  text(name: Name, max: number, { lines = false } = {}): string | undefined {
    const cell = this.#cell(name);
    if (cell === null) return undefined;
    if (cell instanceof Date) {
      return this.fault(name, say('date'));
    }
    const text = String(cell).trim().normalize('NFC');
    if (text === '') return undefined;
    // As lists go out: an apostrophe keeps a spreadsheet from taking the text for a formula.
    const told = /^'[=+\-@]/.test(text) ? text.slice(1) : text;
    if (told.startsWith('=')) return this.fault(name, say('formula'));
    if (garbled.test(told)) return this.fault(name, say('garbled'));
    const isClean = isCleanText(told, max, { lines });
    return isClean ? told : this.fault(name, say(lines ? 'lines' : 'text', { max: String(max) }));
  }

  needed(name: Name, max: number): string | undefined {
    const text = this.text(name, max);
    return text === undefined && !this.#isFaulty(name) ? this.fault(name, say('empty')) : text;
  }

  day(name: Name): string | undefined {
    const cell = this.#cell(name);
    if (cell === null || cell === '') return undefined;
    if (cell instanceof Date) return cell.toISOString().slice(0, 10);
    const text = String(cell).trim();
    if (text === '') return undefined;
    const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
    const told = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isRealDate(told) ? told : this.fault(name, say('day'));
  }

  /** One of a list's codes, by the code or by its word in either language. */
  codeOf<C extends string>(name: Name, { codes, words }: CodeList<C>): C | undefined {
    const text = this.text(name, 100);
    if (text === undefined) return undefined;
    const found = codes.find(
      (code) => code === text || words[code].some((word) => word.toLowerCase() === text.toLowerCase()),
    );
    if (found !== undefined) return found;
    const all = (language: 0 | 1) => codes.map((code) => words[code][language]).join(', ');
    return this.fault(name, say('none-of', { known: { en: all(0), nb: all(0), nn: all(1) } }));
  }

  /** A code of a unit, by itself or by its word. */
  unit(name: Name, words: ReadonlyMap<string, string>, isNeeded = false): string | undefined {
    const text = isNeeded ? this.needed(name, 100) : this.text(name, 100);
    if (text === undefined) return undefined;
    if (/^[A-Z][A-Z0-9_]{0,59}$/.test(text)) return text;
    return words.get(text.toLowerCase()) ?? this.fault(name, say('unit'));
  }

  #cell(name: Name): Cell {
    const index = this.columns[name];
    return index === undefined ? null : (this.cells[index] ?? null);
  }

  #isFaulty(name: Name): boolean {
    const column = (this.columns[name] ?? -1) + 1;
    // Those of this row come last.
    for (let at = this.faults.length - 1; this.faults[at]?.row === this.row; at -= 1) {
      if (this.faults[at]?.column === column) return true;
    }
    return false;
  }
}
