import { closeSync, mkdirSync } from 'node:fs';
import { encodeCommit, sealCommit, type CommitEntry, type StreamEvents } from './commit-record.js';
import type { EventIndex } from './event-index.js';
import { DamagedEvent, LogNotWritable } from './faults.js';
import { FrameReader } from './frame-reader.js';
import { RecentBytes } from './recent-bytes.js';
import { recover, type Hole } from './recovery.js';
import type { Segment } from './segment-file.js';
import { SegmentWriter, type Place } from './segment-writer.js';
import { writeSnapshot } from './snapshot.js';
import { readEventFrame } from '../wire/event-frame.js';

export interface EventLogOptions {
  readonly folder: string;
  /** Without it nothing is promised beyond the life of the machine: for tests. */
  readonly durable: boolean;
  readonly segmentLength?: number;
  readonly log: (line: string) => void;
  /** Told why appends begin to be refused, for as long as that lasts; undefined when they are taken again. */
  readonly onRefusing?: (why: string | undefined) => void;
}

interface QueuedCommit {
  readonly place: Place;
  readonly bytes: Buffer;
  readonly entries: readonly CommitEntry[];
  readonly settled: (error: Error | undefined) => void;
}

/** Bytes of one write at most: what it holds is indexed and answered in one turn of the loop. */
const groupLimit = 2 * 1024 * 1024;
const quietMs = 100;
/** How often it is tried whether a log that could not be written can be. */
const retryMs = 1_000;
/** A commit without events; it has a stream's name, since no commit may end with a zero. */
const mark: readonly StreamEvents[] = [{ stream: '-', firstRevision: 0, events: [] }];

/**
 * The append-only log. A commit counts, is indexed and is acknowledged once its bytes are on disk; commits that arrive
 * while others are being written share the next write and sync.
 */
