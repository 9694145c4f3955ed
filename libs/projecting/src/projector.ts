import type { EventStore } from '#event-sourcing/event-store';
import type { Projection } from '#event-sourcing/projection';
import { advisoryLock } from '#postgres';
import { Backoff, pauseFor } from './backoff.js';
import { catchUp } from './catch-up.js';
import { historyReader, type Decoder } from './delivered.js';
import { describeFailure, isMissing, isPassing } from './failure.js';
import { follow } from './follow.js';
import { AnotherLog, verifyLog } from './log-identity.js';
import { Member, Stopped } from './member.js';
import type { ReadModels } from './read-models.js';
import { rebuild } from './rebuild.js';
import { Fenced, liveCheckpoint, named, recordHalt, recordUnbuilt } from './registry.js';
import { tableExists } from './tables.js';

export interface ProjectorOptions {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly readModels: ReadModels;
  /** Told what an operator should know, a line at a time; never personal data. */
  readonly log: (line: string) => void;
}

export interface Projector {
  /** Resolves when every projection stands at the end of the log or is halted, or another process leads. */
  readonly ready: Promise<void>;
  /** What this process does for the read models. */
  role(): 'LEADING' | 'STANDBY' | 'STARTING';
  /** Ends after the transactions under way. */
  stop(): Promise<void>;
}

const standbyMs = 1_000;

/**
 * Keeps the read models of `readModels` current until `stop`: makes those that are missing, follows the log, halts what cannot be taken in
 * and tries it again. Of several processes an advisory lock elects one; the checkpoints fence the others.
 */
export function startProjector(options: ProjectorOptions): Projector {
  const stopping = new AbortController();
  const { signal } = stopping;
  let role: 'LEADING' | 'STANDBY' | 'STARTING' = 'STARTING';
  let becomeReady = () => {};
  const ready = new Promise<void>((resolve) => (becomeReady = resolve));

  const run = async () => {
    const backoff = new Backoff();
    while (!signal.aborted) {
      try {
        await options.readModels.prepare();
        const lock = await advisoryLock(options.readModels.projector, 'samspor projector');
        if (lock === undefined) {
          role = 'STANDBY';
          becomeReady();
          await pauseFor(standbyMs, signal);
          continue;
        }
        try {
          role = 'LEADING';
          await new Leading(options, AbortSignal.any([signal, lock.lost]), backoff, becomeReady).run();
        } finally {
          await lock.release();
        }
      } catch (error) {
        if (signal.aborted) return;
        options.log(`The projector starts again: ${describeFailure(error)}`);
        await backoff.pause(signal);
      }
    }
  };
  const ended = run();
  return {
    ready,
    role: () => role,
    async stop() {
      stopping.abort(new Error('The projector was stopped'));
      await ended;
    },
  };
}

/** The time in which this process holds the lock. */
class Leading {
  /** Members that take part in the common reading. */
  private readonly going = new Set<Member>();
  /** Attempts to bring halted projections back, one each. */
  private readonly recovering = new Map<Projection, Promise<void>>();
  private readonly ended = new AbortController();
  private readonly signal: AbortSignal;
  private regroup = new AbortController();

  constructor(
    private readonly options: ProjectorOptions,
    signal: AbortSignal,
    private readonly backoff: Backoff,
    private readonly becomeReady: () => void,
  ) {
    this.signal = AbortSignal.any([signal, this.ended.signal]);
  }

  async run(): Promise<void> {
    try {
      for (const projection of this.options.readModels.projections) await this.join(projection);
      while (!this.signal.aborted) await this.followOnce();
    } finally {
      this.ended.abort();
      await Promise.all(this.recovering.values());
    }
  }

