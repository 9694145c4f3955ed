import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  rmSync,
  write,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import {
  checksumLength,
  encodeCommit,
  isSound,
  type CommitRecord,
  type StreamEvents,
} from './commit-record.js';
import type { EventIndex } from './event-index.js';
import { RecentBytes } from './recent-bytes.js';
import { recover, type Hole } from './recovery.js';
import { createSegment, readAt, segmentHeaderLength, syncFolder, type Segment } from './segment-file.js';
import { writeSnapshot } from './snapshot.js';

const writeFile = promisify(write);
const syncFile = promisify(fdatasync);

export interface EventLogOptions {
  readonly folder: string;
  /** Without it nothing is promised beyond the life of the machine: for tests. */
  readonly durable: boolean;
  readonly segmentLength?: number;
  readonly log: (line: string) => void;
}

/** An event that was acknowledged and cannot be read as it was written. */
export class DamagedEvent extends Error {
  override name = 'DamagedEvent';

  constructor(
    readonly segment: string,
    readonly offset: number,
  ) {
    super(
      `The event in segment ${segment} at offset ${offset} is damaged and is not served. ` +
        'Restore the data folder from a backup, or read on behind it.',
    );
  }
}

/** An append that could not be made durable; nothing of it is stored. */
export class LogNotWritable extends Error {
  override name = 'LogNotWritable';
}

interface QueuedCommit {
  readonly segment: number;
  readonly offset: number;
  readonly bytes: Buffer;
  readonly record: CommitRecord;
  readonly settled: (error: Error | undefined) => void;
}

/** One write: what it holds is indexed and answered in one turn of the loop. */
const groupLimit = 2 * 1024 * 1024;
/** A file is made longer by this much at a time: syncing a write that does not change its length takes a third. */
const room = Buffer.alloc(1024 * 1024);

/**
 * The append-only log. A commit counts, is indexed and is acknowledged once its bytes are on disk; commits that arrive
 * while others are being written share the next write and sync.
 */
export class EventLog {
  readonly index: EventIndex;
  readonly holes: readonly Hole[];
  readonly #segments: Segment[];
  readonly #options: EventLogOptions;
  readonly #segmentLength: number;
  readonly #listeners = new Set<() => void>();
  #queue: QueuedCommit[] = [];
  #writing: Promise<void> | undefined;
  /** Where the next commit goes: segment, offset in its file. */
  #nextSegment: number;
  #nextOffset: number;
  /** How much of the last segment is on disk and acknowledged. */
  #writtenSegment: number;
  #writtenOffset: number;
  /** How long the file is that is written to: behind what is written lie zeros. */
  #allocated = 0;
  readonly #recent = new RecentBytes();
  #broken: Error | undefined;
  #lastTick = 0n;
  #snapshotAt: number;
  #snapshotSize = 0;
  #snapshotting: Promise<void> | undefined;
  #bases: number[];

  private constructor(options: EventLogOptions) {
    this.#options = options;
    this.#segmentLength = options.segmentLength ?? 64 * 1024 * 1024;
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const recovered = recover(options.folder, options.log);
    this.index = recovered.index;
    this.holes = recovered.holes;
    this.#segments = recovered.segments;
    this.#bases = this.#segments.map(({ base }) => base);
    if (!recovered.appendable) this.#bases.push(recovered.end);
    this.#nextSegment = this.#bases.length - 1;
    this.#nextOffset = Math.max(segmentHeaderLength, recovered.end - (this.#bases[this.#nextSegment] ?? 0));
    if (!recovered.appendable) this.#ensureSegment(this.#nextSegment);
    this.#writtenSegment = this.#nextSegment;
    this.#writtenOffset = this.#nextOffset;
    this.#snapshotAt = recovered.end;
    // What a kill left in the system's memory is served from now on: it has to be on disk as well.
    const last = this.#segments.at(-1);
    if (options.durable && last) fdatasyncSync(last.descriptor);
  }

  static open(options: EventLogOptions): EventLog {
    return new EventLog(options);
  }

