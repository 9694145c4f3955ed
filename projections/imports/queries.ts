import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { type ReadModel, seesAll } from '../access.js';
import { tenantsOf } from '../reach.js';
import {
  isDay,
  isId,
  type Page,
  pageOf,
  type PageRequest,
  Parameters,
  type Provenance,
  type Read,
  selection,
} from '../selection.js';
import { columns, type ImportRow, imports } from './projection.js';

export type ImportView = Read<ImportRow> & Pick<Provenance, 'municipality'>;
export type ImportAfter = readonly [day: string, importId: string];
export const isImportAfter = (value: unknown): value is ImportAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** Whoever works for the unit sees its imports. */
const seen = (viewer: Viewer, what: ReadModel & ('imports' | 'importTrail') = 'imports') =>
  seesAll(viewer, what) ? 'true' : 'false';

/** Imports, the latest first. */
export async function importsPage(
  pool: Pool,
  viewer: Viewer,
  { after, limit }: PageRequest<ImportAfter>,
): Promise<Page<ImportView, ImportAfter>> {
  const parameters = new Parameters();
  const tenants = tenantsOf(viewer, parameters);
  const place =
    after === undefined
      ? 'true'
      : `(i.begun_on, i.import_id) < (${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`;
  const most = parameters.of(limit + 1);
  const rows = await readFor<ImportView>(
    pool,
    viewer.tenants,
    `select ${found} from ${tenants}, lateral (
       select ${selection(columns, 'i')}, i.municipality from ${viewOf(imports)} i
       where i.municipality = tenant.of and ${seen(viewer)} and ${place}
       order by i.begun_on desc, i.import_id desc limit ${most}) found
     order by found."begunOn" desc, found."importId" desc limit ${most}`,
    parameters.values,
  );
  return pageOf(rows, limit, ofImport);
}
const ofImport = ({ begunOn, importId }: ImportView): ImportAfter => [begunOn, importId];
const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const found = [...Object.keys(columns).map(camel), 'municipality']
  .map((name) => `found."${name}"`)
  .join(', ');

/** One import; undefined where there is none that this viewer may see. */
export async function importById(
  pool: Pool,
  viewer: Viewer,
  importId: string,
  what: ReadModel & ('imports' | 'importTrail') = 'imports',
): Promise<ImportView | undefined> {
  const [found] = await readFor<ImportView>(
    pool,
    viewer.tenants,
    `select ${selection(columns, 'i')}, i.municipality from ${viewOf(imports)} i
     where i.import_id = $1 and ${seen(viewer, what)}`,
    [importId],
  );
  return found;
}
