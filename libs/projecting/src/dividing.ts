import { type EventStore, markedStream, type UnreadEvent } from '#event-sourcing/event-store';
import { Parts } from './parts.js';
import { lastOf, type LastEvent } from './registry.js';

/** So many bytes of log make a part: what is held in memory of it, as objects, is several times that. */
export const usualPart = 16 * 1024 * 1024;
/** Each part is a file that is open. */
const mostParts = 512;

/** Into how many parts a log is divided that ends there: positions count about as bytes. */
export const partsOf = (end: bigint | undefined, partLength: number): number =>
  Math.min(mostParts, Math.max(1, Math.ceil(Number(end ?? 0n) / partLength)));

export interface Divided {
  readonly parts: Parts;
  /** How many events there are, and which was the last. */
  readonly events: number;
  readonly last: LastEvent | undefined;
}

/** Reads the log once, up to its present end or up to an event, into parts on disk. */
export async function divided(
  store: Pick<EventStore, 'scan'>,
  {
    folder,
    count,
    until,
    streamPrefixes,
    onRead,
  }: {
    readonly folder: string;
    readonly count: number;
    readonly until?: LastEvent | undefined;
    readonly streamPrefixes: readonly string[];
    /** Told after each batch; throws to break off. */
    readonly onRead: (events: number, last: LastEvent) => void;
  },
): Promise<Divided> {
  const parts = await Parts.open(folder, count);
  let events = 0;
  let last: UnreadEvent | undefined;
  try {
    for await (const batch of store.scan({ streamPrefixes, withMarks: true })) {
      for (const event of batch) {
        if (until !== undefined && event.position > until.position) break;
        parts.add(event);
        if (markedStream(event) !== undefined) continue;
        last = event;
        events += 1;
      }
      if (last !== undefined) onRead(events, last);
      if (until !== undefined && last?.position === until.position) break;
    }
    parts.flush();
    return { parts, events, last: last && lastOf(last) };
  } catch (error) {
    parts.close();
    throw error;
  }
}
