import { composeApi, type ComposedApi } from '#apps/api/src/compose';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import type { EventStore } from '#event-sourcing';
import type { Attached } from './attach.js';

/** Opens log and vault as the API does, for a command that the operator gives at the machine. */
export async function withParts<T>(
  { eventStoreUrl, ...addresses }: Attached,
  work: (parts: ComposedApi, store: EventStore) => Promise<T>,
): Promise<T> {
  const store = connectEventStore(eventStoreUrl);
  try {
    const parts = await composeApi({ ...addresses, store });
    try {
      return await work(parts, store);
    } finally {
      await parts.close();
    }
  } finally {
    await store.close();
  }
}
