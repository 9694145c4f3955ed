import { randomUUID } from 'node:crypto';
import type { EventStore } from './event-store.js';
import { compileFilter, type EventFilter } from './filters.js';
import type { Call } from './grpc/call.js';
import { invalidArgument, streamDeleted } from './grpc/status.js';
import { missingEvent } from './log/event-index.js';
import { renderer } from './services/render.js';
import { endOfPiece, turn } from './turns.js';
import { caughtUp, checkpoint, confirmation, fellBehind } from './wire/stream-replies.js';
import type { ReadRequest } from './wire/read-requests.js';

const chunkLength = 128 * 1024;
/** A live subscription this many events behind a client that does not read has fallen behind. */
const farBehind = 4096;

/** A place in `$all` or in a stream from which a subscription goes on. */
interface Source {
  /** The next bytes to send, empty when only unwanted events were passed; undefined when there is nothing more now. */
  next(): Buffer | undefined;
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
    const bytes = source.next();
    if (bytes === undefined) {
      if (source.over && stream !== undefined) throw streamDeleted(stream);
      if (!live && source.exists) {
        live = true;
        call.sendFrames(caughtUp);
        continue;
      }
      await news.next();
      continue;
    }
    if (bytes.length > 0 && !call.sendFrames(bytes)) {
      await call.drained();
      if (live && source.behind > farBehind) {
        live = false;
        call.sendFrames(fellBehind);
      }
    }
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

  next(): Buffer | undefined {
    const { count, length, position } = this.store.log.index;
    if (this.#next >= count) return undefined;
    const parts: Buffer[] = [];
    let run: number[] = [];
    let size = 0;
    const until = endOfPiece();
    while (this.#next < count && size < chunkLength && performance.now() < until) {
      const event = this.#next;
      this.store.log.refuseHoleBefore(event, this.#from);
      this.#next += 1;
      this.#sinceCheckpoint += 1;
      if (this.#wanted(event)) {
        run.push(event);
        size += length[event] ?? 0;
      }
      if (this.#sinceCheckpoint < this.#interval) continue;
      this.#sinceCheckpoint = 0;
      if (run.length > 0) parts.push(this.#render(run));
      run = [];
      parts.push(checkpoint(position[event] ?? 0));
      size += 16;
    }
    if (run.length > 0) parts.push(this.#render(run));
    const [first] = parts;
    return parts.length === 1 && first ? first : Buffer.concat(parts);
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

  next(): Buffer | undefined {
    const { index } = this.store.log;
    const number = index.streams.find(this.stream);
    if (number === undefined || this.#over) return undefined;
    const run: number[] = [];
    for (let size = 0; size < chunkLength;) {
      const event = index.eventAt(number, this.#next);
      if (event === undefined) break;
      if (event === missingEvent) throw this.store.log.missing();
      run.push(event);
      size += index.length[event] ?? 0;
      this.#next += 1;
    }
    const tombstone = index.tombstones.get(number);
    if (run.length === 0 && tombstone !== undefined) {
      this.#over = true;
      run.push(tombstone);
    }
    return run.length > 0 ? this.#render(run) : undefined;
  }
}
