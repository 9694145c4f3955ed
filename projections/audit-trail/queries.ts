import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { reach, tenantsOf } from '../reach.js';
import { registrationsOf } from '../registrations.js';
import { Parameters } from '../selection.js';
import { auditTrail } from './projection.js';

/** A stream that a trail is told from. */
export interface TrailStream {
  readonly municipality: string;
  readonly stream: string;
}

/** The streams of a person and of every case of theirs, under whichever registration; none where this viewer may see nobody of that id. */
export async function streamsOfPerson(
  pool: Pool,
  viewer: Viewer,
  subjectId: string,
  { today }: { readonly today: string },
): Promise<TrailStream[]> {
  const parameters = new Parameters();
  const id = `${parameters.of(subjectId)}::text`;
  return readFor<TrailStream>(
    pool,
    viewer.tenants,
    `select t.municipality, t.stream from ${tenantsOf(viewer, parameters)}
     cross join lateral (${registrationsOf('tenant.of', id)}) registration
     cross join lateral (
       select one.municipality, one.stream, one.subject_id, one.position from ${viewOf(auditTrail)} one
       where one.municipality = tenant.of and one.subject_id = registration.id offset 0) t
     where ${reach(viewer, 'caseTrail', { alias: 't' }, parameters, today)}
     order by t.position`,
    parameters.values,
  );
}

/**
 * The streams of a case and of its person, under whichever registration; none when there is no such case that this viewer may see.
 */
export async function streamsOfTrail(
  pool: Pool,
  viewer: Viewer,
  caseId: string,
  { today }: { readonly today: string },
): Promise<TrailStream[]> {
  const parameters = new Parameters();
  const id = parameters.of(caseId);
  return readFor<TrailStream>(
    pool,
    viewer.tenants,
    `with of_case as (
       select distinct named.municipality, one.id as subject_id
       from (select municipality, subject_id from ${viewOf(auditTrail)} where case_id = ${id}) named
       cross join lateral (${registrationsOf('named.municipality', 'named.subject_id')}) one)
     select t.municipality, t.stream from ${viewOf(auditTrail)} t
     join of_case using (municipality, subject_id)
     where (t.case_id = ${id} or t.case_id is null) and ${reach(viewer, 'caseTrail', { alias: 't' }, parameters, today)}
     order by t.position`,
    parameters.values,
  );
}
