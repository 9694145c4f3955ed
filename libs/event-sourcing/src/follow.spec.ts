import { type Delivery, LogFault, StoreUnavailable } from './event-store.js';
import { follow } from './follow.js';

type Script = 'error' | 'end' | 'batch' | 'fault';
const checkpoint = (position: bigint): Delivery => ({ kind: 'checkpoint', position });

/** A store whose n-th subscription does what the script says. */
function scripted(script: readonly Script[], controller: AbortController) {
  const resumed: (bigint | undefined)[] = [];
  const store = {
    async *subscribe({ after }: { after?: bigint }): AsyncGenerator<readonly Delivery[]> {
      const act = script[resumed.length];
      resumed.push(after);
      await Promise.resolve();
      if (act === undefined) controller.abort();
      if (act === 'batch') yield [checkpoint((after ?? 0n) + 10n)];
      if (act === 'error') throw new StoreUnavailable('Gone.');
      if (act === 'fault') throw new LogFault('Another log.');
    },
  };
  return { store, resumed };
}

async function run(script: readonly Script[], onBatch?: () => void) {
  const controller = new AbortController();
  const { store, resumed } = scripted(script, controller);
  let position: bigint | undefined;
  const pauses: number[] = [];
  const done = follow(store, {
    from: () => position,
    streamPrefixes: ['case-'],
    signal: controller.signal,
    onBatch: (batch) => {
      onBatch?.();
      for (const delivery of batch) if (delivery.kind === 'checkpoint') position = delivery.position;
    },
    onPause: ({ delayMs }) => pauses.push(delayMs),
    pause: () => Promise.resolve(),
  });
  return { done, resumed, pauses };
}

describe('following the log', () => {
  it('goes on from where it was, after errors and after silent ends', async () => {
    const { done, resumed } = await run(['batch', 'error', 'batch', 'end']);
    await done;
    expect(resumed).toEqual([undefined, 10n, 10n, 20n, 20n]);
  });

  it('pauses twice as long each time, at most 30 s, and begins anew after a batch', async () => {
    const { done, pauses } = await run([...Array<Script>(9).fill('error'), 'batch']);
    await done;
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 250]);
  });

  it('follows anew when a batch could not be handled', async () => {
    let refusals = 2;
    const { done, resumed } = await run(['batch', 'batch', 'batch'], () => {
      if (refusals-- > 0) throw new Error('The database is away.');
    });
    await done;
    expect(resumed).toEqual([undefined, undefined, undefined, 10n]);
  });

  it('stops at a fault of the log', async () => {
    const { done } = await run(['batch', 'fault', 'batch']);
    await expect(done).rejects.toThrow('Another log.');
  });

  it('ends a pause at once when it is told to stop', async () => {
    const controller = new AbortController();
    const { store } = scripted(Array<Script>(20).fill('error'), new AbortController());
    let pauses = 0;
    await follow(store, {
      from: () => undefined,
      streamPrefixes: [],
      signal: controller.signal,
      onBatch: () => undefined,
      onPause: () => {
        pauses += 1;
        controller.abort();
      },
    });
    expect(pauses).toBe(1);
  });
});
