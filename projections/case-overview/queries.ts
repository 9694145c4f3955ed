import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { coordinating } from '../coordination-register/coordinating.js';
import type { CoordinationRow } from '../coordination-register/projection.js';
import { goesOn } from '../coordination-register/goes-on.js';
import { withoutConsent } from '../coordination-register/without-consent.js';
import { type HandedRows, overRows } from '../handed-rows.js';
import { reach } from '../reach.js';
import {
  only,
  pageOf,
  Parameters,
  selection,
  without,
  type Page,
  type PageRequest,
  type Provenance,
  type Read,
} from '../selection.js';
import type { OpenPoint } from './labels.js';
import type { GapCode } from '#casework';
import { conditionsHeld, lackedCodes } from './gaps.queries.js';
import type { KeptGap } from './gaps.js';
import {
  type CaseAfter,
  type CaseFilter,
  type Circumstances,
  dayOf,
  isOverdue,
  keysOfPage,
  undecided,
  orderOf,
} from './listing.queries.js';
import { caseOverview, type CaseRow, columns, type Outcome } from './projection.js';
import { besideCase, openPointsOf } from './standing.queries.js';

export { type CaseAfter, type CaseFilter, isCaseAfter } from './listing.queries.js';
export type { Route } from './gaps.queries.js';

/** What is answered of a row; the scopes that it needs, whether it must be written yet, and what it lacks are told as what stands open. */
const {
  needed_scopes: _,
  unwritten: _unwritten,
  gaps: _gaps,
  gap_codes: _codes,
  counted_unit: _unit,
  lacks_from: _lacks,
  may_lack_from: _mayLack,
  board_delegation_id: _delegation,
  ...caseColumns
} = columns;
export { caseColumns };
type Shown = Pick<CaseRow, keyof typeof caseColumns>;

/** What the day and other streams say of a case. */
interface Standing {
  readonly openPoints: readonly OpenPoint[];
  readonly overdue: boolean;
  readonly coordinatorId: string | null;
  readonly activePlanId: string | null;
}

/** A case with what other streams say of its person. Texts about the person are sealed. */
export type CaseView = Read<Shown> &
  Provenance &
  Standing & {
    /** What the case lacks or will lack by itself, and what holds outside it of what that depends on. */
    readonly gaps: readonly KeptGap[];
    readonly gapConditions: readonly string[];
    /** Appointments, plans and members on this case's decision that no consent covers. */
    readonly withoutConsent: readonly string[];
    /** The first day of whoever coordinated first on this case's decision. */
    readonly appointedOn: string | null;
    /** Of a closed case: the person's appointments, plans and members that it did not end. */
    readonly goesOn: readonly string[];
  };

/** What the register keeps of a person's coordination. */
interface Kept {
  readonly kept: Pick<CoordinationRow, 'consents' | 'appointments' | 'plans' | 'members'>;
}

/** What a list shows of a row: no text about the person. */
export const lineColumns = only(
  columns,
  'case_id',
  'subject_id',
  'case_number',
  'status',
  'opening',
  'opened_on',
  'received_on',
  'items',
  'assignee_id',
  'due_on',
  'mapped_on',
  'meets_on',
  'decided_on',
  'decision_notified_on',
  'withdrawn_on',
  'closed_on',
  'closure_reason_code',
  'caseworker_id',
  'caseworker_since',
  'caseworker_stands_in',
);

/** A case as a list shows it. */
export type CaseLine = Read<Pick<CaseRow, keyof typeof lineColumns>> &
  Pick<Provenance, 'municipality'> &
  Standing & {
    readonly outcomes: readonly Pick<Outcome, 'item' | 'outcome'>[];
    /** What the county governor would miss if a complaint came that day. */
    readonly lacking: readonly GapCode[];
  };

const line = `${selection(lineColumns, 'c')}, ${without('c.outcomes', 'reason', 'legalBasis')} as outcomes`;

/** The unit's cases, newest first unless the filter says otherwise. `today` is the local date that due dates and consents are held against. */
export async function caseOverviewPage(
  pool: Pool,
  viewer: Viewer,
  filter: CaseFilter,
  { today, routes = [], after, limit }: PageRequest<CaseAfter> & Circumstances,
): Promise<Page<CaseLine, CaseAfter>> {
  const parameters = new Parameters();
  const keys = keysOfPage(viewer, filter, { after, limit, today, routes }, parameters);
  const shown = `${line}, ${lackedCodes(parameters.of(today), routes, parameters)} as "lacking"`;
  const rows = await readFor<CaseLine>(
    pool,
    viewer.tenants,
    `with page as (${keys})
     ${select(shown, parameters.of(today), `page cross join lateral (${byKey}) c`)}
     order by page.day ${orderOf(filter)}, page.case_id ${orderOf(filter)}`,
    parameters.values,
  );
  const ordered = dayOf(filter);
  return pageOf(rows, limit, ({ caseId, openedOn, receivedOn }): CaseAfter => [
    ordered === 'received_on' && receivedOn !== null ? receivedOn : openedOn,
    caseId,
  ]);
}

