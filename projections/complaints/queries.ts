import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { type ReadModel, seesAll } from '../access.js';
import { tenantsOf } from '../reach.js';
import { registrationsOf } from '../registrations.js';
import {
  isDay,
  isId,
  only,
  type Page,
  pageOf,
  Parameters,
  type PageRequest,
  type Provenance,
  type Read,
  selection,
} from '../selection.js';
import { columns, complaints, type ComplaintRow, type ComplaintStatus } from './projection.js';

export { columns, never, type ComplaintStatus } from './projection.js';

export interface ComplaintFilter {
  /** Whether somebody has to do something about it. */
  readonly open?: boolean | undefined;
  readonly status?: ComplaintStatus | undefined;
  readonly subjectId?: string | undefined;
  readonly caseId?: string | undefined;
}

/** A complaint with everything that was told of it, sealed. */
export type ComplaintView = Read<ComplaintRow> & Provenance;

/** What a list shows: no text. */
export const lineColumns = only(
  columns,
  'complaint_id',
  'subject_id',
  'case_id',
  'decision_id',
  'status',
  'begun_on',
  'received_on',
  'complainant',
  'matters',
  'items',
  'timeliness',
  'reconsideration',
  'forwarded_on',
  'decided_on',
  'outcome',
  'comply_by',
  'complied_on',
  'waits_for',
  'waits_since',
  'waits_until',
);
export type ComplaintLine = Read<Pick<ComplaintRow, keyof typeof lineColumns>> &
  Pick<Provenance, 'municipality'>;

/** Place in the list: the day on which it began, and the complaint. */
export type ComplaintAfter = readonly [day: string, complaintId: string];
export const isComplaintAfter = (value: unknown): value is ComplaintAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** Complaints, the newest first: for whoever sees complaints, or all of a person's or case's trail. */
export async function complaintsPage(
  pool: Pool,
  viewer: Viewer,
  { open, status, subjectId, caseId }: ComplaintFilter,
  { after, limit }: PageRequest<ComplaintAfter>,
  what: ReadModel = 'complaints',
): Promise<Page<ComplaintLine, ComplaintAfter>> {
  const parameters = new Parameters();
  const conditions = ['c.municipality = tenant.of'];
  if (open !== undefined) conditions.push(`c.waits_for is ${open ? 'not ' : ''}null`);
  if (status !== undefined) conditions.push(`c.status = ${parameters.of(status)}::text`);
  if (caseId !== undefined) conditions.push(`c.case_id = ${parameters.of(caseId)}::text`);
  if (after !== undefined) {
    const place = `(${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`;
    conditions.push(`(c.begun_on, c.complaint_id) < ${place}`);
  }
  const most = parameters.of(limit + 1);
  const names = Object.keys(lineColumns);
  const newest = (...more: readonly string[]) => `
    select c.municipality, ${names.map((name) => `c.${name}`).join(', ')} from ${viewOf(complaints)} c
    where ${[...conditions, ...more].join(' and ')} order by c.begun_on desc, c.complaint_id desc limit ${most}`;
  const found =
    subjectId === undefined
      ? newest()
      : `select about.* from (${registrationsOf('tenant.of', `${parameters.of(subjectId)}::text`)}) one,
           lateral (${newest('c.subject_id = one.id')}) about`;
  const rows = await readFor<ComplaintLine>(
    pool,
    viewer.tenants,
    `select page.municipality, ${selection(lineColumns, 'page')}
     from ${tenantsOf(viewer, parameters)}, lateral (${found}) page
     where ${parameters.of(seesAll(viewer, 'complaints') || seesAll(viewer, what))}::boolean
     order by page.begun_on desc, page.complaint_id desc limit ${most}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ begunOn, complaintId }): ComplaintAfter => [begunOn, complaintId]);
}

/** One complaint; undefined when there is none that this viewer may see. */
export async function complaintById(
  pool: Pool,
  viewer: Viewer,
  complaintId: string,
  what: ReadModel = 'complaints',
): Promise<ComplaintView | undefined> {
  const parameters = new Parameters();
  const rows = await readFor<ComplaintView>(
    pool,
    viewer.tenants,
    `select c.municipality, c.revision, ${selection(columns, 'c')} from ${viewOf(complaints)} c
     where c.complaint_id = ${parameters.of(complaintId)}::text
       and ${parameters.of(seesAll(viewer, 'complaints') || seesAll(viewer, what))}::boolean`,
    parameters.values,
  );
  const [found] = rows;
  return found && { ...found, revision: BigInt(found.revision) };
}
