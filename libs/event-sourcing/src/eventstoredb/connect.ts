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
import { storedEvent } from './stored-event.js';
import { type SubscribeOptions, subscription, Unanswered } from './subscription.js';
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
  /** Apart from the calls: giving up a doubtful client must not end a subscription. */
  private readonly subscriptions: Connection;
  private readonly open = new Set<AbortController>();

  constructor(
    connectionString: string,
    private readonly deadlineMs: number,
  ) {
    this.calls = new Connection(connectionString);
    this.subscriptions = new Connection(connectionString);
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
      for await (const { event } of itemsWithin(this.deadlineMs, what, call)) return event?.position?.commit;
      this.calls.assertKept(client, what);
      return undefined;
    } catch (error) {
      this.afterFailure(client, error);
      throw readError(error, what);
    }
  }

  async *readAll({
    after,
    streamPrefixes,
  }: {
    readonly after?: bigint;
    readonly streamPrefixes?: readonly string[];
  }): AsyncGenerator<StoredEvent, void> {
    const { client } = this.calls;
    const what = 'read the log';
    try {
      const call = client.readAll({
        direction: FORWARDS,
        fromPosition: after === undefined ? START : { commit: after, prepare: after },
      });
      for await (const { event } of itemsWithin(this.deadlineMs, what, call)) {
        if (!event || event.type.startsWith('$') || event.streamId.startsWith('$')) continue;
        // Reading is inclusive, and has no filter on the server.
        if (after !== undefined && event.position && event.position.commit <= after) continue;
        if (streamPrefixes && !streamPrefixes.some((prefix) => event.streamId.startsWith(prefix))) continue;
        yield storedEvent(event);
      }
      this.calls.assertKept(client, what);
    } catch (error) {
      this.afterFailure(client, error);
      throw readError(error, what);
    }
  }

  async *subscribe(options: SubscribeOptions) {
    const closing = new AbortController();
    this.open.add(closing);
    const { client } = this.subscriptions;
    try {
      const signal = AbortSignal.any([options.signal, closing.signal]);
      yield* subscription(client, { ...options, signal }, this.deadlineMs);
    } catch (error) {
      // The others on this connection end with it, and are taken up again: what does not answer one does not serve them either.
      if (error instanceof Unanswered) this.subscriptions.renew(client);
      throw error;
    } finally {
      this.open.delete(closing);
    }
  }

  /** Ends subscriptions, waits for appends under way, and closes the connections. */
  async close(): Promise<void> {
    for (const subscribed of this.open) subscribed.abort();
    await Promise.all([this.calls.close(), this.subscriptions.close()]);
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
