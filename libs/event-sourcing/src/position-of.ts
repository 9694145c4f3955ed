import type { EventStore } from './event-store.js';

/** Where an event stands now, which a move of the log changes; undefined where it is not there. */
export async function positionOf(
  store: Pick<EventStore, 'history'>,
  event: { readonly stream: string; readonly revision: bigint; readonly id: string } | undefined,
): Promise<bigint | undefined> {
  if (!event) return undefined;
  const { events } = await store.history(event.stream);
  return events.find(({ id, revision }) => id === event.id && revision === event.revision)?.position;
}
