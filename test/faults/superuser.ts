import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '#postgres';
import { linesIn } from '../support/dump.js';
import { postgresHome } from '../support/postgres-home.js';
import { runtimeOn } from './read-model-rows.js';

/** The superuser's address of a database of the running program. */
export function superuserUrl(dataDir: string, database: string): string {
  const password = readFileSync(join(postgresHome(dataDir), 'cluster', 'superuser-password'), 'utf8').trim();
  return addressOf(runtimeOn(dataDir).databaseUrl, database, 'postgres', password);
}

/** Every row of every table of both databases as text. */
export async function dumpOfDatabases(dataDir: string): Promise<string> {
  const lines: string[] = [];
  for (const database of ['samspor', 'samspor_vault']) {
    lines.push(...(await linesIn(superuserUrl(dataDir, database))));
  }
  return lines.join('\n');
}
