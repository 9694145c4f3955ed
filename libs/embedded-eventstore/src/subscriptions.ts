import { randomUUID } from 'node:crypto';
import type { EventStore } from './event-store.js';
import { compileFilter, type EventFilter } from './filters.js';
import type { Call } from './grpc/call.js';
import { invalidArgument, streamDeleted } from './grpc/status.js';
import { missingEvent } from './log/event-index.js';
import { chunkLength, gather, type Chunk } from './services/chunk.js';
import { renderer } from './services/render.js';
import { endOfPiece, turn } from './turns.js';
import { caughtUp, checkpoint, confirmation, fellBehind } from './wire/stream-replies.js';
import type { ReadRequest } from './wire/read-requests.js';

/** A live subscription this many events behind a client that does not read has fallen behind. */
const farBehind = 4096;

/** A place in `$all` or in a stream from which a subscription goes on. */
interface Source {
  /** What to send next, empty when only unwanted events were passed; undefined when there is nothing more now. */
  next(): Chunk | undefined;
  /** How many events lie ahead. */
  readonly behind: number;
  /** Whether the client may be told that it has caught up. */
  readonly exists: boolean;
  /** Whether the last event ends the stream. */
  readonly over: boolean;
}

/** Follows a stream or `$all` until the client leaves; what it does not read is not kept for it. */
export async function subscribe(store: EventStore, call: Call, request: ReadRequest): Promise<void> {
  const { stream } = request;
  if (stream === '') throw invalidArgument('The stream name must not be empty.');
  if (stream !== undefined && store.isTombstoned(stream)) throw streamDeleted(stream);
  const source =
    stream === undefined ? new AllSource(store, request) : new StreamSource(store, stream, request);
  call.sendFrames(confirmation(randomUUID()));
  const news = new News(store, call);
  let live = false;
  for (await turn(); call.open; await turn()) {
    const chunk = source.next();
    if (chunk === undefined) {
      if (source.over && stream !== undefined) throw streamDeleted(stream);
      if (!live && source.exists) {
        live = true;
        call.sendFrames(caughtUp);
        continue;
      }
      await news.next();
      continue;
    }
    const { bytes, failure } = chunk;
    if (bytes.length > 0 && !call.sendFrames(bytes)) {
      await call.drained();
      if (live && source.behind > farBehind) {
        live = false;
        call.sendFrames(fellBehind);
      }
    }
    if (failure) throw failure.error;
  }
}

/** Waits for commits. One that comes while nobody waits is not missed. */
class News {
  #fresh = false;
  #wake: (() => void) | undefined;

  constructor(store: EventStore, call: Call) {
    const arrived = (): void => {
      this.#fresh = true;
      this.#wake?.();
    };
    const stop = store.log.onCommitted(arrived);
    call.onClose(() => {
      stop();
      arrived();
    });
  }

  async next(): Promise<void> {
    if (!this.#fresh) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = undefined;
    this.#fresh = false;
  }
}

/** `$all` behind a position, with an optional filter and its checkpoints. */
class AllSource implements Source {
  readonly exists = true;
  readonly over = false;
  readonly #wanted: EventFilter;
  readonly #interval: number;
  readonly #render: (events: readonly number[]) => Buffer;
  readonly #from: number;
  #next: number;
  #sinceCheckpoint = 0;

  constructor(
    private readonly store: EventStore,
    request: ReadRequest,
  ) {
    const { index } = store.log;
    const { from, filter } = request;
    this.#wanted = compileFilter(filter, index);
    this.#interval = filter?.checkpointInterval ?? Infinity;
    this.#render = renderer(store, request);
    this.#from = typeof from === 'number' ? from : from === 'start' ? 0 : Infinity;
    this.#next = from === 'start' ? 0 : from === 'end' ? index.count : after(store, from);
  }

  get behind(): number {
    return this.store.log.index.count - this.#next;
  }

  next(): Chunk | undefined {
    const { count, length, position } = this.store.log.index;
    if (this.#next >= count) return undefined;
    const until = endOfPiece();
    return gather(this.#render, (chunk) => {
      while (this.#next < count && chunk.size < chunkLength && performance.now() < until) {
        const event = this.#next;
        this.store.log.refuseHoleBefore(event, this.#from);
        this.#next += 1;
        this.#sinceCheckpoint += 1;
        if (this.#wanted(event)) chunk.event(event, length[event] ?? 0);
        if (this.#sinceCheckpoint < this.#interval) continue;
        this.#sinceCheckpoint = 0;
        chunk.bytes(checkpoint(position[event] ?? 0));
      }
    });
  }
}

/** The number of the event behind a position: subscriptions begin behind it. */
function after(store: EventStore, position: number): number {
  const event = store.eventAt(position);
  return store.log.index.position[event] === position ? event + 1 : event;
}

/** A stream behind a revision. */
class StreamSource implements Source {
  readonly #render: (events: readonly number[]) => Buffer;
  #next: number;
  #over = false;

  constructor(
    private readonly store: EventStore,
    private readonly stream: string,
    request: ReadRequest,
  ) {
    const { from } = request;
    this.#render = renderer(store, request);
    const last = store.lastRevision(stream);
    this.#next =
      from === 'end' ? last + 1 : Math.max(from === 'start' ? 0 : from + 1, store.firstVisible(stream));
  }

  get behind(): number {
    return this.store.lastRevision(this.stream) - this.#next + 1;
  }

  get over(): boolean {
    return this.#over;
  }

  get exists(): boolean {
    return this.store.lastRevision(this.stream) >= 0 && !this.store.metadataOf(this.stream).softDeleted;
  }

  next(): Chunk | undefined {
    const { index } = this.store.log;
    const number = index.streams.find(this.stream);
    if (number === undefined || this.#over) return undefined;
    if (index.eventAt(number, this.#next) === undefined) {
      const tombstone = index.tombstones.get(number);
      if (tombstone === undefined) return undefined;
      this.#over = true;
      return gather(this.#render, (chunk) => chunk.event(tombstone, 0));
    }
    return gather(this.#render, (chunk) => {
      while (chunk.size < chunkLength) {
        const event = index.eventAt(number, this.#next);
        if (event === undefined) return;
        if (event === missingEvent) throw this.store.log.missing();
        chunk.event(event, index.length[event] ?? 0);
        this.#next += 1;
      }
    });
  }
}
