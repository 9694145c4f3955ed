import type { Figures } from '../figures/index.js';
import type { Counts } from './slicing.js';

interface Counted {
  readonly value?: number;
  readonly n?: number;
  readonly of?: number;
  readonly median?: number | null;
  readonly p90?: number | null;
  readonly coordinators?: number;
  readonly values?: readonly number[];
  readonly by?: Readonly<Record<string, Counts>>;
}

export const figureIn = ({ figures }: Figures, id: string): Counted => (figures[id] ?? {}) as Counted;
export const valueOf = (figures: Figures, id: string): number => figureIn(figures, id).value ?? 0;
export const countsIn = (figures: Figures, id: string, dimension: string): Counts =>
  figureIn(figures, id).by?.[dimension] ?? {};

/** The cells of a two-way dimension under one code, `A:B` by `B`. */
export const countsUnder = (counts: Counts, code: string): Counts =>
  Object.fromEntries(
    Object.entries(counts)
      .filter(([cell]) => cell.startsWith(`${code}:`))
      .map(([cell, count]) => [cell.slice(code.length + 1), count]),
  );

export const added = (all: readonly Counts[]): Counts => {
  const sum: Record<string, number> = {};
  for (const [code, count] of all.flatMap((one) => Object.entries(one))) sum[code] = (sum[code] ?? 0) + count;
  return sum;
};
