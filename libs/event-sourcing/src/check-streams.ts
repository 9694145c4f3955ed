import type { Authenticity } from './authenticity.js';
import { type EventStore, LogFault, markedStream, type UnreadEvent } from './event-store.js';
import { logStream } from './notes.js';
import { type Decoder, historyOf, type SetAside } from './stream-history.js';

export interface CheckedStreams {
  readonly events: number;
  readonly streams: number;
  /** One for each stream that is set aside, or would be, in the order of their names. */
  readonly faults: readonly SetAside[];
}

/** Goes through the log once; what is doubtful of a stream is then judged by the stream itself, as everywhere. */
export async function checkStreams(
  store: Pick<EventStore, 'history' | 'scan'>,
  decoder: Decoder,
  streamPrefixes: readonly string[],
): Promise<CheckedStreams> {
  const next = new Map<string, bigint>();
  const doubtful = new Set<string>();
  let events = 0;
  for await (const batch of store.scan({ streamPrefixes, withMarks: true })) {
    for (const event of batch) {
      const marked = markedStream(event);
      if (marked !== undefined) doubtful.add(marked);
      if (marked !== undefined) continue;
      events += 1;
      const { stream, revision } = event;
      if (revision !== (next.get(stream) ?? 0n) || !isBelieved(event, decoder)) doubtful.add(stream);
      next.set(stream, revision + 1n);
    }
  }
  const faults: SetAside[] = [];
  for (const stream of [...doubtful].toSorted()) {
    const { fault } = await historyOf(store, stream, decoder, { withLimit: true });
    if (fault) faults.push(fault);
  }
  return { events, streams: new Set([...next.keys(), ...doubtful]).size, faults };
}

/** What others put among the notes that Samspor keeps for itself, a sentence each: everybody passes it over. */
export async function strangersAmongNotes(
  store: Pick<EventStore, 'scan'>,
  authenticity: Authenticity,
): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const batch of store.scan({ streamPrefixes: [logStream, 'reactor-'] })) {
    for (const event of batch) {
      try {
        authenticity.assertAuthentic(event);
      } catch (error) {
        if (!(error instanceof LogFault)) throw error;
        told.push(error.message);
      }
    }
  }
  return told;
}

function isBelieved(event: UnreadEvent, decoder: Decoder): boolean {
  try {
    decoder.decode(event);
    return true;
  } catch (error) {
    if (error instanceof LogFault) return false;
    throw error;
  }
}
