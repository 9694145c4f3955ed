import type { CaseRule, DeadlineState } from '#casework';
import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { caseOverview } from '../case-overview/projection.js';
import { isOwn, tenantsOf } from '../reach.js';
import {
  isDay,
  isId,
  type Page,
  pageOf,
  type PageRequest,
  Parameters,
  type Provenance,
  type Read,
  selection,
} from '../selection.js';
import { tasks } from '../tasks/projection.js';
import type { DeadlineStanding } from './labels.js';
import { deadlines, type DeadlineRow } from './projection.js';

export interface DeadlineFilter {
  /** Those that run, over their last day or not, unless told. */
  readonly standing?: DeadlineStanding | undefined;
  readonly rule?: CaseRule | undefined;
  /** With a last day on this day or earlier. */
  readonly dueTo?: string | undefined;
  /** In the open cases whose caseworker the viewer is. */
  readonly mine?: boolean | undefined;
}

/** A deadline as the board shows it, with the case that it is of. */
export type DeadlineLine = Read<Omit<DeadlineRow, 'state' | 'runs'>> &
  Pick<Provenance, 'municipality'> & {
    readonly standing: DeadlineStanding;
    readonly caseNumber: string | null;
    readonly caseworkerId: string | null;
  };

/** Place in the list: the last day, and the deadline. */
export type DeadlineAfter = readonly [dueOn: string, deadline: string];
export const isDeadlineAfter = (value: unknown): value is DeadlineAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isDeadline(value[1]);
const isDeadline = (value: unknown) => typeof value === 'string' && isId(value.replaceAll('_', '-'));

const states: Readonly<Record<DeadlineStanding, DeadlineState>> = {
  DUE: 'OPEN',
  OVERDUE: 'OPEN',
  MET: 'MET',
  MISSED: 'MISSED',
  EXPIRED: 'EXPIRED',
  LIFTED: 'LIFTED',
};
/** What is to come is read from its first day on, what is over from its last. */
const isToCome = ({ standing = 'DUE' }: DeadlineFilter) => states[standing] === 'OPEN';

interface Asked {
  readonly today: string;
}

/** What a line shows as it stands in its row. */
const { state: _state, runs: _runs, ...shown } = deadlines.columns;

/** The deadlines that a filter leaves, in the order of an index, as rows of the read model for a row `tenant`. */
function found(
  viewer: Viewer,
  filter: DeadlineFilter,
  { today, after, limit }: Asked & PageRequest<DeadlineAfter>,
  parameters: Parameters,
): string {
  const { standing, rule, dueTo, mine } = filter;
  const day = () => `${parameters.of(today)}::date`;
  const [isAfter, order] = isToCome(filter) ? ['>', ''] : ['<', ' desc'];
  const conditions = [
    'd.municipality = tenant.of',
    `d.state = '${standing === undefined ? 'OPEN' : states[standing]}'`,
    ...(standing === 'DUE' ? [`d.due_on >= ${day()}`] : []),
    ...(standing === 'OVERDUE' ? [`d.owed and d.due_on < ${day()}`] : []),
    // Somebody else's time is not over its day, but out; that is noted when the next day begins.
    ...(standing === undefined ? [`(d.owed or d.due_on >= ${day()})`] : []),
    ...(rule === undefined ? [] : [`d.rule = ${parameters.of(rule)}::text`]),
    ...(dueTo === undefined ? [] : [`d.due_on <= ${parameters.of(dueTo)}::date`]),
    ...(after === undefined
      ? []
      : [
          `(d.due_on, d.deadline) ${isAfter} (${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`,
        ]),
    `${parameters.of(seesAll(viewer, 'deadlines'))}::boolean`,
  ].join(' and ');
  const columns = ['municipality', 'state', ...Object.keys(shown)].map((name) => `d.${name}`).join(', ');
  const ordered = `order by due_on${order}, deadline${order} limit ${parameters.of(limit + 1)}`;
  if (mine !== true) {
    return `select ${columns} from ${viewOf(deadlines)} d where ${conditions} ${ordered}`;
  }
  // Each of one caseworker’s open cases is looked up by its key (offset 0): most of some thousands have nothing that runs.
  return `select own.* from ${viewOf(tasks)} t, lateral (
      select ${columns} from ${viewOf(deadlines)} d where ${conditions} and d.case_id = t.case_id offset 0) own
    where t.municipality = tenant.of and ${isOwn('t.worked_by', viewer, parameters)} ${ordered}`;
}

