import type { Counted, Figure } from '../figures/index.js';
import { type Concerning } from './concerning.js';
import { type Cause, causes } from './later.js';

export { Concerning } from './concerning.js';
export { type Cause, type Later } from './later.js';

interface Caused {
  readonly cause: Cause;
  readonly count: number;
}
type Leaf = number | string | null;

/** One number of an earlier report that is another now, and by what. */
export interface Change {
  readonly figure: string;
  /** Its place below the figure: `by/AGE/67+`, `median`. */
  readonly member: string;
  readonly was: Leaf;
  readonly is: Leaf;
  readonly added: readonly Caused[];
  readonly removed: readonly Caused[];
  /** Counted before and now, with another number of days or persons. */
  readonly altered: readonly Caused[];
}

/** Every leaf of the two that differs, by figure and member. `concerning` knows what was recorded in between. */
export function changesBetween(was: Counted, is: Counted, concerning: Concerning): Change[] {
  const before = leavesOf(was);
  const now = leavesOf(is);
  const places = [...new Set([...before.keys(), ...now.keys()])].filter(
    (place) => before.get(place) !== now.get(place),
  );
  return places.sort(byFigure).map((place) => {
    const [figure, member] = split(place);
    const set = setOf(figure, member);
    const from = numbered(was.contributors[set] ?? []);
    const to = numbered(is.contributors[set] ?? []);
    const keys = [...new Set([...from.keys(), ...to.keys()])];
    const caused = (isSo: (key: string) => boolean) =>
      counted(keys.filter(isSo).map((key) => concerning.causeOf(key)));
    return {
      figure,
      member,
      was: before.get(place) ?? null,
      is: now.get(place) ?? null,
      added: caused((key) => !from.has(key)),
      removed: caused((key) => !to.has(key)),
      altered: caused((key) => from.has(key) && to.has(key) && from.get(key) !== to.get(key)),
    };
  });
}

const split = (place: string): [string, string] => {
  const at = place.indexOf('/');
  return [place.slice(0, at), place.slice(at + 1)];
};

function byFigure(one: string, other: string): number {
  const [[figure, member], [figure2, member2]] = [split(one), split(other)];
  if (figure !== figure2) return figure < figure2 ? -1 : 1;
  return member < member2 ? -1 : 1;
}

/** `A2/by/AGE/67+` and its number; a list is told as one text. */
export function leavesOf({ figures }: Pick<Counted, 'figures'>): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const walk = (place: string, value: unknown): void => {
    if (Array.isArray(value)) leaves.set(place, value.join(','));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value as Figure)) walk(`${place}/${name}`, inner);
    } else leaves.set(place, value as Leaf);
  };
  for (const [id, figure] of Object.entries(figures.figures)) walk(id, figure);
  return leaves;
}

const timed = ['A7', 'G1', 'G2'];

/** Where the contributors of a leaf stand. */
export function setOf(figure: string, member: string): string {
  if (member.startsWith('by/')) return `${figure}/${member.slice('by/'.length)}`;
  if (member === 'excluded') return `${figure}/excluded`;
  return timed.includes(figure) && member !== 'value' ? `${figure}/days` : figure;
}

/** By key the number that goes with it, `K07=12`; one by itself where there is none. */
const numbered = (keys: readonly string[]): Map<string, string> =>
  new Map(
    keys.map((key) => {
      const at = key.lastIndexOf('=');
      return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
    }),
  );

const counted = (all: readonly Cause[]): Caused[] =>
  causes
    .toSorted()
    .map((cause) => ({ cause, count: all.filter((one) => one === cause).length }))
    .filter(({ count }) => count > 0);
