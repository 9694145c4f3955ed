import type { Viewer } from '#personal-data/viewer';
import { viewOf } from '#projecting';
import { appointments } from '../appointments/projection.js';
import { caseOverview } from '../case-overview/projection.js';
import { coordinated, heldBy, heldFor, heldIn, reach, tenantsOf } from '../reach.js';
import { isId, type PageRequest, type Parameters } from '../selection.js';
import { coordinationTasks } from '../coordination-tasks/projection.js';
import { coordinationRegister } from './projection.js';
import { inRegister, isGranted, isWithout, judgedOn } from './standing.queries.js';

export interface CoordinationFilter {
  readonly subjectId?: string | undefined;
  /** Persons whom this party coordinates, in whatever way. */
  readonly coordinatorId?: string | undefined;
  readonly withoutCoordinator?: boolean | undefined;
  readonly withPlan?: boolean | undefined;
  /** Persons whom somebody of this unit coordinates, in whatever way. */
  readonly unit?: string | undefined;
  /** Something runs of which it is asked from time to time whether it is still right. */
  readonly toReview?: boolean | undefined;
  /** Some persons alone. */
  readonly among?: readonly string[] | undefined;
}

/** Place in the list: the person. */
export type CoordinationAfter = readonly [municipality: string, subjectId: string];

export const isCoordinationAfter = (value: unknown): value is CoordinationAfter =>
  Array.isArray(value) && value.length === 2 && value.every(isId);

/**
 * The tenant and id of the persons of one page: those in the register, and those with a granted item. Each list gives its first in the
 * order of an index, and the page is the first of these.
 */
export function keysOfPage(
  viewer: Viewer,
  filter: CoordinationFilter,
  { after, limit, today }: PageRequest<CoordinationAfter> & { readonly today: string },
  parameters: Parameters,
): string {
  const most = parameters.of(limit + 1);
  const [tenant, person] = (after ?? ['', '']).map((part) => `${parameters.of(part)}::text`);
  const lists = sourcesOf(viewer, filter, parameters, today).map(
    ({ from, where }) => `
      (select distinct person.subject_id from ${from}
       where person.municipality = tenant.of and person.subject_id > tenant.after and ${where.join(' and ')}
       order by person.subject_id limit ${most})`,
  );
  return `
    select tenant.of as municipality, page.subject_id from (
      select of, case when of = ${tenant} then ${person} else '' end as after
      from ${tenantsOf(viewer, parameters)} where of >= ${tenant}) tenant,
      lateral (${lists.join(' union ')}) page
    order by municipality, subject_id limit ${most}`;
}

/** Where the persons of a list are found, as `person`; the row of the register is `g`. `tenant` gives the tenant `of` and, `after` which id. */
interface Source {
  readonly from: string;
  readonly where: readonly string[];
}

const register = `${viewOf(coordinationRegister)} g cross join lateral (select g.municipality, g.subject_id) person`;
const grants = `${viewOf(caseOverview)} person`;

function sourcesOf(
  viewer: Viewer,
  filter: CoordinationFilter,
  parameters: Parameters,
  today: string,
): Source[] {
  const { coordinatorId, withoutCoordinator, withPlan, unit } = filter;
  const all = askedOf(filter, parameters);
  const own = heldFor(viewer, 'register');
  const seen = own.length === 0 ? [reach(viewer, 'register', { alias: 'person' }, parameters, today)] : [];
  const asked = [
    ...(coordinatorId === undefined ? [] : [heldBy(coordinatorId)]),
    ...(unit === undefined ? [] : [heldIn(unit)]),
  ];
  // Each is read by its index, and what else is asked, of each person.
  const [held, others] = own.length > 0 ? [own, asked] : [asked.slice(0, 1), asked.slice(1)];
  if (held.length > 0) {
    return held.map((way) => ({
      from: `${viewOf(appointments)} person ${withPlan === undefined ? '' : inRegister}`,
      where: [
        way('person', parameters, today),
        ...seen,
        ...all,
        ...others.map((other) => coordinated(other, 'person', parameters, today)),
        // Somebody coordinates all of these.
        ...(withoutCoordinator === true ? ['false'] : []),
      ],
    }));
  }
  if (withoutCoordinator === true) {
    return withoutOn(parameters.of(today)).map(({ from, where }) => ({
      from,
      where: [...where, ...seen, ...all],
    }));
  }
  if (withoutCoordinator === false) {
    return [
      { from: `${register} ${judgedOn(parameters.of(today))}`, where: [`not ${isWithout}`, ...seen, ...all] },
    ];
  }
  const registered = { from: register, where: [...seen, ...all] };
  if (withPlan === true) return [registered];
  const granted = `${grants} ${withPlan === undefined ? '' : inRegister}`;
  return [registered, { from: granted, where: [isGranted('person'), ...seen, ...all] }];
}

/** What is asked of each person, whatever the list is read by. */
export function askedOf(
  { subjectId, among, withPlan, toReview }: CoordinationFilter,
  parameters: Parameters,
): string[] {
  return [
    ...(subjectId === undefined ? [] : [`person.subject_id = ${parameters.of(subjectId)}`]),
    ...(among === undefined ? [] : [`person.subject_id = any (${parameters.of(among)}::text[])`]),
    ...(withPlan === undefined ? [] : [`g.active_plan_id is ${withPlan ? 'not null' : 'null'}`]),
    ...(toReview === undefined ? [] : [`${toReview ? '' : 'not '}${isToReview}`]),
  ];
}

const isToReview = `exists (
  select from ${viewOf(coordinationTasks)} asked
  where asked.municipality = person.municipality and asked.subject_id = person.subject_id and asked.review_from is not null offset 0)`;

/** What the register's index tells of a person, side by side with the index of the grants. */
const besideRegister = `left join ${viewOf(coordinationRegister)} kept
  on kept.municipality = person.municipality and kept.subject_id = person.subject_id and kept.subject_id > tenant.after`;

/** Who is without a coordinator on a day: an index of the register tells the few who may be, to be looked at closely. */
export function withoutOn(today: string): Source[] {
  const day = `${today}::date`;
  const isUncovered = (row: string) => `(${row}.covered_from is null or ${row}.covered_from > ${day})`;
  return [
    {
      from: `${viewOf(coordinationRegister)} person ${inRegister} ${judgedOn(today)}`,
      where: [
        isUncovered('person'),
        `(person.plan_since is not null or person.left_on > coalesce(person.need_ended_on, '-infinity')
          or person.need_ended_on > ${day})`,
        isWithout,
      ],
    },
    {
      from: `${grants} ${besideRegister} ${inRegister} ${judgedOn(today)}`,
      where: [
        isGranted('person'),
        isUncovered('kept'),
        `(kept.need_ended_on is null or kept.need_ended_on > ${day} or kept.need_ended_on < person.granted_on)`,
        isWithout,
      ],
    },
  ];
}
