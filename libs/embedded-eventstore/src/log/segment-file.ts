import { closeSync, fstatSync, fsyncSync, openSync, readdirSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What a segment's file begins with; the first commit follows. */
export const segmentHeaderLength = 64;
const signature = 'embedded-eventstore segment 1\n';
/** Stands in the header of a segment from which a scavenge took events away; no flipped bit makes it. */
const scavengedMark = 'scavengd';
const scavengedAt = 56;
const nameOf = (base: number): string => `${String(base).padStart(16, '0')}.segment`;

/** One file of the log. `base` is the position of its first byte. */
export interface Segment {
  readonly base: number;
  readonly path: string;
  readonly name: string;
  readonly descriptor: number;
  /** Whether events were taken away: then not every position in it is that of an event. */
  readonly scavenged: boolean;
}

/** Opens the folder's segments in the order of the log. */
export function openSegments(folder: string): Segment[] {
  return readdirSync(folder)
    .filter((name) => /^\d{16}\.segment$/.test(name))
    .toSorted()
    .map((name) => {
      const path = join(folder, name);
      const descriptor = openSync(path, 'r+');
      const header = Buffer.alloc(segmentHeaderLength);
      readAt(descriptor, header, 0, header.length, 0);
      return {
        base: Number(name.slice(0, 16)),
        path,
        name,
        descriptor,
        scavenged: header.toString('latin1', scavengedAt) === scavengedMark,
      };
    });
}

/** What a segment's file begins with. */
export function segmentHeader(base: number, scavenged: boolean): Buffer {
  const header = Buffer.alloc(segmentHeaderLength);
  header.write(signature, 0, 'latin1');
  header.writeBigUInt64LE(BigInt(base), 48);
  if (scavenged) header.write(scavengedMark, scavengedAt, 'latin1');
  return header;
}

/** Makes the segment that begins at a position. */
export function createSegment(folder: string, base: number): Segment {
  const name = nameOf(base);
  const path = join(folder, name);
  const descriptor = openSync(path, 'w+', 0o600);
  const header = segmentHeader(base, false);
  try {
    writeSync(descriptor, header, 0, header.length, 0);
  } catch (error) {
    closeSync(descriptor);
    // A segment tells that all before it is on disk: none may be left behind that was not begun.
    rmSync(path, { force: true });
    throw error;
  }
  return { base, path, name, descriptor, scavenged: false };
}

/** Everything that lies in the file, without the zeros behind it: no commit ends with one. */
export function readSegment({ descriptor }: Segment): Buffer {
  const bytes = Buffer.allocUnsafe(fstatSync(descriptor).size);
  let length = readAt(descriptor, bytes, 0, bytes.length, 0);
  while (length > segmentHeaderLength && bytes[length - 1] === 0) length -= 1;
  return bytes.subarray(0, length);
}

/** Reads as much as there is, at most `length` bytes; answers with how much it was. */
export function readAt(
  descriptor: number,
  target: Buffer,
  start: number,
  length: number,
  offset: number,
): number {
  let read = 0;
  while (read < length) {
    const count = readSync(descriptor, target, start + read, length - read, offset + read);
    if (count === 0) break;
    read += count;
  }
  return read;
}

export const segmentSize = ({ descriptor }: Segment): number => fstatSync(descriptor).size;

/** Makes what was created or renamed in a folder last. */
export function syncFolder(folder: string): void {
  // Windows has no way to sync a folder, and needs none.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
