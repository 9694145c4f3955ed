import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DISPATCH_TO_SINGLE,
  EventStoreDBClient,
  jsonEvent,
  PARK,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  PINNED,
  ROUND_ROBIN,
  START,
  streamNameFilter,
  type PersistentSubscriptionToAll,
  type PersistentSubscriptionToStream,
} from '@eventstore/db-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import { eventually } from '../support/wait.js';

let folder: string;
let node: EmbeddedEventStore;
let client: EventStoreDBClient;

const start = async () => {
  node = await startEmbeddedEventStore({ dataDir: folder });
  client = EventStoreDBClient.connectionString(node.connectionString);
};

const stop = async () => {
  await client.dispose();
  await node.close();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'persistent-subscriptions-'));
  await start();
});

afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

const restart = async () => {
  await stop();
  await start();
};

const group = 'workers';
const often = { checkPointAfter: 10, checkPointLowerBound: 1, checkPointUpperBound: 1 };

const append = (stream: string, ...numbers: number[]) =>
  client.appendToStream(
    stream,
    numbers.map((n) => jsonEvent({ type: 'Noted', data: { n } })),
  );

const create = (stream: string, changes: object = {}) =>
  client.createPersistentSubscriptionToStream(
    stream,
    group,
    persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START, ...often, ...changes }),
  );

const info = (stream: string) => client.getPersistentSubscriptionToStreamInfo(stream, group);

interface Given {
  readonly stream: string;
  readonly n: unknown;
}

/** A connected consumer, and what it was given: it acknowledges or parks that, or leaves it unanswered. */
class Worker {
  readonly given: Given[] = [];
  readonly errors: unknown[] = [];

  constructor(
    private readonly subscription: PersistentSubscriptionToStream | PersistentSubscriptionToAll,
    answer: 'ack' | 'park' | 'leave',
  ) {
    subscription.on('error', (error: unknown) => this.errors.push(error));
    subscription.on('data', (resolved) => {
      const { streamId = '', data } = resolved.event ?? {};
      this.given.push({ stream: streamId, n: (data as { n?: unknown }).n });
      if (answer === 'ack') void subscription.ack(resolved);
      if (answer === 'park') void subscription.nack(PARK, 'no use', resolved);
    });
  }

  get numbers(): readonly unknown[] {
    return this.given.map(({ n }) => n);
  }

  async has(...numbers: number[]): Promise<void> {
    await eventually(() => expect(this.numbers).toEqual(numbers));
  }

  async leave(): Promise<void> {
    await this.subscription.unsubscribe();
  }
}

async function work(
  stream: string,
  answer: 'ack' | 'park' | 'leave' = 'ack',
  bufferSize = 10,
): Promise<Worker> {
  const subscription = client.subscribeToPersistentSubscriptionToStream(stream, group, { bufferSize });
  const worker = new Worker(subscription, answer);
  await new Promise((resolve) => subscription.once('confirmation', resolve));
  return worker;
}

describe('the strategy RoundRobin', () => {
  it('gives the events to the consumers in turn', async () => {
    await create('work', { consumerStrategyName: ROUND_ROBIN });
    const workers = [await work('work'), await work('work')];
    await append('work', 0, 1, 2, 3, 4, 5);
    await eventually(() => expect(workers.map(({ given }) => given.length)).toEqual([3, 3]));
    expect(new Set(workers.map(({ numbers }) => numbers.join()))).toEqual(new Set(['0,2,4', '1,3,5']));
  });
});

describe('the strategy DispatchToSingle', () => {
  it('gives everything to one consumer until it is full, then to the next', async () => {
    await create('work', { consumerStrategyName: DISPATCH_TO_SINGLE });
    const first = await work('work', 'leave', 3);
    const second = await work('work', 'leave', 3);
    await append('work', 0, 1);
    await first.has(0, 1);
    await append('work', 2, 3, 4);
    await second.has(3, 4);
    expect(first.numbers).toEqual([0, 1, 2]);
    await first.leave();
    await second.has(3, 4, 0);
  });
});

