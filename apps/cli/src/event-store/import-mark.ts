import { randomUUID } from 'node:crypto';
import type { EventStore } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';

/** Where an import says that it began, and that it ended; an export leaves it out. */
export const importStream = 'transfer-samspor';

/** Appends between a word that an import began, which one that was broken off has said before, and one that it ended. */
export async function marked(
  connectionString: string,
  { events, isWhole }: { readonly events: number; readonly isWhole: boolean },
  append: () => Promise<void>,
): Promise<void> {
  const store = connectEventStore(connectionString);
  try {
    const before = await store.history(importStream);
    let next = BigInt(before.events.length);
    const say = async (type: 'ImportBegan' | 'ImportEnded') => {
      const word = { id: randomUUID(), type, data: { events }, metadata: {} };
      await store.append(importStream, next === 0n ? 'no_stream' : next - 1n, [word]);
      next += 1n;
    };
    const isUnderWay = before.events.at(-1)?.type === 'ImportBegan';
    if (isWhole && !isUnderWay) return;
    if (!isUnderWay) await say('ImportBegan');
    if (!isWhole) await append();
    await say('ImportEnded');
  } finally {
    await store.close();
  }
}

/** A sentence, where an import into this event store did not end. */
export async function importUnderWay(store: Pick<EventStore, 'history'>): Promise<string | undefined> {
  const { events } = await store.history(importStream);
  return events.at(-1)?.type === 'ImportBegan'
    ? 'An import into this event store did not end: it holds the beginning of its file. Give the same import again.'
    : undefined;
}
