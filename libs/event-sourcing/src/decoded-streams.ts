import { LRUCache } from 'lru-cache';
import type { Codec } from './codec.js';
import type { Recorded } from './event.js';
import { type EventStore, markedStream, type UnreadEvent } from './event-store.js';
import { Shared } from './shared.js';
import { wholeHistoryOf } from './stream-history.js';

/** More than so many events behind, it is cheaper to begin anew. */
const farBehind = 1_000;

/** A stream that is being read whole. */
interface Transfer {
  readonly events: Shared<readonly Recorded[]>;
  /** The log was followed past an event of the stream meanwhile, which what is under way may lack. */
  isOvertaken: boolean;
}

/**
 * Decoded streams, within a bound on the number of events held. They are kept current by following the log itself when somebody asks: one
 * read of what was appended since, by whomever, tells of all of them at once, and is shared by all who ask before it begins.
 */
export class DecodedStreams {
  private readonly cache: LRUCache<string, readonly Recorded[]>;
  private readonly transfers = new Map<string, Transfer>();
  /** The cached streams hold their events up to here; undefined: nothing is said of them. */
  private followed: { readonly upTo: bigint | undefined } | undefined;
  /** Streams that somebody has limited or ended while this process was there: of these nothing is guessed. */
  private readonly marked = new Set<string>();
  private readonly following = new Shared(() => this.follow());

  constructor(
    private readonly store: EventStore,
    private readonly codec: Codec,
    maxEvents: number,
  ) {
    this.cache = new LRUCache({
      maxSize: Math.max(maxEvents, 1),
      sizeCalculation: (events) => events.length + 1,
    });
  }

  /** As last known: possibly behind the log. */
  known(stream: string): readonly Recorded[] | undefined {
    return this.cache.get(stream);
  }

  /** Whether something may be decided on what is known of it, or on nothing, before it is read. */
  mayBeGuessed(stream: string): boolean {
    return !this.marked.has(stream);
  }

  /** As the log has it now. Fails with `SetAside` where not all of it is believed. */
  async read(stream: string): Promise<readonly Recorded[]> {
    if (this.cache.has(stream)) {
      await this.following.ask();
      const known = this.cache.get(stream);
      if (known !== undefined) return known;
    }
    return this.transferOf(stream).events.ask();
  }

  /** Takes in what this process appended itself; `events` is the whole stream. */
  keep(stream: string, events: readonly Recorded[]): void {
    const upTo = this.followed?.upTo ?? -1n;
    const last = events.at(-1);
    // Where the log was followed further, an event may lie behind these, and will not be met again.
    if (last === undefined || last.position >= upTo) this.cache.set(stream, events);
  }

  forget(stream: string): void {
    this.cache.delete(stream);
  }

  /**
   * Lets go of what is known of a stream as soon as somebody has limited or ended its history, so that nothing is decided on what the log
   * does not show any more. Until the signal fires; rejects when the log cannot be followed.
   */
  async heedMarks(streamPrefixes: readonly string[], signal: AbortSignal): Promise<void> {
    await this.beginAnew();
    const after = this.followed?.upTo;
    const marks = this.store.subscribe({
      // Of all that happens the server sends these alone. A stream that was ended for ever takes no appends.
      streamPrefixes: streamPrefixes.map((prefix) => `$$${prefix}`),
      withMarks: true,
      signal,
      ...(after !== undefined && { after }),
    });
    for await (const deliveries of marks) {
      for (const delivery of deliveries) if (delivery.kind === 'event') this.meet(delivery.event);
    }
  }

  private transferOf(stream: string): Transfer {
    const running = this.transfers.get(stream);
    if (running !== undefined) return running;
    const transfer: Transfer = {
      events: new Shared(() => this.transfer(stream, transfer)),
      isOvertaken: false,
    };
    this.transfers.set(stream, transfer);
    return transfer;
  }

  private async transfer(stream: string, transfer: Transfer): Promise<readonly Recorded[]> {
    transfer.isOvertaken = false;
    try {
      const events = await wholeHistoryOf(this.store, stream, this.codec);
      if (!transfer.isOvertaken) this.cache.set(stream, events);
      return events;
    } finally {
      setImmediate(() => transfer.events.isIdle && this.transfers.delete(stream));
    }
  }

  private async follow(): Promise<void> {
    if (this.followed === undefined) return this.beginAnew();
    const { upTo: after } = this.followed;
    let met = 0;
    const reading = { withMarks: true, ...(after !== undefined && { after }) };
    for await (const events of this.store.scanNew(reading)) {
      for (const event of events) {
        met += 1;
        if (met > farBehind) return this.beginAnew();
        this.meet(event);
        this.followed = { upTo: event.position };
      }
    }
  }

  private meet(event: UnreadEvent): void {
    const { revision } = event;
    const marked = markedStream(event);
    const stream = marked ?? event.stream;
    const transfer = this.transfers.get(stream);
    if (transfer !== undefined) transfer.isOvertaken = true;
    if (marked !== undefined) {
      this.marked.add(stream);
      this.cache.delete(stream);
    }
    const known = this.cache.get(stream);
    const next = known && (known.at(-1)?.revision ?? -1n) + 1n;
    if (known === undefined || next === undefined || revision < next) return;
    try {
      if (revision > next) throw new Error('Events were passed over');
      this.cache.set(stream, [...known, this.codec.decode(event)]);
    } catch {
      // Whoever needs the stream reads it whole, and is told what is wrong with it.
      this.cache.delete(stream);
    }
  }

  private async beginAnew(): Promise<void> {
    const upTo = await this.store.end();
    this.cache.clear();
    for (const transfer of this.transfers.values()) transfer.isOvertaken = true;
    this.followed = { upTo };
  }
}