/** How many cases a list has, up to `limit`. */
export async function caseCount(
  pool: Pool,
  viewer: Viewer,
  filter: CaseFilter,
  { today, routes, limit }: { readonly limit: number } & Circumstances,
): Promise<number> {
  const parameters = new Parameters();
  const keys = keysOfPage(viewer, filter, { limit: limit - 1, today, routes }, parameters);
  const [counted] = await readFor<{ readonly count: number }>(
    pool,
    viewer.tenants,
    `select count(*)::int as count from (${keys}) page having count(*) > 0`,
    parameters.values,
  );
  return counted?.count ?? 0;
}

/** How much lacks something, of what unit or what; all that lack something with neither. */
export interface LackCount {
  readonly unit: string | null;
  readonly code: GapCode | null;
  readonly count: number;
}

/**
 * Of the newest cases that lack something, up to `limit`: how many of each unit, with no code, and how many lack each thing, with its code. And how
 * many there are, with neither; one more than `limit` where there are more.
 */
export async function lackCounts(
  pool: Pool,
  viewer: Viewer,
  { today, routes = [], limit }: { readonly limit: number } & Circumstances,
): Promise<LackCount[]> {
  const parameters = new Parameters();
  const keys = keysOfPage(viewer, { lacking: true, closed: false }, { limit, today, routes }, parameters);
  const day = parameters.of(today);
  return readFor<LackCount>(
    pool,
    viewer.tenants,
    `with page as materialized (${keys}), found as materialized (
       select c.counted_unit as unit, ${lackedCodes(day, routes, parameters)} as codes
       from (select page.municipality, page.case_id from page limit ${parameters.of(limit)}) page
       cross join lateral (${byKey}) c)
     select null as unit, null as code, count(*)::int as count from page having count(*) > 0
     union all
     select unit, null as code, count(*)::int from found group by unit
     union all
     select null, code, count(*)::int from found cross join lateral unnest(codes) code group by code`,
    parameters.values,
  );
}

/** The cases that name this registration of a person. */
export async function caseIdsOf(pool: Pool, tenant: string, subjectId: string): Promise<string[]> {
  const rows = await readFor<{ readonly caseId: string }>(
    pool,
    [tenant],
    `select c.case_id as "caseId" from ${viewOf(caseOverview)} c
     where c.municipality = $1 and c.subject_id = $2 order by c.case_id`,
    [tenant, subjectId],
  );
  return rows.map(({ caseId }) => caseId);
}

const besideColumns = only(columns, 'case_id', 'case_number', 'status', 'opened_on', 'items');

/** A case that may be the same matter as another. */
export type CaseBeside = Read<Pick<CaseRow, keyof typeof besideColumns>>;

