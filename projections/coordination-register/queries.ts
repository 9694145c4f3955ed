import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { coordinationTasks } from '../coordination-tasks/projection.js';
import { pageOf, Parameters, type Page, type PageRequest, type Read, without } from '../selection.js';
import { consented } from './consented.js';
import { type CoordinationAfter, type CoordinationFilter, keysOfPage } from './listing.queries.js';
import { type DayAfter, type DayOrder, keysByDay } from './order.queries.js';
import { coordinationRegister, type CoordinationRow, type Member } from './projection.js';
import { inRegister, judgedOn, withoutSince } from './standing.queries.js';

export { columns as registerColumns } from './projection.js';
import { type History, withoutConsent } from './without-consent.js';

export { type DayAfter, type DayOrder, isDayAfter } from './order.queries.js';
export { type CoordinationAfter, type CoordinationFilter, isCoordinationAfter } from './listing.queries.js';

/** One person in the register of plans and coordinators. */
export interface CoordinationView extends Omit<
  Read<CoordinationRow>,
  'coveredFrom' | 'leftOn' | 'needEndedOn' | 'withdrawals' | 'coordinatorAcceptedOn'
> {
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
  /** Appointments, plans and members that stand though no consent covers them today, or their first day where that is to come. */
  readonly withoutConsent: readonly string[];
}

/** One person as the register lists them: no text, and of the histories who is in the group. */
export type CoordinationLine = Omit<CoordinationView, 'revision' | Histories | 'gaps'> & {
  readonly members: readonly Omit<Member, 'reason'>[];
  /** From which day it is counted when it is asked again whether plan and coordinator are right; null where none of them runs. */
  readonly reviewFrom: string | null;
};
type Histories =
  | 'consents'
  | 'choices'
  | 'disputes'
  | 'wishes'
  | 'proposals'
  | 'plans'
  | 'appointments'
  | 'handovers'
  | 'reviews'
  | 'reports'
  | 'endReports'
  | 'members';

/** The ids of those whom a list has, one by one in the order of ids, as far as `limit`. */
export async function coordinationRegisterIds(
  pool: Pool,
  viewer: Viewer,
  filter: CoordinationFilter,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<string[]> {
  const parameters = new Parameters();
  const keys = keysOfPage(viewer, filter, { limit: limit - 1, today }, parameters);
  // In one row: a row for each of a thousand ids is slow to read.
  const [row] = await readFor<{ readonly ids: string }>(
    pool,
    viewer.tenants,
    `select string_agg(person.subject_id, ',' order by person.subject_id) as ids from (${keys}) person having count(*) > 0`,
    parameters.values,
  );
  return row?.ids.split(',') ?? [];
}

/** Somebody's place in an order of days. */
export interface DatedPlace {
  readonly municipality: string;
  readonly subjectId: string;
  readonly day: string;
}

/** Who of a list has such a day, the earliest first. */
export async function coordinationRegisterByDay(
  pool: Pool,
  viewer: Viewer,
  order: DayOrder,
  filter: CoordinationFilter,
  { today, after, limit }: PageRequest<DayAfter> & { readonly today: string },
): Promise<Page<DatedPlace, DayAfter>> {
  const parameters = new Parameters();
  const keys = keysByDay(viewer, order, filter, { after, limit, today }, parameters);
  const rows = await readFor<DatedPlace>(
    pool,
    viewer.tenants,
    `select person.municipality, person.subject_id as "subjectId", person.day from ${keys} person
     order by person.day, person.subject_id`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ day, subjectId }): DayAfter => [day, subjectId]);
}

/** Who has a plan, who coordinates, who is without and since when. */
export async function coordinationRegisterPage(
  pool: Pool,
  viewer: Viewer,
  filter: CoordinationFilter,
  { today, after, limit }: PageRequest<CoordinationAfter> & { readonly today: string },
): Promise<Page<CoordinationLine, CoordinationAfter>> {
  const parameters = new Parameters();
  const keys = keysOfPage(viewer, filter, { after, limit, today }, parameters);
  const found = await readFor<Omit<CoordinationLine, 'withoutConsent'> & History>(
    pool,
    viewer.tenants,
    `with person as (${keys})
     select ${histories(without)}, ${reviewFrom}, ${shownOn(parameters.of(today))}`,
    parameters.values,
  );
  const rows = found.map(({ consents, plans, appointments, ...line }) => ({
    ...line,
    withoutConsent: withoutConsent({ consents, plans, appointments, members: line.members }, today),
  }));
  return pageOf(rows, limit, ({ municipality, subjectId }): CoordinationAfter => [municipality, subjectId]);
}

