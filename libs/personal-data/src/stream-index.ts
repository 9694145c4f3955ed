import { setTimeout as delay } from 'node:timers/promises';
import {
  type EventStore,
  LogFault,
  positionOf,
  readLogId,
  type StoredEvent,
  type UnreadEvent,
} from '#event-sourcing';
import { inTransaction, type Pool, type Queryable } from '#postgres';
import { LogMark } from './log-mark.js';

/** What is read of the log to know where someone's texts stand. */
export type IndexedLog = Pick<EventStore, 'history' | 'read' | 'scan'>;

interface StreamIndexOptions {
  /** How the streams begin that are looked at; all of them unless told. */
  readonly streamPrefixes?: readonly string[] | undefined;
  /** So many entries are written at once, with the mark. */
  readonly atOnce?: number;
}

/**
 * Which streams of the log hold something that a seat's keys have sealed, or name a person: kept in the vault, read from the log once, and complete
 * whenever it is asked (docs/adr/0034). A stream may stand in it in vain.
 */
export class StreamIndex {
  readonly #pool: Pool;
  readonly #mark: LogMark;
  readonly #streamPrefixes: readonly string[] | undefined;
  readonly #atOnce: number;

  constructor(pool: Pool, { streamPrefixes, atOnce = 10_000 }: StreamIndexOptions = {}) {
    this.#pool = pool;
    this.#mark = new LogMark(pool, 'indexed_logs');
    // The checkpoints of reactors hold neither, and the server takes earlier ones away.
    this.#streamPrefixes = streamPrefixes?.filter((prefix) => prefix !== 'reactor-');
    this.#atOnce = atOnce;
  }

  /**
   * Every event that the log now holds of each stream with one of these seats or ids of persons, also what the server hides of it. Reads those
   * streams, and what came since anybody last asked, or kept up.
   */
  async *naming(log: IndexedLog, names: Iterable<string>): AsyncGenerator<EventsOfStream> {
    await this.#catchUp(log);
    const { rows } = await this.#pool.query<{ stream: string }>(
      'select distinct stream from vault.streams_naming where name = any ($1) order by stream',
      [[...names]],
    );
    for (const { stream } of rows) {
      const { events, limit } = await log.history(stream, { withLimit: true });
      yield { stream, events: limit === undefined ? events : await alsoHidden(log, stream) };
    }
  }

  /** Reads what is new every few minutes until the signal aborts, so that whoever asks has little to wait for. Never rejects. */
  async keepUp(
    log: IndexedLog,
    { signal, everyMs = 300_000, onError }: KeepingUp & { readonly signal: AbortSignal },
  ): Promise<void> {
    while (!signal.aborted) {
      try {
        await delay(everyMs, undefined, { signal, ref: false });
        await this.#catchUp(log, signal);
      } catch (error) {
        if (!signal.aborted) onError?.(error as Error);
      }
    }
  }

  async #catchUp(log: IndexedLog, signal?: AbortSignal): Promise<void> {
    const logId = await readLogId(log);
    if (logId === undefined) throw new LogFault('The log has no id yet: no program has opened it.');
    // Where the event of the mark is not there any more, all is read.
    const after = await positionOf(log, await this.#mark.of(logId));
    let last: UnreadEvent | undefined;
    let found = new Map<string, Entry>();
    const keep = async () => {
      const upTo = last;
      if (upTo === undefined) return;
      await inTransaction(this.#pool, async (client) => {
        await insert(client, [...found.values()]);
        await this.#mark.set(logId, upTo, client);
      });
      found = new Map();
    };
    for await (const events of log.scan({
      ...(after !== undefined && { after }),
      ...(this.#streamPrefixes && { streamPrefixes: this.#streamPrefixes }),
    })) {
      for (const event of events) {
        for (const name of namesIn(event)) {
          found.set(`${name} ${event.stream}`, { name, stream: event.stream });
        }
        last = event;
      }
      if (signal?.aborted) break;
      if (found.size >= this.#atOnce) await keep();
    }
    await keep();
  }
}

export interface EventsOfStream {
  readonly stream: string;
  readonly events: readonly (StoredEvent | UnreadEvent)[];
}

/** What a stream does not show any more, the log does until a scavenge; an administrator may let the stream show it again. */
async function alsoHidden(log: IndexedLog, stream: string): Promise<UnreadEvent[]> {
  const found: UnreadEvent[] = [];
  for await (const events of log.scan({ streamPrefixes: [stream] })) {
    found.push(...events.filter((event) => event.stream === stream));
  }
  return found;
}

interface KeepingUp {
  readonly everyMs?: number;
  readonly onError?: (error: Error) => void;
}

interface Entry {
  readonly name: string;
  readonly stream: string;
}

/** In one order everywhere, so that two who read the same wait for each other instead of deadlocking. */
const insert = (client: Queryable, entries: readonly Entry[]) =>
  client.query(
    `insert into vault.streams_naming (name, stream)
     select n.* from unnest($1::text[], $2::text[]) as n (name, stream) order by 1, 2
     on conflict do nothing`,
    [entries.map(({ name }) => name), entries.map(({ stream }) => stream)],
  );

/** Stored JSON is canonical: no letter of an id is escaped. Looked for in bytes, since parsing every event takes ten times as long. */
const namesIn = ({ data }: UnreadEvent): string[] =>
  [...data.toString('latin1').matchAll(/"(?:keyId":"([\w-]+)\.|subjectId":"([^"\\]+)")/g)].flatMap(
    ([, seat, subjectId]) => seat ?? subjectId ?? [],
  );
