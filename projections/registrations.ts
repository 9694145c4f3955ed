import { viewOf } from '#projecting';
import { people } from './people/projection.js';

// A person may have been registered more than once, and the registrations merged: what was recorded of any of them is the survivor's. Rows keep the
// id that their events name.

/** Every registration `id` of the person of this one, by SQL: itself where nothing was merged. */
export const registrationsOf = (municipality: string, id: string) => `
  select ${id} as id
  union select own.merged_into from ${viewOf(people)} own
    where own.municipality = ${municipality} and own.person_id = ${id} and own.merged_into is not null
  union select other.person_id from ${viewOf(people)} other
    where other.municipality = ${municipality} and other.merged_into = ${id}
  union select other.person_id from ${viewOf(people)} own
    join ${viewOf(people)} other on other.municipality = own.municipality and other.merged_into = own.merged_into
    where own.municipality = ${municipality} and own.person_id = ${id}`;

/**
 * Under which other registration `id` the person of this one is coordinated, by SQL: none where nothing was merged. An index is asked for a
 * column alone (offset 0): row-level security lets none be asked for an expression.
 */
export const goesOnUnder = (municipality: string, id: string) => `
  select coalesce(survivor.coordinated_as, survivor.person_id) as id
  from (select coalesce(own.merged_into, own.person_id) as person_id from ${viewOf(people)} own
    where own.municipality = ${municipality} and own.person_id = ${id}
      and (own.merged_into is not null or own.coordinated_as is not null) offset 0) named
  cross join lateral (select one.coordinated_as, one.person_id from ${viewOf(people)} one
    where one.municipality = ${municipality} and one.person_id = named.person_id offset 0) survivor offset 0`;
