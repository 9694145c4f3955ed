import type { EventStore } from '#event-sourcing/event-store';
import type { Projection } from '#event-sourcing/projection';
import type { Queryable } from '#postgres';
import { borne } from '../bearing.js';
import { type Decoder, historyFor } from '../delivered.js';
import { handles } from '../folding.js';
import type { Checkpoint } from '../registry.js';
import { columnsOf, type StoredRow } from '../rows.js';
import { allColumns, contentHash, tableOf } from '../tables.js';
import { type Finding, mostTold, rebuildIt } from './finding.js';

/** Folds these streams anew, up to where the build stands, and holds the rows that are there against what comes of it. */
export async function streamsHeld(
  db: Queryable,
  projection: Projection,
  checkpoint: Checkpoint,
  streams: readonly string[],
  { store, decoder }: { readonly store: Pick<EventStore, 'history'>; readonly decoder: Decoder },
): Promise<Finding[]> {
  const concerned = streams.filter(handles(projection));
  const readHistory = historyFor(projection, store, decoder);
  const rows: StoredRow[] = [];
  for (const stream of concerned) {
    const history = await readHistory(stream, checkpoint.last?.position ?? -1n);
    rows.push(...borne(projection, history).rows);
  }
  return compared(db, projection, checkpoint, concerned, rows);
}

/** The rows of these streams beside those that are there. */
export async function compared(
  db: Queryable,
  projection: Projection,
  checkpoint: Checkpoint,
  streams: readonly string[],
  rows: readonly StoredRow[],
): Promise<Finding[]> {
  if (streams.length === 0) return [];
  const { name, keyColumn } = projection;
  const definition = Object.entries(allColumns(projection))
    .map(([column, type]) => `${column} ${type}`)
    .join(', ');
  const { rows: differing } = await db.query<{ readonly stream: string }>(
    `select distinct coalesce(standing.stream, made.stream) as stream
     from (select r.municipality, r.${keyColumn}, r.stream, ${contentHash(projection, 'r.')} as content_hash
       from jsonb_to_recordset($1::jsonb) as r (${definition})) made
     full join (select municipality, ${keyColumn}, stream, content_hash from ${tableOf(checkpoint)} where stream = any ($2::text[])) standing
       using (municipality, ${keyColumn})
     where made.content_hash is distinct from standing.content_hash
     order by 1 limit ${mostTold}`,
    [JSON.stringify(rows.map((row) => columnsOf(projection, row))), streams],
  );
  return differing.map(({ stream }) => ({
    kind: 'ROW',
    projection: name,
    stream,
    message: `The rows of ${name} that are made of ${stream} are not what its history comes to. ${rebuildIt(name)}`,
  }));
}
