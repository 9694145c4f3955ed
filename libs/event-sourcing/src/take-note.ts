import { randomUUID } from 'node:crypto';
import type { Authenticity } from './authenticity.js';
import {
  type EventStore,
  type JsonObject,
  LogFault,
  type StoredEvent,
  type StoredHistory,
  type UnreadEvent,
} from './event-store.js';
import { readLogId } from './log-id.js';
import { type LeftOut, logStream, type Noted, noteType } from './notes.js';
import type { Sealing } from './sealing.js';
import { believed, type Decoder } from './stream-history.js';

export interface NoteTaking {
  readonly store: EventStore;
  /** As programs work with it: it knows what was noted before. */
  readonly decoder: Decoder;
  readonly authenticity: Authenticity;
  readonly sealing: Pick<Sealing, 'seal'>;
  readonly stream: string;
  /** Who takes note of it, and why Samspor may go on; both are sealed. */
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  /** Events of the stream that read models cannot take in, as they say. */
  readonly unborne?: readonly LeftOut[];
}

/** Largest number of events in one note, which is an event itself. */
const mostEvents = 5_000;

/**
 * Takes note of what is wrong with a stream now, in the log: everybody passes over its events that are not believed, and where its history is
 * not whole, that is known from then on; read models that cannot take in a sound event go on without it. What comes later needs a note of its
 * own. Refused for what a newer release recorded.
 */
export async function takeNote(taking: NoteTaking): Promise<Noted> {
  const { store, decoder, stream, unborne = [] } = taking;
  const stored = await store.history(stream, { withLimit: true });
  const { fault } = believed(stream, stored, decoder);
  if (unborne.length === 0 && fault === undefined) {
    throw new Error(`Nothing is wrong with the stream ${stream}.`);
  }
  if (unborne.length === 0 && fault?.isNoted) throw new Error(`${fault.message} It needs no note.`);
  const passesOver = fault?.kind === 'EVENT' ? unbelievedIn(stored, taking) : [];
  const noted = {
    stream,
    passesOver: passesOver.slice(0, mostEvents),
    isLost: fault?.kind === 'HISTORY',
    ...(unborne.length > 0 && { foldedWithout: unborne }),
  };
  await append(taking, noted);
  return noted;
}

function unbelievedIn({ events }: StoredHistory, { decoder, authenticity }: NoteTaking): Noted['passesOver'] {
  return events.flatMap((event) => {
    try {
      decoder.decode(event);
      return [];
    } catch (error) {
      if (!(error instanceof LogFault)) throw error;
      if (isOwn(event, authenticity)) {
        throw new Error(`${error.message} Samspor recorded it: nothing of its own is passed over.`, {
          cause: error,
        });
      }
      return [{ revision: Number(event.revision), id: event.id }];
    }
  });
}

/** Whether it bears a MAC, and its own. */
function isOwn(event: StoredEvent | UnreadEvent, authenticity: Authenticity): boolean {
  try {
    authenticity.assertAuthentic(event);
    const { metadata } = 'read' in event ? event.read() : event;
    return metadata['mac'] !== undefined;
  } catch (error) {
    if (error instanceof LogFault) return false;
    throw error;
  }
}

async function append({ store, authenticity, sealing, by, reason, at }: NoteTaking, noted: Noted) {
  const logId = await readLogId(store);
  const last = (await store.history(logStream)).events.at(-1)?.revision;
  if (logId === undefined || last === undefined) {
    throw new Error('The event store holds no log of Samspor: there is nothing to take note of.');
  }
  const id = randomUUID();
  const of = { tenant: 'samspor', owner: logId, class: 'PARTY', stream: logStream, eventId: id } as const;
  const [sealedBy, sealedReason] = await sealing.seal([
    { ...of, field: 'by', text: by },
    { ...of, field: 'reason', text: reason },
  ]);
  const note = {
    id,
    type: noteType,
    data: { ...noted, by: sealedBy, reason: sealedReason } as unknown as JsonObject,
    metadata: { recordedAt: at, schemaVersion: 1 },
  };
  await store.append(logStream, last, authenticity.signed(logStream, last, [note]));
}
