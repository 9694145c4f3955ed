import { randomUUID } from 'node:crypto';
import { invalidArgument } from './grpc/status.js';
import type { StreamEvents } from './log/commit-record.js';
import { InFlight } from './in-flight.js';
import { missingEvent } from './log/event-index.js';
import type { EventLog } from './log/event-log.js';
import { RecentIds } from './log/recent-ids.js';
import {
  deletion,
  isMetadataStream,
  metadataOfMetadata,
  metadataStreamOf,
  noMetadata,
  parseMetadata,
  streamOfMetadata,
  withTruncateBefore,
  type StreamMetadata,
} from './stream-metadata.js';
import { eventIdOf, readEventFrame, type ProposedEvent } from './wire/event-frame.js';

export type ExpectedRevision = number | 'any' | 'no_stream' | 'stream_exists';

/** `revision` is -1 for a stream without events; `position` is missing where a repeated append is hidden now. */
export type AppendOutcome =
  | { readonly outcome: 'success'; readonly revision: number; readonly position: number | undefined }
  | { readonly outcome: 'wrong-expected-revision'; readonly current: number }
  | { readonly outcome: 'stream-deleted' };

type Check =
  | { readonly check: 'ok'; readonly softDeleted: boolean }
  | { readonly check: 'repeated'; readonly last: number }
  | { readonly check: 'wait' }
  | { readonly check: 'wrong' }
  | { readonly check: 'deleted' };

/**
 * The streams: appends at an expected revision, deletion, metadata, and which events of a stream may be read. It
 * decides as the real server does, also where that is odd (docs/embedded-eventstore.md).
 */
export class EventStore {
  readonly #inFlight = new InFlight();
  readonly #recentIds = new RecentIds();
  readonly #metadata = new Map<number, { event: number; metadata: StreamMetadata }>();

  constructor(readonly log: EventLog) {}

