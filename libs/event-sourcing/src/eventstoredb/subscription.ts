import {
  type AllStreamSubscription,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { type Delivery, StoreUnavailable } from '../event-store.js';
import { readError } from './errors.js';
import { storedEvent } from './stored-event.js';

export interface SubscribeOptions {
  readonly after?: bigint;
  readonly streamPrefixes: readonly string[];
  readonly signal: AbortSignal;
  readonly maxBatch?: number;
}

/** A subscription was not confirmed in time: its connection may have fallen silent. */
export class Unanswered extends StoreUnavailable {}

/** The server looks at this many events between two checkpoints of a subscription that nothing matches. */
const maxSearchWindow = 512;

/** Events in batches of what has arrived, with checkpoints that never run ahead of the events handed over. */
export async function* subscription(
  client: EventStoreDBClient,
  { after, streamPrefixes, signal, maxBatch = 500 }: SubscribeOptions,
  deadlineMs: number,
): AsyncGenerator<readonly Delivery[], void> {
  if (signal.aborted) return;
  const inbox = new Inbox(maxBatch);
  const source = client.subscribeToAll({
    fromPosition: after === undefined ? START : { commit: after, prepare: after },
    filter: streamNameFilter({
      prefixes: [...streamPrefixes],
      maxSearchWindow,
      // Runs ahead of the events that are still buffered, and a throw in it stalls the subscription for ever.
      checkpointReached: (_, { commit }) => inbox.mark({ kind: 'checkpoint', position: commit }),
    }),
  });
  source.on('caughtUp', () => inbox.mark({ kind: 'caughtUp' }));
  // The client may report the same failure again after the loop below has ended.
  source.on('error', () => undefined);
  const deadline = setTimeout(() => {
    inbox.end(new Unanswered(`The event store did not answer a subscription within ${deadlineMs} ms.`));
  }, deadlineMs);
  source.once('confirmation', () => clearTimeout(deadline));
  const abort = () => inbox.end();
  signal.addEventListener('abort', abort);
  const filling = fill(inbox, source);
  try {
    yield* inbox.batches(() => source.readableLength === 0);
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', abort);
    inbox.end();
    source.unsubscribe().catch(() => undefined);
    source.destroy();
    await filling;
  }
}

async function fill(inbox: Inbox, source: AllStreamSubscription): Promise<void> {
  try {
    for await (const { event } of source) {
      if (event) await inbox.put({ kind: 'event', event: storedEvent(event) });
      if (inbox.isClosed) break;
    }
    inbox.end();
  } catch (error) {
    inbox.end(readError(error, 'follow the log'));
  }
}

/** Between the stream of events and the consumer: a bounded queue, and the markers that wait for it to be empty. */
class Inbox {
  private queue: Delivery[] = [];
  private readonly marks = new Map<Delivery['kind'], Delivery>();
  private ended: { readonly error?: Error } | undefined;
  private wakeReader: (() => void) | undefined;
  private wakeWriter: (() => void) | undefined;

  constructor(private readonly maxBatch: number) {}

  get isClosed(): boolean {
    return this.ended !== undefined;
  }

  async put(delivery: Delivery): Promise<void> {
    this.queue.push(delivery);
    this.wakeReader?.();
    if (this.queue.length >= this.maxBatch && !this.ended) {
      await new Promise<void>((resolve) => {
        this.wakeWriter = resolve;
      });
    }
  }

  /** Keeps the newest marker of its kind, and lets what was read but not yet put come first. */
  mark(marker: Delivery): void {
    this.marks.set(marker.kind, marker);
    setImmediate(() => this.wakeReader?.());
  }

  end(error?: Error): void {
    this.ended ??= error ? { error } : {};
    this.wakeReader?.();
    this.wakeWriter?.();
  }

  async *batches(isDrained: () => boolean): AsyncGenerator<readonly Delivery[], void> {
    for (;;) {
      const batch = this.take();
      if (batch.length > 0) {
        yield batch;
        continue;
      }
      if (this.ended) {
        if (this.ended.error) throw this.ended.error;
        return;
      }
      // One turn of the event loop: an event on its way from the stream to the queue arrives before the marker is looked at.
      if (this.marks.size > 0) await new Promise((resolve) => setImmediate(resolve));
      if (this.queue.length > 0 || this.ended) continue;
      if (this.marks.size > 0 && isDrained()) {
        const markers = [...this.marks.values()];
        this.marks.clear();
        yield markers;
        continue;
      }
      await new Promise<void>((resolve) => {
        this.wakeReader = resolve;
      });
      this.wakeReader = undefined;
    }
  }

  private take(): readonly Delivery[] {
    const batch = this.queue;
    this.queue = [];
    const wake = this.wakeWriter;
    this.wakeWriter = undefined;
    wake?.();
    return batch;
  }
}
