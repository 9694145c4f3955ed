import { closeSync } from 'node:fs';
import { isSound, nextCommitHeader, readCommitHeader, type CommitRecord } from './commit-record.js';
import { isKnownLater } from './recovery.js';
import {
  openSegments,
  readSegment,
  segmentHeader,
  segmentHeaderLength,
  type Segment,
} from './segment-file.js';
import { readSnapshot } from './snapshot.js';

/** A place in the log that is not as it was written. */
export interface Damage {
  readonly segment: string;
  readonly offset: number;
  /** A sentence. */
  readonly what: string;
}

export interface CheckedLog {
  readonly segments: number;
  readonly commits: number;
  readonly events: number;
  readonly damages: readonly Damage[];
  /** The end of an append that was not acknowledged: the next start cuts it off. */
  readonly tornTail: Damage | undefined;
}

/**
 * Reads every byte of a folder's log that nobody writes to: each commit's and each event's checksum, ascending
 * positions, revisions without gaps. Changes nothing.
 */
export function checkLog(folder: string): CheckedLog {
  return new Check(folder).run();
}

class Check {
  readonly #damages: Damage[] = [];
  readonly #segments: Segment[];
  readonly #durable: number;
  /** The revision that a stream's next event has to have. */
  readonly #next = new Map<string, number>();
  /** Streams of which something is missing: how their revisions go on is not judged. */
  #incomplete = false;
  #commits = 0;
  #events = 0;
  #position = -1;
  #tornTail: Damage | undefined;

  constructor(folder: string) {
    this.#segments = openSegments(folder);
    const snapshot = readSnapshot(folder, (what) => {
      this.#damages.push({ segment: 'index.snapshot', offset: 0, what });
    });
    this.#durable = snapshot?.head.durable ?? 0;
  }

  run(): CheckedLog {
    try {
      this.#segments.forEach((segment, number) => this.#segment(segment, number));
      this.#end();
    } finally {
      for (const { descriptor } of this.#segments) closeSync(descriptor);
    }
    return {
      segments: this.#segments.length,
      commits: this.#commits,
      events: this.#events,
      damages: this.#damages,
      tornTail: this.#tornTail,
    };
  }

  #segment(segment: Segment, number: number): void {
    const bytes = readSegment(segment);
    this.#header(segment, bytes);
    const isLast = number === this.#segments.length - 1;
    let at = segmentHeaderLength;
    while (at < bytes.length) {
      const record = readCommitHeader(bytes, at, segment.base);
      const next = record
        ? at + record.length
        : (nextCommitHeader(bytes, at + 1, segment.base) ?? bytes.length);
      const damages = record
        ? eventDamages(segment, bytes, at, record)
        : [unreadable(segment, at, next - at)];
      const [first] = damages;
      if (first && isLast && segment.base + at >= this.#durable && !isKnownLater(bytes, at, segment.base)) {
        this.#tornTail = first;
        return;
      }
      this.#damages.push(...damages);
      if (record) this.#commit(segment, at, record);
      else this.#incomplete = true;
      at = next;
    }
    this.#joint(segment, bytes.length, this.#segments[number + 1]);
  }

  #header(segment: Segment, bytes: Buffer): void {
    const expected = segmentHeader(segment.base, segment.scavenged);
    if (bytes.length < segmentHeaderLength || !bytes.subarray(0, segmentHeaderLength).equals(expected)) {
      this.#damages.push({ segment: segment.name, offset: 0, what: 'The head of the segment is damaged.' });
    }
  }

  #commit(segment: Segment, at: number, { entries }: CommitRecord): void {
    // One without events only says how much was on disk.
    if (entries.length > 0) this.#commits += 1;
    for (const { stream, revision, position, offset } of entries) {
      this.#events += 1;
      const damage = (what: string): number =>
        this.#damages.push({ segment: segment.name, offset: at + offset, what });
      if (position <= this.#position) damage(`Position ${position} of $all comes after ${this.#position}.`);
      this.#position = position;
      if (revision === 'tombstone') continue;
      const next = this.#next.get(stream) ?? (this.#mayBeginLater() ? revision : 0);
      if (revision !== next && !this.#incomplete) {
        damage(`Revision ${revision} of a stream comes where ${next} should.`);
      }
      this.#next.set(stream, revision + 1);
    }
  }

  /** Only a scavenge takes a stream's first events away. */
  #mayBeginLater(): boolean {
    return this.#incomplete || this.#segments.some(({ scavenged }) => scavenged);
  }

  /** A segment begins where the one before it ends. */
  #joint(segment: Segment, length: number, next: Segment | undefined): void {
    if (!next || segment.scavenged || segment.base + length >= next.base) return;
    this.#missing(segment, length, next.base - segment.base - length);
  }

  #end(): void {
    const last = this.#segments.at(-1);
    if (!last) {
      if (this.#durable === 0) return;
      this.#damages.push({ segment: '-', offset: 0, what: 'All segments are missing.' });
      return;
    }
    const length = readSegment(last).length;
    if (!last.scavenged && last.base + length < this.#durable) {
      this.#missing(last, length, this.#durable - last.base - length);
    }
    const [first] = this.#segments;
    if (first && first.base > 0) {
      this.#damages.unshift({
        segment: first.name,
        offset: 0,
        what: 'The segments before this one are missing.',
      });
    }
  }

  #missing(segment: Segment, offset: number, count: number): void {
    this.#incomplete = true;
    this.#damages.push({ segment: segment.name, offset, what: `${count} bytes are missing at its end.` });
  }
}

const unreadable = ({ name }: Segment, offset: number, length: number): Damage => ({
  segment: name,
  offset,
  what: `${length} bytes hold no readable commit.`,
});

function eventDamages({ name }: Segment, bytes: Buffer, at: number, { entries }: CommitRecord): Damage[] {
  return entries
    .filter(({ offset, length }) => !isSound(bytes, at + offset, length))
    .map(({ offset }) => ({ segment: name, offset: at + offset, what: 'The event is damaged.' }));
}
