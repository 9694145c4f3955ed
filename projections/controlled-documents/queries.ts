import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { tenantsOf } from '../reach.js';
import { only, Parameters, type Provenance, type Read, selection } from '../selection.js';
import { columns, controlledDocuments, type ControlledDocumentRow } from './projection.js';

const { event_id: _, ...documentColumns } = columns;
export { documentColumns };

export type ControlledDocumentView = Read<Pick<ControlledDocumentRow, keyof typeof documentColumns>> &
  Provenance;

const namesOf = (shown: object) =>
  Object.keys(shown)
    .map((name) => `d.${name}`)
    .join(', ');

/** Every document that the viewer's municipalities ever had under control: there are dozens, not thousands. */
export async function controlledDocumentsOf(pool: Pool, viewer: Viewer): Promise<ControlledDocumentView[]> {
  const parameters = new Parameters();
  const rows = await readFor<ControlledDocumentView>(
    pool,
    viewer.tenants,
    `select ${selection(documentColumns, 'd')}, d.municipality, d.revision from ${tenantsOf(viewer, parameters)}
     cross join lateral (
       select ${namesOf(documentColumns)}, d.municipality, d.revision
       from ${viewOf(controlledDocuments)} d where d.municipality = tenant.of order by d.document_id limit 1000) d
     where ${parameters.of(seesAll(viewer, 'controlledDocuments'))}::boolean order by d.municipality, d.document_id`,
    parameters.values,
  );
  return rows.map((row) => ({ ...row, revision: BigInt(row.revision) }));
}

const ofRoutine = only(columns, 'document_id', 'kind', 'title', 'number', 'withdrawn_on', 'revisions');
/** A document that cases are handled by. */
export type Routine = Read<Pick<ControlledDocumentRow, keyof typeof ofRoutine>>;

/** Those that cases of a municipality are handled by, withdrawn ones too (U19): which of them was in force when follows from their days. */
export async function routinesOf(pool: Pool, viewer: Viewer, tenant: string): Promise<Routine[]> {
  return readFor<Routine>(
    pool,
    [tenant],
    `select ${selection(ofRoutine, 'd')} from (
       select ${namesOf({ ...ofRoutine, for_cases: true })} from ${viewOf(controlledDocuments)} d
       where d.municipality = $1 order by d.document_id limit 1000) d
     where d.for_cases and $2::boolean order by d.document_id`,
    [tenant, seesAll(viewer, 'controlledDocuments')],
  );
}
