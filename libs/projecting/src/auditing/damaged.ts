import { DamagedLog, type EventStore } from '#event-sourcing/event-store';
import type { Queryable } from '#postgres';
import { tableOf } from '../tables.js';
import { type Finding, mostTold } from './finding.js';
import type { Audited } from './log.js';

/** The log cannot be read past what is damaged in its files: the streams that rows are made of, one by one, tell which it is. */
export async function damagedStreams(
  db: Queryable,
  builds: readonly Audited[],
  store: Pick<EventStore, 'history'>,
  { message }: DamagedLog,
): Promise<Finding[]> {
  const tables = builds.map(({ checkpoint }) => `select stream from ${tableOf(checkpoint)}`);
  const { rows } = await db.query<{ readonly stream: string }>(
    tables.length === 0 ? 'select null as stream where false' : `${tables.join(' union ')} order by stream`,
  );
  const found: Finding[] = [];
  for (const { stream } of rows) {
    if (found.length >= mostTold) break;
    const fault = await store.history(stream).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof DamagedLog) return error;
        throw error;
      },
    );
    if (fault) found.push({ kind: 'EVENT', projection: null, stream, message: fault.message });
  }
  return found.length > 0 ? found : [{ kind: 'EVENT', projection: null, stream: null, message }];
}
