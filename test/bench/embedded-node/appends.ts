import { randomUUID } from 'node:crypto';
import { closeSync, fdatasync, openSync, write } from 'node:fs';
import { promisify } from 'node:util';
import { EventStoreDBClient, jsonEvent, type EventData } from '@eventstore/db-client';
import { EventStore } from '#embedded-eventstore/event-store';
import { EventLog } from '#embedded-eventstore/log/event-log';
import type { ProposedEvent } from '#embedded-eventstore/wire/event-frame';

export interface AppendLoad {
  readonly name: string;
  readonly writers: number;
  readonly batch: number;
}

export const oneByOne: AppendLoad = { name: 'appends one by one', writers: 1, batch: 1 };

export const appendLoads: readonly AppendLoad[] = [
  oneByOne,
  { name: 'appends by 32 writers', writers: 32, batch: 1 },
  { name: 'events in batches of 100, one writer', writers: 1, batch: 100 },
  { name: 'events in batches of 100, 8 writers', writers: 8, batch: 100 },
];

/** With its envelope an event of about 500 bytes. */
const data = { body: 'x'.repeat(470) };
export const event = (type = 'Benched'): EventData => jsonEvent({ id: randomUUID(), type, data });

const bytes = Buffer.from(JSON.stringify(data));
export const proposed = (type = 'Benched'): ProposedEvent => ({
  id: randomUUID(),
  type,
  isJson: true,
  metadata: Buffer.alloc(0),
  data: bytes,
});

/** Writers that each wait for their append before the next, until the time is over; answers with the events written. */
async function written(
  { writers, batch }: AppendLoad,
  seconds: number,
  append: (stream: string, revision: number) => Promise<unknown>,
): Promise<{ readonly events: number; readonly perSecond: number }> {
  const start = performance.now();
  const end = start + seconds * 1000;
  let events = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      const stream = `bench-${randomUUID()}`;
      for (let revision = -1; performance.now() < end; revision += batch) {
        await append(stream, revision);
        events += batch;
      }
    }),
  );
  return { events, perSecond: (events * 1000) / (performance.now() - start) };
}

/** Through the official client. */
export async function throughClient(connectionString: string, load: AppendLoad, seconds: number) {
  const client = EventStoreDBClient.connectionString(connectionString);
  await client.appendToStream(`warm-${randomUUID()}`, [event()]);
  const done = await written(load, seconds, (stream, revision) =>
    client.appendToStream(
      stream,
      Array.from({ length: load.batch }, () => event()),
      { expectedRevision: revision < 0 ? 'no_stream' : BigInt(revision) },
    ),
  );
  await client.dispose();
  return done;
}

/** The same in this process, without gRPC and client. */
export async function inProcess(folder: string, load: AppendLoad, seconds: number): Promise<number> {
  const log = EventLog.open({ folder, durable: true, log: () => undefined });
  const store = new EventStore(log);
  const { perSecond } = await written(load, seconds, (stream, revision) =>
    store.append(
      stream,
      revision < 0 ? 'no_stream' : revision,
      Array.from({ length: load.batch }, () => proposed()),
    ),
  );
  await log.close();
  return perSecond;
}

/** About the same bytes appended to a plain file, what all writers write at a time in one write and sync. */
export async function toFile(path: string, { writers, batch }: AppendLoad, seconds: number): Promise<number> {
  const descriptor = openSync(path, 'a');
  const one = Buffer.alloc(740 * batch * writers);
  const writeFile = promisify(write);
  const sync = promisify(fdatasync);
  const start = performance.now();
  let count = 0;
  while (performance.now() < start + seconds * 1000) {
    await writeFile(descriptor, one);
    await sync(descriptor);
    count += batch * writers;
  }
  closeSync(descriptor);
  return (count * 1000) / (performance.now() - start);
}

/** Fills a folder with so many events of a hundred types, each an append of its own, without gRPC. */
export async function fill(folder: string, events: number): Promise<number> {
  const log = EventLog.open({ folder, durable: true, log: () => undefined });
  const store = new EventStore(log);
  const start = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: 256 }, async () => {
      while (next < events) {
        const number = next++;
        await store.append(`fill-${number % 1000}`, 'any', [proposed(typeOf(number))]);
      }
    }),
  );
  const perSecond = (events * 1000) / (performance.now() - start);
  await log.close();
  return perSecond;
}

const typeOf = (number: number): string => `Type${String(number % 100).padStart(2, '0')}`;
/** The one type of a hundred that a filter looks for. */
export const oneType = typeOf(37);
