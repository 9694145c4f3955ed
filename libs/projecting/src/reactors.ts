import type { CommandRunner } from '#event-sourcing/command-runner';
import { LogFault, type Delivery, type EventStore } from '#event-sourcing/event-store';
import { derivedId } from '#event-sourcing/ids';
import type { Reactor, ReactorClock } from '#event-sourcing/reactor';
import { advisoryLock, type Pool } from '#postgres';
import { Backoff, pauseFor } from './backoff.js';
import type { Decoder } from './delivered.js';
import { describeFailure } from './failure.js';
import { gathered } from './gathered.js';

export interface ReactorHostOptions {
  readonly store: EventStore;
  readonly decoder: Decoder;
  readonly runner: CommandRunner;
  readonly clock: ReactorClock;
  /** Where one of several processes is elected; any role will do. */
  readonly pool: Pool;
  readonly reactors: readonly Reactor[];
  readonly log: (line: string) => void;
}

export interface ReactorStatus {
  readonly name: string;
  /** `FAILING` is tried again for ever, with growing pauses; `STANDBY` while another process runs it. */
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

/** How far a reactor has come, as its stream `reactor-<name>` says. */
interface Checkpoint {
  readonly position: bigint | undefined;
  readonly revision: bigint | undefined;
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
    let position = checkpoint.position;
    let unsaved = 0;
    const ended = new AbortController();
    const source = store.subscribe({
      streamPrefixes,
      signal: AbortSignal.any([signal, ended.signal]),
      maxBatch: eventsPerCheckpoint,
      ...(position !== undefined && { after: position }),
    });
    const save = async () => {
      if (unsaved === 0 || position === undefined) return;
      checkpoint = await this.save(position, checkpoint.revision);
      unsaved = 0;
    };
    this.is('RUNNING', undefined, position);
    try {
      for await (const deliveries of gathered(source, { max: eventsPerCheckpoint, quietMs })) {
        for (const delivery of deliveries) {
          if (signal.aborted) break;
          position = await this.take(delivery, position);
          if (delivery.kind === 'event') unsaved += 1;
        }
        this.is('RUNNING', undefined, position);
        backoff.succeeded();
        // Server checkpoints alone are not worth an event: it would be followed by a server checkpoint.
        if (deliveries.length === 0 || unsaved >= eventsPerCheckpoint || signal.aborted) await save();
        if (signal.aborted) return;
      }
    } finally {
      ended.abort();
    }
    await save();
  }

  private async take(delivery: Delivery, before: bigint | undefined): Promise<bigint | undefined> {
    const { decoder, runner, clock } = this.options;
    if (delivery.kind === 'caughtUp') return before;
    if (delivery.kind === 'checkpoint') return delivery.position;
    await this.reactor.react(decoder.decode(delivery.event), runner, clock);
    return delivery.event.position;
  }

  private async start(): Promise<Checkpoint> {
    const last = await this.options.store.last(this.stream);
    if (last !== undefined) {
      const position = last.data['position'];
      if (typeof position !== 'string' || !/^\d+$/.test(position)) {
        throw new LogFault(
          `The stream ${this.stream} ends with an event that is no checkpoint (${last.type})`,
        );
      }
      return { position: BigInt(position), revision: last.revision };
    }
    if (this.reactor.from === 'origin') return { position: undefined, revision: undefined };
    const end = await this.options.store.end();
    return end === undefined ? { position: undefined, revision: undefined } : this.save(end, undefined);
  }

  private async save(position: bigint, revision: bigint | undefined): Promise<Checkpoint> {
    const appended = await this.options.store.append(this.stream, revision ?? 'no_stream', [
      {
        id: derivedId('reactor advanced', this.reactor.name, String(revision ?? 'first'), String(position)),
        type: 'ReactorAdvanced',
        data: { position: String(position) },
        metadata: { recordedAt: this.options.clock.at(), schemaVersion: 1 },
      },
    ]);
    return { position, revision: appended.revision };
  }

  private get stream(): string {
    return `reactor-${this.reactor.name}`;
  }

  private is(state: ReactorStatus['state'], message?: string, position = this.status.position): void {
    this.status = { name: this.reactor.name, state, message, position };
  }
}
