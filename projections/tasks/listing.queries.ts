import { idsOf, type Viewer } from '#personal-data/viewer';
import { viewOf } from '#projecting';
import { besideCase, openPointsOf } from '../case-overview/standing.queries.js';
import { withoutOn } from '../coordination-register/listing.queries.js';
import { complaints } from '../complaints/projection.js';
import { coordinationTasks } from '../coordination-tasks/projection.js';
import { relationOf, relationsOf } from '../access.js';
import { people } from '../people/projection.js';
import {
  coordinated,
  few,
  heldAnyhow,
  heldBy,
  heldByAnybody,
  heldFor,
  heldIn,
  ownPersons,
  reach,
} from '../reach.js';
import { enquiries } from '../enquiries/projection.js';
import { coordinationRegister } from '../coordination-register/projection.js';
import { crisisPlans } from '../crisis-plans/projection.js';
import { followUp } from '../follow-up/projection.js';
import { planContent } from '../plan-content/projection.js';
import { failedReceivers } from '../receivers/failed.queries.js';
import { goesOnUnder, registrationsOf } from '../registrations.js';
import { isDay, isId, type Parameters } from '../selection.js';
import { handoversOn, never, type OwnTerms, reviewsOn } from './coordination.queries.js';
import { leftByAssignee, leftByCaseworker, leftByCoordinator } from './leavers.queries.js';
import { meetings } from '../meetings/projection.js';
import { complaintKinds, insightKinds, isOfUnit, nearDays, type TaskKind, taskKinds } from './kinds.js';
import {
  isPlannedInTime,
  type MeetingInterval,
  onNoAgenda,
  onNoBoardAgenda,
  treatedCases,
  unitsToMeet,
} from './meetings.queries.js';
import { ownWorkOn } from './ownwork.queries.js';
import { tasks } from './projection.js';
import type { CourseKind } from './row.js';

export interface TaskFilter {
  /** What is the viewer's own to do: given to oneself, or waiting in a case that one is the caseworker of or stands in for. */
  readonly mine?: boolean | undefined;
  readonly unit?: string | undefined;
  /** What is about this person, whichever registration it was recorded of. */
  readonly subjectId?: string | undefined;
  readonly kind?: readonly TaskKind[] | undefined;
  /** Due before today. */
  readonly overdue?: boolean | undefined;
  /** Due on this day or earlier. */
  readonly dueTo?: string | undefined;
}
export type { MeetingInterval } from './meetings.queries.js';
export type { OwnTerms } from './coordination.queries.js';

/** Place in the list: the day by which it is due, since when it waits, the case or the person that it is of, and its kind. */
export type TaskAfter = readonly [due: string, since: string, of: string, kind: TaskKind];

export const isTaskAfter = (value: unknown): value is TaskAfter =>
  Array.isArray(value) &&
  value.length === 4 &&
  (isDay(value[0]) || value[0] === never) &&
  isDay(value[1]) &&
  isId(value[2]) &&
  taskKinds.codes.some((kind) => kind === value[3]);

const neverDue = `date '${never}'`;

/** Where tasks of one kind, or of two that exclude each other, are found in the order of an index, as rows `c` with a tenant and a person. */
interface Branch {
  readonly kinds: readonly TaskKind[];
  /** By SQL, where it is not the only one. */
  readonly kind?: string;
  readonly since: string;
  /** The day by which it is due; absent where it never is. */
  readonly due?: string;
  /** The case or person. */
  readonly of: string;
  /** The rows, of which a condition leaves some. */
  readonly from: (only: string) => string;
  readonly where: readonly string[];
  /** Whose it is to do, as conditions. */
  readonly isOf?: (party: string) => string;
  readonly isIn?: (unit: string) => string;
  /** When it is a leader's own, though nobody is named: to find somebody, or to settle what is disputed. */
  readonly ofLeader?: string;
  /** Whether somebody who coordinates the person, with a consent to it, may have it. */
  readonly forCoordinators: boolean;
  /** It is about the program itself: shown to whoever sees the subscriptions, and an administrator's own. */
  readonly isOperated?: true;
}

