import { resolve } from 'node:path';
import { settingsIn } from './settings.js';

/** Where documents are handed over to the archive. */
export interface ArchiveConfig {
  readonly folder: string;
}

/** Reads `ARCHIVE_DIR`; undefined where nothing is handed over. */
export function archiveFromEnv(env: NodeJS.ProcessEnv): ArchiveConfig | undefined {
  const folder = settingsIn(env)('ARCHIVE_DIR');
  return folder === undefined ? undefined : { folder: resolve(folder) };
}
