import { type EventStore, StoreUnavailable } from '#event-sourcing/event-store';
import type { Projection } from '#event-sourcing/projection';
import { lockSession, type LockSession } from '#postgres';
import { Backoff, pauseFor } from './backoff.js';
import { catchUp } from './catch-up.js';
import { historyFor, type Decoder } from './delivered.js';
import { describeFailure, isMissing } from './failure.js';
import { follow } from './follow.js';
import { AnotherLog, verifyLog } from './log-identity.js';
import { Member, Stopped } from './member.js';
import type { ReadModels } from './read-models.js';
import { inWords } from './progress.js';
import { rebuild, rebuildAll } from './rebuild.js';
import {
  Fenced,
  leadershipOf,
  liveCheckpoint,
  named,
  recordHalt,
  recordUnbuilt,
  type Checkpoint,
} from './registry.js';
import { tableExists } from './tables.js';

export interface ProjectorOptions {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly readModels: ReadModels;
  /** Told what an operator should know, a line at a time; never personal data. */
  readonly log: (line: string) => void;
  /** Bytes of log from which on a read model that is behind may be made anew rather than catch up; 100 MiB unless told. */
  readonly farBehind?: bigint;
}

/** LEADING: this process keeps read models current; STANDBY: others keep them all. */
export type Role = 'LEADING' | 'STANDBY' | 'STARTING';

export interface Projector {
  /** Resolves when every projection stands at the end of the log or is halted, or another process keeps it current. */
  readonly ready: Promise<void>;
  role(): Role;
  /** Ends after the transactions under way. */
  stop(): Promise<void>;
}

const standbyMs = 1_000;
/** Of a log of which a third or more is missing in the rows, making them anew takes less time than catching up. */
const shareBehind = 3n;
/** How often it is told how far the making has come. */
const tellMs = 10_000;
/** How often a halted projection is looked at for a new build. */
const lookMs = 1_000;

/**
 * Keeps the read models of `readModels` current until `stop`: makes those that are missing, follows the log, halts what cannot be taken in
 * and tries it again. Of several processes an advisory lock elects one for each version of a projection, so that two releases keep each
 * its own versions current (docs/adr/0006); the checkpoints fence the others.
 */
