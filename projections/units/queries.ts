import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { type Provenance, type Read, selection } from '../selection.js';
import { columns, type UnitRow, units } from './projection.js';

export type UnitView = Read<UnitRow> & Provenance;

/** Every unit of the register that the viewer's municipalities ever had, by code: there are dozens, not thousands. */
export async function unitsOf(pool: Pool, viewer: Viewer): Promise<UnitView[]> {
  const rows = await readFor<UnitView>(
    pool,
    viewer.tenants,
    `select ${selection(columns, 'u')}, u.municipality, u.revision from unnest($1::text[]) tenant (of)
     cross join lateral (
       select ${[...Object.keys(columns), 'municipality', 'revision'].map((name) => `one.${name}`).join(', ')}
       from ${viewOf(units)} one where one.municipality = tenant.of order by one.unit limit 1000) u
     where $2::boolean order by u.municipality, u.unit`,
    [viewer.tenants, seesAll(viewer, 'units')],
  );
  return rows.map((row) => ({ ...row, revision: BigInt(row.revision) }));
}
