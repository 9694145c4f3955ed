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
import { columns, type TrainingRow, trainings } from './projection.js';

const { waits_since: _, event_id: __, ...trainingColumns } = columns;
export { trainingColumns };

export type TrainingView = Read<Pick<TrainingRow, keyof typeof trainingColumns>> &
  Pick<Provenance, 'municipality'>;

/** Place in the list: the day, and the training. */
export type TrainingAfter = readonly [day: string, trainingId: string];
export const isTrainingAfter = (value: unknown): value is TrainingAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** Courses and professional days by their day, the latest first. */
export async function trainingsPage(
  pool: Pool,
  viewer: Viewer,
  { after, limit }: PageRequest<TrainingAfter>,
): Promise<Page<TrainingView, TrainingAfter>> {
  const parameters = new Parameters();
  const tenants = tenantsOf(viewer, parameters);
  const place = after && `(${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`;
  const most = parameters.of(limit + 1);
  const rows = await readFor<TrainingView>(
    pool,
    viewer.tenants,
    `select ${selection(trainingColumns, 'page')}, page.municipality from ${tenants}, lateral (
       select ${Object.keys(trainingColumns)
         .map((name) => `t.${name}`)
         .join(', ')}, t.municipality from ${viewOf(trainings)} t
       where t.municipality = tenant.of ${place ? `and (t.day, t.training_id) < ${place}` : ''}
       order by t.day desc, t.training_id desc limit ${most}) page
     where ${parameters.of(seesAll(viewer, 'trainings'))}::boolean
     order by page.day desc, page.training_id desc limit ${most}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ day, trainingId }): TrainingAfter => [day, trainingId]);
}
