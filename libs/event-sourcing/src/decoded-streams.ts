import { LRUCache } from 'lru-cache';
import type { Codec } from './codec.js';
import type { Recorded } from './event.js';
import type { EventStore } from './event-store.js';

/** Streams as they were last read, decoded, within a bound on the number of events held. */
export class DecodedStreams {
  private readonly cache: LRUCache<string, readonly Recorded[]>;

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

  /** As the log has it now; only what is new is transferred. */
  async read(stream: string): Promise<readonly Recorded[]> {
    const known = this.cache.get(stream) ?? [];
    const from = (known.at(-1)?.revision ?? -1n) + 1n;
    const tail = await this.store.read(stream, { from });
    const events = tail.length === 0 ? known : [...known, ...tail.map((event) => this.codec.decode(event))];
    this.keep(stream, events);
    return events;
  }

  keep(stream: string, events: readonly Recorded[]): void {
    this.cache.set(stream, events);
  }

  forget(stream: string): void {
    this.cache.delete(stream);
  }
}
