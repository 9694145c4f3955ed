import { watchClock } from '#apps/clock-watch';
import { until } from '#apps/until';
import { ArchiveAway } from '#documents/application/index';
import type { EventStore } from '#event-sourcing/event-store';
import { advisoryLock, type Pool } from '#postgres';
import { adoptedTenants, type Elected, startElected } from '../elected.js';
import { Postponed } from '../postponed.js';
import { archiveIn, type ArchiveParts } from './tenant-archive.js';

export interface ArchiveOptions extends ArchiveParts {
  readonly store: Pick<EventStore, 'subscribe'>;
  /** Where one of several processes is elected. */
  readonly pool: Pool;
  /** Resolves when the read models stand at the end of the log. */
  readonly upToDate: Promise<void>;
  readonly log: (line: string) => void;
  /** 15 s unless told. */
  readonly lookEveryMs?: number;
  /** The first pause after a failure; 30 s unless told. */
  readonly againMs?: number;
}

/**
 * Hands documents over to the archives of the municipalities that have one and takes note of what these answer, in one of several processes, until
 * `stop`. While nothing can be handed over that is tried again with growing pauses, and its status says why; nothing else waits for it.
 */
export function startArchive({
  store,
  pool,
  upToDate,
  log,
  lookEveryMs = 15_000,
  againMs = 30_000,
  ...parts
}: ArchiveOptions): Elected {
  const jumped = watchClock();
  return startElected({
    name: 'archive',
    elect: () => advisoryLock(pool, 'samspor archive'),
    log,
    async work(signal, isRunning) {
      isRunning();
      await until(signal, upToDate);
      const postponed = new Postponed(againMs, (why) => log(`The archive waits: ${why}`));
      for await (const tenants of adoptedTenants(store, { signal, lookEveryMs })) {
        // What is sent on a wrong day would stand for ever.
        const wrong = jumped()?.message;
        if (wrong === undefined && postponed.isDue) {
          let message: string | undefined;
          for (const tenant of tenants) {
            if (signal.aborted) return;
            try {
              await archiveIn(parts, tenant, signal);
            } catch (error) {
              if (!(error instanceof ArchiveAway)) throw error;
              message = error.message;
            }
          }
          postponed.tried(message);
        }
        isRunning(wrong ?? postponed.why);
      }
    },
  });
}
