import type { Projection } from '#event-sourcing/projection';
import type { Queryable } from '#postgres';
import type { Build } from '../build.js';
import { contentHash, tableOf } from '../tables.js';
import { type Finding, mostTold, rebuildIt } from './finding.js';

/** What the rows of one build say of themselves. */
export interface RowsHeld {
  readonly rows: number;
  readonly findings: readonly Finding[];
}

/**
 * Holds every row against the hash that was written with it, and all of them against their count and sum, in one statement: so what a
 * projector writes meanwhile is in all of it or in nothing.
 */
export async function rowsHeld(db: Queryable, projection: Projection, build: Build): Promise<RowsHeld> {
  const { name } = projection;
  const { rows: answers } = await db.query<{
    readonly rows: string;
    readonly told: string | null;
    readonly is_sum: boolean | null;
    readonly changed: readonly string[];
  }>(
    `select counted.rows, tally.rows as told, tally.hashes = counted.hashes as is_sum, counted.changed
     from (select count(*) as rows, coalesce(sum(content_hash), 0) as hashes,
         coalesce((array_agg(stream order by stream) filter (where content_hash is distinct from ${contentHash(projection)}))[1:${mostTold}], '{}')
           as changed
       from ${tableOf(build)}) counted
     left join samspor.row_tally tally on tally.name = $1 and tally.version = $2 and tally.build = $3`,
    [name, build.version, build.build],
  );
  const held = answers[0];
  if (held === undefined) return { rows: 0, findings: [] };
  const findings: Finding[] = [...new Set(held.changed)].map((stream) => ({
    kind: 'ROW',
    projection: name,
    stream,
    message: `A row of ${name} that is made of ${stream} was changed by something else than the projector. ${rebuildIt(name)}`,
  }));
  if (held.told !== held.rows || held.is_sum !== true) {
    findings.push({
      kind: 'ROWS',
      projection: name,
      stream: null,
      message: `${name} has ${held.rows} rows, and the projector wrote ${held.told ?? 'an unknown number'}${
        held.told === held.rows ? ' others' : ''
      }: some were removed, added or exchanged by something else. ${rebuildIt(name)}`,
    });
  }
  return { rows: Number(held.rows), findings };
}
