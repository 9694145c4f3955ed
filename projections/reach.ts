import type { Viewer } from '#personal-data/viewer';
import { viewOf } from '#projecting';
import { coordinating } from './coordination-register/coordinating.js';
import { coordinationRegister } from './coordination-register/projection.js';
import type { Parameters } from './selection.js';

/**
 * Whose rows a viewer may see, as a condition on the tenant and the person of a row. Case workers and leaders see their
 * tenants' (row-level security holds them to these), coordinators the persons whom they coordinate today, not those whom they did or are
 * to coordinate; others see none here.
 */
export function reach(
  { roles, partyId }: Viewer,
  alias: string,
  parameters: Parameters,
  today: string,
  subject = 'subject_id',
): string {
  if (roles.includes('CASEWORKER') || roles.includes('LEADER')) return 'true';
  if (!roles.includes('COORDINATOR')) return 'false';
  const party = parameters.of(partyId);
  return `exists (
    select from ${viewOf(coordinationRegister)} own
    cross join lateral ${coordinating('own', parameters.of(today))} mine
    where own.municipality = ${alias}.municipality and own.subject_id = ${alias}.${subject}
      and own.appointed_ids @> array[${party}::text] and mine."coordinatorId" = ${party}::text)`;
}

/** The same for trails, which auditors see too. */
export const trailReach = (viewer: Viewer, alias: string, parameters: Parameters, today: string) =>
  viewer.roles.includes('AUDITOR') ? 'true' : reach(viewer, alias, parameters, today);
