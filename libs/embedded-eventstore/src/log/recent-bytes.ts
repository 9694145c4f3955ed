/** Committed bytes as they were written: the first event's number, the segment and the offset in its file. */
export interface WrittenBytes {
  readonly firstEvent: number;
  readonly segment: number;
  readonly offset: number;
  readonly bytes: Buffer;
}

/** The newest bytes of the log, still in memory: subscribers read them a moment after they were written. */
export class RecentBytes {
  readonly #written: WrittenBytes[] = [];
  #length = 0;

  constructor(private readonly most = 4 * 1024 * 1024) {}

  add(written: WrittenBytes): void {
    this.#written.push(written);
    this.#length += written.bytes.length;
    while (this.#length > this.most && this.#written.length > 1) {
      this.#length -= this.#written.shift()?.bytes.length ?? 0;
    }
  }

  /** What was written with an event, when it reaches up to an offset of the segment; undefined when it is not at hand. */
  find(event: number, segment: number, until: number): WrittenBytes | undefined {
    const found = this.#written[this.#lastUpTo(event)];
    return found?.segment === segment && found.offset + found.bytes.length >= until ? found : undefined;
  }

  /** Where the last of them is whose first event is this one or an earlier one; -1 where there is none. */
  #lastUpTo(event: number): number {
    let [from, to] = [0, this.#written.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#written[middle]?.firstEvent ?? Infinity) <= event) from = middle + 1;
      else to = middle;
    }
    return from - 1;
  }
}
