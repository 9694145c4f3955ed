import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Access, accessIn } from './access/access-files.js';
import { allowAll, judgeOf } from './access/rights.js';
import { EventStore } from './event-store.js';
import { GrpcServer, type Services } from './grpc/server.js';
import { EventLog } from './log/event-log.js';
import { lockFolder } from './log/folder-lock.js';
import { append, batchAppend, softDelete, tombstone } from './services/append.js';
import { Backlog } from './services/backlog.js';
import { gossip } from './services/gossip.js';
import { Groups } from './persistent/groups.js';
import { persistentSubscriptions } from './services/persistent-subscriptions.js';
import { read } from './services/read.js';
import { serverFeatures, type OfferedService } from './services/server-features.js';
import { users } from './services/users.js';

export interface EmbeddedEventStoreOptions {
  /** Where the events are kept; made when absent. Needed unless `temporary`. */
  readonly dataDir?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Ask nobody for a password, and speak no TLS. */
  readonly insecure?: boolean;
  /** For tests: a folder of its own that is gone at close, without waiting for the disk. */
  readonly temporary?: boolean;
  /** Takes what an operator should know, a sentence at a time: a tail that was cut, damage that was met. */
  readonly log?: (line: string) => void;
  /** Told why appends begin to be refused, a full disk above all; undefined when they are taken again. */
  readonly onRefusing?: (why: string | undefined) => void;
}

export interface EmbeddedEventStore {
  /** For any EventStoreDB client: `esdb://<login>:<password>@localhost:<port>?tlsCAFile=…`; `esdb://127.0.0.1:<port>?tls=false` of an insecure one. */
  readonly connectionString: string;
  /** The same without TLS, which costs nothing: for a client that sends its login over the loopback interface nevertheless. */
  readonly plainConnectionString: string;
  readonly port: number;
  /** Ends every call, waits for what was acknowledged to be whole on disk, and gives the folder free. */
  close(): Promise<void>;
}

/**
 * Starts an EventStoreDB-compatible node in this thread. It listens on 127.0.0.1 and nowhere else. Fails with a clear
 * sentence when another node has the folder.
 */
export async function startEmbeddedEventStore(
  options: EmbeddedEventStoreOptions,
): Promise<EmbeddedEventStore> {
  const temporary = options.temporary ?? false;
  const folder = folderOf(options);
  const lock = await lockFolder(folder);
  const cleanup = new Cleanup(() => lock.release());
  if (temporary) cleanup.after(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const log = options.log ?? warn;
    const { onRefusing } = options;
    const events = EventLog.open({ folder, durable: !temporary, log, ...(onRefusing && { onRefusing }) });
    cleanup.before(() => events.close());
    const store = new EventStore(events);
    const groups = new Groups(store, log);
    cleanup.before(() => groups.close());
    const access = options.insecure ? undefined : accessIn(folder);
    const entrance = access && {
      callerOf: (authorization: string | undefined) => access.accounts.callerOf(authorization),
      certificate: access.certificate,
    };
    const server: GrpcServer = new GrpcServer(
      services(store, groups, access, () => port),
      entrance,
    );
    const port: number = await server.listen(options.port ?? 0);
    cleanup.before(() => server.close());
    return { ...connectionStrings(port, access), port, close: () => cleanup.run() };
  } catch (error) {
    // Why it did not start counts for more than what then could not be undone.
    await cleanup.run().catch((second: unknown) => (options.log ?? warn)(String(second)));
    throw error;
  }
}

function connectionStrings(port: number, access: Access | undefined) {
  const account = access?.accounts.own;
  const login = account
    ? `${encodeURIComponent(account.login)}:${encodeURIComponent(account.password)}@`
    : '';
  const plainConnectionString = `esdb://${login}127.0.0.1:${port}?tls=false`;
  return {
    plainConnectionString,
    connectionString: access
      ? // By name: clients warn of certificates of an address.
        `esdb://${login}localhost:${port}?tlsCAFile=${encodeURIComponent(access.certificateFile)}`
      : plainConnectionString,
  };
}

/** What has to be undone, in the right order, once. A step that fails keeps none of the later ones from being done. */
class Cleanup {
  readonly #steps: (() => void | Promise<void>)[];
  #done: Promise<void> | undefined;

  constructor(last: () => Promise<void>) {
    this.#steps = [last];
  }

  before(step: () => Promise<void>): void {
    this.#steps.unshift(step);
  }

  after(step: () => void): void {
    this.#steps.push(step);
  }

  run(): Promise<void> {
    this.#done ??= this.#runAll();
    return this.#done;
  }

  async #runAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

function folderOf({ dataDir, temporary }: EmbeddedEventStoreOptions): string {
  if (temporary) return mkdtempSync(join(tmpdir(), 'embedded-eventstore-'));
  if (dataDir === undefined) {
    throw new TypeError('The embedded event store needs a dataDir, or temporary: true.');
  }
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

const streams: OfferedService = {
  service: 'event_store.client.streams.Streams',
  methods: {
    Read: ['position', 'events'],
    Append: [],
    Delete: [],
    Tombstone: [],
    BatchAppend: ['deadline_duration'],
  },
};
const persistent: OfferedService = {
  service: 'event_store.client.persistent_subscriptions.PersistentSubscriptions',
  methods: Object.fromEntries(
    ['Create', 'Update', 'Delete', 'Read', 'GetInfo', 'ReplayParked', 'List', 'RestartSubsystem'].map(
      (method) => [method, ['stream', 'all']],
    ),
  ),
};
const gossipService: OfferedService = { service: 'event_store.client.gossip.Gossip', methods: { Read: [] } };
const usersService: OfferedService = {
  service: 'event_store.client.users.Users',
  methods: { Create: [], Details: [], Disable: [], Enable: [], ResetPassword: [] },
};
const featuresService: OfferedService = {
  service: 'event_store.client.server_features.ServerFeatures',
  methods: { GetSupportedMethods: [] },
};

function services(
  store: EventStore,
  groups: Groups,
  access: Access | undefined,
  port: () => number,
): Services {
  const backlog = new Backlog();
  const judge = access ? judgeOf(store) : allowAll;
  const offered = [streams, persistent, gossipService, featuresService, ...(access ? [usersService] : [])];
  return {
    [streams.service]: {
      Read: read(store, judge),
      Append: append(store, backlog, judge),
      Delete: softDelete(store, judge),
      Tombstone: tombstone(store, judge),
      BatchAppend: batchAppend(store, backlog, judge),
    },
    [persistent.service]: persistentSubscriptions(store, groups, judge),
    [gossipService.service]: gossip(port),
    ...(access && { [usersService.service]: users(access.accounts) }),
    [featuresService.service]: serverFeatures(offered),
  };
}

const warn = (line: string): void => {
  process.emitWarning(line, 'EmbeddedEventStore');
};
