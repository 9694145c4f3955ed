import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { advisoryKey } from '../advisory-lock.js';
import { codeOf } from '../errors.js';
import { connectionConfig } from '../pool.js';
import { type Cluster, superuserUrl } from './cluster.js';
import { runningPostmaster } from './postmaster.js';

const ownerLock = advisoryKey('samspor owner of this server');
const patienceMs = 60_000;

/** A connection as superuser, not yet connected, that can carry the lock. */
export function ownerClient(cluster: Cluster, port: number): pg.Client {
  const client = new pg.Client(connectionConfig(superuserUrl(cluster, port, 'postgres'), 'samspor owner'));
  client.on('error', () => {});
  return client;
}

/**
 * Whoever started the server holds a lock in it for as long as he lives. So a server without a holder is one that nobody owns, and no
 * process number has to be trusted for that.
 */
export async function takeOwnership(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    ownerLock,
  ]);
  return rows[0]?.taken === true;
}

/** The folder has a living owner, and it is not us. */
export function inUse(dataDir: string, pid?: number): Error {
  const who = pid === undefined ? '' : ` (its PostgreSQL is process ${pid})`;
  return new Error(
    `Another process is using the data folder ${dataDir}${who}. Stop it first, or choose another folder`,
  );
}

/** Shuts down a PostgreSQL on our folder whose owner was killed. Rejects when the owner lives. */
export async function endAbandoned(
  cluster: Cluster,
  dataDir: string,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (
    let left = runningPostmaster(cluster.data);
    left !== undefined;
    left = runningPostmaster(cluster.data)
  ) {
    signal.throwIfAborted();
    const { pid, port } = left;
    const announce = () =>
      log(`A PostgreSQL (process ${pid}) was left running on ${dataDir}; shutting it down first`);
    const state =
      port === undefined ? 'unready' : await interruptUnlessOwned(cluster, { pid, port }, announce, signal);
    if (state === 'owned') throw inUse(dataDir, pid);
    if (Date.now() > deadline) {
      throw new Error(
        `A PostgreSQL (process ${pid}) runs on ${dataDir} and neither answers nor ends. Stop it: kill -INT ${pid}`,
      );
    }
    await delay(20);
  }
}

/** `unready`: starting, or on its way out. The lock is held until the server has let go of us, so that nobody takes it over meanwhile. */
async function interruptUnlessOwned(
  cluster: Cluster,
  { pid, port }: { pid: number; port: number },
  announce: () => void,
  signal: AbortSignal,
): Promise<'owned' | 'interrupted' | 'unready'> {
  const client = ownerClient(cluster, port);
  try {
    await client.connect();
    if (!(await takeOwnership(client))) return 'owned';
    const letGo = new Promise((resolve) => client.once('end', resolve));
    announce();
    interrupt(pid);
    await Promise.race([letGo, delay(patienceMs, undefined, { ref: false, signal }).catch(() => {})]);
    return 'interrupted';
  } catch (error) {
    if (codeOf(error) !== '28P01') return 'unready';
    throw new Error('The PostgreSQL on our data folder does not know the password kept beside its data', {
      cause: error,
    });
  } finally {
    await client.end().catch(() => {});
  }
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error; // else it has ended by itself
  }
}
