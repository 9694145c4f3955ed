import { partsOf } from '#event-sourcing';
import type { EventStore } from '#event-sourcing/event-store';
import type { AdvisoryLock } from '#postgres';
import { describeFailure, gathered, pauseFor, type ReactorStatus } from '#projecting';

/** What one of several processes does, until `stop`. */
export interface Elected {
  status(): ReactorStatus;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

export interface ElectedOptions {
  readonly name: string;
  /** Elects one of several processes; undefined while it is another. */
  readonly elect: () => Promise<AdvisoryLock | undefined>;
  readonly log: (line: string) => void;
  /** Works until the signal fires, which it does also when the lock is lost; what it throws is tried again. */
  readonly work: (signal: AbortSignal, isRunning: (message?: string) => void) => Promise<void>;
}

const standbyMs = 1_000;
const againMs = 2_000;

/** Does the work in one of several processes, and again when it fails, until `stop`. */
export function startElected({ name, elect, log, work }: ElectedOptions): Elected {
  const stopping = new AbortController();
  const { signal } = stopping;
  let status: ReactorStatus = { name, state: 'STARTING', message: undefined, position: undefined };
  const is = (state: ReactorStatus['state'], message?: string) => {
    const isImpaired = state === 'RUNNING' && message !== undefined;
    status = { name, state, message, position: undefined, ...(isImpaired && { isImpaired }) };
  };

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const lock = await elect();
        if (lock === undefined) {
          is('STANDBY');
          await pauseFor(standbyMs, signal);
          continue;
        }
        try {
          await work(AbortSignal.any([signal, lock.lost]), (message) => is('RUNNING', message));
        } finally {
          await lock.release();
        }
      } catch (error) {
        if (signal.aborted) return;
        const message = describeFailure(error);
        if (status.message !== message) log(`The ${name} failed: ${message}`);
        is('FAILING', message);
        await pauseFor(againMs, signal);
      }
    }
  }

  const running = run();
  return {
    status: () => status,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** The municipalities that have adopted a profile, whenever there are more of them and at least every `lookEveryMs`, until the signal fires. */
export async function* adoptedTenants(
  store: Pick<EventStore, 'subscribe'>,
  { signal: ended, lookEveryMs }: { readonly signal: AbortSignal; readonly lookEveryMs: number },
): AsyncGenerator<readonly string[]> {
  const tenants = new Set<string>();
  const left = new AbortController();
  const signal = AbortSignal.any([ended, left.signal]);
  const source = store.subscribe({ streamPrefixes: ['municipality-'], signal });
  try {
    for await (const deliveries of gathered(source, { max: 1_000, quietMs: lookEveryMs })) {
      for (const delivery of deliveries) {
        if (delivery.kind !== 'event' || delivery.event.type !== 'MunicipalityProfileAdopted') continue;
        const tenant = partsOf(delivery.event.stream)?.tenant;
        if (tenant !== undefined) tenants.add(tenant);
      }
      if (ended.aborted) return;
      yield [...tenants];
    }
  } finally {
    left.abort();
  }
}
