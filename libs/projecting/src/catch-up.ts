import type { EventStore } from '#event-sourcing/event-store';
import { type Delivered, deliveredOf, type Decoder, readingOf } from './delivered.js';
import type { Member } from './member.js';

const batchSize = 5_000;

/** Takes one member from where it stands to the present end of the log, with a reader of its own. */
export async function catchUp(
  member: Member,
  {
    store,
    decoder,
    streamPrefixes,
    signal,
  }: {
    readonly store: EventStore;
    readonly decoder: Decoder;
    readonly streamPrefixes: readonly string[];
    readonly signal?: AbortSignal | undefined;
  },
): Promise<void> {
  const after = member.checkpoint.last?.position;
  let events: Delivered[] = [];
  const take = async () => {
    const batch = events;
    events = [];
    await member.take({ events: batch, caughtUp: false });
  };
  for await (const arrived of store.scan({
    ...readingOf(streamPrefixes),
    ...(after !== undefined && { after }),
  })) {
    signal?.throwIfAborted();
    events.push(...deliveredOf(arrived, decoder));
    if (events.length >= batchSize) await take();
  }
  if (events.length > 0) await take();
}