/** The board: what runs by its last day, the first above; what is over, the last above. */
export async function deadlinesPage(
  pool: Pool,
  viewer: Viewer,
  filter: DeadlineFilter,
  asked: Asked & PageRequest<DeadlineAfter>,
): Promise<Page<DeadlineLine, DeadlineAfter>> {
  const parameters = new Parameters();
  const rows = found(viewer, filter, asked, parameters);
  const day = `${parameters.of(asked.today)}::date`;
  const order = isToCome(filter) ? '' : ' desc';
  const read = await readFor<DeadlineLine>(
    pool,
    viewer.tenants,
    `select page.municipality, ${selection(shown, 'page')},
       case when page.state <> 'OPEN' then page.state when page.due_on < ${day} then 'OVERDUE' else 'DUE' end as standing,
       c.case_number as "caseNumber", c.caseworker_id as "caseworkerId"
     from ${tenantsOf(viewer, parameters)}, lateral (${rows}) page
     left join lateral (
       select one.case_number, one.caseworker_id from ${viewOf(caseOverview)} one
       where one.municipality = page.municipality and one.case_id = page.case_id offset 0) c on true
     order by page.due_on${order}, page.deadline${order} limit ${parameters.of(asked.limit + 1)}`,
    parameters.values,
  );
  return pageOf(read, asked.limit, ({ dueOn, deadline }): DeadlineAfter => [dueOn, deadline]);
}

/** How many there are, up to a limit. */
export async function deadlineCount(
  pool: Pool,
  viewer: Viewer,
  filter: DeadlineFilter,
  { today, limit }: Asked & { readonly limit: number },
): Promise<number> {
  const parameters = new Parameters();
  const rows = found(viewer, filter, { today, limit: limit - 1, after: undefined }, parameters);
  const [counted] = await readFor<{ readonly count: number }>(
    pool,
    viewer.tenants,
    `select count(*)::int as count from ${tenantsOf(viewer, parameters)}, lateral (${rows}) page having count(*) > 0`,
    parameters.values,
  );
  return Math.min(counted?.count ?? 0, limit);
}

/** The latest day of a meeting that keeps every deadline which can still be kept, and the one that it goes by. */
export interface LatestMeeting {
  readonly on: string;
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly rule: CaseRule;
  readonly dueOn: string;
}

/** Undefined where nothing that the municipality is to do runs. */
export async function latestMeeting(
  pool: Pool,
  viewer: Viewer,
  { today }: Asked,
): Promise<LatestMeeting | undefined> {
  const parameters = new Parameters();
  const [latest] = await readFor<LatestMeeting>(
    pool,
    viewer.tenants,
    `select page.act_by as "on", page.case_id as "caseId", c.case_number as "caseNumber", page.rule, page.due_on as "dueOn"
     from ${tenantsOf(viewer, parameters)}, lateral (
       select d.act_by, d.case_id, d.rule, d.due_on, d.municipality, d.deadline from ${viewOf(deadlines)} d
       where d.municipality = tenant.of and d.owed and d.state = 'OPEN' and d.act_by >= ${parameters.of(today)}::date
         and ${parameters.of(seesAll(viewer, 'deadlines'))}::boolean
       order by d.act_by, d.deadline limit 1) page
     left join lateral (
       select one.case_number from ${viewOf(caseOverview)} one
       where one.municipality = page.municipality and one.case_id = page.case_id offset 0) c on true
     order by page.act_by, page.deadline limit 1`,
    parameters.values,
  );
  return latest;
}
