import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  END,
  EventStoreDBClient,
  eventTypeFilter,
  jsonEvent,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';

let node: EmbeddedEventStore;
let client: EventStoreDBClient;

beforeAll(async () => {
  node = await startEmbeddedEventStore({ temporary: true });
  client = EventStoreDBClient.connectionString(`${node.connectionString}&connectionName=worker-7`);
});

afterAll(async () => {
  await client.dispose();
  await node.close();
});

const noted = (count: number) =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type: 'Noted', data: { n } }));

describe('a filter without a search window', () => {
  it.each([
    { checkpointInterval: 1, checkpoints: [31, 63, 95] },
    { checkpointInterval: 2, checkpoints: [63] },
  ])(
    'has a checkpoint every $checkpointInterval times 32 events',
    async ({ checkpointInterval, checkpoints }) => {
      const stream = `windowless-${checkpointInterval}`;
      const { position: before } = await client.appendToStream('before', noted(1));
      await client.appendToStream(stream, noted(100));
      const positions: bigint[] = [];
      for await (const { event } of client.readStream(stream)) {
        if (event?.position) positions.push(event.position.commit);
      }
      const reached: bigint[] = [];
      const subscription = client.subscribeToAll({
        fromPosition: before ?? START,
        filter: streamNameFilter({
          prefixes: [stream],
          checkpointInterval,
          checkpointReached: (_, { commit }) => {
            reached.push(commit);
            return Promise.resolve();
          },
        }),
      });
      subscription.resume();
      await new Promise((resolve) => subscription.once('caughtUp', resolve));
      await subscription.unsubscribe();
      expect(reached).toEqual(checkpoints.map((revision) => positions[revision]));
    },
  );
});

describe('a filter by a regular expression', () => {
  const event = (type: string) => jsonEvent({ type, data: {} });

  it.each([
    [
      'type',
      eventTypeFilter({ regex: '^expr-(Opened|Closed)$' }),
      ['expr-one expr-Opened', 'expr-two expr-Closed', 'expr-one expr-Closed'],
    ],
    [
      'stream',
      streamNameFilter({ regex: '^expr-t[a-z]o$' }),
      ['expr-two expr-Closed', 'expr-two expr-ReOpened'],
    ],
  ])('on the %s lets a subscription have what it matches', async (_, filter, wanted) => {
    const { position: before } = await client.appendToStream('before', noted(1));
    await client.appendToStream('expr-one', [event('expr-Opened'), event('expr-Noted')]);
    await client.appendToStream('expr-two', [event('expr-Closed'), event('expr-ReOpened')]);
    await client.appendToStream('expr-one', [event('expr-Closed')]);
    const seen: string[] = [];
    const subscription = client.subscribeToAll({ fromPosition: before ?? START, filter });
    subscription.on('data', ({ event: one }) => seen.push(`${one?.streamId} ${one?.type}`));
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    await subscription.unsubscribe();
    expect(seen).toEqual(wanted);
  });
});

describe('the connections of a persistent subscription', () => {
  it.each([true, false])('have a name and, when extraStatistics is %s, times', async (extraStatistics) => {
    const stream = `connections-${extraStatistics}`;
    await client.appendToStream(stream, noted(5));
    await client.createPersistentSubscriptionToStream(
      stream,
      'group',
      persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START, extraStatistics }),
    );
    const subscription = client.subscribeToPersistentSubscriptionToStream(stream, 'group');
    let seen = 0;
    for await (const event of subscription) {
      await subscription.ack(event);
      seen += 1;
      if (seen === 5) break;
    }
    const {
      connections: [connection],
    } = await client.getPersistentSubscriptionToStreamInfo(stream, 'group');
    await subscription.unsubscribe();
    expect(connection).toMatchObject({ connectionName: 'worker-7', username: 'system' });
    expect([...(connection?.extraStatistics?.keys() ?? [])]).toEqual(
      extraStatistics
        ? [
            'mean',
            'median',
            'fastest',
            'quintile 1',
            'quintile 2',
            'quintile 3',
            'quintile 4',
            'quintile 5',
            '90%',
            '95%',
            '99%',
            '99.5%',
            '99.9%',
            'highest',
          ]
        : [],
    );
  });
});

