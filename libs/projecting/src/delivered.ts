import type { Recorded } from '#event-sourcing/event';
import type { Projection } from '#event-sourcing/projection';
import { type EventStore, markedStream, type UnreadEvent } from '#event-sourcing/event-store';
import { logStream, noteType } from '#event-sourcing/notes';
import { digestOf } from './tally.js';
import { type BelievedHistory, type Decoder, historyOf } from '#event-sourcing/stream-history';

export type { Decoder };

/** What is read of the log for read models: their streams, what the server did to them, and what operators took note of. */
export const readingOf = (streamPrefixes: readonly string[]) => ({
  streamPrefixes: [...streamPrefixes, logStream],
  withMarks: true,
});

/** An event from the log that is read and decoded once, by whoever needs it first, for all. */
export class Delivered {
  private recorded: Recorded | undefined;
  private digested: Buffer | undefined;
  /** The stream of which it tells, where it is no event of the stream itself, which has to be looked at anew. */
  readonly tellsOf: string | undefined;

  constructor(
    readonly event: UnreadEvent,
    private readonly decoder: Decoder,
  ) {
    this.tellsOf = markedStream(event) ?? notedStream(event);
  }

  /** Of a note: what it says is known from then on. Nothing else is learnt from an event by itself. */
  async learn(): Promise<void> {
    if (this.event.stream === logStream) await this.decoder.learn?.();
  }

  /** Whether an operator had this read model go on without it. */
  isLeftOutBy(projection: Projection): boolean {
    return this.decoder.isLeftOut?.(projection, this.event) ?? false;
  }

  /** Whether it tells a read model anything. */
  get isOfUse(): boolean {
    return this.tellsOf !== undefined || this.event.stream !== logStream;
  }

  /** The stream that it concerns. */
  get stream(): string {
    return this.tellsOf ?? this.event.stream;
  }

  /** By which it is known that it was taken in. */
  get digest(): Buffer {
    this.digested ??= digestOf(this.event);
    return this.digested;
  }

  decoded(): Recorded {
    this.recorded ??= this.decoder.decode(this.event);
    return this.recorded;
  }

  /** When it was recorded, as far as that can be read: who does not handle the event does not stumble over it. */
  recordedAt(): string | undefined {
    const recordedAt = (this.recorded ?? this.event.tryRead())?.metadata.recordedAt;
    return typeof recordedAt === 'string' && !Number.isNaN(Date.parse(recordedAt)) ? recordedAt : undefined;
  }
}

/** Those of these events that tell a read model anything. */
export const deliveredOf = (events: readonly UnreadEvent[], decoder: Decoder): Delivered[] =>
  events.map((event) => new Delivered(event, decoder)).filter(({ isOfUse }) => isOfUse);

/** Whether anybody believes the note does not matter: it is looked whether the stream can be read now. */
function notedStream(event: UnreadEvent): string | undefined {
  if (event.stream !== logStream || event.type !== noteType) return undefined;
  const stream = event.tryRead()?.data['stream'];
  return typeof stream === 'string' ? stream : undefined;
}

/** The history as this read model is to fold it: without the events that an operator had it leave out (docs/adr/0032). */
export function foldedBy(
  projection: Projection,
  history: BelievedHistory,
  decoder: Pick<Decoder, 'isLeftOut'>,
): BelievedHistory {
  if (decoder.isLeftOut === undefined) return history;
  return { ...history, events: history.events.filter((event) => !decoder.isLeftOut?.(projection, event)) };
}

/** Reads a stream from its first event up to a position of `$all`, as far as it is believed. */
export type ReadHistory = (stream: string, upTo?: bigint) => Promise<BelievedHistory>;

export const historyReader =
  (store: Pick<EventStore, 'history'>, decoder: Decoder): ReadHistory =>
  (stream, upTo) =>
    historyOf(store, stream, decoder, { withLimit: true, ...(upTo !== undefined && { upTo }) });

/** The same as one read model folds it. */
export const historyFor =
  (projection: Projection, store: Pick<EventStore, 'history'>, decoder: Decoder): ReadHistory =>
  async (stream, upTo) =>
    foldedBy(projection, await historyReader(store, decoder)(stream, upTo), decoder);
