import { monthsLater } from '#vocabulary';
import type { Day, Period } from '../days.js';
import type { Tree } from './slicing.js';

export const levels = ['HALF_YEAR', 'YEAR', 'THREE_YEARS'] as const;
/** How often a table is published: at that level and no other, so that no two of its sums can be subtracted (S8). */
export type Level = (typeof levels)[number];

/** A municipality's choices of what leaves the unit; made before a block of three years begins. */
export interface PublicationPolicy {
  /** By table; `default` for the rest. Plans started and ended go together under P3. */
  readonly levels: Readonly<Partial<Record<string, Level>>>;
  /** How units are merged, with NOT_STATED among them. */
  readonly unitTree: Tree;
  /** The first year of a block of three. */
  readonly blockFrom: number;
}

export const levelOf = ({ levels: told }: PublicationPolicy, table: string): Level =>
  told[sharing[table] ?? table] ?? told['default'] ?? 'YEAR';

/** Tables that have the total of another, or tell it: they are of its level, so that no sum of it is published at a second one. */
const sharing: Readonly<Record<string, string>> = {
  P4: 'P3',
  U2: 'M1',
  U3: 'M1',
  U4: 'M1',
  U5: 'P1',
  U6: 'P1',
};

/** The level that a period is of; undefined for any other period, of which nothing is published. */
export function levelOfPeriod(
  { from, to }: Period,
  { blockFrom }: Pick<PublicationPolicy, 'blockFrom'>,
): Level | undefined {
  const isNewYear = from.endsWith('-01-01');
  if (to === monthsLater(from, 6) && (isNewYear || from.endsWith('-07-01'))) return 'HALF_YEAR';
  if (!isNewYear) return undefined;
  if (to === monthsLater(from, 12)) return 'YEAR';
  const isBlock = (Number(from.slice(0, 4)) - blockFrom) % 3 === 0;
  return to === monthsLater(from, 36) && isBlock ? 'THREE_YEARS' : undefined;
}

/** The periods of a level that make up another, oldest first. */
export function periodsWithin({ from, to }: Period, level: Level): Period[] {
  const months = { HALF_YEAR: 6, YEAR: 12, THREE_YEARS: 36 }[level];
  const all: Period[] = [];
  for (let at: Day = from; at < to; at = monthsLater(at, months)) {
    all.push({ from: at, to: monthsLater(at, months) });
  }
  return all;
}
