import { partsOf } from '#event-sourcing';
import type { EventStore } from '#event-sourcing/event-store';
import { liveCheckpoint, tableOf } from '#projecting';
import type { Pool } from '#postgres';
import { complaints } from '#projections/complaints/projection';

interface Parts {
  readonly store: Pick<EventStore, 'scanNew'>;
  readonly logId: string;
  /** Reads the rows of the read models. */
  readonly pool: Pool;
}

/** The complaints that were to be handled before this day and of which nothing is noted yet, and those of which no deadline was ever set: by the read model, and whatever was recorded from where that stands. */
export async function complaintsDue(
  { store, logId, pool }: Parts,
  tenant: string,
  day: string,
): Promise<string[]> {
  const live = await liveCheckpoint(pool, complaints);
  const after = live?.logId === logId ? live.last?.position : undefined;
  const due = new Set<string>();
  if (live !== undefined && after !== undefined) {
    const { rows } = await pool.query<{ readonly complaint_id: string }>(
      `select complaint_id from ${tableOf(live)}
       where municipality = $1 and received_on is not null and handled_on is null and handling_missed_on is null
         and (handle_by is null or handle_by < $2::date)
       order by complaint_id`,
      [tenant, day],
    );
    for (const { complaint_id } of rows) due.add(complaint_id);
  }
  const since = { streamPrefixes: [`complaint-${tenant}.`], ...(after !== undefined && { after }) };
  for await (const events of store.scanNew(since)) {
    for (const { stream } of events) {
      const parts = partsOf(stream);
      if (parts?.tenant === tenant) due.add(parts.id);
    }
  }
  return [...due];
}