interface Place {
  readonly after?: TaskAfter | undefined;
  readonly most: number;
  readonly today: string;
  /** Its placeholder. */
  readonly day: string;
  /** Of the municipalities whose unit is to meet at least so often. */
  readonly intervals: readonly MeetingInterval[];
  /** Of the municipalities whose profile says how long things may wait. */
  readonly terms: readonly OwnTerms[];
}

/** What waits, of each kind the first `most`, as rows with `municipality`, `kind`, `of`, `since` and `due`, for a row `tenant`. */
export function waitingFor(
  viewer: Viewer,
  filter: TaskFilter,
  { after, most, ...place }: Place,
  parameters: Parameters,
): string {
  const sees = relationsOf(viewer, 'tasks');
  const { today, day } = place;
  const asked = branchesOn(place, parameters).filter((branch) => isAsked(branch, viewer, filter));
  const limit = parameters.of(most);
  const rowsOf = (branch: Branch, only: string, ...more: readonly string[]) => `
    select c.municipality, ${kindOf(branch)} as kind, ${branch.of} as of, ${branch.since} as since, ${branch.due ?? neverDue} as due
    from ${branch.from(only)}
    where ${[
      'c.municipality = tenant.of',
      ...branch.where,
      ...conditionsOf(branch, viewer, filter, parameters, day),
      ...placedAfter(branch, after, parameters),
      ...more,
    ].join(' and ')}`;
  const inOrder = (branch: Branch, ...more: readonly string[]) => {
    const order = [...(branch.due === undefined ? [] : [branch.due]), branch.since, branch.of].join(', ');
    return `(${rowsOf(branch, 'true', ...more)} order by ${order} limit ${limit})`;
  };
  // `union` where one task may be found in several ways.
  const unionOf = (lists: readonly string[], how = 'union all') =>
    lists.length === 0 ? `${nothing} limit ${limit}` : lists.join(` ${how} `);
  /** Person by person (offset 0), whatever else a branch might be read by. */
  const gathered = (branch: Branch, ...more: readonly string[]) => `
    (select found.municipality, found.kind, found.of, found.since, found.due
      from mine, lateral (${rowsOf(branch, ofPersonGathered, ofPersonGathered, ...more)} offset 0) found
      order by due, since, of limit ${limit})`;
  const ofEachUnit = (find: (branch: Branch, isIn: string) => string) =>
    viewer.units.flatMap((unit) =>
      asked.flatMap((branch) => (branch.isIn === undefined ? [] : [find(branch, branch.isIn(unit))])),
    );
  const byCoordinators = asked.filter(({ forCoordinators }) => forCoordinators);
  const coordinates = () =>
    reach({ ...viewer, roles: ['COORDINATOR'] }, 'tasks', { alias: 'c' }, parameters, today);
  if (filter.subjectId !== undefined) {
    const seen = sees.has('COORDINATED') && byCoordinators.length > 0 ? coordinates() : undefined;
    const lists = sees.has('MUNICIPALITY')
      ? asked.map((branch) => gathered(branch))
      : [
          ...(seen === undefined ? [] : byCoordinators.map((branch) => gathered(branch, seen))),
          ...(sees.has('OWN_UNIT') ? ofEachUnit(gathered) : []),
        ];
    if (lists.length === 0) return unionOf([]);
    const registrations = registrationsOf('tenant.of', `${parameters.of(filter.subjectId)}::text`);
    return `(with mine as materialized (${registrations}) ${lists.join(' union ')})`;
  }
  if (sees.has('MUNICIPALITY')) return unionOf(asked.map((branch) => inOrder(branch)));
  const ofCoordinator = () => {
    const held = heldAnyhow(heldFor({ ...viewer, roles: ['COORDINATOR'] }, 'tasks'));
    if (byCoordinators.length === 0) return [];
    const seen = coordinates();
    const own = ownPersons(held, parameters, today);
    const isMany = `(select count(*) from own) > ${few}`;
    return [
      `(with own as materialized (${own}),
      mine as materialized (
        select distinct registration.id from own coordinated
        cross join lateral (${registrationsOf('tenant.of', 'coordinated.subject_id')}) registration
        where (select count(*) from own) <= ${few})
    ${[...byCoordinators.map((branch) => gathered(branch)), ...byCoordinators.map((branch) => inOrder(branch, seen, isMany))].join(' union all ')})`,
    ];
  };
  // What is an own unit's to do, unit by unit, each in the order of its index.
  const ofUnits = () => ofEachUnit(inOrder);
  return unionOf(
    [
      ...(sees.has('COORDINATED') ? ofCoordinator() : []),
      ...(sees.has('OWN_UNIT') ? ofUnits() : []),
      ...(sees.has('OPERATED')
        ? asked.filter(({ isOperated }) => isOperated).map((one) => inOrder(one))
        : []),
    ],
    'union',
  );
}

