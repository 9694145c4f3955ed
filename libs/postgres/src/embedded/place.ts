import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, canEnter, lookUp, runAs, serviceAccount } from './account.js';
import { type Binaries, binariesIn, installedBinaries } from './binaries.js';

/** Where PostgreSQL runs from and keeps its data, and as whom. */
export interface Place {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** Holds `cluster/`, our own folder around PostgreSQL's data. */
  readonly home: string;
}

export interface PlaceOptions {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Holds what an account cannot reach elsewhere. */
  readonly fallbackDir: string;
}

/** Settles account, binaries and data folder; as root the folders around PostgreSQL's own stay root's. */
export function settlePlace({ dataDir, log, fallbackDir }: PlaceOptions): Place {
  mkdirSync(dataDir, { recursive: true });
  const moved = join(dataDir, 'moved-to');
  const elsewhere = existsSync(moved) ? readFileSync(moved, 'utf8').trim() : undefined;
  if (elsewhere !== undefined && !existsSync(elsewhere)) {
    throw new Error(`PostgreSQL's data were moved to ${elsewhere} (says ${moved}), and that folder is gone`);
  }
  const account = ownerOf(join(elsewhere ?? dataDir, 'cluster')) ?? serviceAccount();
  const home = elsewhere ?? reachableHome({ dataDir, log, fallbackDir }, account, moved);
  return { binaries: reachableBinaries(account, fallbackDir, log), account, home };
}

/** Data that an account made stay with it, so that starting once as root and once as a user does not end in "permission denied". */
function ownerOf(folder: string): Account | undefined {
  if (process.getuid === undefined || !existsSync(folder)) return undefined;
  const { uid, gid } = statSync(folder);
  if (uid === process.getuid()) return undefined;
  if (process.getuid() !== 0) {
    throw new Error(
      `The folder ${folder} belongs to another user (uid ${uid}). Start as that user or as root`,
    );
  }
  return { name: lookUp(String(uid))?.name ?? String(uid), uid, gid };
}

function reachableHome(
  { dataDir, log, fallbackDir }: PlaceOptions,
  account: Account | undefined,
  moved: string,
): string {
  if (account === undefined) return dataDir;
  openForPassing(dataDir);
  if (canEnter(account, dataDir)) return dataDir;
  if (existsSync(join(dataDir, 'cluster'))) {
    throw new Error(
      `The account "${account.name}" that owns the data in ${dataDir} cannot reach it any more: ` +
        `a folder above is closed to it. Open that folder (chmod o+x), or move the data folder`,
    );
  }
  const home = join(fallbackDir, `data-${randomUUID()}`);
  mkdirSync(home, { recursive: true });
  chmodSync(fallbackDir, 0o755);
  openForPassing(home);
  if (!canEnter(account, home)) {
    throw new Error(
      `The account "${account.name}" can reach neither ${dataDir} nor ${home}: a folder above is closed to it`,
    );
  }
  writeFileSync(moved, `${home}\n`);
  log(`The account "${account.name}" cannot reach ${dataDir}; PostgreSQL's data are in ${home}`);
  return home;
}

/** Root's own folder around the account's data: whatever the umask, the account may pass through it, and no more. */
function openForPassing(folder: string): void {
  const { uid, mode } = statSync(folder);
  if (uid === 0) chmodSync(folder, (mode & 0o777) | 0o111);
}

function reachableBinaries(
  account: Account | undefined,
  fallbackDir: string,
  log: (line: string) => void,
): Binaries {
  const { binaries, version } = installedBinaries();
  return usableBinaries({ binaries, version, account, fallbackDir, log });
}

/** The binaries themselves, or a copy of them where the account cannot run them in their place. */
export function usableBinaries({
  binaries,
  version,
  account,
  fallbackDir,
  log,
}: {
  binaries: Binaries;
  version: string;
  account: Account | undefined;
  fallbackDir: string;
  log: (line: string) => void;
}): Binaries {
  const failure = tryOut(binaries, account);
  if (failure === undefined) return binaries;
  if (account === undefined) throw new Error(failure);
  const copy = join(fallbackDir, `postgresql-${version}`);
  if (!existsSync(copy)) {
    copyReadable(binaries.folder, copy);
    log(`The account "${account.name}" cannot run ${binaries.postgres}; a copy of PostgreSQL is in ${copy}`);
  }
  const copied = tryOut(binariesIn(copy), account);
  if (copied !== undefined) throw new Error(copied);
  return binariesIn(copy);
}

function tryOut({ postgres }: Binaries, account: Account | undefined): string | undefined {
  const { status, error, stderr } = runAs(account, postgres, ['--version']);
  if (status === 0) return undefined;
  const reason = error?.message ?? stderr.trim();
  return `The embedded PostgreSQL cannot be run here (${reason}). It needs the GNU C library on Linux; or set DATABASE_URL to a PostgreSQL of your own`;
}

/** Copies under another name and renames, so that there is never half a copy, and opens it for reading to all. */
function copyReadable(from: string, to: string): void {
  const unfinished = `${to}.${randomUUID()}`;
  mkdirSync(unfinished, { recursive: true });
  chmodSync(join(to, '..'), 0o755);
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = lstatSync(path);
    chmodSync(path, entry.isDirectory() || (mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error; // else another process was faster
  }
}
