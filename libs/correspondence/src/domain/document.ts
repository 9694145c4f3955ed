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
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] };
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
