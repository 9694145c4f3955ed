import { viewOf } from '#projecting';
import { appointments } from '../appointments/projection.js';
import { staff } from '../staff/projection.js';
import { tasks } from './projection.js';

// From somebody's last day on, what is theirs waits for a leader until it is another's. Those who left are gone through in the order of their last
// days: hundreds of them, of whom few have anything left.

const leavers = (today: string) =>
  `(select one.municipality, one.party_id, one.last_day from ${viewOf(staff)} one
    where one.municipality = tenant.of and one.last_day <= ${today}::date and one.merged_into is null offset 0) leaver`;

/** Who is coordinated by somebody who has left by a day, with no end of it recorded. */
export const leftByCoordinator = (today: string) => `
  select leaver.municipality, held.subject_id, min(leaver.last_day) as since, array_agg(held.unit) as units
  from ${leavers(today)}
  join lateral (
    select own.subject_id, own.unit from ${viewOf(appointments)} own
    where own.municipality = leaver.municipality and own.coordinator_id = leaver.party_id and own.released_on is null
    offset 0) held on true
  group by leaver.municipality, held.subject_id`;

/** Mappings that somebody who has left by a day was to do. */
export const leftByAssignee = (today: string) => `
  select leaver.municipality, held.case_id, held.subject_id, held.assignee_unit, leaver.last_day as since
  from ${leavers(today)}
  join lateral (
    select own.case_id, own.subject_id, own.assignee_unit from ${viewOf(tasks)} own
    where own.municipality = leaver.municipality and own.assignee_id = leaver.party_id and own.mapping_due is not null
    offset 0) held on true`;

/** Of a person's appointments, as a table `one`, that of whoever left first; each coordinator is looked up by key (offset 0). */
export const leaverAmong = (appointed: string, municipality: string, today: string, only: string) => `
  select one."coordinatorId", one.unit, one."caseId" from ${appointed}
  cross join lateral (
    select own.last_day from ${viewOf(staff)} own
    where own.municipality = ${municipality} and own.party_id = one."coordinatorId"
      and own.last_day <= ${today}::date and own.merged_into is null offset 0) gone
  where ${only} and one."releasedOn" is null order by gone.last_day limit 1`;
