import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderInUse, lockFolder } from '#embedded-eventstore';

/** Where the parts of a running standalone application can be reached; for the command line on the same machine. */
export interface Runtime {
  readonly pid: number;
  readonly url: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly vaultDatabaseUrl: string;
  readonly keyFile: string;
}

export interface DataDir {
  readonly path: string;
  announce(runtime: Runtime): void;
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
    const { pid } = readRuntime(path) ?? {};
    const who = pid === undefined ? '' : ` (process ${pid})`;
    throw new DataDirInUse(
      `Samspor is running on the data folder ${path} already${who}. Stop it first, or set DATA_DIR to another folder.`,
    );
  });
  rmSync(runtimeFile(path), { force: true }); // left by one that was killed
  return {
    path,
    announce(runtime) {
      // Holds passwords of the databases: readable by this user alone.
      writeFileSync(runtimeFile(path), `${JSON.stringify(runtime, null, 2)}\n`, { mode: 0o600 });
      chmodSync(runtimeFile(path), 0o600);
    },
    async release() {
      rmSync(runtimeFile(path), { force: true });
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

/** What the last start on the folder announced; it may have been killed since. */
export function readRuntime(path: string): Runtime | undefined {
  if (!existsSync(runtimeFile(path))) return undefined;
  return JSON.parse(readFileSync(runtimeFile(path), 'utf8')) as Runtime;
}

/** Demonstration tokens are never again given on a folder that was once started with an OIDC provider; the vault keeps a mark of its own. */
export function demonstrationAllowed(path: string, hasProvider: boolean): boolean {
  if (hasProvider) {
    writeFileSync(oidcMarker(path), 'Started with OIDC_ISSUER: no demonstration tokens any more.\n');
  }
  return !existsSync(oidcMarker(path));
}