  /** The length of the log that is on disk. */
  get durable(): number {
    return (this.#bases[this.#writtenSegment] ?? 0) + this.#writtenOffset;
  }

  /** Called after each group of commits, once they can be read. */
  onCommitted(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Queues one atomic commit. `settled` is called once it is on disk and can be read, or with the reason why not: then
   * every other queued commit has failed too and none of them is stored.
   */
  append(parts: readonly StreamEvents[], settled: (error: Error | undefined) => void): CommitRecord {
    if (this.#broken) throw this.#broken;
    if (this.holes.length > 0) {
      const { segment, offset } = this.missing();
      throw new LogNotWritable(
        `Nothing can be appended: segment ${segment} is damaged at offset ${offset}, and which streams ended there ` +
          'cannot be told. Restore the data folder from a backup.',
      );
    }
    let base = this.#bases[this.#nextSegment] ?? 0;
    const meta = { durable: this.durable, created: this.#tick() };
    let encoded = encodeCommit(parts, { position: base + this.#nextOffset, ...meta });
    if (
      this.#nextOffset > segmentHeaderLength &&
      this.#nextOffset + encoded.bytes.length > this.#segmentLength
    ) {
      base += this.#nextOffset;
      this.#bases.push(base);
      this.#nextSegment += 1;
      this.#nextOffset = segmentHeaderLength;
      encoded = encodeCommit(parts, { position: base + this.#nextOffset, ...meta });
    }
    const { bytes, record } = encoded;
    this.#queue.push({ segment: this.#nextSegment, offset: this.#nextOffset, bytes, record, settled });
    this.#nextOffset += bytes.length;
    this.#writing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.#writeQueue());
    return record;
  }

  /** The frame of an event, checked; throws DamagedEvent when it is not what was written. */
  frame(event: number): Buffer {
    return this.frames([event]);
  }

  /** The frames of events, one after the other, checked. Events that lie side by side are read at once. */
  frames(events: readonly number[]): Buffer {
    let size = 0;
    for (const event of events) size += this.index.length[event] ?? 0;
    const target = Buffer.allocUnsafe(size);
    let at = 0;
    for (let start = 0; start < events.length;) {
      let end = start + 1;
      while (
        end < events.length &&
        events[end] === (events[end - 1] ?? 0) + 1 &&
        this.#adjacent(events[end] ?? 0)
      ) {
        end += 1;
      }
      at = this.#copyRun(events[start] ?? 0, end - start, target, at);
      start = end;
    }
    return target;
  }

  /** Throws when something unreadable lies between an event, or the log's end, and the one before it. */
  refuseHoleBefore(event: number, from: number): void {
    const hole = this.holes.find(({ before, position }) => before === event && position >= from);
    if (hole) throw new DamagedEvent(hole.segment, hole.offset);
  }

  /** Whether a position may be that of an event which a scavenge took away. */
  isScavenged(position: number): boolean {
    return this.#segments.findLast(({ base }) => base <= position)?.scavenged ?? false;
  }

  /** The refusal of an event that lay in a hole: which one, nobody can tell. */
  missing(): DamagedEvent {
    const [hole] = this.holes;
    return new DamagedEvent(hole?.segment ?? 'that is missing', hole?.offset ?? 0);
  }

  /** Waits for what is queued, writes the snapshot and closes the files. */
  async close(): Promise<void> {
    while (this.#writing) await this.#writing;
    await this.#snapshotting;
    if (!this.#broken) this.#giveRoomBack();
    if (this.#options.durable) await this.snapshot();
    for (const { descriptor } of this.#segments) closeSync(descriptor);
  }

  /** Writes the index beside the log, so that the next start need not read what it covers. */
  async snapshot(): Promise<void> {
    if (this.holes.length > 0) return;
    this.#snapshotAt = this.durable;
    try {
      this.#snapshotSize = await writeSnapshot(this.#options.folder, this.index, {
        durable: this.durable,
        segments: this.#bases.slice(0, this.#segments.length),
      });
    } catch (error) {
      this.#options.log(
        `The index snapshot could not be written: ${String(error)}. The next start reads the segments.`,
      );
    }
  }

  /** Whether an event lies in the same segment as the one before it, so close behind that both are read at once. */
  #adjacent(event: number): boolean {
    const { segment, offset, length } = this.index;
    if (segment[event] !== segment[event - 1]) return false;
    const gap = (offset[event] ?? 0) - (offset[event - 1] ?? 0) - (length[event - 1] ?? 0);
    return gap >= 0 && gap < 4096;
  }

  #copyRun(first: number, count: number, target: Buffer, start: number): number {
    const { segment, offset, length } = this.index;
    const last = first + count - 1;
    const from = (offset[first] ?? 0) - checksumLength;
    const until = (offset[last] ?? 0) + (length[last] ?? 0);
    const { bytes, shift } = this.#bytes(first, segment[first] ?? 0, from, until);
    let at = start;
    for (let event = first; event <= last; event += 1) {
      const frameAt = (offset[event] ?? 0) - shift;
      const frameLength = length[event] ?? 0;
      if (frameAt < checksumLength || !isSound(bytes, frameAt, frameLength)) {
        throw new DamagedEvent(this.#segments[segment[event] ?? 0]?.name ?? '', offset[event] ?? 0);
      }
      bytes.copy(target, at, frameAt, frameAt + frameLength);
      at += frameLength;
    }
    return at;
  }

  #bytes(event: number, segment: number, from: number, until: number): { bytes: Buffer; shift: number } {
    const recent = this.#recent.find(event, segment, until);
    if (recent) return { bytes: recent.bytes, shift: recent.offset };
    const file = this.#segments[segment];
    if (!file) throw new DamagedEvent(String(segment), from);
    const bytes = Buffer.allocUnsafe(until - from);
    const length = readAt(file.descriptor, bytes, 0, bytes.length, from);
    return { bytes: bytes.subarray(0, length), shift: from };
  }

  async #writeQueue(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = this.#takeGroup();
      try {
        await this.#writeGroup(group);
      } catch (error) {
        this.#fail(group, error);
        continue;
      }
      this.#publish(group);
    }
    this.#writing = undefined;
  }

  /** The queued commits that go to one segment in one write. */
  #takeGroup(): QueuedCommit[] {
    const segment = this.#queue[0]?.segment;
    let size = 0;
    let count = 0;
    for (const commit of this.#queue) {
      if (commit.segment !== segment || (count > 0 && size + commit.bytes.length > groupLimit)) break;
      size += commit.bytes.length;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #writeGroup(group: readonly QueuedCommit[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    if (first.segment !== this.#writtenSegment) this.#giveRoomBack();
    const { descriptor } = this.#ensureSegment(first.segment);
    const bytes = group.length === 1 ? first.bytes : Buffer.concat(group.map((commit) => commit.bytes));
    if (this.#options.durable) {
      const end = first.offset + bytes.length;
      await writeAll(descriptor, bytes, first.offset);
      if (end > this.#allocated) {
        await writeAll(descriptor, room, end);
        this.#allocated = end + room.length;
      }
      await this.#sync(descriptor);
    } else {
      writeSync(descriptor, bytes, 0, bytes.length, first.offset);
    }
    this.#recent.add({ firstEvent: this.index.count, segment: first.segment, offset: first.offset, bytes });
  }

  /** Cuts the zeros behind what is written. */
  #giveRoomBack(): void {
    const segment = this.#segments[this.#writtenSegment];
    if (segment && this.#allocated > 0) ftruncateSync(segment.descriptor, this.#writtenOffset);
    this.#allocated = 0;
  }

  async #sync(descriptor: number): Promise<void> {
    try {
      await syncFile(descriptor);
    } catch (error) {
      // After a failed sync nobody can say what is on disk: only a restart, which reads it, can.
      this.#broken = new LogNotWritable(
        `The log could not be synced to disk (${String(error)}). Restart the node.`,
      );
      throw error;
    }
  }

  #ensureSegment(number: number): Segment {
    const known = this.#segments[number];
    if (known) return known;
    const made = createSegment(this.#options.folder, this.#bases[number] ?? 0);
    try {
      if (this.#options.durable) {
        fdatasyncSync(made.descriptor);
        syncFolder(this.#options.folder);
      }
    } catch (error) {
      closeSync(made.descriptor);
      rmSync(made.path, { force: true });
      throw error;
    }
    this.#segments.push(made);
    return made;
  }

  #publish(group: readonly QueuedCommit[]): void {
    for (const { segment, offset, record, bytes } of group) {
      for (const entry of record.entries) {
        this.index.add(
          {
            stream: this.index.streams.number(entry.stream),
            type: this.index.types.number(entry.type),
            position: entry.position,
            segment,
            offset: offset + entry.offset,
            length: entry.length,
          },
          entry.revision,
        );
      }
      this.#writtenSegment = segment;
      this.#writtenOffset = offset + bytes.length;
    }
    for (const { settled } of group) settled(undefined);
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch (error) {
        // What is on disk stays acknowledged, whatever somebody who follows it meets.
        this.#options.log(`A follower of the log failed: ${String(error)}`);
      }
    }
    this.#snapshotNowAndThen();
  }

  /** Gives up every queued commit and goes back to what is on disk. */
  #fail(group: readonly QueuedCommit[], cause: unknown): void {
    const failed = [...group, ...this.#queue];
    this.#queue = [];
    const reason = new LogNotWritable(
      `The log could not be written: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    this.#options.log(`${reason.message} ${failed.length} appends were refused.`);
    this.#bases.length = Math.max(this.#writtenSegment + 1, this.#segments.length);
    this.#nextSegment = this.#bases.length - 1;
    this.#nextOffset = this.#nextSegment === this.#writtenSegment ? this.#writtenOffset : segmentHeaderLength;
    try {
      this.#allocated = 0;
      const segment = this.#segments[this.#nextSegment];
      if (segment) ftruncateSync(segment.descriptor, this.#nextOffset);
    } catch (error) {
      this.#broken = new LogNotWritable(
        `The log could not be brought back to its durable end (${String(error)}). Restart the node.`,
      );
    }
    for (const { settled } of failed) settled(this.#broken ?? reason);
  }

  #snapshotNowAndThen(): void {
    if (!this.#options.durable || this.#snapshotting) return;
    if (this.durable - this.#snapshotAt < Math.max(this.#segmentLength, this.#snapshotSize * 4)) return;
    this.#snapshotting = this.snapshot().finally(() => (this.#snapshotting = undefined));
  }

  /** The time in ticks, later than every one before. */
  #tick(): string {
    const now = BigInt(Date.now()) * 10_000n;
    this.#lastTick = now > this.#lastTick ? now : this.#lastTick + 1n;
    return this.#lastTick.toString();
  }
}

async function writeAll(descriptor: number, bytes: Buffer, offset: number): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await writeFile(descriptor, bytes, at, bytes.length - at, offset + at);
    at += bytesWritten;
  }
}
