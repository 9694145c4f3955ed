import { jest } from '@jest/globals';
import type { Delivery } from '#event-sourcing/event-store';
import { gathered } from './gathered.js';

const at = (position: bigint): Delivery => ({ kind: 'checkpoint', position });
/** Lets everything go on that can. */
const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));
const positions = (batch: readonly Delivery[]) =>
  batch.map((delivery) => (delivery.kind === 'checkpoint' ? delivery.position : undefined));

describe('gathered deliveries', () => {
  it('are handed over at once and, while the reader is busy, together', async () => {
    let goOn = () => {};
    const pause = new Promise<void>((resolve) => (goOn = resolve));
    async function* source() {
      yield [at(1n)];
      await pause;
      yield [at(2n)];
      yield [at(3n), at(4n)];
    }
    const batches: (readonly (bigint | undefined)[])[] = [];
    for await (const batch of gathered(source(), { max: 100, quietMs: 60_000 })) {
      batches.push(positions(batch));
      goOn();
      // The reader is busy until the source has no more to give.
      await turn();
    }
    expect(batches).toEqual([[1n], [2n, 3n, 4n]]);
  });

  it('never exceed the largest batch, in order', async () => {
    async function* source() {
      yield Array.from({ length: 25 }, (_, index) => at(BigInt(index)));
      yield [at(25n)];
    }
    const batches: (readonly (bigint | undefined)[])[] = [];
    for await (const batch of gathered(source(), { max: 10, quietMs: 60_000 })) {
      batches.push(positions(batch));
    }
    expect(batches.every((batch) => batch.length <= 10)).toBe(true);
    expect(batches.flat()).toEqual(Array.from({ length: 26 }, (_, index) => BigInt(index)));
  });

  it('are empty when nothing came for a while', async () => {
    let end = () => {};
    async function* source(): AsyncGenerator<Delivery[]> {
      await new Promise<void>((resolve) => (end = resolve));
      yield* [];
    }
    const batches: (readonly Delivery[])[] = [];
    for await (const batch of gathered(source(), { max: 10, quietMs: 1 })) {
      batches.push(batch);
      end();
    }
    expect(batches[0]).toEqual([]);
  });

  it('are all handed over before the failure of their source is', async () => {
    async function* source() {
      yield [at(1n)];
      throw new Error('the connection broke');
    }
    const seen: unknown[] = [];
    const read = async () => {
      for await (const batch of gathered(source(), { max: 10, quietMs: 60_000 })) {
        seen.push(...positions(batch));
      }
    };
    await expect(read()).rejects.toThrow('the connection broke');
    expect(seen).toEqual([1n]);
  });

  it('hold their source back while as many wait as a batch takes, and let go of it when nobody reads on', async () => {
    let given = 0;
    let isLetGo = false;
    async function* source() {
      try {
        for (;;) yield [at(BigInt((given += 1)))];
      } finally {
        isLetGo = true;
      }
    }
    const reading = gathered(source(), { max: 3, quietMs: 60_000 });
    await reading.next();
    await turn();
    expect([given, isLetGo]).toEqual([4, false]);
    await reading.next();
    await turn();
    expect(given).toBe(7);
    await reading.return(undefined);
    await turn();
    expect([given, isLetGo]).toEqual([7, true]);
  });

  it('leave no timer behind while they come, and end as soon as their source does', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    async function* source() {
      for (let position = 1n; position <= 3n; position += 1n) {
        await turn();
        yield [at(position)];
      }
      await turn();
    }
    for await (const batch of gathered(source(), { max: 10, quietMs: 60_000 })) expect(batch).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
});