describe('the strategy Pinned', () => {
  const streams = Array.from({ length: 12 }, (_, n) => `pin-${n}`);
  const workOnAll = async () => {
    const subscription = client.subscribeToPersistentSubscriptionToAll(group, { bufferSize: 4 });
    const worker = new Worker(subscription, 'ack');
    await new Promise((resolve) => subscription.once('confirmation', resolve));
    return worker;
  };
  const round = async (n: number, workers: readonly Worker[]) => {
    for (const stream of streams) await append(stream, n);
    const given = () => workers.flatMap((worker) => worker.given.filter((each) => each.n === n));
    await eventually(() => expect(given()).toHaveLength(streams.length));
    return new Map(
      streams.map((stream) => [
        stream,
        workers.findIndex((worker) => worker.given.some((each) => each.n === n && each.stream === stream)),
      ]),
    );
  };

  it('gives a stream to one consumer in order, and moves few when another joins', async () => {
    await client.createPersistentSubscriptionToAll(
      group,
      persistentSubscriptionToAllSettingsFromDefaults({
        startFrom: START,
        ...often,
        consumerStrategyName: PINNED,
      }),
      { filter: streamNameFilter({ prefixes: ['pin-'] }) },
    );
    const workers = [await workOnAll(), await workOnAll()];
    const before = await round(0, workers);
    expect(new Set(before.values())).toEqual(new Set([0, 1]));
    expect(await round(1, workers)).toEqual(before);
    workers.push(await workOnAll());
    const after = await round(2, workers);
    const moved = streams.filter((stream) => after.get(stream) !== before.get(stream));
    expect(new Set(moved.map((stream) => after.get(stream)))).toEqual(new Set([2]));
    expect(moved.length).toBeLessThanOrEqual(streams.length / 2);
    expect(await round(3, workers)).toEqual(after);
    for (const { given } of workers) {
      for (const stream of streams) {
        const numbers = given.filter((each) => each.stream === stream).map(({ n }) => Number(n));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }
    }
  });
});

describe('the list of persistent subscriptions', () => {
  it('has those of a stream, those of $all, or all of them', async () => {
    await create('one');
    await create('other');
    await client.createPersistentSubscriptionToAll(group, persistentSubscriptionToAllSettingsFromDefaults());
    const sources = (found: readonly { eventSource: string }[]) =>
      found.map(({ eventSource }) => eventSource).toSorted();
    expect(sources(await client.listAllPersistentSubscriptions())).toEqual(['$all', 'one', 'other']);
    expect(sources(await client.listPersistentSubscriptionsToAll())).toEqual(['$all']);
    expect(sources(await client.listPersistentSubscriptionsToStream('one'))).toEqual(['one']);
    await expect(client.listPersistentSubscriptionsToStream('none')).rejects.toThrow('does not exist');
  });
});

describe('RestartSubsystem', () => {
  it('drops the consumers, who go on where they were', async () => {
    await create('work');
    const before = await work('work');
    await append('work', 0, 1);
    await before.has(0, 1);
    await eventually(async () => {
      expect((await info('work')).stats.lastCheckpointedEventRevision).toBe(1n);
    });
    await client.restartPersistentSubscriptionSubsystem();
    await eventually(() => expect(before.errors).toHaveLength(1));
    await append('work', 2);
    await (await work('work')).has(2);
  });
});

describe('parked messages', () => {
  const parked = (count: bigint) =>
    eventually(async () => expect((await info('work')).stats.parkedMessageCount).toBe(count));

  it('come again as many as are asked for', async () => {
    await create('work');
    await append('work', 0, 1, 2, 3, 4);
    const parking = await work('work', 'park');
    await parked(5n);
    await parking.leave();
    const worker = await work('work');
    await client.replayParkedMessagesToStream('work', group, { stopAt: 2 });
    await worker.has(0, 1);
    await parked(3n);
    await client.replayParkedMessagesToStream('work', group);
    await worker.has(0, 1, 2, 3, 4);
    await parked(0n);
  });

  it('survive a restart', async () => {
    await create('work');
    await append('work', 0, 1);
    await work('work', 'park');
    await parked(2n);
    await restart();
    await parked(2n);
    const worker = await work('work');
    await client.replayParkedMessagesToStream('work', group);
    await worker.has(0, 1);
  });
});

describe('a node that is closed and started on the same folder', () => {
  it('has the settings and the checkpoints of before', async () => {
    await create('work', { maxRetryCount: 3, messageTimeout: 1234, consumerStrategyName: PINNED });
    await create('gone');
    await client.deletePersistentSubscriptionToStream('gone', group);
    const worker = await work('work');
    await append('work', 0, 1, 2);
    await worker.has(0, 1, 2);
    await eventually(async () => {
      expect((await info('work')).stats.lastCheckpointedEventRevision).toBe(2n);
    });
    const { settings } = await info('work');
    await restart();
    expect((await info('work')).settings).toEqual(settings);
    expect(settings).toMatchObject({ maxRetryCount: 3, messageTimeout: 1234, consumerStrategyName: PINNED });
    expect(await client.listAllPersistentSubscriptions()).toHaveLength(1);
    await append('work', 3);
    await (await work('work')).has(3);
  });

  it('gives an unanswered event again, and none that came before it and was answered', async () => {
    await create('work');
    const [answering, leaving] = [await work('work', 'ack', 1), await work('work', 'leave', 1)];
    await append('work', 0, 1);
    await eventually(() => expect([...answering.given, ...leaving.given]).toHaveLength(2));
    const [left] = leaving.numbers;
    await restart();
    const worker = await work('work');
    await eventually(() => expect(worker.numbers).toContain(left));
    await append('work', 2);
    await eventually(() => expect(worker.numbers).toContain(2));
    expect(worker.numbers.filter((n) => Number(n) < Number(left))).toEqual([]);
  });
});
