import { compileFilter, type EventFilter, type FilterOptions } from '../filters.js';
import type { EventIndex } from '../log/event-index.js';

/** Events that one look goes over at most: many looks share the loop with whoever appends. */
const reach = 4_096;

/** How far a look came: the next wanted place, or as far as was looked. */
export interface Looked {
  readonly place: number;
  /** How many of the events that were passed `$all` shows to nobody: what groups over `$all` keep. */
  readonly hidden: number;
}

/**
 * Looks in `$all` for what a filter wants. All who look for the same share what was found out: where one has found nothing, the others
 * do not look again.
 */
export class Search {
  /** From here up to there nothing is wanted, and these are hidden. */
  #from = 0;
  #to = 0;
  #hidden: number[] = [];

  constructor(
    private readonly isWanted: EventFilter,
    private readonly isShown: EventFilter,
  ) {}

  /** Goes on from a place, up to `count` at most. */
  next(place: number, count: number): Looked {
    if (place >= this.#from && place <= this.#to) {
      this.#to = this.look(this.#to, Math.min(count, this.#to + reach), this.#hidden);
      return { place: this.#to, hidden: this.#hidden.length - firstFrom(this.#hidden, place) };
    }
    const hidden: number[] = [];
    const found = this.look(place, Math.min(count, place + reach), hidden);
    if (found - place > this.#to - this.#from) {
      [this.#from, this.#to, this.#hidden] = [place, found, hidden];
    }
    return { place: found, hidden: hidden.length };
  }

  /** Goes over events one by one, and notes those that are hidden. */
  look(from: number, end: number, hidden: number[]): number {
    let place = from;
    for (; place < end && !this.isWanted(place); place += 1) if (!this.isShown(place)) hidden.push(place);
    return place;
  }
}

/** The index of the first number that is not below another; they ascend. */
function firstFrom(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const searches = new WeakMap<EventIndex, Map<string, WeakRef<Search>>>();

/** The search for a filter in an index: one, however many groups ask. */
export function searchFor(filter: FilterOptions | undefined, index: EventIndex): Search {
  const known = searches.get(index) ?? new Map<string, WeakRef<Search>>();
  searches.set(index, known);
  const key = JSON.stringify(filter && [filter.by, filter.prefixes, filter.regex]) ?? '';
  const standing = known.get(key)?.deref();
  if (standing) return standing;
  for (const [each, search] of known) if (search.deref() === undefined) known.delete(each);
  const search = new Search(compileFilter(filter, index), compileFilter(undefined, index));
  known.set(key, new WeakRef(search));
  return search;
}
