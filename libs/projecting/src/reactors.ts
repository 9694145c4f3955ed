import type { Authenticity } from '#event-sourcing/authenticity';
import type { CommandRunner } from '#event-sourcing/command-runner';
import { isPassedOver } from '#event-sourcing/effective';
import { partsOf, type Recorded } from '#event-sourcing/event';
import {
  LogFault,
  type Delivery,
  type EventStore,
  type StoredEvent,
  UnreadEvent,
} from '#event-sourcing/event-store';
import { derivedId } from '#event-sourcing/ids';
import type { Reactor, ReactorClock } from '#event-sourcing/reactor';
import { recordedAtAfter } from '#event-sourcing/recorded-at';
import { historyOf } from '#event-sourcing/stream-history';
import { advisoryLock, type Pool } from '#postgres';
import { Backoff, pauseFor } from './backoff.js';
import { type Decoder, Delivered, readingOf } from './delivered.js';
import { describeFailure } from './failure.js';
import { gathered } from './gathered.js';
import { placeOf } from './log-identity.js';

export interface ReactorHostOptions {
  readonly store: EventStore;
  readonly decoder: Decoder;
  /** Where a reactor stands is authenticated like everything else. */
  readonly authenticity: Authenticity;
  readonly runner: CommandRunner;
  readonly clock: ReactorClock;
  /** Where one of several processes is elected; any role will do. */
  readonly pool: Pool;
  readonly reactors: readonly Reactor[];
  readonly log: (line: string) => void;
}

export interface ReactorStatus {
  readonly name: string;
  /** `FAILING` until it has taken something in again, which is tried for ever, with growing pauses; `STANDBY` while another process runs it, or nobody does, as the message says. */
  readonly state: 'STARTING' | 'RUNNING' | 'STANDBY' | 'FAILING';
  /** Why it fails, or what it has left behind. */
  readonly message: string | undefined;
  readonly position: bigint | undefined;
  /** It works, but for what the message says, which waits for somebody. */
  readonly isImpaired?: true;
}

export interface ReactorHost {
  status(): ReactorStatus[];
  /** Ends after the reactions under way. */
  stop(): Promise<void>;
}

const standbyMs = 1_000;
const quietMs = 1_000;
/** A crash makes at most so many reactions come again; their commands are recognised by their ids. */
const eventsPerCheckpoint = 100;
/** All stand in the checkpoint, which is an event. */
const mostHeldBack = 5_000;

/** Runs each reactor in one of several processes, until `stop`. */
export function startReactors(options: ReactorHostOptions): ReactorHost {
  const stopping = new AbortController();
  const running = options.reactors.map((reactor) => new Running(reactor, options, stopping.signal));
  const ended = running.map((one) => one.run());
  return {
    status: () => running.map((one) => one.status),
    async stop() {
      stopping.abort();
      await Promise.all(ended);
    },
  };
}

/** The event that a reactor took last: a log that was moved to another server has it at another position. */
interface Taken {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly position: bigint;
}

/** From which of a stream's events on nothing was taken, since one of them could not be (docs/adr/0023). */
interface HeldBack {
  readonly stream: string;
  readonly revision: bigint;
}

/** How far a reactor has come: behind the last event that it took, or behind the end of the log as it stood when it first came. */
interface Place {
  readonly position?: bigint;
  readonly last?: Taken;
  /** What it left behind, to be taken when it can be. */
  readonly heldBack?: readonly HeldBack[];
}

/** A place as the stream `reactor-<name>` says, and the revision that said so. */
interface Checkpoint {
  readonly place: Place;
  readonly revision?: bigint;
  readonly recordedAt?: string;
}

class Running {
  status: ReactorStatus;

  constructor(
    private readonly reactor: Reactor,
    private readonly options: ReactorHostOptions,
    private readonly signal: AbortSignal,
  ) {
    this.status = { name: reactor.name, state: 'STARTING', message: undefined, position: undefined };
  }

  async run(): Promise<void> {
    const backoff = new Backoff();
    while (!this.signal.aborted) {
      try {
        const lock = await advisoryLock(this.options.pool, `samspor reactor ${this.reactor.name}`);
        if (lock === undefined) {
          this.is('STANDBY');
          await pauseFor(standbyMs, this.signal);
          continue;
        }
        try {
          await this.follow(AbortSignal.any([this.signal, lock.lost]), backoff);
        } finally {
          await lock.release();
        }
      } catch (error) {
        if (this.signal.aborted) return;
        const message = describeFailure(error);
        if (this.status.message !== message) {
          this.options.log(`The reactor ${this.reactor.name} failed: ${message}`);
        }
        this.is('FAILING', message);
      }
      if (!this.signal.aborted) await backoff.pause(this.signal);
    }
  }

