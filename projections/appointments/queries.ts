import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { coordinationRegister } from '../coordination-register/projection.js';
import { heldByAnybody, tenantsOf } from '../reach.js';
import { isId, type Page, pageOf, Parameters, type PageRequest } from '../selection.js';
import { appointments } from './projection.js';

/** By whom the load is told. */
export type LoadBy = 'COORDINATOR' | 'UNIT';

/** For how many somebody coordinates on a day, or somebody of a unit does (F7). */
export interface Load {
  readonly municipality: string;
  /** The coordinator's party, or the unit's code. */
  readonly of: string;
  /** As the one who is responsible, as one who stands in, and for a child. */
  readonly ordinary: number;
  readonly standIn: number;
  readonly child: number;
  /** Of these, how many are of a person with a plan. */
  readonly withPlan: number;
  /** The days to come on which some of these end. */
  readonly endsOn: readonly string[];
}

/** Place in the list: the coordinator or the unit. */
export type LoadAfter = readonly [municipality: string, of: string];
export const isLoadAfter = (value: unknown): value is LoadAfter =>
  Array.isArray(value) && value.length === 2 && value.every(isId);

/**
 * What each coordinator has, or each unit, in the order of their ids: an index has the appointments of one after those of another, and is read once,
 * as is the one of plans in use. Row by row (offset 0) the plans of a whole unit were looked up one after the other.
 */
export async function loadPage(
  pool: Pool,
  viewer: Viewer,
  by: LoadBy,
  { today, after, limit }: PageRequest<LoadAfter> & { readonly today: string },
): Promise<Page<Load, LoadAfter>> {
  const parameters = new Parameters();
  const of = by === 'UNIT' ? 'a.unit' : 'a.coordinator_id';
  const [tenant, last] = (after ?? ['', '']).map((part) => `${parameters.of(part)}::text`);
  const conditions = [
    'a.municipality = tenant.of',
    `${of} is not null`,
    `${of} > case when tenant.of = ${tenant} then ${last} else '' end`,
    heldByAnybody('a', parameters, today),
    ...(seesAll(viewer, 'load') ? [] : [`a.unit = any (${parameters.of(viewer.units)}::text[])`]),
  ];
  const most = parameters.of(limit + 1);
  const rows = await readFor<Load>(
    pool,
    viewer.tenants,
    `select tenant.of as municipality, found.of, found.ordinary, found."standIn", found.child, found."withPlan", found."endsOn"
     from ${tenantsOf(viewer, parameters)}, lateral (
       select ${of} as of,
         (count(*) filter (where a.kind = 'ORDINARY' and not a.temporary))::int as ordinary,
         (count(*) filter (where a.temporary))::int as "standIn",
         (count(*) filter (where a.kind = 'CHILD' and not a.temporary))::int as child,
         count(g.subject_id)::int as "withPlan",
         coalesce(array_agg(a.released_on) filter (where a.released_on is not null), '{}') as "endsOn"
       from ${viewOf(appointments)} a
       left join ${viewOf(coordinationRegister)} g
         on g.municipality = tenant.of and g.subject_id = a.subject_id and g.active_plan_id is not null
       where ${conditions.join(' and ')} group by ${of} order by ${of} limit ${most}) found
     where tenant.of >= ${tenant}
     order by municipality, found.of limit ${most}`,
    parameters.values,
  );
  const told = rows.map((row) => ({ ...row, endsOn: row.endsOn.toSorted() }));
  return pageOf(told, limit, ({ municipality, of: place }): LoadAfter => [municipality, place]);
}
