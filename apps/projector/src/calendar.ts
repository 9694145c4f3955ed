import { watchClock } from '#apps/clock-watch';
import { beginDays } from '#calendar';
import { type CommandRunner, partsOf } from '#event-sourcing';
import type { EventStore } from '#event-sourcing/event-store';
import type { ReactorClock } from '#event-sourcing/reactor';
import { profileOf } from '#municipality';
import { advisoryLock, type Pool } from '#postgres';
import { describeFailure, gathered, pauseFor, type ReactorStatus } from '#projecting';

export interface CalendarOptions {
  readonly store: Pick<EventStore, 'subscribe'>;
  readonly runner: Pick<CommandRunner, 'look' | 'run'>;
  readonly clock: ReactorClock;
  /** Where one of several processes is elected; the log itself lets a day begin once. */
  readonly pool: Pool;
  readonly log: (line: string) => void;
}

export interface RunningCalendar {
  status(): ReactorStatus;
  /** Ends after the days under way. */
  stop(): Promise<void>;
}

const name = 'calendar';
/** How late after midnight a day may begin. */
const lookEveryMs = 10_000;
const standbyMs = 1_000;
const againMs = 2_000;

/** Begins the days of every municipality that has adopted a profile, in one of several processes, until `stop`. */
export function startCalendar({ store, runner, clock, pool, log }: CalendarOptions): RunningCalendar {
  const stopping = new AbortController();
  const { signal } = stopping;
  const jumped = watchClock();
  let status: ReactorStatus = { name, state: 'STARTING', message: undefined, position: undefined };
  const is = (state: ReactorStatus['state'], message?: string) => (status = { ...status, state, message });

  /** Until the lock or the connection to the log is lost. */
  async function follow(ended: AbortSignal): Promise<void> {
    /** The day up to which each municipality's have begun. */
    const begun = new Map<string, string>();
    const left = new AbortController();
    const signal = AbortSignal.any([ended, left.signal]);
    const source = store.subscribe({ streamPrefixes: ['municipality-'], signal });
    try {
      for await (const deliveries of gathered(source, { max: 1_000, quietMs: lookEveryMs })) {
        for (const delivery of deliveries) {
          if (delivery.kind !== 'event' || delivery.event.type !== 'MunicipalityProfileAdopted') continue;
          const tenant = partsOf(delivery.event.stream)?.tenant;
          if (tenant !== undefined && !begun.has(tenant)) begun.set(tenant, '');
        }
        // What began by a wrong clock would stand for ever.
        const wrong = jumped()?.message;
        is('RUNNING', wrong);
        for (const [tenant, day] of begun) {
          if (ended.aborted) return;
          if (wrong === undefined && day !== clock.today()) begun.set(tenant, await begin(tenant, day));
        }
      }
    } finally {
      left.abort();
    }
  }

  /** Answers with the day up to which they have begun by then; none begins before the profile was adopted, as a clock far back would have it. */
  async function begin(tenant: string, day: string): Promise<string> {
    const { profile } = await profileOf(runner, tenant);
    return profile === undefined || clock.today() < profile.adoptedOn
      ? day
      : beginDays(runner, tenant, clock);
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const lock = await advisoryLock(pool, `samspor ${name}`);
        if (lock === undefined) {
          is('STANDBY');
          await pauseFor(standbyMs, signal);
          continue;
        }
        try {
          await follow(AbortSignal.any([signal, lock.lost]));
        } finally {
          await lock.release();
        }
      } catch (error) {
        if (signal.aborted) return;
        const message = describeFailure(error);
        if (status.message !== message) log(`The calendar failed: ${message}`);
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
