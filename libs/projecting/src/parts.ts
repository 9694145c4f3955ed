import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { markedStream, UnreadEvent } from '#event-sourcing/event-store';

/** A stream with its events from the first on. */
export interface WholeStream {
  readonly stream: string;
  readonly events: readonly UnreadEvent[];
  /** The server notes something of it: how much of it is there, the stream itself tells. */
  readonly isMarked: boolean;
}

/** Bytes that wait before they are written, for each part. */
const bufferLength = 64 * 1024;
/** Length of the record, position, revision, then the lengths of its five parts. */
const headLength = 4 + 8 + 8 + 5 * 4;

/**
 * The events of a log, divided by their streams into parts that fit in memory (docs/adr/0017). In files that are gone from their folder as
 * soon as they are open, so that nothing is left of them however the process ends.
 */
export class Parts {
  private constructor(
    private readonly folder: string,
    private readonly files: readonly PartFile[],
  ) {}

  static async open(folder: string, count: number): Promise<Parts> {
    const own = await mkdtemp(join(folder, 'samspor-parts-')).catch((error: unknown) => fail(folder, error));
    const files: PartFile[] = [];
    try {
      for (let part = 0; part < count; part += 1) files.push(new PartFile(join(own, String(part))));
      return new Parts(folder, files);
    } catch (error) {
      for (const file of files) file.close();
      fail(folder, error);
    } finally {
      await rmdir(own).catch(() => undefined);
    }
  }

  /** Events come in the order of the log. */
  add(event: UnreadEvent): void {
    try {
      this.files[hashOf(markedStream(event) ?? event.stream) % this.files.length]?.add(event);
    } catch (error) {
      fail(this.folder, error);
    }
  }

  /** After the last event: all of them are in the files, for which there was room. */
  flush(): void {
    try {
      for (const file of this.files) file.flush();
    } catch (error) {
      fail(this.folder, error);
    }
  }

  /** The streams of one part, in the order in which they began. */
  *streams(part: number): Generator<WholeStream, void> {
    const bytes = this.files[part]?.read() ?? Buffer.alloc(0);
    const places = new Map<string, number[]>();
    for (let at = 0; at < bytes.length; at += bytes.readUInt32LE(at)) {
      const stream = bytes.toString('utf8', at + headLength, at + headLength + bytes.readUInt32LE(at + 20));
      const present = places.get(stream);
      if (present) present.push(at);
      else places.set(stream, [at]);
    }
    const marked = new Set(
      [...places.keys()].flatMap((name) => (name.startsWith('$$') ? name.slice(2) : [])),
    );
    for (const [name, of] of places) {
      const stream = name.startsWith('$$') ? name.slice(2) : name;
      if (stream !== name && places.has(stream)) continue;
      const all = stream === name ? of.map((at) => eventAt(bytes, at, stream)) : [];
      const events = all.filter((event) => markedStream(event) === undefined);
      yield { stream, events, isMarked: marked.has(stream) || events.length < all.length };
    }
  }

  close(): void {
    for (const file of this.files) file.close();
  }
}

/** The folder for the parts of the log has no room for them. */
export class FolderFull extends Error {
  constructor(folder: string, cause: unknown) {
    super(
      `There is no more room in ${folder}, where a rebuild keeps the log in parts meanwhile: about as much as the event store does. ` +
        'Make room, or set TMPDIR to a folder that has it.',
      { cause },
    );
    this.name = 'FolderFull';
  }
}

/** No room on the disk, in the quota, or for so large a file. */
const full: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

function fail(folder: string, error: unknown): never {
  throw error instanceof Error && 'code' in error && full.includes(error.code)
    ? new FolderFull(folder, error)
    : error;
}

class PartFile {
  private readonly file: number;
  private buffer = Buffer.allocUnsafe(bufferLength);
  private waiting = 0;
  private length = 0;

  constructor(path: string) {
    this.file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
  }

  add({ stream, revision, position, id, type, data, metadata }: UnreadEvent): void {
    // A letter takes three bytes at most.
    const letters = 3 * (stream.length + id.length + type.length);
    const most = headLength + letters + data.length + metadata.length;
    if (this.waiting + most > this.buffer.length) this.flush(most);
    const { buffer, waiting: start } = this;
    buffer.writeBigInt64LE(position, start + 4);
    buffer.writeBigInt64LE(revision, start + 12);
    let lengthAt = start + 20;
    let at = start + headLength;
    for (const part of [stream, id, type, data, metadata]) {
      const length = typeof part === 'string' ? buffer.write(part, at) : part.copy(buffer, at);
      lengthAt = buffer.writeUInt32LE(length, lengthAt);
      at += length;
    }
    buffer.writeUInt32LE(at - start, start);
    this.waiting = at;
  }

  read(): Buffer {
    this.flush();
    const bytes = Buffer.allocUnsafe(this.length);
    for (let at = 0; at < bytes.length;) at += readSync(this.file, bytes, at, bytes.length - at, at);
    return bytes;
  }

  close(): void {
    closeSync(this.file);
  }

  /** Writes what waits, and makes room for so many bytes. */
  flush(room = 0): void {
    for (let at = 0; at < this.waiting;) at += writeSync(this.file, this.buffer, at, this.waiting - at);
    this.length += this.waiting;
    this.waiting = 0;
    if (room > this.buffer.length) this.buffer = Buffer.allocUnsafe(room);
  }
}

function eventAt(bytes: Buffer, start: number, stream: string): UnreadEvent {
  const position = bytes.readBigInt64LE(start + 4);
  const revision = bytes.readBigInt64LE(start + 12);
  let at = start + headLength + bytes.readUInt32LE(start + 20);
  const next = (index: number) => {
    const part = bytes.subarray(at, at + bytes.readUInt32LE(start + 20 + 4 * index));
    at += part.length;
    return part;
  };
  const [id, type, data, metadata] = [next(1).toString(), next(2).toString(), next(3), next(4)];
  return new UnreadEvent(stream, revision, position, id, type, data, metadata);
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
