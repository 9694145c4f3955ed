import { readFile } from 'node:fs/promises';
import type { Projection } from '#event-sourcing/projection';
import { codeOf, roles, tenantPolicy, type Queryable } from '#postgres';
import type { Build, Version } from './registry.js';

/** Columns that the engine adds to every projection's own, behind them. */
export const engineColumns = {
  municipality: 'text',
  stream: 'text',
  revision: 'bigint',
  position: 'bigint',
} as const;

/** Every column of a build's table with its type, in order. */
export const allColumns = (projection: Projection): Readonly<Record<string, string>> => ({
  ...projection.columns,
  ...engineColumns,
});

export const columnList = (projection: Projection) => Object.keys(allColumns(projection)).join(', ');

const wellNamed = /^[a-z][a-z0-9_]{0,40}$/;

/** The table of one build: `<name>_v<version>_b<build>`. */
export const tableOf = ({ name, version, build }: Build) => `samspor.${name}_v${version}_b${build}`;

/** The view that queries of this version read. */
export const viewOf = ({ name, version }: Version) => `samspor.${name}_v${version}`;

/** Refuses a definition whose names could not stand in SQL. */
export function assertWellNamed({ name, columns, keyColumn }: Projection): void {
  for (const word of [name, ...Object.keys(columns)]) {
    if (!wellNamed.test(word)) {
      throw new Error(`The projection ${name} has a name that is not snake_case: "${word}"`);
    }
  }
  for (const column of Object.keys(engineColumns)) {
    if (column in columns) {
      throw new Error(`The projection ${name} declares ${column}, which the engine adds itself`);
    }
  }
  if (!(keyColumn in columns)) throw new Error(`The projection ${name} has no column ${keyColumn}, its key`);
}

/** Makes a build's bare table, to be filled by COPY in the same transaction. */
export async function createTable(db: Queryable, projection: Projection, build: Build): Promise<void> {
  const required = new Set([projection.keyColumn, ...Object.keys(engineColumns)]);
  const columns = Object.entries(allColumns(projection)).map(
    ([name, type]) => `${name} ${type}${required.has(name) ? ' not null' : ''}`,
  );
  await db.query(`create table ${tableOf(build)} (${columns.join(', ')})`);
}

/** What a filled table still needs: key, indexes, grants and row-level security. COPY refuses a table that has the last. */
export async function finishTable(db: Queryable, projection: Projection, build: Build): Promise<void> {
  const table = tableOf(build);
  const own = (await readFile(projection.schema, 'utf8')).replaceAll(':table', table);
  await db.query(
    `alter table ${table} add primary key (municipality, ${projection.keyColumn});
     create index on ${table} (stream);
     ${own}
     revoke all on ${table} from public;
     grant select, insert, update, delete on ${table} to ${roles.projector};
     grant select on ${table} to ${roles.reader};
     alter table ${table} enable row level security, force row level security;
     create policy projected on ${table} to ${roles.projector} using (true) with check (true);
     create policy visible on ${table} for select to ${roles.reader} using (${tenantPolicy});
     analyze ${table};`,
  );
}

/** Points the version's view at a build. Readers see the one build or the other, whole. */
export async function pointView(db: Queryable, projection: Projection, build: Build): Promise<void> {
  const view = viewOf(build);
  await db.query(
    `create or replace view ${view} with (security_invoker = true) as
       select ${columnList(projection)} from ${tableOf(build)};
     revoke all on ${view} from public;
     grant select on ${view} to ${roles.reader};`,
  );
}

/** Tables of builds of this version that exist, as numbers. */
export async function existingBuilds(db: Queryable, { name, version }: Version): Promise<number[]> {
  const { rows } = await db.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = 'samspor'::regnamespace and relkind = 'r' and relname ~ $1`,
    [`^${name}_v${version}_b[0-9]+$`],
  );
  return rows.map(({ relname }) => Number(relname.slice(relname.lastIndexOf('b') + 1)));
}

/** Whether the table of a build is there; a database that was dropped or restored may have a registry without it. */
export async function tableExists(db: Queryable, build: Build): Promise<boolean> {
  const { rows } = await db.query<{ present: boolean }>('select to_regclass($1) is not null as present', [
    tableOf(build),
  ]);
  return rows[0]?.present === true;
}

/** True when a statement waited longer for a lock than `lock_timeout` allows. */
export const isLockTimeout = (error: unknown) => codeOf(error) === '55P03';
