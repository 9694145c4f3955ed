import type { Recorded } from '#event-sourcing/event';
import type { EventStore, StoredEvent, UnreadEvent } from '#event-sourcing/event-store';

/** What the engine asks of the codec: personal fields stay sealed; what is unknown, or not authentic, is a `LogFault`. */
export interface Decoder {
  decode(event: StoredEvent | UnreadEvent): Recorded;
}

/** An event from the log that is read and decoded once, by whoever needs it first, for all. */
export class Delivered {
  private recorded: Recorded | undefined;

  constructor(
    readonly event: UnreadEvent,
    private readonly decoder: Decoder,
  ) {}

  decoded(): Recorded {
    this.recorded ??= this.decoder.decode(this.event);
    return this.recorded;
  }

  /** When it was recorded, as far as that can be read: who does not handle the event does not stumble over it. */
  recordedAt(): string | undefined {
    try {
      const { recordedAt } = (this.recorded ?? this.event.read()).metadata;
      return typeof recordedAt === 'string' && !Number.isNaN(Date.parse(recordedAt)) ? recordedAt : undefined;
    } catch {
      return undefined;
    }
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
