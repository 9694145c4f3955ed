import { idsOf, type Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { coordinationRegister } from '../coordination-register/projection.js';
import { sharingConsent } from '../coordination-register/sharing.js';
import { crisisPlanRecipients } from '../crisis-plan-recipients/projection.js';
import { coordinated, heldAnyhow, heldFor, isOwn, reach, tenantsOf } from '../reach.js';
import { registrationsOf } from '../registrations.js';
import {
  camel,
  isId,
  only,
  type Page,
  pageOf,
  Parameters,
  type PageRequest,
  type Provenance,
  type Read,
  selection,
} from '../selection.js';
import { columns, crisisPlans, type CrisisPlanRow } from './projection.js';

export { columns } from './projection.js';

/** What whoever knows that there is one sees. */
export const standing = only(
  columns,
  'subject_id',
  'drawn_up_on',
  'version',
  'written_on',
  'with_subject',
  'next_review_on',
  'reviewed_on',
  'withdrawn_on',
);
/** What it says. */
export const content = only(columns, 'warning_signs', 'what_helps', 'what_to_do', 'whom_to_call');
/** What whoever coordinates sees alone. */
export const whole = only(columns, 'review_remark', 'withdrawn_reason', 'versions', 'recipients', 'copies');

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
export type CrisisPlanView = Read<Pick<CrisisPlanRow, keyof typeof standing>> &
  Read<Pick<CrisisPlanRow, keyof typeof content>> &
  Nullable<Read<Pick<CrisisPlanRow, keyof typeof whole | 'readings'>>> &
  Provenance & {
    /** Whether the viewer may read what it says, and whether the viewer coordinates. */
    readonly isOpen: boolean;
    readonly isWhole: boolean;
    /** The viewer opened it in an emergency that day. */
    readonly openedToday: boolean;
    /** Those of its recipients who may read it today. */
    readonly readers: readonly string[];
  };

interface Asking {
  readonly subjectId: string;
  readonly today: string;
  /** Asked by whoever read it in an emergency that day, and for that alone. */
  readonly inEmergency?: boolean;
}

/** A person's crisis plan as a viewer sees it; undefined where there is none that they may know of. Of several registrations, the one under which it stands. */
export async function crisisPlanOf(
  pool: Pool,
  viewer: Viewer,
  { subjectId, today, inEmergency = false }: Asking,
): Promise<CrisisPlanView | undefined> {
  const parameters = new Parameters();
  const on = parameters.of(today);
  const day = `${on}::date`;
  const ids = `${parameters.of(idsOf(viewer))}::text[]`;
  const registrations = registrationsOf('tenant.of', `${parameters.of(subjectId)}::text`);
  const held = heldFor(viewer, 'crisisPlanContent');
  const coordinates =
    held.length === 0 || inEmergency ? 'false' : coordinated(heldAnyhow(held), 'f', parameters, today);
  const readToday = `exists (
    select from jsonb_to_recordset(f.readings) read("readerId" text, "readOn" date)
    where read."readerId" = any (${ids}) and read."readOn" = ${day})`;
  const isOpen = inEmergency ? 'seen.in_emergency' : '(seen.whole or given.is_own)';
  const isKnown = inEmergency ? isOpen : `(seen.known or seen.in_emergency or ${isOpen})`;
  const knows = seesAll(viewer, 'crisisPlan') ? 'true' : 'seen_by.whole';
  const judges = inEmergency
    ? 'false'
    : reach(viewer, 'crisisPlanReadings', { alias: 'f' }, parameters, today);
  const shownIf = (condition: string, shown: object) =>
    Object.keys(shown)
      .map((name) => `case when ${condition} then f.${name} end as "${camel(name)}"`)
      .join(', ');
  const rows = await readFor<CrisisPlanView>(
    pool,
    viewer.tenants,
    `select f.municipality, f.revision, ${selection(standing, 'f')}, ${isOpen} as "isOpen", seen.whole as "isWhole", seen.in_emergency as "openedToday",
       case when seen.whole then given.readers else '{}' end as readers,
       ${shownIf(isOpen, content)}, ${shownIf('seen.whole', whole)}, ${shownIf('seen.judges', { readings: null })}
     from unnest(${parameters.of(viewer.tenants)}::text[]) tenant (of), lateral (${registrations}) one, lateral (
       select own.municipality, own.revision, ${columnNames} from ${viewOf(crisisPlans)} own
       where own.municipality = tenant.of and own.subject_id = one.id offset 0) f
     cross join lateral (select ${coordinates} as whole offset 0) seen_by
     cross join lateral (
       select seen_by.whole, ${knows} as known, ${judges} as judges,
         f.drawn_up_on is not null and ${readToday} as in_emergency offset 0) seen
     cross join lateral (
       select coalesce(array_agg(given."recipientId"), '{}') as readers, coalesce(bool_or(given."partyId" = any (${ids})), false) as is_own
       from jsonb_to_recordset(f.recipients)
         given("recipientId" text, "partyId" text, "consentId" text, "givenOn" date, until date, "takenBackOn" date)
       where f.drawn_up_on is not null and given."takenBackOn" is null and given."givenOn" <= ${day} and ${day} <= given.until
         and exists (${covering(registrations, on)})) given
     where ${isKnown}
     order by f.drawn_up_on is null, f.subject_id limit 1`,
    parameters.values,
  );
  const [row] = rows;
  return row && { ...row, revision: BigInt(row.revision) };
}

const columnNames = Object.keys(columns)
  .map((name) => `own.${name}`)
  .join(', ');

/** The consent that a row `given` goes by, while it holds: it names the crisis plan (invariant 13). `day` is a placeholder. */
const covering = (registrations: string, day: string) => `
  select from (${registrations}) registration
  join ${viewOf(coordinationRegister)} kept on kept.municipality = tenant.of and kept.subject_id = registration.id
  cross join lateral (${sharingConsent('kept', day)}) agreed
  where 'CRISIS_PLAN' = any (agreed.sections)`;

/** A crisis plan that was given to one. */
export type SharedCrisisPlan = Read<
  Pick<CrisisPlanRow, 'subject_id' | 'version' | 'written_on' | 'next_review_on'>
> & {
  readonly municipality: string;
  /** The last day on which one may read it. */
  readonly until: string;
};
export type SharedCrisisPlanAfter = readonly [subjectId: string];
export const isSharedCrisisPlanAfter = (value: unknown): value is SharedCrisisPlanAfter =>
  Array.isArray(value) && value.length === 1 && isId(value[0]);

/** The crisis plans that were given to the viewer and may be read today, by person. */
export async function sharedCrisisPlansPage(
  pool: Pool,
  viewer: Viewer,
  { today, after, limit }: PageRequest<SharedCrisisPlanAfter> & { readonly today: string },
): Promise<Page<SharedCrisisPlan, SharedCrisisPlanAfter>> {
  const parameters = new Parameters();
  const on = parameters.of(today);
  const day = `${on}::date`;
  const later = after === undefined ? 'true' : `given.subject_id > ${parameters.of(after[0])}::text`;
  const rows = await readFor<SharedCrisisPlan>(
    pool,
    viewer.tenants,
    `select f.municipality, f.subject_id as "subjectId", f.version, f.written_on as "writtenOn", f.next_review_on as "nextReviewOn", seen.until
     from ${tenantsOf(viewer, parameters)}
     cross join lateral (
       select distinct given.subject_id from ${viewOf(crisisPlanRecipients)} given
       where given.municipality = tenant.of and ${isOwn('given.party_id', viewer, parameters)} and ${later} offset 0) mine
     cross join lateral (
       select own.municipality, own.subject_id, own.version, own.written_on, own.next_review_on, own.drawn_up_on, own.recipients
       from ${viewOf(crisisPlans)} own
       where own.municipality = tenant.of and own.subject_id = mine.subject_id offset 0) f
     cross join lateral (
       select max(given.until) as until
       from jsonb_to_recordset(f.recipients)
         given("recipientId" text, "partyId" text, "consentId" text, "givenOn" date, until date, "takenBackOn" date)
       where f.drawn_up_on is not null and given."takenBackOn" is null and given."givenOn" <= ${day} and ${day} <= given.until
         and given."partyId" = any (${parameters.of(idsOf(viewer))}::text[])
         and exists (${covering(registrationsOf('tenant.of', 'mine.subject_id'), on)})) seen
     where seen.until is not null
     order by f.subject_id limit ${parameters.of(limit + 1)}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ subjectId }): SharedCrisisPlanAfter => [subjectId]);
}
