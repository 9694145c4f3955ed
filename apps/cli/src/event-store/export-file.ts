import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

/** An event as it is moved from log to log, byte for byte. */
export interface MovedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** Bytes in a line: as text where they are UTF-8, so that people can read them, else in base64. */
type Bytes = string | { readonly base64: string };

interface Line extends Omit<MovedEvent, 'revision' | 'data' | 'metadata'> {
  readonly revision: string;
  readonly data: Bytes;
  readonly metadata: Bytes;
}

const head = { format: 'eventstore export', version: 1 };

/** Writes events, a line each, between a head and a line with their number. The file gets its name when it is whole. */
export async function writeExport(path: string, events: AsyncIterable<MovedEvent>): Promise<number> {
  if (existsSync(path)) throw new Error(`${path} is there already. Name a new file.`);
  const beside = `${path}.new`;
  rmSync(beside, { force: true });
  const file = createWriteStream(beside, { mode: 0o600, flags: 'wx', flush: true });
  await once(file, 'open');
  let count = 0;
  try {
    file.write(`${JSON.stringify(head)}\n`);
    for await (const event of events) {
      count += 1;
      if (!file.write(`${JSON.stringify(toLine(event))}\n`)) await once(file, 'drain');
    }
    file.end(`${JSON.stringify({ events: count })}\n`);
    await finished(file);
  } catch (error) {
    file.destroy();
    rmSync(beside, { force: true });
    throw error;
  }
  renameSync(beside, path);
  return count;
}

/** The events of an export; fails with the line's number at what is none, and at the end of a file that is not whole. */
export async function* readExport(path: string): AsyncGenerator<MovedEvent> {
  const file = createReadStream(path);
  await once(file, 'open');
  let number = 0;
  let count = 0;
  let whole = false;
  for await (const text of createInterface({ input: file, crlfDelay: Infinity })) {
    number += 1;
    const value = parsed(text, path, number);
    if (number === 1) {
      if (value['format'] !== head.format || value['version'] !== head.version) {
        throw new Error(`${path} is no export of an event store.`);
      }
    } else if (whole) throw new Error(`${path} goes on after its last line, in line ${number}.`);
    else if ('events' in value) whole = value['events'] === count;
    else {
      count += 1;
      yield fromLine(value, path, number);
    }
  }
  if (!whole) throw new Error(`${path} is not whole: ${count} events, and no last line that says so many.`);
}

const toLine = ({ revision, data, metadata, ...rest }: MovedEvent): Line => ({
  ...rest,
  revision: revision.toString(),
  data: readable(data),
  metadata: readable(metadata),
});

function readable(bytes: Buffer): Bytes {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : { base64: bytes.toString('base64') };
}

function parsed(text: string, path: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof value !== 'object' || value === null) throw notAnEvent(path, number);
  return value as Record<string, unknown>;
}

function fromLine(line: Record<string, unknown>, path: string, number: number): MovedEvent {
  const { stream, revision, id, type, isJson } = line;
  const data = bytesOf(line['data']);
  const metadata = bytesOf(line['metadata']);
  if (
    typeof stream !== 'string' ||
    typeof revision !== 'string' ||
    !/^\d+$/.test(revision) ||
    typeof id !== 'string' ||
    typeof type !== 'string' ||
    typeof isJson !== 'boolean' ||
    !data ||
    !metadata
  ) {
    throw notAnEvent(path, number);
  }
  return { stream, revision: BigInt(revision), id, type, isJson, data, metadata };
}

function bytesOf(value: unknown): Buffer | undefined {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (typeof value !== 'object' || value === null || !('base64' in value)) return undefined;
  return typeof value.base64 === 'string' ? Buffer.from(value.base64, 'base64') : undefined;
}

const notAnEvent = (path: string, number: number): Error =>
  new Error(`Line ${number} of ${path} is not an event of an export.`);