const nothing = `
  select tenant.of as municipality, ''::text as kind, ''::text as of, ${neverDue} as since, ${neverDue} as due where false`;

/** The viewer's tenants as rows, with the columns that the register's lists go on after. */
export const tenantRows = ({ tenants }: Viewer, parameters: Parameters) =>
  `(select of, ''::text as after from unnest(${parameters.of(tenants)}::text[]) one (of)) tenant`;

const kindOf = ({ kind, kinds }: Branch) => kind ?? `'${kinds[0] ?? ''}'::text`;

function isAsked(branch: Branch, viewer: Viewer, filter: TaskFilter): boolean {
  const { kinds, due, isIn } = branch;
  if (branch.isOperated && !viewer.roles.some((role) => relationOf('subscriptions', role))) return false;
  if (filter.subjectId !== undefined && kinds.some((kind) => isOfUnit(kind))) return false;
  if (filter.kind !== undefined && !kinds.some((kind) => filter.kind?.includes(kind))) return false;
  if (due === undefined && (filter.overdue === true || filter.dueTo !== undefined)) return false;
  return (
    (filter.mine !== true ||
      branch.isOf !== undefined ||
      isLeaders(branch, viewer) ||
      isAdmins(branch, viewer)) &&
    (filter.unit === undefined || isIn !== undefined)
  );
}

const isLeaders = ({ ofLeader }: Branch, { roles }: Viewer) =>
  ofLeader !== undefined && roles.includes('LEADER');

const isAdmins = ({ isOperated }: Branch, { roles }: Viewer) =>
  isOperated === true && roles.includes('ADMIN');

/** In which ways a task is the viewer's own, as conditions. */
const ownIn = (branch: Branch, viewer: Viewer): readonly string[] => [
  ...(branch.isOf === undefined ? [] : idsOf(viewer).map(branch.isOf)),
  ...(branch.ofLeader !== undefined && isLeaders(branch, viewer) ? [branch.ofLeader] : []),
  ...(isAdmins(branch, viewer) ? ['true'] : []),
];

function conditionsOf(
  branch: Branch,
  viewer: Viewer,
  { mine, unit, kind: kinds, overdue, dueTo }: TaskFilter,
  parameters: Parameters,
  day: string,
): string[] {
  const { kind, due, isIn } = branch;
  const conditions: string[] = [];
  if (kind !== undefined && kinds !== undefined) {
    conditions.push(`${kind} = any (${parameters.of(kinds)}::text[])`);
  }
  if (mine === true) conditions.push(`(${ownIn(branch, viewer).join(' or ')})`);
  if (unit !== undefined && isIn !== undefined) conditions.push(isIn(unit));
  if (due !== undefined && overdue !== undefined) {
    conditions.push(`${due} ${overdue ? '<' : '>='} ${day}::date`);
  }
  if (due !== undefined && dueTo !== undefined) {
    conditions.push(`${due} <= ${parameters.of(dueTo)}::date`, `${due} < ${neverDue}`);
  }
  return conditions;
}

