import { LogFault, type EventStore } from '#event-sourcing/event-store';
import { readLogId } from '#event-sourcing/log-id';
import { named, type Checkpoint, type LastEvent } from './registry.js';

/** The log is not the one that a read model was made from. Halts it until the right log is back or it is rebuilt. */
export class AnotherLog extends LogFault {
  constructor(checkpoint: Checkpoint, what: string) {
    super(
      `The read model ${named(checkpoint)} does not belong to this log: ${what}. ` +
        `Connect the right event store, or make the read model again: samspor projections rebuild ${checkpoint.name}`,
    );
    this.name = 'AnotherLog';
  }
}

/** The id of the log, from the first event of `log-samspor`. */
export async function logIdOf(store: EventStore): Promise<string> {
  const logId = await readLogId(store);
  if (logId === undefined) {
    throw new LogFault('The event store holds no log of Samspor: the stream log-samspor does not exist');
  }
  return logId;
}

/** Reads back what the checkpoint says of the log: its id, and the last event that was delivered, at its place. */
export async function verifyLog(store: EventStore, checkpoint: Checkpoint): Promise<void> {
  const logId = await readLogId(store);
  if (logId !== checkpoint.logId) {
    throw new AnotherLog(
      checkpoint,
      `it was made from the log ${checkpoint.logId}, and the event store holds ${logId === undefined ? 'none' : logId}`,
    );
  }
  const { last } = checkpoint;
  if (last === undefined) return;
  const found = await placeOf(store, last);
  // The log goes further than the event that was done away with.
  if (found === 'taken-away' && ((await store.end()) ?? -1n) >= last.position) return;
  if (found === undefined || found === 'taken-away') {
    throw new AnotherLog(
      checkpoint,
      `its last event, ${last.id} at position ${last.position}, is not there; the log was restored to an earlier state`,
    );
  }
  if (found.id !== last.id || found.position !== last.position) {
    throw new AnotherLog(
      checkpoint,
      `where its last event ${last.id} at position ${last.position} should stand is ${found.id} at position ${found.position}`,
    );
  }
}

/**
 * Where the event of this stream and revision stands. `taken-away` where the server was told to do away with it (docs/adr/0023): the log
 * is the same all the same.
 */
export async function placeOf(
  store: Pick<EventStore, 'history' | 'read'>,
  { stream, revision }: Pick<LastEvent, 'stream' | 'revision'>,
): Promise<{ readonly id: string; readonly position: bigint } | 'taken-away' | undefined> {
  try {
    const [found] = await store.read(stream, { from: revision, max: 1 });
    if (found?.revision === revision) return found;
  } catch (error) {
    if (!(error instanceof LogFault)) throw error;
  }
  const { events, limit } = await store.history(stream);
  const found = events.find((event) => event.revision === revision);
  const [first] = events;
  const isTakenAway = limit !== undefined || (first !== undefined && first.revision > revision);
  return found ?? (isTakenAway ? 'taken-away' : undefined);
}
