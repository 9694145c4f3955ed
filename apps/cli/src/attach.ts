import { existsSync, readdirSync } from 'node:fs';
import {
  type DataDir,
  DataDirInUse,
  openDataDir,
  readAnnounced,
  readRuntime,
  type Runtime,
} from '#apps/standalone/src/data-dir';
import { readConfig } from '#apps/standalone/src/config';
import { startPlatform } from '#apps/standalone/src/platform';

/** Where log and databases answer, and which key file opens the vault. */
export interface Attached {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly vaultDatabaseUrl: string;
  readonly keyFile: string;
  readonly documentsDir: string;
}

/**
 * Runs work against log and databases: those that the environment names, those of the application running on the data folder, or, when it
 * is stopped, its own parts started for as long as the work takes. Makes no data folder unless told: whoever looks makes nothing.
 */
export async function attached<T>(
  work: (parts: Attached) => Promise<T>,
  { makesFolder = false }: { readonly makesFolder?: boolean } = {},
): Promise<T> {
  const config = readConfig(process.env);
  const { eventStoreUrl, databaseUrl, vaultDatabaseUrl, keyFile, documentsDir } = config;
  if (eventStoreUrl && databaseUrl && vaultDatabaseUrl) {
    return work({ eventStoreUrl, databaseUrl, vaultDatabaseUrl, keyFile, documentsDir });
  }
  if (!makesFolder && isEmpty(config.dataDir)) {
    throw new Error(
      `There is nothing of Samspor in ${config.dataDir}. Set DATA_DIR to the folder that it was started on, or EVENTSTORE_URL, DATABASE_URL and KEY_FILE to what it uses.`,
    );
  }
  const held = await holdOrReach(config.dataDir);
  if (held.running) return work(held.running);
  try {
    const platform = await startPlatform(config, (line) => process.stderr.write(`${line}\n`));
    try {
      return await work({ ...platform, keyFile, documentsDir });
    } finally {
      await platform.stop();
    }
  } finally {
    await held.dataDir.release();
  }
}

const isEmpty = (folder: string) => !existsSync(folder) || readdirSync(folder).length === 0;

type Held =
  | { readonly running: Runtime; readonly dataDir?: undefined }
  | { readonly running?: undefined; readonly dataDir: DataDir };

/** Who holds the folder tells whether the application runs; what it announced may be left over from one that was killed. */
async function holdOrReach(path: string): Promise<Held> {
  try {
    return { dataDir: await openDataDir(path) };
  } catch (error) {
    if (!(error instanceof DataDirInUse)) throw error;
    const running = readRuntime(path);
    if (running === undefined) throw new Error(whatHolds(path), { cause: error });
    return { running };
  }
}

/** Nothing of it can be reached yet, or any more. */
function whatHolds(path: string): string {
  const { pid, doing } = readAnnounced(path) ?? {};
  if (pid === undefined) return `Samspor is starting or stopping on ${path}. Try again in a moment.`;
  return `Samspor (process ${pid}) is starting on ${path}: ${doing}. Try again in a moment, or stop it: kill ${pid}`;
}