export class EventLog {
  readonly index: EventIndex;
  readonly holes: readonly Hole[];
  readonly #options: EventLogOptions;
  readonly #segmentLength: number;
  readonly #segments: readonly Segment[];
  readonly #writer: SegmentWriter;
  readonly #recent = new RecentBytes();
  readonly #reader: FrameReader;
  readonly #listeners = new Set<() => void>();
  #queue: QueuedCommit[] = [];
  #writing: Promise<void> | undefined;
  #lastTick = 0n;
  #snapshotAt: number;
  #snapshotSize = 0;
  #snapshotting: Promise<void> | undefined;
  #quiet: NodeJS.Timeout | undefined;
  #refusing: string | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(options: EventLogOptions) {
    const { folder, durable, log } = options;
    this.#options = options;
    this.#segmentLength = options.segmentLength ?? 64 * 1024 * 1024;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const recovered = recover(folder, log);
    this.index = recovered.index;
    this.holes = recovered.holes;
    this.#segments = recovered.segments;
    this.#writer = new SegmentWriter(
      { folder, durable, segmentLength: this.#segmentLength },
      recovered.segments,
      recovered,
    );
    this.#reader = new FrameReader(this.index, this.#segments, this.#recent);
    this.#snapshotAt = recovered.end;
    this.#lastTick = this.#newestTick();
    if (recovered.end > recovered.covered) this.#markWhenQuiet();
  }

  static open(options: EventLogOptions): EventLog {
    return new EventLog(options);
  }

  /** The length of the log that is on disk. */
  get durable(): number {
    return this.#writer.durable;
  }

  /** Called after each group of commits, once they can be read. */
  onCommitted(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Queues one atomic commit. `settled` is called once it is on disk and can be read, or with the reason why not: then
   * every other queued commit has failed too and none of them is stored. Answers with where its events will be.
   */
  append(
    parts: readonly StreamEvents[],
    settled: (error: Error | undefined) => void,
  ): readonly CommitEntry[] {
    if (this.#closed) throw new LogNotWritable('The log is closed.');
    if (this.#writer.broken) throw this.#writer.broken;
    if (this.holes.length > 0) {
      const { segment, offset } = this.missing();
      throw new LogNotWritable(
        `Nothing can be appended: segment ${segment} is damaged at offset ${offset}, and which streams ended there ` +
          'cannot be told. Restore the data folder from a backup.',
      );
    }
    const created = this.#tick();
    const encodedAt = (place: Place) => ({
      place,
      ...encodeCommit(parts, { position: this.#writer.position(place), created }),
    });
    let commit = encodedAt(this.#writer.next);
    if (!this.#writer.fits(commit.bytes.length)) commit = encodedAt(this.#writer.beginSegment());
    this.#writer.reserve(commit.bytes.length);
    this.#queue.push({ ...commit, settled });
    this.#writing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.#writeQueue());
    return commit.entries;
  }

  /** The frame of an event, checked; throws DamagedEvent when it is not what was written. */
  frame(event: number): Buffer {
    return this.#reader.frames([event]);
  }

  /** The frames of events, one after the other, checked as that of one is. */
  frames(events: readonly number[]): Buffer {
    return this.#reader.frames(events);
  }

  /** Throws when something unreadable lies between an event, or the log's end, and the one before it. */
  refuseHoleBefore(event: number, from: number): void {
    this.refuseHoleBetween(event, event + 1, from);
  }

  /** The same of any of these events, the last left out. */
  refuseHoleBetween(first: number, end: number, from: number): void {
    const hole = this.holes.find(
      ({ before, position }) => before >= first && before < end && position >= from,
    );
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

  /** Takes no append any more, waits for what is queued, writes the snapshot and closes the files. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#quiet);
    clearTimeout(this.#retry);
    while (this.#writing) await this.#writing;
    await this.#snapshotting;
    try {
      this.#writer.finish();
      if (this.#options.durable) await this.snapshot();
    } finally {
      for (const { descriptor } of this.#segments) closeSync(descriptor);
    }
  }

  /** Writes the index beside the log, so that the next start need not read what it covers. */
  async snapshot(): Promise<void> {
    if (this.holes.length > 0) return;
    this.#snapshotAt = this.durable;
    try {
      this.#snapshotSize = await writeSnapshot(this.#options.folder, this.index, {
        durable: this.durable,
        segments: this.#writer.bases,
      });
    } catch (error) {
      this.#options.log(
        `The index snapshot could not be written: ${String(error)}. The next start reads the segments.`,
      );
    }
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
      this.#isRefusing(undefined);
    }
    this.#writing = undefined;
  }

  /** The queued commits that go to one segment in one write. */
  #takeGroup(): QueuedCommit[] {
    const segment = this.#queue[0]?.place.segment;
    let size = 0;
    let count = 0;
    for (const { place, bytes } of this.#queue) {
      if (place.segment !== segment || (count > 0 && size + bytes.length > groupLimit)) break;
      size += bytes.length;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #writeGroup(group: readonly QueuedCommit[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    for (const { bytes } of group) sealCommit(bytes, this.durable);
    const bytes = group.length === 1 ? first.bytes : Buffer.concat(group.map((commit) => commit.bytes));
    await this.#writer.write(first.place, bytes);
    this.#recent.add({ firstEvent: this.index.count, ...first.place, bytes });
  }

  #publish(group: readonly QueuedCommit[]): void {
    for (const { place, entries } of group) {
      for (const { stream, type, position, offset, length, revision } of entries) {
        this.index.add(
          {
            stream: this.index.streams.number(stream),
            type: this.index.types.number(type),
            position,
            segment: place.segment,
            offset: place.offset + offset,
            length,
          },
          revision,
        );
      }
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
    if (group.some(({ entries }) => entries.length > 0)) this.#markWhenQuiet();
    this.#snapshotNowAndThen();
  }

  /**
   * When nothing has been written for a moment, a commit without events says that all before it is on disk: else damage to the
   * last commits could not be told from a torn tail.
   */
  #markWhenQuiet(): void {
    if (!this.#options.durable || this.#quiet || this.#closed) return;
    const end = this.durable;
    this.#quiet = setTimeout(() => {
      this.#quiet = undefined;
      if (this.#writing || this.durable > end) this.#markWhenQuiet();
      else if (!this.#writer.broken && this.holes.length === 0) this.append(mark, () => undefined);
    }, quietMs);
    this.#quiet.unref();
  }

  /** Gives up every queued commit and goes back to what is on disk. */
  #fail(group: readonly QueuedCommit[], cause: unknown): void {
    const failed = [...group, ...this.#queue];
    this.#queue = [];
    const reason = new LogNotWritable(
      `The log could not be written: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    const appends = failed.filter(({ entries }) => entries.length > 0);
    if (appends.length > 0) this.#options.log(`${reason.message} ${appends.length} appends were refused.`);
    this.#writer.rewind();
    const told = this.#writer.broken ?? reason;
    for (const { settled } of failed) settled(told);
    this.#isRefusing(told.message);
    this.#retryInAMoment();
  }

  #isRefusing(why: string | undefined): void {
    if (why === this.#refusing) return;
    this.#refusing = why;
    this.#options.onRefusing?.(why);
  }

  /** Whoever asks how the log does need not append to learn that it can be written again. */
  #retryInAMoment(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      if (!this.#closed && !this.#writer.broken && this.holes.length === 0) {
        this.append(mark, () => undefined);
      }
    }, retryMs);
    this.#retry.unref();
  }

  #snapshotNowAndThen(): void {
    if (!this.#options.durable || this.#snapshotting) return;
    if (this.durable - this.#snapshotAt < Math.max(this.#segmentLength, this.#snapshotSize * 4)) return;
    this.#snapshotting = this.snapshot().finally(() => (this.#snapshotting = undefined));
  }

  /** The time of the newest event: a clock that was set back makes no later one older. */
  #newestTick(): bigint {
    try {
      return this.index.count === 0 ? 0n : BigInt(readEventFrame(this.frame(this.index.count - 1)).created);
    } catch {
      return 0n;
    }
  }

  /** The time in ticks, later than every one before. */
  #tick(): string {
    const now = BigInt(Date.now()) * 10_000n;
    this.#lastTick = now > this.#lastTick ? now : this.#lastTick + 1n;
    return this.#lastTick.toString();
  }
}
