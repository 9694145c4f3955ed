import { restingOnCase } from '#coordination';
import type { Basis, CommandRunner } from '#event-sourcing';
import type { Resting } from '../domain/intents.js';

/** The person's appointments, plans and memberships that rest on this case, as the log has them now; none where there is no case. */
export async function restingElsewhere(
  runner: CommandRunner,
  tenant: string,
  subjectId: string | undefined,
  caseId: string,
): Promise<{ readonly resting: readonly Resting[]; readonly basis: readonly Basis[] }> {
  return subjectId === undefined
    ? { resting: [], basis: [] }
    : restingOnCase(runner, tenant, subjectId, caseId);
}
