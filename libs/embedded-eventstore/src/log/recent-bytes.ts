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
    if (event < (this.#written[0]?.firstEvent ?? Infinity)) return undefined;
    const found = this.#written.findLast(({ firstEvent }) => firstEvent <= event);
    return found?.segment === segment && found.offset + found.bytes.length >= until ? found : undefined;
  }
}
