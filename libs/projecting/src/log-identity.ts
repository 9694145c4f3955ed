import { LogFault, type EventStore } from '#event-sourcing/event-store';
import { readLogId } from '#event-sourcing/log-id';
import { named, type Checkpoint } from './registry.js';

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
  const [found] = await store.read(last.stream, { from: last.revision, max: 1 });
  if (found === undefined) {
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
