import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkLog, type CheckedLog } from './log/check.js';
import { lockFolder } from './log/folder-lock.js';
import { scavengeLog, type Scavenged } from './log/scavenge.js';

export type { CheckedLog, Damage } from './log/check.js';
export type { Scavenged } from './log/scavenge.js';

/** Reads the whole log of a stopped node and says what is damaged; changes nothing. FolderInUse while the node runs. */
export function checkEventStore(dataDir: string): Promise<CheckedLog> {
  return alone(dataDir, (folder) => checkLog(folder));
}

/**
 * Takes what metadata hides out of a stopped node's log for good; what stays keeps its positions and revisions. May be
 * killed and called again. Refuses a damaged log with DamagedEvent. FolderInUse while the node runs.
 */
export function scavengeEventStore(
  dataDir: string,
  { log = () => undefined }: { readonly log?: (line: string) => void } = {},
): Promise<Scavenged> {
  return alone(dataDir, (folder) => scavengeLog(folder, log));
}

async function alone<T>(dataDir: string, work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = resolve(dataDir);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${folder} is no folder with a log.`);
  }
  const lock = await lockFolder(folder);
  try {
    return await work(folder);
  } finally {
    await lock.release();
  }
}
