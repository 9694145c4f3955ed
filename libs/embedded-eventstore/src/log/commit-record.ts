import { crc32 } from 'node:zlib';
import {
  eventFrameSize,
  tombstoneRevision,
  writeEventFrame,
  type Placement,
  type ProposedEvent,
} from '../wire/event-frame.js';

/**
 * A commit in a segment's file: a header that says what it holds, then each event's checksum and frame. All
 * numbers are little-endian.
 *
 *     0 magic        4 header length   8 body length   12 checksum of the header (without this field)
 *    16 position    24 durable        32 events       36 streams
 *    40 streams: length (2), name · events: stream (2), frame length (4), revision (8), type length (2), type
 *
 * `position` is the commit's own place in the log. `durable` is how much of the log was on disk when the
 * commit was written: whatever lies before it was acknowledged and is never taken for a torn tail.
 *
 * Where a scavenge took events away, their entries stay without stream and type (stream `removedEntry`): they say how
 * long the events were, so that the others keep their positions.
 */
const magic = 0x544d4353;
export const fixedHeaderLength = 40;
export const checksumLength = 4;
const removedEntry = 0xffff;

/** The events that one append writes to one stream, from the given revision on. */
export interface StreamEvents {
  readonly stream: string;
  readonly firstRevision: number | 'tombstone';
  readonly events: readonly ProposedEvent[];
}

/** An event of a commit. `offset` is that of its frame from the commit's start in the file, `position` that in `$all`. */
export interface CommitEntry {
  readonly stream: string;
  readonly type: string;
  readonly revision: number | 'tombstone';
  readonly position: number;
  readonly offset: number;
  readonly length: number;
}

export interface CommitRecord {
  readonly position: number;
  readonly durable: number;
  readonly length: number;
  readonly entries: readonly CommitEntry[];
}

/** Encodes one commit that starts at a position. It is whole only once `sealCommit` has said how much is on disk. */
export function encodeCommit(
  parts: readonly StreamEvents[],
  { position, created }: { position: number; created: string },
): { bytes: Buffer; entries: readonly CommitEntry[] } {
  const streams = parts.map(({ stream }) => Buffer.from(stream));
  const typeBytes = new Map<string, Buffer>();
  const typeOf = (type: string): Buffer => {
    let bytes = typeBytes.get(type);
    if (!bytes) typeBytes.set(type, (bytes = Buffer.from(type)));
    return bytes;
  };
  let headerLength = fixedHeaderLength;
  for (const stream of streams) headerLength += 2 + stream.length;
  for (const { events } of parts) for (const { type } of events) headerLength += 16 + typeOf(type).length;

  const placements: Placement[] = [];
  const entries: CommitEntry[] = [];
  let length = headerLength;
  parts.forEach(({ stream, firstRevision, events }, part) => {
    events.forEach((event, index) => {
      const revision = firstRevision === 'tombstone' ? firstRevision : firstRevision + index;
      const offset = length + checksumLength;
      const placement: Placement = {
        stream: streams[part] ?? Buffer.alloc(0),
        type: typeOf(event.type),
        revision: revision === 'tombstone' ? tombstoneRevision : revision,
        position: position + offset,
        created,
      };
      const size = eventFrameSize(event, placement);
      placements.push(placement);
      entries.push({
        stream,
        type: event.type,
        revision,
        position: placement.position,
        offset,
        length: size,
      });
      length = offset + size;
    });
  });

  const bytes = Buffer.allocUnsafe(length);
  let next = 0;
  for (const { events } of parts) {
    for (const event of events) {
      const entry = entries[next];
      const placement = placements[next];
      next += 1;
      if (!entry || !placement) continue;
      writeEventFrame(bytes, entry.offset, event, placement);
      bytes.writeUInt32LE(
        crc32(bytes.subarray(entry.offset, entry.offset + entry.length)),
        entry.offset - checksumLength,
      );
    }
  }
  writeHeader(bytes, { headerLength, position }, streams, parts, entries, typeOf);
  return { bytes, entries };
}

