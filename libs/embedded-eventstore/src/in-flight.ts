/** A stream whose newest events are on their way to the disk. */
interface Tail {
  last: number;
  tombstoned: boolean;
  commits: number;
  readonly waiting: (() => void)[];
}

/** What is on its way to the disk, by stream: the next append builds on it, an answer has to wait for it. */
export class InFlight {
  readonly #tails = new Map<string, Tail>();

  has(stream: string): boolean {
    return this.#tails.has(stream);
  }

  /** The last revision of the stream on its way; undefined when nothing is. */
  last(stream: string): number | undefined {
    return this.#tails.get(stream)?.last;
  }

  /** Whether the stream's end for ever is on its way. */
  isTombstoned(stream: string): boolean {
    return this.#tails.get(stream)?.tombstoned ?? false;
  }

  /** Notes a commit with events of the stream up to a revision. */
  enter(stream: string, last: number, tombstoned: boolean): void {
    const tail = this.#tails.get(stream) ?? { last, tombstoned: false, commits: 0, waiting: [] };
    tail.last = last;
    tail.tombstoned ||= tombstoned;
    tail.commits += 1;
    this.#tails.set(stream, tail);
  }

  /** One of the stream's commits is on disk, or given up. */
  leave(stream: string): void {
    const tail = this.#tails.get(stream);
    if (!tail) return;
    tail.commits -= 1;
    if (tail.commits > 0) return;
    this.#tails.delete(stream);
    for (const proceed of tail.waiting) proceed();
  }

  /** Resolves when nothing of the stream is on its way any more. */
  async settled(stream: string): Promise<void> {
    const tail = this.#tails.get(stream);
    if (tail) await new Promise<void>((resolve) => tail.waiting.push(resolve));
  }
}
