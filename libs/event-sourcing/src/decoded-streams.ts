import { LRUCache } from 'lru-cache';
import type { Codec } from './codec.js';
import type { Recorded } from './event.js';
import type { EventStore } from './event-store.js';

/** A transfer under way, and the one that begins after it for those who asked meanwhile. */
interface Transfer {
  readonly now: Promise<readonly Recorded[]>;
  next?: Promise<readonly Recorded[]>;
}

/** Streams as they were last read, decoded, within a bound on the number of events held. */
export class DecodedStreams {
  private readonly cache: LRUCache<string, readonly Recorded[]>;
  private readonly transfers = new Map<string, Transfer>();

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

  /** As the log has it now; only what is new is transferred, and once for all who ask before the transfer begins. */
  read(stream: string): Promise<readonly Recorded[]> {
    const running = this.transfers.get(stream);
    if (!running) return this.begin(stream);
    // What is under way may already have passed the end that the caller has a right to see.
    const begin = () => this.begin(stream);
    running.next ??= running.now.then(begin, begin);
    return running.next;
  }

  keep(stream: string, events: readonly Recorded[]): void {
    this.cache.set(stream, events);
  }

  forget(stream: string): void {
    this.cache.delete(stream);
  }

  private begin(stream: string): Promise<readonly Recorded[]> {
    const transfer: Transfer = { now: this.transfer(stream) };
    this.transfers.set(stream, transfer);
    const end = () => {
      if (transfer.next === undefined) this.transfers.delete(stream);
    };
    transfer.now.then(end, end);
    return transfer.now;
  }

  private async transfer(stream: string): Promise<readonly Recorded[]> {
    const known = this.cache.get(stream) ?? [];
    const from = (known.at(-1)?.revision ?? -1n) + 1n;
    const tail = await this.store.read(stream, { from });
    const events = tail.length === 0 ? known : [...known, ...tail.map((event) => this.codec.decode(event))];
    this.keep(stream, events);
    return events;
  }
}
