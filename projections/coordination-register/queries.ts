import { closuresEndingNeed, releasesEndingNeed } from '#coordination';
import type { Viewer } from '#personal-data/viewer';
import { inTransaction, type Pool } from '#postgres';
import { viewOf } from '#projecting';
import { caseOverview } from '../case-overview/projection.js';
import { reach } from '../reach.js';
import { isId, pageOf, Parameters, type Page, type PageRequest, type Read } from '../selection.js';
import { consented } from './consented.js';
import { holds } from './coordinating.js';
import { coordinationRegister, type CoordinationRow } from './projection.js';

export { columns as registerColumns } from './projection.js';
import { withoutConsent } from './without-consent.js';

/** One person in the register of plans and coordinators. */
export interface CoordinationView extends Omit<Read<CoordinationRow>, 'appointedIds'> {
  readonly municipality: string;
  /** Of `coordination-…`; undefined for a person with a granted item and nothing done about it yet. */
  readonly revision: bigint | undefined;
  /** What the person consents to on the day asked about. */
  readonly consentScopes: readonly string[];
  readonly coordinatorId: string | null;
  readonly coordinatorUnit: string | null;
  readonly coordinatorSince: string | null;
  readonly temporaryCoordinatorId: string | null;
  readonly childCoordinatorId: string | null;
  /** Appointed for a day to come, the first of them. */
  readonly nextCoordinatorId: string | null;
  readonly nextCoordinatorFrom: string | null;
  /** Since when someone should coordinate and nobody does, in whatever way: also since a decision that no appointment has followed (U16). */
  readonly withoutCoordinatorSince: string | null;
  /** Appointments, plans and members that stand though no consent covers when they begin, or now. */
  readonly withoutConsent: readonly string[];
}

export interface CoordinationFilter {
  readonly subjectId?: string | undefined;
  /** Persons whom this party coordinates, in whatever way. */
  readonly coordinatorId?: string | undefined;
  readonly withoutCoordinator?: boolean | undefined;
  readonly withPlan?: boolean | undefined;
}

/** Place in the list: the person. */
export type CoordinationAfter = readonly [municipality: string, subjectId: string];

export const isCoordinationAfter = (value: unknown): value is CoordinationAfter =>
  Array.isArray(value) && value.length === 2 && value.every(isId);

/** Who has a plan, who coordinates, who is without and since when. */
export async function coordinationRegisterPage(
  pool: Pool,
  viewer: Viewer,
  filter: CoordinationFilter,
  { today, after, limit }: PageRequest<CoordinationAfter> & { readonly today: string },
): Promise<Page<CoordinationView, CoordinationAfter>> {
  const parameters = new Parameters();
  const register = registerOf(viewer, parameters, today);
  const conditions = ['true', ...conditionsOf(filter, parameters)];
  if (after) {
    conditions.push(
      `("municipality", "subjectId") > (${parameters.of(after[0])}::text, ${parameters.of(after[1])}::text)`,
    );
  }
  const rows = await read(
    pool,
    viewer,
    `${register} where ${conditions.join(' and ')}
     order by "municipality", "subjectId" limit ${parameters.of(limit + 1)}`,
    parameters,
    today,
  );
  return pageOf(rows, limit, ({ municipality, subjectId }): CoordinationAfter => [municipality, subjectId]);
}

/** One person's coordination; undefined when there is none that this viewer may see. */
export async function coordinationOf(
  pool: Pool,
  viewer: Viewer,
  subjectId: string,
  { today }: { readonly today: string },
): Promise<CoordinationView | undefined> {
  const { rows } = await coordinationRegisterPage(pool, viewer, { subjectId }, { today, limit: 1 });
  return rows[0];
}

