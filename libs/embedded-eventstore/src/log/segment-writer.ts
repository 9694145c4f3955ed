import { closeSync, fdatasync, fdatasyncSync, ftruncateSync, rmSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { LogNotWritable } from './faults.js';
import { createSegment, segmentHeaderLength, syncFolder, type Segment } from './segment-file.js';

const syncFile = promisify(fdatasync);
/** A file is made longer by this much at a time: syncing a write that does not change its length takes a third. */
const room = Buffer.alloc(1024 * 1024);

export interface SegmentWriterOptions {
  readonly folder: string;
  readonly durable: boolean;
  readonly segmentLength: number;
}

/** A place in the log: the number of a segment and the offset in its file. */
export interface Place {
  readonly segment: number;
  readonly offset: number;
}

/**
 * The end of the log: where the next commit goes, and how far everything is on disk. Places are given out ahead of
 * their writing; what could not be written is taken back.
 */
export class SegmentWriter {
  /** Positions at which the segments begin, those included that have no file yet. */
  readonly #bases: number[];
  #next: Place;
  #written: Place;
  /** How long the file is that is written to: behind what is written lie zeros. */
  #allocated = 0;
  #broken: LogNotWritable | undefined;

  /** `end` is the position at which the log goes on: in the last segment when that is `appendable`, else in a new one. */
  constructor(
    private readonly options: SegmentWriterOptions,
    readonly segments: Segment[],
    { end, appendable }: { readonly end: number; readonly appendable: boolean },
  ) {
    this.#bases = segments.map(({ base }) => base);
    if (!appendable) this.#bases.push(end);
    const segment = this.#bases.length - 1;
    this.#next = { segment, offset: Math.max(segmentHeaderLength, end - this.#base(segment)) };
    this.#written = this.#next;
    if (!appendable) this.#ensureSegment(segment);
    // What a kill left in the system's memory is served from now on: it has to be on disk as well.
    const last = segments.at(-1);
    if (options.durable && last) fdatasyncSync(last.descriptor);
  }

  /** The length of the log that is on disk. */
  get durable(): number {
    return this.position(this.#written);
  }

  /** Why nothing can be written any more, until a restart. */
  get broken(): LogNotWritable | undefined {
    return this.#broken;
  }

  get next(): Place {
    return this.#next;
  }

  /** The positions at which the segments that have files begin. */
  get bases(): number[] {
    return this.#bases.slice(0, this.segments.length);
  }

  position({ segment, offset }: Place): number {
    return this.#base(segment) + offset;
  }

  /** Whether so many bytes go into the segment of `next`; the first commit of a segment always does. */
  fits(length: number): boolean {
    const { offset } = this.#next;
    return offset === segmentHeaderLength || offset + length <= this.options.segmentLength;
  }

  /** Lets the next commit begin a new segment. */
  beginSegment(): Place {
    this.#bases.push(this.position(this.#next));
    this.#next = { segment: this.#next.segment + 1, offset: segmentHeaderLength };
    return this.#next;
  }

  /** Takes the place of so many bytes at `next`. */
  reserve(length: number): void {
    const { segment, offset } = this.#next;
    this.#next = { segment, offset: offset + length };
  }

  /** Writes and syncs bytes at a place that was reserved, behind what is written already. */
  async write(place: Place, bytes: Buffer): Promise<void> {
    if (place.segment !== this.#written.segment) this.#giveRoomBack();
    const { descriptor } = this.#ensureSegment(place.segment);
    const end = place.offset + bytes.length;
    // Into the system's memory at once: handing it to another thread costs more than the copy. The disk is waited for there.
    writeAll(descriptor, bytes, place.offset);
    if (this.options.durable) {
      if (end > this.#allocated) {
        writeAll(descriptor, room, end);
        this.#allocated = end + room.length;
      }
      await this.#sync(descriptor);
    }
    this.#written = { segment: place.segment, offset: end };
  }

  /** Takes back every place behind what is written. */
  rewind(): void {
    this.#bases.length = Math.max(this.#written.segment + 1, this.segments.length);
    const segment = this.#bases.length - 1;
    this.#next = segment === this.#written.segment ? this.#written : { segment, offset: segmentHeaderLength };
    try {
      this.#allocated = 0;
      const file = this.segments[segment];
      if (file) ftruncateSync(file.descriptor, this.#next.offset);
    } catch (error) {
      this.#broken = new LogNotWritable(
        `The log could not be brought back to its durable end (${String(error)}). Restart the node.`,
      );
    }
  }

  /** Cuts the zeros behind what is written; the files stay open. */
  finish(): void {
    if (!this.#broken) this.#giveRoomBack();
  }

  #base(segment: number): number {
    return this.#bases[segment] ?? 0;
  }

  #giveRoomBack(): void {
    const segment = this.segments[this.#written.segment];
    if (segment && this.#allocated > 0) ftruncateSync(segment.descriptor, this.#written.offset);
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
    const known = this.segments[number];
    if (known) return known;
    const made = createSegment(this.options.folder, this.#base(number));
    try {
      if (this.options.durable) {
        fdatasyncSync(made.descriptor);
        syncFolder(this.options.folder);
      }
    } catch (error) {
      closeSync(made.descriptor);
      rmSync(made.path, { force: true });
      throw error;
    }
    this.segments.push(made);
    return made;
  }
}

function writeAll(descriptor: number, bytes: Buffer, offset: number): void {
  for (let at = 0; at < bytes.length;) {
    at += writeSync(descriptor, bytes, at, bytes.length - at, offset + at);
  }
}