/** What comes after a place in the list. What is never due is in the order of its other columns. */
function placedAfter(branch: Branch, after: TaskAfter | undefined, parameters: Parameters): string[] {
  if (after === undefined) return [];
  const [due, since, of, kind] = after;
  if (branch.due === undefined && due < never) return [];
  const columns = [
    ...(branch.due === undefined ? [] : [[branch.due, `${parameters.of(due)}::date`]]),
    [branch.since, `${parameters.of(since)}::date`],
    [branch.of, `${parameters.of(of)}::text`],
    [kindOf(branch), `${parameters.of(kind)}::text`],
  ];
  const side = (at: 0 | 1) => columns.map((pair) => pair[at]).join(', ');
  return [`(${side(0)}) > (${side(1)})`];
}

function branchesOn(
  { today, day, intervals, terms }: Omit<Place, 'after' | 'most'>,
  parameters: Parameters,
): Branch[] {
  const isCaseworker = (party: string) => `c.caseworker_id = ${parameters.of(party)}::text`;
  const ofCase = {
    of: 'c.case_id',
    from: rowsIn(viewOf(tasks)),
    isOf: isCaseworker,
    forCoordinators: true,
  };
  /** Of a person, whoever has an open case of the same person. */
  const hasCase = (party: string) => `exists (
    select from (${registrationsOf('c.municipality', 'c.subject_id')}) registration
    cross join lateral (
      select one.caseworker_id, one.closed_on from ${viewOf(tasks)} one
      where one.municipality = c.municipality and one.subject_id = registration.id offset 0) own
    where own.closed_on is null and own.caseworker_id = ${parameters.of(party)}::text offset 0)`;
  const ofPerson = { of: 'c.subject_id', since: 'c.since' };
  /** Whoever coordinates has it, and the own unit; where nobody does, whoever has a case. */
  const ofCoordinator = {
    isOf: (party: string) => `(${coordinated(heldBy(party), 'c', parameters, today)}
      or ${hasCase(party)} and not ${coordinated(heldByAnybody, 'c', parameters, today)})`,
    isIn: (unit: string) => coordinated(heldIn(unit), 'c', parameters, today),
    forCoordinators: true,
  };
  const course = (kind: CourseKind, more: Partial<Branch> = {}): Branch => ({
    ...ofCase,
    kinds: [kind],
    since: 'c.since',
    ...more,
    where: [`c.kind = '${kind}'`, ...(more.where ?? [])],
  });
  return [
    course('NEED_TO_ASK'),
    course('MAPPING_TO_ASSIGN'),
    course('APPLICATION_TO_RECEIVE'),
    course('CASE_TO_CONSIDER', { where: [onNoAgenda] }),
    course('BOARD_TO_CONCLUDE', {
      kinds: ['CASE_FOR_BOARD', 'BOARD_TO_CONCLUDE'],
      kind: `case when ${onNoBoardAgenda} then 'CASE_FOR_BOARD' else 'BOARD_TO_CONCLUDE' end`,
    }),
    course('DECISION_TO_MAKE', { due: 'c.since', where: [`c.since <= ${day}::date`] }),
    {
      ...ofCase,
      kinds: ['DECISION_TO_MAKE'],
      since: 'c.met_on',
      due: 'c.met_on',
      from: (only) => `(${treatedCases(only)}) c`,
      where: [],
    },
    course('DECISION_TO_NOTIFY'),
    course('ANSWER_TO_SEND_AGAIN'),
    course('DECISION_TO_MAKE_ANEW'),
    {
      ...ofCase,
      kinds: ['LETTER_TO_SEND_AGAIN'],
      since: 'c.letter_since',
      where: ['c.letter_since is not null'],
      forCoordinators: false,
    },
    {
      ...ofCase,
      kinds: ['MAPPING_TO_DO'],
      since: 'c.mapping_since',
      due: 'c.mapping_due',
      where: ['c.mapping_due is not null'],
      isOf: (party) => `c.assignee_id = ${parameters.of(party)}`,
      isIn: (unit) => `c.assignee_unit = ${parameters.of(unit)}`,
    },
    {
      ...ofCase,
      kinds: ['DEADLINE_OVERDUE', 'DEADLINE_NEAR'],
      kind: `case when c.deadline_due < ${day}::date then 'DEADLINE_OVERDUE' else 'DEADLINE_NEAR' end`,
      since: 'c.deadline_since',
      due: 'c.deadline_due',
      where: [`c.deadline_due <= ${day}::date + ${nearDays}`],
      forCoordinators: false,
    },
    {
      ...ofCase,
      kinds: ['APPLICATION_TO_COMPLETE'],
      since: 'c.completing_since',
      from: (only) => `${rowsIn(viewOf(tasks))(only)} ${besideCase('c', day)}`,
      where: ['c.completing_since is not null', `${openPointsOf('c')} <> '{}'`],
    },
    {
      ...ofCase,
      kinds: ['PLAN_TO_START'],
      since: 'c.plan_granted_on',
      from: (only) => `(${withoutPlan(only)}) c`,
      where: [],
      isOf: (party) => `(${coordinated(heldBy(party), 'c', parameters, today)}
        or ${isCaseworker(party)} and not ${coordinated(heldByAnybody, 'c', parameters, today)})`,
      isIn: (unit) => coordinated(heldIn(unit), 'c', parameters, today),
    },
    {
      ...ofPerson,
      kinds: ['COORDINATOR_TO_APPOINT', 'COORDINATOR_GAP'],
      kind: `case when c.is_left then 'COORDINATOR_GAP' else 'COORDINATOR_TO_APPOINT' end`,
      from: () => `(${withoutCoordinator(day)}) c`,
      where: [],
      // A gap is the leader's.
      isOf: (party) => `not c.is_left and ${hasCase(party)}`,
      ofLeader: 'c.is_left',
      forCoordinators: false,
    },
    {
      ...ofPerson,
      kinds: ['COORDINATOR_LEFT'],
      from: () => `(${leftByCoordinator(day)}) c`,
      where: [],
      isIn: (unit) => `${parameters.of(unit)}::text = any (c.units)`,
      ofLeader: 'true',
      forCoordinators: false,
    },
    {
      of: 'c.case_id',
      kinds: ['ASSIGNEE_LEFT'],
      since: 'c.since',
      from: () => `(${leftByAssignee(day)}) c`,
      where: [],
      isIn: (unit) => `c.assignee_unit = ${parameters.of(unit)}`,
      ofLeader: 'true',
      forCoordinators: false,
    },
    {
      of: 'c.case_id',
      kinds: ['CASEWORKER_LEFT'],
      since: 'c.since',
      from: () => `(${leftByCaseworker(day)}) c`,
      where: [],
      ofLeader: 'true',
      forCoordinators: false,
    },
    {
      ...ofPerson,
      kinds: ['PROPOSAL_TO_CONCUR'],
      since: 'c.concur_since',
      from: () => `${viewOf(coordinationTasks)} c`,
      where: ['c.concur_since is not null'],
      isIn: (unit) => `c.concur_unit = ${parameters.of(unit)}`,
      forCoordinators: false,
    },
    {
      ...ofPerson,
      kinds: ['CANDIDATE_TO_ANSWER'],
      since: 'c.answer_since',
      from: () => `${viewOf(coordinationTasks)} c`,
      where: ['c.answer_since is not null'],
      isOf: (party) => `c.answer_party = ${parameters.of(party)}`,
      forCoordinators: false,
    },
    {
      ...ofPerson,
      kinds: ['HANDOVER_TO_WRITE', 'HANDOVER_TO_ACKNOWLEDGE'],
      kind: 'c.handover_kind',
      due: 'c.due',
      from: (only) => `(${handoversOn(day, terms, parameters, only)}) c`,
      where: [],
      isOf: (party) => `(c.handover_party = ${parameters.of(party)}::text and not c.is_left)`,
      // What is left lying is the leader's matter, and so is what is nobody's.
      isIn: (unit) =>
        `c.handover_unit = ${parameters.of(unit)}::text and (c.is_left or c.due < ${day}::date)`,
      ofLeader: 'c.is_left',
      forCoordinators: true,
    },
    {
      ...ofPerson,
      ...ofCoordinator,
      kinds: ['STANDING_TO_REVIEW'],
      due: 'c.since',
      from: (only) => `(${reviewsOn(day, terms, parameters, only)}) c`,
      where: [],
      // Of what a unit says and nobody has confirmed, its leader is asked.
      isIn: (unit) => `(${ofCoordinator.isIn(unit)} or ${parameters.of(unit)}::text = any (c.report_units))`,
    },
    {
      ...ofPerson,
      kinds: ['REPORT_TO_COMPLETE'],
      since: 'c.complete_since',
      from: rowsIn(viewOf(coordinationTasks)),
      where: ['c.complete_since is not null'],
      isIn: (unit) => `${parameters.of(unit)}::text = any (c.complete_units)`,
      forCoordinators: false,
    },
    {
      ...ofPerson,
      kinds: ['REPORT_TO_CONFIRM'],
      since: 'c.confirm_since',
      from: rowsIn(viewOf(coordinationTasks)),
      where: ['c.confirm_since is not null'],
      forCoordinators: false,
    },
    {
      ...ofPerson,
      kinds: ['END_TO_CONFIRM'],
      since: 'c.end_since',
      from: rowsIn(viewOf(coordinationTasks)),
      where: ['c.end_since is not null'],
      isOf: hasCase,
      forCoordinators: false,
    },
    {
      ...ofPerson,
      ...ofCoordinator,
      kinds: ['FEEDBACK_MISSING'],
      since: 'c.feedback_since',
      from: rowsIn(viewOf(coordinationTasks)),
      where: ['c.feedback_since is not null'],
      isIn: (unit) => `(${ofCoordinator.isIn(unit)} or ${parameters.of(unit)}::text = any (c.report_units))`,
    },
    {
      ...ofPerson,
      ...ofCoordinator,
      kinds: ['PLAN_TO_REVIEW'],
      since: 'c.review_due',
      due: 'c.review_due',
      from: rowsIn(viewOf(planContent)),
      where: ['c.review_due is not null', `c.review_due <= ${day}::date`, goesOn],
    },
    {
      ...ofPerson,
      ...ofCoordinator,
      kinds: ['CRISIS_PLAN_TO_REVIEW'],
      since: 'c.review_due',
      due: 'c.review_due',
      from: rowsIn(viewOf(crisisPlans)),
      where: ['c.review_due is not null', `c.review_due <= ${day}::date`],
    },
    {
      ...ofPerson,
      ...ofCoordinator,
      kinds: ['CRISIS_PLAN_READ_TO_TELL'],
      since: 'c.tell_since',
      due: 'c.tell_due',
      from: rowsIn(viewOf(crisisPlans)),
      where: ['c.tell_due is not null'],
    },
    {
      ...ofPerson,
      kinds: ['CRISIS_PLAN_READ_TO_REVIEW'],
      since: 'c.judge_since',
      from: rowsIn(viewOf(crisisPlans)),
      where: ['c.judge_since is not null'],
      ofLeader: 'true',
      forCoordinators: false,
    },
    {
      ...ofPerson,
      ...ofCoordinator,
      kinds: ['PROMISE_OVERDUE'],
      since: 'c.promise_due',
      due: 'c.promise_due',
      from: rowsIn(viewOf(followUp)),
      where: ['c.promise_due is not null', `c.promise_due < ${day}::date`],
    },
    {
      ...ofPerson,
      ...ofCoordinator,
      kinds: ['AROUND_MEETING_TO_RECORD'],
      since: 'c.meeting_on',
      from: rowsIn(viewOf(followUp)),
      where: ['c.meeting_on is not null', `c.meeting_on < ${day}::date`],
    },
    {
      ...ofPerson,
      ...ofCoordinator,
      kinds: Object.values(insightKinds),
      kind: insightKind,
      since: 'c.insight_since',
      from: rowsIn(viewOf(followUp)),
      where: ['c.insight_since is not null', hasPlan],
    },
    {
      ...ofPerson,
      ...ofCoordinator,
      kinds: ['PLAN_ENDED'],
      since: 'c.plan_ended_on',
      from: rowsIn(viewOf(coordinationTasks)),
      where: ['c.plan_ended_on is not null'],
    },
    {
      ...ofPerson,
      kinds: ['CONSENT_TO_RENEW'],
      since: 'c.renewal_since',
      from: rowsIn(viewOf(coordinationTasks)),
      where: ['c.renewal_since is not null', `c.renewal_until >= ${day}::date`],
      isOf: hasCase,
      forCoordinators: true,
    },
    {
      ...ofPerson,
      kinds: ['ALLOCATION_TO_TELL'],
      since: 'c.tell_since',
      from: () => `${viewOf(coordinationTasks)} c`,
      where: ['c.tell_since is not null'],
      isOf: hasCase,
      forCoordinators: false,
    },
    {
      ...ofPerson,
      kinds: ['PLACEMENT_DISPUTE_TO_SETTLE'],
      since: 'c.dispute_since',
      from: () => `${viewOf(coordinationTasks)} c`,
      where: ['c.dispute_since is not null'],
      ofLeader: 'true',
      forCoordinators: false,
    },
    {
      ...ofCase,
      kinds: ['HANDLING_DISPUTE_TO_SETTLE'],
      since: 'c.dispute_since',
      where: ['c.dispute_since is not null'],
      ofLeader: 'true',
      forCoordinators: false,
    },
    {
      ...ofCase,
      kinds: ['SECOND_READING_TO_GIVE'],
      since: 'c.reading_since',
      where: ['c.reading_since is not null'],
      // Anybody's but the caseworker's.
      isOf: (party) => `c.caseworker_id is distinct from ${parameters.of(party)}::text`,
      forCoordinators: false,
    },
    {
      ...ofCase,
      kinds: ['CASEWORKER_TO_ASSIGN'],
      since: 'c.unassigned_since',
      where: ['c.unassigned_since is not null'],
      ofLeader: 'true',
      forCoordinators: false,
    },
    {
      ...ofPerson,
      kinds: ['CONSENT_ENDED'],
      since: 'c.unconsented_from',
      from: () => `${viewOf(coordinationTasks)} c`,
      where: [`c.unconsented_from <= ${day}::date`, `c.coordinated_to > ${day}::date`],
      isOf: hasCase,
      forCoordinators: false,
    },
    {
      ...ofPerson,
      kinds: ['BASIS_LOST'],
      since: 'c.lost_since',
      from: rowsIn(viewOf(coordinationTasks)),
      where: ['c.lost_since is not null'],
      isOf: hasCase,
      forCoordinators: true,
    },
    ...ownWorkOn(day, (party) => parameters.of(party)),
    {
      kinds: ['RECEIVER_FAILED'],
      of: 'c.endpoint_id',
      since: 'c.since',
      from: () => `(${failedReceivers(day)}) c`,
      where: [],
      forCoordinators: false,
      isOperated: true,
    },
    ofMeeting('MEETING_TO_RECORD', ["c.status = 'PLANNED'", `c.meets_on < ${day}::date`]),
    ofMeeting('PROTOCOL_TO_APPROVE', ["c.status = 'HELD'"]),
    {
      kinds: ['MEETING_TO_PLAN', 'MEETING_OVERDUE'],
      kind: `case when c.due < ${day}::date then 'MEETING_OVERDUE' else 'MEETING_TO_PLAN' end`,
      of: 'c.municipality',
      since: 'c.since',
      due: 'c.due',
      from: () => `(${unitsToMeet(intervals, parameters)}) c`,
      where: [`(c.due < ${day}::date or not ${isPlannedInTime(day)})`],
      forCoordinators: false,
    },
    ...complaintKinds.map((kind) => ({
      kinds: [kind],
      of: 'c.complaint_id',
      since: 'c.waits_since',
      due: 'c.waits_until',
      from: rowsIn(viewOf(complaints)),
      where: [`c.waits_for = '${kind}'`],
      isOf: hasCase,
      forCoordinators: false,
    })),
    {
      kinds: ['ENQUIRY_TO_ANSWER'],
      of: 'c.enquiry_id',
      since: 'c.waits_since',
      from: () => `${viewOf(enquiries)} c`,
      where: ['c.waits_since is not null'],
      isIn: (unit) => `c.unit = ${parameters.of(unit)}::text`,
      forCoordinators: false,
    },
    {
      ...ofPerson,
      kinds: ['MOVE_TO_FOLLOW_UP'],
      from: (only) => `(${movedAway(day, only)}) c`,
      where: [],
      isOf: hasCase,
      forCoordinators: true,
    },
  ];
}

