import type { Viewer } from '#personal-data/viewer';
import { viewOf } from '#projecting';
import { coordinationRegister } from './coordination-register/projection.js';
import type { Parameters } from './selection.js';

/**
 * Whose rows a viewer may see, as a condition on the tenant and the person of a row. Case workers and leaders see their
 * tenants' (row-level security holds them to these), coordinators the persons whom they coordinate now; others see none here.
 */
export function reach(
  { roles, partyId }: Viewer,
  alias: string,
  parameters: Parameters,
  subject = 'subject_id',
): string {
  if (roles.includes('CASEWORKER') || roles.includes('LEADER')) return 'true';
  if (!roles.includes('COORDINATOR')) return 'false';
  return `exists (
    select from ${viewOf(coordinationRegister)} own
    where own.municipality = ${alias}.municipality and own.subject_id = ${alias}.${subject}
      and own.coordinator_ids @> array[${parameters.of(partyId)}::text])`;
}

/** The same for trails, which auditors see too. */
export const trailReach = (viewer: Viewer, alias: string, parameters: Parameters) =>
  viewer.roles.includes('AUDITOR') ? 'true' : reach(viewer, alias, parameters);
