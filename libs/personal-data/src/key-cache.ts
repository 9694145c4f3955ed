import type { Seat } from './key-source.js';

/** Unwrapped keys, each for a limited time from when it was read and never longer, also when nobody asks again. */
export class KeyCache {
  /** In the order of their expiry: an entry's time is never prolonged. */
  readonly #entries = new Map<string, { readonly held: Seat; readonly until: number }>();
  readonly #now: () => number;
  readonly #maxAgeMs: number;
  readonly #maxEntries: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { now: () => number; maxAgeMs: number; maxEntries: number }) {
    this.#now = options.now;
    this.#maxAgeMs = options.maxAgeMs;
    this.#maxEntries = options.maxEntries;
  }

  get size(): number {
    this.#sweep();
    return this.#entries.size;
  }

  get(seat: string): Seat | undefined {
    this.#sweep();
    return this.#entries.get(seat)?.held;
  }

  set(seat: string, held: Seat): void {
    this.#entries.delete(seat);
    this.#entries.set(seat, { held, until: this.#now() + this.#maxAgeMs });
    if (this.#entries.size > this.#maxEntries) this.#dropOldest();
    this.#wake();
  }

  drop(seat: string): void {
    this.#entries.delete(seat);
  }

  clear(): void {
    this.#entries.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #sweep(): void {
    const now = this.#now();
    for (const [seat, { until }] of this.#entries) {
      if (until > now) return;
      this.#entries.delete(seat);
    }
  }

  #dropOldest(): void {
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  /** One timer, for the entry that expires first; it never keeps the process alive. */
  #wake(): void {
    const [oldest] = this.#entries.values();
    if (this.#timer || oldest === undefined) return;
    // A timer may be early by less than a millisecond.
    const delayMs = Math.max(oldest.until - this.#now(), 0) + 1;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#sweep();
      this.#wake();
    }, delayMs);
    this.#timer.unref();
  }
}
