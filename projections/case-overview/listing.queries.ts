import type { Viewer } from '#personal-data/viewer';
import { viewOf } from '#projecting';
import { items } from '#vocabulary';
import { few, type Held, heldAnyhow, heldFor, ownPersons, reach, tenantsOf } from '../reach.js';
import { registrationsOf } from '../registrations.js';
import type { GapCode } from '#casework';
import { isDay, isId, type PageRequest, type Parameters } from '../selection.js';
import { isLacking, lacks, type Route } from './gaps.queries.js';
import { caseOverview, type CaseStatus, caseStatuses } from './projection.js';

export interface CaseFilter {
  readonly status?: readonly CaseStatus[] | undefined;
  /** Bounds of the day of receipt, both included: the list then comes in the order of these days. */
  readonly receivedFrom?: string | undefined;
  readonly receivedTo?: string | undefined;
  /** A requested item. */
  readonly item?: string | undefined;
  readonly assigneeId?: string | undefined;
  /** Whose case it is. */
  readonly caseworkerId?: string | undefined;
  readonly subjectId?: string | undefined;
  /** As it is written: `2026/14`. */
  readonly caseNumber?: string | undefined;
  /** Neither decided, withdrawn nor closed. */
  readonly withoutDecision?: boolean | undefined;
  /** The mapping was due before today and is not done, in a case that is open. */
  readonly overdue?: boolean | undefined;
  /** The county governor would miss something if a complaint came today. */
  readonly lacking?: boolean | undefined;
  /** This is what it would miss. */
  readonly gap?: GapCode | undefined;
  /** By which it is counted. */
  readonly unit?: string | undefined;
  /** Neither withdrawn nor closed, or one of these. */
  readonly closed?: boolean | undefined;
  /** Else the newest are first. */
  readonly oldestFirst?: boolean | undefined;
}

/** What a list is held against. */
export interface Circumstances {
  readonly today: string;
  /** What goes by the profiles of the municipalities; nothing of those that are not named. */
  readonly routes?: readonly Route[] | undefined;
}

/** Place in the list: the day that it is ordered by, and the case. */
export type CaseAfter = readonly [day: string, caseId: string];

export const isCaseAfter = (value: unknown): value is CaseAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** The day that a list is ordered by. */
export const dayOf = ({ receivedFrom, receivedTo }: CaseFilter) =>
  receivedFrom === undefined && receivedTo === undefined ? 'opened_on' : 'received_on';

/** An index is read from either end. */
export const orderOf = ({ oldestFirst = false }: CaseFilter) => (oldestFirst ? 'asc' : 'desc');

/**
 * The tenant, id and day of the cases of one page. For each tenant and status by itself the first come in the order of an index; the page
 * is the first of these.
 */
export function keysOfPage(
  viewer: Viewer,
  filter: CaseFilter,
  { after, limit, today, routes = [] }: PageRequest<CaseAfter> & Circumstances,
  parameters: Parameters,
): string {
  const day = `c.${dayOf(filter)}`;
  const most = parameters.of(limit + 1);
  const order = orderOf(filter);
  const conditions = conditionsOf(filter, parameters, { today, routes });
  if (after !== undefined) {
    conditions.push(
      `(${day}, c.case_id) ${order === 'asc' ? '>' : '<'} (${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`,
    );
  }
  const all = viewOf(caseOverview);
  const keys = (from: string, ...more: readonly string[]) => `
    select c.municipality, c.case_id, ${day} as day from ${from} c
    where ${['c.municipality = tenant.of', ...more, ...conditions].join(' and ')}`;
  const first = (rows: string, of: string) =>
    `(${rows} order by ${of} ${order}, case_id ${order} limit ${most})`;
  const statuses = statusesOf(filter);
  const status = statuses && `${parameters.of(statuses)}::text[]`;
  const seen = reach(viewer, 'cases', { alias: 'c' }, parameters, today);
  const held = heldFor(viewer, 'cases');
  const inOrder = (...more: readonly string[]) =>
    status === undefined
      ? first(keys(all, seen, ...more), day)
      : `select found.municipality, found.case_id, found.day from unnest(${status}) status (of),
           lateral ${first(keys(all, seen, 'c.status = status.of', ...more), day)} found`;
  const ofOwn = (isHeld: Held) => {
    // Person by person (offset 0), and narrowed after that, whatever else the filter might be read by.
    const ofPerson = `(
      select c.* from ${all} c where c.municipality = tenant.of and c.subject_id = mine.subject_id offset 0)`;
    const each = keys(ofPerson, ...(status ? [`c.status = any (${status})`] : []));
    const gathered = `
      select found.municipality, found.case_id, found.day
      from (select distinct subject_id from own where (select count(*) from own) <= ${few}) mine, lateral (${each}) found`;
    return `with own as materialized (${ownPersons(isHeld, parameters, today)}) ${first(gathered, 'day')}
      union all ${inOrder(`(select count(*) from own) > ${few}`)}`;
  };
  const ofTenant = held.length === 0 ? inOrder() : ofOwn(heldAnyhow(held));
  return first(
    `select page.municipality, page.case_id, page.day from ${tenantsOf(viewer, parameters)}, lateral (${ofTenant}) page`,
    'day',
  );
}

