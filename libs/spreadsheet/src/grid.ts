import type { Phrase, Spoken } from '#event-sourcing/refusals';

/** What stands in a cell of a spreadsheet. */
export type Cell = string | number | boolean | Date | null;

/** Something wrong in a file, by the row and the column that a spreadsheet shows, from 1 on. Never says what stands there. */
export interface Fault {
  readonly row?: number;
  readonly column?: number;
  readonly what: Phrase;
}

/** The rows of a file, the row of headings first. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly faults: readonly Fault[];
}

/** A file that cannot be read at all, or of which no row means anything. */
export class UnreadableFile extends Error {
  constructor(
    readonly phrase: Phrase,
    options?: ErrorOptions,
  ) {
    super(phrase.en, options);
  }
}

/** More than the staff of any municipality. */
export const mostRows = 100_000;
/** More than any list has that is taken out of a payroll. */
export const mostColumns = 200;
/** Of one file: whoever has so many mends those first. */
export const mostFaults = 10_000;
/** Of a file as it lies on the disk. */
export const mostBytes = 50 * 1024 * 1024;

/** As spreadsheets name columns: A, B, …, Z, AA. */
export function letterOf(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? letterOf(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** The place behind a name like `C12`. */
export function placeOf(name: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(name) ?? [];
  if (letters === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

const places = { en: ['row', 'column'], nb: ['rad', 'kolonne'], nn: ['rad', 'kolonne'] } as const;

/** Where a fault is, as people look for it; in English unless told. */
export function sayFault(
  { row, column, what }: Fault,
  headings: readonly Cell[],
  language: Spoken = 'en',
): string {
  const [ofRow, ofColumn] = places[language];
  const heading = headingOf(headings, column);
  const named = heading !== undefined && row !== 1 ? ` (${heading})` : '';
  const at = column === undefined ? '' : `, ${ofColumn} ${letterOf(column)}${named}`;
  return row === undefined ? what[language] : `${ofRow} ${row}${at}: ${what[language]}`;
}

/** What stands above a column. */
export function headingOf(headings: readonly Cell[], column: number | undefined): string | undefined {
  const heading = column === undefined ? null : (headings[column - 1] ?? null);
  const said = typeof heading === 'string' ? heading.trim() : '';
  return said === '' ? undefined : said;
}
