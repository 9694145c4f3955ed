import { viewOf } from '#projecting';
import { appointments } from '../appointments/projection.js';
import { staff } from '../staff/projection.js';
import { tasks } from './projection.js';

// From somebody's last day on, what is theirs waits for a leader until it is another's. Those who left are gone through in the order of their last
// days: hundreds of them, of whom few have anything left. Who was registered more than once leaves with the last of all registrations.

const named = (municipality: string, partyId: string) =>
  `(select own.merged_into, own.last_day, own.engagements from ${viewOf(staff)} own
    where own.municipality = ${municipality} and own.party_id = ${partyId} offset 0)`;

/** Of the rows of one party: all periods have ended. */
const haveLeft = (own: string, today: string) =>
  `max(${own}.last_day) <= ${today}::date and not bool_or(${own}.engagements <> '[]' and ${own}.last_day is null)`;

/**
 * Every registration of who has left by a day, with the day. Few were registered more than once: they are gone through apart, each merger followed to
 * the registration that goes on.
 */
const leavers = (today: string) => `(
  with recursive went (id, goes_on) as (
    select one.party_id, one.merged_into from ${viewOf(staff)} one where one.municipality = tenant.of and one.merged_into is not null
    union select went.id, further.merged_into from went cross join lateral ${named('tenant.of', 'went.goes_on')} further
      where further.merged_into is not null),
  merged as materialized (
    select went.id, went.goes_on from went
    where not exists (select from ${named('tenant.of', 'went.goes_on')} further where further.merged_into is not null)),
  every as materialized (select merged.id, merged.goes_on from merged union select merged.goes_on, merged.goes_on from merged),
  gone as materialized (
    select every.goes_on, max(own.last_day) as last_day from every cross join lateral ${named('tenant.of', 'every.id')} own
    group by every.goes_on having ${haveLeft('own', today)})
  select one.party_id as id, one.last_day from ${viewOf(staff)} one
  where one.municipality = tenant.of and one.last_day <= ${today}::date and one.merged_into is null and not exists (
    select from ${viewOf(staff)} other where other.municipality = tenant.of and other.merged_into = one.party_id offset 0)
  union all select every.id, gone.last_day from gone join every on every.goes_on = gone.goes_on) leaver`;

/** Who is coordinated by somebody who has left by a day, with no end of it recorded. */
export const leftByCoordinator = (today: string) => `
  select tenant.of as municipality, held.subject_id, min(leaver.last_day) as since, array_agg(held.unit) as units
  from ${leavers(today)}
  join lateral (
    select own.subject_id, own.unit from ${viewOf(appointments)} own
    where own.municipality = tenant.of and own.coordinator_id = leaver.id and own.released_on is null
    offset 0) held on true
  group by held.subject_id`;

/** Mappings that somebody who has left by a day was to do. */
export const leftByAssignee = (today: string) => `
  select tenant.of as municipality, held.case_id, held.subject_id, held.assignee_unit, leaver.last_day as since
  from ${leavers(today)}
  join lateral (
    select own.case_id, own.subject_id, own.assignee_unit from ${viewOf(tasks)} own
    where own.municipality = tenant.of and own.assignee_id = leaver.id and own.mapping_due is not null
    offset 0) held on true`;

/** Open cases of a caseworker who has left by a day. */
export const leftByCaseworker = (today: string) => `
  select tenant.of as municipality, held.case_id, held.subject_id, greatest(leaver.last_day, held.caseworker_since) as since
  from ${leavers(today)}
  join lateral (
    select own.case_id, own.subject_id, own.caseworker_since from ${viewOf(tasks)} own
    where own.municipality = tenant.of and own.worked_by = leaver.id
    offset 0) held on true`;

/** Every registration `id` of the party of this one, by SQL: up to the one that goes on, and down to all that went into it. */
const registrationsOfParty = (municipality: string, partyId: string) => `
  with recursive up (id) as (
    select ${partyId} union select further.merged_into from up cross join lateral ${named(municipality, 'up.id')} further
    where further.merged_into is not null),
  down (id) as (
    select up.id from up union select other.party_id from down cross join lateral (
      select own.party_id from ${viewOf(staff)} own
      where own.municipality = ${municipality} and own.merged_into = down.id offset 0) other)
  select down.id from down`;

/** When a party left by a day, under every registration: one row, or none. */
const leftOn = (municipality: string, partyId: string, today: string) => `
  select max(own.last_day) as last_day from (${registrationsOfParty(municipality, partyId)}) registration
  cross join lateral ${named(municipality, 'registration.id')} own
  having ${haveLeft('own', today)}`;

/** Whether a party has left by a day. */
export const partyHasLeft = (municipality: string, partyId: string, today: string) =>
  `exists (${leftOn(municipality, partyId, today)})`;

/** Of a person's appointments, as a table `one`, that of whoever left first; each coordinator is looked up by key. */
export const leaverAmong = (appointed: string, municipality: string, today: string, only: string) => `
  select one."coordinatorId", one.unit, one."caseId" from ${appointed}
  cross join lateral (${leftOn(municipality, 'one."coordinatorId"', today)}) gone
  where ${only} and one."releasedOn" is null order by gone.last_day limit 1`;
