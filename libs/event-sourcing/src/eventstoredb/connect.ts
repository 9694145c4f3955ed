import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  START,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { sendable } from '../append-check.js';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type StoredEvent,
  StoreUnavailable,
} from '../event-store.js';
import { appendGate, Connection } from './connection.js';
import { appendError, clientRecovers, readError } from './errors.js';
import { LogReader, type ReadOptions, type SubscribeOptions } from './log-reader.js';
import { storedEvent } from './stored-event.js';
import { answerWithin, itemsWithin } from './within-deadline.js';

export interface EventStoreDbOptions {
  /** For every call, by our own clock; 10,000 unless told. */
  readonly deadlineMs?: number;
}

/**
 * The log in an EventStoreDB, `esdb://…`. One for a process: appends of several connections in one process share their fate
 * (docs/event-sourcing.md). Reconnects by itself; nothing is opened before the first call.
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
          `append to ${stream}`,
          client.appendToStream(stream, events, { expectedRevision: expected, deadline: left }),
        );
        if (!position) throw new Error('the answer holds no position');
        return { revision: nextExpectedRevision, position: position.commit };
      } catch (error) {
        this.afterFailure(client, error);
        throw appendError(error, stream, expected);
      }
    });
  }

  async read(
    stream: string,
    { from, max }: { readonly from?: bigint; readonly max?: number } = {},
  ): Promise<StoredEvent[]> {
    return this.collect(stream, {
      direction: FORWARDS,
      fromRevision: from ?? START,
      ...(max !== undefined && { maxCount: max }),
    });
  }

  async last(stream: string): Promise<StoredEvent | undefined> {
    const [last] = await this.collect(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 });
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
      this.afterFailure(client, error);
      throw readError(error, what);
    }
  }

  async *readAll(options: ReadOptions): AsyncGenerator<StoredEvent, void> {
    for await (const events of this.reader.read(options)) {
      for (const event of events) yield event.read();
    }
  }

  scan(options: ReadOptions) {
    return this.reader.scan(options);
  }

  subscribe(options: SubscribeOptions) {
    return this.reader.follow(options);
  }

  /** Ends subscriptions, waits for appends under way, and closes the connections. */
  async close(): Promise<void> {
    await Promise.all([this.calls.close(), this.reader.close()]);
  }

  private async collect(
    stream: string,
    options: Parameters<EventStoreDBClient['readStream']>[1],
  ): Promise<StoredEvent[]> {
    const { client } = this.calls;
    const what = `read ${stream}`;
    const events: StoredEvent[] = [];
    try {
      for await (const { event } of itemsWithin(this.deadlineMs, what, client.readStream(stream, options))) {
        if (event) events.push(storedEvent(event));
      }
      this.calls.assertKept(client, what);
      return events;
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      this.afterFailure(client, error);
      throw readError(error, what);
    }
  }

  private afterFailure(client: EventStoreDBClient, error: unknown): void {
    if (!clientRecovers(error)) this.calls.renew(client);
  }
}
