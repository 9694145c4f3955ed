import {
  type Append,
  AppendRefused,
  type BulkAppender,
  proposedAsIs,
} from '#event-sourcing/eventstoredb/index';
import type { MovedEvent } from './export-file.js';
import type { Step } from './import-steps.js';
import type { RawLog } from './raw-log.js';

/** The largest append that a server takes: so whatever was one append can be one again. */
const largestAppend = 1_048_576;
const longestAppend = 10_000;
/** Appends, and bytes, that go to the event store together. */
const batchLength = 500;
const batchSize = 2 * 1_048_576;
/** Batches that may be on their way. */
const underWay = 4;

/** Does the steps of an import in their order, many on their way at a time. */
export class ImportSender {
  #events: MovedEvent[] = [];
  #size = 0;
  #batch: Append[] = [];
  #batchSize = 0;
  readonly #sending: Promise<void>[] = [];

  constructor(
    private readonly appender: BulkAppender,
    private readonly log: RawLog,
  ) {}

  async do({ how, event }: Step): Promise<void> {
    switch (how) {
      case 'append':
        // What metadata say changes what an append means: nothing else may be on its way.
        if (event.stream.startsWith('$$')) await this.finish();
        await this.#add(event);
        if (event.stream.startsWith('$$')) await this.finish();
        return;
      case 'begin':
        await this.finish();
        await this.#add(event);
        return;
      case 'by-itself':
        await this.finish();
        return;
      case 'soft-delete':
        await this.finish();
        await this.log.softDelete(event.stream.slice(2));
        return;
      case 'tombstone':
        await this.finish();
        await this.log.tombstone(event.stream);
    }
  }

  /** Resolves when everything is on disk. */
  async finish(): Promise<void> {
    this.#endAppend();
    this.#send();
    await Promise.all(this.#sending).catch(told);
    this.#sending.length = 0;
  }

  async #add(event: MovedEvent): Promise<void> {
    const size = event.data.length + event.metadata.length;
    const [first] = this.#events;
    const full = this.#events.length >= longestAppend || this.#size + size > largestAppend;
    if (first && (first.stream !== event.stream || full)) this.#endAppend();
    this.#events.push(event);
    this.#size += size;
    if (this.#batch.length < batchLength && this.#batchSize < batchSize) return;
    this.#send();
    if (this.#sending.length > underWay) await this.#sending.shift()?.catch(told);
  }

  #endAppend(): void {
    const [first] = this.#events;
    if (!first) return;
    const { stream, revision } = first;
    this.#batch.push({
      stream,
      expected: revision === 0n ? 'no_stream' : revision - 1n,
      events: proposedAsIs(this.#events),
    });
    this.#batchSize += this.#size;
    this.#events = [];
    this.#size = 0;
  }

  #send(): void {
    const sent = this.appender.append(this.#batch);
    // Told where it is awaited.
    sent.catch(() => undefined);
    this.#sending.push(sent);
    this.#batch = [];
    this.#batchSize = 0;
  }
}

function told(error: unknown): never {
  if (error instanceof AppendRefused && error.why === 'WrongExpectedVersion') {
    throw new Error(
      `The stream ${error.stream} does not end where it should: somebody else writes to this event store.`,
      {
        cause: error,
      },
    );
  }
  throw error;
}
