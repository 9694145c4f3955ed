import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  type JSONEventData,
  type RecordedEvent,
  START,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { sendable } from '../append-check.js';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  limitIn,
  type LogReading,
  type NewEvent,
  type StoredEvent,
  type StoredHistory,
  StoreUnavailable,
  StreamDeleted,
  type UnreadEvent,
  WrongExpectedRevision,
} from '../event-store.js';
import { appendGate, Connection } from './connection.js';
import { type Asked, clientRecovers, refusedAppend } from './errors.js';
import { LogReader, type SubscribeOptions } from './log-reader.js';
import { withReader } from '../readers.js';
import { arrivedEvent, storedEvent } from './stored-event.js';
import { answerWithin, itemsWithin } from './within-deadline.js';

export interface EventStoreDbOptions {
  /** For every call, by our own clock; 10,000 unless told. */
  readonly deadlineMs?: number;
}

/**
 * The log in an EventStoreDB, `esdb://…`. One for a process: appends of several connections in one process share their fate
 * (docs/event-sourcing.md). Reconnects by itself; nothing is opened before the first call. Fails with `BadAddress`.
 */
export function connectEventStore(
  connectionString: string,
  { deadlineMs = 10_000 }: EventStoreDbOptions = {},
): EventStore {
  return new EventStoreDb(connectionString, deadlineMs);
}

class EventStoreDb implements EventStore {
  private readonly calls: Connection;
  private readonly reader: LogReader;

  constructor(
    connectionString: string,
    private readonly deadlineMs: number,
  ) {
    this.calls = new Connection(connectionString);
    this.reader = new LogReader(new Connection(connectionString), deadlineMs);
  }

  async append(stream: string, expected: ExpectedRevision, given: readonly NewEvent[]): Promise<Appended> {
    const events = sendable(stream, given).map((event) => jsonEvent(event));
    return this.send(stream, expected, events, { what: `append to ${stream}`, right: 'append to streams' });
  }

  async read(
    stream: string,
    { from, max }: { readonly from?: bigint; readonly max?: number } = {},
  ): Promise<StoredEvent[]> {
    const options = {
      direction: FORWARDS,
      fromRevision: from ?? START,
      ...(max !== undefined && { maxCount: max }),
    } as const;
    return this.collect(stream, options, storedEvent);
  }

  async history(stream: string, { withLimit = false } = {}): Promise<StoredHistory> {
    try {
      const asked = this.collect(stream, { direction: FORWARDS, fromRevision: START }, arrivedEvent);
      const [events, known] = await Promise.all([asked, withLimit ? this.limitOf(stream) : undefined]);
      const limit = known ?? (events[0]?.revision === 0n ? undefined : await this.limitOf(stream));
      return { events, ...(limit && { limit }) };
    } catch (error) {
      if (error instanceof StreamDeleted) return { events: [], limit: 'tombstone' };
      throw error;
    }
  }

  /** A stream's metadata are a stream, of which the server keeps the last event. */
  private async limitOf(stream: string) {
    const set = await this.last(`$$${stream}`);
    return set && limitIn(set.data);
  }

  async last(stream: string): Promise<StoredEvent | undefined> {
    const options = { direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    const [last] = await this.collect(stream, options, storedEvent);
    return last;
  }

  async end(): Promise<bigint | undefined> {
    const { client } = this.calls;
    const what = 'read the end of the log';
    try {
      const call = client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 });
      let end: bigint | undefined;
      // To its end: a call that is left with its answer in hand never ends in the client, and closing waits for it.
      for await (const { event } of itemsWithin(this.deadlineMs, what, call)) end = event?.position?.commit;
      if (end === undefined) this.calls.assertKept(client, what);
      return end;
    } catch (error) {
      throw await this.failed(client, error, { what, right: 'read $all' });
    }
  }

  async *readAll(options: LogReading): AsyncGenerator<StoredEvent, void> {
    for await (const events of this.reader.read(options)) {
      for (const event of events) yield event.read();
    }
  }

  scan(options: LogReading) {
    return this.reader.scan(options);
  }

  scanNew(options: LogReading): AsyncIterable<readonly UnreadEvent[]> {
    return this.reader.read(options);
  }

  subscribe(options: SubscribeOptions) {
    return this.reader.follow(options);
  }

  async letRead(stream: string, login: string, may: boolean): Promise<boolean> {
    const metadataStream = `$$${stream}`;
    const asked = { what: `set who reads ${stream}`, right: 'set who reads the stream' } as const;
    for (;;) {
      const standing = await this.last(metadataStream);
      const data = standing && withReader(standing.data, login, may);
      if (standing === undefined || data === undefined) return false;
      if (data === standing.data) return true;
      try {
        await this.send(metadataStream, standing.revision, [jsonEvent({ type: standing.type, data })], asked);
        return true;
      } catch (error) {
        // Somebody else set them meanwhile.
        if (!(error instanceof WrongExpectedRevision)) throw error;
      }
    }
  }

  /** Ends subscriptions, waits for appends under way, and closes the connections. */
  async close(): Promise<void> {
    await Promise.all([this.calls.close(), this.reader.close()]);
  }

  private async send(
    stream: string,
    expected: ExpectedRevision,
    events: JSONEventData[],
    asked: Asked,
  ): Promise<Appended> {
    const latest = performance.now() + this.deadlineMs;
    return appendGate.pass(async () => {
      const left = Math.ceil(latest - performance.now());
      if (left <= 0) {
        throw new StoreUnavailable(`Nothing was sent to ${stream}: earlier appends take too long.`);
      }
      const { client } = this.calls;
      try {
        const { nextExpectedRevision, position } = await answerWithin(
          left,
          asked.what,
          client.appendToStream(stream, events, { expectedRevision: expected, deadline: left }),
        );
        this.calls.answered();
        if (!position) throw new Error('the answer holds no position');
        return { revision: nextExpectedRevision, position: position.commit };
      } catch (error) {
        throw refusedAppend(error, stream, expected) ?? (await this.failed(client, error, asked));
      }
    });
  }

  private async collect<T>(
    stream: string,
    options: Parameters<EventStoreDBClient['readStream']>[1],
    take: (event: RecordedEvent) => T,
  ): Promise<T[]> {
    const { client } = this.calls;
    const what = `read ${stream}`;
    const events: T[] = [];
    try {
      for await (const { event } of itemsWithin(this.deadlineMs, what, client.readStream(stream, options))) {
        if (event) events.push(take(event));
      }
      this.calls.assertKept(client, what);
      this.calls.answered();
      return events;
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw await this.failed(client, error, { what, right: 'read streams' });
    }
  }

  private failed(client: EventStoreDBClient, error: unknown, asked: Asked): Promise<Error> {
    if (!clientRecovers(error)) this.calls.renew(client);
    return this.calls.failure(error, asked);
  }
}
