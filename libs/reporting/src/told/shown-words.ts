import type { Pair } from '#event-sourcing/codes';
import type { Shown } from '../domain/publication/shown.js';

/** What a reader is told of a count that is no number; undefined of one that is. */
export function wordsOf(shown: Shown | null): Pair | undefined {
  if (shown === null) return ['vises ikke', 'blir ikkje vist'];
  if ('exact' in shown) return undefined;
  const { from, to } = shown;
  if (from === 1 && to === 4) return ['færre enn fem', 'færre enn fem'];
  if (to === null) return [`${from} eller flere`, `${from} eller fleire`];
  return [`${from}–${to}`, `${from}–${to}`];
}

/** A count as it is said. */
export const saidOf = (shown: Shown | null, language: 0 | 1): string =>
  wordsOf(shown)?.[language] ?? String(shown !== null && 'exact' in shown ? shown.exact : '');
