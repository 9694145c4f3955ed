import type { Element } from './elements.js';
import type { Language } from './language.js';

/** A stretch of text in one voice. `field` names whose value it is, where it was filled in. */
export interface Run {
  readonly text: string;
  readonly strong?: true;
  readonly field?: string;
}
export type Line = readonly Run[];

/** What a letter is made of, whichever way it is shown. */
export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly Line[] }
  /** Set apart: who gets the letter, and why. */
  | { readonly kind: 'box'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'table';
      readonly head: readonly Line[];
      readonly rows: readonly (readonly Line[])[];
      /** The column that takes what room the others leave; they are alike unless told. */
      readonly wide?: number;
    };
export type Block = Part & {
  /** What of a letter's necessary contents it belongs to; the innermost last. */
  readonly elements: readonly Element[];
};

/** A letter, whole: shown as plain text, HTML and PDF alike. */
export interface LetterDocument {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const textOf = (line: Line): string => line.map(({ text }) => text).join('');

/** The letter with each of its lines as `line` makes it. */
export function withLines(document: LetterDocument, line: (line: Line) => Line): LetterDocument {
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'heading':
        return { ...one, line: line(one.line) };
      case 'list':
        return { ...one, items: one.items.map(line) };
      case 'table':
        return { ...one, head: one.head.map(line), rows: one.rows.map((cells) => cells.map(line)) };
      case 'box':
      case 'paragraph':
        return { ...one, lines: one.lines.map(line) };
    }
  };
  return { ...document, blocks: document.blocks.map(block) };
}

/** The letter with each of these characters shown as a box: where its typeface has none for them. */
export function withoutCharacters(document: LetterDocument, characters: readonly string[]): LetterDocument {
  const shown = (text: string) => characters.reduce((told, one) => told.replaceAll(one, '□'), text);
  const told = withLines(document, (runs) => runs.map((run) => ({ ...run, text: shown(run.text) })));
  return { ...told, title: shown(document.title) };
}
