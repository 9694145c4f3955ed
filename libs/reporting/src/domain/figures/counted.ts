/** A figure as it stands in the canonical form. */
export type Figure = Readonly<Record<string, unknown>>;
/** By cell (`AGE/0-5`; the empty name is the figure itself): the keys of what is counted there, with its number where there is one, `K07=12`. */
export type Contributors = Readonly<Record<string, readonly string[]>>;

export interface Counted {
  readonly figure: Figure;
  readonly contributors: Contributors;
}

/** One of what is counted. Its cells are named by dimension; several where it counts under each. */
export interface Item {
  readonly key: string;
  readonly cells?: Readonly<Record<string, string | readonly string[]>>;
}
type Codes = readonly string[];
/** A dimension's whole list: each code is there, also where nothing counts. */
export type Dimensions = Readonly<Record<string, Codes>>;

const sorted = (keys: Iterable<string>): string[] => [...new Set(keys)].sort();
const listed = (cell: string | Codes | undefined): Codes =>
  cell === undefined ? [] : typeof cell === 'string' ? [cell] : cell;

const isInOrder = (items: readonly Item[]) =>
  items.every(({ key }, index) => index === 0 || (items[index - 1]?.key ?? '') <= key);
/** By their keys, so that each cell gets its own in order. */
const ordered = (items: readonly Item[]): readonly Item[] =>
  isInOrder(items)
    ? items
    : items.toSorted(({ key: one }, { key: other }) => (one < other ? -1 : Number(one > other)));

/** Adds what is no repetition of the last. */
const add = (keys: string[], key: string) => {
  if (keys.at(-1) !== key) keys.push(key);
};

/** How many there are, altogether and by each dimension. */
export function count(items: readonly Item[], dimensions: Dimensions = {}): Counted {
  const all: string[] = [];
  const named = Object.entries(dimensions).map(([dimension, codes]) => ({
    dimension,
    cells: new Map<string, string[]>(codes.map((code) => [code, []])),
  }));
  for (const { key, cells: of } of ordered(items)) {
    add(all, key);
    for (const { dimension, cells } of named) {
      for (const code of listed(of?.[dimension])) {
        const keys = cells.get(code);
        if (keys) add(keys, key);
        else cells.set(code, [key]);
      }
    }
  }
  const contributors: Record<string, readonly string[]> = { '': all };
  const by: Record<string, Record<string, number>> = {};
  for (const { dimension, cells } of named) {
    by[dimension] = Object.fromEntries([...cells].map(([code, keys]) => [code, keys.length]));
    for (const [code, keys] of cells) if (keys.length > 0) contributors[`${dimension}/${code}`] = keys;
  }
  return { figure: named.length > 0 ? { value: all.length, by } : { value: all.length }, contributors };
}

export interface Timed extends Item {
  readonly days: number;
}

/** The nearest rank: always a value that occurred. */
export const rank = (values: readonly number[], tenths: number): number | null =>
  values.toSorted((one, other) => one - other)[Math.ceil((tenths * values.length) / 10) - 1] ?? null;
const largest = (values: readonly number[]) => rank(values, 10);

const withNumber = (all: readonly Timed[]) => all.map(({ key, days }) => `${key}=${days}`);

/** How many wait, and for how long. */
export function waiting(
  items: readonly Timed[],
  measures: readonly ('median' | 'p90' | 'max' | 'over30')[],
  dimensions?: Dimensions,
): Counted {
  const { figure, contributors } = count(items, dimensions);
  const days = items.map((one) => one.days);
  const of = {
    median: () => rank(days, 5),
    p90: () => rank(days, 9),
    max: () => largest(days),
    over30: () => days.filter((each) => each > 30).length,
  };
  return {
    figure: { ...figure, ...Object.fromEntries(measures.map((name) => [name, of[name]()])) },
    contributors: { ...contributors, days: sorted(withNumber(items)) },
  };
}

/** Days from one thing to another; what has no sound number is left out and counted apart. */
export function duration(
  items: readonly { readonly key: string; readonly days: number | undefined }[],
): Counted {
  const timed = items.flatMap(({ key, days }) => (days !== undefined && days >= 0 ? [{ key, days }] : []));
  const excluded = items.filter(({ days }) => days === undefined || days < 0).map(({ key }) => key);
  const days = timed.map((one) => one.days);
  return {
    figure: { n: timed.length, median: rank(days, 5), p90: rank(days, 9), excluded: excluded.length },
    contributors: { '': sorted(withNumber(timed)), excluded: sorted(excluded) },
  };
}

/** How many of how many. */
export const share = (of: readonly string[], those: readonly string[]): Counted => ({
  figure: { n: those.length, of: of.length },
  contributors: { '': sorted(those) },
});
