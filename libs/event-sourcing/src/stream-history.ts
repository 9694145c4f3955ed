import {
  DamagedLog,
  type EventStore,
  type Limit,
  LogFault,
  type StoredEvent,
  type StoredHistory,
  type UnreadEvent,
} from './event-store.js';
import { partsOf, type Recorded } from './recorded.js';

/** A version of a read model. */
export interface LeavingOut {
  readonly name: string;
  readonly version: number;
}

/** What is asked of the codec: personal fields stay sealed; what is unknown, or not authentic, is a `LogFault`. */
export interface Decoder {
  decode(event: StoredEvent | UnreadEvent): Recorded;
  /** Whether it is authentic, without reading it; throws a `LogFault`. What is taken note of is passed over. */
  judge?(event: UnreadEvent): void;
  /** Reads what operators took note of since. */
  learn?(): Promise<void>;
  /** Whether an operator took note that the history of this stream is lost. */
  isKnownLost?(stream: string): boolean;
  /** Whether an operator had this version of a read model go on without an event that it cannot take in; everybody else takes it. */
  isLeftOut?(by: LeavingOut, event: Pick<StoredEvent, 'stream' | 'revision' | 'id'>): boolean;
}

interface Aside {
  readonly stream: string;
  /** `STRANGER`: by its name none of Samspor's streams, which nobody needs. `EVENT`: later events mend nothing. `HISTORY`: they may. */
  readonly kind: 'STRANGER' | 'EVENT' | 'HISTORY';
  /** The event from which on nothing is believed. */
  readonly at?: { readonly revision: bigint; readonly id: string };
  /** Nobody need do anything. */
  readonly isNoted: boolean;
}

/**
 * A stream is set aside (docs/adr/0023): from an event on that cannot be believed, or whole, where its history is not. Nothing is decided on
 * it, and whoever needs no other stream goes on.
 */
export class SetAside extends LogFault {
  readonly stream: string;
  readonly kind: Aside['kind'];
  readonly at: Aside['at'] | undefined;
  readonly isNoted: boolean;

  constructor({ stream, kind, at, isNoted }: Aside, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SetAside';
    this.stream = stream;
    this.kind = kind;
    this.at = at;
    this.isNoted = isNoted;
  }
}

/** The events of a stream that are believed, from its first on, and why no more are. */
export interface BelievedHistory {
  readonly events: readonly Recorded[];
  readonly fault?: SetAside;
}

/** The one place that says how much of a stream is believed. */
export function believed(
  stream: string,
  { events, limit }: StoredHistory,
  decoder: Decoder,
): BelievedHistory {
  if (partsOf(stream) === undefined) return { events: [], fault: strangerOf(stream) };
  const lost = { stream, kind: 'HISTORY', isNoted: decoder.isKnownLost?.(stream) ?? false } as const;
  const sound: Recorded[] = [];
  if (limit === 'tombstone' || limit === 'deletion') {
    return { events: sound, fault: new SetAside(lost, deleted(stream, limit)) };
  }
  for (const event of events) {
    const { revision, id } = event;
    if (revision !== BigInt(sound.length)) {
      return { events: sound, fault: new SetAside(lost, gap(event, sound.length, limit)) };
    }
    try {
      sound.push(decoder.decode(event));
    } catch (error) {
      if (!(error instanceof LogFault)) throw error;
      const fault = { stream, kind: 'EVENT', at: { revision, id }, isNoted: false } as const;
      return { events: sound, fault: new SetAside(fault, error.message, { cause: error }) };
    }
  }
  if (limit === undefined) return { events: sound };
  const told = `The stream ${stream} has ${limit} in its metadata, by which the server takes events away. ${takeOut(limit)}`;
  return { events: sound, fault: new SetAside(lost, told) };
}

const strangerOf = (stream: string) =>
  new SetAside(
    { stream, kind: 'STRANGER', isNoted: true },
    `The stream ${stream} is none of Samspor's: its name is not of the form <category>-<tenant>.<id>. It is passed over.`,
  );

/** Reads a stream, up to a position of `$all` where one is given, and says how much of it is believed. */
export async function historyOf(
  store: Pick<EventStore, 'history'>,
  stream: string,
  decoder: Decoder,
  { upTo, withLimit = false }: { readonly upTo?: bigint; readonly withLimit?: boolean } = {},
): Promise<BelievedHistory> {
  // A stranger's stream may be as long as it likes: nobody reads it.
  if (partsOf(stream) === undefined) return { events: [], fault: strangerOf(stream) };
  const arrived = await store.history(stream, { withLimit }).catch((error: unknown) => {
    if (error instanceof DamagedLog) return error;
    throw error;
  });
  if (arrived instanceof DamagedLog) return { events: [], fault: damaged(stream, arrived, decoder) };
  const { events, ...limit } = arrived;
  const stored = {
    events: upTo === undefined ? events : events.filter(({ position }) => position <= upTo),
    ...limit,
  };
  const history = believed(stream, stored, decoder);
  if (history.fault === undefined || decoder.learn === undefined) return history;
  // Somebody may have taken note of what is wrong since this process last looked.
  await decoder.learn();
  return believed(stream, stored, decoder);
}

/** The same for who needs all of it. Fails with `SetAside`. */
export async function wholeHistoryOf(
  store: Pick<EventStore, 'history'>,
  stream: string,
  decoder: Decoder,
): Promise<readonly Recorded[]> {
  const { events, fault } = await historyOf(store, stream, decoder);
  if (fault) throw fault;
  return events;
}

/** Whoever needs other streams goes on. */
const damaged = (stream: string, error: DamagedLog, decoder: Decoder) =>
  new SetAside({ stream, kind: 'HISTORY', isNoted: decoder.isKnownLost?.(stream) ?? false }, error.message, {
    cause: error,
  });

const restore = 'What is missing comes back with a backup of the log alone.';
const takeOut = (limit: Limit) =>
  `Take ${limit === 'deletion' ? '$tb' : limit} out of its metadata: until a scavenge ran, nothing is lost.`;

const deleted = (stream: string, limit: 'tombstone' | 'deletion') =>
  limit === 'tombstone'
    ? `The stream ${stream} was deleted for ever. ${restore}`
    : `The stream ${stream} was deleted. ${takeOut(limit)}`;

function gap({ stream, revision }: Pick<StoredEvent, 'stream' | 'revision'>, sound: number, limit?: Limit) {
  const told =
    sound === 0
      ? `The history of the stream ${stream} begins at revision ${revision}, not at its first event`
      : `The history of the stream ${stream} goes on at revision ${revision} after ${sound - 1}`;
  return limit === undefined
    ? `${told}. ${restore}`
    : `${told}: ${limit} in its metadata hides the rest. ${takeOut(limit)}`;
}
