/** A slot whose event cannot be told any more: its commit is damaged beyond reading. */
export const missingEvent = 0xffffffff;

/** What the index keeps of an event. `offset` is that of its frame in its segment's file. */
export interface IndexedEvent {
  readonly stream: number;
  readonly type: number;
  readonly position: number;
  readonly segment: number;
  readonly offset: number;
  readonly length: number;
}

/** Names numbered in the order of their first use. */
export class NameTable {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const next = this.names.length;
    this.names.push(name);
    this.#numbers.set(name, next);
    return next;
  }
}

/**
 * Where every event lies, in memory: some thirty bytes an event, in typed arrays. An event's number is its place in
 * `$all`; a stream's revisions lie side by side in one shared array of slots.
 */
export class EventIndex {
  readonly streams = new NameTable();
  readonly types = new NameTable();
  count = 0;
  position = new Float64Array(1024);
  offset = new Uint32Array(1024);
  length = new Uint32Array(1024);
  stream = new Uint32Array(1024);
  type = new Uint32Array(1024);
  segment = new Uint16Array(1024);
  /** Events that end their stream for ever, by stream. */
  readonly tombstones = new Map<number, number>();
  #slots = new Uint32Array(4096);
  #slotsUsed = 0;
  /** Slots given back by streams that grew, by the power of two of their size. */
  readonly #free: number[][] = [];
  #slotStart = new Uint32Array(256);
  #slotPower = new Uint8Array(256);
  #slotCount = new Uint32Array(256);
  #firstRevision = new Float64Array(256);

  /** Adds the next event of `$all`; revisions of a stream come in order, those left out become missing ones. */
  add(event: IndexedEvent, revision: number | 'tombstone'): void {
    const number = this.count;
    if (number === this.position.length) this.#grow();
    this.position[number] = event.position;
    this.offset[number] = event.offset;
    this.length[number] = event.length;
    this.stream[number] = event.stream;
    this.type[number] = event.type;
    this.segment[number] = event.segment;
    this.count += 1;
    if (revision === 'tombstone') this.tombstones.set(event.stream, number);
    else this.#addRevision(event.stream, revision, number);
  }

  /** The highest revision of a stream, -1 when it has none; a tombstone is not counted. */
  lastRevision(stream: number): number {
    if (stream >= this.#slotCount.length) return -1;
    return (this.#firstRevision[stream] ?? 0) + (this.#slotCount[stream] ?? 0) - 1;
  }

  /** The lowest revision that is still stored; above `lastRevision` when there is none. */
  firstRevision(stream: number): number {
    return stream < this.#firstRevision.length ? (this.#firstRevision[stream] ?? 0) : 0;
  }

  /** The event at a revision, `missingEvent` when it is damaged, undefined outside the stream. */
  eventAt(stream: number, revision: number): number | undefined {
    if (stream >= this.#slotCount.length) return undefined;
    const slot = revision - (this.#firstRevision[stream] ?? 0);
    if (slot < 0 || slot >= (this.#slotCount[stream] ?? 0)) return undefined;
    return this.#slots[(this.#slotStart[stream] ?? 0) + slot];
  }

  /** The number of the first event at or behind a position; `count` when there is none. */
  firstAtOrAfter(position: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.position[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes over the columns of a snapshot and derives each stream's slots from them. */
  restore(
    columns: Pick<EventIndex, 'position' | 'offset' | 'length' | 'stream' | 'type' | 'segment'>,
    tombstones: ReadonlyMap<number, number>,
    firstRevisions: ReadonlyMap<number, number>,
  ): void {
    const size = Math.max(1024, columns.position.length);
    this.position = enlarged(columns.position, new Float64Array(size));
    this.offset = enlarged(columns.offset, new Uint32Array(size));
    this.length = enlarged(columns.length, new Uint32Array(size));
    this.stream = enlarged(columns.stream, new Uint32Array(size));
    this.type = enlarged(columns.type, new Uint32Array(size));
    this.segment = enlarged(columns.segment, new Uint16Array(size));
    this.count = columns.position.length;
    const buried = new Set(tombstones.values());
    for (const [stream, number] of tombstones) this.tombstones.set(stream, number);
    for (let number = 0; number < this.count; number += 1) {
      if (buried.size > 0 && buried.has(number)) continue;
      const stream = this.stream[number] ?? 0;
      const known = stream < this.#slotCount.length && (this.#slotCount[stream] ?? 0) > 0;
      this.#addRevision(
        stream,
        known ? this.lastRevision(stream) + 1 : (firstRevisions.get(stream) ?? 0),
        number,
      );
    }
  }

  #addRevision(stream: number, revision: number, number: number): void {
    while (stream >= this.#slotCount.length) this.#growStreams();
    let count = this.#slotCount[stream] ?? 0;
    if (count === 0) this.#firstRevision[stream] = revision;
    const slot = revision - (this.#firstRevision[stream] ?? 0);
    if (slot < count) throw new RangeError(`revision ${revision} of stream ${stream} comes a second time`);
    for (; count <= slot; count += 1) {
      this.#reserve(stream, count);
      this.#slots[(this.#slotStart[stream] ?? 0) + count] = count === slot ? number : missingEvent;
      this.#slotCount[stream] = count + 1;
    }
  }

  /** Makes room for one more slot, moving the stream's slots to twice the room when they are full. */
  #reserve(stream: number, count: number): void {
    const power = this.#slotPower[stream] ?? 0;
    if (count > 0 && count < 1 << power) return;
    const nextPower = count === 0 ? 0 : power + 1;
    const start = this.#allocate(nextPower);
    if (count > 0) {
      const old = this.#slotStart[stream] ?? 0;
      this.#slots.copyWithin(start, old, old + count);
      (this.#free[power] ??= []).push(old);
    }
    this.#slotStart[stream] = start;
    this.#slotPower[stream] = nextPower;
  }

  #allocate(power: number): number {
    const free = this.#free[power]?.pop();
    if (free !== undefined) return free;
    const start = this.#slotsUsed;
    this.#slotsUsed += 1 << power;
    if (this.#slotsUsed > this.#slots.length) {
      const larger = new Uint32Array(Math.max(this.#slotsUsed, this.#slots.length * 2));
      larger.set(this.#slots);
      this.#slots = larger;
    }
    return start;
  }

  #grow(): void {
    const size = this.position.length * 2;
    this.position = enlarged(this.position, new Float64Array(size));
    this.offset = enlarged(this.offset, new Uint32Array(size));
    this.length = enlarged(this.length, new Uint32Array(size));
    this.stream = enlarged(this.stream, new Uint32Array(size));
    this.type = enlarged(this.type, new Uint32Array(size));
    this.segment = enlarged(this.segment, new Uint16Array(size));
  }

  #growStreams(): void {
    const size = this.#slotCount.length * 2;
    this.#slotStart = enlarged(this.#slotStart, new Uint32Array(size));
    this.#slotPower = enlarged(this.#slotPower, new Uint8Array(size));
    this.#slotCount = enlarged(this.#slotCount, new Uint32Array(size));
    this.#firstRevision = enlarged(this.#firstRevision, new Float64Array(size));
  }
}

function enlarged<T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
