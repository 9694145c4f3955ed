import type { Block, Line } from '#correspondence';
import { isDisposed } from '#personal-data';

/** What may be left out of a sheet. */
export type Said = string | false | null | undefined;

export const line = (text: string): Line => [{ text }];

/** A line for each that is said. */
export const paragraph = (...lines: readonly Said[]): Block => ({
  kind: 'paragraph',
  lines: lines.flatMap((one) => (typeof one === 'string' && one !== '' ? [line(one)] : [])),
  elements: [],
});

export const heading = (level: 1 | 2, text: string): Block => ({
  kind: 'heading',
  level,
  line: line(text),
  elements: [],
});

export const list = (items: readonly string[]): Block => ({
  kind: 'list',
  isOrdered: false,
  items: items.map(line),
  elements: [],
});

/** A text that was opened; nothing of one that was disposed of. */
export const whole = (text: unknown): string => (typeof text === 'string' && !isDisposed(text) ? text : '');

export const fullName = (of: { readonly givenName?: unknown; readonly familyName?: unknown }): string =>
  [of.givenName, of.familyName].map(whole).join(' ').trim();
