import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { caseOverview, type CaseRow, columns as caseColumns } from '../case-overview/projection.js';
import { holds } from '../coordination-register/coordinating.js';
import { coordinationRegister, type CoordinationRow } from '../coordination-register/projection.js';
import { followUp, type FollowUpRow } from '../follow-up/projection.js';
import { columns as planColumns, planContent, type PlanContentRow } from '../plan-content/projection.js';
import { promises, type PromiseRow } from '../promises/projection.js';
import { reach, tenantsOf } from '../reach.js';
import { registrationsOf } from '../registrations.js';
import { camel, only, Parameters, type Read, selection } from '../selection.js';
import { staff } from '../staff/projection.js';
import type { WorkContact } from '../staff/projection.js';

// What a person sees of what is their own: no note of the unit's, no assessment, no other person, and of each row the columns that are named here.

interface Of {
  readonly subjectId: string;
  readonly today: string;
}

/** Somebody who coordinates today, and how they are reached at work. */
export interface OwnCoordinator {
  readonly coordinatorId: string;
  readonly unit: string | null;
  readonly kind: string;
  readonly temporary: boolean;
  readonly validFrom: string;
  readonly contact: WorkContact | null;
}
export type OwnCoordination = Read<Pick<CoordinationRow, 'consents' | 'active_plan_id'>> & {
  readonly startedOn: string | null;
  readonly coordinators: readonly OwnCoordinator[];
};

/** Who coordinates today, which plan goes on, and what was consented to, under the registration that the coordination goes on under. */
export async function ownCoordination(
  pool: Pool,
  viewer: Viewer,
  { subjectId, today }: Of,
): Promise<OwnCoordination | undefined> {
  const parameters = new Parameters();
  const day = parameters.of(today);
  const [row] = await readFor<OwnCoordination>(
    pool,
    viewer.tenants,
    `select k.consents, k.active_plan_id as "activePlanId", k.plan_since as "startedOn", coalesce((
       select jsonb_agg(jsonb_build_object('coordinatorId', held."coordinatorId", 'unit', held.unit, 'kind', held.kind,
           'temporary', held.temporary, 'validFrom', held."validFrom", 'contact', s.contact)
         order by held.temporary, held."validFrom", held."coordinatorId")
       from jsonb_to_recordset(k.appointments)
         held("coordinatorId" text, unit text, kind text, temporary boolean, "validFrom" date, "releasedOn" date)
       left join ${viewOf(staff)} s on s.municipality = k.municipality and s.party_id = held."coordinatorId"
       where ${holds('held', day)}), '[]') as coordinators
     from ${viewOf(coordinationRegister)} k
     where k.municipality = any (${parameters.of(viewer.tenants)}::text[]) and k.subject_id = ${parameters.of(subjectId)}::text
       and ${reach(viewer, 'ownPage', { alias: 'k' }, parameters, today)}`,
    parameters.values,
  );
  return row;
}

const ofPlan = only(
  planColumns,
  'plan_id',
  'entries',
  'goals',
  'milestones',
  'measures',
  'participants',
  'until',
  'next_review_on',
  'versions',
  'paused_on',
  'on_paper',
);
export type OwnPlan = Read<Pick<PlanContentRow, keyof typeof ofPlan>>;

/** What stands in the plan: all of it is the person's. */
export async function ownPlan(
  pool: Pool,
  viewer: Viewer,
  { planId, today }: { readonly planId: string; readonly today: string },
): Promise<OwnPlan | undefined> {
  const parameters = new Parameters();
  const [row] = await readFor<OwnPlan>(
    pool,
    viewer.tenants,
    `select ${selection(ofPlan, 'p')} from ${viewOf(planContent)} p
     where p.plan_id = ${parameters.of(planId)}::text and ${reach(viewer, 'ownPage', { alias: 'p' }, parameters, today)}`,
    parameters.values,
  );
  return row;
}

const ofCase = only(
  caseColumns,
  'case_id',
  'case_number',
  'status',
  'opening',
  'opened_on',
  'received_on',
  'items',
  'mapped_on',
  'meets_on',
  'decided_on',
  'amended_on',
  'decision_notified_on',
  'closed_on',
  'withdrawn_on',
  'preliminary_replies',
  'outcomes',
  'letters',
  'dispatches',
);
export type OwnCase = Read<Pick<CaseRow, keyof typeof ofCase>>;

