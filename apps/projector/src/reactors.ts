import { casesSince } from '#apps/cases-of';
import { caseEnd } from '#casework/reactors/case-end';
import { basisCheck } from '#coordination/reactors/basis-check';
import { comingOfAge } from '#coordination/reactors/coming-of-age';
import { coordinationEnd } from '#coordination/reactors/coordination-end';
import { formConsent } from '#coordination/reactors/form-consent';
import { coordinatorGap } from '#coordination/reactors/coordinator-gap';
import { partsOf } from '#event-sourcing';
import type { EventStore } from '#event-sourcing/event-store';
import type { Reactor } from '#event-sourcing/reactor';
import { liveCheckpoint, tableOf } from '#projecting';
import type { Pool } from '#postgres';
import type { Keys } from '#personal-data';
import { appointments } from '#projections/appointments/projection';
import { caseOverview } from '#projections/case-overview/projection';
import { merged } from '#subject/reactors/merged';

interface Parts {
  readonly store: EventStore;
  readonly logId: string;
  /** Reads the rows of the read models. */
  readonly pool: Pool;
  readonly keys: Pick<Keys, 'open'>;
}

/** Every reactor of this release. */
export const reactorsOf = (parts: Parts): readonly Reactor[] => [
  coordinatorGap,
  basisCheck,
  merged,
  coordinationEnd,
  formConsent,
  comingOfAge({ keys: parts.keys, childrenOf: (tenant) => childrenOf(parts, tenant) }),
  caseEnd((tenant, registrations) => casesOf(parts, tenant, registrations)),
];

/** As the overview knows them, and the log from where it stands; the log alone while there is none of this log. */
async function casesOf(
  { store, logId, pool }: Parts,
  tenant: string,
  registrations: readonly string[],
): Promise<string[]> {
  const live = await liveCheckpoint(pool, caseOverview);
  if (live?.last === undefined || live.logId !== logId) {
    return casesSince(store, { tenant, registrations, known: [], after: undefined });
  }
  const { rows } = await pool.query<{ readonly case_id: string }>(
    `select case_id from ${tableOf(live)} where municipality = $1 and subject_id = any ($2)`,
    [tenant, registrations],
  );
  const known = rows.map(({ case_id }) => case_id);
  return casesSince(store, { tenant, registrations, known, after: live.last.position });
}

/** Who has a child coordinator without a day of release, as the read model knows them, and whoever was appointed anybody from where it stands. */
async function childrenOf({ store, logId, pool }: Parts, tenant: string): Promise<readonly string[]> {
  const live = await liveCheckpoint(pool, appointments);
  if (live?.last === undefined || live.logId !== logId) return appointedSince(store, tenant, undefined);
  const { rows } = await pool.query<{ readonly subject_id: string }>(
    `select distinct subject_id from ${tableOf(live)} where municipality = $1 and kind = 'CHILD' and released_on is null`,
    [tenant],
  );
  const since = await appointedSince(store, tenant, live.last.position);
  return [...new Set([...rows.map(({ subject_id }) => subject_id), ...since])];
}

/** For whom anybody was appointed after a position of the log, or ever. */
async function appointedSince(
  store: Pick<EventStore, 'scanNew'>,
  tenant: string,
  after: bigint | undefined,
): Promise<string[]> {
  const persons = new Set<string>();
  const since = { streamPrefixes: ['coordination-'], ...(after !== undefined && { after }) };
  for await (const events of store.scanNew(since)) {
    for (const { type, stream } of events) {
      const parts = type === 'CoordinatorAppointed' ? partsOf(stream) : undefined;
      if (parts?.tenant === tenant) persons.add(parts.id);
    }
  }
  return [...persons];
}
