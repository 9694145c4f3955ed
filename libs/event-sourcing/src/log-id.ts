import { randomUUID } from 'node:crypto';
import { Authenticity, type EventKey } from './authenticity.js';
import { type EventStore, isRead, LogFault, type StoredEvent, WrongExpectedRevision } from './event-store.js';
import { logStream, Notes } from './notes.js';
import { isTakeover, takenOverUpTo } from './takeover.js';

export { logStream };

/** A log that may be worked with: which it is, and what of it is believed. */
export interface OpenedLog {
  readonly logId: string;
  readonly authenticity: Authenticity;
  /** What operators took note of. */
  readonly notes: Notes;
}

/**
 * Opens the log with the keys of its vault; a log that has no id yet gets one. Of several processes that start at once, all get the same.
 * Fails with `NotTakenOver` where the log is from before events were authenticated, and with `NotAuthentic` where it is not this vault's.
 */
export async function openLog(store: EventStore, keys: readonly EventKey[]): Promise<OpenedLog> {
  const authenticity = new Authenticity(keys);
  const [first, ...more] = await createdLog(store, authenticity);
  const logId = logIdOf(first);
  if (first.metadata['mac'] !== undefined) {
    authenticity.assertAuthentic(first);
    return { logId, authenticity, notes: await Notes.read(store, authenticity) };
  }
  const takeover = more.find((event) => isTakeover(event, logId, authenticity));
  if (takeover === undefined) throw new NotTakenOver();
  const upTo = await takenOverUpTo(store, takeover);
  return {
    logId,
    authenticity: new Authenticity(keys, upTo),
    notes: await Notes.read(store, authenticity),
  };
}

/** The log was written before events were authenticated, and no operator answers for what it holds. */
export class NotTakenOver extends LogFault {
  constructor() {
    super(
      'The log holds what was recorded before Samspor authenticated its events, and nobody has taken it over. Stop whatever still writes ' +
        'to it, make sure that nobody else could, and take it over, once: samspor eventstore adopt --by <your name> --reason <why it can be trusted>',
    );
    this.name = 'NotTakenOver';
  }
}

/** The log's id; undefined for a log that has none. Readers compare it with the id beside their checkpoint before they go on. */
export async function readLogId(store: Pick<EventStore, 'read'>): Promise<string | undefined> {
  const [first] = await store.read(logStream, { max: 1 });
  return first && logIdOf(first);
}

async function createdLog(
  store: EventStore,
  authenticity: Authenticity,
): Promise<readonly [StoredEvent, ...StoredEvent[]]> {
  const [present, ...more] = await eventsOf(store);
  if (present !== undefined) return [present, ...more];
  // Of two racing appends with the same event id both would succeed, so the event's id is random too.
  const created = {
    id: randomUUID(),
    type: 'LogCreated',
    data: { logId: randomUUID() },
    metadata: { recordedAt: new Date().toISOString(), schemaVersion: 1 },
  };
  try {
    await store.append(logStream, 'no_stream', authenticity.signed(logStream, 'no_stream', [created]));
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
  }
  const [made, ...after] = await eventsOf(store);
  if (made === undefined) throw new LogFault(`The stream ${logStream} is empty right after its first event.`);
  return [made, ...after];
}

/** Whatever others put there stops nobody. */
const eventsOf = async (store: Pick<EventStore, 'history'>): Promise<StoredEvent[]> =>
  (await store.history(logStream)).events.filter(isRead);

function logIdOf({ type, data }: StoredEvent): string {
  const logId = data['logId'];
  if (type !== 'LogCreated' || typeof logId !== 'string') {
    throw new LogFault(
      `The stream ${logStream} does not begin with LogCreated: this log is none of Samspor's.`,
    );
  }
  return logId;
}
