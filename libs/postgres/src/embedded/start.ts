import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { advisoryKey } from '../advisory-lock.js';
import { codeOf } from '../errors.js';
import { connectionConfig } from '../pool.js';
import { createDatabase } from '../roles.js';
import { plainEnvironment, spawnOptions } from './account.js';
import { type Cluster, openCluster } from './cluster.js';
import { type Place, settlePlace } from './place.js';
import { type Postmaster, runningPostmaster } from './postmaster.js';
import { settings } from './settings.js';

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

interface Running {
  readonly child: ChildProcess;
  readonly exited: Promise<string>;
  readonly port: number;
  /** Holds the lock that says that the folder has a living owner. */
  readonly owner: pg.Client;
}

const ownerLock = advisoryKey('samspor owner of this server');
const patienceMs = 60_000;

/**
 * Starts PostgreSQL as a child process on 127.0.0.1, on data in `dataDir` (made at the first start). A PostgreSQL that a killed process left
 * on the same folder is shut down first; one whose owner lives makes this reject, as does anything that keeps PostgreSQL from starting.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log = () => {}, durable = true, fallbackDir = '/var/lib/samspor' } = options;
  const dataDir = resolve(options.dataDir);
  const place = settlePlace({ dataDir, log, fallbackDir });
  const cluster = await openCluster(place, durable);
  await endAbandoned(cluster, dataDir, log);
  const running = await startServer({ place, cluster, dataDir, durable, port: options.port });

  const lost = new AbortController();
  let stopping: Promise<void> | undefined;
  void running.exited.then((how) => {
    if (stopping !== undefined) return;
    lost.abort(new Error(`PostgreSQL ended unexpectedly (${how}); see ${logFile(dataDir)}`));
  });
  return {
    url: (database) => superuserUrl(cluster, running.port, database),
    ensureDatabase: (name) => createDatabase(running.owner, name),
    stop() {
      stopping ??= stopServer(running);
      return stopping;
    },
    pid: running.child.pid ?? 0,
    lost: lost.signal,
  };
}

const logFile = (dataDir: string) => join(dataDir, 'postgres.log');

function superuserUrl({ password }: Cluster, port: number, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

async function startServer(start: {
  place: Place;
  cluster: Cluster;
  dataDir: string;
  durable: boolean;
  port: number | undefined;
}): Promise<Running> {
  const { cluster, dataDir } = start;
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const port = start.port ?? (await freePort());
    const { child, exited } = await spawnServer(start, port);
    const owner = await firstConnection(superuserUrl(cluster, port, 'postgres'), exited);
    if (owner !== undefined) {
      if (await takeOwnership(owner).catch(() => false)) return { child, exited, port, owner };
      await owner.end();
      child.kill('SIGINT');
      await exited;
      throw inUse(dataDir);
    }
    const complaint = readFileSync(logFile(dataDir), 'utf8').trim();
    const other = runningPostmaster(cluster.data);
    if (other !== undefined) throw inUse(dataDir, other);
    // A port taken in the meantime, or the last children of a killed server on their way out: both pass.
    const passing =
      (start.port === undefined && complaint.includes('could not bind')) ||
      complaint.includes('pre-existing shared memory block');
    if (!passing || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start (${await exited}): ${complaint || 'it said nothing'}`);
    }
    await delay(100);
  }
}

async function spawnServer(
  { place, cluster, dataDir, durable }: { place: Place; cluster: Cluster; dataDir: string; durable: boolean },
  port: number,
): Promise<{ child: ChildProcess; exited: Promise<string> }> {
  const file = logFile(dataDir);
  keepEarlierLog(file);
  const output = openSync(file, 'w', 0o600);
  const args = ['-D', cluster.data, ...settings({ port, durable }).flatMap((setting) => ['-c', setting])];
  // A process group of its own: Ctrl-C in a terminal is for us, and we stop PostgreSQL when we are done with it.
  const child = spawn(place.binaries.postgres, args, {
    ...spawnOptions(place.account),
    env: plainEnvironment(),
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  const exited = new Promise<string>((resolveExit) => {
    child.once('exit', (code, signal) =>
      resolveExit(signal === null ? `exit code ${code}` : `signal ${signal}`),
    );
  });
  await new Promise<void>((spawned, reject) => {
    child.once('spawn', spawned);
    child.once('error', (error) => reject(new Error(`PostgreSQL cannot be run: ${error.message}`)));
  });
  return { child, exited };
}

function keepEarlierLog(file: string): void {
  try {
    renameSync(file, `${file}.1`);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** The first connection that the server takes; undefined when it ends before that. Recovery after a crash may take its time. */
async function firstConnection(url: string, exited: Promise<string>): Promise<pg.Client | undefined> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  while (!ended) {
    const client = new pg.Client(connectionConfig(url, 'samspor owner'));
    client.on('error', () => {});
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

async function takeOwnership(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    ownerLock,
  ]);
  return rows[0]?.taken === true;
}

/** Shuts down a PostgreSQL on our folder whose owner was killed. Refuses when the owner lives. */
async function endAbandoned(cluster: Cluster, dataDir: string, log: (line: string) => void): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let told = false;
  for (
    let left = runningPostmaster(cluster.data);
    left !== undefined;
    left = runningPostmaster(cluster.data)
  ) {
    const state =
      left.port === undefined ? 'starting' : await ownershipOf(superuserUrl(cluster, left.port, 'postgres'));
    if (state === 'owned') throw inUse(dataDir, left);
    if (state === 'abandoned' && !told) {
      log(`A PostgreSQL (process ${left.pid}) was left running on ${dataDir}; shutting it down first`);
      told = true;
      process.kill(left.pid, 'SIGINT');
    }
    if (Date.now() > deadline) {
      throw new Error(
        `A PostgreSQL (process ${left.pid}) runs on ${dataDir} and neither answers nor ends. Stop it: kill -INT ${left.pid}`,
      );
    }
    await delay(20);
  }
}

async function ownershipOf(url: string): Promise<'owned' | 'abandoned' | 'starting'> {
  const client = new pg.Client(connectionConfig(url, 'samspor owner'));
  client.on('error', () => {});
  try {
    await client.connect();
    return (await takeOwnership(client)) ? 'abandoned' : 'owned';
  } catch (error) {
    if (codeOf(error) === '28P01') {
      throw new Error('The PostgreSQL on our data folder does not know the password kept beside its data', {
        cause: error,
      });
    }
    return 'starting'; // or ending
  } finally {
    await client.end().catch(() => {});
  }
}

function inUse(dataDir: string, postmaster?: Postmaster): Error {
  const who = postmaster === undefined ? '' : ` (its PostgreSQL is process ${postmaster.pid})`;
  return new Error(
    `Another process is using the data folder ${dataDir}${who}. Stop it first, or choose another folder`,
  );
}

async function stopServer({ child, exited, owner }: Running): Promise<void> {
  await owner.end().catch(() => {});
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
  const tooLong = new AbortController();
  const forced = delay(patienceMs, undefined, { signal: tooLong.signal }).then(
    () => child.kill('SIGQUIT'),
    () => {},
  );
  await exited;
  tooLong.abort();
  await forced;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}
