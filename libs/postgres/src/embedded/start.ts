import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { createDatabase } from '../roles.js';
import { type Cluster, openCluster, superuserUrl } from './cluster.js';
import { keepFromOutliving } from './keeper.js';
import { endAbandoned, inUse, ownerClient, takeOwnership } from './ownership.js';
import { settlePlace } from './place.js';
import { isPostmasterDead, runningPostmaster } from './postmaster.js';
import { freePort, type Server, type ServerOptions, spawnServer, stopServer } from './server.js';

export interface EmbeddedPostgresOptions {
  /** A folder for PostgreSQL alone; made when absent. */
  readonly dataDir: string;
  /** Told what whoever runs this should know, a line at a time. */
  readonly log?: (line: string) => void;
  /** A free one when not given. */
  readonly port?: number;
  /** False for throw-away data: a crash of the machine may then lose everything. */
  readonly durable?: boolean;
  /** As root: where data and programs go that PostgreSQL's account cannot reach in their place. */
  readonly fallbackDir?: string;
}

export interface EmbeddedPostgres {
  /** The superuser's address of a database. The application itself uses what `prepareDatabase` answers. */
  url(database: string): string;
  ensureDatabase(name: string): Promise<void>;
  /** Shuts down fast (open transactions are rolled back) and waits for the end. */
  stop(): Promise<void>;
  readonly pid: number;
  /** Fires when PostgreSQL ends without `stop`. */
  readonly lost: AbortSignal;
}

const patienceMs = 60_000;

/**
 * Starts PostgreSQL as a child process on 127.0.0.1, on data in `dataDir` (made at the first start). It ends soon after this process, also
 * after kill -9. One that is still there on the same folder is shut down first; one whose owner lives makes this reject, as does anything that keeps PostgreSQL from starting.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log = () => {}, durable = true, fallbackDir = '/var/lib/samspor', port } = options;
  const dataDir = resolve(options.dataDir);
  const logFile = join(dataDir, 'postgres.log');
  const place = settlePlace({ dataDir, log, fallbackDir });
  const cluster = await openCluster(place, durable);
  await endAbandoned(cluster, dataDir, log);
  const { server, owner } = await startOwned({ place, cluster, logFile, durable }, dataDir, port);

  const letGo = keepFromOutliving(place, server.child.pid ?? 0, cluster.data);
  void server.exited.then(letGo);

  const lost = new AbortController();
  let stopping: Promise<void> | undefined;
  void server.exited.then((how) => {
    if (stopping !== undefined) return;
    lost.abort(new Error(`PostgreSQL ended unexpectedly (${how}); see ${logFile}`));
  });
  return {
    url: (database) => superuserUrl(cluster, server.port, database),
    ensureDatabase: (name) => createDatabase(owner, name),
    stop() {
      stopping ??= owner
        .end()
        .catch(() => {})
        .then(() => stopServer(server));
      return stopping;
    },
    pid: server.child.pid ?? 0,
    lost: lost.signal,
  };
}

/** Starts the server and holds its ownership; starts it again when what kept it from starting is known to pass. */
async function startOwned(
  options: ServerOptions,
  dataDir: string,
  port: number | undefined,
): Promise<{ server: Server; owner: pg.Client }> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const server = await spawnServer(options, port ?? (await freePort()));
    try {
      const owner = await firstConnection(options.cluster, server);
      if (owner !== undefined) {
        if (await takeOwnership(owner).catch(() => false)) return { server, owner };
        await owner.end().catch(() => {});
        await stopServer(server);
        throw inUse(dataDir);
      }
      await throwUnlessPassing({
        server,
        data: options.cluster.data,
        dataDir,
        portIsFixed: port !== undefined,
        deadline,
      });
    } finally {
      server.closeLog();
    }
    await delay(100);
  }
}

/** The first connection that the server takes; undefined when it ends before that. Recovery after a crash may take its time. */
async function firstConnection(cluster: Cluster, { port, exited }: Server): Promise<pg.Client | undefined> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  while (!ended) {
    const client = ownerClient(cluster, port);
    try {
      await client.connect();
      return client;
    } catch {
      await client.end().catch(() => {});
      await Promise.race([delay(20), exited]);
    }
  }
  return undefined;
}

/** Throws why the server ended at once, unless that is bound to pass. */
async function throwUnlessPassing(attempt: {
  server: Server;
  data: string;
  dataDir: string;
  portIsFixed: boolean;
  deadline: number;
}): Promise<void> {
  const { server, data, dataDir, portIsFixed, deadline } = attempt;
  const how = await server.exited;
  const other = runningPostmaster(data);
  // One that ended in good order was shut down by another process that started in the same moment.
  if (other !== undefined || how === 'exit code 0') throw inUse(dataDir, other?.pid);
  const complaint = server.said();
  const passing =
    // the port was taken in the meantime
    (!portIsFixed && complaint.includes('could not bind')) ||
    // a killed server is not buried yet
    (complaint.includes('"postmaster.pid" already exists') && isPostmasterDead(data)) ||
    // its last children are on their way out
    complaint.includes('pre-existing shared memory block');
  if (passing && Date.now() < deadline) return;
  if (complaint.includes('"postmaster.pid" is empty')) {
    throw new Error(
      `A crash left ${join(data, 'postmaster.pid')} empty. No PostgreSQL runs on that folder: remove the file and start again`,
    );
  }
  throw new Error(`PostgreSQL did not start (${how}): ${complaint || 'it said nothing'}`);
}
