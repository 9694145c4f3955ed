import { EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';
import { type Address, addressIn } from './address.js';
import { AppendGate } from './append-gate.js';
import { answeredError, type Asked } from './errors.js';
import { showNoDigitsAsServerName } from './plain-server-name.js';
import { tlsFiles } from './tls-files.js';
import { whyUnreachable } from './unreachable.js';
import { type Endpoint, endpointAt, plainAuthorization } from './wire/endpoint.js';
import { answerWithin } from './within-deadline.js';

const closingMs = 500;

showNoDigitsAsServerName();

/** One for the process: what it guards is global in the client. */
export const appendGate = new AppendGate();

/** A client that is made when first needed, and made anew when it has become doubtful. */
export class Connection {
  private readonly address: Address;
  private current: EventStoreDBClient | undefined;
  private readonly givenUp = new WeakSet<EventStoreDBClient>();
  private hasAnswered = false;

  /** Fails with `BadAddress` before anything is tried. */
  constructor(connectionString: string) {
    this.address = addressIn(connectionString);
    tlsFiles(this.address);
  }

  get client(): EventStoreDBClient {
    this.current ??= connected(this.address);
    return this.current;
  }

  /** To be told of an answer: then the address is right, whatever fails later. */
  answered(): void {
    this.hasAnswered = true;
  }

  /** The port's error for a call that failed, in words that say what to change: the address, or the rights of its login. */
  async failure(error: unknown, asked: Asked): Promise<Error> {
    const told = answeredError(error, asked, this.address.login?.username);
    if (told !== undefined) return told;
    const why = await whyUnreachable(error, this.address, this.hasAnswered);
    return new StoreUnavailable(`The event store cannot be reached to ${asked.what}: ${why}`, {
      cause: error,
    });
  }

  /** Where the client's calls go, for calls of our own: which node of a cluster that is, the client finds out. Or another, which is known. */
  async endpoint(client: EventStoreDBClient, known?: string): Promise<Endpoint> {
    const address = known ?? (await client['getChannel']()).getTarget().replace(/^\w+:/, '');
    return endpointAt(address, this.address);
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

function connected(address: Address): EventStoreDBClient {
  const client = clientAt(address);
  const authorization = plainAuthorization(address);
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
 * The official client for an address. gRPC shares one TCP connection among all channels with the same settings, also one that has fallen
 * silent: an interval that differs by a millisecond makes a connection of its own.
 */
export function clientAt(address: Address): EventStoreDBClient {
  const {
    discover,
    hosts,
    login,
    tls,
    tlsCAFile: _ca,
    userCertFile: _cert,
    userKeyFile: _key,
    ...settings
  } = address;
  made = (made + 1) % 1000;
  const [first, ...more] = hosts;
  const { ca, cert, key } = tls ? tlsFiles(address) : {};
  const security = {
    insecure: !tls,
    ...(ca && { rootCertificate: ca }),
    ...(cert && { userCertFile: cert }),
    ...(key && { userKeyFile: key }),
  };
  const common = { keepAliveInterval: 10_000 + made, ...settings };
  if (discover) return new EventStoreDBClient({ ...common, discover: first }, security, login);
  if (more.length > 0) {
    return new EventStoreDBClient({ ...common, endpoints: [first, ...more] }, security, login);
  }
  return new EventStoreDBClient({ ...common, endpoint: first }, security, login);
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
