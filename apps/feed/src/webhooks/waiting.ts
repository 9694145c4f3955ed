import type { WaitingDelivery } from '#personal-data';

/** What waits for one receiver, by case and in its order, and what of it has to be written down. */
export class Waiting {
  readonly #byKey = new Map<string, WaitingDelivery[]>();
  #waits = new Map<string, WaitingDelivery>();
  #gone = new Set<string>();

  constructor(all: readonly WaitingDelivery[]) {
    for (const one of all) this.#line(one.orderKey).push(one);
  }

  get count(): number {
    return [...this.#byKey.values()].reduce((sum, { length }) => sum + length, 0);
  }

  get all(): readonly WaitingDelivery[] {
    return [...this.#byKey.values()].flat();
  }

  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  /** The first of each case that is not put aside: what comes behind waits for it. */
  heads(): readonly WaitingDelivery[] {
    return [...this.#byKey.values()].flatMap(([head]) => (head && head.parkedAt === undefined ? [head] : []));
  }

  headOf(key: string): WaitingDelivery | undefined {
    return this.#byKey.get(key)?.[0];
  }

  /** Behind what waits of its case. What waits already stays where it is. */
  add(one: WaitingDelivery): void {
    const line = this.#line(one.orderKey);
    if (line.some(({ eventId }) => eventId === one.eventId)) return;
    line.push(one);
    this.#note(one);
  }

  /** The same in another state. */
  change(one: WaitingDelivery): void {
    const line = this.#line(one.orderKey);
    line[line.findIndex(({ eventId }) => eventId === one.eventId)] = one;
    this.#note(one);
  }

  remove({ orderKey, eventId }: WaitingDelivery): void {
    const left = this.#line(orderKey).filter((one) => one.eventId !== eventId);
    if (left.length > 0) this.#byKey.set(orderKey, left);
    else this.#byKey.delete(orderKey);
    this.#waits.delete(eventId);
    this.#gone.add(eventId);
  }

  /** What has to be written down since `written`, which is told what was. */
  get unwritten(): { readonly waits: readonly WaitingDelivery[]; readonly gone: readonly string[] } {
    return { waits: [...this.#waits.values()], gone: [...this.#gone] };
  }

  written(): void {
    this.#waits = new Map();
    this.#gone = new Set();
  }

  #note(one: WaitingDelivery): void {
    this.#waits.set(one.eventId, one);
  }

  #line(key: string): WaitingDelivery[] {
    const line = this.#byKey.get(key) ?? [];
    this.#byKey.set(key, line);
    return line;
  }
}
