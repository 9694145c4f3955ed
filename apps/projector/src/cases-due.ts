import { partsOf } from '#event-sourcing';
import type { EventStore } from '#event-sourcing/event-store';
import { liveCheckpoint, tableOf } from '#projecting';
import type { Pool } from '#postgres';
import { caseOverview } from '#projections/case-overview/projection';
import { deadlines } from '#projections/deadlines/projection';

interface Parts {
  readonly store: Pick<EventStore, 'scanNew'>;
  readonly logId: string;
  /** Reads the rows of the read models. */
  readonly pool: Pool;
}

/**
 * The cases with a deadline whose last day is before this one and of which nothing is noted yet, and the open ones of which none was ever set: by the
 * index of due days that the read model has, and whatever was recorded from where that stands. No other case's stream is read when a day begins.
 */
export async function casesDue(
  { store, logId, pool }: Parts,
  tenant: string,
  day: string,
): Promise<string[]> {
  const [kept, cases] = [await liveCheckpoint(pool, deadlines), await liveCheckpoint(pool, caseOverview)];
  const stand = [kept, cases].map((live) => (live?.logId === logId ? live.last?.position : undefined));
  const [ofDeadlines, ofCases] = stand;
  if (kept === undefined || cases === undefined || ofDeadlines === undefined || ofCases === undefined) {
    return casesSince(store, tenant, undefined);
  }
  const { rows } = await pool.query<{ readonly case_id: string }>(
    `select d.case_id from ${tableOf(kept)} d where d.municipality = $1 and d.runs and d.due_on < $2::date
     union
     select c.case_id from ${tableOf(cases)} c
     where c.municipality = $1 and c.status not in ('CLOSED', 'WITHDRAWN', 'DECLINED_BY_SUBJECT')
       and not exists (select from ${tableOf(kept)} d where d.municipality = c.municipality and d.case_id = c.case_id)
     order by case_id`,
    [tenant, day],
  );
  const since = await casesSince(store, tenant, ofDeadlines < ofCases ? ofDeadlines : ofCases);
  return [...new Set([...rows.map(({ case_id }) => case_id), ...since])];
}

/** Every case in which anything was recorded, after a position of the log, or ever. */
async function casesSince(
  store: Pick<EventStore, 'scanNew'>,
  tenant: string,
  after: bigint | undefined,
): Promise<string[]> {
  const cases = new Set<string>();
  const since = { streamPrefixes: [`case-${tenant}.`], ...(after !== undefined && { after }) };
  for await (const events of store.scanNew(since)) {
    for (const { stream } of events) {
      const parts = partsOf(stream);
      if (parts?.tenant === tenant) cases.add(parts.id);
    }
  }
  return [...cases];
}
