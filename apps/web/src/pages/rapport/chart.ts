import { boundsOf, type Line, type Shown, type Table } from './told.js';

/** A bar as shares of the longest: solid up to the least that it may be, striped up to the most. */
export interface Bar {
  readonly least: number;
  readonly most: number;
  /** Where it stood in the period before. */
  readonly before: number | undefined;
}

/** One bar a line, in the order of the lines: what is drawn is what the table under it says. */
export function barsOf(lines: readonly Pick<Line, 'shown' | 'before'>[]): readonly Bar[] {
  const all = lines.flatMap(({ shown, before }) => [
    boundsOf(shown)[1],
    before === null ? 0 : boundsOf(before)[1],
  ]);
  const longest = Math.max(1, ...all);
  return lines.map(({ shown, before }) => {
    const [least, most] = boundsOf(shown);
    return {
      least: least / longest,
      most: most / longest,
      before: before === null ? undefined : boundsOf(before)[0] / longest,
    };
  });
}

/** A point of a line, from 0 on the left and at the bottom to 1 on the right and on top. */
export interface Point {
  readonly x: number;
  readonly least: number;
  readonly most: number;
}

/** The points of a trend; those that may not be told leave a gap, and a range stands as one. */
export function pointsOf(trend: Table['trend']): readonly (Point | undefined)[] {
  const highest = Math.max(1, ...trend.flatMap(({ shown }) => (shown === null ? [] : [boundsOf(shown)[1]])));
  return trend.map(({ shown }, at) => {
    if (shown === null) return undefined;
    const [least, most] = boundsOf(shown);
    return {
      x: trend.length < 2 ? 0.5 : at / (trend.length - 1),
      least: least / highest,
      most: most / highest,
    };
  });
}

/** Those of which there are any, or were in the period before, and those of which there are none; parts stay with what they are parts of. */
export function shownLines<L extends Pick<Line, 'shown' | 'before' | 'depth'>>(
  lines: readonly L[],
): { readonly some: readonly L[]; readonly none: readonly L[] } {
  const isNone = ({ shown, before, depth }: L) =>
    depth === 0 && boundsOf(shown)[1] === 0 && (before === null || boundsOf(before)[1] === 0);
  const some: L[] = [];
  const none: L[] = [];
  let isUnderNone = false;
  for (const line of lines) {
    if (line.depth === 0) isUnderNone = isNone(line);
    if (!isUnderNone) some.push(line);
    else if (line.depth === 0) none.push(line);
  }
  return { some, none };
}

/** Whether there is anything to draw. */
export const hasBars = (lines: readonly { readonly shown: Shown }[]): boolean =>
  lines.some(({ shown }) => boundsOf(shown)[1] > 0);
