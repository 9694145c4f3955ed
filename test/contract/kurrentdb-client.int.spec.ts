import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  binaryEvent,
  jsonEvent,
  KurrentDBClient,
  persistentSubscriptionToStreamSettingsFromDefaults,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';

let node: EmbeddedEventStore;
let client: KurrentDBClient;

beforeAll(async () => {
  node = await startEmbeddedEventStore({ temporary: true });
  client = KurrentDBClient.connectionString(node.connectionString.replace('esdb://', 'kurrentdb://'));
});

afterAll(async () => {
  await client.dispose();
  await node.close();
});

const noted = (n: number) => jsonEvent({ type: 'Noted', data: { n } });

describe('the KurrentDB client', () => {
  it('appends and reads, both directions and $all', async () => {
    const events = [noted(0), noted(1), binaryEvent({ type: 'Bytes', data: Buffer.from([0, 255]) })];
    const { nextExpectedRevision } = await client.appendToStream('read', events, {
      streamState: 'no_stream',
    });
    expect(nextExpectedRevision).toBe(2n);
    const ids = events.map(({ id }) => id);
    const forwards: (string | undefined)[] = [];
    for await (const { event } of client.readStream('read')) forwards.push(event?.id);
    expect(forwards).toEqual(ids);
    const backwards: (string | undefined)[] = [];
    const call = client.readStream('read', { direction: 'backwards', fromRevision: 'end' });
    for await (const { event } of call) backwards.push(event?.id);
    expect(backwards).toEqual(ids.toReversed());
    const all: (string | undefined)[] = [];
    for await (const { event } of client.readAll()) if (event?.streamId === 'read') all.push(event.id);
    expect(all).toEqual(ids);
  });

  it('is told of a wrong expectation', async () => {
    await client.appendToStream('wrong', [noted(0)]);
    await expect(client.appendToStream('wrong', [noted(1)], { streamState: 7n })).rejects.toThrow(
      WrongExpectedVersionError,
    );
  });

  it('subscribes, to what is there and to what comes', async () => {
    await client.appendToStream('followed', [noted(0), noted(1)]);
    const subscription = client.subscribeToStream('followed', { fromRevision: 'start' });
    const seen: unknown[] = [];
    for await (const { event } of subscription) {
      seen.push(event?.data);
      if (seen.length === 2) await client.appendToStream('followed', [noted(2)]);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
    await subscription.unsubscribe();
  });

  it('works through a persistent subscription', async () => {
    await client.appendToStream('worked', [noted(0), noted(1)]);
    await client.createPersistentSubscriptionToStream(
      'worked',
      'group',
      persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start' }),
    );
    const subscription = client.subscribeToPersistentSubscriptionToStream('worked', 'group');
    const seen: unknown[] = [];
    for await (const resolved of subscription) {
      seen.push(resolved.event?.data);
      await subscription.ack(resolved);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual([{ n: 0 }, { n: 1 }]);
    await subscription.unsubscribe();
    await client.deletePersistentSubscriptionToStream('worked', 'group');
  });

  it('deletes and ends streams', async () => {
    await client.appendToStream('deleted', [noted(0)]);
    await client.deleteStream('deleted');
    await client.tombstoneStream('deleted');
    await expect(client.appendToStream('deleted', [noted(1)])).rejects.toMatchObject({
      type: 'stream-deleted',
    });
  });
});
