import type { RecordedEvent } from '@eventstore/db-client';
import { type JsonObject, LogFault, type StoredEvent } from '../event-store.js';

/** The client's event as the port's; fails for what Samspor cannot have written. */
export function storedEvent(event: RecordedEvent): StoredEvent {
  const { streamId, id, type, revision, data, metadata, position } = event;
  if (!event.isJson || !isObject(data) || !(metadata === undefined || isObject(metadata))) {
    throw new LogFault(
      `The event ${id} at revision ${revision} of ${streamId} holds no JSON object: Samspor did not write it.`,
    );
  }
  if (!position) throw new LogFault(`The event store gave no position for the event ${id} of ${streamId}.`);
  return { stream: streamId, id, type, revision, position: position.commit, data, metadata: metadata ?? {} };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
