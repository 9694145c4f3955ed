import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { pageOf, Parameters, type Page, type PageRequest, type Read } from '../selection.js';
import { consented } from './consented.js';
import { type CoordinationAfter, type CoordinationFilter, keysOfPage } from './listing.queries.js';
import type { CoordinationRow } from './projection.js';
import { inRegister, judgedOn } from './standing.queries.js';

export { columns as registerColumns } from './projection.js';
import { withoutConsent } from './without-consent.js';

export { type CoordinationAfter, type CoordinationFilter, isCoordinationAfter } from './listing.queries.js';

/** One person in the register of plans and coordinators. */
export interface CoordinationView extends Omit<
  Read<CoordinationRow>,
  'coveredFrom' | 'leftOn' | 'needEndedOn'
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
  /** Appointments, plans and members that stand though no consent covers when they begin, or now. */
  readonly withoutConsent: readonly string[];
}

/** Who has a plan, who coordinates, who is without and since when. */
export async function coordinationRegisterPage(
  pool: Pool,
  viewer: Viewer,
  filter: CoordinationFilter,
  { today, after, limit }: PageRequest<CoordinationAfter> & { readonly today: string },
): Promise<Page<CoordinationView, CoordinationAfter>> {
  const parameters = new Parameters();
  const keys = keysOfPage(viewer, filter, { after, limit, today }, parameters);
  const rows = await read(
    pool,
    viewer,
    `with person as (${keys})
     select ${shownOn(parameters.of(today))}`,
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

/** The persons of `person`, as they stand on a day. */
const shownOn = (today: string) => `
  person.municipality, person.subject_id as "subjectId", g.revision, coalesce(g.consents, '[]') as consents,
  ${consented('g', today)} as "consentScopes",
  g.active_plan_id as "activePlanId", g.plan_since as "planSince", coalesce(g.plans, '[]') as plans,
  held.coordinator_id as "coordinatorId", held.coordinator_unit as "coordinatorUnit",
  held.coordinator_since as "coordinatorSince", held.temporary_id as "temporaryCoordinatorId",
  held.child_id as "childCoordinatorId", held.next_id as "nextCoordinatorId", held.next_from as "nextCoordinatorFrom",
  coalesce(g.appointments, '[]') as appointments,
  case when held.ids = '{}' and need.since is not null then greatest(need.since, held.left_on) end
  as "withoutCoordinatorSince",
  coalesce(g.gaps, '[]') as gaps, coalesce(g.lost_bases, '[]') as "lostBases", coalesce(g.members, '[]') as members
  from person ${inRegister} ${judgedOn(today)}
  order by person.municipality, person.subject_id`;

async function read(
  pool: Pool,
  viewer: Viewer,
  text: string,
  { values }: Parameters,
  today: string,
): Promise<CoordinationView[]> {
  const rows = await readFor<
    Omit<CoordinationView, 'revision' | 'withoutConsent'> & { readonly revision: string | null }
  >(pool, viewer.tenants, text, values);
  return rows.map((row) => ({
    ...row,
    revision: row.revision === null ? undefined : BigInt(row.revision),
    withoutConsent: withoutConsent(row, today),
  }));
}