/** One person's coordination; undefined when there is none that this viewer may see. */
export async function coordinationOf(
  pool: Pool,
  viewer: Viewer,
  subjectId: string,
  { today }: { readonly today: string },
): Promise<CoordinationView | undefined> {
  const parameters = new Parameters();
  const keys = keysOfPage(viewer, { subjectId }, { today, limit: 1 }, parameters);
  const [row] = await readFor<
    Omit<CoordinationView, 'revision' | 'withoutConsent'> & { readonly revision: string | null }
  >(
    pool,
    viewer.tenants,
    `with person as (${keys})
     select ${histories(whole)}, ${whole('g.wishes')} as wishes, ${whole('g.choices')} as choices, ${whole('g.disputes')} as disputes, ${whole('g.proposals')} as proposals, ${whole('g.handovers')} as handovers, ${whole('g.reviews')} as reviews, ${whole('g.reports')} as reports, ${whole('g.end_reports')} as "endReports", ${whole('g.gaps')} as gaps, g.revision, ${shownOn(parameters.of(today))}`,
    parameters.values,
  );
  return (
    row && {
      ...row,
      revision: row.revision === null ? undefined : BigInt(row.revision),
      withoutConsent: withoutConsent(row, today),
    }
  );
}

/** The histories of a row of the register, each with or without its texts. */
const histories = (shown: (column: string, ...texts: readonly string[]) => string) => `
  coalesce(g.consents, '[]') as consents, ${shown('g.plans', 'reason')} as plans,
  ${shown('g.appointments', 'reason', 'releaseReason')} as appointments, ${shown('g.members', 'reason')} as members`;
const reviewFrom = `(
  select asked.review_from from ${viewOf(coordinationTasks)} asked
  where asked.municipality = person.municipality and asked.subject_id = person.subject_id offset 0) as "reviewFrom"`;
const whole = (column: string) => `coalesce(${column}, '[]')`;

/** The persons of `person`, as they stand on a day. */
const shownOn = (today: string) => `
  person.municipality, person.subject_id as "subjectId",
  ${consented('g', today)} as "consentScopes",
  g.active_plan_id as "activePlanId", g.plan_since as "planSince",
  g.plan_declined_on as "planDeclinedOn", g.coordinator_declined_on as "coordinatorDeclinedOn",
  held.coordinator_id as "coordinatorId", held.coordinator_unit as "coordinatorUnit",
  held.coordinator_since as "coordinatorSince", held.temporary_id as "temporaryCoordinatorId",
  held.child_id as "childCoordinatorId", held.next_id as "nextCoordinatorId", held.next_from as "nextCoordinatorFrom",
  ${withoutSince} as "withoutCoordinatorSince",
  coalesce(g.discrepancies, '{}') as discrepancies, coalesce(g.lost_bases, '[]') as "lostBases", g.ended_on as "endedOn", g.end_reason as "endReason"
  from person ${inRegister} ${judgedOn(today)}
  order by person.municipality, person.subject_id`;

/** How many persons of a municipality have a plan, and of how many it was started after a day; of all where there is none. For whoever sees the whole register. */
export async function planCounts(
  pool: Pool,
  viewer: Viewer,
  tenant: string,
  after: string | null,
): Promise<{ readonly active: number; readonly started: number }> {
  const [counts] = await readFor<{ readonly active: number; readonly started: number }>(
    pool,
    [tenant],
    `select count(*)::int as active, (count(*) filter (where g.plan_since > coalesce($2::date, '-infinity')))::int as started
     from ${viewOf(coordinationRegister)} g
     where g.municipality = $1 and g.active_plan_id is not null and $3::boolean group by g.municipality`,
    [tenant, after, seesAll(viewer, 'register')],
  );
  return counts ?? { active: 0, started: 0 };
}
