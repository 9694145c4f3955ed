import type { EventStore } from '#event-sourcing';
import { createPool, type Pool } from '#postgres';

const batch = 5_000;

/** The events of cases in a table, as somebody keeps them who keeps a log in PostgreSQL. */
export async function eventsTable(pool: Pool, store: EventStore): Promise<number> {
  await pool.query(`drop table if exists by_hand_events, by_hand_overview;
    create table by_hand_events (position bigint primary key, stream text not null, revision bigint not null,
      type text not null, data jsonb not null, metadata jsonb not null)`);
  let count = 0;
  for await (const events of store.scan({ streamPrefixes: ['case-'] })) {
    const of = <T>(what: (event: (typeof events)[number]) => T) => events.map(what);
    await pool.query(
      `insert into by_hand_events
       select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::jsonb[], $6::jsonb[])`,
      [
        of(({ position }) => String(position)),
        of(({ stream }) => stream),
        of(({ revision }) => String(revision)),
        of(({ type }) => type),
        of(({ data }) => data.toString()),
        of(({ metadata }) => metadata.toString()),
      ],
    );
    count += events.length;
  }
  await pool.query('analyze by_hand_events');
  return count;
}

/** An overview of the cases by SQL over that table, 5,000 events a transaction, with the last of each kind of step in the row; milliseconds. */
export async function overviewByHand(pool: Pool): Promise<number> {
  await pool.query(`drop table if exists by_hand_overview;
    create table by_hand_overview (case_id text primary key, municipality text not null, subject_id text not null,
      status text not null, steps jsonb not null, revision bigint not null, position bigint not null);
    create index on by_hand_overview (municipality, position)`);
  const begun = performance.now();
  for (let after = '-1'; ;) {
    const { rows } = await pool.query<{ last: string | null }>(
      `with batch as (
         select * from by_hand_events where position > $1 order by position limit ${batch}),
       folded as (
         select data->>'caseId' as case_id, min(metadata->>'municipality') as municipality, min(data->>'subjectId') as subject_id,
           (array_agg(type order by position desc))[1] as status, jsonb_object_agg(type, data order by position) as steps,
           max(revision) as revision, max(position) as position
         from batch where data ? 'caseId' group by 1),
       written as (
         insert into by_hand_overview as o select * from folded
         on conflict (case_id) do update set status = excluded.status, steps = o.steps || excluded.steps,
           revision = excluded.revision, position = excluded.position)
       select max(position)::text as last from batch`,
      [after],
    );
    const last = rows[0]?.last ?? null;
    if (last === null) return performance.now() - begun;
    after = last;
  }
}

export const plainPool = (connectionString: string) =>
  createPool({ connectionString, applicationName: 'samspor bench', max: 2 });