  /** Appends atomically; settles when the events are on disk, or at once when there is nothing to write. */
  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly ProposedEvent[],
  ): Promise<AppendOutcome> {
    const ids = events.map(({ id }) => id);
    for (;;) {
      const check = this.#check(stream, expected, ids);
      switch (check.check) {
        case 'wait':
          await this.#settled(stream);
          continue;
        case 'wrong':
          return { outcome: 'wrong-expected-revision', current: this.lastRevision(stream) };
        case 'deleted':
          return { outcome: 'stream-deleted' };
        case 'repeated':
          return this.#repeated(stream, check.last);
        case 'ok':
          if (events.length === 0) return this.#nothing(stream);
          return this.#write(stream, events, check.softDeleted);
      }
    }
  }

  /** Hides what the stream holds; later appends continue its revisions. Answers with the position of the mark. */
  async softDelete(stream: string, expected: ExpectedRevision): Promise<AppendOutcome> {
    for (;;) {
      const check = this.#check(stream, expected, [randomUUID()]);
      if (check.check === 'wait') await this.#settled(stream);
      else if (check.check === 'deleted') return { outcome: 'stream-deleted' };
      else {
        const last = this.#last(stream);
        const exists = last >= 0 || this.#last(metadataStreamOf(stream)) >= 0;
        if (check.check !== 'ok' || !exists) return { outcome: 'wrong-expected-revision', current: last };
        return this.#commit([this.#metadataPart(stream, deletion)]);
      }
    }
  }

  /** Ends the stream for ever. */
  async tombstone(stream: string, expected: ExpectedRevision): Promise<AppendOutcome> {
    for (;;) {
      const check = this.#check(stream, expected, [randomUUID()]);
      if (check.check === 'wait') await this.#settled(stream);
      else if (check.check === 'deleted') return { outcome: 'stream-deleted' };
      else if (check.check !== 'ok') {
        return { outcome: 'wrong-expected-revision', current: this.#last(stream) };
      } else {
        return this.#commit([
          { stream, firstRevision: 'tombstone', events: [systemEvent('$streamDeleted', Buffer.alloc(0))] },
        ]);
      }
    }
  }

  /** The highest acknowledged revision; -1 when the stream has no event. */
  lastRevision(stream: string): number {
    const number = this.log.index.streams.find(stream);
    return number === undefined ? -1 : this.log.index.lastRevision(number);
  }

  /** A stream is gone when it, or for a metadata stream the stream it describes, has a tombstone. */
  isTombstoned(stream: string): boolean {
    const { index } = this.log;
    const number = index.streams.find(stream);
    if (number !== undefined && index.tombstones.has(number)) return true;
    return isMetadataStream(stream) && this.isTombstoned(streamOfMetadata(stream));
  }

  metadataOf(stream: string): StreamMetadata {
    if (isMetadataStream(stream)) return metadataOfMetadata;
    const { index } = this.log;
    const number = index.streams.find(metadataStreamOf(stream));
    return number === undefined ? noMetadata : this.#lastMetadata(number);
  }

  #lastMetadata(number: number): StreamMetadata {
    const { index } = this.log;
    const event = index.eventAt(number, index.lastRevision(number));
    if (event === undefined) return noMetadata;
    if (event === missingEvent) throw this.log.missing();
    const cached = this.#metadata.get(number);
    if (cached?.event === event) return cached.metadata;
    const metadata = parseMetadata(readEventFrame(this.log.frame(event)).data);
    if (this.#metadata.size >= 10_000) this.#metadata.clear();
    this.#metadata.set(number, { event, metadata });
    return metadata;
  }

  /** What the last event of a stream holds, where that is a JSON object. */
  lastFields(stream: string): Readonly<Record<string, unknown>> {
    const { index } = this.log;
    const number = index.streams.find(stream);
    return number === undefined ? {} : this.#lastMetadata(number).fields;
  }

  /**
   * The number of the event at a position of `$all`; behind the last one, the number of the next. A position between
   * two events is of another log: to go on from it would leave out events or repeat them.
   */
  eventAt(position: number): number {
    const { index, holes } = this.log;
    const event = index.firstAtOrAfter(position);
    const strange = position > 0 && event < index.count && index.position[event] !== position;
    if (strange && holes.length === 0 && !this.log.isScavenged(position)) {
      throw invalidArgument(
        `There is no event at position ${position} of $all: it is a position of another log.`,
      );
    }
    return event;
  }

  /** The lowest revision that a read of the stream shows now. */
  firstVisible(stream: string): number {
    const { index } = this.log;
    const number = index.streams.find(stream);
    if (number === undefined) return 0;
    const { maxCount, maxAge, truncateBefore } = this.metadataOf(stream);
    const last = index.lastRevision(number);
    let first = index.firstRevision(number);
    if (truncateBefore !== undefined) first = Math.max(first, Math.min(truncateBefore, last + 1));
    if (maxCount !== undefined) first = Math.max(first, last + 1 - maxCount);
    return maxAge === undefined ? first : this.#firstYounger(number, first, last, maxAge);
  }

  /** The first revision that is at most so many seconds old; events of a stream are never older than those before. */
  #firstYounger(stream: number, first: number, last: number, maxAge: number): number {
    const oldest = (BigInt(Date.now()) - BigInt(Math.round(maxAge * 1000))) * 10_000n;
    let low = first;
    let high = last + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const event = this.log.index.eventAt(stream, middle);
      const created =
        event === undefined || event === missingEvent
          ? 0n
          : BigInt(readEventFrame(this.log.frame(event)).created);
      if (created < oldest) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The last revision, with what is on its way to the disk. */
  #last(stream: string): number {
    return this.#inFlight.last(stream) ?? this.lastRevision(stream);
  }

  #check(stream: string, expected: ExpectedRevision, ids: readonly string[]): Check {
    if (this.#endsNow(stream)) return { check: 'wait' };
    const metadata = isMetadataStream(stream) ? stream : metadataStreamOf(stream);
    if (this.#inFlight.has(metadata)) return { check: 'wait' };
    if (this.isTombstoned(stream)) return { check: 'deleted' };
    const last = this.#last(stream);
    if (expected === 'any' || expected === 'stream_exists') {
      return this.#checkLoosely(stream, expected, last, ids);
    }
    const revision = expected === 'no_stream' ? -1 : expected;
    if (revision > last) return this.#waitOr(stream, { check: 'wrong' });
    if (revision === last) return { check: 'ok', softDeleted: this.#softDeleted(stream) };
    if (this.#inFlight.has(stream)) return { check: 'wait' };
    const same = this.#sameFrom(stream, revision + 1, ids);
    if (same === 0 && expected === 'no_stream' && this.#softDeleted(stream)) {
      return { check: 'ok', softDeleted: true };
    }
    if (ids.length === 0 || same < ids.length) return { check: 'wrong' };
    return { check: 'repeated', last: revision + ids.length };
  }

  #checkLoosely(
    stream: string,
    expected: 'any' | 'stream_exists',
    last: number,
    ids: readonly string[],
  ): Check {
    const softDeleted = this.#softDeleted(stream);
    if (expected === 'stream_exists') {
      if (softDeleted) return { check: 'deleted' };
      if (last < 0 && this.#last(metadataStreamOf(stream)) < 0) return { check: 'wrong' };
    }
    let repeated = -1;
    for (const [place, id] of ids.entries()) {
      const stored = this.#recentIds.find(stream, id);
      if (!stored) {
        return place === 0 ? { check: 'ok', softDeleted } : this.#waitOr(stream, { check: 'wrong' });
      }
      repeated = stored.revision;
    }
    if (ids.length === 0) return { check: 'ok', softDeleted };
    return this.#waitOr(stream, { check: 'repeated', last: repeated });
  }

  /** An answer that rests on what is only on its way to the disk has to wait for it. */
  #waitOr(stream: string, check: Check): Check {
    return this.#inFlight.has(stream) ? { check: 'wait' } : check;
  }

  /** How many of the ids are those of the events from a revision on. */
  #sameFrom(stream: string, revision: number, ids: readonly string[]): number {
    const number = this.log.index.streams.find(stream);
    if (number === undefined) return 0;
    for (const [place, id] of ids.entries()) {
      const event = this.log.index.eventAt(number, revision + place);
      if (event === undefined) return place;
      if (event === missingEvent) throw this.log.missing();
      if (eventIdOf(this.log.frame(event)) !== id) return place;
    }
    return ids.length;
  }

  #softDeleted(stream: string): boolean {
    return !isMetadataStream(stream) && this.metadataOf(stream).softDeleted;
  }

  #repeated(stream: string, last: number): AppendOutcome {
    const { index } = this.log;
    const event = index.eventAt(index.streams.find(stream) ?? -1, last);
    const visible = event !== undefined && event !== missingEvent && last >= this.firstVisible(stream);
    return { outcome: 'success', revision: last, position: visible ? index.position[event] : undefined };
  }

  #nothing(stream: string): AppendOutcome {
    const { index } = this.log;
    return {
      outcome: 'success',
      revision: this.#last(stream),
      position: index.position[index.count - 1] ?? 0,
    };
  }

  #write(stream: string, events: readonly ProposedEvent[], softDeleted: boolean): Promise<AppendOutcome> {
    const firstRevision = this.#last(stream) + 1;
    const parts: StreamEvents[] = [{ stream, firstRevision, events }];
    if (softDeleted) {
      const { fields } = this.metadataOf(stream);
      parts.push(this.#metadataPart(stream, withTruncateBefore(fields, firstRevision)));
    } else if (isMetadataStream(stream)) parts.push(...this.#hiddenStill(stream, events));
    return this.#commit(parts);
  }

  /** New metadata of a deleted stream does not bring its events back: a second one goes on hiding them. */
  #hiddenStill(metadataStream: string, events: readonly ProposedEvent[]): readonly StreamEvents[] {
    const stream = streamOfMetadata(metadataStream);
    const written = events.at(-1);
    if (!written || !this.#softDeleted(stream)) return [];
    const { fields } = parseMetadata(written.data);
    const data = withTruncateBefore(fields, this.#last(stream) + 1);
    return [this.#metadataPart(stream, data, events.length)];
  }

  /** Metadata that the server itself writes, behind as many as come before it in the same commit. */
  #metadataPart(stream: string, data: Buffer, before = 0): StreamEvents {
    const metadataStream = metadataStreamOf(stream);
    return {
      stream: metadataStream,
      firstRevision: this.#last(metadataStream) + 1 + before,
      events: [systemEvent('$metadata', data)],
    };
  }

  /** Writes the parts as one commit. The answer is about the first of them. */
  #commit(parts: readonly StreamEvents[]): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      const entries = this.log.append(parts, (error) => {
        for (const part of parts) this.#leave(part, error !== undefined);
        if (error) {
          reject(error);
          return;
        }
        const [first] = parts;
        const entry = entries[(first?.events.length ?? 1) - 1];
        const revision = entry?.revision === 'tombstone' ? -1 : (entry?.revision ?? -1);
        resolve({ outcome: 'success', revision, position: entry?.position });
      });
      for (const part of parts) this.#enter(part);
    });
  }

  #enter({ stream, firstRevision, events }: StreamEvents): void {
    if (firstRevision === 'tombstone') {
      this.#inFlight.enter(stream, this.#last(stream), true);
      return;
    }
    this.#inFlight.enter(stream, firstRevision + events.length - 1, false);
    for (const [place, { id }] of events.entries()) {
      this.#recentIds.remember(stream, id, firstRevision + place);
    }
  }

  #leave({ stream, firstRevision, events }: StreamEvents, failed: boolean): void {
    if (failed && firstRevision !== 'tombstone') {
      for (const [place, { id }] of events.entries()) {
        this.#recentIds.forget(stream, id, firstRevision + place);
      }
    }
    this.#inFlight.leave(stream);
  }

  /** Whether a tombstone is on its way that will end the stream, as `isTombstoned` has it. */
  #endsNow(stream: string): boolean {
    if (this.#inFlight.isTombstoned(stream)) return true;
    return isMetadataStream(stream) && this.#endsNow(streamOfMetadata(stream));
  }

  /** Resolves when nothing of the stream, of its metadata or of what it describes is on its way to the disk any more. */
  async #settled(stream: string): Promise<void> {
    await this.#inFlight.settled(stream);
    await this.#inFlight.settled(metadataStreamOf(stream));
    if (isMetadataStream(stream)) await this.#settled(streamOfMetadata(stream));
  }
}

const systemEvent = (type: string, data: Uint8Array): ProposedEvent => ({
  id: randomUUID(),
  type,
  isJson: true,
  metadata: Buffer.alloc(0),
  data,
});
