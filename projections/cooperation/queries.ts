import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
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
import { columns, cooperation, type CooperationRow, type MatterKind } from './projection.js';

const { waits_until: _, event_id: __, ...matterColumns } = columns;
export { matterColumns };

export type MatterView = Read<Pick<CooperationRow, keyof typeof matterColumns>> &
  Pick<Provenance, 'municipality'>;

/** Place in the list: the day on which it began, and the matter. */
export type MatterAfter = readonly [day: string, matterId: string];
export const isMatterAfter = (value: unknown): value is MatterAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** Tasks of cooperation, or hearings of users, the newest first. */
export async function mattersPage(
  pool: Pool,
  viewer: Viewer,
  kind: MatterKind,
  { after, limit }: PageRequest<MatterAfter>,
): Promise<Page<MatterView, MatterAfter>> {
  const parameters = new Parameters();
  const tenants = tenantsOf(viewer, parameters);
  const place = after && `(${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`;
  const most = parameters.of(limit + 1);
  const rows = await readFor<MatterView>(
    pool,
    viewer.tenants,
    `select ${selection(matterColumns, 'page')}, page.municipality from ${tenants}, lateral (
       select ${Object.keys(matterColumns)
         .map((name) => `m.${name}`)
         .join(', ')}, m.municipality from ${viewOf(cooperation)} m
       where m.municipality = tenant.of and m.kind = ${parameters.of(kind)}
         ${place ? `and (m.begun_on, m.matter_id) < ${place}` : ''}
       order by m.begun_on desc, m.matter_id desc limit ${most}) page
     where ${parameters.of(seesAll(viewer, 'cooperation'))}::boolean
     order by page.begun_on desc, page.matter_id desc limit ${most}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ begunOn, matterId }): MatterAfter => [begunOn, matterId]);
}
