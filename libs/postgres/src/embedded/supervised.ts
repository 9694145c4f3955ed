import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { createDatabase } from '../roles.js';
import { type Server, stopServer } from './server.js';

export interface EmbeddedPostgres {
  /** The superuser's address of a database. The application itself uses what `prepareDatabase` answers. */
  url(database: string): string;
  ensureDatabase(name: string): Promise<void>;
  /** Shuts down fast (open transactions are rolled back) and waits for the end; after `withinMs` it is made to end at once. */
  stop(withinMs?: number): Promise<void>;
  readonly pid: number;
  /** Where its data are. */
  readonly home: string;
  /** Fires when PostgreSQL ended without `stop` and could not be started again. */
  readonly lost: AbortSignal;
}

/** A server with the connection that holds its ownership. */
export interface Owned {
  readonly server: Server;
  readonly owner: pg.Client;
}

/** Who has lived so long may end as often again as one that was just started. */
const soundMs = 60_000;

interface Supervision {
  readonly first: Owned;
  readonly again: (signal: AbortSignal) => Promise<Owned>;
  readonly pausesMs: readonly number[];
  readonly log: (line: string) => void;
  readonly logFile: string;
  readonly home: string;
  readonly url: (database: string) => string;
}

/** A server that is started again, at the same address, where it ends by itself: so often as there are pauses, then it is lost. */
export class Supervised implements EmbeddedPostgres {
  readonly home: string;
  readonly url: (database: string) => string;
  private readonly givenUp = new AbortController();
  private readonly stopped = new AbortController();
  private owned: Owned;
  private attempts = 0;
  private restarting = Promise.resolve();
  private stopping: Promise<void> | undefined;

  constructor(private readonly supervision: Supervision) {
    this.home = supervision.home;
    this.url = supervision.url;
    this.owned = supervision.first;
    this.watch();
  }

  get pid(): number {
    return this.owned.server.child.pid ?? 0;
  }

  get lost(): AbortSignal {
    return this.givenUp.signal;
  }

  ensureDatabase(name: string): Promise<void> {
    return createDatabase(this.owned.owner, name);
  }

  stop(withinMs?: number): Promise<void> {
    this.stopping ??= this.end(withinMs);
    return this.stopping;
  }

  private async end(withinMs?: number): Promise<void> {
    this.stopped.abort(new Error('PostgreSQL was stopped'));
    await this.restarting;
    const { owner, server } = this.owned;
    await owner.end().catch(() => {});
    await stopServer(server, withinMs);
  }

  private watch(): void {
    const since = Date.now();
    void this.owned.server.exited.then((how) => {
      if (this.stopping !== undefined) return;
      if (Date.now() - since > soundMs) this.attempts = 0;
      this.restarting = this.startAgain(
        `PostgreSQL ended unexpectedly (${how}); see ${this.supervision.logFile}`,
      );
    });
  }

  private async startAgain(what: string): Promise<void> {
    const { pausesMs, log, again } = this.supervision;
    const { signal } = this.stopped;
    let why = what;
    for (; this.attempts < pausesMs.length && !signal.aborted;) {
      const pauseMs = pausesMs[this.attempts++];
      log(`${why}. It is started again`);
      try {
        await delay(pauseMs, undefined, { signal });
        this.owned = await again(signal);
        log('PostgreSQL runs again');
        this.watch();
        return;
      } catch (error) {
        why = error instanceof Error ? error.message : String(error);
      }
    }
    if (!signal.aborted) this.givenUp.abort(new Error(why));
  }
}
