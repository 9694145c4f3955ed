import { randomUUID } from 'node:crypto';
import { closeSync, fdatasync, mkdtempSync, openSync, readdirSync, rmSync, statSync, write } from 'node:fs';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  END,
  EventStoreDBClient,
  jsonEvent,
  START,
  streamNameFilter,
  type EventData,
} from '@eventstore/db-client';
import { startEmbeddedEventStoreWorker } from '../src/host.js';
import { frame } from '../src/wire/grpc-frames.js';
import { MessageWriter } from '../src/wire/protobuf.js';
import { startAcknowledgingNode } from './acknowledging-node.js';

export interface BenchTable {
  readonly title: string;
  readonly columns: string[];
  readonly rows: (string | number)[][];
  readonly notes: string[];
}

export interface BenchOptions {
  /** How long each append load runs. */
  readonly seconds?: number;
  /** How many events the reads find. */
  readonly events?: number;
}

const body = 'x'.repeat(470);
const event = (): EventData => jsonEvent({ id: randomUUID(), type: 'Benched', data: { body } });

interface Load {
  readonly name: string;
  readonly writers: number;
  readonly batch: number;
}

const loads: readonly Load[] = [
  { name: 'appends one by one', writers: 1, batch: 1 },
  { name: 'appends by 32 writers', writers: 32, batch: 1 },
  { name: 'events in batches of 100, one writer', writers: 1, batch: 100 },
  { name: 'events in batches of 100, 8 writers', writers: 8, batch: 100 },
];

/** Measures the node through the official client, each figure beside plain baselines of the same run. */
export async function run({ seconds = 4, events = 100_000 }: BenchOptions = {}): Promise<BenchTable> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-node-'));
  const rows: (string | number)[][] = [];
  const notes: string[] = [];
  try {
    let node = await startEmbeddedEventStoreWorker({ dataDir: join(folder, 'data') });
    const acknowledging = await startAcknowledgingNode();
    for (const load of loads) {
      const stored = await appendRate(node.connectionString, load, seconds);
      const acknowledged = await appendRate(acknowledging.connectionString, load, seconds / 2);
      const raw = await rawFileRate(join(folder, 'raw'), load, seconds / 2);
      rows.push([`${load.name}, per second`, stored, acknowledged, raw, ratio(stored, acknowledged)]);
    }
    await acknowledging.close();
    await fill(node.connectionString, events);
    rows.push(['append to delivery, p50 / p99 ms', await delivery(node.connectionString, 1000), '', '', '']);
    const frames = await frameRate(node.port);
    for (const [name, read] of [
      ['readAll, events per second', readAll],
      ['subscribeToAll, events per second', subscribeAll],
      ['subscribeToAll by a prefix that nothing has, scanned per second', scan],
    ] as const) {
      rows.push([name, await read(node.connectionString, frames.events), '', '', '']);
    }
    rows.push(['frames counted by a plain HTTP/2 reader, per second', frames.rate, '', '', '']);
    await node.close();
    const started = performance.now();
    node = await startEmbeddedEventStoreWorker({ dataDir: join(folder, 'data') });
    rows.push([
      `start with ${frames.events} events, ms`,
      Math.round(performance.now() - started),
      '',
      '',
      '',
    ]);
    await node.close();
    notes.push(
      `Disk: ${bytesAnEvent(join(folder, 'data'), frames.events)} bytes an event of about 500 bytes.`,
    );
    notes.push(
      import.meta.url.endsWith('.js')
        ? 'Client and baselines run in one thread of this process, the nodes in a thread of their own.'
        : 'Run from the sources: client and nodes share one thread. Run the compiled bench for figures.',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    title: 'The embedded event store through @eventstore/db-client, durable',
    columns: [
      'what',
      'embedded node',
      'the same client, nothing stored',
      'fsynced file',
      'node / nothing stored',
    ],
    rows,
    notes,
  };
}

async function appendRate(
  connectionString: string,
  { writers, batch }: Load,
  seconds: number,
): Promise<number> {
  const client = EventStoreDBClient.connectionString(connectionString);
  await client.appendToStream(`warm-${randomUUID()}`, [event()]);
  const start = performance.now();
  const end = start + seconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      const stream = `bench-${randomUUID()}`;
      for (let revision = -1n; performance.now() < end; revision += BigInt(batch)) {
        await client.appendToStream(stream, Array.from({ length: batch }, event), {
          expectedRevision: revision < 0n ? 'no_stream' : revision,
        });
        count += batch;
      }
    }),
  );
  const rate = Math.round((count * 1000) / (performance.now() - start));
  await client.dispose();
  return rate;
}