  /** From the checkpoint on, once what it left behind was tried again; a checkpoint that another host has moved makes saving it fail, which ends this. */
  private async follow(signal: AbortSignal, backoff: Backoff): Promise<void> {
    const { store } = this.options;
    const { streamPrefixes } = this.reactor;
    let checkpoint = await this.start();
    let place = await this.takeHeldBack(checkpoint.place);
    let unsaved = place === checkpoint.place ? 0 : 1;
    const ended = new AbortController();
    const source = store.subscribe({
      ...readingOf(streamPrefixes),
      signal: AbortSignal.any([signal, ended.signal]),
      maxBatch: eventsPerCheckpoint,
      ...(place.position !== undefined && { after: place.position }),
    });
    const save = async () => {
      if (unsaved === 0) return;
      checkpoint = await this.save(place, checkpoint);
      unsaved = 0;
    };
    try {
      for await (const deliveries of gathered(source, { max: eventsPerCheckpoint, quietMs })) {
        for (const delivery of deliveries) {
          if (signal.aborted) break;
          const before = place;
          place = await this.take(delivery, before);
          if (place !== before) unsaved += 1;
        }
        this.is('RUNNING', leftBehind(place), place.position);
        backoff.succeeded();
        if (deliveries.length === 0 || unsaved >= eventsPerCheckpoint || signal.aborted) await save();
        if (signal.aborted) return;
      }
    } finally {
      ended.abort();
    }
    await save();
  }

  private async take(delivery: Delivery, before: Place): Promise<Place> {
    // A server's checkpoint is no place to go on from: it may lie past an event that is still to come.
    if (delivery.kind !== 'event') return before;
    const { event } = delivery;
    const delivered = new Delivered(event, this.options.decoder);
    if (delivered.tellsOf !== undefined) return this.takeHeldBack(before);
    if (!delivered.isOfUse) return before;
    const { stream, revision, id, position } = event;
    const after = { ...before, position, last: { stream, revision, id, position } };
    if (before.heldBack?.some((held) => held.stream === stream)) return after;
    const fault = await this.react(event);
    return fault ? this.holdingBack(after, { stream, revision }, fault) : after;
  }

  /** Answers with what is wrong with the event, or with a stream that the reaction needs; all else is a failure, and tried again. */
  private async react(event: UnreadEvent | Recorded): Promise<LogFault | undefined> {
    const { decoder, runner, clock } = this.options;
    if (this.reactor.passesOver?.has(event.type) || partsOf(event.stream) === undefined) return undefined;
    try {
      const recorded = event instanceof UnreadEvent ? decoder.decode(event) : event;
      if (!isPassedOver(recorded)) await this.reactor.react(recorded, runner, clock);
      return undefined;
    } catch (error) {
      if (error instanceof LogFault) return error;
      throw error;
    }
  }

  /** Tries again what was left behind: somebody took note of what was wrong, mended it, or this release knows more. */
  private async takeHeldBack(before: Place): Promise<Place> {
    let place = before;
    for (const held of before.heldBack ?? []) {
      const revision = await this.stillHeldFrom(held, before.position ?? -1n);
      if (revision === held.revision) continue;
      const others = place.heldBack?.filter(({ stream }) => stream !== held.stream) ?? [];
      const still = revision === undefined ? [] : [{ stream: held.stream, revision }];
      place = { ...place, heldBack: [...others, ...still] };
    }
    return place;
  }

  /** Takes what can be taken of a stream that was left behind, up to where the reactor has come. */
  private async stillHeldFrom({ stream, revision }: HeldBack, upTo: bigint): Promise<bigint | undefined> {
    const { store, decoder } = this.options;
    const { events, fault } = await historyOf(store, stream, decoder, { upTo });
    for (const event of events) {
      if (event.revision >= revision && (await this.react(event))) return event.revision;
    }
    if (fault === undefined || fault.isNoted) return undefined;
    return fault.at && fault.at.revision > revision ? fault.at.revision : revision;
  }

  private holdingBack(place: Place, held: HeldBack, fault: LogFault): Place {
    const heldBack = [...(place.heldBack ?? []), held];
    if (heldBack.length > mostHeldBack) throw fault;
    this.options.log(
      `The reactor ${this.reactor.name} leaves ${held.stream} behind from revision ${held.revision} on, and goes on: ${fault.message}`,
    );
    return { ...place, heldBack };
  }

  private async start(): Promise<Checkpoint> {
    const { saved, ...stands } = await this.saved();
    if (saved !== undefined) {
      const { recordedAt } = saved.metadata;
      return {
        place: await this.inThisLog(placeIn(saved)),
        ...stands,
        ...(typeof recordedAt === 'string' && { recordedAt }),
      };
    }
    if (this.reactor.from === 'origin') return { place: {}, ...stands };
    const end = await this.options.store.end();
    return end === undefined ? { place: {}, ...stands } : this.save({ position: end }, stands);
  }

