import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { seesAll } from '../access.js';
import { tenantsOf } from '../reach.js';
import { isDay, isId, type Page, pageOf, Parameters, type PageRequest } from '../selection.js';
import { type DocumentRow, documents } from './projection.js';

/** Of a case, in or out: what an archive is to have. A letter that has not gone out is among them, and waits. */
const archived = `d.case_id is not null and d.direction <> 'INTERNAL'
  and (d.archive_standing is null or d.archive_standing <> 'ARCHIVED')`;

/** Place in the list: the day of filing, and the document. */
export type ArchiveAfter = readonly [filedOn: string, documentId: string];
export const isArchiveAfter = (value: unknown): value is ArchiveAfter =>
  Array.isArray(value) && value.length === 2 && isDay(value[0]) && isId(value[1]);

export interface UnarchivedRow {
  readonly municipality: string;
  readonly documentId: string;
  readonly caseId: string;
  readonly kind: DocumentRow['kind'];
  readonly direction: DocumentRow['direction'];
  readonly filedOn: string;
  readonly standing: DocumentRow['archive_standing'];
  readonly deliveryId: string | null;
  readonly sentOn: string | null;
  readonly failedOn: string | null;
  readonly failure: DocumentRow['archiving_failure'];
}

/** What is not in the archive, the oldest first, of whoever may see how the archive is doing: nothing of it names anybody. */
export async function unarchived(
  pool: Pool,
  viewer: Viewer,
  { after, limit }: PageRequest<ArchiveAfter>,
): Promise<Page<UnarchivedRow, ArchiveAfter>> {
  if (!seesAll(viewer, 'archive')) return { rows: [] };
  const parameters = new Parameters();
  const most = parameters.of(limit + 1);
  const later =
    after === undefined
      ? ''
      : `and (d.filed_on, d.document_id) > (${parameters.of(after[0])}::date, ${parameters.of(after[1])}::text)`;
  const rows = await readFor<UnarchivedRow>(
    pool,
    viewer.tenants,
    `select page.municipality, page.document_id as "documentId", page.case_id as "caseId", page.kind, page.direction,
       page.filed_on as "filedOn", page.archive_standing as "standing", page.delivery_id as "deliveryId",
       page.sent_to_archive_on as "sentOn", page.archiving_failed_on as "failedOn", page.archiving_failure as "failure"
     from ${tenantsOf(viewer, parameters)}, lateral (
       select d.municipality, d.document_id, d.case_id, d.kind, d.direction, d.filed_on, d.archive_standing, d.delivery_id,
         d.sent_to_archive_on, d.archiving_failed_on, d.archiving_failure
       from ${viewOf(documents)} d
       where d.municipality = tenant.of and ${archived} ${later}
       order by d.filed_on, d.document_id limit ${most}) page
     order by page.filed_on, page.document_id limit ${most}`,
    parameters.values,
  );
  return pageOf(rows, limit, ({ filedOn, documentId }): ArchiveAfter => [filedOn, documentId]);
}

export interface ArchiveDay {
  readonly day: string;
  /** Sent that day. */
  readonly sent: number;
  /** Told by the archive that day to be there. */
  readonly archived: number;
  /** Sent by the end of that day, and not known to be there. */
  readonly outstanding: number;
}

/** How the archive has done on each of these days, the newest first. */
export async function archiveDays(
  pool: Pool,
  viewer: Viewer,
  { today, days }: { readonly today: string; readonly days: number },
): Promise<ArchiveDay[]> {
  if (!seesAll(viewer, 'archive')) return [];
  const parameters = new Parameters();
  const of = (condition: string) => `(
    select count(*)::int from ${viewOf(documents)} d
    where d.municipality = any (${parameters.of(viewer.tenants)}::text[]) and ${condition})`;
  return readFor<ArchiveDay>(
    pool,
    viewer.tenants,
    `select one.day::date as day,
       ${of('d.sent_to_archive_on = one.day::date')} as sent,
       ${of('d.archived_on = one.day::date')} as archived,
       ${of('d.sent_to_archive_on <= one.day::date and (d.archived_on is null or d.archived_on > one.day::date)')} as outstanding
     from generate_series(${parameters.of(today)}::date - ${parameters.of(days - 1)}::int, ${parameters.of(today)}::date, interval '1 day') one (day)
     order by one.day desc`,
    parameters.values,
  );
}
