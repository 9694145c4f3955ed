import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderInUse, lockFolder } from '#embedded-eventstore';

/** Where the parts of a standalone application can be reached; for the command line on the same machine. */
export interface Runtime {
  readonly pid: number;
  /** Absent until the API listens. */
  readonly url?: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly vaultDatabaseUrl: string;
  readonly keyFile: string;
  readonly documentsDir: string;
  /** What it is at while it is not ready: "it opens …". */
  readonly doing?: string;
}

/** Before any of its parts can be reached. */
export interface Beginning {
  readonly pid: number;
  readonly doing: string;
}

export interface DataDir {
  readonly path: string;
  announce(state: Runtime | Beginning): void;
  release(): Promise<void>;
}

/** Another Samspor holds the data folder. */
export class DataDirInUse extends Error {
  override name = 'DataDirInUse';
}

const runtimeFile = (path: string) => join(path, 'runtime.json');
const oidcMarker = (path: string) => join(path, 'oidc-used');

/** Makes the folder and holds it for this process; a second start on it is refused. The hold goes with the process, also at kill -9. */
export async function openDataDir(path: string): Promise<DataDir> {
  const lock = await holdFolder(path).catch((error: unknown) => {
    if (!(error instanceof FolderInUse)) throw unusable(path, error);
    const { pid } = readAnnounced(path) ?? {};
    const who = pid === undefined ? '' : ` (process ${pid})`;
    throw new DataDirInUse(
      `Samspor is running on the data folder ${path} already${who}. Stop it first, or set DATA_DIR to another folder.`,
    );
  });
  rmSync(runtimeFile(path), { force: true }); // left by one that was killed
  return {
    path,
    announce(state) {
      // Holds passwords of the databases: readable by this user alone. Whole whenever somebody reads it.
      const written = `${runtimeFile(path)}.new`;
      writeFileSync(written, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
      renameSync(written, runtimeFile(path));
    },
    async release() {
      for (const file of [runtimeFile(path), `${runtimeFile(path)}.new`]) rmSync(file, { force: true });
      await lock.release();
    },
  };
}

async function holdFolder(path: string) {
  mkdirSync(path, { recursive: true });
  return lockFolder(path);
}

const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'];

function unusable(path: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!unwritable.includes(code)) return error;
  return new Error(
    `The data folder ${path} cannot be made or written (${code}). Let this account write there, or set DATA_DIR to another folder.`,
    { cause: error },
  );
}

/** Where the parts of the last start on the folder are, once they are there; it may have been killed since. */
export function readRuntime(path: string): Runtime | undefined {
  const announced = readAnnounced(path);
  return announced !== undefined && 'eventStoreUrl' in announced ? announced : undefined;
}

/** What the last start on the folder announced. */
export function readAnnounced(path: string): Runtime | Beginning | undefined {
  if (!existsSync(runtimeFile(path))) return undefined;
  return JSON.parse(readFileSync(runtimeFile(path), 'utf8')) as Runtime | Beginning;
}

/** Demonstration tokens are never again given on a folder that was once started with an OIDC provider; the vault keeps a mark of its own. */
export function demonstrationAllowed(path: string, hasProvider: boolean): boolean {
  if (hasProvider) {
    writeFileSync(oidcMarker(path), 'Started with OIDC_ISSUER: no demonstration tokens any more.\n');
  }
  return !existsSync(oidcMarker(path));
}
