import { checksumLength, isSound } from './commit-record.js';
import type { EventIndex } from './event-index.js';
import { DamagedEvent } from './faults.js';
import type { RecentBytes } from './recent-bytes.js';
import { readAt, type Segment } from './segment-file.js';

/** Reads the frames of events out of the segments, each checked against its checksum. */
export class FrameReader {
  constructor(
    private readonly index: EventIndex,
    private readonly segments: readonly Segment[],
    private readonly recent: RecentBytes,
  ) {}

  /**
   * The frames of events, one after the other; throws DamagedEvent when one is not what was written. Events that lie
   * side by side are read at once.
   */
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
        throw new DamagedEvent(this.segments[segment[event] ?? 0]?.name ?? '', offset[event] ?? 0);
      }
      bytes.copy(target, at, frameAt, frameAt + frameLength);
      at += frameLength;
    }
    return at;
  }

  #bytes(event: number, segment: number, from: number, until: number): { bytes: Buffer; shift: number } {
    const recent = this.recent.find(event, segment, until);
    if (recent) return { bytes: recent.bytes, shift: recent.offset };
    const file = this.segments[segment];
    if (!file) throw new DamagedEvent(String(segment), from);
    const bytes = Buffer.allocUnsafe(until - from);
    const length = readAt(file.descriptor, bytes, 0, bytes.length, from);
    return { bytes: bytes.subarray(0, length), shift: from };
  }
}
