import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { type Cluster, openCluster, superuserUrl } from './cluster.js';
import { keepFromOutliving } from './keeper.js';
import { endAbandoned, inUse, ownerClient, takeOwnership } from './ownership.js';
import { settlePlace } from './place.js';
import { isPostmasterDead, runningPostmaster } from './postmaster.js';
import { freePort, type Server, type ServerOptions, spawnServer, stopServer } from './server.js';
import { type EmbeddedPostgres, type Owned, Supervised } from './supervised.js';

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
  /** Where it ends by itself, how long to wait before each attempt to start it again; none unless told. */
  readonly startAgainAfterMs?: readonly number[];
  /** Gives the start up, and ends what it began. */
  readonly signal?: AbortSignal;
}

export type { EmbeddedPostgres };

const patienceMs = 60_000;
/** So long a start that is given up leaves PostgreSQL to end in good order. */
const hurryMs = 1_500;
/** How often a full disk is tried again. */
const roomMs = 2_000;

/**
 * Starts PostgreSQL as a child process on 127.0.0.1, on data in `dataDir` (made at the first start). It ends soon after this process, also
 * after kill -9. One that is still there on the same folder is shut down first; one whose owner lives makes this reject, as does anything that
 * keeps PostgreSQL from starting, but for a full disk: it is waited for.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const {
    log = () => {},
    durable = true,
    fallbackDir = '/var/lib/samspor',
    startAgainAfterMs = [],
  } = options;
  const { signal = new AbortController().signal } = options;
  const dataDir = resolve(options.dataDir);
  const logFile = join(dataDir, 'postgres.log');
  const place = settlePlace({ dataDir, log, fallbackDir });
  signal.throwIfAborted();
  const cluster = await openCluster(place, durable, signal);
  const start = async (port: number | undefined, until: AbortSignal) => {
    await endAbandoned(cluster, dataDir, log, until);
    return startOwned({ server: { place, cluster, logFile, durable }, dataDir, port, log, signal: until });
  };
  const first = await start(options.port, signal);
  return new Supervised({
    first,
    again: (until) => start(first.server.port, until),
    pausesMs: startAgainAfterMs,
    log,
    logFile,
    home: place.home,
    url: (database) => superuserUrl(cluster, first.server.port, database),
  });
}

interface Starting {
  readonly server: ServerOptions;
  readonly dataDir: string;
  readonly port: number | undefined;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Starts the server and holds its ownership; starts it again when what kept it from starting is known to pass. */
async function startOwned({ server: options, dataDir, port, log, signal }: Starting): Promise<Owned> {
  let deadline = Date.now() + patienceMs;
  let toldOfRoom = false;
  for (;;) {
    signal.throwIfAborted();
    const server = await spawnServer(options, port ?? (await freePort()));
    const letGo = keepFromOutliving(options.place, server.child.pid ?? 0, options.cluster.data);
    void server.exited.then(letGo);
    try {
      const owner = await firstConnection(options.cluster, server, signal);
      if (signal.aborted) {
        await owner?.end().catch(() => {});
        await stopServer(server, hurryMs);
        signal.throwIfAborted();
      }
      if (owner !== undefined) {
        if (await takeOwnership(owner).catch(() => false)) return { server, owner };
        await owner.end().catch(() => {});
        await stopServer(server);
        throw inUse(dataDir);
      }
      const why = await whyPassing({
        server,
        data: options.cluster.data,
        dataDir,
        portIsFixed: port !== undefined,
        deadline,
      });
      if (why === 'no-room') {
        if (!toldOfRoom) {
          log(`PostgreSQL finds no room on the disk of ${dataDir}, and waits until there is some`);
        }
        toldOfRoom = true;
        deadline = Date.now() + patienceMs;
        await delay(roomMs, undefined, { signal }).catch(() => {});
      }
    } finally {
      server.closeLog();
    }
    await delay(100);
  }
}

/** The first connection that the server takes; undefined when it ends, or the start is given up, before that. Recovery after a crash may take its time. */
async function firstConnection(
  cluster: Cluster,
  { port, exited }: Server,
  signal: AbortSignal,
): Promise<pg.Client | undefined> {
  let ended = false;
  const end = exited.then(() => {
    ended = true;
  });
  const over = new Promise<void>((resolveOver) => {
    signal.addEventListener('abort', () => resolveOver(), { once: true });
  });
  while (!ended && !signal.aborted) {
    const client = ownerClient(cluster, port);
    try {
      await Promise.race([client.connect(), over]);
      if (!signal.aborted) return client;
    } catch {
      // it is not ready yet
    }
    await client.end().catch(() => {});
    await Promise.race([delay(20), end, over]);
  }
  return undefined;
}

/** Why the server ended at once, where that is bound to pass; throws where it is not. */
async function whyPassing(attempt: {
  server: Server;
  data: string;
  dataDir: string;
  portIsFixed: boolean;
  deadline: number;
}): Promise<'in-a-moment' | 'no-room'> {
  const { server, data, dataDir, portIsFixed, deadline } = attempt;
  const how = await server.exited;
  const other = runningPostmaster(data);
  // One that ended in good order was shut down by another process that started in the same moment.
  if (other !== undefined || how === 'exit code 0') throw inUse(dataDir, other?.pid);
  const complaint = server.said();
  if (/No space left on device|Disk quota exceeded/.test(complaint)) return 'no-room';
  const passing =
    // the port was taken in the meantime
    (!portIsFixed && complaint.includes('could not bind')) ||
    // a killed server is not buried yet
    (complaint.includes('"postmaster.pid" already exists') && isPostmasterDead(data)) ||
    // its last children are on their way out
    complaint.includes('pre-existing shared memory block');
  if (passing && Date.now() < deadline) return 'in-a-moment';
  if (complaint.includes('"postmaster.pid" is empty')) {
    throw new Error(
      `A crash left ${join(data, 'postmaster.pid')} empty. No PostgreSQL runs on that folder: remove the file and start again`,
    );
  }
  throw new Error(`PostgreSQL did not start (${how}): ${complaint || 'it said nothing'}`);
}
