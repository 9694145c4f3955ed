import { randomUUID } from 'node:crypto';
import { type EventStore, LogFault, type StoredEvent, WrongExpectedRevision } from './event-store.js';

/** The stream whose first event gives the log its identity. */
export const logStream = 'log-samspor';

/** The log's id, made when the log has none yet. Of several processes that start at once, all get the same. */
export async function ensureLogId(store: EventStore): Promise<string> {
  const present = await readLogId(store);
  if (present !== undefined) return present;
  // Of two racing appends with the same event id both would succeed, so the event's id is random too.
  const logId = randomUUID();
  const created = {
    id: randomUUID(),
    type: 'LogCreated',
    data: { logId },
    metadata: { recordedAt: new Date().toISOString(), schemaVersion: 1 },
  };
  try {
    await store.append(logStream, 'no_stream', [created]);
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
  }
  const made = await readLogId(store);
  if (made === undefined) throw new LogFault(`The stream ${logStream} is empty right after its first event.`);
  return made;
}

/** The log's id; undefined for a log that has none. Readers compare it with the id beside their checkpoint before they go on. */
export async function readLogId(store: EventStore): Promise<string | undefined> {
  const [first] = await store.read(logStream, { max: 1 });
  return first && logIdOf(first);
}

function logIdOf({ type, data }: StoredEvent): string {
  const logId = data['logId'];
  if (type !== 'LogCreated' || typeof logId !== 'string') {
    throw new LogFault(
      `The stream ${logStream} does not begin with LogCreated: this log is none of Samspor's.`,
    );
  }
  return logId;
}
