import { viewOf } from '#projecting';
import { sharingConsent } from '../coordination-register/sharing.js';
import { followUp } from '../follow-up/projection.js';
import { people } from '../people/projection.js';
import { registrationsOf } from '../registrations.js';

/** Rows and placeholders that the conditions below speak of. */
interface Of {
  /** The row of `plan_content`, and of the register that has its person. */
  readonly plan: string;
  readonly kept: string;
  /** Placeholders: ids of whom it is shown to, and the day. */
  readonly ids: string;
  readonly today: string;
}

/**
 * The sections of a plan that somebody was given access to, as a table of one column `section`: on that day, while a consent to share that names them or
 * nobody holds and covers the section, while they are in the group where the access follows from that, and the plan goes on (invariant 13). What is kept
 * from a parent is not shared with that one either (pbrl § 3-4). What is shown before sharing goes by this too.
 */
export const sharedSections = ({ plan, kept, ids, today }: Of) => `(
  select distinct shown.section
  from jsonb_to_recordset(${plan}.accesses)
    given("partyId" text, "memberId" text, sections text[], "grantedOn" date, until date, "consentId" text, "revokedOn" date)
  cross join lateral (${sharingConsent(kept, today)}) agreed
  cross join lateral unnest(given.sections) shown(section)
  where given."partyId" = any (${ids}::text[]) and given."revokedOn" is null
    and given."grantedOn" <= ${today}::date and ${today}::date <= given.until
    and coalesce(shown.section = any (agreed.sections), true)
    and (given."memberId" is null or exists (
      select from jsonb_to_recordset(${kept}.members) member("memberId" text, "leftOn" date)
      where member."memberId" = given."memberId" and coalesce(${today}::date < member."leftOn", true)))
    and not exists (${withheldFrom({ kept, today })})
    and exists (
      select from jsonb_to_recordset(${kept}.plans) going("planId" text, "closedOn" date)
      where going."planId" = ${plan}.plan_id and coalesce(${today}::date < going."closedOn", true)))`;

/** What is kept on a day from the parent that a row `given` shares a row `shown` with: from that one, or from every parent and guardian. */
const withheldFrom = ({ kept, today }: Pick<Of, 'kept' | 'today'>) => `
  select from (${registrationsOf(`${kept}.municipality`, `${kept}.subject_id`)}) registration
  cross join lateral (
    select own.insights from ${viewOf(followUp)} own
    where own.municipality = ${kept}.municipality and own.subject_id = registration.id offset 0) around
  cross join lateral jsonb_to_recordset(around.insights)
    decided("partyId" text, sections text[], ground text, "decidedOn" date, "endedOn" date)
  where decided.ground is not null and shown.section = any (decided.sections)
    and decided."decidedOn" <= ${today}::date and coalesce(${today}::date < decided."endedOn", true)
    and (decided."partyId" = given."partyId" or decided."partyId" is null and exists (
      select from (${registrationsOf(`${kept}.municipality`, `${kept}.subject_id`)}) registered
      cross join lateral (
        select own.relations from ${viewOf(people)} own
        where own.municipality = ${kept}.municipality and own.person_id = registered.id offset 0) person
      cross join lateral jsonb_to_recordset(person.relations) related("partyId" text, kind text)
      where related."partyId" = given."partyId" and related.kind in ('PARENT', 'GUARDIAN')))`;
