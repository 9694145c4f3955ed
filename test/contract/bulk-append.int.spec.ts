import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import { type EventStore, type StoredEvent, StoreUnavailable } from '#event-sourcing';
import { connectEventStore, openBulkAppender, proposed } from '#event-sourcing/eventstoredb/index';
import { newEvent, ownStream } from './event-store-contract.js';
import { startKillableNode } from './killable-node.js';

const realServer = process.env['CONTRACT_EVENTSTORE_URL'];

describe(`appending much, to ${realServer ? 'a real server' : 'the embedded node'}`, () => {
  let node: EmbeddedEventStore | undefined;
  let url: string;
  let store: EventStore;

  beforeEach(async () => {
    node = realServer ? undefined : await startEmbeddedEventStore({ temporary: true });
    url = node?.connectionString ?? realServer ?? '';
    store = connectEventStore(url);
  });
  afterEach(async () => {
    await store.close();
    await node?.close();
  });

  it('keeps the order in which it was given over all streams, as if each had been appended by itself; a repeat adds nothing', async () => {
    const { prefix, stream, other } = ownStream();
    const events = Array.from({ length: 1_000 }, (_, n) => newEvent({ n, text: 'Ærlig talt 🐢' }));
    const appends = events.map((event, n) => ({
      stream: n % 2 === 0 ? stream : other,
      expected: n < 2 ? ('no_stream' as const) : BigInt(Math.floor(n / 2) - 1),
      events: proposed([event]),
    }));
    const appender = await openBulkAppender(url);
    // Two at a time: what is given later follows behind.
    await Promise.all([appender.append(appends.slice(0, 300)), appender.append(appends.slice(300))]);
    await appender.append(appends);
    await appender.close();
    const stored: StoredEvent[] = [];
    for await (const event of store.readAll({ streamPrefixes: [prefix] })) stored.push(event);
    expect(stored.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))).toEqual(events);
    expect((await store.read(other)).map(({ data }) => data['n'])).toEqual(
      Array.from({ length: 500 }, (_, n) => 2 * n + 1),
    );
  });

  it('fails with what was refused, and with all that waits behind it', async () => {
    const { stream, other } = ownStream();
    await store.append(stream, 'no_stream', [newEvent()]);
    const appender = await openBulkAppender(url);
    const one = { expected: 'no_stream' as const, events: proposed([newEvent()]) };
    await expect(appender.append([{ stream, ...one }])).rejects.toThrow(
      `The event store refused an append to ${stream}: WrongExpectedVersion.`,
    );
    await expect(appender.append([{ stream: other, ...one }])).rejects.toThrow('refused an append');
    expect(await store.last(other)).toBeUndefined();
    await appender.close();
  });

  if (!realServer) {
    it('fails when the event store goes away', async () => {
      const { stream } = ownStream();
      const appender = await openBulkAppender(url);
      await node?.close();
      const append = { stream, expected: 'no_stream' as const, events: proposed([newEvent()]) };
      await expect(appender.append([append])).rejects.toThrow(StoreUnavailable);
      await appender.close();
    });

    it('fails for all that was not taken when the event store is killed; given again, everything is there once', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'samspor-bulk-'));
      const { stream } = ownStream();
      const events = Array.from({ length: 5_000 }, (_, n) => newEvent({ n }));
      const appends = events.map((event, n) => ({
        stream,
        expected: n === 0 ? ('no_stream' as const) : BigInt(n - 1),
        events: proposed([event]),
      }));
      let killable = await startKillableNode(folder);
      let appender = await openBulkAppender(killable.connectionString);
      await appender.append(appends.slice(0, 100));
      const [first, second] = [
        appender.append(appends.slice(100, 4_000)),
        appender.append(appends.slice(4_000)),
      ];
      await Promise.all([
        killable.stop('SIGKILL'),
        expect(first).rejects.toThrow(StoreUnavailable),
        expect(second).rejects.toThrow(StoreUnavailable),
      ]);
      await expect(appender.append(appends.slice(0, 1))).rejects.toThrow(StoreUnavailable);
      await appender.close();

      killable = await startKillableNode(folder);
      appender = await openBulkAppender(killable.connectionString);
      await appender.append(appends);
      await appender.close();
      const again = connectEventStore(killable.connectionString);
      expect((await again.read(stream)).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      await again.close();
      await killable.stop('SIGTERM');
      await rm(folder, { recursive: true });
    });
  }
});
