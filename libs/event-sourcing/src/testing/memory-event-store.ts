import { sendable } from '../append-check.js';
import {
  type Appended,
  type Delivery,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type StoredEvent,
  UnreadEvent,
  WrongExpectedRevision,
} from '../event-store.js';

/** The port in memory, for unit tests alone; held to the same contract as the adapter (test/contract). */
export class MemoryEventStore implements EventStore {
  readonly all: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly waiting = new Set<() => void>();

  async append(stream: string, expected: ExpectedRevision, given: readonly NewEvent[]): Promise<Appended> {
    const events = sendable(stream, given);
    await Promise.resolve();
    const present = this.streams.get(stream) ?? [];
    const start = expected === 'no_stream' ? 0 : Number(expected) + 1;
    if (start !== present.length) {
      const earlier = present.slice(start, start + events.length);
      const isRepeat = earlier.length === events.length && earlier.every(({ id }, i) => id === events[i]?.id);
      const last = earlier.at(-1);
      if (isRepeat && last) return { revision: last.revision, position: last.position };
      throw new WrongExpectedRevision(stream, expected, present.at(-1)?.revision ?? 'no_stream');
    }
    const stored = events.map((event, index) => ({
      ...event,
      stream,
      revision: BigInt(start + index),
      position: BigInt((this.all.length + index) * 100 + 7),
    }));
    this.streams.set(stream, [...present, ...stored]);
    this.all.push(...stored);
    for (const wake of this.waiting) wake();
    return { revision: BigInt(start + stored.length - 1), position: stored.at(-1)?.position ?? 0n };
  }

  async read(stream: string, { from = 0n, max = Infinity }: { from?: bigint; max?: number } = {}) {
    await Promise.resolve();
    const start = Number(from);
    return (this.streams.get(stream) ?? []).slice(start, start + max);
  }

  async last(stream: string) {
    await Promise.resolve();
    return this.streams.get(stream)?.at(-1);
  }

  async end() {
    await Promise.resolve();
    return this.all.at(-1)?.position;
  }

  async *readAll({ after = -1n, streamPrefixes }: { after?: bigint; streamPrefixes?: readonly string[] }) {
    for (const event of this.all.slice()) {
      await Promise.resolve();
      if (event.position > after && matches(event, streamPrefixes)) yield event;
    }
  }

  async *news(after?: bigint) {
    yield* this.scan(after === undefined ? {} : { after });
  }

  async *scan(options: { after?: bigint; streamPrefixes?: readonly string[] }) {
    for await (const event of this.readAll(options)) yield [unread(event)];
  }

  async *subscribe({
    after = -1n,
    streamPrefixes,
    signal,
    maxBatch = 500,
  }: {
    readonly after?: bigint;
    readonly streamPrefixes: readonly string[];
    readonly signal: AbortSignal;
    readonly maxBatch?: number;
  }): AsyncGenerator<readonly Delivery[]> {
    let next = this.all.findIndex(({ position }) => position > after);
    if (next === -1) next = this.all.length;
    let isLive = false;
    while (!signal.aborted) {
      const batch: Delivery[] = [];
      for (; next < this.all.length && batch.length < maxBatch; next += 1) {
        const event = this.all[next];
        if (event && matches(event, streamPrefixes)) batch.push({ kind: 'event', event: unread(event) });
        else if (event) batch.push({ kind: 'checkpoint', position: event.position });
      }
      if (next === this.all.length && !isLive && batch.length < maxBatch) {
        isLive = true;
        batch.push({ kind: 'caughtUp' });
      }
      if (batch.length > 0) yield batch;
      else await this.changeOrAbort(signal);
    }
  }

  async close() {
    for (const wake of this.waiting) wake();
    await Promise.resolve();
  }

  private changeOrAbort(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }
}

/** An event as readers get it. */
export const unread = ({ stream, revision, position, id, type, data, metadata }: StoredEvent) =>
  new UnreadEvent(
    stream,
    revision,
    position,
    id,
    type,
    Buffer.from(JSON.stringify(data)),
    Buffer.from(JSON.stringify(metadata)),
  );

const matches = ({ stream }: StoredEvent, prefixes: readonly string[] | undefined) =>
  !prefixes || prefixes.some((prefix) => stream.startsWith(prefix));
