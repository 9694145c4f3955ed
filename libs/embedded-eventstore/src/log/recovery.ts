import { closeSync, ftruncateSync, rmSync } from 'node:fs';
import { isSound, nextCommitHeader, readCommitHeader, type CommitRecord } from './commit-record.js';
import { EventIndex } from './event-index.js';
import { openSegments, readSegment, segmentHeaderLength, segmentSize, type Segment } from './segment-file.js';
import { readSnapshot } from './snapshot.js';

/** Bytes of the log that hold no readable commit although something acknowledged lay there. */
export interface Hole {
  readonly segment: string;
  readonly offset: number;
  readonly length: number;
  readonly position: number;
  /** The number of the event that follows it. */
  readonly before: number;
}

export interface RecoveredLog {
  readonly segments: Segment[];
  readonly index: EventIndex;
  readonly holes: Hole[];
  /** The position at which the log goes on. */
  readonly end: number;
  /** How much of the log the snapshot says to have been on disk. */
  readonly covered: number;
  /** Whether the last segment can be written on, or a new one is to begin at `end`. */
  readonly appendable: boolean;
}

/**
 * Opens a folder's log: the index from its snapshot, the commits since then from the segments. A tail that was never
 * acknowledged is cut. What was acknowledged and is damaged stays where it is, for reads to refuse.
 */
export function recover(folder: string, log: (line: string) => void): RecoveredLog {
  const segments = openSegments(folder);
  const snapshot = readSnapshot(folder, log);
  const fits = snapshot?.head.segments.every((base, at) => segments[at]?.base === base) ?? false;
  if (snapshot && !fits) log(`The index snapshot in ${folder} is of other segments; the index is rebuilt.`);
  const known = snapshot && fits ? snapshot : { index: new EventIndex(), head: { durable: 0, segments: [] } };
  return new Recovery(segments, known.index, known.head.durable, log).run();
}

class Recovery {
  readonly #holes: Hole[] = [];
  #end: number;
  #appendable = true;

  constructor(
    private readonly segments: Segment[],
    private readonly index: EventIndex,
    private readonly durable: number,
    private readonly log: (line: string) => void,
  ) {
    this.#end = durable;
  }

