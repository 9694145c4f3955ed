import type { ColumnType, Projection, Row } from '#event-sourcing/projection';
import type { Queryable } from '#postgres';
import type { Build } from './registry.js';
import { allColumns, columnList, tableOf } from './tables.js';

/** A row with the columns that the engine keeps. `revision` and `position` are those of the event that last concerned it. */
export interface StoredRow {
  readonly key: string;
  readonly municipality: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly row: Row;
}

/** The rows of these keys as they stand. */
export async function readRows(
  db: Queryable,
  projection: Projection,
  build: Build,
  keys: readonly { readonly municipality: string; readonly key: string }[],
): Promise<StoredRow[]> {
  const { rows } = await db.query<Record<string, unknown>>(
    `select ${columnList(projection)} from ${tableOf(build)}
     where (municipality, ${projection.keyColumn}) in (select * from unnest($1::text[], $2::text[]))`,
    [keys.map(({ municipality }) => municipality), keys.map(({ key }) => key)],
  );
  return rows.map((columns) => {
    const { municipality, stream, revision, position, ...row } = columns;
    return {
      key: String(row[projection.keyColumn]),
      municipality: String(municipality),
      stream: String(stream),
      revision: BigInt(String(revision)),
      position: BigInt(String(position)),
      row: asFolded(projection, row),
    };
  });
}

/** Instants come from PostgreSQL in its own spelling; a fold sees them as it made them. */
function asFolded({ columns }: Projection, row: Record<string, unknown>): Row {
  const types: Readonly<Record<string, ColumnType>> = columns;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      types[name] === 'timestamptz' && typeof value === 'string' ? new Date(value).toISOString() : value,
    ]),
  );
}

/** A row as JSON with the names of its columns; bigints as text. */
export function columnsOf({
  municipality,
  stream,
  revision,
  position,
  row,
}: StoredRow): Record<string, unknown> {
  return { ...row, municipality, stream, revision: String(revision), position: String(position) };
}

/** What a batch makes of a build's rows. */
export interface RowChanges {
  readonly written: readonly StoredRow[];
  readonly gone: readonly StoredRow[];
  /** Streams of whose rows only those stay that are written now. */
  readonly anew: readonly string[];
}

export const isUnchanged = ({ written, gone, anew }: RowChanges) =>
  written.length === 0 && gone.length === 0 && anew.length === 0;

/**
 * The changes as parts of a `with` clause that do something only where the part `changed` has a row, with their four parameters
 * counted from `first`.
 */
export function rowChangeParts(projection: Projection, build: Build, first: number): string {
  const columns = allColumns(projection);
  const names = Object.keys(columns);
  const key = `municipality, ${projection.keyColumn}`;
  const keyed = new Set(['municipality', projection.keyColumn]);
  const set = names.filter((name) => !keyed.has(name)).map((name) => `${name} = excluded.${name}`);
  const definition = Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  return `rows as (
      select r.* from changed, jsonb_to_recordset($${first}::jsonb) as r (${definition})),
    written as (
      insert into ${tableOf(build)} (${names.join(', ')}) select ${names.join(', ')} from rows
      on conflict (${key}) do update set ${set.join(', ')}),
    gone as (
      delete from ${tableOf(build)}
      where exists (select from changed)
        and ((${key}) in (select * from unnest($${first + 1}::text[], $${first + 2}::text[]))
          or stream = any ($${first + 3}::text[]) and (${key}) not in (select ${key} from rows)))`;
}

export const rowChangeValues = ({ written, gone, anew }: RowChanges): unknown[] => [
  JSON.stringify(written.map(columnsOf)),
  gone.map(({ municipality }) => municipality),
  gone.map(({ key }) => key),
  anew,
];

/** Clears streams that are about to be written anew. */
export async function deleteStreams(db: Queryable, build: Build, streams: readonly string[]): Promise<void> {
  if (streams.length === 0) return;
  await db.query(`delete from ${tableOf(build)} where stream = any ($1::text[])`, [streams]);
}
