import { PassThrough } from 'node:stream';
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Delivery } from '../event-store.js';
import { subscription } from './subscription.js';

/** The client's subscription as it behaves: callbacks at once, events through a buffer. */
function fakeClient() {
  const source = Object.assign(new PassThrough({ objectMode: true }), {
    unsubscribe: () => Promise.resolve(),
  });
  let reached: (subscription: unknown, position: { commit: bigint }) => void = () => undefined;
  const client = {
    subscribeToAll(options: { filter: { checkpointReached: typeof reached } }) {
      reached = options.filter.checkpointReached;
      return source;
    },
  } as unknown as EventStoreDBClient;
  return {
    client,
    source,
    event: (position: bigint) =>
      source.write({
        event: {
          streamId: 'case-1576.a',
          id: 'e',
          type: 'Noted',
          revision: position,
          data: {},
          metadata: {},
          isJson: true,
          position: { commit: position, prepare: position },
        },
      }),
    checkpoint: (position: bigint) => reached(source, { commit: position }),
  };
}

const told = (delivery: Delivery) =>
  delivery.kind === 'event'
    ? `event ${delivery.event.position}`
    : delivery.kind === 'checkpoint'
      ? `checkpoint ${delivery.position}`
      : 'caught up';

async function run(maxBatch: number, script: (fake: ReturnType<typeof fakeClient>) => void, count: number) {
  const fake = fakeClient();
  const controller = new AbortController();
  const options = { streamPrefixes: ['case-'], signal: controller.signal, maxBatch };
  const batches = subscription(fake.client, options, 60_000);
  const first = batches.next();
  fake.source.emit('confirmation');
  script(fake);
  const seen: string[] = [];
  for (let next = await first; !next.done; next = await batches.next()) {
    seen.push(...next.value.map(told));
    if (seen.length >= count) controller.abort();
  }
  return seen;
}

describe('a subscription', () => {
  it.each([1, 2, 3, 500])(
    'hands over a checkpoint after the events before it (batches of %d)',
    async (maxBatch) => {
      const seen = await run(
        maxBatch,
        (fake) => {
          for (const position of [1n, 2n, 3n, 4n, 5n]) fake.event(position);
          fake.checkpoint(9n);
          fake.source.emit('caughtUp');
        },
        7,
      );
      expect(seen).toEqual([
        'event 1',
        'event 2',
        'event 3',
        'event 4',
        'event 5',
        'checkpoint 9',
        'caught up',
      ]);
    },
  );

  it('hands over the newest checkpoint alone', async () => {
    const seen = await run(
      500,
      (fake) => {
        fake.checkpoint(3n);
        fake.checkpoint(7n);
      },
      1,
    );
    expect(seen).toEqual(['checkpoint 7']);
  });

  it('ends when the server ends it, having handed over what came', async () => {
    const fake = fakeClient();
    const batches = subscription(
      fake.client,
      { streamPrefixes: [], signal: new AbortController().signal },
      60_000,
    );
    const first = batches.next();
    fake.source.emit('confirmation');
    fake.event(1n);
    fake.source.end();
    expect((await first).value?.map(told)).toEqual(['event 1']);
    expect(await batches.next()).toEqual({ done: true, value: undefined });
  });

  it('hands over what came before an error, then the error', async () => {
    const fake = fakeClient();
    const batches = subscription(
      fake.client,
      { streamPrefixes: [], signal: new AbortController().signal },
      60_000,
    );
    const first = batches.next();
    fake.event(1n);
    expect((await first).value?.map(told)).toEqual(['event 1']);
    fake.source.emit('error', new Error('broken'));
    await expect(batches.next()).rejects.toThrow(
      'The event store cannot be reached to follow the log: broken',
    );
  });

  it('gives up when the server never confirms it', async () => {
    const { client } = fakeClient();
    const options = { streamPrefixes: [], signal: new AbortController().signal };
    await expect(subscription(client, options, 1).next()).rejects.toThrow(
      'did not answer a subscription within 1 ms',
    );
  });
});