  run(): RecoveredLog {
    const [first] = this.segments;
    if (first && this.durable === 0) this.#missing({ ...first, base: 0 }, 0, first.base);
    for (let number = 0; number < this.segments.length; number += 1) {
      const segment = this.segments[number];
      if (!segment) break;
      const next = this.segments[number + 1];
      if (next && next.base <= this.durable) continue;
      if (!this.#scan(segment, number)) break;
    }
    return {
      segments: this.segments,
      index: this.index,
      holes: this.#holes,
      end: this.#end,
      covered: this.durable,
      appendable: this.#appendable && this.segments.length > 0,
    };
  }

  /** Adds a segment's commits to the index; false when the log was cut in it. */
  #scan(segment: Segment, number: number): boolean {
    const start = Math.max(segmentHeaderLength, this.durable - segment.base);
    const bytes = readSegment(segment);
    if (bytes.length < segmentSize(segment)) ftruncateSync(segment.descriptor, bytes.length);
    this.#appendable = true;
    if (bytes.length < start) return this.#tooShort(segment, number, start, bytes.length);
    let at = start;
    let end = segment.base + bytes.length;
    while (at < bytes.length) {
      const record = readCommitHeader(bytes, at, segment.base);
      const whole = record !== undefined && isWhole(bytes, at, record);
      if (!whole && !this.#wasDurable(segment.base + at, bytes, at, segment, number)) {
        return this.#cut(segment, at);
      }
      if (record) {
        this.#add(record, number, at);
        at = Math.min(bytes.length, at + record.length);
        end = Math.max(end, record.position + record.length);
        if (end > segment.base + bytes.length) this.#appendable = false;
      } else {
        const next = nextCommitHeader(bytes, at + 1, segment.base) ?? bytes.length;
        this.#holes.push({
          segment: segment.name,
          offset: at,
          length: next - at,
          position: segment.base + at,
          before: this.index.count,
        });
        this.log(
          `Segment ${segment.name} is damaged at offset ${at}: ${next - at} bytes hold no readable commit. ` +
            'What they held is refused when read.',
        );
        at = next;
      }
    }
    this.#end = Math.max(this.#end, end);
    this.#missingBefore(number + 1, segment, end);
    return true;
  }

  /** A segment begins where the one before it ended. */
  #missingBefore(number: number, before: Segment, end: number): void {
    const next = this.segments[number];
    if (next && !before.scavenged) this.#missing(before, end - before.base, next.base - end);
  }

  /** Notes bytes of which nothing is left: what they held is not known. */
  #missing({ name, base }: Segment, offset: number, length: number): void {
    if (length <= 0) return;
    this.#holes.push({ segment: name, offset, length, position: base + offset, before: this.index.count });
    this.log(
      `${length} bytes of the log are missing behind offset ${offset} of segment ${name}. What they held is refused when read.`,
    );
  }

  /** A file that ends before what was known to be on disk, or that a crash left without its header. */
  #tooShort(segment: Segment, number: number, start: number, size: number): boolean {
    const isLast = number === this.segments.length - 1;
    if (isLast && segment.base >= this.durable && size < segmentHeaderLength) {
      return this.#cut(segment, 0);
    }
    this.#appendable = false;
    this.#end = Math.max(this.#end, segment.base + start);
    this.log(
      `Segment ${segment.name} ends at ${size}, ${start - size} bytes before its acknowledged end. ` +
        'What is missing is refused when read.',
    );
    this.#missingBefore(number + 1, segment, segment.base + start);
    return true;
  }

  #add(record: CommitRecord, segment: number, at: number): void {
    for (const entry of record.entries) {
      this.index.add(
        {
          stream: this.index.streams.number(entry.stream),
          type: this.index.types.number(entry.type),
          position: entry.position,
          segment,
          offset: at + entry.offset,
          length: entry.length,
        },
        entry.revision,
      );
    }
  }

  /**
   * Whether a damaged place lies before what is known to have been on disk: by the snapshot, by a later commit, or
   * because a segment is only begun when all before it has been synced.
   */
  #wasDurable(position: number, bytes: Buffer, at: number, { base }: Segment, number: number): boolean {
    if (position < this.durable || number < this.segments.length - 1) return true;
    return isKnownLater(bytes, at, base);
  }

  #cut(segment: Segment, at: number): false {
    const length = segmentSize(segment) - at;
    this.log(
      `The last commit in segment ${segment.name} was not finished when the node stopped; ` +
        `${length} bytes that nobody had been promised are cut off at offset ${at}.`,
    );
    if (at < segmentHeaderLength) {
      this.segments.pop();
      discard(segment);
      this.#end = Math.max(this.#end, segment.base);
      this.#appendable = false;
    } else {
      ftruncateSync(segment.descriptor, at);
      this.#end = Math.max(this.#end, segment.base + at);
    }
    return false;
  }
}

/** Whether a commit behind a damaged place says that the place was on disk already when it was written. */
export function isKnownLater(bytes: Buffer, at: number, base: number): boolean {
  let from: number | undefined = at + 1;
  while ((from = nextCommitHeader(bytes, from, base)) !== undefined) {
    const record = readCommitHeader(bytes, from, base);
    if (record && record.durable > base + at) return true;
    from += record?.length ?? 1;
  }
  return false;
}

function discard({ descriptor, path }: Segment): void {
  closeSync(descriptor);
  rmSync(path, { force: true });
}

/** Whether a commit's events all lie there as they were written. */
function isWhole(bytes: Buffer, at: number, record: CommitRecord): boolean {
  return record.entries.every(({ offset, length }) => isSound(bytes, at + offset, length));
}
