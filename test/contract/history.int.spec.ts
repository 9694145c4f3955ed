import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { startEmbeddedEventStore } from '#embedded-eventstore';
import { type EventStore, isRead, markedStream, StreamDeleted } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { newEvent, ownStream, take } from './event-store-contract.js';

/** Also on an empty EventStoreDB of the operator's own, when one is named. */
const external = process.env['CONTRACT_EVENTSTORE_URL'];

describe('a stream that an administrator of the event store has touched', () => {
  let close: () => Promise<void>;
  let store: EventStore;
  let admin: EventStoreDBClient;

  beforeAll(async () => {
    const node = external === undefined ? await startEmbeddedEventStore({ temporary: true }) : undefined;
    const url = external ?? node?.connectionString ?? '';
    store = connectEventStore(url);
    admin = EventStoreDBClient.connectionString(url);
    close = async () => node?.close();
  });
  afterAll(async () => {
    await store.close();
    await admin.dispose();
    await close();
  });

  const told = async (stream: string) => {
    const { events, limit } = await store.history(stream);
    return [events.map(({ revision }) => revision), limit];
  };
  const three = (stream: string) =>
    store.append(stream, 'no_stream', [newEvent({ n: 0 }), newEvent({ n: 1 }), newEvent({ n: 2 })]);

  it('B25 is given as far as it is there, with what limits it', async () => {
    const { stream } = ownStream();
    expect(await told(stream)).toEqual([[], undefined]);
    await three(stream);
    expect(await told(stream)).toEqual([[0n, 1n, 2n], undefined]);
    await admin.setStreamMetadata(stream, { maxCount: 2 });
    expect(await told(stream)).toEqual([[1n, 2n], '$maxCount']);
    await admin.setStreamMetadata(stream, { maxCount: 5 });
    expect(await told(stream)).toEqual([[0n, 1n, 2n], undefined]);
    expect(await store.history(stream, { withLimit: true })).toMatchObject({ limit: '$maxCount' });
    await admin.setStreamMetadata(stream, { truncateBefore: 2 });
    expect(await told(stream)).toEqual([[2n], '$tb']);
    await admin.setStreamMetadata(stream, { maxAge: 100_000 });
    expect(await store.history(stream, { withLimit: true })).toMatchObject({ limit: '$maxAge' });
    await admin.deleteStream(stream);
    expect(await told(stream)).toEqual([[], 'deletion']);
  });

  it('B1 that was ended for ever is told from one that never was', async () => {
    const { stream } = ownStream();
    await three(stream);
    await admin.tombstoneStream(stream);
    expect(await told(stream)).toEqual([[], 'tombstone']);
    await expect(store.read(stream)).rejects.toThrow(StreamDeleted);
    await expect(store.append(stream, 2n, [newEvent()])).rejects.toThrow(StreamDeleted);
  });

  it('B8 is given with the events that are no JSON, unread', async () => {
    const { stream } = ownStream();
    await three(stream);
    await admin.appendToStream(stream, binaryEvent({ type: 'ThingHappened', data: Buffer.from([0, 1]) }));
    const { events } = await store.history(stream);
    expect(events.map(isRead)).toEqual([true, true, true, false]);
    expect(events.at(-1)).toMatchObject({ stream, revision: 3n, type: 'ThingHappened' });
  });

  it('B1 has marks in the log, for whoever wants them', async () => {
    const { prefix, stream, other } = ownStream();
    await three(stream);
    await admin.setStreamMetadata(stream, { maxCount: 2 });
    await three(other);
    await admin.tombstoneStream(other);
    const expected = [stream, stream, stream, `mark ${stream}`, other, other, other, `mark ${other}`];
    const name = (event: { readonly stream: string; readonly type: string }) => {
      const marked = markedStream(event);
      return marked === undefined ? event.stream : `mark ${marked}`;
    };
    for (const read of ['scan', 'scanNew'] as const) {
      for (const withMarks of [true, false]) {
        const seen: string[] = [];
        for await (const events of store[read]({ streamPrefixes: [prefix], withMarks })) {
          seen.push(...events.map(name));
        }
        expect(seen).toEqual(expected.filter((one) => withMarks || !one.startsWith('mark')));
      }
    }
    const deliveries = await take(store, { streamPrefixes: [prefix], withMarks: true }, (taken) =>
      taken.some(({ kind }) => kind === 'caughtUp'),
    );
    expect(deliveries.flatMap((one) => (one.kind === 'event' ? [name(one.event)] : []))).toEqual(expected);
  });
});
