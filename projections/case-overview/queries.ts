import type { Viewer } from '#personal-data/viewer';
import { inTransaction, type Pool } from '#postgres';
import { viewOf } from '#projecting';
import { consented } from '../coordination-register/consented.js';
import { coordinating } from '../coordination-register/coordinating.js';
import { coordinationRegister } from '../coordination-register/projection.js';
import { people } from '../people/projection.js';
import { reach } from '../reach.js';
import {
  isDay,
  isId,
  pageOf,
  Parameters,
  selection,
  type Page,
  type PageRequest,
  type Provenance,
  type Read,
} from '../selection.js';
import type { OpenPoint } from './labels.js';
import { caseOverview, type CaseRow, type CaseStatus, columns } from './projection.js';

/** What is answered of a row; the scopes that it needs tell only what stands open. */
const { needed_scopes: _, ...caseColumns } = columns;
export { caseColumns };

/** A case with what other streams say of its person. Texts about the person are sealed. */
export type CaseView = Read<Omit<CaseRow, 'needed_scopes'>> &
  Provenance & {
    readonly openPoints: readonly OpenPoint[];
    readonly overdue: boolean;
    readonly coordinatorId: string | null;
    readonly activePlanId: string | null;
  };

export interface CaseFilter {
  readonly status?: readonly CaseStatus[] | undefined;
  /** Bounds of the day of receipt, both included. */
  readonly receivedFrom?: string | undefined;
  readonly receivedTo?: string | undefined;
  /** A requested item. */
  readonly item?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly subjectId?: string | undefined;
  /** Neither decided nor withdrawn. */
  readonly withoutDecision?: boolean | undefined;
  /** The mapping was due before today and is not done. */
  readonly overdue?: boolean | undefined;
}

/** Place in the list: the day of opening and the case. */
export type CaseAfter = readonly [openedOn: string, caseId: string];

export const isCaseAfter = (value: unknown): value is CaseAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** The unit's cases, newest first. `today` is the local date that due dates and consents are held against. */
export async function caseOverviewPage(
  pool: Pool,
  viewer: Viewer,
  filter: CaseFilter,
  { today, after, limit }: PageRequest<CaseAfter> & { readonly today: string },
): Promise<Page<CaseView, CaseAfter>> {
  const parameters = new Parameters();
  const todays = parameters.of(today);
  const conditions = [reach(viewer, 'c', parameters, today), ...conditionsOf(filter, parameters, todays)];
  if (after) {
    conditions.push(
      `(c.opened_on, c.case_id) < (${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`,
    );
  }
  const rows = await read(
    pool,
    viewer,
    `${select(todays)} where ${conditions.join(' and ')}
     order by c.opened_on desc, c.case_id desc limit ${parameters.of(limit + 1)}`,
    parameters,
  );
  return pageOf(rows, limit, ({ openedOn, caseId }): CaseAfter => [openedOn, caseId]);
}

/** One case; undefined when there is none that this viewer may see. */
export async function caseById(
  pool: Pool,
  viewer: Viewer,
  caseId: string,
  { today }: { readonly today: string },
): Promise<CaseView | undefined> {
  const parameters = new Parameters();
  const text = `${select(parameters.of(today))}
    where c.case_id = ${parameters.of(caseId)} and ${reach(viewer, 'c', parameters, today)}`;
  const [found] = await read(pool, viewer, text, parameters);
  return found;
}

function conditionsOf(filter: CaseFilter, parameters: Parameters, today: string): string[] {
  const { status, receivedFrom, receivedTo, item, assigneeId, subjectId, withoutDecision, overdue } = filter;
  const conditions: string[] = [];
  if (status !== undefined) conditions.push(`c.status = any (${parameters.of(status)}::text[])`);
  if (receivedFrom !== undefined) conditions.push(`c.received_on >= ${parameters.of(receivedFrom)}::date`);
  if (receivedTo !== undefined) conditions.push(`c.received_on <= ${parameters.of(receivedTo)}::date`);
  if (item !== undefined) conditions.push(`c.items @> array[${parameters.of(item)}::text]`);
  if (assigneeId !== undefined) conditions.push(`c.assignee_id = ${parameters.of(assigneeId)}`);
  if (subjectId !== undefined) conditions.push(`c.subject_id = ${parameters.of(subjectId)}`);
  if (withoutDecision !== undefined) {
    conditions.push(
      `(c.decided_on is null and c.withdrawn_on is null) = ${parameters.of(withoutDecision)}::boolean`,
    );
  }
  if (overdue !== undefined) conditions.push(`${isOverdue(today)} = ${parameters.of(overdue)}::boolean`);
  return conditions;
}

const isOverdue = (today: string) =>
  `(c.mapped_on is null and c.withdrawn_on is null and c.decided_on is null and coalesce(c.due_on < ${today}::date, false))`;

/** A need without an application is content with any consent. */
const select = (today: string) => `
  select ${selection(caseColumns, 'c')}, c.municipality, c.revision, ${isOverdue(today)} as overdue,
    (select now."coordinatorId" from ${coordinating('r', today)} now where now.kind = 'ORDINARY' and not now.temporary limit 1)
      as "coordinatorId", r.active_plan_id as "activePlanId",
    array_remove(array[
      case when c.received_on is null then 'APPLICATION' end,
      case when c.signed is false then 'SIGNATURE' end,
      case when consent.scopes = '{}' or not c.needed_scopes <@ consent.scopes then 'CONSENT' end,
      case when p.identity_number is null and p.disposed is not true then 'IDENTITY_NUMBER' end
    ], null) as "openPoints"
  from ${viewOf(caseOverview)} c
  left join ${viewOf(coordinationRegister)} r on r.municipality = c.municipality and r.subject_id = c.subject_id
  left join ${viewOf(people)} p on p.municipality = c.municipality and p.person_id = c.subject_id
  cross join lateral (select ${consented('r', today)} as scopes) consent`;

async function read(pool: Pool, viewer: Viewer, text: string, { values }: Parameters): Promise<CaseView[]> {
  const { rows } = await inTransaction(pool, (client) => client.query<CaseView>(text, values), {
    tenants: viewer.tenants,
    readOnly: true,
  });
  return rows.map((row) => ({ ...row, revision: BigInt(row.revision) }));
}
