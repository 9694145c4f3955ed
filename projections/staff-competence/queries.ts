import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { type Read, selection } from '../selection.js';
import { columns, staffCompetence, type StaffCompetenceRow } from './projection.js';

export type StaffCompetenceView = Read<StaffCompetenceRow>;

/** More have learnt something in no municipality of ours. */
const most = 10_000;

/** What everybody of a municipality's staff has learnt, by the id of each registration. */
export async function staffCompetenceOf(
  pool: Pool,
  viewer: Viewer,
  tenant: string,
): Promise<StaffCompetenceView[]> {
  return readFor<StaffCompetenceView>(
    pool,
    [tenant],
    `select ${selection(columns, 's')} from ${viewOf(staffCompetence)} s
     where s.municipality = $1 and $2::boolean order by s.party_id limit ${most}`,
    [tenant, seesAll(viewer, 'staffCompetence')],
  );
}
