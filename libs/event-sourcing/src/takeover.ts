import { createHash, hash } from 'node:crypto';
import { type Authenticity, NotAuthentic } from './authenticity.js';
import { type EventStore, LogFault, type StoredEvent } from './event-store.js';
import { leafOf } from './leaf.js';

/** Up to where a log was taken over: its events until then, in the order of `$all`. */
export interface Survey {
  readonly events: number;
  /** SHA-256 over their leaves, in hex. */
  readonly digest: string;
  /** An event by where it stands in its stream, which is the same wherever its log is. */
  readonly last: { readonly stream: string; readonly revision: number; readonly id: string };
}

export const takeoverType = 'LogAdopted';

/** Whether it is the note by which an operator took this log over; one that Samspor did not record is none. */
export function isTakeover(event: StoredEvent, logId: string, authenticity: Authenticity): boolean {
  if (event.type !== takeoverType || event.data['logId'] !== logId) return false;
  try {
    authenticity.assertAuthentic(event);
    return event.metadata['mac'] !== undefined;
  } catch (error) {
    if (error instanceof NotAuthentic) return false;
    throw error;
  }
}

export function surveyIn({ data }: StoredEvent): Survey {
  const { events, digest, last } = data as unknown as Survey;
  return { events, digest, last };
}

/** The position, in this log, of the last event that was taken over. */
export async function takenOverUpTo(
  store: Pick<EventStore, 'history' | 'scan'>,
  takeover: StoredEvent,
): Promise<bigint> {
  const { stream, revision, id } = surveyIn(takeover).last;
  const { events } = await store.history(stream);
  const shown = events.find((event) => event.id === id && event.revision === BigInt(revision));
  if (shown) return shown.position;
  // What the server hides of a stream, or of one that it ended for ever, stands in `$all` until a scavenge.
  for await (const batch of store.scan({ streamPrefixes: [stream] })) {
    const hidden = batch.find((event) => event.id === id && event.stream === stream);
    if (hidden) return hidden.position;
  }
  throw new LogFault(
    `The log was taken over up to the event ${id} at revision ${revision} of ${stream}, which is not there: ` +
      'it was restored to an earlier state, or is not the one that was taken over. Connect the event store that is.',
  );
}

/** Goes through the log up to its present end, or up to an event; undefined where it holds nothing in these streams. */
export async function surveyed(
  store: Pick<EventStore, 'scan'>,
  streamPrefixes: readonly string[],
  until?: Survey['last'],
): Promise<Survey | undefined> {
  const all = createHash('sha256');
  let events = 0;
  let last: Survey['last'] | undefined;
  for await (const batch of store.scan({ streamPrefixes })) {
    for (const event of batch) {
      all.update(leafOf(event, { data: digestOf(event.data), metadata: digestOf(event.metadata) }));
      events += 1;
      last = { stream: event.stream, revision: Number(event.revision), id: event.id };
      if (until !== undefined && last.id === until.id && last.stream === until.stream) {
        return { events, digest: all.digest('hex'), last };
      }
    }
  }
  return last && { events, digest: all.digest('hex'), last };
}

const digestOf = (json: Buffer) => hash('sha256', json, 'hex');
