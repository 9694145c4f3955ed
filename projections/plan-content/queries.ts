import { subjectIdOfPlan } from '#coordination';
import { idsOf, type Viewer } from '#personal-data/viewer';
import { type PlanSection, planSections } from '#plan';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { relationsOf, seesAll } from '../access.js';
import { consented } from '../coordination-register/consented.js';
import { coordinating } from '../coordination-register/coordinating.js';
import { coordinationRegister } from '../coordination-register/projection.js';
import { planAccesses } from '../plan-accesses/projection.js';
import { coordinated, heldAnyhow, heldFor, isOwn, tenantsOf } from '../reach.js';
import {
  isDay,
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
import { columns, planContent, type PlanContentRow } from './projection.js';
import { sharedSections } from './sharing.queries.js';

export { columns, type PlanContentRow } from './projection.js';

/** What of a plan is shown by section; the own story and what is written entry by entry stand in `entries`. */
const bySection = {
  goals: 'GOALS',
  milestones: 'GOALS',
  measures: 'MEASURES',
  moves: 'MEASURES',
  participants: 'PARTICIPANTS',
  sub_plans: 'SUB_PLANS',
} as const satisfies Partial<Record<keyof PlanContentRow, PlanSection>>;
/** What everybody sees who sees anything of it. */
const course = only(
  columns,
  'until',
  'next_review_on',
  'versions',
  'paused_on',
  'pause_code',
  'on_paper',
  'event_id',
);
/** What whoever coordinates sees alone. */
const coordinators = ['accesses', 'reviews'] as const;

type Shown = Pick<
  PlanContentRow,
  'entries' | keyof typeof bySection | (typeof coordinators)[number] | keyof typeof course | 'paper_place'
>;
export type PlanView = Read<Shown> &
  Provenance & {
    readonly planId: string;
    readonly subjectId: string;
    readonly startedOn: string;
    readonly closedOn: string | null;
    /** What of it this viewer sees. */
    readonly sections: readonly PlanSection[];
    /** Whether the viewer sees all of it: as whoever coordinates. */
    readonly isWhole: boolean;
    readonly coordinatorIds: readonly string[];
    /** To what the person consents today. */
    readonly consents: readonly string[];
  };

/** Whom it is shown to: the viewer, or another as whoever coordinates would see them served. */
interface Asking {
  readonly planId: string;
  readonly today: string;
  readonly asPartyIds?: readonly string[] | undefined;
}

/** A plan as a viewer sees it, with nothing of sections that are not shown to them; undefined where there is none that they may see. */
export async function planById(
  pool: Pool,
  viewer: Viewer,
  { planId, today, asPartyIds }: Asking,
): Promise<PlanView | undefined> {
  const subjectId = subjectIdOfPlan(planId);
  if (subjectId === undefined) return undefined;
  const parameters = new Parameters();
  const day = parameters.of(today);
  const held = heldFor(viewer, 'plan');
  const coordinates = held.length === 0 ? 'false' : coordinated(heldAnyhow(held), 'kept', parameters, today);
  const ids = parameters.of(asPartyIds ?? idsOf(viewer));
  const shared = sharedSections({ plan: 'p', kept: 'kept', ids, today: day });
  // Whoever coordinates and looks as another sees what that one does, and nobody else looks as another.
  const isWhole = asPartyIds === undefined ? 'mine.coordinates' : 'false';
  const isLetIn =
    asPartyIds === undefined ? '(seen.whole or cardinality(seen.shared) > 0)' : 'mine.coordinates';
  const shown = (column: string, section: string) =>
    `case when '${section}' = any (seen.sections) then p.${column} end as "${column}"`;
  const rows = await readFor<Raw>(
    pool,
    viewer.tenants,
    `select kept.municipality, p.revision, ${parameters.of(planId)}::text as "planId", kept.subject_id as "subjectId",
       going."startedOn" as "startedOn", going."closedOn" as "closedOn", seen.sections, seen.whole as "isWhole",
       array(select today."coordinatorId" from ${coordinating('kept', day)} today order by today.temporary, today."coordinatorId") as "coordinatorIds",
       case when seen.whole then ${consented('kept', day)} else '{}' end as consents,
       ${selection(course, 'p')}, case when seen.whole then p.paper_place end as "paperPlace",
       (select jsonb_agg(one.entry order by one.at) from jsonb_array_elements(p.entries) with ordinality one(entry, at)
         where one.entry->>'section' = any (seen.sections)) as entries,
       ${Object.entries(bySection)
         .map(([column, section]) => shown(column, section))
         .join(', ')},
       ${coordinators.map((column) => `case when seen.whole then p.${column} end as "${column}"`).join(', ')}
     from ${viewOf(coordinationRegister)} kept
     cross join lateral (
       select one."startedOn", one."closedOn"
       from jsonb_to_recordset(kept.plans) one("planId" text, "startedOn" date, "closedOn" date)
       where one."planId" = ${parameters.of(planId)}::text) going
     left join ${viewOf(planContent)} p on p.municipality = kept.municipality and p.plan_id = ${parameters.of(planId)}::text
     cross join lateral (select ${coordinates} as coordinates offset 0) mine
     cross join lateral (
       select ${isWhole} as whole, array(select one.section from ${shared} one order by 1) as shared) found
     cross join lateral (
       select found.whole, found.shared,
         case when found.whole then ${parameters.of(planSections.codes)}::text[] else found.shared end as sections) seen
     where kept.subject_id = ${parameters.of(subjectId)}::text and ${isLetIn}`,
    parameters.values,
  );
  const [row] = rows;
  return row && viewIn(row);
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };
type Raw = Nullable<Omit<Read<Shown>, 'subPlans'>> & {
  readonly sub_plans: PlanContentRow['sub_plans'] | null;
  readonly revision: string | null;
} & Pick<
    PlanView,
    | 'municipality'
    | 'planId'
    | 'subjectId'
    | 'startedOn'
    | 'closedOn'
    | 'sections'
    | 'isWhole'
    | 'coordinatorIds'
    | 'consents'
  >;

/** What is not shown, or nothing was written of yet, is empty. */
const viewIn = ({ sub_plans, revision, ...row }: Raw): PlanView => ({
  ...row,
  entries: row.entries ?? [],
  goals: row.goals ?? [],
  milestones: row.milestones ?? [],
  measures: row.measures ?? [],
  moves: row.moves ?? [],
  participants: row.participants ?? [],
  subPlans: sub_plans ?? [],
  accesses: row.accesses ?? [],
  reviews: row.reviews ?? [],
  versions: row.versions ?? [],
  eventId: row.eventId ?? '',
  revision: BigInt(revision ?? -1),
});

/** Whether somebody may read what was done with a plan, without its content. */
export async function mayReadPlanTrail(
  pool: Pool,
  viewer: Viewer,
  { planId, today }: Asking,
): Promise<boolean> {
  const subjectId = subjectIdOfPlan(planId);
  if (subjectId === undefined) return false;
  const parameters = new Parameters();
  const held = heldFor(viewer, 'planTrail');
  const coordinates = held.length === 0 ? 'false' : coordinated(heldAnyhow(held), 'p', parameters, today);
  const rows = await readFor<{ readonly planId: string }>(
    pool,
    viewer.tenants,
    `select p.plan_id as "planId" from ${viewOf(planContent)} p
     where p.plan_id = ${parameters.of(planId)}::text
       and (${parameters.of(seesAll(viewer, 'planTrail'))}::boolean or ${coordinates})`,
    parameters.values,
  );
  return rows.length > 0;
}

/** A plan that one was given access to. */
export type SharedPlan = Pick<
  PlanView,
  'municipality' | 'planId' | 'subjectId' | 'sections' | 'startedOn'
> & {
  readonly nextReviewOn: string | null;
};
export type SharedPlanAfter = readonly [planId: string];
export const isSharedPlanAfter = (value: unknown): value is SharedPlanAfter =>
  Array.isArray(value) && value.length === 1 && isId(value[0]);

/** The plans of others that the viewer may read something of today, by id. */
export async function sharedPlansPage(
  pool: Pool,
  viewer: Viewer,
  { after, limit }: PageRequest<SharedPlanAfter>,
  today: string,
): Promise<Page<SharedPlan, SharedPlanAfter>> {
  const parameters = new Parameters();
  const day = parameters.of(today);
  const ids = parameters.of(idsOf(viewer));
  const shared = sharedSections({ plan: 'p', kept: 'kept', ids, today: day });
  const most = parameters.of(limit + 1);
  const later = after === undefined ? 'true' : `given.plan_id > ${parameters.of(after[0])}::text`;
  const rows = await readFor<SharedPlan>(
    pool,
    viewer.tenants,
    `select p.municipality, p.plan_id as "planId", p.subject_id as "subjectId", p.next_review_on as "nextReviewOn",
       going."startedOn" as "startedOn", seen.sections
     from ${tenantsOf(viewer, parameters)}
     cross join lateral (
       select distinct given.plan_id from ${viewOf(planAccesses)} given
       where given.municipality = tenant.of and ${isOwn('given.party_id', viewer, parameters)} and ${later} offset 0) mine
     cross join lateral (
       select one.* from ${viewOf(planContent)} one
       where one.municipality = tenant.of and one.plan_id = mine.plan_id offset 0) p
     cross join lateral (
       select one.* from ${viewOf(coordinationRegister)} one
       where one.municipality = p.municipality and one.subject_id = p.subject_id offset 0) kept
     cross join lateral (
       select one."startedOn" from jsonb_to_recordset(kept.plans) one("planId" text, "startedOn" date)
       where one."planId" = p.plan_id) going
     cross join lateral (select array(select one.section from ${shared} one order by 1) as sections) seen
     where cardinality(seen.sections) > 0
     order by p.plan_id limit ${most}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ planId }): SharedPlanAfter => [planId]);
}

/** What the leader of a unit is told of a measure whose cost is asked about. */
const asked = [
  'measureId',
  'text',
  'extent',
  'how',
  'startsOn',
  'dueOn',
  'clearanceId',
  'clearanceUnit',
  'clearanceNote',
  'clearanceRequestedOn',
] as const satisfies readonly (keyof PlanContentRow['measures'][number])[];

/** A plan with the measures whose cost waits for the leader who asks. */
export type ClearingPlan = Pick<PlanView, 'municipality' | 'planId' | 'subjectId'> & {
  readonly measures: readonly Pick<PlanView['measures'][number], (typeof asked)[number]>[];
  /** When the first of all that wait in it was asked about. */
  readonly since: string;
};
export type ClearingPlanAfter = readonly [since: string, planId: string];
export const isClearingPlanAfter = (value: unknown): value is ClearingPlanAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** Plans that go on, by consent, in which a measure waits for the leader of one of the viewer's units; what waits longest first. */
export async function clearingPlansPage(
  pool: Pool,
  viewer: Viewer,
  { after, limit }: PageRequest<ClearingPlanAfter>,
  today: string,
): Promise<Page<ClearingPlan, ClearingPlanAfter>> {
  const parameters = new Parameters();
  const day = parameters.of(today);
  const leads = relationsOf(viewer, 'clearances').has('OWN_UNIT') ? viewer.units : [];
  const units = `${parameters.of(leads)}::text[]`;
  const most = parameters.of(limit + 1);
  const later =
    after === undefined
      ? 'true'
      : `(one.clearing_since, one.plan_id) > (${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`;
  const rows = await readFor<ClearingPlan>(
    pool,
    viewer.tenants,
    `select p.municipality, p.plan_id as "planId", p.subject_id as "subjectId", waiting.measures, p.clearing_since as since
     from ${tenantsOf(viewer, parameters)}
     cross join lateral (
       select one.municipality, one.plan_id, one.subject_id, one.measures, one.clearing_since from ${viewOf(planContent)} one
       where one.municipality = tenant.of and one.clearing_since is not null and one.clearing_units && ${units} and ${later}
         and exists (
           select from ${viewOf(coordinationRegister)} kept
           cross join lateral jsonb_to_recordset(kept.plans) going("planId" text, "closedOn" date)
           where kept.municipality = one.municipality and kept.subject_id = one.subject_id and going."planId" = one.plan_id
             and going."closedOn" is null and 'PLAN' = any (${consented('kept', day)}) offset 0)
       order by one.clearing_since, one.plan_id limit ${most}) p
     cross join lateral (
       select jsonb_agg(jsonb_build_object(${asked.map((field) => `'${field}', one.measure->'${field}'`).join(', ')}) order by one.at) as measures
       from jsonb_array_elements(p.measures) with ordinality one(measure, at)
       where one.measure->>'clearanceUnit' = any (${units}) and one.measure->>'clearanceRequestedOn' is not null
         and coalesce(one.measure->>'clearanceGrantedOn', one.measure->>'clearanceDeclinedOn', one.measure->>'completedOn',
           one.measure->>'cancelledOn') is null) waiting
     order by p.clearing_since, p.plan_id limit ${most}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ since, planId }): ClearingPlanAfter => [since, planId]);
}
