/** JSON as the log holds it: integers only (RFC 8785 without fractions). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  readonly revision: bigint;
  /** Commit position in `$all`; ascending, with gaps. */
  readonly position: bigint;
}

/** An event as it arrived, its JSON not parsed yet: who goes through many reads them when, and if, their turn comes. */
export class UnreadEvent {
  /** `data` and `metadata` are JSON in UTF-8; empty where the event store says that it is none. */
  constructor(
    readonly stream: string,
    readonly revision: bigint,
    readonly position: bigint,
    readonly id: string,
    readonly type: string,
    readonly data: Buffer,
    readonly metadata: Buffer,
  ) {}

  /** Fails with `LogFault` for what Samspor cannot have written. */
  read(): StoredEvent {
    const { stream, revision, position, id, type } = this;
    const data = objectIn(this.data);
    const metadata = this.metadata.length === 0 ? {} : objectIn(this.metadata);
    if (data === undefined || metadata === undefined) {
      throw new LogFault(
        `The event ${id} at revision ${revision} of ${stream} holds no JSON object: Samspor did not write it.`,
      );
    }
    return { stream, id, type, revision, position, data, metadata };
  }

  /** The same for who can do without; undefined for what Samspor cannot have written. */
  tryRead(): StoredEvent | undefined {
    try {
      return this.read();
    } catch (error) {
      if (error instanceof LogFault) return undefined;
      throw error;
    }
  }
}

/** Whether its JSON is at hand. */
export const isRead = (event: StoredEvent | UnreadEvent): event is StoredEvent =>
  !(event instanceof UnreadEvent);

/** A stream as the log has it, what cannot be read left as it came. */
export interface StoredHistory {
  readonly events: readonly (StoredEvent | UnreadEvent)[];
  /** By what the server hides events of it, or did away with it. */
  readonly limit?: Limit;
}

/** `$maxCount`, `$maxAge` and `$tb` stand in a stream's metadata; a deletion is a `$tb` past every event, a tombstone is for ever. */
export type Limit = '$maxCount' | '$maxAge' | '$tb' | 'deletion' | 'tombstone';

/** What the server heeds in a stream's metadata. */
export function limitIn(metadata: JsonObject): Limit | undefined {
  const { $tb: before } = metadata;
  if (typeof before === 'number' && before > 0) return before >= deletedBefore ? 'deletion' : '$tb';
  return (['$maxCount', '$maxAge'] as const).find((name) => typeof metadata[name] === 'number');
}

/** A JSON number does not hold the largest revision. */
const deletedBefore = 2 ** 63 - 1024;

/** The stream whose history an entry of the server's own tells of: its metadata were set, or it was deleted for ever. */
export function markedStream({ stream, type }: Pick<UnreadEvent, 'stream' | 'type'>): string | undefined {
  if (type === '$streamDeleted') return stream.startsWith('$') ? undefined : stream;
  return type === '$metadata' && /^\$\$[^$]/.test(stream) ? stream.slice(2) : undefined;
}

export interface Appended {
  readonly revision: bigint;
  readonly position: bigint;
}

export type ExpectedRevision = bigint | 'no_stream';

/** What a catch-up subscription hands over, in log order. */
export type Delivery =
  | { readonly kind: 'event'; readonly event: UnreadEvent }
  /**
   * As far as the server says to have looked. Tells how current a reader is, and nothing else: released servers have sent positions of events
   * that they deliver later, or beyond the end. Reading goes on after the last event that was delivered.
   */
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  | { readonly kind: 'caughtUp' };

export interface LogReading {
  readonly after?: bigint;
  readonly streamPrefixes?: readonly string[];
  /** With what the server notes of these streams (`markedStream`). */
  readonly withMarks?: boolean;
}

/** The log. Never appends with `any`; every call has a deadline of its own and rejects with `StoreUnavailable` after it. */
export interface EventStore {
  /** All of the events or none, on disk when it resolves. Rejects with `WrongExpectedRevision`, or `InvalidAppend` before anything is sent. */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;
  /** Events of a stream from a revision on, in order; none for a stream that does not exist. */
  read(stream: string, options?: { readonly from?: bigint; readonly max?: number }): Promise<StoredEvent[]>;
  /** A stream from its first event on, however little of it can be read. Its limits are asked for where something seems to be missing, or on demand. */
  history(stream: string, options?: { readonly withLimit?: boolean }): Promise<StoredHistory>;
  /** The newest event of a stream. */
  last(stream: string): Promise<StoredEvent | undefined>;
  /** The commit position of the newest event in `$all`, of whichever stream; undefined while there is none. */
  end(): Promise<bigint | undefined>;
  /** `$all` after a position, system events left out, forwards, ending at the present end. */
  readAll(options: {
    readonly after?: bigint;
    readonly streamPrefixes?: readonly string[];
  }): AsyncIterable<StoredEvent>;
  /** The same for whoever goes through much of the log: as it comes, many events at a time, not parsed. */
  scan(options: LogReading): AsyncIterable<readonly UnreadEvent[]>;
  /** The same for what is new, which is asked for often and is not much. */
  scanNew(options: LogReading): AsyncIterable<readonly UnreadEvent[]>;
  /** Follows `$all` in batches until `signal` aborts or the connection ends; the caller resubscribes. Batches are never empty. */
  subscribe(options: {
    readonly after?: bigint;
    readonly streamPrefixes: readonly string[];
    readonly signal: AbortSignal;
    /** Most deliveries in one batch. */
    readonly maxBatch?: number;
    readonly withMarks?: boolean;
  }): AsyncIterable<readonly Delivery[]>;
  /** Of a stream whose own list of rights says who reads it: lets a login in, or shuts it out. False, and nothing is done, where it has none. */
  letRead(stream: string, login: string, may: boolean): Promise<boolean>;
  close(): Promise<void>;
}

export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`The stream ${stream} is at ${actual}, not at ${expected} as expected.`);
    this.name = 'WrongExpectedRevision';
  }
}

/** The event store did not answer in time or cannot be reached; whether an append arrived is unknown. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

/** The event store's disk is full. It can be read meanwhile, and takes appends again when there is room. */
export class NoRoom extends StoreUnavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NoRoom';
  }
}

/** It answered, and does not let the login of its address do that. The message names login and right; once given, the same call works. */
export class AccessRefused extends StoreUnavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AccessRefused';
  }
}

/** An append that must not be sent: too large, no type, a bad stream name (docs/eventstore.md). */
export class InvalidAppend extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidAppend';
  }
}

/** The log cannot be what the reader expects: another log, an unknown type or version, a damaged or lost key. Halts the reader. */
export class LogFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LogFault';
  }
}

/** What the event store holds there is not what was written any more: it has to be restored. Trying again changes nothing. */
export class DamagedLog extends LogFault {
  constructor(what: string, said: string, options?: ErrorOptions) {
    super(`Cannot ${what}: files of the event store are damaged. ${said}`, options);
    this.name = 'DamagedLog';
  }
}

/** The stream was deleted for ever, which Samspor never does. */
export class StreamDeleted extends LogFault {
  constructor(what: string, options?: ErrorOptions) {
    super(`Cannot ${what}: the stream was deleted, which Samspor never does.`, options);
    this.name = 'StreamDeleted';
  }
}

function objectIn(json: Buffer): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}
