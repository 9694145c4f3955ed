import { ageLimits } from '#vocabulary';

const holdsOn = (one: string, day: string) =>
  `${one}."validFrom" <= ${day} and coalesce(${day} <= ${one}."validUntil", true) and coalesce(${day} < ${one}."endedOn", true)`;

/** Who decides for the person on a day, of relations as people have them: the domain's `decidesFor` and `isRelated` in SQL. */
const guardiansOn = (relations: string, day: string) => `
  select related."partyId" from jsonb_to_recordset(${relations}) related("partyId" text, kind text, "validFrom" date,
    "validUntil" date, "endedOn" date, "parentalResponsibility" boolean)
  where (related.kind = 'GUARDIAN' or (related.kind = 'PARENT' and related."parentalResponsibility" is not false))
    and ${holdsOn('related', day)}`;

/** What guardians and parents consented to and what of it holds on a day. */
const givenByGuardians = (consents: string, today: string) => `
  select given."givenById", given."givenOn" from jsonb_to_recordset(${consents}) given("givenBy" text, "givenById" text,
    "givenOn" date, "validUntil" date, "withdrawnOn" date)
  where given."givenBy" in ('GUARDIAN', 'PARENT') and given."givenOn" <= ${today}::date
    and coalesce(${today}::date <= given."validUntil", true) and coalesce(given."withdrawnOn" > ${today}::date, true)`;

const consentYears = ageLimits.CONSENT.at(-1)?.years ?? 0;

/**
 * Of a person `p` with `relations`, and the register's row `r`: whether somebody consented as a guardian who is recorded as none, and whether
 * one of several guardians of somebody surely too young to consent alone has not consented where another has (pbrl § 4-4).
 */
export const besideGuardians = (relations: string, today: string) => `
  cross join lateral (
    select
      exists (select from (${givenByGuardians('r.consents', today)}) given
        where given."givenById" is null
          or given."givenById" not in (${guardiansOn(relations, 'given."givenOn"')})) as unrecorded,
      p.birth_year + ${consentYears} > extract(year from ${today}::date)
        and exists (${givenByGuardians('r.consents', today)})
        and exists (select from (${guardiansOn(relations, `${today}::date`)}) guardian
          where guardian."partyId" not in (
            select given."givenById" from (${givenByGuardians('r.consents', today)}) given
            where given."givenById" is not null)) as other_missing) guardians`;