  private async followOnce(): Promise<void> {
    const { store, decoder, readModels, log } = this.options;
    this.regroup = new AbortController();
    for (const member of this.going) await this.verify(member);
    if (this.going.size === 0) {
      this.becomeReady();
      await pauseUntil(AbortSignal.any([this.signal, this.regroup.signal]));
      return;
    }
    try {
      await follow(this.going, {
        store,
        decoder,
        streamPrefixes: readModels.streamPrefixes,
        signal: AbortSignal.any([this.signal, this.regroup.signal]),
        onStopped: (stopped) => this.halt(stopped.member, stopped.cause),
        onCaughtUp: this.becomeReady,
        onProgress: () => this.backoff.succeeded(),
      });
      if (this.signal.aborted || this.regroup.signal.aborted || this.going.size === 0) return;
      log('The subscription to the log ended and is taken up again');
    } catch (error) {
      if (this.signal.aborted) return;
      if (isMissing(error)) throw error;
      if (error instanceof Fenced) log(`${error.message} It goes on from there`);
      else log(`Reading the log failed and is tried again: ${describeFailure(error)}`);
      // Whether a transaction was committed whose answer was lost, only the database knows.
      await this.backoff.pause(this.signal);
      await this.reload();
      return;
    }
    await this.backoff.pause(this.signal);
  }

  /** Makes the projection a member: from its checkpoint, or from a first build. */
  private async join(projection: Projection): Promise<void> {
    try {
      this.going.add(await this.load(projection));
    } catch (error) {
      if (this.signal.aborted || isPassing(error) || isMissing(error)) throw error;
      const message = describeFailure(error);
      await recordUnbuilt(this.options.readModels.projector, projection, message);
      this.options.log(`${named(projection)} cannot be built: ${message}`);
      this.recover(projection);
    }
  }

  private async load(projection: Projection): Promise<Member> {
    const { store, decoder, readModels, log } = this.options;
    let checkpoint = await liveCheckpoint(readModels.projector, projection);
    if (checkpoint === undefined || !(await tableExists(readModels.projector, checkpoint))) {
      const { build } = await rebuild(projection, { store, decoder, readModels, signal: this.signal });
      log(`Made ${named(projection)} from the log's origin, build ${build}`);
      checkpoint = await liveCheckpoint(readModels.projector, projection);
    }
    if (checkpoint === undefined) throw new Error(`${named(projection)} has no checkpoint after its build`);
    return new Member(projection, checkpoint, readModels.projector, historyReader(store, decoder));
  }

  /** After a failure the checkpoints are what the database says. */
  private async reload(): Promise<void> {
    const projections = [...this.going].map(({ projection }) => projection);
    this.going.clear();
    for (const projection of projections) await this.join(projection);
  }

  private async verify(member: Member): Promise<void> {
    try {
      await verifyLog(this.options.store, member.checkpoint);
    } catch (error) {
      if (!(error instanceof AnotherLog)) throw error;
      await this.halt(member, error);
    }
  }

  private async halt(member: Member, cause: unknown): Promise<void> {
    this.going.delete(member);
    const message = describeFailure(cause);
    await recordHalt(this.options.readModels.projector, member.checkpoint, message);
    this.options.log(`${named(member.checkpoint)} is halted: ${message}`);
    this.recover(member.projection);
  }

  /** Tries a halted projection again, with growing pauses and a reader of its own, until it is where the others are. */
  private recover(projection: Projection): void {
    const { store, decoder, readModels, log } = this.options;
    const attempts = async () => {
      const backoff = new Backoff();
      let told: string | undefined;
      for (;;) {
        await backoff.pause(this.signal);
        if (this.signal.aborted) return;
        try {
          const member = await this.load(projection);
          await verifyLog(store, member.checkpoint);
          await catchUp(member, {
            store,
            decoder,
            streamPrefixes: readModels.streamPrefixes,
            signal: this.signal,
          });
          this.going.add(member);
          this.recovering.delete(projection);
          log(`${named(projection)} goes on`);
          this.regroup.abort();
          return;
        } catch (error) {
          const message = describeFailure(error instanceof Stopped ? error.cause : error);
          if (message !== told && !this.signal.aborted) {
            log(`${named(projection)} is still halted: ${message}`);
          }
          told = message;
        }
      }
    };
    this.recovering.set(projection, attempts());
  }
}

function pauseUntil(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
