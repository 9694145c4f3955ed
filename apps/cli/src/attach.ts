import { openDataDir, readRuntime } from '#apps/standalone/src/data-dir';
import { readConfig } from '#apps/standalone/src/config';
import { startPlatform } from '#apps/standalone/src/platform';

/** Where log and databases answer, and which key file opens the vault. */
export interface Attached {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly vaultDatabaseUrl: string;
  readonly keyFile: string;
}

/**
 * Runs work against log and databases: those that the environment names, those of the application running on the data
 * folder, or, when it is stopped, its own parts started for as long as the work takes.
 */
export async function attached<T>(work: (parts: Attached) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const runtime = readRuntime(config.dataDir);
  if (runtime && isAlive(runtime.pid)) return work({ ...runtime, keyFile: config.keyFile });

  const dataDir = await openDataDir(config.dataDir);
  try {
    const platform = await startPlatform(config, (line) => process.stderr.write(`${line}\n`));
    try {
      return await work({ ...platform, keyFile: config.keyFile });
    } finally {
      await platform.stop();
    }
  } finally {
    await dataDir.release();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process by that number still is a process.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
