import type { ColumnType, Projection, Row } from '#event-sourcing/projection';
import { withPlaces } from '#event-sourcing/sealed-place';
import { prepared, type Queryable } from '#postgres';
import type { Along, Build } from './registry.js';
import { allColumns, columnList, contentHash, tableOf } from './tables.js';

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
  if (keys.length === 0) return [];
  const { rows } = await db.query<Record<string, unknown>>(
    prepared(
      `select ${columnList(projection)} from ${tableOf(build)}
       where (municipality, ${projection.keyColumn}) in (select * from unnest($1::text[], $2::text[]))`,
      [keys.map(({ municipality }) => municipality), keys.map(({ key }) => key)],
    ),
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

/** What is written of a row, by the names of its columns; bigints as text. */
export function columnsOf(
  { sealed }: Pick<Projection, 'sealed'>,
  { municipality, stream, revision, position, row }: StoredRow,
): Row {
  const kept = sealed === 'whole' ? row : withPlaces(row);
  return { ...kept, municipality, stream, revision: String(revision), position: String(position) };
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
 * The changes as what goes along with the move of the build's checkpoint: something is done only where the part `changed` of the
 * statement has a row for it.
 */
export function rowChanges(projection: Projection, build: Build, changes: RowChanges): Along {
  const { gone, anew } = changes;
  const removes = gone.length > 0 || anew.length > 0;
  return {
    parts: (first) =>
      [
        writing(projection, build, first),
        ...(removes ? [removing(projection, build, first)] : []),
        tallying(projection, build, removes ? first : undefined),
      ].join(', '),
    values: [
      JSON.stringify(changes.written.map((row) => columnsOf(projection, row))),
      ...(removes ? [gone.map(({ municipality }) => municipality), gone.map(({ key }) => key), anew] : []),
    ],
  };
}

const keyOf = ({ keyColumn }: Projection) => `municipality, ${keyColumn}`;

function writing(projection: Projection, build: Build, first: number): string {
  const { name } = build;
  const columns = allColumns(projection);
  const names = Object.keys(columns);
  const keyed = new Set(['municipality', projection.keyColumn]);
  const set = names.filter((column) => !keyed.has(column)).map((column) => `${column} = excluded.${column}`);
  const definition = Object.entries(columns)
    .map(([column, type]) => `${column} ${type}`)
    .join(', ');
  return `${name}_rows as (
      select r.* from changed, jsonb_to_recordset($${first}::jsonb) as r (${definition}) where changed.name = '${name}'),
    ${name}_written as (
      insert into ${tableOf(build)} (${names.join(', ')}, content_hash)
      select ${names.join(', ')}, ${contentHash(projection)} from ${name}_rows
      on conflict (${keyOf(projection)}) do update set ${set.join(', ')}, content_hash = excluded.content_hash
      returning content_hash)`;
}

/** From the hashes of the rows that stand before to those of the rows that are written: what is not written anew of them goes. */
function tallying(projection: Projection, { name, version, build }: Build, first?: number): string {
  const table = tableOf({ name, version, build });
  const key = keyOf(projection);
  const standing = (which: string) => `select ${key}, content_hash from ${table} where ${which}`;
  const removed =
    first === undefined
      ? ''
      : `union ${standing(`exists (select from changed where changed.name = '${name}')
          and (${key}) in (select * from unnest($${first + 1}::text[], $${first + 2}::text[]))`)}
         union ${standing(`exists (select from changed where changed.name = '${name}') and stream = any ($${first + 3}::text[])`)}`;
  return `${name}_tallied as (
      update samspor.row_tally tally
      set rows = tally.rows + after.rows - before.rows, hashes = tally.hashes + after.hashes - before.hashes
      from (select count(*) as rows, coalesce(sum(content_hash), 0) as hashes from ${name}_written) after,
        (select count(*) as rows, coalesce(sum(content_hash), 0) as hashes
         from (${standing(`(${key}) in (select ${key} from ${name}_rows)`)} ${removed}) standing) before
      where tally.name = '${name}' and tally.version = ${version} and tally.build = ${build})`;
}

function removing(projection: Projection, build: Build, first: number): string {
  const { name } = build;
  const key = keyOf(projection);
  return `${name}_gone as (
      delete from ${tableOf(build)}
      where exists (select from changed where changed.name = '${name}')
        and ((${key}) in (select * from unnest($${first + 1}::text[], $${first + 2}::text[]))
          or stream = any ($${first + 3}::text[]) and (${key}) not in (select ${key} from ${name}_rows)))`;
}
