import type { Queryable } from '#postgres';
import { isMissing } from './failure.js';
import type { Build } from './registry.js';

/** A build that was made of the whole log, and what it took. */
export interface MadeBuild extends Build {
  readonly beganAt: string;
  readonly endedAt: string;
  readonly events: number;
  readonly rows: number;
}

/** Keeps how a build was made, with what stands in its checkpoint and count. */
export async function recordMade(
  db: Queryable,
  { name, version, build }: Build,
  beganAt: Date,
): Promise<void> {
  await db.query(
    `insert into samspor.rebuild (name, version, build, began_at, ended_at, events, rows)
     select c.name, c.version, c.build, $4, clock_timestamp(), c.taken, t.rows
     from samspor.checkpoint c join samspor.row_tally t using (name, version, build)
     where c.name = $1 and c.version = $2 and c.build = $3
     on conflict do nothing`,
    [name, version, build, beganAt],
  );
}

/** The newest builds, the newest first. */
export async function madeBuilds(db: Queryable, most: number): Promise<MadeBuild[]> {
  const { rows } = await db
    .query<{
      name: string;
      version: number;
      build: number;
      began_at: string;
      ended_at: string;
      events: string;
      rows: string;
    }>(
      'select name, version, build, began_at, ended_at, events, rows from samspor.rebuild order by ended_at desc, name limit $1',
      [most],
    )
    .catch((error: unknown) => {
      if (isMissing(error)) return { rows: [] };
      throw error;
    });
  return rows.map(({ began_at: beganAt, ended_at: endedAt, events, rows: count, ...build }) => ({
    ...build,
    beganAt: new Date(beganAt).toISOString(),
    endedAt: new Date(endedAt).toISOString(),
    events: Number(events),
    rows: Number(count),
  }));
}
