import { viewOf } from '#projecting';
import { coordinationRegister } from '../coordination-register/projection.js';
import { documents } from '../documents/projection.js';
import { people } from '../people/projection.js';
import type { Parameters } from '../selection.js';
import { isGrownUp, isToBeHeard } from './standing.queries.js';

/** What holds of a municipality's cases by its profile, on the days on which that is in force. */
export interface Route {
  readonly municipality: string;
  readonly from: string;
  readonly until: string;
  readonly conditions: readonly string[];
}

/**
 * What holds outside the case of a row `c`, of what its gaps depend on, as a list: by the person's age and the municipality's route on the day of
 * its decision, else today; and of the person's plan now.
 */
export const conditionsHeld = (today: string, routes: readonly Route[], parameters: Parameters) => `(
  select array_remove(array[
      case when person.is_child then 'CHILD' end,
      case when coalesce(person.is_adult, true) then 'ADULT' end,
      case when ${planUnfiled} then 'PLAN_UNFILED' end], null) || coalesce(route.conditions, '{}')
  from (select coalesce(c.amended_on, c.decided_on, ${today}::date) as day) of_case
  left join lateral (
    select ${isToBeHeard('one', 'of_case.day')} as is_child, ${isGrownUp('one', 'of_case.day')} as is_adult
    from ${viewOf(people)} one
    where one.municipality = c.municipality and one.person_id = c.subject_id offset 0) person on true
  left join lateral (
    select profile.conditions
    from jsonb_to_recordset(${parameters.of(JSON.stringify(routes))}::jsonb)
      profile(municipality text, "from" date, "until" date, conditions text[])
    where profile.municipality = c.municipality and profile."from" <= of_case.day and of_case.day < profile."until"
    limit 1) route on true)::text[]`;

/** A plan was begun for the person, and none is filed, on the case or about the person. */
const planUnfiled = `exists (
    select from ${viewOf(coordinationRegister)} kept
    where kept.municipality = c.municipality and kept.subject_id = c.subject_id and jsonb_array_length(kept.plans) > 0 offset 0)
  and not exists (
    select from ${viewOf(documents)} filed
    where filed.municipality = c.municipality and filed.subject_id = c.subject_id and filed.kind = 'PLAN' offset 0)
  and not exists (
    select from ${viewOf(documents)} filed
    where filed.municipality = c.municipality and filed.case_id = c.case_id and filed.kind = 'PLAN' offset 0)`;

/** Whether a row `c` lacks something by that day. What surely lacks is told by the row alone. */
export const isLacking = (today: string, routes: readonly Route[], parameters: Parameters) => `(
  coalesce(c.lacks_from <= ${today}::date, false) or (coalesce(c.may_lack_from <= ${today}::date, false) and exists (
    select from jsonb_to_recordset(c.gaps) gap("from" date, "where" text)
    where gap."from" <= ${today}::date and gap."where" = any (${conditionsHeld(today, routes, parameters)}))))`;

/** Whether a row `c` lacks this by that day. */
export const lacks = (code: string, today: string, routes: readonly Route[], parameters: Parameters) => `(
  c.gap_codes @> array[${parameters.of(code)}::text] and exists (
    select from ${standing(today, routes, parameters)} and gap.code = ${parameters.of(code)}::text))`;

/** The codes of what a row `c` lacks by that day, in the order in which it is told. Conditions are asked only of what may lack something. */
export const lackedCodes = (today: string, routes: readonly Route[], parameters: Parameters) =>
  `array(select gap.code from ${standing(today, routes, parameters)} order by gap.place)`;

const standing = (today: string, routes: readonly Route[], parameters: Parameters) => `
  rows from (jsonb_to_recordset(c.gaps) as (code text, "from" date, "where" text)) with ordinality gap(code, "from", "where", place)
  where gap."from" <= ${today}::date and (gap."where" is null or gap."where" = any (${conditionsHeld(today, routes, parameters)}))`;
