import { watchClock } from '#apps/clock-watch';
import { until } from '#apps/until';
import { isWorkingDay } from '#deadlines';
import type { EventStore } from '#event-sourcing/event-store';
import type { ReactorClock } from '#event-sourcing/reactor';
import { advisoryLock, type Pool } from '#postgres';
import { adoptedTenants, type Elected, startElected } from '../elected.js';
import { Postponed } from '../postponed.js';
import { AddressRefused, PostFailure } from './post.js';
import { remindIn, type ReminderParts } from './tenant-reminders.js';

export interface RemindersClock extends ReactorClock {
  /** The time of day in Norway, `07:00`. */
  readonly time: () => string;
}

export interface RemindersOptions extends Omit<ReminderParts, 'today'> {
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
  const remind = (tenant: string, today: string, signal: AbortSignal) =>
    remindIn({ ...parts, today: () => clock.today() }, tenant, today, signal);

  return startElected({
    name: 'reminders',
    elect: () => advisoryLock(pool, 'samspor reminders'),
    log,
    async work(signal, isRunning) {
      isRunning();
      await until(signal, upToDate);
      /** The day for which each municipality's people are told. */
      const done = new Map<string, string>();
      /** How many of a day's messages are not known to have been taken, by municipality: also where others are tried again. */
      const untaken = new Map<string, { readonly day: string; readonly count: number }>();
      const postponed = new Postponed(againMs, (why) => log(`The reminders wait: ${why}`));
      for await (const tenants of adoptedTenants(store, { signal, lookEveryMs })) {
        const wrong = jumped()?.message;
        if (wrong === undefined && postponed.isDue && isTime(clock)) {
          let message: string | undefined;
          for (const tenant of tenants) {
            if (signal.aborted) return;
            // What came before may have taken until the next day.
            const day = clock.today();
            if (done.get(tenant) === day || !isTime(clock)) continue;
            let isAway = false;
            try {
              await remind(tenant, day, signal);
              done.set(tenant, day);
            } catch (error) {
              if (!(error instanceof PostFailure)) throw error;
              message = error.message;
              // One address of one municipality keeps no other one waiting; a mail server that takes nothing does.
              isAway = !(error.cause instanceof AddressRefused);
            }
            untaken.set(tenant, { day, count: await parts.vault.reminders.unsentOn(tenant, day) });
            if (isAway) break;
          }
          postponed.tried(message);
        }
        isRunning(wrong ?? postponed.why ?? sayUntaken([...untaken.values()], clock.today()));
      }
    },
  });
}

const isTime = (clock: RemindersClock) => clock.time() >= from && isWorkingDay(clock.today());

function sayUntaken(
  untaken: readonly { readonly day: string; readonly count: number }[],
  today: string,
): string | undefined {
  const count = untaken.reduce((sum, one) => sum + (one.day === today ? one.count : 0), 0);
  if (count === 0) return undefined;
  return `The mail server is not known to have taken ${count === 1 ? 'one message' : `${count} messages`} of today. Look through the e-mail addresses in the register of staff.`;
}
