import type { Authenticity } from '#event-sourcing/authenticity';
import type { CommandRunner } from '#event-sourcing/command-runner';
import { LogFault, type Delivery, type EventStore, type StoredEvent } from '#event-sourcing/event-store';
import { derivedId } from '#event-sourcing/ids';
import type { Reactor, ReactorClock } from '#event-sourcing/reactor';
import { recordedAtAfter } from '#event-sourcing/recorded-at';
import { advisoryLock, type Pool } from '#postgres';
import { Backoff, pauseFor } from './backoff.js';
import type { Decoder } from './delivered.js';
import { describeFailure } from './failure.js';
import { gathered } from './gathered.js';

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
  /** `FAILING` until it has taken something in again, which is tried for ever, with growing pauses; `STANDBY` while another process runs it. */
  readonly state: 'STARTING' | 'RUNNING' | 'STANDBY' | 'FAILING';
  readonly message: string | undefined;
  readonly position: bigint | undefined;
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

/** How far a reactor has come: behind the last event that it took, or behind the end of the log as it stood when it first came. */
interface Place {
  readonly position?: bigint;
  readonly last?: Taken;
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

  /** From the checkpoint on; a checkpoint that another host has moved makes saving it fail, which ends this. */
  private async follow(signal: AbortSignal, backoff: Backoff): Promise<void> {
    const { store } = this.options;
    const { streamPrefixes } = this.reactor;
    let checkpoint = await this.start();
    let { place } = checkpoint;
    let unsaved = 0;
    const ended = new AbortController();
    const source = store.subscribe({
      streamPrefixes,
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
          place = await this.take(delivery, place);
          if (delivery.kind === 'event') unsaved += 1;
        }
        this.is('RUNNING', undefined, place.position);
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
    const { decoder, runner, clock } = this.options;
    // A server's checkpoint is no place to go on from: it may lie past an event that is still to come.
    if (delivery.kind !== 'event') return before;
    const { event } = delivery;
    if (!this.reactor.passesOver?.has(event.type)) {
      await this.reactor.react(decoder.decode(event), runner, clock);
    }
    const { stream, revision, id, position } = event;
    return { position, last: { stream, revision, id, position } };
  }

  private async start(): Promise<Checkpoint> {
    const saved = await this.options.store.last(this.stream);
    if (saved !== undefined) {
      this.options.authenticity.assertAuthentic(saved);
      const { recordedAt } = saved.metadata;
      return {
        place: await this.inThisLog(placeIn(saved)),
        revision: saved.revision,
        ...(typeof recordedAt === 'string' && { recordedAt }),
      };
    }
    if (this.reactor.from === 'origin') return { place: {} };
    const end = await this.options.store.end();
    return end === undefined ? { place: {} } : this.save({ position: end });
  }

  /** The place, where the last event stands now. */
  private async inThisLog(place: Place): Promise<Place> {
    const { last } = place;
    if (last === undefined) return place;
    const [found] = await this.options.store.read(last.stream, { from: last.revision, max: 1 });
    if (found?.id !== last.id) {
      throw new LogFault(
        `The reactor ${this.reactor.name} took the event ${last.id} last, which stood in ${last.stream} at ${last.revision}; ` +
          `this log does not have it there. Connect the event store that does.`,
      );
    }
    const { position } = found;
    return { position, last: { ...last, position } };
  }

  private async save(place: Place, before?: Checkpoint): Promise<Checkpoint> {
    const { revision } = before ?? {};
    const { position, last } = place;
    const { store, authenticity, clock } = this.options;
    const expected = revision ?? 'no_stream';
    const recordedAt = recordedAtAfter(before?.recordedAt, clock.at());
    const advanced = {
      id: derivedId('reactor advanced', this.reactor.name, String(revision ?? 'first'), String(position)),
      type: 'ReactorAdvanced',
      data: {
        position: String(position),
        ...(last && {
          last: { ...last, revision: Number(last.revision), position: String(last.position) },
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
function placeIn({ stream, type, data: { position, last } }: StoredEvent): Place {
  if (!isPosition(position)) {
    throw new LogFault(`The stream ${stream} ends with an event that is no checkpoint (${type})`);
  }
  return { position: BigInt(position), ...(isTaken(last) && { last: takenFrom(last) }) };
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