/** Notes in an encoded commit how much of the log is on disk now that it is written, and closes its header. */
export function sealCommit(bytes: Buffer, durable: number): void {
  bytes.writeBigUInt64LE(BigInt(durable), 24);
  bytes.writeUInt32LE(headerChecksum(bytes, 0, bytes.readUInt32LE(4)), 12);
}

function writeHeader(
  bytes: Buffer,
  { headerLength, position }: { headerLength: number; position: number },
  streams: readonly Buffer[],
  parts: readonly StreamEvents[],
  entries: readonly CommitEntry[],
  typeOf: (type: string) => Buffer,
): void {
  bytes.writeUInt32LE(magic, 0);
  bytes.writeUInt32LE(headerLength, 4);
  bytes.writeUInt32LE(bytes.length - headerLength, 8);
  bytes.writeBigUInt64LE(BigInt(position), 16);
  bytes.writeUInt32LE(entries.length, 32);
  bytes.writeUInt32LE(streams.length, 36);
  let at = fixedHeaderLength;
  for (const stream of streams) {
    bytes.writeUInt16LE(stream.length, at);
    at += 2 + stream.copy(bytes, at + 2);
  }
  let next = 0;
  parts.forEach(({ events }, part) => {
    for (const { type } of events) {
      const entry = entries[next];
      next += 1;
      if (!entry) continue;
      const encoded = typeOf(type);
      bytes.writeUInt16LE(part, at);
      bytes.writeUInt32LE(entry.length, at + 2);
      bytes.writeBigInt64LE(
        entry.revision === 'tombstone' ? tombstoneRevision : BigInt(entry.revision),
        at + 6,
      );
      bytes.writeUInt16LE(encoded.length, at + 14);
      at += 16 + encoded.copy(bytes, at + 16);
    }
  });
}

const headerChecksum = (bytes: Buffer, start: number, length: number): number =>
  crc32(bytes.subarray(start + 16, start + length), crc32(bytes.subarray(start, start + 12)));

/**
 * Reads the commit header at an offset of a segment whose first byte has position `base`; undefined when no sound
 * header lies there. Its events may still be damaged or missing.
 */
export function readCommitHeader(bytes: Buffer, at: number, base: number): CommitRecord | undefined {
  if (at + fixedHeaderLength > bytes.length || bytes.readUInt32LE(at) !== magic) return undefined;
  const headerLength = bytes.readUInt32LE(at + 4);
  const length = headerLength + bytes.readUInt32LE(at + 8);
  if (headerLength < fixedHeaderLength || at + headerLength > bytes.length) return undefined;
  if (headerChecksum(bytes, at, headerLength) !== bytes.readUInt32LE(at + 12)) return undefined;
  const position = Number(bytes.readBigUInt64LE(at + 16));
  // In a scavenged segment a commit lies before its position; nowhere can it lie behind.
  if (position < base + at) return undefined;
  return {
    position,
    durable: Number(bytes.readBigUInt64LE(at + 24)),
    length,
    entries: readEntries(bytes, at, headerLength, position),
  };
}

function readEntries(bytes: Buffer, start: number, headerLength: number, position: number): CommitEntry[] {
  const streams: string[] = [];
  let at = start + fixedHeaderLength;
  for (let left = bytes.readUInt32LE(start + 36); left > 0; left -= 1) {
    const end = at + 2 + bytes.readUInt16LE(at);
    streams.push(bytes.toString('utf8', at + 2, end));
    at = end;
  }
  const entries: CommitEntry[] = [];
  let offset = headerLength + checksumLength;
  let removed = 0;
  for (let left = bytes.readUInt32LE(start + 32); left > 0; left -= 1) {
    const stream = bytes.readUInt16LE(at);
    const length = bytes.readUInt32LE(at + 2);
    const revision = bytes.readBigInt64LE(at + 6);
    const end = at + 16 + bytes.readUInt16LE(at + 14);
    if (stream === removedEntry) removed += checksumLength + length;
    else {
      entries.push({
        stream: streams[stream] ?? '',
        type: bytes.toString('utf8', at + 16, end),
        revision: revision === tombstoneRevision ? 'tombstone' : Number(revision),
        position: position + offset + removed,
        offset,
        length,
      });
      offset += checksumLength + length;
    }
    at = end;
  }
  return entries;
}

