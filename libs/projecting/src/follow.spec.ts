import { type Delivery, UnreadEvent } from '#event-sourcing/event-store';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import type { Batch } from './apply.js';
import { decoder } from './engine.testing.js';
import { follow } from './follow.js';
import type { Member } from './member.js';

const event = (position: number): Delivery => ({
  kind: 'event',
  event: new UnreadEvent(
    'order-1576.a',
    BigInt(position),
    BigInt(position),
    `event-${position}`,
    'LineAdded',
    Buffer.from('{}'),
    Buffer.from('{}'),
  ),
});
const events = (from: number, count: number) => Array.from({ length: count }, (_, n) => event(from + n));

/** Whether each batch that a member got was said to end at the end of the log, with its number of events. */
async function taken(...deliveries: readonly (readonly Delivery[])[]) {
  class Scripted extends MemoryEventStore {
    override async *subscribe(): AsyncGenerator<readonly Delivery[]> {
      await Promise.resolve();
      yield* deliveries;
    }
  }
  const batches: Batch[] = [];
  const member = {
    checkpoint: { last: undefined, resume: undefined, aside: new Map() },
    take: async (batch: Batch) => {
      // While it works the next deliveries gather.
      await new Promise((resolve) => setImmediate(resolve));
      batches.push(batch);
    },
  } as unknown as Member;
  await follow(new Set([member]), {
    store: new Scripted(),
    decoder,
    streamPrefixes: ['order-'],
    signal: new AbortController().signal,
    onStopped: () => Promise.resolve(),
    onCaughtUp: () => {},
    onProgress: () => {},
  });
  return batches.map(({ events: own, caughtUp }) => [own.length, caughtUp]);
}

describe('following the log', () => {
  it('says of a batch that it ends at the end of the log only where nothing waits behind it', async () => {
    expect(
      await taken(
        [...events(0, 10), { kind: 'caughtUp' }],
        events(10, 5_000),
        events(5_010, 5_000),
        events(10_010, 3),
      ),
    ).toEqual([
      [10, true],
      [5_000, false],
      [5_000, false],
      [3, true],
    ]);
  });

  it('says so of no batch before the log has', async () => {
    expect(await taken(events(0, 3), [{ kind: 'caughtUp' }])).toEqual([
      [3, false],
      [0, true],
    ]);
  });
});
