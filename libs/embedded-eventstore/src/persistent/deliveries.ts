import type { Message } from './message.js';

/** A message on its way to a consumer. */
export interface Delivery {
  readonly message: Message;
  readonly timer: NodeJS.Timeout;
  readonly since: number;
}

/** What a consumer has not answered, in the order of delivery. An id may be on its way more than once. */
export class Deliveries {
  readonly #all = new Set<Delivery>();
  readonly #byId = new Map<string, Delivery[]>();

  get size(): number {
    return this.#all.size;
  }

  values(): IterableIterator<Delivery> {
    return this.#all.values();
  }

  add(delivery: Delivery): void {
    const { id } = delivery.message;
    this.#all.add(delivery);
    const same = this.#byId.get(id);
    if (same) same.push(delivery);
    else this.#byId.set(id, [delivery]);
  }

  /** The first one with the id: each answer is for one delivery. */
  find(id: string): Delivery | undefined {
    return this.#byId.get(id)?.[0];
  }

  remove(delivery: Delivery): void {
    const { id } = delivery.message;
    const left = this.#byId.get(id)?.filter((other) => other !== delivery) ?? [];
    if (left.length > 0) this.#byId.set(id, left);
    else this.#byId.delete(id);
    this.#all.delete(delivery);
  }
}
