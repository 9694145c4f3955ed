import type { Viewer } from '#personal-data/viewer';
import { viewOf } from '#projecting';
import { coordinationTasks } from '../coordination-tasks/projection.js';
import { coordinated, heldBy, heldFor, heldIn, reach, tenantsOf } from '../reach.js';
import { isDay, isId, type PageRequest, type Parameters } from '../selection.js';
import { askedOf, type CoordinationFilter, keysOfPage } from './listing.queries.js';
import { coordinationRegister } from './projection.js';
import { inRegister, isWithout, judgedOn, withoutSince } from './standing.queries.js';

/** Place in such an order: the day, and the person. */
export type DayAfter = readonly [day: string, subjectId: string];

export const isDayAfter = (value: unknown): value is DayAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** Where a day is kept of which an index has the order; `stands` is the condition of that index. */
const kept = {
  LONGEST_PLAN: {
    view: coordinationRegister,
    day: 'own.plan_since',
    stands: 'own.active_plan_id is not null',
  },
  NEXT_REVIEW: { view: coordinationTasks, day: 'own.review_from', stands: 'own.review_from is not null' },
} as const;

/** By the day since when somebody is without a coordinator, from which it is next asked whether all is still right, or on which the plan began. */
export type DayOrder = 'LONGEST_WITHOUT' | keyof typeof kept;

/** Of so many the days are gathered and sorted; of more an index is read until the page is full, since many are meant then. */
const few = 1_000;
/** No index tells since when somebody is without: they are gathered, however many there are. */
const everybody = 1_000_000;

/**
 * The tenant, id and day of the persons of one page who have such a day, the earliest first: by the index of the day, or gathered where another
 * index tells better who is meant.
 */
export function keysByDay(
  viewer: Viewer,
  order: DayOrder,
  filter: CoordinationFilter,
  page: PageRequest<DayAfter> & { readonly today: string },
  parameters: Parameters,
): string {
  const [day, person] = (page.after ?? []).map((part) => parameters.of(part));
  const isAfter = (by: string) =>
    day === undefined ? [] : [`(${by}, person.subject_id) > (${day}::date, ${person}::text)`];
  const most = parameters.of(page.limit + 1);
  const first = (rows: string, by = 'day') => `(${rows} order by ${by}, subject_id limit ${most})`;
  const { today } = page;
  const gathered = (own: CoordinationFilter, limit: number) =>
    keysOfPage(viewer, own, { today, limit }, parameters);
  if (order === 'LONGEST_WITHOUT') {
    const own = gathered({ ...filter, withoutCoordinator: true }, everybody);
    return first(`
      select person.municipality, person.subject_id, ${withoutSince} as day
      from (${own}) person ${inRegister} ${judgedOn(parameters.of(today))}
      where ${[`${withoutSince} is not null`, ...isAfter(withoutSince)].join(' and ')}`);
  }
  const { view, day: by, stands } = kept[order];
  const walk = (...more: readonly string[]) => {
    const { joined, where } = askedInOrder(viewer, filter, today, parameters);
    const each = first(
      `select person.municipality, person.subject_id, ${by} as day
       from ${viewOf(view)} own cross join lateral (select own.municipality, own.subject_id) person ${joined}
       where ${['own.municipality = tenant.of', stands, ...where, ...isAfter(by), ...more].join(' and ')}`,
      `${by}`,
    );
    return `select found.* from ${tenantsOf(viewer, parameters)}, lateral ${each} found`;
  };
  if (!isTold(viewer, filter)) return first(walk());
  const count = '(select count(*) from mine)';
  return first(`
    with mine as materialized (${gathered(filter, few)})
    select person.municipality, person.subject_id, dated.day from mine person
    cross join lateral (
      select ${by} as day from ${viewOf(view)} own
      where own.municipality = person.municipality and own.subject_id = person.subject_id and ${stands} offset 0) dated
    where ${[`${count} <= ${few}`, ...isAfter('dated.day')].join(' and ')}
    union all ${walk(`${count} > ${few}`)}`);
}

/** Whether an index tells who is meant, however few of all they are. */
const isTold = (
  viewer: Viewer,
  { subjectId, among, coordinatorId, unit, withoutCoordinator }: CoordinationFilter,
) =>
  heldFor(viewer, 'register').length > 0 ||
  withoutCoordinator === true ||
  [subjectId, among, coordinatorId, unit].some((asked) => asked !== undefined);

/** What is asked of each person while an index of days is read. */
function askedInOrder(
  viewer: Viewer,
  filter: CoordinationFilter,
  today: string,
  parameters: Parameters,
): { readonly joined: string; readonly where: readonly string[] } {
  const { coordinatorId, unit, withoutCoordinator, withPlan } = filter;
  const held = [
    ...(coordinatorId === undefined ? [] : [heldBy(coordinatorId)]),
    ...(unit === undefined ? [] : [heldIn(unit)]),
  ];
  const isJudged = withoutCoordinator !== undefined;
  return {
    joined: [
      isJudged || withPlan !== undefined ? inRegister : '',
      isJudged ? judgedOn(parameters.of(today)) : '',
    ].join(' '),
    where: [
      reach(viewer, 'register', { alias: 'person' }, parameters, today),
      ...held.map((way) => coordinated(way, 'person', parameters, today)),
      ...askedOf(filter, parameters),
      ...(isJudged ? [`${withoutCoordinator ? '' : 'not '}${isWithout}`] : []),
    ],
  };
}