/** The same bytes appended to a plain file, each group of writers' batches synced together. */
async function rawFileRate(path: string, { writers, batch }: Load, seconds: number): Promise<number> {
  const descriptor = openSync(path, 'a');
  const bytes = Buffer.alloc(640 * batch * writers);
  const writeFile = promisify(write);
  const sync = promisify(fdatasync);
  const start = performance.now();
  let count = 0;
  while (performance.now() < start + seconds * 1000) {
    await writeFile(descriptor, bytes);
    await sync(descriptor);
    count += batch * writers;
  }
  closeSync(descriptor);
  return Math.round((count * 1000) / (performance.now() - start));
}

async function fill(connectionString: string, events: number): Promise<void> {
  const client = EventStoreDBClient.connectionString(connectionString);
  for (let left = events; left > 0; left -= 800) {
    await Promise.all(
      Array.from({ length: 8 }, () =>
        client.appendToStream(`fill-${randomUUID()}`, Array.from({ length: 100 }, event), {
          expectedRevision: 'no_stream',
        }),
      ),
    );
  }
  await client.dispose();
}

async function readAll(connectionString: string): Promise<number> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const start = performance.now();
  let count = 0;
  for await (const { event: read } of client.readAll()) if (read) count += 1;
  await client.dispose();
  return Math.round((count * 1000) / (performance.now() - start));
}

async function subscribeAll(connectionString: string, events: number): Promise<number> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const start = performance.now();
  let count = 0;
  const subscription = client.subscribeToAll({ fromPosition: START });
  for await (const { event: read } of subscription) {
    if (read) count += 1;
    if (count === events) break;
  }
  return Math.round((count * 1000) / (performance.now() - start));
}

async function scan(connectionString: string, events: number): Promise<number> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const start = performance.now();
  const subscription = client.subscribeToAll({
    fromPosition: START,
    filter: streamNameFilter({ prefixes: ['nothing-'] }),
  });
  subscription.on('data', () => undefined);
  await new Promise<void>((resolve) => subscription.once('caughtUp', resolve));
  const rate = Math.round((events * 1000) / (performance.now() - start));
  await subscription.unsubscribe();
  return rate;
}

async function delivery(connectionString: string, count: number): Promise<string> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const subscription = client.subscribeToAll({
    fromPosition: END,
    filter: streamNameFilter({ prefixes: ['deliver-'] }),
  });
  const sent = new Map<string, number>();
  const times: number[] = [];
  subscription.on('data', ({ event: arrived }) => {
    const at = sent.get(arrived?.id ?? '');
    if (at !== undefined) times.push(performance.now() - at);
  });
  await new Promise<void>((resolve) => subscription.once('caughtUp', resolve));
  for (let number = 0; number < count; number += 1) {
    const one = event();
    sent.set(one.id, performance.now());
    await client.appendToStream('deliver-1', [one]);
    await delay(1);
  }
  await subscription.unsubscribe();
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(1);
  return `${quantile(0.5)} / ${quantile(0.99)}`;
}

/** Reads `$all` over plain HTTP/2 and counts the frames. */
async function frameRate(port: number): Promise<{ events: number; rate: number }> {
  const session = connect(`http://127.0.0.1:${port}`, { settings: { initialWindowSize: 8 << 20 } });
  session.once('connect', () => session.setLocalWindowSize(16 << 20));
  const all = new MessageWriter()
    .message(2, new MessageWriter().empty(2))
    .uint(5, 1 << 30)
    .empty(8);
  const start = performance.now();
  const request = session.request({
    ':method': 'POST',
    ':path': '/event_store.client.streams.Streams/Read',
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  request.end(frame(new MessageWriter().message(1, all).finish()));
  let events = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of request) {
    let bytes = chunk as Buffer;
    if (rest.length > 0) bytes = Buffer.concat([rest, bytes]);
    let at = 0;
    while (at + 5 <= bytes.length) {
      const next = at + 5 + bytes.readUInt32BE(at + 1);
      if (next > bytes.length) break;
      events += 1;
      at = next;
    }
    rest = bytes.subarray(at);
  }
  const rate = Math.round((events * 1000) / (performance.now() - start));
  session.destroy();
  return { events, rate };
}

const ratio = (a: number, b: number): string => (a / b).toFixed(2);

function bytesAnEvent(folder: string, events: number): number {
  const total = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return Math.round(total / events);
}

export default { name: 'embedded-node', run };
