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

/**
 * A hash of a row's content, by which it is noticed that something else than the projector wrote it (docs/adr/0068). PostgreSQL makes it
 * while a table is filled; afterwards the statement that writes a row gives it, or else a change would make it anew.
 */
export const contentHash = (projection: Projection, of = '') =>
  `hash_record_extended(row(${Object.keys(allColumns(projection))
    .map((column) => `${of}${column}`)
    .join(', ')}), 0)`;

/** Counts the rows of a filled table, and adds up their hashes. */
export async function tallyRows(db: Queryable, { name, version, build }: Build): Promise<void> {
  await db.query(
    `insert into samspor.row_tally (name, version, build, rows, hashes)
     select $1, $2, $3, count(*), coalesce(sum(content_hash), 0) from ${tableOf({ name, version, build })}`,
    [name, version, build],
  );
}

/** Makes a build's bare table, to be filled by COPY in the same transaction. */
export async function createTable(db: Queryable, projection: Projection, build: Build): Promise<void> {
  const required = new Set([projection.keyColumn, ...Object.keys(engineColumns)]);
  const columns = Object.entries(allColumns(projection)).map(
    ([name, type]) => `${name} ${type}${required.has(name) ? ' not null' : ''}`,
  );
  const hash = `content_hash bigint generated always as (${contentHash(projection)}) stored`;
  await db.query(`create table ${tableOf(build)} (${[...columns, hash].join(', ')})`);
}

/** What a filled table still needs: key, indexes, grants and row-level security. COPY refuses a table that has the last. */
export async function finishTable(db: Queryable, projection: Projection, build: Build): Promise<void> {
  const table = tableOf(build);
  const own = (await readFile(projection.schema, 'utf8')).replaceAll(':table', table);
  await db.query(
    `alter table ${table} alter column content_hash drop expression;
     alter table ${table} add primary key (municipality, ${projection.keyColumn});
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

/**
 * Whether the table of a build is there; a database that was dropped or restored may have a registry without it. One of a release that gave
 * no row a hash counts as missing, and is made anew.
 */
export async function tableExists(db: Queryable, build: Build): Promise<boolean> {
  const { rows } = await db.query<{ present: boolean }>(
    `select exists (select from pg_attribute
       where attrelid = to_regclass($1) and attname = 'content_hash' and not attisdropped) as present`,
    [tableOf(build)],
  );
  return rows[0]?.present === true;
}

/** True when a statement waited longer for a lock than `lock_timeout` allows. */
export const isLockTimeout = (error: unknown) => codeOf(error) === '55P03';