const ended: readonly CaseStatus[] = ['WITHDRAWN', 'CLOSED'];
const decided: readonly CaseStatus[] = ['DECIDED_NOT_NOTIFIED', 'NOTIFIED', ...ended];
/** Of a case that is open and waits for its decision. */
export const undecided = caseStatuses.filter((status) => !decided.includes(status));

/** The statuses that the filter leaves, each once; undefined where it leaves all, and no index goes by status. */
function statusesOf({
  status,
  withoutDecision,
  caseworkerId,
  closed,
}: CaseFilter): readonly CaseStatus[] | undefined {
  // What is closed is old, and met late by the day alone; of what is open, nearly all that is new.
  if (!status && withoutDecision === undefined && caseworkerId === undefined && !closed) return undefined;
  return caseStatuses.filter(
    (one) =>
      (status === undefined || status.includes(one)) &&
      (!closed || ended.includes(one)) &&
      (withoutDecision === undefined || withoutDecision !== decided.includes(one)),
  );
}

function conditionsOf(
  filter: CaseFilter,
  parameters: Parameters,
  { today, routes = [] }: Circumstances,
): string[] {
  const { receivedFrom, receivedTo, item, assigneeId, caseworkerId, subjectId, caseNumber } = filter;
  const { overdue, lacking, gap, unit, closed } = filter;
  const conditions: string[] = [];
  if (dayOf(filter) === 'received_on') conditions.push('c.received_on is not null');
  if (receivedFrom !== undefined) conditions.push(`c.received_on >= ${parameters.of(receivedFrom)}::date`);
  if (receivedTo !== undefined) conditions.push(`c.received_on <= ${parameters.of(receivedTo)}::date`);
  if (item !== undefined) conditions.push(asksFor(item, parameters));
  if (assigneeId !== undefined) conditions.push(`c.assignee_id = ${parameters.of(assigneeId)}`);
  if (caseNumber !== undefined) conditions.push(`c.case_number = ${parameters.of(caseNumber)}::text`);
  if (caseworkerId !== undefined) conditions.push(`c.caseworker_id = ${parameters.of(caseworkerId)}`);
  if (subjectId !== undefined) {
    const id = `${parameters.of(subjectId)}::text`;
    conditions.push(`c.subject_id = any (array(${registrationsOf('tenant.of', id)}))`);
  }
  if (overdue !== undefined) conditions.push(`${overdue ? '' : 'not '}${isOverdue(parameters.of(today))}`);
  if (closed === false) conditions.push('c.closed_on is null and c.withdrawn_on is null');
  if (unit !== undefined) conditions.push(`c.counted_unit = ${parameters.of(unit)}::text`);
  if (lacking === true || gap !== undefined) {
    conditions.push('(c.lacks_from is not null or c.may_lack_from is not null)');
  }
  if (gap !== undefined) conditions.push(lacks(gap, parameters.of(today), routes, parameters));
  if (lacking !== undefined) {
    conditions.push(`${lacking ? '' : 'not '}${isLacking(parameters.of(today), routes, parameters)}`);
  }
  return conditions;
}

/** As the condition of an index has it up to the day (schema.sql), so that this serves. `today` is a placeholder. */
export const isOverdue = (
  today: string,
) => `(c.mapped_on is null and c.withdrawn_on is null and c.decided_on is null
  and c.closed_on is null and c.due_on is not null and c.due_on < ${today}::date)`;

const known: ReadonlySet<string> = new Set(items.codes);

/** A known code stands in the text, so that the condition of its index is seen to hold (schema.sql). */
const asksFor = (item: string, parameters: Parameters) =>
  known.has(item) ? `c.items @> '{${item}}'` : `c.items @> array[${parameters.of(item)}::text]`;
