import { once } from 'node:events';
import { createWriteStream, readFileSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { EventIndex } from './event-index.js';

const signature = 'embedded-eventstore index 1\n';
const fileName = 'index.snapshot';

/** What a snapshot says beside the index itself. */
export interface SnapshotHead {
  /** The log's length when the snapshot was taken: all of it was on disk. */
  readonly durable: number;
  /** The positions at which the segments begin. */
  readonly segments: readonly number[];
}

interface StoredHead extends SnapshotHead {
  readonly events: number;
  readonly streams: number;
  readonly types: number;
  readonly tombstones: readonly (readonly [stream: number, event: number])[];
  readonly firstRevisions: readonly (readonly [stream: number, revision: number])[];
}

/**
 * Writes the index beside the log, under another name first. Appends may go on meanwhile: only what the index
 * held at the call is written. Resolves with the file's size.
 */
export async function writeSnapshot(folder: string, index: EventIndex, head: SnapshotHead): Promise<number> {
  const path = join(folder, fileName);
  const stored = storedHead(index, head);
  const { events } = stored;
  const text = Buffer.from(JSON.stringify(stored));
  const parts: Iterable<Buffer>[] = [
    [Buffer.from(signature), lengthPrefixed(text)],
    slices(index.position, events),
    slices(index.offset, events),
    slices(index.length, events),
    slices(index.stream, events),
    slices(index.type, events),
    slices(index.segment, events),
    names(index.streams.names.slice(0, stored.streams)),
    names(index.types.names.slice(0, stored.types)),
  ];
  const file = createWriteStream(`${path}.new`, { mode: 0o600 });
  const failed = once(file, 'error').then(([error]) => Promise.reject(error as Error));
  failed.catch(() => undefined);
  let checksum = 0;
  let size = 0;
  const write = async (bytes: Buffer): Promise<void> => {
    size += bytes.length;
    if (!file.write(bytes)) await Promise.race([once(file, 'drain'), failed]);
  };
  for (const part of parts) {
    for (const bytes of part) {
      checksum = crc32(bytes, checksum);
      await write(bytes);
      await turn();
    }
  }
  const end = Buffer.alloc(4);
  end.writeUInt32LE(checksum);
  await write(end);
  await Promise.race([new Promise<void>((resolve) => file.end(resolve)), failed]);
  const written = await open(`${path}.new`, 'r+');
  try {
    await written.sync();
  } finally {
    await written.close();
  }
  renameSync(`${path}.new`, path);
  return size;
}

function storedHead(index: EventIndex, head: SnapshotHead): StoredHead {
  const firstRevisions: [number, number][] = [];
  for (let stream = 0; stream < index.streams.names.length; stream += 1) {
    const first = index.firstRevision(stream);
    if (first > 0) firstRevisions.push([stream, first]);
  }
  return {
    ...head,
    events: index.count,
    streams: index.streams.names.length,
    types: index.types.names.length,
    tombstones: [...index.tombstones],
    firstRevisions,
  };
}

/** The newest snapshot; undefined when there is none, or none that is whole. */
export function readSnapshot(
  folder: string,
  log: (line: string) => void,
): { index: EventIndex; head: SnapshotHead } | undefined {
  const path = join(folder, fileName);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  try {
    return parse(bytes);
  } catch (error) {
    log(`The index snapshot ${path} is damaged (${String(error)}); the index is rebuilt from the segments.`);
    return undefined;
  }
}

export function removeSnapshot(folder: string): void {
  rmSync(join(folder, fileName), { force: true });
}

function parse(bytes: Buffer): { index: EventIndex; head: SnapshotHead } {
  const end = bytes.length - 4;
  if (bytes.toString('latin1', 0, signature.length) !== signature) throw new Error('not an index snapshot');
  if (crc32(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) throw new Error('its checksum does not fit');
  let at = signature.length;
  const headLength = bytes.readUInt32LE(at);
  at += 4 + headLength;
  const head = JSON.parse(bytes.toString('utf8', at - headLength, at)) as StoredHead;
  const column = (width: number): ArrayBuffer => {
    const start = at;
    at += head.events * width;
    return bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + at) as ArrayBuffer;
  };
  const index = new EventIndex();
  index.restore(
    {
      position: new Float64Array(column(8)),
      offset: new Uint32Array(column(4)),
      length: new Uint32Array(column(4)),
      stream: new Uint32Array(column(4)),
      type: new Uint32Array(column(4)),
      segment: new Uint16Array(column(2)),
    },
    new Map(head.tombstones),
    new Map(head.firstRevisions),
  );
  for (const table of [
    { target: index.streams, count: head.streams },
    { target: index.types, count: head.types },
  ]) {
    for (let left = table.count; left > 0; left -= 1) {
      const length = bytes.readUInt16LE(at);
      table.target.number(bytes.toString('utf8', at + 2, at + 2 + length));
      at += 2 + length;
    }
  }
  return { index, head };
}

function lengthPrefixed(text: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text]);
}

/** A column's first `count` values, a megabyte at a time. */
function* slices(column: Float64Array | Uint32Array | Uint16Array, count: number): Generator<Buffer> {
  const bytes = Buffer.from(column.buffer, column.byteOffset, count * column.BYTES_PER_ELEMENT);
  for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20));
}

function* names(all: readonly string[]): Generator<Buffer> {
  for (let start = 0; start < all.length; start += 4096) {
    yield Buffer.concat(
      all.slice(start, start + 4096).flatMap((name) => {
        const text = Buffer.from(name);
        const length = Buffer.alloc(2);
        length.writeUInt16LE(text.length);
        return [length, text];
      }),
    );
  }
}
