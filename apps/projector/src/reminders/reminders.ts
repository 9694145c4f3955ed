import { watchClock } from '#apps/clock-watch';
import { until } from '#apps/until';
import { isWorkingDay } from '#calendar';
import type { EventStore } from '#event-sourcing/event-store';
import type { ReactorClock } from '#event-sourcing/reactor';
import type { Pool } from '#postgres';
import { adoptedTenants, type Elected, startElected } from '../elected.js';
import { AddressRefused, PostFailure } from './post.js';
import { remindIn, type ReminderParts } from './tenant-reminders.js';

export interface RemindersClock extends ReactorClock {
  /** The time of day in Norway, `07:00`. */
  readonly time: () => string;
}

export interface RemindersOptions extends ReminderParts {
  readonly store: Pick<EventStore, 'subscribe'>;
  readonly clock: RemindersClock;
  /** Where one of several processes is elected; the vault itself lets everybody be told once a day. */
  readonly pool: Pool;
  /** Resolves when the read models stand at the end of the log: what waited before may be done. */
  readonly upToDate: Promise<void>;
  readonly log: (line: string) => void;
  /** 10 s unless told. */
  readonly lookEveryMs?: number;
  /** The first pause after a failure; 30 s unless told. */
  readonly againMs?: number;
}

/** Nobody is told by night. */
const from = '07:00';
const longestPauseMs = 1_800_000;

/**
 * Tells people by e-mail that something waits which they left untouched, on working days, in one of several processes, until `stop`. While messages cannot be
 * handed over that is tried again with growing pauses, and its status says why; nothing else waits for it.
 */
export function startReminders({
  store,
  clock,
  pool,
  upToDate,
  log,
  lookEveryMs = 10_000,
  againMs = 30_000,
  ...parts
}: RemindersOptions): Elected {
  const jumped = watchClock();

  return startElected({
    name: 'reminders',
    pool,
    log,
    async work(signal, isRunning) {
      isRunning();
      await until(signal, upToDate);
      /** The day for which each municipality's people are told, and how many were not. */
      const done = new Map<string, { readonly day: string; readonly refused: number }>();
      let failure: { readonly message: string; readonly pauseMs: number; readonly until: number } | undefined;
      for await (const tenants of adoptedTenants(store, { signal, lookEveryMs })) {
        const wrong = jumped()?.message;
        const today = clock.today();
        const isPaused = failure !== undefined && performance.now() < failure.until;
        if (wrong === undefined && !isPaused && clock.time() >= from && isWorkingDay(today)) {
          let message: string | undefined;
          for (const tenant of tenants) {
            if (signal.aborted) return;
            if (done.get(tenant)?.day === today) continue;
            try {
              const { refused } = await remindIn(parts, tenant, today, signal);
              done.set(tenant, { day: today, refused });
            } catch (error) {
              if (!(error instanceof PostFailure)) throw error;
              message = error.message;
              // One address of one municipality keeps no other one waiting; a mail server that takes nothing does.
              if (!(error.cause instanceof AddressRefused)) break;
            }
          }
          if (message !== undefined && failure?.message !== message) log(`The reminders wait: ${message}`);
          const pauseMs = failure === undefined ? againMs : Math.min(failure.pauseMs * 2, longestPauseMs);
          failure =
            message === undefined ? undefined : { message, pauseMs, until: performance.now() + pauseMs };
        }
        isRunning(wrong ?? failure?.message ?? refusals([...done.values()]));
      }
    },
  });
}

function refusals(done: readonly { readonly refused: number }[]): string | undefined {
  const count = done.reduce((sum, { refused }) => sum + refused, 0);
  if (count === 0) return undefined;
  return `The mail server did not take ${count === 1 ? 'one message' : `${count} messages`} today. Look through the e-mail addresses in the register of staff.`;
}
