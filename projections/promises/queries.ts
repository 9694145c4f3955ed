import type { PromiseState } from '#follow-up';
import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { relationsOf } from '../access.js';
import { few, heldAnyhow, heldFor, ownPersons, reach, tenantsOf } from '../reach.js';
import { registrationsOf } from '../registrations.js';
import { isDay, isId, type Page, pageOf, Parameters, type PageRequest, type Read } from '../selection.js';
import { promises, type PromiseRow } from './projection.js';

export interface PromiseFilter {
  readonly subjectId?: string | undefined;
  readonly partyId?: string | undefined;
  readonly unit?: string | undefined;
  readonly state?: PromiseState | undefined;
  /** Open, and to be kept before today. */
  readonly overdue?: boolean | undefined;
}
export type PromiseLine = Read<PromiseRow> & { readonly municipality: string };

/** Place in the list: by when it is to be kept, and the promise. */
export type PromiseAfter = readonly [dueOn: string, promiseId: string];
export const isPromiseAfter = (value: unknown): value is PromiseAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** Who promised what, the earliest day first: all of it for the unit, of those whom one coordinates, or what the own units promised. */
export async function promisesPage(
  pool: Pool,
  viewer: Viewer,
  { subjectId, partyId, unit, state, overdue }: PromiseFilter,
  { today, after, limit }: PageRequest<PromiseAfter> & { readonly today: string },
): Promise<Page<PromiseLine, PromiseAfter>> {
  const parameters = new Parameters();
  const most = parameters.of(limit + 1);
  const isOverdue = () => `p.state = 'OPEN' and p.due_on < ${parameters.of(today)}::date`;
  const [due, last] = after ?? ['0001-01-01', ''];
  const asked = [
    'p.municipality = tenant.of',
    `(p.due_on, p.promise_id) > (${parameters.of(due)}::date, ${parameters.of(last)}::text)`,
    ...(partyId === undefined ? [] : [`p.party_id = ${parameters.of(partyId)}::text`]),
    ...(unit === undefined ? [] : [`p.unit = ${parameters.of(unit)}::text`]),
    ...(state === undefined ? [] : [`p.state = ${parameters.of(state)}::text`]),
    ...(overdue === undefined ? [] : [overdue ? isOverdue() : `not (${isOverdue()})`]),
    ...(subjectId === undefined
      ? []
      : [`p.subject_id = any (array(${registrationsOf('tenant.of', `${parameters.of(subjectId)}::text`)}))`]),
  ];
  const sees = relationsOf(viewer, 'promises');
  const found = (...ways: readonly string[]) => `
    select p.municipality, p.due_on, p.promise_id from ${viewOf(promises)} p where ${[...ways, ...asked].join(' and ')}`;
  const inOrder = (...ways: readonly string[]) =>
    `(${found(...ways)} order by p.due_on, p.promise_id limit ${most})`;
  /** Few own persons are gathered, under every registration (offset 0: person by person). */
  const ofOwn = () => {
    const coordinator = { ...viewer, roles: ['COORDINATOR'] } as const;
    const own = ownPersons(heldAnyhow(heldFor(coordinator, 'promises')), parameters, today);
    const seen = reach(coordinator, 'promises', { alias: 'p' }, parameters, today);
    return `(with own as materialized (${own}),
      mine as materialized (
        select distinct registration.id from own coordinated
        cross join lateral (${registrationsOf('tenant.of', 'coordinated.subject_id')}) registration
        where (select count(*) from own) <= ${few})
      (select one.municipality, one.due_on, one.promise_id from mine, lateral (${found('p.subject_id = mine.id')} offset 0) one
        order by one.due_on, one.promise_id limit ${most})
      union all ${inOrder(seen, `(select count(*) from own) > ${few}`)})`;
  };
  // Each way in the order of its index; a promise may be found in several.
  const ways = sees.has('MUNICIPALITY')
    ? [inOrder()]
    : [
        ...(sees.has('COORDINATED') ? [ofOwn()] : []),
        ...(sees.has('OWN_UNIT')
          ? viewer.units.map((own) => inOrder(`p.unit = ${parameters.of(own)}::text`))
          : []),
      ];
  const lists = ways.length === 0 ? [inOrder('false')] : ways;
  const rows = await readFor<PromiseLine>(
    pool,
    viewer.tenants,
    `with page as (
       select found.* from ${tenantsOf(viewer, parameters)}, lateral (${lists.join(' union ')}) found
       order by found.due_on, found.promise_id limit ${most})
     select p.municipality, p.promise_id as "promiseId", p.subject_id as "subjectId", p.what, p.by, p.party_id as "partyId",
       p.unit, p.made_on as "madeOn", p.due_on as "dueOn", p.times_moved as "timesMoved", p.state, p.state_on as "stateOn"
     from page, lateral (
       select own.municipality, ${Object.keys(promises.columns)
         .map((name) => `own.${name}`)
         .join(', ')} from ${viewOf(promises)} own
       where own.municipality = page.municipality and own.promise_id = page.promise_id offset 0) p
     order by p.due_on, p.promise_id`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ dueOn, promiseId }): PromiseAfter => [dueOn, promiseId]);
}
