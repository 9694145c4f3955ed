import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { Parameters, type Provenance, type Read, selection } from '../selection.js';
import type { Mergers } from './mergers.js';
import { columns, staff, type StaffRow } from './projection.js';

export type StaffView = Read<StaffRow> & Pick<Provenance, 'municipality'> & { readonly revision: string };

export interface StaffFilter {
  readonly unit?: string | undefined;
  readonly role?: string | undefined;
}

/** More work in no municipality of ours. */
const most = 10_000;

/** Who works in a municipality on a day, by the id of each registration; of whom no engagement is recorded the unit alone is known. */
export async function staffIds(
  pool: Pool,
  viewer: Viewer,
  tenant: string,
  { unit, role }: StaffFilter,
  day: string,
): Promise<string[]> {
  const parameters = new Parameters();
  const on = `${parameters.of(day)}::date`;
  const isOf = unit === undefined ? 'true' : `one.unit = ${parameters.of(unit)}::text`;
  const isAs = role === undefined ? 'true' : `one.role = ${parameters.of(role)}::text`;
  const rows = await readFor<{ readonly id: string }>(
    pool,
    [tenant],
    `select s.party_id as id from ${viewOf(staff)} s
     where s.municipality = ${parameters.of(tenant)} and ${parameters.of(seesAll(viewer, 'staff'))}::boolean and (
       (s.merged_into is null and s.kind = 'STAFF' and s.engagements = '[]'
         and ${role === undefined} and ${isOf.replace('one.', 's.')})
       or exists (
         select from jsonb_to_recordset(s.engagements) one(unit text, role text, "engagedFrom" date, "engagedUntil" date)
         where one."engagedFrom" <= ${on} and (one."engagedUntil" is null or one."engagedUntil" >= ${on}) and ${isOf} and ${isAs}))
     order by s.party_id limit ${most}`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
}

/** Rows of the register by id. */
export async function staffByIds(
  pool: Pool,
  viewer: Viewer,
  tenant: string,
  ids: readonly string[],
): Promise<StaffView[]> {
  return readFor<StaffView>(
    pool,
    [tenant],
    `select ${selection(columns, 's')}, s.municipality, s.revision from ${viewOf(staff)} s
     where s.municipality = $1 and s.party_id = any ($2::text[]) and $3::boolean`,
    [tenant, ids, seesAll(viewer, 'staff')],
  );
}

/** As which registration each goes on that was merged into another: a handful a municipality. */
export async function mergersIn(pool: Pool, tenant: string): Promise<Mergers> {
  const rows = await readFor<{ readonly id: string; readonly into: string }>(
    pool,
    [tenant],
    `select s.party_id as id, s.merged_into as into from ${viewOf(staff)} s
     where s.municipality = $1 and s.merged_into is not null`,
    [tenant],
  );
  return new Map(rows.map(({ id, into }) => [id, into]));
}
