import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, createPool } from '#postgres';
import { postgresHome } from '../support/postgres-home.js';
import { runtimeOn } from './read-model-rows.js';

/** The superuser's address of a database of the running program. */
export function superuserUrl(dataDir: string, database: string): string {
  const password = readFileSync(join(postgresHome(dataDir), 'cluster', 'superuser-password'), 'utf8').trim();
  return addressOf(runtimeOn(dataDir).databaseUrl, database, 'postgres', password);
}

/** Every row of every table of both databases as text, bytes as they are and in hex. */
export async function dumpOfDatabases(dataDir: string): Promise<string> {
  const lines: string[] = [];
  for (const database of ['samspor', 'samspor_vault']) {
    const pool = createPool({
      connectionString: superuserUrl(dataDir, database),
      applicationName: 'samspor test',
      max: 1,
    });
    try {
      const { rows: tables } = await pool.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
         where schemaname not in ('pg_catalog', 'information_schema')`,
      );
      for (const { name } of tables) {
        const { rows } = await pool.query<{ line: string }>(`select t::text as line from ${name} t`);
        lines.push(name, ...rows.map(({ line }) => line));
      }
    } finally {
      await pool.end();
    }
  }
  return lines.join('\n');
}