/** The newest cases without a decision that the viewer sees of these registrations of a person, but for one of them. */
export async function openCasesBeside(
  pool: Pool,
  viewer: Viewer,
  { registrations, caseId }: { readonly registrations: readonly string[]; readonly caseId: string },
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<CaseBeside[]> {
  const parameters = new Parameters();
  const conditions = [
    `c.municipality = any (${parameters.of(viewer.tenants)}::text[])`,
    `c.subject_id = any (${parameters.of(registrations)}::text[])`,
    `c.status = any (${parameters.of(undecided)}::text[])`,
    `c.case_id <> ${parameters.of(caseId)}`,
    reach(viewer, 'cases', { alias: 'c' }, parameters, today),
  ];
  return readFor<CaseBeside>(
    pool,
    viewer.tenants,
    `select ${selection(besideColumns, 'c')} from ${viewOf(caseOverview)} c
     where ${conditions.join(' and ')} order by c.opened_on desc, c.case_id desc limit ${parameters.of(limit)}`,
    parameters.values,
  );
}

/** One case; undefined when there is none that this viewer may see. */
export async function caseById(
  pool: Pool,
  viewer: Viewer,
  caseId: string,
  { today, routes = [] }: Circumstances,
): Promise<CaseView | undefined> {
  const parameters = new Parameters();
  const shown = shownOf(conditionsHeld(parameters.of(today), routes, parameters));
  const [found] = await readFor<FoundCase>(
    pool,
    viewer.tenants,
    `${select(shown, parameters.of(today))}
     where c.case_id = ${parameters.of(caseId)} and ${reach(viewer, 'case', { alias: 'c' }, parameters, today)}`,
    parameters.values,
  );
  return found && viewOfCase(found, caseId, today);
}

/**
 * The same of rows that are handed in, held against a day: the case's, its person's under every registration, and those of the person's coordination and of filed plans.
 * Whoever asks has seen to it that the viewer may see the case today.
 */
export async function caseOfRows(
  pool: Pool,
  viewer: Viewer,
  caseId: string,
  {
    day,
    rows,
    routes = [],
  }: Pick<Circumstances, 'routes'> & { readonly day: string; readonly rows: readonly HandedRows[] },
): Promise<CaseView | undefined> {
  const parameters = new Parameters();
  const shown = shownOf(conditionsHeld(parameters.of(day), routes, parameters));
  const statement = `${select(shown, parameters.of(day))} where c.case_id = ${parameters.of(caseId)}`;
  const [found] = await readFor<FoundCase>(
    pool,
    viewer.tenants,
    overRows(statement, rows, parameters),
    parameters.values,
  );
  return found && viewOfCase(found, caseId, day);
}

type FoundCase = Omit<CaseView, 'withoutConsent' | 'appointedOn' | 'goesOn'> & Kept;

function viewOfCase({ kept: all, ...view }: FoundCase, caseId: string, today: string): CaseView {
  const isClosed = view.closedOn !== null;
  return {
    ...view,
    revision: BigInt(view.revision),
    appointedOn: firstDayOn(all, caseId),
    withoutConsent: isClosed ? [] : restingWithout(all, caseId, today),
    goesOn: isClosed ? goesOn(all, today) : [],
  };
}

const firstDayOn = ({ appointments }: Kept['kept'], of: string) =>
  appointments
    .filter(({ caseId, validFrom, releasedOn }) => caseId === of && validFrom !== releasedOn)
    .map(({ validFrom }) => validFrom)
    .toSorted()
    .at(0) ?? null;

const whole = (column: string) => `'${column}', coalesce(r.${column}, '[]')`;
const kept = `jsonb_build_object(${['consents', 'appointments', 'plans', 'members'].map(whole).join()}) as kept`;
const shownOf = (held: string) =>
  `${selection(caseColumns, 'c')}, c.revision, c.gaps, ${held} as "gapConditions", ${kept}`;

function restingWithout(
  { consents, appointments, plans, members }: Kept['kept'],
  caseId: string,
  today: string,
): string[] {
  const ofCase = (one: { readonly caseId: string | null }) => one.caseId === caseId;
  return withoutConsent(
    {
      consents,
      appointments: appointments.filter(ofCase),
      plans: plans.filter(ofCase),
      members: members.filter(ofCase),
    },
    today,
  );
}

/** The case of a key `page`. Looked up key by key (offset 0), whatever the planner believes of tables that have grown since it looked. */
const byKey = `
  select ${['municipality', 'revision', ...Object.keys(columns)].map((name) => `one.${name}`).join(', ')}
  from ${viewOf(caseOverview)} one where one.municipality = page.municipality and one.case_id = page.case_id offset 0`;

const select = (shown: string, today: string, cases = `${viewOf(caseOverview)} c`) => `
  select ${shown}, c.municipality, ${isOverdue(today)} as overdue,
    (select now."coordinatorId" from ${coordinating('r', today)} now where now.kind = 'ORDINARY' and not now.temporary limit 1)
      as "coordinatorId", r.active_plan_id as "activePlanId", ${openPointsOf('c')} as "openPoints"
  from ${cases} ${besideCase('c', today)}`;

/** By what people know a case, and since when its application is here. */
export interface BriefCase {
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly receivedOn: string | null;
}

/** These cases in brief, by id: for whoever sees where they are listed. */
export async function casesInBrief(
  pool: Pool,
  { tenants }: Viewer,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, BriefCase>> {
  if (caseIds.length === 0) return new Map();
  const rows = await readFor<BriefCase>(
    pool,
    tenants,
    `select found."caseId", found."caseNumber", found."receivedOn"
     from unnest($1::text[]) tenant (of) cross join unnest($2::text[]) asked (id)
     cross join lateral (
       select c.case_id as "caseId", c.case_number as "caseNumber", c.received_on as "receivedOn" from ${viewOf(caseOverview)} c
       where c.municipality = tenant.of and c.case_id = asked.id offset 0) found`,
    [tenants, [...new Set(caseIds)]],
  );
  return new Map(rows.map((one) => [one.caseId, one]));
}