/** Whether the frame at an offset is what was written there. */
export function isSound(bytes: Buffer, offset: number, length: number): boolean {
  if (offset + length > bytes.length) return false;
  return crc32(bytes.subarray(offset, offset + length)) === bytes.readUInt32LE(offset - checksumLength);
}

/** The offset of the next sound header, for finding the way behind a damaged one. */
export function nextCommitHeader(bytes: Buffer, from: number, base: number): number | undefined {
  const pattern = Buffer.alloc(4);
  pattern.writeUInt32LE(magic);
  for (let at = bytes.indexOf(pattern, from); at >= 0; at = bytes.indexOf(pattern, at + 1)) {
    if (readCommitHeader(bytes, at, base)) return at;
  }
  return undefined;
}

/**
 * A commit without the events that are not kept. Those that are keep their bytes and positions; nothing is left of a
 * commit that keeps none.
 */
export function thinnedCommit(
  bytes: Buffer,
  at: number,
  { position, entries }: CommitRecord,
  isKept: (entry: CommitEntry) => boolean,
): Buffer {
  const kept = entries.filter(isKept);
  if (kept.length === 0) return Buffer.alloc(0);
  const streams = [...new Set(kept.map(({ stream }) => stream))];
  const names = streams.map((stream) => Buffer.from(stream));
  const [first] = entries;
  const oldHeader = (first?.offset ?? 0) - checksumLength;
  let next = 0;
  const lines = oldEntries(bytes, at).map(({ line, removed }) => {
    const entry = removed ? undefined : entries[next++];
    return entry && isKept(entry) ? numbered(line, streams.indexOf(entry.stream)) : emptied(line);
  });
  const header = Buffer.concat([
    bytes.subarray(at, at + fixedHeaderLength),
    ...names.flatMap((name) => [uint16(name.length), name]),
    ...lines,
  ]);
  const body = kept.map(({ offset, length }) =>
    bytes.subarray(at + offset - checksumLength, at + offset + length),
  );
  const commit = Buffer.concat([header, ...body]);
  commit.writeUInt32LE(header.length, 4);
  commit.writeUInt32LE(commit.length - header.length, 8);
  commit.writeBigUInt64LE(BigInt(position + oldHeader - header.length), 16);
  commit.writeUInt32LE(streams.length, 36);
  commit.writeUInt32LE(headerChecksum(commit, 0, header.length), 12);
  return commit;
}

/** The entries as they stand in a commit's header. */
function oldEntries(bytes: Buffer, start: number): { line: Buffer; removed: boolean }[] {
  let at = start + fixedHeaderLength;
  for (let left = bytes.readUInt32LE(start + 36); left > 0; left -= 1) at += 2 + bytes.readUInt16LE(at);
  return Array.from({ length: bytes.readUInt32LE(start + 32) }, () => {
    const line = bytes.subarray(at, at + 16 + bytes.readUInt16LE(at + 14));
    at += line.length;
    return { line, removed: line.readUInt16LE(0) === removedEntry };
  });
}

function numbered(line: Buffer, stream: number): Buffer {
  const copy = Buffer.from(line);
  copy.writeUInt16LE(stream, 0);
  return copy;
}

function emptied(line: Buffer): Buffer {
  const copy = Buffer.alloc(16);
  copy.writeUInt16LE(removedEntry, 0);
  line.copy(copy, 2, 2, 6);
  return copy;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
