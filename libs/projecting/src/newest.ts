import type { Queryable } from '#postgres';

/** When the newest event was recorded that any read model has taken in, as it says itself. */
export async function newestRecordedAt(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ readonly recorded_at: string }>(
    `select last_recorded_at as recorded_at from samspor.checkpoint
     where last_recorded_at is not null order by last_position desc limit 1`,
  );
  const [newest] = rows;
  return newest && new Date(newest.recorded_at).toISOString();
}
