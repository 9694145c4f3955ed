import { subjectIdOfPlan } from '#coordination';
import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { caseOverview } from '../case-overview/projection.js';
import { complaints } from '../complaints/projection.js';
import { documents } from '../documents/projection.js';
import { enquiries } from '../enquiries/projection.js';
import { promises } from '../promises/projection.js';
import { tenantsOf } from '../reach.js';
import { registrationsOf } from '../registrations.js';
import { Parameters } from '../selection.js';
import { unitReports } from '../unit-reports/projection.js';
import { relations } from './projection.js';

type Within = Pick<Viewer, 'tenants'>;

/** Every registration of the persons whom one of these parties is, or is close to, on a day. */
export async function closeTo(
  pool: Pool,
  within: Within,
  partyIds: readonly string[],
  today: string,
): Promise<string[]> {
  const parameters = new Parameters();
  const day = `${parameters.of(today)}::date`;
  const found = await readFor<{ readonly id: string }>(
    pool,
    within.tenants,
    `select distinct registered.id
     from ${tenantsOf(within, parameters)}
     cross join lateral (
       select near.municipality, near.subject_id from ${viewOf(relations)} near
       where near.municipality = tenant.of and near.party_id = any (${parameters.of(partyIds)}::text[])
         and near.valid_from <= ${day} and coalesce(${day} <= near.valid_until, true)
         and (near.ended_on is null or ${day} < near.ended_on) offset 0) related
     cross join lateral (${registrationsOf('related.municipality', 'related.subject_id')}) registered`,
    parameters.values,
  );
  return found.map(({ id }) => id);
}

/** What is of one person and is asked for by its own id. */
const ofPersons = [
  [caseOverview, 'case_id'],
  [complaints, 'complaint_id'],
  [documents, 'document_id'],
  [enquiries, 'enquiry_id'],
  [promises, 'promise_id'],
  [unitReports, 'report_id'],
] as const;

/** Whose the records with these ids are, among them persons' own. */
export async function personsOf(pool: Pool, within: Within, ids: readonly string[]): Promise<string[]> {
  const parameters = new Parameters();
  const asked = parameters.of(ids);
  const found = await readFor<{ readonly id: string | null }>(
    pool,
    within.tenants,
    `select record.id from ${tenantsOf(within, parameters)}
     cross join lateral (${ofPersons
       .map(
         ([model, key]) => `
       select one.subject_id as id from ${viewOf(model)} one
       where one.municipality = tenant.of and one.${key} = any (${asked}::text[])`,
       )
       .join(' union all ')}) record`,
    parameters.values,
  );
  const ofPlans = ids.flatMap((id) => subjectIdOfPlan(id) ?? []);
  return [...ids, ...ofPlans, ...found.flatMap(({ id }) => id ?? [])];
}
