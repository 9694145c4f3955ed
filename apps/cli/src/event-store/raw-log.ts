import { Connection, everyEvent } from '#event-sourcing/eventstoredb/index';
import type { MovedEvent } from './export-file.js';

/** A log of any EventStoreDB, byte for byte. The client's own calls parse JSON and write it anew. */
export class RawLog {
  readonly #connection: Connection;

  constructor(connectionString: string) {
    this.#connection = new Connection(connectionString);
  }

  /** Every event in the order of `$all`, those that metadata hides included; of streams that begin so alone, where told. */
  async *readAll(streamPrefixes?: readonly string[]): AsyncGenerator<MovedEvent, void> {
    for await (const events of everyEvent(this.#connection, streamPrefixes)) yield* events;
  }

  async softDelete(stream: string): Promise<void> {
    await this.#connection.client.deleteStream(stream);
  }

  async tombstone(stream: string): Promise<void> {
    await this.#connection.client.tombstoneStream(stream);
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}
