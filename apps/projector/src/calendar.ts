import { watchClock } from '#apps/clock-watch';
import { beginDays } from '#calendar';
import type { CommandRunner } from '#event-sourcing';
import type { EventStore } from '#event-sourcing/event-store';
import type { ReactorClock } from '#event-sourcing/reactor';
import { profileOf } from '#municipality';
import { advisoryLock, type Pool } from '#postgres';
import { adoptedTenants, type Elected, startElected } from './elected.js';

export interface CalendarOptions {
  readonly store: Pick<EventStore, 'subscribe'>;
  readonly runner: Pick<CommandRunner, 'look' | 'run'>;
  readonly clock: ReactorClock;
  /** Where one of several processes is elected; the log itself lets a day begin once. */
  readonly pool: Pool;
  readonly log: (line: string) => void;
}

/** How late after midnight a day may begin. */
const lookEveryMs = 10_000;

/** Begins the days of every municipality that has adopted a profile, in one of several processes, until `stop`. */
export function startCalendar({ store, runner, clock, pool, log }: CalendarOptions): Elected {
  const jumped = watchClock();

  /** Answers with the day up to which they have begun by then; none begins before the profile was adopted, as a clock far back would have it. */
  async function begin(tenant: string, day: string): Promise<string> {
    const { profile } = await profileOf(runner, tenant);
    return profile === undefined || clock.today() < profile.adoptedOn
      ? day
      : beginDays(runner, tenant, clock);
  }

  return startElected({
    name: 'calendar',
    elect: () => advisoryLock(pool, 'samspor calendar'),
    log,
    async work(signal, isRunning) {
      /** The day up to which each municipality's have begun. */
      const begun = new Map<string, string>();
      for await (const tenants of adoptedTenants(store, { signal, lookEveryMs })) {
        // What began by a wrong clock would stand for ever.
        const wrong = jumped()?.message;
        isRunning(wrong);
        for (const tenant of wrong === undefined ? tenants : []) {
          if (signal.aborted) return;
          const day = begun.get(tenant) ?? '';
          if (day !== clock.today()) begun.set(tenant, await begin(tenant, day));
        }
      }
    },
  });
}