/** Where each of the person's cases stands, the newest first, under whichever registration. */
export async function ownCases(pool: Pool, viewer: Viewer, { subjectId, today }: Of): Promise<OwnCase[]> {
  const parameters = new Parameters();
  return readFor<OwnCase>(
    pool,
    viewer.tenants,
    `select ${Object.keys(ofCase)
      .map((name) => `c."${camel(name)}"`)
      .join(', ')}
     from ${ofEach(viewer, subjectId, parameters)}, lateral (
       select ${selection(ofCase, 'own')}, own.municipality, own.subject_id from ${viewOf(caseOverview)} own
       where own.municipality = tenant.of and own.subject_id = one.id offset 0) c
     where ${reach(viewer, 'ownPage', { alias: 'c' }, parameters, today)}
     order by c."openedOn" desc, c."caseId" desc`,
    parameters.values,
  );
}

export type OwnMeeting = Pick<
  FollowUpRow['meetings'][number],
  'meetingId' | 'meetsOn' | 'startsAt' | 'place'
>;

/** The first meeting with the person that is still to come. */
export async function ownNextMeeting(
  pool: Pool,
  viewer: Viewer,
  { subjectId, today }: Of,
): Promise<OwnMeeting | undefined> {
  const parameters = new Parameters();
  const day = parameters.of(today);
  const [row] = await readFor<OwnMeeting>(
    pool,
    viewer.tenants,
    `select met."meetingId", met."meetsOn", met."startsAt", met.place
     from ${ofEach(viewer, subjectId, parameters)}, lateral (
       select own.municipality, own.subject_id, own.meetings from ${viewOf(followUp)} own
       where own.municipality = tenant.of and own.subject_id = one.id offset 0) f
     cross join lateral jsonb_to_recordset(f.meetings)
       met("meetingId" text, "meetsOn" date, "startsAt" int, place jsonb, "reasonCode" text, "heldOn" date, "cancelledOn" date)
     where met."reasonCode" is null and met."heldOn" is null and met."cancelledOn" is null and met."meetsOn" >= ${day}::date
       and ${reach(viewer, 'ownPage', { alias: 'f' }, parameters, today)}
     order by met."meetsOn", met."startsAt" limit 1`,
    parameters.values,
  );
  return row;
}

export type OwnPromise = Read<
  Pick<
    PromiseRow,
    'promise_id' | 'what' | 'by' | 'party_id' | 'unit' | 'due_on' | 'times_moved' | 'state' | 'state_on'
  >
>;
/** So many are shown, those that wait before those that came to an end. */
export const mostPromises = 50;

/** What was promised to the person; of somebody who is no member of staff only that it was one of those around. */
export async function ownPromises(
  pool: Pool,
  viewer: Viewer,
  { subjectId, today }: Of,
): Promise<OwnPromise[]> {
  const parameters = new Parameters();
  return readFor<OwnPromise>(
    pool,
    viewer.tenants,
    `select made.promise_id as "promiseId", made.what, made.by, s.party_id as "partyId", made.unit, made.due_on as "dueOn",
       made.times_moved as "timesMoved", made.state, made.state_on as "stateOn"
     from ${ofEach(viewer, subjectId, parameters)}, lateral (
       select own.* from ${viewOf(promises)} own
       where own.municipality = tenant.of and own.subject_id = one.id offset 0) made
     left join ${viewOf(staff)} s
       on s.municipality = made.municipality and s.party_id = made.party_id and s.kind in ('STAFF', 'EXTERNAL')
     where ${reach(viewer, 'ownPage', { alias: 'made' }, parameters, today)}
     order by (made.state = 'OPEN') desc, case when made.state = 'OPEN' then made.due_on end, made.state_on desc, made.promise_id
     limit ${mostPromises}`,
    parameters.values,
  );
}

/** Each tenant with each registration of the person there. */
const ofEach = (viewer: Viewer, subjectId: string, parameters: Parameters) =>
  `${tenantsOf(viewer, parameters)}, lateral (${registrationsOf('tenant.of', `${parameters.of(subjectId)}::text`)}) one`;
