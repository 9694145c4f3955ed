import { EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';
import { AppendGate } from './append-gate.js';
import { type Endpoint, endpointAt, plainAuthorization } from './wire/endpoint.js';
import { answerWithin } from './within-deadline.js';

const closingMs = 500;

/** One for the process: what it guards is global in the client. */
export const appendGate = new AppendGate();

/** A client that is made when first needed, and made anew when it has become doubtful. */
export class Connection {
  private current: EventStoreDBClient | undefined;
  private readonly givenUp = new WeakSet<EventStoreDBClient>();

  constructor(private readonly connectionString: string) {}

  get client(): EventStoreDBClient {
    this.current ??= connected(this.connectionString);
    return this.current;
  }

  /** Where the client's calls go, for calls of our own: which node of a cluster that is, the client finds out. Or another, which is known. */
  async endpoint(client: EventStoreDBClient, known?: string): Promise<Endpoint> {
    const address = known ?? (await client['getChannel']()).getTarget().replace(/^\w+:/, '');
    return endpointAt(address, this.connectionString);
  }

  /** Gives up a client after a call that was never answered: the client itself only recovers from errors that it sees. */
  renew(doubtful: EventStoreDBClient): void {
    if (this.current !== doubtful) return;
    this.current = undefined;
    this.givenUp.add(doubtful);
    void close(doubtful);
  }

  /** To be asked where a read came to its end: those under way on a client that is closed end without an error, whatever was still to come. */
  assertKept(client: EventStoreDBClient, what: string): void {
    if (!this.givenUp.has(client)) return;
    throw new StoreUnavailable(`The connection to the event store was given up meanwhile: ${what}.`);
  }

  async close(): Promise<void> {
    const { current } = this;
    this.current = undefined;
    if (!current) return;
    this.givenUp.add(current);
    await close(current);
  }
}

function connected(connectionString: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(ownConnection(connectionString));
  const authorization = plainAuthorization(connectionString);
  if (authorization === undefined) return client;
  // The client itself sends no login without TLS, not even where nobody can listen.
  const argumentsOf = client['callArguments'];
  client['callArguments'] = (...given) => {
    const [metadata, options] = argumentsOf(...given);
    metadata.set('authorization', authorization);
    return [metadata, options];
  };
  return client;
}

let made = 0;

/**
 * gRPC shares one TCP connection among all channels with the same settings, also one that has fallen silent. An interval that
 * differs by a millisecond makes a connection of its own.
 */
function ownConnection(connectionString: string): string {
  if (/[?&]keepAliveInterval=/i.test(connectionString)) return connectionString;
  made = (made + 1) % 1000;
  return `${connectionString}${connectionString.includes('?') ? '&' : '?'}keepAliveInterval=${10_000 + made}`;
}

const close = (client: EventStoreDBClient) =>
  appendGate.alone(async () => {
    try {
      // `dispose` waits for calls that may never end, and leaves the connection open.
      await answerWithin(closingMs, 'close the connection', client.dispose()).catch(() => undefined);
      const channel = await answerWithin(closingMs, 'close the connection', client['getChannel']());
      channel.close();
    } catch {
      // Nothing is left to close in a client that could not connect.
    }
  });
