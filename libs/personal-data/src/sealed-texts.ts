import { type EventStore, isRead, partsOf, sealedAt, type StoredEvent } from '#event-sourcing';
import { DisclosureRefused } from './errors.js';
import { placesIn, replacePlaces } from './opened.js';
import type { Viewer } from './viewer.js';

/** Streams read side by side. */
const atOnce = 16;

/**
 * What a query found, with the sealed texts that its rows keep only the place of: a read of the log for each stream. Rejects with
 * `StoreUnavailable` where the log is away, and reads nothing of a tenant that is not the viewer's.
 */
export async function withTexts<T>(
  found: T,
  log: Pick<EventStore, 'history'>,
  { tenants }: Viewer,
): Promise<T> {
  const streams = [...new Set(placesIn(found).map(({ stream }) => stream))];
  if (streams.some((stream) => !tenants.includes(partsOf(stream)?.tenant ?? ''))) {
    throw new DisclosureRefused('The query found a text of another municipality than the viewer may see');
  }
  // By id: a plan of thousands of entries is one stream, and has a text in nearly every event.
  const events = new Map<string, ReadonlyMap<string, StoredEvent>>();
  for (let start = 0; start < streams.length; start += atOnce) {
    // What Samspor did not write holds no text of ours.
    const read = async (stream: string) => {
      const history = (await log.history(stream)).events.filter(isRead);
      events.set(stream, new Map(history.map((event) => [event.id, event])));
    };
    await Promise.all(streams.slice(start, start + atOnce).map(read));
  }
  return streams.length === 0
    ? found
    : replacePlaces(found, (place) => sealedAt(place, events.get(place.stream)?.get(place.eventId)));
}
