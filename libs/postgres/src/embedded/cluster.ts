import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { plainEnvironment, runAs, spawnOptions } from './account.js';
import type { Place } from './place.js';

/** PostgreSQL's data and the superuser's password, in one folder so that they come into being together. */
export interface Cluster {
  readonly data: string;
  readonly password: string;
}

/** The superuser's address of a database of the server on this port. */
export function superuserUrl({ password }: Cluster, port: number, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

const unfinishedPrefix = 'cluster.new-';

/** Opens the cluster in the place's home; makes it first when there is none, under another name until it is complete. */
export async function openCluster(place: Place, durable: boolean, signal: AbortSignal): Promise<Cluster> {
  const folder = join(place.home, 'cluster');
  if (!existsSync(folder)) await createCluster(place, folder, durable, signal);
  const data = join(folder, 'data');
  refuseOtherVersion(place, data);
  return { data, password: readFileSync(join(folder, 'superuser-password'), 'utf8').trim() };
}

async function createCluster(
  place: Place,
  folder: string,
  durable: boolean,
  signal: AbortSignal,
): Promise<void> {
  removeUnfinished(place.home);
  const unfinished = join(place.home, `${unfinishedPrefix}${process.pid}-${randomUUID()}`);
  const passwordFile = join(unfinished, 'superuser-password');
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
  if (place.account !== undefined) {
    for (const path of [passwordFile, unfinished]) chownSync(path, place.account.uid, place.account.gid);
  }
  chmodSync(unfinished, 0o700);
  try {
    await initdb(place, { data: join(unfinished, 'data'), passwordFile, durable, signal });
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another process was faster
  }
  if (durable) syncFolder(place.home);
}

/** What a process left that was killed while making a cluster. */
function removeUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    if (!name.startsWith(unfinishedPrefix)) continue;
    const pid = Number.parseInt(name.slice(unfinishedPrefix.length), 10);
    if (isRunning(pid)) continue;
    // Its initdb may still be writing; it gives up when its folders go.
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

interface Making {
  readonly data: string;
  readonly passwordFile: string;
  readonly durable: boolean;
  readonly signal: AbortSignal;
}

function initdb(place: Place, { data, passwordFile, durable, signal }: Making): Promise<void> {
  const args = [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(place.binaries.initdb, args, {
      ...spawnOptions(place.account),
      env: plainEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const giveUp = () => void child.kill();
    signal.addEventListener('abort', giveUp, { once: true });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('error', (error) => reject(new Error(`PostgreSQL's initdb cannot be run: ${error.message}`)));
    child.on('close', (code) => {
      signal.removeEventListener('abort', giveUp);
      if (code === 0) resolve();
      else if (signal.aborted) reject(signal.reason as Error);
      else reject(new Error(`PostgreSQL could not make its data folder ${data}: ${complaint.trim()}`));
    });
  });
}

function refuseOtherVersion({ binaries, account }: Place, data: string): void {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = runAs(account, binaries.postgres, ['--version']);
  const runs = /\b(\d+)\./.exec(stdout)?.[1];
  if (runs !== undefined && made !== runs) {
    throw new Error(
      `The data in ${data} were made by PostgreSQL ${made}; this release brings PostgreSQL ${runs}. ` +
        `Dump the vault's database with the earlier release and restore it with this one`,
    );
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
