import type { RecordedEvent } from '@eventstore/db-client';
import { type JsonObject, LogFault, type StoredEvent, UnreadEvent } from '../event-store.js';

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

/** The same for whoever judges events: what Samspor cannot have written is left unread. */
export function arrivedEvent(event: RecordedEvent): StoredEvent | UnreadEvent {
  try {
    return storedEvent(event);
  } catch (error) {
    const { streamId, id, type, revision, position } = event;
    if (!(error instanceof LogFault) || !position) throw error;
    return new UnreadEvent(streamId, revision, position.commit, id, type, Buffer.alloc(0), Buffer.alloc(0));
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
