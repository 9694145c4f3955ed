import type { Viewer } from '#personal-data/viewer';
import { viewOf } from '#projecting';
import { appointments } from './appointments/projection.js';
import { consented } from './coordination-register/consented.js';
import { coordinationRegister } from './coordination-register/projection.js';
import { goesOnUnder } from './registrations.js';
import type { Parameters } from './selection.js';

/**
 * The viewer's tenants as rows. A list is read for each by itself, since only then an index has its order: `= any`, as row-level security
 * has it, gives none.
 */
export const tenantsOf = ({ tenants }: Viewer, parameters: Parameters) =>
  `unnest(${parameters.of(tenants)}::text[]) tenant (of)`;

/** Whether the viewer sees own persons and nobody else. */
export const coordinatesOnly = ({ roles }: Viewer) =>
  roles.includes('COORDINATOR') && roles.every((role) => role === 'COORDINATOR');

/**
 * Whether the appointment `alias` is the party's and holds on a day: from the first day up to, not including, the day of release.
 */
export const isHeldBy = (partyId: string, alias: string, parameters: Parameters, today: string): string =>
  `${alias}.coordinator_id = ${parameters.of(partyId)}::text and ${holdsOn(alias, parameters, today)}`;

/** The same for whoever of a unit coordinates. */
export const isHeldIn = (unit: string, alias: string, parameters: Parameters, today: string): string =>
  `${alias}.unit = ${parameters.of(unit)}::text and ${holdsOn(alias, parameters, today)}`;

function holdsOn(alias: string, parameters: Parameters, today: string): string {
  const day = `${parameters.of(today)}::date`;
  return `${alias}.valid_from <= ${day} and (${alias}.released_on is null or ${alias}.released_on > ${day})`;
}

/** The same, and the person consents to it on that day: what a coordinator may see follows live consent (invariant 3). */
export function isHeldWithConsent(
  partyId: string,
  alias: string,
  parameters: Parameters,
  today: string,
): string {
  const scopes = consented('kept', parameters.of(today));
  return `${isHeldBy(partyId, alias, parameters, today)}
    and exists (
      select from ${viewOf(coordinationRegister)} kept
      where kept.municipality = ${alias}.municipality and kept.subject_id = ${alias}.subject_id
        and 'COORDINATOR' = any (${scopes}) offset 0)`;
}

/**
 * Whether the party coordinates the person of a row, under its own registration or the one that the coordination goes on under. Asked of each
 * row by itself (offset 0): both are met by their indexes, and few are asked.
 */
export const coordinates = (
  partyId: string,
  alias: string,
  parameters: Parameters,
  today: string,
  {
    subject = 'subject_id',
    isHeld = isHeldBy,
  }: { readonly subject?: string; readonly isHeld?: typeof isHeldBy } = {},
): string => isAppointed(isHeld(partyId, 'own', parameters, today), alias, subject);

/** The same for whoever of a unit coordinates. */
export const coordinatesIn = (unit: string, alias: string, parameters: Parameters, today: string): string =>
  isAppointed(isHeldIn(unit, 'own', parameters, today), alias, 'subject_id');

function isAppointed(held: string, alias: string, subject: string): string {
  const appointed = (id: string) => `
    select from ${viewOf(appointments)} own
    where own.municipality = ${alias}.municipality and own.subject_id = ${id} and ${held} offset 0`;
  return `(exists (${appointed(`${alias}.${subject}`)})
    or exists (select from (${goesOnUnder(`${alias}.municipality`, `${alias}.${subject}`)}) other
      cross join lateral (${appointed('other.id')}) appointed))`;
}

/**
 * Whose rows a viewer may see, as a condition on the tenant and the person of a row. Case workers and leaders see their
 * tenants' (row-level security holds them to these), coordinators the persons whom they coordinate today with a consent that holds, not
 * those whom they did or are to coordinate; others see none here.
 */
export function reach(
  viewer: Viewer,
  alias: string,
  parameters: Parameters,
  today: string,
  subject = 'subject_id',
): string {
  const { roles, partyId } = viewer;
  if (roles.includes('CASEWORKER') || roles.includes('LEADER')) return 'true';
  if (!coordinatesOnly(viewer)) return 'false';
  return coordinates(partyId, alias, parameters, today, { subject, isHeld: isHeldWithConsent });
}

/** Whether somebody looks things up in whatever their municipality has recorded. */
const isAuditor = ({ roles }: Viewer) => roles.includes('AUDITOR');

/** The same for trails and what leads to them, which auditors see too. */
export const trailReach = (
  viewer: Viewer,
  alias: string,
  parameters: Parameters,
  today: string,
  subject = 'subject_id',
): string => (isAuditor(viewer) ? 'true' : reach(viewer, alias, parameters, today, subject));