describe('a deleted stream', () => {
  const read = async (stream: string) => {
    const revisions: bigint[] = [];
    for await (const { event } of client.readStream(stream)) revisions.push(event?.revision ?? -1n);
    return revisions;
  };

  it('stays empty under new metadata, and goes on behind what was deleted', async () => {
    await client.appendToStream('renamed', noted(3));
    await client.deleteStream('renamed');
    await client.setStreamMetadata('renamed', { maxCount: 5, own: 'kept' });
    expect(await client.getStreamMetadata('renamed')).toMatchObject({
      metadata: { maxCount: 5, own: 'kept', truncateBefore: 3 },
    });
    expect(await read('renamed')).toEqual([]);
    await client.appendToStream('renamed', noted(1), { expectedRevision: 2n });
    expect(await read('renamed')).toEqual([3n]);
  });

  it('loses its metadata', async () => {
    await client.appendToStream('bare', noted(1));
    await client.setStreamMetadata('bare', { maxCount: 5, own: 'gone' });
    await client.deleteStream('bare');
    await client.appendToStream('bare', noted(1));
    expect((await client.getStreamMetadata('bare')).metadata).toEqual({ truncateBefore: 1 });
  });

  it('may have had metadata only', async () => {
    await client.setStreamMetadata('described', { own: 'kept' });
    await client.deleteStream('described');
    await expect(read('described')).rejects.toThrow('described');
    await client.appendToStream('described', noted(1), { expectedRevision: 'no_stream' });
    expect(await read('described')).toEqual([0n]);
  });
});

const isKeptForAll = (stream: string) => stream.startsWith('$persistentsubscription-$all::');

describe('a persistent subscription to $all', () => {
  const often = { checkPointAfter: 10, checkPointLowerBound: 1, checkPointUpperBound: 1 };
  const createForAll = (group: string) =>
    client.createPersistentSubscriptionToAll(
      group,
      persistentSubscriptionToAllSettingsFromDefaults({ startFrom: END, ...often }),
    );

  it('brings what other groups keep, and nothing that a group over $all keeps', async () => {
    await createForAll('everything');
    await client.createPersistentSubscriptionToStream(
      'kept',
      'few',
      persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START, ...often }),
    );
    const few = client.subscribeToPersistentSubscriptionToStream('kept', 'few');
    few.on('data', (resolved) => void few.ack(resolved));
    await client.appendToStream('kept', noted(1));
    const everything = client.subscribeToPersistentSubscriptionToAll('everything');
    const streams: string[] = [];
    for await (const resolved of everything) {
      await everything.ack(resolved);
      const stream = resolved.event?.streamId ?? '';
      streams.push(stream);
      if (stream === '$persistentsubscription-kept::few-checkpoint') {
        await client.appendToStream('end', noted(1));
      }
      if (stream === 'end') break;
    }
    await everything.unsubscribe();
    await few.unsubscribe();
    expect(streams).toContain('$persistentSubscriptionConfig');
    expect(streams).toContain('kept');
    expect(streams.filter(isKeptForAll)).toEqual([]);
    const all: string[] = [];
    for await (const { event } of client.readAll()) all.push(event?.streamId ?? '');
    expect(all).toContain('$persistentsubscription-kept::few-checkpoint');
    expect(all.filter(isKeptForAll)).toEqual([]);
    const [checkpoint] = await client
      .getPersistentSubscriptionToAllInfo('everything')
      .then(({ stats }) => [stats.lastCheckpointedEventPosition]);
    expect(checkpoint).toBeDefined();
  });

  it('writes no checkpoint because of a checkpoint', async () => {
    await createForAll('quiet');
    const subscription = client.subscribeToPersistentSubscriptionToAll('quiet');
    subscription.on('data', (resolved) => void subscription.ack(resolved));
    await client.appendToStream('noise', noted(1));
    const count = async () => {
      let events = 0;
      for await (const _ of client.readAll()) events += 1;
      return events;
    };
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = await count();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await count()).toBe(before);
    await subscription.unsubscribe();
  });
});
