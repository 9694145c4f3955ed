import type { Queryable } from '#postgres';
import type { Tally } from './tally.js';
import {
  checkpointColumns,
  checkpointOf,
  type Build,
  type Checkpoint,
  type CheckpointRow,
  type Version,
} from './registry.js';

/** A build that is being filled, part by part of the log's streams, up to the last event of its checkpoint. */
export interface UnderWay extends Checkpoint {
  readonly parts: number;
  /** How many parts are in the rows. */
  readonly done: number;
}

export async function insertUnderWay(
  db: Queryable,
  { name, version, build, logId, resume, last, parts, done }: UnderWay,
): Promise<void> {
  await db.query(
    `insert into samspor.checkpoint
       (name, version, build, log_id, resume_position, last_position, last_event_id, last_stream, last_revision, state,
        parts, parts_done)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'BUILDING', $10, $11)`,
    [
      name,
      version,
      build,
      logId,
      resume,
      last?.position,
      last?.id,
      last?.stream,
      last?.revision,
      parts,
      done,
    ],
  );
}

/** The build that somebody began to fill and did not end; undefined where there is none. */
export async function underWay(db: Queryable, of: Version): Promise<UnderWay | undefined> {
  const { rows } = await db.query<CheckpointRow & { readonly parts: number; readonly parts_done: number }>(
    `select ${checkpointColumns}, parts, parts_done
     from samspor.checkpoint c where name = $1 and version = $2 and parts is not null
     order by build desc limit 1`,
    [of.name, of.version],
  );
  const row = rows[0];
  return row && { ...checkpointOf(of, row), parts: row.parts, done: row.parts_done };
}

/** Says how many parts are in the rows of a build, in the transaction of the rows; none are missing once it is whole. */
export async function recordParts(
  db: Queryable,
  { name, version, build }: Build,
  done: number | 'whole',
  { events, sum }: Tally,
): Promise<void> {
  await db.query(
    `update samspor.checkpoint
     set parts_done = $4, parts = case when $4::integer is null then null else parts end, taken = $5, taken_sum = $6, updated_at = clock_timestamp()
     where name = $1 and version = $2 and build = $3`,
    [name, version, build, done === 'whole' ? null : done, events, sum],
  );
}
