import type { EventStore } from '#event-sourcing/event-store';
import type { Queryable } from '#postgres';

/** When the newest event was recorded that any read model has taken in, as it says itself. */
export async function newestRecordedAt(
  db: Queryable,
  store: Pick<EventStore, 'read'>,
): Promise<string | undefined> {
  const { rows } = await db.query<{ readonly stream: string; readonly revision: string }>(
    `select last_stream as stream, last_revision as revision from samspor.checkpoint
     where last_stream is not null order by last_position desc limit 1`,
  );
  const [last] = rows;
  if (last === undefined) return undefined;
  const [event] = await store.read(last.stream, { from: BigInt(last.revision), max: 1 });
  const recordedAt = event?.metadata['recordedAt'];
  return typeof recordedAt === 'string' ? recordedAt : undefined;
}
