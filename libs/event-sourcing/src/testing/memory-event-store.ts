import { sendable } from '../append-check.js';
import { withReader } from '../readers.js';
import {
  type Appended,
  type Delivery,
  type EventStore,
  type ExpectedRevision,
  type JsonObject,
  type Limit,
  limitIn,
  type LogReading,
  markedStream,
  type NewEvent,
  type StoredEvent,
  type StoredHistory,
  StreamDeleted,
  UnreadEvent,
  WrongExpectedRevision,
} from '../event-store.js';

/** The port in memory, for unit tests alone; held to the same contract as the adapter (test/contract). */
export class MemoryEventStore implements EventStore {
  readonly all: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly metadata = new Map<string, JsonObject>();
  private readonly tombstoned = new Set<string>();
  private readonly waiting = new Set<() => void>();

  async append(stream: string, expected: ExpectedRevision, given: readonly NewEvent[]): Promise<Appended> {
    const events = sendable(stream, given);
    await Promise.resolve();
    if (this.tombstoned.has(stream)) throw new StreamDeleted(`append to ${stream}`);
    const present = this.streams.get(stream) ?? [];
    // As servers do it: one that was deleted begins again where it was.
    const first = this.limitOf(stream) === 'deletion' ? present.length : 0;
    const start = expected === 'no_stream' ? first : Number(expected) + 1;
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
      position: this.nextPosition(index),
    }));
    this.streams.set(stream, [...present, ...stored]);
    this.all.push(...stored);
    for (const wake of this.waiting) wake();
    return { revision: BigInt(start + stored.length - 1), position: stored.at(-1)?.position ?? 0n };
  }

  async read(stream: string, { from = 0n, max = Infinity }: { from?: bigint; max?: number } = {}) {
    await Promise.resolve();
    return this.visible(stream)
      .filter(({ revision }) => revision >= from)
      .slice(0, max);
  }

  async history(stream: string): Promise<StoredHistory> {
    if (this.tombstoned.has(stream)) return { events: [], limit: 'tombstone' };
    const limit = this.limitOf(stream);
    return { events: await this.read(stream), ...(limit && { limit }) };
  }

  async last(stream: string) {
    await Promise.resolve();
    return this.visible(stream).at(-1);
  }

  async letRead(stream: string, login: string, may: boolean): Promise<boolean> {
    await Promise.resolve();
    const standing = this.metadata.get(stream) ?? {};
    const metadata = withReader(standing, login, may);
    if (metadata === undefined) return false;
    if (metadata !== standing) this.setMetadata(stream, metadata);
    return true;
  }

  /** As an administrator of the server does it: hides events of a stream, or none any more. */
  setMetadata(stream: string, metadata: JsonObject): void {
    this.metadata.set(stream, metadata);
    this.mark(`$$${stream}`, '$metadata', metadata);
  }

  /** As an administrator of the server does it: ends a stream for ever. */
  tombstone(stream: string): void {
    this.tombstoned.add(stream);
    this.mark(stream, '$streamDeleted', {});
  }

  private mark(stream: string, type: string, data: JsonObject): void {
    const [id, revision] = ['00000000-0000-4000-8000-000000000000', 0n];
    this.all.push({ stream, type, id, revision, position: this.nextPosition(), data, metadata: {} });
    for (const wake of this.waiting) wake();
  }

  private nextPosition(ahead = 0): bigint {
    return BigInt((this.all.length + ahead) * 100 + 7);
  }

  private limitOf(stream: string): Limit | undefined {
    return limitIn(this.metadata.get(stream) ?? {});
  }

  private visible(stream: string): readonly StoredEvent[] {
    if (this.tombstoned.has(stream)) throw new StreamDeleted(`read ${stream}`);
    const events = this.streams.get(stream) ?? [];
    if (this.limitOf(stream) === 'deletion') return [];
    const count = this.metadata.get(stream)?.['$maxCount'];
    return typeof count === 'number' ? events.slice(-count) : events;
  }

  async end() {
    await Promise.resolve();
    return this.all.at(-1)?.position;
  }

  async *readAll({ after = -1n, ...wanted }: LogReading) {
    for (const event of this.all.slice()) {
      await Promise.resolve();
      if (event.position > after && matches(event, wanted)) yield event;
    }
  }

  async *scan(options: LogReading) {
    for await (const event of this.readAll(options)) yield [unread(event)];
  }

  scanNew(options: LogReading) {
    return this.scan(options);
  }

  async *subscribe({
    after = -1n,
    streamPrefixes,
    withMarks = false,
    signal,
    maxBatch = 500,
  }: Parameters<EventStore['subscribe']>[0]): AsyncGenerator<readonly Delivery[]> {
    let next = this.all.findIndex(({ position }) => position > after);
    if (next === -1) next = this.all.length;
    let isLive = false;
    while (!signal.aborted) {
      const batch: Delivery[] = [];
      for (; next < this.all.length && batch.length < maxBatch; next += 1) {
        const event = this.all[next];
        if (event === undefined) break;
        const isWanted = matches(event, { streamPrefixes, withMarks });
        batch.push(
          isWanted
            ? { kind: 'event', event: unread(event) }
            : { kind: 'checkpoint', position: event.position },
        );
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

function matches(event: StoredEvent, { streamPrefixes, withMarks = false }: LogReading): boolean {
  if (markedStream(event) !== undefined && !withMarks) return false;
  if (streamPrefixes === undefined) return true;
  const prefixes = withMarks ? streamPrefixes.flatMap((prefix) => [prefix, `$$${prefix}`]) : streamPrefixes;
  return prefixes.some((prefix) => event.stream.startsWith(prefix));
}
