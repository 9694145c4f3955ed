import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { relationsOf } from '../access.js';
import { isOwn, tenantsOf } from '../reach.js';
import {
  isDay,
  isId,
  only,
  type Page,
  pageOf,
  type PageRequest,
  Parameters,
  type Provenance,
  type Read,
  selection,
} from '../selection.js';
import { registeredBy, type RegisteredRow } from './projection.js';

/** Place in the list: the day, and the case or person. */
export type RegisteredAfter = readonly [day: string, of: string];
export const isRegisteredAfter = (value: unknown): value is RegisteredAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

const shown = only(
  registeredBy.columns,
  'of',
  'subject_id',
  'case_id',
  'case_number',
  'opening',
  'items',
  'registered_on',
);

/** A person whom somebody registered, or a case that they opened. */
export type Registered = Read<Omit<RegisteredRow, 'registered_by'>> & Pick<Provenance, 'municipality'>;

/** What the viewer registered, the newest first. */
export async function registeredPage(
  pool: Pool,
  viewer: Viewer,
  { after, limit }: PageRequest<RegisteredAfter>,
): Promise<Page<Registered, RegisteredAfter>> {
  const parameters = new Parameters();
  const conditions = [
    'r.municipality = tenant.of',
    isOwn('r.registered_by', viewer, parameters),
    relationsOf(viewer, 'registrations').has('REGISTERED') ? 'true' : 'false',
    ...(after === undefined
      ? []
      : [`(r.registered_on, r.of) < (${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`]),
  ];
  const rows = await readFor<Registered>(
    pool,
    viewer.tenants,
    `select ${selection(shown, 'r')}, r.municipality
     from ${tenantsOf(viewer, parameters)}
     cross join lateral (
       select r.municipality, ${Object.keys(shown)
         .map((name) => `r.${name}`)
         .join(', ')} from ${viewOf(registeredBy)} r
       where ${conditions.join(' and ')}
       order by r.registered_on desc, r.of desc limit ${parameters.of(limit + 1)}) r
     order by r.registered_on desc, r.of desc limit ${parameters.of(limit + 1)}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ registeredOn, of }): RegisteredAfter => [registeredOn, of]);
}
