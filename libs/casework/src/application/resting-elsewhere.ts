import { restingOnCase } from '#coordination';
import type { Basis, CommandRunner } from '#event-sourcing';
import type { Resting } from '../domain/intents.js';
import { ownerOfCase } from './circumstances.js';

/** The person's live appointments, plans and memberships that rest on this case, as the log has them now. */
export async function restingElsewhere(
  runner: CommandRunner,
  tenant: string,
  caseId: string,
): Promise<{ readonly resting: readonly Resting[]; readonly basis: readonly Basis[] }> {
  const subjectId = await ownerOfCase(runner, tenant, caseId);
  if (subjectId === undefined) return { resting: [], basis: [] };
  return restingOnCase(runner, tenant, subjectId, caseId);
}