/** A plan `c` of content that is not closed: what its coordination says. */
const goesOn = `coalesce((
  select true from ${viewOf(coordinationRegister)} kept
  where kept.municipality = c.municipality and kept.subject_id = c.subject_id and kept.active_plan_id is not null
    and kept.active_plan_id = c.plan_id limit 1), false)`;

/** Of a row `c` of the follow-up. */
const insightKind = `case c.insight_age ${Object.entries(insightKinds)
  .map(([age, kind]) => `when '${age}' then '${kind}'`)
  .join(' ')} end`;

/** Whether a plan of the person of a row `c` runs. */
const hasPlan = `coalesce((select kept.plan_known_until = date '${never}' from ${viewOf(coordinationTasks)} kept
  where kept.municipality = c.municipality and kept.subject_id = c.subject_id limit 1), false)`;

const ofPersonGathered = 'c.subject_id = mine.id';

/** A table's rows in the order of its indexes; of a person by the person (offset 0), few as the planner may believe those of a kind to be. */
const rowsIn = (view: string) => (only: string) =>
  only === ofPersonGathered
    ? `(select c.* from ${view} c where c.municipality = tenant.of and ${only} offset 0) c`
    : `${view} c`;

const ofMeeting = (kind: TaskKind, where: readonly string[]): Branch => ({
  kinds: [kind],
  of: 'c.meeting_id',
  since: 'c.meets_on',
  from: () => `${viewOf(meetings)} c`,
  where,
  forCoordinators: false,
});

