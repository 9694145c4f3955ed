import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the embedded PostgreSQL of a data folder keeps its data: as root elsewhere, when its account cannot reach them here. */
export function postgresHome(dataDir: string): string {
  const moved = join(dataDir, 'postgres', 'moved-to');
  return existsSync(moved) ? readFileSync(moved, 'utf8').trim() : join(dataDir, 'postgres');
}
