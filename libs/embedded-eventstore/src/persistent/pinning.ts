const buckets = 1024;

/** What is pinned falls into buckets, by what it is pinned to. */
export function bucketOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value % buckets;
}

/**
 * Which consumer has which bucket. A bucket stays where it is while its consumer does; one that joins is given only
 * what the others have beyond their share, each bucket once nothing of it is on its way.
 */
export class Pinning<Consumer extends object> {
  readonly #owners = Array.from<Consumer | undefined>({ length: buckets });
  readonly #owned = new Map<Consumer, number>();
  readonly #onTheWay = new Uint32Array(buckets);
  #assigned = 0;

  /** The bucket's consumer; undefined while the bucket waits to be moved. */
  ownerOf(bucket: number, consumers: readonly Consumer[]): Consumer | undefined {
    const owner = this.#owners[bucket];
    if (owner !== undefined) {
      if (this.#count(owner) <= Math.ceil(this.#assigned / consumers.length)) return owner;
      if (this.#isOnTheWay(bucket)) return undefined;
      this.#release(bucket, owner);
    }
    return this.#assign(bucket, consumers);
  }

  sent(bucket: number): void {
    this.#onTheWay[bucket] = (this.#onTheWay[bucket] ?? 0) + 1;
  }

  answered(bucket: number): void {
    this.#onTheWay[bucket] = (this.#onTheWay[bucket] ?? 1) - 1;
  }

  left(consumer: Consumer): void {
    for (const [bucket, owner] of this.#owners.entries()) {
      if (owner === consumer) this.#release(bucket, consumer);
    }
    this.#owned.delete(consumer);
  }

  #isOnTheWay(bucket: number): boolean {
    return (this.#onTheWay[bucket] ?? 0) > 0;
  }

  #count(consumer: Consumer): number {
    return this.#owned.get(consumer) ?? 0;
  }

  #release(bucket: number, owner: Consumer): void {
    this.#owners[bucket] = undefined;
    this.#owned.set(owner, this.#count(owner) - 1);
    this.#assigned -= 1;
  }

  #assign(bucket: number, consumers: readonly Consumer[]): Consumer | undefined {
    const [first, ...others] = consumers;
    if (first === undefined) return undefined;
    let least = first;
    for (const other of others) if (this.#count(other) < this.#count(least)) least = other;
    this.#owners[bucket] = least;
    this.#owned.set(least, this.#count(least) + 1);
    this.#assigned += 1;
    return least;
  }
}
