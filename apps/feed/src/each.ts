import { adoptedTenants, type Elected, startElected } from '#apps/projector/src/elected';
import type { EventStore } from '#event-sourcing';
import type { AdvisoryLock } from '#postgres';
import { Backoff } from '#projecting';

/** One receiver or stream, for as long as there is something to do for it. */
export interface One {
  readonly tenant: string;
  readonly id: string;
  readonly signal: AbortSignal;
  /** Something was done: when it fails next, it is tried again soon. */
  readonly onRound: () => void;
}

export interface EachOptions {
  readonly store: Pick<EventStore, 'subscribe'>;
  /** Of all of them, as the status says it. */
  readonly name: string;
  /** Of one, as the log says it. */
  readonly nameOf: (one: Pick<One, 'tenant' | 'id'>) => string;
  readonly elect: () => Promise<AdvisoryLock | undefined>;
  /** Those of a municipality for which there is something to do. */
  readonly idsIn: (tenant: string) => Promise<readonly string[]>;
  /** Does it, until nothing is left or the signal fires; what it throws is tried again with growing pauses. */
  readonly serve: (one: One) => Promise<void>;
  readonly log: (line: string) => void;
}

/** A new one is found within this. */
export const lookEveryMs = 500;

/** Serves each receiver or stream of every municipality by itself, in one of several processes, until `stop`. */
export function startEach({ store, name, nameOf, elect, idsIn, serve, log }: EachOptions): Elected {
  async function run(one: Omit<One, 'onRound'>): Promise<void> {
    const { signal } = one;
    const backoff = new Backoff();
    while (!signal.aborted) {
      try {
        await serve({ ...one, onRound: () => backoff.succeeded() });
        return;
      } catch (error) {
        if (signal.aborted) return;
        log(`${nameOf(one)} waits: ${error instanceof Error ? error.message : String(error)}`);
      }
      await backoff.pause(signal);
    }
  }

  return startElected({
    name,
    elect,
    log,
    async work(ended, isRunning) {
      const leaving = new AbortController();
      const signal = AbortSignal.any([ended, leaving.signal]);
      const running = new Map<string, Promise<void>>();
      isRunning();
      try {
        for await (const tenants of adoptedTenants(store, { signal, lookEveryMs })) {
          for (const tenant of tenants) {
            for (const id of await idsIn(tenant)) {
              if (running.has(id)) continue;
              running.set(
                id,
                run({ tenant, id, signal }).finally(() => running.delete(id)),
              );
            }
          }
        }
      } finally {
        leaving.abort();
        await Promise.all(running.values());
      }
    },
  });
}
