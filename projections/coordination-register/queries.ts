import type { Viewer } from '#personal-data/viewer';
import { inTransaction, type Pool } from '#postgres';
import { viewOf } from '#projecting';
import { caseOverview } from '../case-overview/projection.js';
import { reach } from '../reach.js';
import { isId, pageOf, Parameters, type Page, type PageRequest } from '../selection.js';
import {
  coordinationRegister as projection,
  type Appointment,
  type Consent,
  type Gap,
  type LostBasis,
  type Member,
  type Plan,
} from './projection.js';

/** One person in the register of plans and coordinators. */
export interface CoordinationView {
  readonly municipality: string;
  readonly subjectId: string;
  /** Of `coordination-…`; undefined for a person with a granted item and nothing done about it yet. */
  readonly revision: bigint | undefined;
  readonly consents: readonly Consent[];
  /** What the person consents to on the day asked about. */
  readonly consentScopes: readonly string[];
  readonly activePlanId: string | null;
  readonly planSince: string | null;
  readonly plans: readonly Plan[];
  readonly coordinatorId: string | null;
  readonly coordinatorUnit: string | null;
  readonly coordinatorSince: string | null;
  readonly temporaryCoordinatorId: string | null;
  readonly childCoordinatorId: string | null;
  readonly appointments: readonly Appointment[];
  /** Since when someone should coordinate and nobody does: also since a decision that no appointment has followed (U16). */
  readonly withoutCoordinatorSince: string | null;
  readonly gaps: readonly Gap[];
  readonly lostBases: readonly LostBasis[];
  readonly members: readonly Member[];
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
export async function coordinationRegister(
  pool: Pool,
  viewer: Viewer,
  filter: CoordinationFilter,
  { today, after, limit }: PageRequest<CoordinationAfter> & { readonly today: string },
): Promise<Page<CoordinationView, CoordinationAfter>> {
  const parameters = new Parameters();
  const register = registerOf(viewer, parameters, parameters.of(today));
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
  const { rows } = await coordinationRegister(pool, viewer, { subjectId }, { today, limit: 1 });
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
  '"municipality", "subjectId", "revision", "consents", "consentScopes", "activePlanId", "planSince", "plans", "coordinatorId", "coordinatorUnit", "coordinatorSince", "temporaryCoordinatorId", "childCoordinatorId", "appointments", "withoutCoordinatorSince", "gaps", "lostBases", "members"';

/** Persons in the register, and those with a granted item who are not in it yet. */
function registerOf(viewer: Viewer, parameters: Parameters, today: string): string {
  return `
  with granted as (
    select municipality, subject_id, min(decided_on) as since
    from ${viewOf(caseOverview)}
    where withdrawn_on is null and decided_on is not null
      and (outcomes @> '[{"outcome": "GRANTED"}]' or outcomes @> '[{"outcome": "PARTLY"}]')
    group by municipality, subject_id),
  register as (
    select municipality, subject_id, r.revision, r.consents, r.active_plan_id, r.plan_since, r.plans, r.coordinator_id,
      r.coordinator_unit, r.coordinator_since, r.temporary_coordinator_id, r.child_coordinator_id, r.coordinator_ids,
      r.appointments, r.gaps, r.lost_bases, r.members,
      coalesce(r.without_coordinator_since,
        case when coalesce(r.appointments, '[]') = '[]' then granted.since end) as without_coordinator_since
    from ${viewOf(projection)} r full join granted using (municipality, subject_id))
  select ${shown} from (
    select g.municipality, g.subject_id as "subjectId", g.revision, coalesce(g.consents, '[]') as consents,
      array(
        select distinct scope from jsonb_array_elements(coalesce(g.consents, '[]')) consent,
          jsonb_array_elements_text(consent -> 'scopes') scope
        where consent ->> 'withdrawnOn' is null
          and coalesce((consent ->> 'validUntil')::date >= ${today}::date, true)
        order by scope) as "consentScopes",
      g.active_plan_id as "activePlanId", g.plan_since as "planSince", coalesce(g.plans, '[]') as plans,
      g.coordinator_id as "coordinatorId", g.coordinator_unit as "coordinatorUnit",
      g.coordinator_since as "coordinatorSince", g.temporary_coordinator_id as "temporaryCoordinatorId",
      g.child_coordinator_id as "childCoordinatorId", coalesce(g.coordinator_ids, '{}') as "coordinatorIds",
      coalesce(g.appointments, '[]') as appointments, g.without_coordinator_since as "withoutCoordinatorSince",
      coalesce(g.gaps, '[]') as gaps, coalesce(g.lost_bases, '[]') as "lostBases", coalesce(g.members, '[]') as members
    from register g where ${reach(viewer, 'g', parameters)}) seen`;
}

async function read(
  pool: Pool,
  viewer: Viewer,
  text: string,
  { values }: Parameters,
): Promise<CoordinationView[]> {
  const { rows } = await inTransaction(
    pool,
    (client) => client.query<CoordinationView & { readonly revision: string | null }>(text, values),
    { tenants: viewer.tenants, readOnly: true },
  );
  return rows.map((row) => ({ ...row, revision: row.revision === null ? undefined : BigInt(row.revision) }));
}