export function startProjector(options: ProjectorOptions): Projector {
  const stopping = new AbortController();
  const { signal } = stopping;
  let leading: Leading | undefined;
  let becomeReady = () => {};
  const ready = new Promise<void>((resolve) => (becomeReady = resolve));

  const run = async () => {
    const backoff = new Backoff();
    while (!signal.aborted) {
      try {
        await options.readModels.prepare();
        const locks = await lockSession(options.readModels.projector);
        try {
          leading = new Leading(options, locks, signal, backoff, becomeReady);
          await leading.run();
        } finally {
          leading = undefined;
          await locks.end();
        }
        if (signal.aborted) return;
        options.log('The connection that holds the projector’s locks was lost and is made again');
        await backoff.pause(signal);
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
    role: () => leading?.role() ?? 'STARTING',
    async stop() {
      stopping.abort(new Error('The projector was stopped'));
      await ended;
    },
  };
}

/** The time of one session of locks. */
class Leading {
  /** Projections whose lock this process holds. */
  private readonly led = new Set<Projection>();
  private wasElected = false;
  /** Members that take part in the common reading. */
  private readonly going = new Set<Member>();
  /** Attempts to bring halted projections back, one each. */
  private readonly recovering = new Map<Projection, Promise<void>>();
  /** Projections whose first build is under way or to come. */
  private readonly unbuilt = new Set<Projection>();
  private building = Promise.resolve();
  /** What was said of streams that are set aside. */
  private readonly told = new Set<string>();
  private readonly ended = new AbortController();
  private readonly signal: AbortSignal;
  private regroup = new AbortController();

  constructor(
    private readonly options: ProjectorOptions,
    private readonly locks: LockSession,
    signal: AbortSignal,
    private readonly backoff: Backoff,
    private readonly becomeReady: () => void,
  ) {
    this.signal = AbortSignal.any([signal, locks.lost, this.ended.signal]);
  }

  role(): Role {
    if (this.led.size > 0) return 'LEADING';
    return this.wasElected ? 'STANDBY' : 'STARTING';
  }

  /** Until the locks are lost or the process is stopped; rejects with what befell the database. */
  async run(): Promise<void> {
    const end = (error: unknown) => {
      this.ended.abort();
      throw error;
    };
    const ends = await Promise.allSettled([this.elect().catch(end), this.goOnFollowing().catch(end)]);
    await Promise.all([this.building, ...this.recovering.values()]);
    for (const one of ends) if (one.status === 'rejected') throw one.reason;
  }

  /** Takes what nobody leads, now and whenever another process lets go of something. */
  private async elect(): Promise<void> {
    const { projections } = this.options.readModels;
    while (!this.signal.aborted && this.led.size < projections.length) {
      const won: Projection[] = [];
      for (const projection of projections) {
        if (this.led.has(projection) || !(await this.locks.take(leadershipOf(projection)))) continue;
        this.led.add(projection);
        won.push(projection);
      }
      if (won.length > 0 || !this.wasElected) await this.takeUp(won);
      await pauseFor(standbyMs, this.signal);
    }
  }

  private async takeUp(won: readonly Projection[]): Promise<void> {
    const anew: Projection[] = [];
    for (const projection of won) {
      const present = await this.present(projection);
      if (present === undefined || (await this.isFarBehind(present))) anew.push(projection);
      else this.going.add(present);
    }
    for (const projection of anew) this.unbuilt.add(projection);
    this.building = this.building.then(() => this.buildAll(anew));
    this.wasElected = true;
    this.regroup.abort();
  }

  private async goOnFollowing(): Promise<void> {
    while (!this.signal.aborted) await this.followOnce();
  }

  private async followOnce(): Promise<void> {
    const { store, decoder, readModels, log } = this.options;
    this.regroup = new AbortController();
    try {
      for (const member of this.going) await this.verify(member);
      if (this.going.size === 0) {
        this.tellReady();
        await pauseUntil(AbortSignal.any([this.signal, this.regroup.signal]));
        return;
      }
      await follow(this.going, {
        store,
        decoder,
        streamPrefixes: readModels.streamPrefixes,
        signal: AbortSignal.any([this.signal, this.regroup.signal]),
        onStopped: (stopped) => this.halt(stopped.member, stopped.cause),
        onCaughtUp: () => this.tellReady(),
        onProgress: () => {
          this.backoff.succeeded();
          for (const member of this.going) this.tellAside(member);
        },
      });
      if (this.signal.aborted || this.regroup.signal.aborted || this.going.size === 0) return;
      log('The subscription to the log ended and is taken up again');
    } catch (error) {
      if (this.signal.aborted) return;
      // A table that is not there any more was taken by a rebuild, or else is missed below.
      if (error instanceof Fenced) log(`${error.message} It goes on from there`);
      else if (!isMissing(error)) log(`Reading the log failed and is tried again: ${describeFailure(error)}`);
      // Whether a transaction was committed whose answer was lost, only the database knows.
      await this.backoff.pause(this.signal);
      await this.reload();
      return;
    }
    await this.backoff.pause(this.signal);
  }

  /** Whether its rows are made anew in less time than it would take to catch up. Of another log it is not: that halts it. */
  private async isFarBehind({ checkpoint }: Member): Promise<boolean> {
    const { store, farBehind = 100n * 1024n * 1024n } = this.options;
    const end = await this.endOfLog();
    const behind = end - (checkpoint.last?.position ?? 0n);
    if (behind < farBehind || behind * shareBehind < end) return false;
    return verifyLog(store, checkpoint).then(
      () => true,
      () => false,
    );
  }

  /** Waited for while the log is away: what was won stays this process's own meanwhile. */
  private async endOfLog(): Promise<bigint> {
    for (;;) {
      try {
        return (await this.options.store.end()) ?? 0n;
      } catch (error) {
        if (this.signal.aborted || !(error instanceof StoreUnavailable)) throw error;
        this.options.log(`Reading the log failed and is tried again: ${error.message}`);
        await this.backoff.pause(this.signal);
      }
    }
  }

  /** First builds, and those of what is far behind, all in one pass, while the other projections go on. */
  private async buildAll(anew: readonly Projection[]): Promise<void> {
    if (anew.length === 0 || this.signal.aborted) return;
    const { store, decoder, readModels, log } = this.options;
    let told = Date.now();
    const outcomes = await rebuildAll(anew, {
      store,
      decoder,
      readModels,
      signal: this.signal,
      onProgress: (progress) => {
        if (Date.now() - told < tellMs) return;
        told = Date.now();
        log(`Making read models: ${inWords(progress)}`);
      },
    });
    if (this.signal.aborted) return;
    for (const [index, projection] of anew.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === 'fulfilled') log(madeAnew(projection, outcome.value.build));
      await this.takePart(projection, outcome?.status === 'rejected' ? outcome.reason : undefined);
      this.unbuilt.delete(projection);
    }
    this.regroup.abort();
  }

  /** Follows from where its rows stand; where it has none, says why. */
  private async takePart(projection: Projection, failure: unknown): Promise<void> {
    const present = await this.present(projection).catch(() => undefined);
    if (present !== undefined) {
      this.going.add(present);
      return;
    }
    const message = describeFailure(failure);
    this.options.log(`${named(projection)} cannot be built: ${message}`);
    await recordUnbuilt(this.options.readModels.projector, projection, message).catch(() => {});
    this.recover(projection);
  }

  /** Ready is who knows what to lead, has nothing left to build and stands at the end of the log. */
  private tellReady(): void {
    if (this.wasElected && this.unbuilt.size === 0) this.becomeReady();
  }

  private member(projection: Projection, checkpoint: Checkpoint): Member {
    const { store, decoder, readModels } = this.options;
    const readHistory = historyFor(projection, store, decoder);
    return new Member(projection, checkpoint, readModels.projector, readHistory);
  }

  /** The projection as its checkpoint says; undefined while it has no table. */
  private async present(projection: Projection): Promise<Member | undefined> {
    const { projector } = this.options.readModels;
    const checkpoint = await liveCheckpoint(projector, projection);
    if (checkpoint === undefined || !(await tableExists(projector, checkpoint))) return undefined;
    return this.member(projection, checkpoint);
  }

  /** The projection as its checkpoint says, or after a first build. */
  private async load(projection: Projection): Promise<Member> {
    const { store, decoder, readModels, log } = this.options;
    const present = await this.present(projection);
    if (present !== undefined) return present;
    const { build } = await rebuild(projection, { store, decoder, readModels, signal: this.signal });
    log(madeAnew(projection, build));
    const built = await this.present(projection);
    if (built === undefined) throw new Error(`${named(projection)} is not there after its build`);
    return built;
  }

  /** After a failure the checkpoints are what the database says. Rejects when it lacks the engine's own tables. */
  private async reload(): Promise<void> {
    const members = [...this.going];
    this.going.clear();
    for (const { projection, checkpoint } of members) {
      const present = await this.present(projection);
      if (present === undefined) {
        this.options.log(`${named(projection)} is gone from the database and is made anew`);
        this.recover(projection, checkpoint.build);
        continue;
      }
      this.going.add(present);
      const { build } = present.checkpoint;
      if (build !== checkpoint.build) {
        this.options.log(`${named(projection)} was made anew and goes on with build ${build}`);
      }
    }
  }

  private async verify(member: Member): Promise<void> {
    try {
      await verifyLog(this.options.store, member.checkpoint);
    } catch (error) {
      if (!(error instanceof AnotherLog)) throw error;
      await this.halt(member, error);
      return;
    }
    await member.readAgainAfterLast();
    await member.reconsider();
    this.tellAside(member);
  }

  /** Each stream once, and again when something else is wrong with it. */
  private tellAside({ checkpoint: { aside } }: Member): void {
    for (const { stream, message } of aside.values()) {
      const line = `The stream ${stream} is set aside, all else goes on: ${message}`;
      if (this.told.has(line)) continue;
      this.told.add(line);
      this.options.log(line);
    }
  }

  private async halt(member: Member, cause: unknown): Promise<void> {
    const message = describeFailure(cause);
    // First: one whose halt cannot be recorded stays with the others, and meets the same event again.
    await recordHalt(this.options.readModels.projector, member.checkpoint, message);
    this.going.delete(member);
    this.options.log(`${named(member.checkpoint)} is halted: ${message}`);
    this.recover(member.projection, member.checkpoint.build);
  }

  /**
   * Tries a halted projection again until it is where the others are, with a reader of its own and growing pauses, which end when
   * another build than the one that was tried is live.
   */
  private recover(projection: Projection, halted?: number): void {
    const { store, decoder, readModels, log } = this.options;
    const attempts = async () => {
      const backoff = new Backoff();
      let told: string | undefined;
      let tried = halted;
      for (;;) {
        await this.pauseWhileLive(projection, tried, backoff);
        if (this.signal.aborted) return;
        try {
          const member = await this.load(projection);
          tried = member.checkpoint.build;
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
          // What could be taken in before that event made it a running one.
          if (error instanceof Stopped) {
            await recordHalt(readModels.projector, error.member.checkpoint, message).catch(() => {});
          }
          if (message !== told && !this.signal.aborted) {
            log(`${named(projection)} is still halted: ${message}`);
          }
          told = message;
        }
      }
    };
    this.recovering.set(projection, attempts());
  }

  /** Pauses for as long as `backoff` says, and no longer than the build is the live one. */
  private async pauseWhileLive(
    projection: Projection,
    build: number | undefined,
    backoff: Backoff,
  ): Promise<void> {
    const ended = new AbortController();
    const watch = async () => {
      for (;;) {
        await pauseFor(lookMs, ended.signal);
        if (ended.signal.aborted) return;
        const live = await liveCheckpoint(this.options.readModels.projector, projection).catch(
          () => undefined,
        );
        if (live !== undefined && live.build !== build) ended.abort();
      }
    };
    const watching = watch();
    await backoff.pause(AbortSignal.any([this.signal, ended.signal]));
    ended.abort();
    await watching;
  }
}

const madeAnew = (projection: Projection, build: number) =>
  `Made ${named(projection)} from the log's origin, build ${build}`;

function pauseUntil(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
