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

/** How many there are, altogether and by each dimension. */
export function count(items: readonly Item[], dimensions: Dimensions = {}): Counted {
  const contributors: Record<string, readonly string[]> = { '': sorted(items.map(({ key }) => key)) };
  const by: Record<string, Record<string, number>> = {};
  for (const [dimension, codes] of Object.entries(dimensions)) {
    const cells = new Map<string, Set<string>>(codes.map((code) => [code, new Set()]));
    for (const { key, cells: of } of items) {
      for (const code of listed(of?.[dimension])) {
        cells.set(code, (cells.get(code) ?? new Set()).add(key));
      }
    }
    by[dimension] = Object.fromEntries([...cells].map(([code, keys]) => [code, keys.size]));
    for (const [code, keys] of cells) {
      if (keys.size > 0) contributors[`${dimension}/${code}`] = sorted(keys);
    }
  }
  const value = contributors['']?.length ?? 0;
  return { figure: Object.keys(by).length > 0 ? { value, by } : { value }, contributors };
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
