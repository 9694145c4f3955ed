import { randomUUID } from 'node:crypto';
import { readExport, writeExport, type MovedEvent } from './export-file.js';
import { RawLog } from './raw-log.js';

/** The revision of the event that ends a stream for ever. */
const tombstoneRevision = 2n ** 63n - 1n;
const softDeletion = 2 ** 63 - 1024;
/** The largest append that a server takes: so whatever was one append can be one again. */
const largestAppend = 1_048_576;
const longestAppend = 10_000;

export interface Imported {
  readonly events: number;
  /** Events without content that stand for what a scavenge took away: a new log cannot begin a stream later. */
  readonly placeholders: number;
}

/**
 * Writes a log's events to a file in the order of `$all`. Left out are the server's own streams: names that begin with
 * `$`, except metadata of other streams.
 */
export async function exportLog(connectionString: string, path: string): Promise<number> {
  const log = new RawLog(connectionString);
  try {
    return await writeExport(path, ownEvents(log));
  } finally {
    await log.close();
  }
}

/** Appends a file's events to an empty log: bytes, ids, revisions and order are kept, positions and times are not. */
export async function importLog(connectionString: string, path: string): Promise<Imported> {
  // A file that is not whole is refused before anything of it is written.
  for await (const _ of readExport(path));
  const log = new RawLog(connectionString);
  try {
    for await (const { stream } of ownEvents(log)) {
      throw new Error(`The event store is not empty: it holds the stream ${stream}. Import into a new one.`);
    }
    return await new Import(log).run(readExport(path));
  } finally {
    await log.close();
  }
}

async function* ownEvents(log: RawLog): AsyncGenerator<MovedEvent> {
  for await (const event of log.readAll()) {
    const { stream } = event;
    if (!described(stream).startsWith('$')) yield event;
  }
}

class Import {
  readonly #next = new Map<string, bigint>();
  readonly #softDeleted = new Set<string>();
  /** Metadata streams whose next event the server itself writes: a deleted stream goes on, or gets other metadata. */
  readonly #written = new Set<string>();
  #waiting: MovedEvent[] = [];
  #waitingSize = 0;
  #events = 0;
  #placeholders = 0;

  constructor(private readonly log: RawLog) {}

  async run(events: AsyncIterable<MovedEvent>): Promise<Imported> {
    for await (const event of events) {
      this.#events += 1;
      if (event.revision === tombstoneRevision) {
        await this.#flush();
        await this.log.tombstone(event.stream);
      } else if (this.#written.delete(event.stream)) {
        this.#next.set(event.stream, event.revision + 1n);
        await this.#flush();
      } else if (isSoftDeletion(event) && this.#softDeleted.has(described(event.stream))) {
        await this.#flush();
        await this.log.softDelete(described(event.stream));
        this.#next.set(event.stream, event.revision + 1n);
      } else {
        await this.#fillUpTo(event);
        await this.#add(event);
      }
    }
    await this.#flush();
    return { events: this.#events, placeholders: this.#placeholders };
  }

  async #fillUpTo({ stream, revision }: MovedEvent): Promise<void> {
    for (let next = this.#next.get(stream) ?? 0n; next < revision; next += 1n) {
      this.#placeholders += 1;
      await this.#add(placeholder(stream, next));
    }
  }

  async #add(event: MovedEvent): Promise<void> {
    const size = event.data.length + event.metadata.length;
    const [first] = this.#waiting;
    const full = this.#waiting.length >= longestAppend || this.#waitingSize + size > largestAppend;
    const stream = described(event.stream);
    const goesOn = this.#softDeleted.delete(stream);
    if (first && (first.stream !== event.stream || full || goesOn)) await this.#flush();
    this.#waiting.push(event);
    this.#waitingSize += size;
    this.#next.set(event.stream, event.revision + 1n);
    if (goesOn) this.#written.add(`$$${stream}`);
    if (isSoftDeletion(event)) this.#softDeleted.add(stream);
  }

  async #flush(): Promise<void> {
    await this.log.append(this.#waiting);
    this.#waiting = [];
    this.#waitingSize = 0;
  }
}

/** The stream that a metadata stream describes; any other stream itself. */
const described = (stream: string): string => (stream.startsWith('$$') ? stream.slice(2) : stream);

const placeholder = (stream: string, revision: bigint): MovedEvent => ({
  stream,
  revision,
  id: randomUUID(),
  type: 'Scavenged',
  isJson: true,
  data: Buffer.from('{}'),
  metadata: Buffer.alloc(0),
});

function isSoftDeletion({ stream, data }: MovedEvent): boolean {
  if (!stream.startsWith('$$')) return false;
  try {
    const metadata: unknown = JSON.parse(data.toString('utf8'));
    const before = typeof metadata === 'object' && metadata !== null && '$tb' in metadata ? metadata.$tb : 0;
    return typeof before === 'number' && before >= softDeletion;
  } catch {
    return false;
  }
}
