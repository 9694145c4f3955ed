import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { trailReach } from '../reach.js';
import { Parameters, selection, type Read } from '../selection.js';
import { auditTrail, type TrailRow } from './projection.js';

/** One entry of a trail, in the order of the log. Personal fields are sealed. */
export type TrailEntry = Read<TrailRow> & {
  readonly municipality: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
};

/** Every event of a case and of its person, in the order of the log; undefined when there is no such case that this viewer may see. */
export async function auditTrailOfCase(
  pool: Pool,
  viewer: Viewer,
  caseId: string,
  { today }: { readonly today: string },
): Promise<TrailEntry[] | undefined> {
  const parameters = new Parameters();
  const id = parameters.of(caseId);
  const entries = await read(
    pool,
    viewer,
    `with of_case as (
       select distinct municipality, subject_id from ${viewOf(auditTrail)} where case_id = ${id})
     select ${shown} from ${viewOf(auditTrail)} t
     join of_case using (municipality, subject_id)
     where (t.case_id = ${id} or t.case_id is null) and ${trailReach(viewer, 't', parameters, today)}
     order by t.position, t.revision`,
    parameters,
  );
  return entries.length === 0 ? undefined : entries;
}

const shown = `${selection(auditTrail.columns, 't')}, t.municipality, t.stream, t.revision, t.position`;

async function read(pool: Pool, viewer: Viewer, text: string, { values }: Parameters): Promise<TrailEntry[]> {
  const rows = await readFor<TrailEntry>(pool, viewer.tenants, text, values);
  return rows.map((row) => ({
    ...row,
    recordedAt: new Date(row.recordedAt).toISOString(),
    revision: BigInt(row.revision),
    position: BigInt(row.position),
  }));
}
