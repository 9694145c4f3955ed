import { casesSince } from '#apps/cases-of';
import { deadlines } from '#casework/reactors/deadlines';
import { caseEnd } from '#casework/reactors/case-end';
import { letterOutbox } from '#casework/reactors/letter-outbox';
import { setAside } from '#casework/reactors/set-aside';
import { complaintsThatSetAside } from '#complaint';
import { allocationLetter } from '#coordination/reactors/allocation-letter';
import { complaintDeadlines } from '#complaint/reactors/deadlines';
import { basisCheck } from '#coordination/reactors/basis-check';
import { comingOfAge } from '#coordination/reactors/coming-of-age';
import { coordinationEnd } from '#coordination/reactors/coordination-end';
import { formConsent } from '#coordination/reactors/form-consent';
import { coordinatorGap } from '#coordination/reactors/coordinator-gap';
import { insightAges } from '#follow-up/reactors/insight-ages';
import type { CommandRunner } from '#event-sourcing';
import type { EventStore } from '#event-sourcing/event-store';
import type { Reactor } from '#event-sourcing/reactor';
import { liveCheckpoint, tableOf } from '#projecting';
import type { Pool } from '#postgres';
import type { Keys } from '#personal-data';
import { caseOverview } from '#projections/case-overview/projection';
import { merged } from '#subject/reactors/merged';
import { casesDue } from './cases-due.js';
import { complaintsDue } from './complaints-due.js';
import { comingOfAgeBy } from './coming-of-age.js';
import { letterOutboxIn, type LettersOut } from './letter-outbox.js';
import { turningBy } from './insight-ages.js';

interface Parts {
  readonly store: EventStore;
  readonly logId: string;
  /** Reads the rows of the read models. */
  readonly pool: Pool;
  readonly keys: Pick<Keys, 'open'>;
  readonly runner: CommandRunner;
  /** Absent where no outbox is set up. */
  readonly letters: LettersOut | undefined;
  readonly log: (line: string) => void;
}

/** Every reactor of this release. */
export const reactorsOf = (parts: Parts): readonly Reactor[] => [
  coordinatorGap,
  basisCheck,
  merged,
  coordinationEnd,
  formConsent,
  allocationLetter,
  comingOfAge({ keys: parts.keys, comingOfAgeBy: (tenant, day) => comingOfAgeBy(parts, tenant, day) }),
  insightAges({ keys: parts.keys, turningBy: (tenant, day) => turningBy(parts, tenant, day) }),
  setAside(complaintsThatSetAside),
  deadlines({ casesDue: (tenant, day) => casesDue(parts, tenant, day), log: parts.log }),
  complaintDeadlines((tenant, day) => complaintsDue(parts, tenant, day)),
  letterOutbox(letterOutboxIn(parts)),
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
