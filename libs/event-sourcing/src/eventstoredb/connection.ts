import { EventStoreDBClient } from '@eventstore/db-client';
import { AppendGate } from './append-gate.js';

/** One for the process: what it guards is global in the client. */
export const appendGate = new AppendGate();

/** A client that is made when first needed, and made anew when it has become doubtful. */
export class Connection {
  private current: EventStoreDBClient | undefined;

  constructor(private readonly connectionString: string) {}

  get client(): EventStoreDBClient {
    this.current ??= EventStoreDBClient.connectionString(this.connectionString);
    return this.current;
  }

  /** Gives up a client after a call that was never answered: the client itself only recovers from errors that it sees. */
  renew(doubtful: EventStoreDBClient): void {
    if (this.current !== doubtful) return;
    this.current = undefined;
    void close(doubtful);
  }

  async close(): Promise<void> {
    const { current } = this;
    this.current = undefined;
    if (current) await close(current);
  }
}

const close = (client: EventStoreDBClient) =>
  appendGate.alone(async () => {
    try {
      await client.dispose();
      // `dispose` ends the calls and leaves the connection open.
      const channel = await client['getChannel']();
      channel.close();
    } catch {
      // Nothing is left to close in a client that could not connect.
    }
  });