/**
 * Cases that grant a plan which was not started since, by two indexes side by side; the few that are left are looked at closely, since the
 * coordination may go on under another registration.
 */
const withoutPlan = (only: string) => `
  select left_over.municipality, left_over.case_id, left_over.subject_id, left_over.caseworker_id, left_over.plan_granted_on
  from (
    select c.municipality, c.case_id, c.subject_id, c.caseworker_id, c.plan_granted_on from ${viewOf(tasks)} c
    left join ${viewOf(coordinationTasks)} kept on kept.municipality = c.municipality and kept.subject_id = c.subject_id
    where c.municipality = tenant.of and c.plan_granted_on is not null and ${only}
      and (kept.plan_known_until is null or kept.plan_known_until < c.plan_granted_on) offset 0) left_over
  where not exists (
    select from (${goesOnUnder('left_over.municipality', 'left_over.subject_id')}) other
    cross join lateral (select from ${viewOf(coordinationTasks)} kept
      where kept.municipality = left_over.municipality and kept.subject_id = other.id
        and kept.plan_known_until >= left_over.plan_granted_on offset 0) known) offset 0`;

/** Who is without a coordinator on a day, as the register has it: since somebody left, or since a grant that nobody has followed. */
const withoutCoordinator = (today: string) =>
  withoutOn(today)
    .map(
      ({ from, where }) => `
      select person.municipality, person.subject_id, greatest(need.since, held.left_on, g.coordinator_accepted_on) as since,
        coalesce(held.left_on >= need.since and held.left_on > coalesce(g.coordinator_accepted_on, '-infinity'), false) as is_left
      from ${from}
      where person.municipality = tenant.of and person.subject_id > tenant.after and ${where.join(' and ')}`,
    )
    .join(' union ');

/** Who has moved away by a day while something goes on here that began before; what begins anew after it is meant so. */
const movedAway = (today: string, only: string) => `
  select person.municipality, kept.subject_id, person.moved_on as since from ${viewOf(people)} person
  join lateral (
    select c.subject_id, c.runs_from from ${viewOf(coordinationTasks)} c
    where c.municipality = person.municipality and c.subject_id = coalesce(person.coordinated_as, person.person_id)
      and ${only} offset 0) kept on kept.runs_from <= person.moved_on
  where person.municipality = tenant.of and person.moved_on <= ${today}::date offset 0`;
