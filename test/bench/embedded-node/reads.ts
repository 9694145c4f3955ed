import { setTimeout as delay } from 'node:timers/promises';
import { END, EventStoreDBClient, eventTypeFilter, START, streamNameFilter } from '@eventstore/db-client';
import { EventStore } from '#embedded-eventstore/event-store';
import { compileFilter } from '#embedded-eventstore/filters';
import { EventLog } from '#embedded-eventstore/log/event-log';
import { openCall, openSession, readAll as readAllRequest, readPath } from '../../contract/raw-calls.js';
import { event, oneType, proposed } from './appends.js';

/** Events and milliseconds. */
export interface Done {
  readonly events: number;
  readonly ms: number;
}

export async function timed(work: () => Promise<number> | number): Promise<Done> {
  const start = performance.now();
  const events = await work();
  return { events, ms: performance.now() - start };
}

export const perSecond = ({ events, ms }: Done): number => (events * 1000) / ms;

export async function readAll(connectionString: string, most: number): Promise<Done> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const done = await timed(async () => {
    let count = 0;
    for await (const { event: read } of client.readAll({ maxCount: most })) if (read) count += 1;
    return count;
  });
  await client.dispose();
  return done;
}

export async function subscribeToAll(connectionString: string, most: number): Promise<Done> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const done = await timed(async () => {
    let count = 0;
    for await (const { event: read } of client.subscribeToAll({ fromPosition: START })) {
      if (read) count += 1;
      if (count === most) break;
    }
    return count;
  });
  await client.dispose();
  return done;
}

/** A subscription to one of a hundred types, up to where it has caught up; counted are the events scanned. */
export async function scan(connectionString: string, events: number): Promise<Done> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const done = await timed(async () => {
    const subscription = client.subscribeToAll({
      fromPosition: START,
      filter: eventTypeFilter({ prefixes: [oneType] }),
    });
    let found = 0;
    subscription.on('data', () => (found += 1));
    await new Promise<void>((resolve) => subscription.once('caughtUp', resolve));
    await subscription.unsubscribe();
    if (found !== events / 100) throw new Error(`The filter found ${found} of ${events / 100} events.`);
    return events;
  });
  await client.dispose();
  return done;
}

/** The frames of `$all`, counted by a plain HTTP/2 reader. */
export async function countFrames(port: number): Promise<Done> {
  const session = openSession(port, { initialWindowSize: 8 << 20 });
  session.once('connect', () => session.setLocalWindowSize(16 << 20));
  const done = await timed(async () => {
    const call = openCall(session, readPath);
    call.end(readAllRequest);
    let events = 0;
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of call) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
      let at = 0;
      while (at + 5 <= bytes.length) {
        const next = at + 5 + bytes.readUInt32BE(at + 1);
        if (next > bytes.length) break;
        events += 1;
        at = next;
      }
      rest = bytes.subarray(at);
    }
    return events;
  });
  session.destroy();
  return done;
}

/** Milliseconds from before an append until a live subscription has its event, and until the same in this process. */
export async function delivery(connectionString: string, count: number): Promise<number[]> {
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
  await client.dispose();
  return times;
}

/** The same work on the log itself: all frames read, one type looked for, each append until its follower is told. */
export async function inProcess(folder: string) {
  const log = EventLog.open({ folder, durable: true, log: () => undefined });
  const { index } = log;
  const read = await timed(() => {
    for (let first = 0; first < index.count; first += 200) {
      log.frames(Array.from({ length: Math.min(200, index.count - first) }, (_, next) => first + next));
    }
    return index.count;
  });
  const wanted = compileFilter({ by: 'type', prefixes: [oneType] }, index);
  const scanned = await timed(() => {
    const found: number[] = [];
    for (let number = 0; number < index.count; number += 1) if (wanted(number)) found.push(number);
    log.frames(found);
    return index.count;
  });
  const store = new EventStore(log);
  const times: number[] = [];
  let sent = 0;
  log.onCommitted(() => times.push(performance.now() - sent));
  for (let number = 0; number < 300; number += 1) {
    sent = performance.now();
    await store.append('deliver-2', 'any', [proposed()]);
    await delay(1);
  }
  await log.close();
  return { read, scanned, times };
}