  /** The newest checkpoint, and at which revision its stream ends: what others put there is passed over. */
  private async saved(): Promise<{ readonly saved?: StoredEvent; readonly revision?: bigint }> {
    const { store } = this.options;
    const newest = await store.last(this.stream).catch((error: unknown) => {
      if (error instanceof LogFault) return 'unreadable' as const;
      throw error;
    });
    if (newest === undefined) return {};
    if (newest !== 'unreadable' && this.isOwn(newest)) return { saved: newest, revision: newest.revision };
    const { events } = await store.history(this.stream);
    const saved = events.findLast((event): event is StoredEvent => this.isOwn(event));
    const revision = events.at(-1)?.revision;
    return { ...(saved && { saved }), ...(revision !== undefined && { revision }) };
  }

  private isOwn(event: StoredEvent | UnreadEvent): boolean {
    if (event instanceof UnreadEvent) return false;
    try {
      this.options.authenticity.assertAuthentic(event);
      return true;
    } catch (error) {
      if (error instanceof LogFault) return false;
      throw error;
    }
  }

  /** The place, where the last event stands now. */
  private async inThisLog(place: Place): Promise<Place> {
    const { last } = place;
    if (last === undefined) return place;
    const found = await placeOf(this.options.store, last);
    if (found === 'taken-away') return place;
    if (found?.id !== last.id) {
      throw new LogFault(
        `The reactor ${this.reactor.name} took the event ${last.id} last, which stood in ${last.stream} at ${last.revision}; ` +
          `this log does not have it there. Connect the event store that does.`,
      );
    }
    const { position } = found;
    return { ...place, position, last: { ...last, position } };
  }

  private async save(place: Place, before: Pick<Checkpoint, 'revision' | 'recordedAt'>): Promise<Checkpoint> {
    const { revision } = before;
    const { position, last, heldBack = [] } = place;
    const { store, authenticity, clock } = this.options;
    const expected = revision ?? 'no_stream';
    const recordedAt = recordedAtAfter(before.recordedAt, clock.at());
    const advanced = {
      id: derivedId('reactor advanced', this.reactor.name, String(revision ?? 'first'), String(position)),
      type: 'ReactorAdvanced',
      data: {
        position: String(position),
        ...(last && {
          last: { ...last, revision: Number(last.revision), position: String(last.position) },
        }),
        ...(heldBack.length > 0 && {
          heldBack: heldBack.map(({ stream, revision: from }) => ({ stream, revision: Number(from) })),
        }),
      },
      metadata: { recordedAt, schemaVersion: 1 },
    };
    const appended = await store.append(
      this.stream,
      expected,
      authenticity.signed(this.stream, expected, [advanced]),
    );
    return { place, revision: appended.revision, recordedAt };
  }

  private get stream(): string {
    return `reactor-${this.reactor.name}`;
  }

  private is(state: ReactorStatus['state'], message?: string, position = this.status.position): void {
    this.status = { name: this.reactor.name, state, message, position };
  }
}

/** Positions are beyond what JSON numbers hold, and stand as text. */
function placeIn({ stream, type, data: { position, last, heldBack } }: StoredEvent): Place {
  if (!isPosition(position)) {
    throw new LogFault(`The stream ${stream} ends with an event that is no checkpoint (${type})`);
  }
  return {
    position: BigInt(position),
    ...(isTaken(last) && { last: takenFrom(last) }),
    ...(Array.isArray(heldBack) && { heldBack: (heldBack as readonly StoredHeldBack[]).map(heldFrom) }),
  };
}

const isPosition = (value: unknown): value is string => typeof value === 'string' && /^\d+$/.test(value);

type StoredTaken = Omit<Taken, 'revision' | 'position'> & {
  readonly revision: number;
  readonly position: string;
};
const isTaken = (value: unknown): value is StoredTaken => typeof value === 'object' && value !== null;
const takenFrom = ({ stream, revision, id, position }: StoredTaken): Taken => ({
  stream,
  revision: BigInt(revision),
  id,
  position: BigInt(position),
});

type StoredHeldBack = Omit<HeldBack, 'revision'> & { readonly revision: number };
const heldFrom = ({ stream, revision }: StoredHeldBack): HeldBack => ({ stream, revision: BigInt(revision) });

const leftBehind = ({ heldBack = [] }: Place) =>
  heldBack.length === 0
    ? undefined
    : `${heldBack.length} streams are left behind until what is wrong with them is noted or mended, ${heldBack[0]?.stream} first`;