function conditionsOf(filter: CoordinationFilter, parameters: Parameters): string[] {
  const { subjectId, coordinatorId, withoutCoordinator, withPlan } = filter;
  const conditions: string[] = [];
  if (subjectId !== undefined) conditions.push(`"subjectId" = ${parameters.of(subjectId)}`);
  if (coordinatorId !== undefined) {
    conditions.push(`"coordinatorIds" @> array[${parameters.of(coordinatorId)}::text]`);
  }
  if (withoutCoordinator !== undefined) {
    conditions.push(
      `("withoutCoordinatorSince" is not null) = ${parameters.of(withoutCoordinator)}::boolean`,
    );
  }
  if (withPlan !== undefined) {
    conditions.push(`("activePlanId" is not null) = ${parameters.of(withPlan)}::boolean`);
  }
  return conditions;
}

const shown =
  '"municipality", "subjectId", "revision", "consents", "consentScopes", "activePlanId", "planSince", "plans", "coordinatorId", "coordinatorUnit", "coordinatorSince", "temporaryCoordinatorId", "childCoordinatorId", "nextCoordinatorId", "nextCoordinatorFrom", "appointments", "withoutCoordinatorSince", "gaps", "lostBases", "members"';

/** Persons in the register, and those with a granted item who are not in it yet, as they stand on that day. */
function registerOf(viewer: Viewer, parameters: Parameters, day: string): string {
  const today = parameters.of(day);
  return `
  with granted as (
    select municipality, subject_id, array_agg(decided_on) as granted_on
    from ${viewOf(caseOverview)}
    where withdrawn_on is null and decided_on is not null
      and (outcomes @> '[{"outcome": "GRANTED"}]' or outcomes @> '[{"outcome": "PARTLY"}]')
    group by municipality, subject_id),
  register as (
    select municipality, subject_id, r.revision, r.consents, r.active_plan_id, r.plan_since, r.plans, r.appointments,
      r.gaps, r.lost_bases, r.members, granted.granted_on
    from ${viewOf(coordinationRegister)} r full join granted using (municipality, subject_id))
  select ${shown} from (
    select g.municipality, g.subject_id as "subjectId", g.revision, coalesce(g.consents, '[]') as consents,
      ${consented('g', today)} as "consentScopes",
      g.active_plan_id as "activePlanId", g.plan_since as "planSince", coalesce(g.plans, '[]') as plans,
      held.coordinator_id as "coordinatorId", held.coordinator_unit as "coordinatorUnit",
      held.coordinator_since as "coordinatorSince", held.temporary_id as "temporaryCoordinatorId",
      held.child_id as "childCoordinatorId", held.next_id as "nextCoordinatorId", held.next_from as "nextCoordinatorFrom",
      held.ids as "coordinatorIds", coalesce(g.appointments, '[]') as appointments,
      case when held.ids = '{}' and need.since is not null then greatest(need.since, held.left_on) end
        as "withoutCoordinatorSince",
      coalesce(g.gaps, '[]') as gaps, coalesce(g.lost_bases, '[]') as "lostBases", coalesce(g.members, '[]') as members
    from register g
    cross join lateral (${heldOn(today)}) held
    cross join lateral (${neededSince}) need
    where ${reach(viewer, 'g', parameters, day)}) seen`;
}

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

/** Since when someone should coordinate: the first grant or release after the need last ended, or the plan that runs (libs/coordination, need.ts). */
const neededSince = `
  select least(
    g.plan_since,
    case when held.left_needed_on > ended.last_on then held.left_needed_on end,
    (select min(day) from unnest(g.granted_on) day where day > ended.last_on)) as since
  from (
    select greatest('-infinity'::date, held.ended_on, max(plan."closedOn")) as last_on
    from jsonb_to_recordset(g.plans) plan("closedOn" date, "reasonCode" text)
    where plan."reasonCode" in (${textsOf(closuresEndingNeed)})) ended`;

async function read(
  pool: Pool,
  viewer: Viewer,
  text: string,
  { values }: Parameters,
  today: string,
): Promise<CoordinationView[]> {
  const { rows } = await inTransaction(
    pool,
    (client) =>
      client.query<
        Omit<CoordinationView, 'revision' | 'withoutConsent'> & { readonly revision: string | null }
      >(text, values),
    { tenants: viewer.tenants, readOnly: true },
  );
  return rows.map((row) => ({
    ...row,
    revision: row.revision === null ? undefined : BigInt(row.revision),
    withoutConsent: withoutConsent(row, today),
  }));
}
