import { viewOf } from '#projecting';
import { ageLimits } from '#vocabulary';
import { consented } from '../coordination-register/consented.js';
import { coordinationRegister } from '../coordination-register/projection.js';
import { people } from '../people/projection.js';
import { registrationsOf } from '../registrations.js';
import { besideGuardians } from './guardian.queries.js';

/**
 * What stands open on the case of a row `alias` with `received_on`, `unwritten`, `signed`, `needed_scopes`, `heard_on`, `closed_on` and `besideCase` joined to it,
 * as a list. A need without an application is content with any consent. A child may have the age to be heard from the year in which it does.
 */
export const openPointsOf = (alias: string) => `
    case when ${alias}.closed_on is not null then '{}' else array_remove(array[
      case when ${alias}.received_on is null then 'APPLICATION' end,
      case when ${alias}.unwritten then 'WRITING' end,
      case when ${alias}.signed is false then 'SIGNATURE' end,
      case when consent.scopes = '{}' or not ${alias}.needed_scopes <@ consent.scopes then 'CONSENT' end,
      case when guardians.unrecorded then 'GUARDIAN' end,
      case when guardians.other_missing then 'OTHER_GUARDIAN' end,
      case when p.identity_number is null and p.disposed is not true and not (
        (p.merged_into is not null or p.merged <> '{}') and exists (
          select from ${viewOf(people)} other
          where other.municipality = ${alias}.municipality and other.identity_number is not null
            and other.person_id = any (array(${registrationsOf(`${alias}.municipality`, `${alias}.subject_id`)}))))
      then 'IDENTITY_NUMBER' end,
      case when ${alias}.heard_on is null and p.is_to_be_heard then 'CHILD_NOT_HEARD' end
    ], null) end`;

const yearsToBeHeard = ageLimits.HEARD.at(-1)?.years ?? 0;
const yearsOfMajority = ageLimits.MAJORITY.at(-1)?.years ?? 0;

/** Of an age to be heard in one's own case by that day, as far as the year of birth tells (barnelova § 31), and no adult for sure. */
export const isToBeHeard = (person: string, today: string) => `(
  ${person}.birth_year + ${yearsToBeHeard} <= extract(year from ${today}::date)
  and extract(year from ${today}::date) <= ${person}.birth_year + ${yearsOfMajority})`;

/** An adult on that day, as far as the year of birth tells; also of whom that is not known. */
export const isGrownUp = (person: string, today: string) =>
  `coalesce(${person}.birth_year + ${yearsOfMajority} < extract(year from ${today}::date), true)`;

/** The person `p` of a row `alias`, the row `r` of the register under which the person is coordinated, and what is consented to on a day. */
export const besideCase = (alias: string, today: string) => `
  left join lateral (
    select person.identity_number, person.disposed, person.merged_into, person.merged, person.coordinated_as,
      person.birth_year, person.relations, ${isToBeHeard('person', today)} as is_to_be_heard
    from ${viewOf(people)} person
    where person.municipality = ${alias}.municipality and person.person_id = ${alias}.subject_id offset 0) p on true
  left join lateral (
    select survivor.coordinated_as, survivor.relations from ${viewOf(people)} survivor
    where survivor.municipality = ${alias}.municipality and survivor.person_id = p.merged_into offset 0) s on true
  cross join lateral (
    select coalesce(s.coordinated_as, p.merged_into, p.coordinated_as, ${alias}.subject_id) as subject_id offset 0) going
  left join lateral (
    select kept.active_plan_id, kept.appointments, kept.consents, kept.plans, kept.members from ${viewOf(coordinationRegister)} kept
    where kept.municipality = ${alias}.municipality and kept.subject_id = going.subject_id offset 0) r on true
  cross join lateral (select ${consented('r', today)} as scopes) consent
  ${besideGuardians(`coalesce(p.relations, '[]') || coalesce(s.relations, '[]')`, today)}`;
