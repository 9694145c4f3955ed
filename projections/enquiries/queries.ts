import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { isOwn, tenantsOf } from '../reach.js';
import { registrationsOf } from '../registrations.js';
import {
  camel,
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
import { columns, enquiries, type EnquiryRow } from './projection.js';
import { type EnquiriesFor, waysToSee } from './seen.queries.js';

export { columns };

export interface EnquiryFilter {
  /** Whether it waits for an answer. */
  readonly open?: boolean | undefined;
  /** Those that the viewer registered. */
  readonly mine?: boolean | undefined;
  /** Who is to answer it, or did. */
  readonly unit?: string | undefined;
  readonly subjectId?: string | undefined;
}

/** An enquiry with everything that was told of it, sealed. */
export type EnquiryView = Read<EnquiryRow> & Provenance;

/** What a list shows: no text. */
export const lineColumns = only(
  columns,
  'enquiry_id',
  'status',
  'received_on',
  'channel',
  'source_type',
  'subject_id',
  'unit',
  'passed_on',
  'answered_on',
  'referred_on',
  'case_ids',
  'closed_on',
  'closure_reason_code',
  'waits_since',
  'registered_by',
);
export type EnquiryLine = Read<Pick<EnquiryRow, keyof typeof lineColumns>> & Pick<Provenance, 'municipality'>;

/** Place in the list: the day of receipt, and the enquiry. */
export type EnquiryAfter = readonly [day: string, enquiryId: string];

export const isEnquiryAfter = (value: unknown): value is EnquiryAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

/** Enquiries, the newest first. */
export async function enquiriesPage(
  pool: Pool,
  viewer: Viewer,
  { open, mine, unit, subjectId }: EnquiryFilter,
  { after, limit }: PageRequest<EnquiryAfter>,
  what: EnquiriesFor = 'enquiries',
): Promise<Page<EnquiryLine, EnquiryAfter>> {
  const parameters = new Parameters();
  const conditions = ['e.municipality = tenant.of'];
  if (open !== undefined) conditions.push(`e.waits_since is ${open ? 'not ' : ''}null`);
  if (mine === true) conditions.push(isOwn('e.registered_by', viewer, parameters));
  if (unit !== undefined) conditions.push(`e.unit = ${parameters.of(unit)}::text`);
  if (after !== undefined) {
    const place = `(${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`;
    conditions.push(`(e.received_on, e.enquiry_id) < ${place}`);
  }
  const most = parameters.of(limit + 1);
  // Each way in the order of an index; an enquiry that is seen in two is one row.
  const newestOf = (...more: readonly string[]) => `
    (select e.municipality, ${selection(lineColumns, 'e')} from ${viewOf(enquiries)} e
     where ${[...conditions, ...more].join(' and ')} order by e.received_on desc, e.enquiry_id desc limit ${most})`;
  const person = subjectId === undefined ? undefined : `${parameters.of(subjectId)}::text`;
  const newest = waysToSee(viewer, parameters, what).map((way) =>
    person === undefined
      ? newestOf(way)
      : `(select about.* from (${registrationsOf('tenant.of', person)}) one, lateral ${newestOf('e.subject_id = one.id', way)} about)`,
  );
  const names = Object.keys(lineColumns).map((name) => `page."${camel(name)}"`);
  const rows = await readFor<EnquiryLine>(
    pool,
    viewer.tenants,
    `select page.municipality, ${names.join(', ')}
     from ${tenantsOf(viewer, parameters)}, lateral (${newest.join(' union ')}) page
     order by page."receivedOn" desc, page."enquiryId" desc limit ${most}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ receivedOn, enquiryId }): EnquiryAfter => [receivedOn, enquiryId]);
}

/** One enquiry; undefined when there is none that this viewer may see. */
export async function enquiryById(
  pool: Pool,
  viewer: Viewer,
  enquiryId: string,
): Promise<EnquiryView | undefined> {
  const parameters = new Parameters();
  const rows = await readFor<EnquiryView>(
    pool,
    viewer.tenants,
    `select e.municipality, e.revision, ${selection(columns, 'e')} from ${viewOf(enquiries)} e
     where e.enquiry_id = ${parameters.of(enquiryId)}::text and (${waysToSee(viewer, parameters, 'enquiries').join(' or ')})`,
    parameters.values,
  );
  const [found] = rows;
  return found && { ...found, revision: BigInt(found.revision) };
}
