import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { advisoryKey } from './advisory-lock.js';
import { tellWhatMakesIt } from './errors.js';
import type { Pool, PoolClient } from './pool.js';

export interface Migrations {
  /** The schema that holds the table `migrations`; it exists, and the pool's role may create tables in it. */
  readonly schema: string;
  /** Tells several folders apart that migrate the same schema; the schema's name when not given. */
  readonly name?: string;
  /** Holds `0001-<what>.sql`, `0002-…`: without gaps, never changed once released. */
  readonly folder: string;
}

/** The database was migrated by a newer version of the program than this one. */
export class NewerSchemaError extends Error {}
/** A migration that the database has had differs from the file of that number. */
export class ChangedMigrationError extends Error {}

interface Migration {
  readonly number: number;
  readonly file: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * Applies the migrations that the database has not had, each in a transaction whose first statement inserts its number.
 * Processes that start together wait for each other. Refuses a database that is newer than the folder, and a file that has changed.
 * Answers with the files it applied.
 */
export async function migrate(pool: Pool, { schema, name = schema, folder }: Migrations): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const table = `${pg.escapeIdentifier(schema)}.migrations`;
  const key = advisoryKey(`migrate ${schema}`);
  const client = await pool.connect().catch(tellWhatMakesIt);
  let failure: Error | undefined;
  try {
    await client.query('select pg_advisory_lock($1)', [key]);
    await createTable(client, schema, table);
    const applied = await readApplied(client, table, name);
    refuseUnfit({ schema, name, folder }, migrations, applied);
    const pending = migrations.filter(({ number }) => !applied.has(number));
    for (const migration of pending) await apply(client, table, name, migration);
    await client.query('select pg_advisory_unlock($1)', [key]);
    return pending.map(({ file }) => file);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // Destroying the connection rolls back and unlocks in one.
    client.release(failure);
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(
    files.map(async (file, index) => {
      const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]);
      if (number !== index + 1) {
        const expected = String(index + 1).padStart(4, '0');
        throw new Error(`${join(folder, file)}: expected a file named ${expected}-<what-it-does>.sql here`);
      }
      // A checkout may turn line ends into CRLF; that changes nothing.
      const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      return { number, file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function createTable(client: PoolClient, schema: string, table: string): Promise<void> {
  const { rows } = await client.query<{ present: boolean }>(
    'select to_regnamespace($1) is not null as present',
    [pg.escapeIdentifier(schema)],
  );
  if (rows[0]?.present !== true) {
    throw new Error(`The database has no schema "${schema}"; "samspor db init" prints the SQL that makes it`);
  }
  await client.query(
    `create table if not exists ${table} (
       name text not null,
       number integer not null,
       file text not null,
       checksum text not null,
       applied_at timestamptz not null default now(),
       primary key (name, number)
     )`,
  );
}

async function readApplied(client: PoolClient, table: string, name: string): Promise<Map<number, string>> {
  const { rows } = await client.query<{ number: number; checksum: string }>(
    `select number, checksum from ${table} where name = $1`,
    [name],
  );
  return new Map(rows.map(({ number, checksum }) => [number, checksum]));
}

function refuseUnfit(
  { schema, name }: Migrations,
  migrations: readonly Migration[],
  applied: ReadonlyMap<number, string>,
): void {
  const newest = Math.max(0, ...applied.keys());
  if (newest > migrations.length) {
    throw new NewerSchemaError(
      `The schema "${schema}" has had migration ${newest} of "${name}", this program knows ${migrations.length}. ` +
        `A newer version has been here: start that one, or a newer one still`,
    );
  }
  for (const { number, file, checksum } of migrations) {
    const before = applied.get(number);
    if (before !== undefined && before !== checksum) {
      throw new ChangedMigrationError(
        `The migration ${file} of "${name}" has changed since the schema "${schema}" had it. ` +
          `Restore the file and put the change into a new migration`,
      );
    }
  }
}

async function apply(
  client: PoolClient,
  table: string,
  name: string,
  { number, file, sql, checksum }: Migration,
): Promise<void> {
  await client.query('begin');
  await client.query(`insert into ${table} (name, number, file, checksum) values ($1, $2, $3, $4)`, [
    name,
    number,
    file,
    checksum,
  ]);
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(
      `Migration ${file} of "${name}" failed and was rolled back: ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  }
  await client.query('commit');
}
