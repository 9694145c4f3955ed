import { packageEntries } from '#vocabulary';
import { entryOfDocument, entryOfEvent } from './contents.js';
import type { EntryCode, FiledDocument, Known, ToldEvent } from './known.js';
import { type Empty, lackOf } from './lacks.js';

/** A document with its number in the index; of what is left out there is none. */
export interface NumberedDocument extends FiledDocument {
  readonly place: number;
}

/** One entry of the numbered index. */
export interface IndexEntry {
  readonly entry: EntryCode;
  readonly number: number;
  readonly events: readonly ToldEvent[];
  readonly documents: readonly NumberedDocument[];
  readonly empty: Empty | undefined;
  readonly explanation: string | undefined;
}

/** The index of a case's package: the same entries in the same order for every case, each with what belongs there, or what lacks. */
export function indexOf(known: Known): readonly IndexEntry[] {
  return packageEntries.codes.map((entry, at) => {
    const isHere = (document: FiledDocument) =>
      document.leftOut === undefined && entryOfDocument(document.kind) === entry;
    const documents = known.documents
      .filter(isHere)
      .map((document, place) => ({ ...document, place: place + 1 }));
    const events = known.events.filter(
      ({ type, isStruckOut, isBeside }) => !isStruckOut && !isBeside && entryOfEvent(type) === entry,
    );
    const isEmptyList = entry === 'OTHER' && documents.length === 0;
    return {
      entry,
      number: at + 1,
      events,
      documents,
      empty: isEmptyList ? { notNeeded: 'NO_OTHERS' } : lackOf(entry, known),
      explanation: known.explanations.get(entry),
    };
  });
}

/** What lacks and nobody has explained: a package with one of these is not closed. */
export const unexplainedIn = (index: readonly IndexEntry[]): readonly IndexEntry[] =>
  index.filter(
    ({ empty, explanation }) => empty !== undefined && 'gap' in empty && explanation === undefined,
  );

/** The file of a numbered document: `01-02-2026-03-02-kartlegging.pdf`. */
export const fileOf = (
  { number }: Pick<IndexEntry, 'number'>,
  { place, fileName }: NumberedDocument,
): string => `${two(number)}-${two(place)}-${fileName}`;
/** Of what Samspor made; the first in any listing. */
export const mainFile = '00-saken.pdf';
const two = (number: number) => String(number).padStart(2, '0');
