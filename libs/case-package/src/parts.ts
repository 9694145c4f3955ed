import { type Block, type Line, visible } from '#correspondence';

export type Part = Block extends infer One ? (One extends Block ? Omit<One, 'elements'> : never) : never;

export const plain = (text: string): Line => [{ text: visible(text).replaceAll(/\s*\n\s*/g, ' ') }];
export const strong = (text: string): Line => [{ text: visible(text), strong: true }];
export const labelled = (label: string, text: string): Line =>
  [...strong(`${label}: `), ...plain(text)].map(spaced);
/** A label keeps the space behind its colon. */
const spaced = (run: Line[number], at: number): Line[number] =>
  at === 0 ? { ...run, text: `${run.text} ` } : run;
export const paragraph = (...lines: readonly Line[]): Part => ({ kind: 'paragraph', lines });
export const heading = (level: 1 | 2 | 3, text: string): Part => ({
  kind: 'heading',
  level,
  line: plain(text),
});
export const list = (items: readonly Line[], isOrdered = false): readonly Part[] =>
  items.length === 0 ? [] : [{ kind: 'list', isOrdered, items }];
/** Somebody's own text: its lines stay, an empty one begins another paragraph. */
export const paragraphs = (text: string): readonly Part[] =>
  visible(text)
    .split(/\n\s*\n/)
    .map((one) => paragraph(...one.split('\n').map(plain)));
