import { closuresUsingUp, endsNeed } from '#casework';
import { closuresEndingNeed, releasesEndingNeed } from '#coordination';
import { viewOf } from '#projecting';
import { caseOverview } from '../case-overview/projection.js';
import { holds } from './coordinating.js';
import { coordinationRegister } from './projection.js';

/** Whether the case `alias` grants anything that is not used up: the condition of an index (case-overview/schema.sql). */
export const isGranted = (alias: string) =>
  `${alias}.granted_on is not null and ${alias}.grant_used_up_on is null`;

const columns = ['revision', ...Object.keys(coordinationRegister.columns)]
  .map((name) => `kept.${name}`)
  .join(', ');

/** The row `g` of the register, where there is one, of the person of a row `person`. Asked of each row by itself (offset 0): few are. */
export const inRegister = `
  left join lateral (
    select ${columns} from ${viewOf(coordinationRegister)} kept
    where kept.municipality = person.municipality and kept.subject_id = person.subject_id offset 0) g on true`;

/**
 * What the row `g` of the register and the grants of the person of a row `person` come to on a day, joined to it: who coordinates (`held`),
 * and since when somebody should (`need`).
 */
export const judgedOn = (today: string) => `
  cross join lateral (
    select array_agg(c.granted_on) as granted_on from ${viewOf(caseOverview)} c
    where c.municipality = person.municipality and c.subject_id = person.subject_id and ${isGranted('c')}) granted
  cross join lateral (
    select max(c.grant_used_up_on) as last_on from ${viewOf(caseOverview)} c
    where c.municipality = person.municipality and c.subject_id = person.subject_id and c.grant_used_up_on is not null
      and (c.granted_on is null or c.closure_reason_code in (${textsOf(closuresUsingUp.filter(endsNeed))}))) used_up
  cross join lateral (${heldOn(today)}) held
  cross join lateral (${neededSince}) need`;

/** Whether somebody should coordinate and nobody does. */
export const isWithout = `(held.ids = '{}' and need.since is not null)`;

/** Since when, where nobody does. */
export const withoutSince = `
  case when held.ids = '{}' and need.since is not null then greatest(need.since, held.left_on, g.coordinator_accepted_on) end`;

/** What the appointments come to on a day: who coordinates, who is to, who left last, and whether anybody is to follow. */
const heldOn = (today: string) => `
  select
    (array_agg(a.id) filter (where a.holds and a.kind = 'ORDINARY' and not a.temporary))[1] as coordinator_id,
    (array_agg(a.unit) filter (where a.holds and a.kind = 'ORDINARY' and not a.temporary))[1] as coordinator_unit,
    min(a.since) filter (where a.holds and a.kind = 'ORDINARY' and not a.temporary) as coordinator_since,
    (array_agg(a.id) filter (where a.holds and a.kind = 'ORDINARY' and a.temporary))[1] as temporary_id,
    (array_agg(a.id order by a.temporary) filter (where a.holds and a.kind = 'CHILD'))[1] as child_id,
    (array_agg(a.id order by a.since) filter (where a.is_to_come))[1] as next_id,
    min(a.since) filter (where a.is_to_come) as next_from,
    coalesce(array_agg(a.id) filter (where a.holds), '{}') as ids,
    max(a.until) filter (where a.has_left) as left_on,
    max(a.until) filter (where a.has_left and not a.ends_need) as left_needed_on,
    max(a.until) filter (where a.ends_need and a.until <= ${today}::date) as ended_on
  from (
    select one."coordinatorId" as id, one.unit, one.kind, one.temporary, one."validFrom" as since, one."releasedOn" as until,
      ${holds('one', today)} as holds,
      one."validFrom" > ${today}::date and coalesce(one."validFrom" < one."releasedOn", true) as is_to_come,
      one."validFrom" < one."releasedOn" and one."releasedOn" <= ${today}::date as has_left,
      coalesce(one."releaseReasonCode" in (${textsOf(releasesEndingNeed)}), false) as ends_need
    from jsonb_to_recordset(g.appointments)
      one("coordinatorId" text, unit text, kind text, temporary boolean, "validFrom" date, "releasedOn" date,
        "releaseReasonCode" text)) a`;

const textsOf = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

/** Since when someone should coordinate: the first grant or release after the need last ended, also with a case, or the plan that runs; not while the person says no (libs/coordination, need.ts). */
const neededSince = `
  select least(
    case when g.coordinator_declined_on is null then g.plan_since end,
    case when held.left_needed_on > ended.last_on then held.left_needed_on end,
    (select min(day) from unnest(granted.granted_on) day where day > ended.last_on)) as since
  from (
    select greatest('-infinity'::date, held.ended_on, used_up.last_on, g.coordinator_declined_on, max(plan."closedOn")) as last_on
    from jsonb_to_recordset(g.plans) plan("closedOn" date, "reasonCode" text)
    where plan."reasonCode" in (${textsOf(closuresEndingNeed)})) ended`;
