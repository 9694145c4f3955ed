import type { Recorded } from '#event-sourcing/event';
import type { EventStore, StoredEvent } from '#event-sourcing/event-store';

/** What the engine asks of the codec: personal fields stay sealed; an unknown type or version is a `LogFault`. */
export interface Decoder {
  decode(stored: StoredEvent): Recorded;
}

/** An event from the log that is decoded once, by whoever needs it first, for all. */
export class Delivered {
  private recorded: Recorded | undefined;

  constructor(
    readonly stored: StoredEvent,
    private readonly decoder: Decoder,
  ) {}

  decoded(): Recorded {
    this.recorded ??= this.decoder.decode(this.stored);
    return this.recorded;
  }
}

/** Reads a stream from its first event up to and including a revision. */
export type ReadHistory = (stream: string, upTo: bigint) => Promise<Recorded[]>;

export const historyReader =
  (store: Pick<EventStore, 'read'>, decoder: Decoder): ReadHistory =>
  async (stream, upTo) => {
    const events = await store.read(stream);
    return events.filter(({ revision }) => revision <= upTo).map((event) => decoder.decode(event));
  };
