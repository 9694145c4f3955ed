import type { Viewer } from '#personal-data/viewer';
import { type Pool, readFor } from '#postgres';
import { viewOf } from '#projecting';
import { type CaseRow, caseOverview } from '../case-overview/projection.js';
import { columns, enquiries, type EnquiryRow } from '../enquiries/projection.js';
import { type EnquiriesFor, waysToSee } from '../enquiries/seen.queries.js';
import { reach, tenantsOf } from '../reach.js';
import { camel, only, Parameters, type Provenance, type Read, selection } from '../selection.js';
import { enquiryCases } from './projection.js';

/** What a case tells of an enquiry that goes on in it: which way it came, from whom, when, and what was answered. */
export const caseEnquiryColumns = only(
  columns,
  'enquiry_id',
  'status',
  'received_on',
  'channel',
  'source_type',
  'text',
  'caller_name',
  'unit',
  'answered_on',
  'answer_channel',
  'answer',
  'informed_of',
  'referred_on',
  'closed_on',
  'registered_by',
);
export type CaseEnquiry = Read<Pick<EnquiryRow, keyof typeof caseEnquiryColumns>> &
  Pick<Provenance, 'municipality'> & { readonly becameOn: string };

/** The enquiries that go on in a case, the oldest first: those of them that this viewer may see. */
export function enquiriesOfCase(
  pool: Pool,
  viewer: Viewer,
  caseId: string,
  what: EnquiriesFor = 'enquiries',
): Promise<CaseEnquiry[]> {
  const parameters = new Parameters();
  const isSeen = waysToSee(viewer, parameters, what).join(' or ');
  const names = Object.keys(caseEnquiryColumns).map((name) => `found."${camel(name)}"`);
  return readFor<CaseEnquiry>(
    pool,
    viewer.tenants,
    `select found.municipality, became.became_on as "becameOn", ${names.join(', ')}
     from ${tenantsOf(viewer, parameters)}
     cross join lateral (select i.enquiry_id, i.became_on from ${viewOf(enquiryCases)} i
       where i.municipality = tenant.of and i.case_id = ${parameters.of(caseId)}::text offset 0) became
     cross join lateral (select e.municipality, ${selection(caseEnquiryColumns, 'e')} from ${viewOf(enquiries)} e
       where e.municipality = tenant.of and e.enquiry_id = became.enquiry_id and (${isSeen}) offset 0) found
     order by found."receivedOn", found."enquiryId" limit 200`,
    parameters.values,
  );
}

/** A case in which an enquiry goes on. */
export interface EnquiryCase {
  readonly caseId: string;
  readonly becameOn: string;
  readonly caseNumber: string | null;
  readonly status: CaseRow['status'];
}

/** The cases in which an enquiry goes on: those of them that this viewer may see. */
export function casesOfEnquiry(
  pool: Pool,
  viewer: Viewer,
  enquiryId: string,
  { today }: { readonly today: string },
): Promise<EnquiryCase[]> {
  const parameters = new Parameters();
  return readFor<EnquiryCase>(
    pool,
    viewer.tenants,
    `select became.case_id as "caseId", became.became_on as "becameOn", found.case_number as "caseNumber", found.status
     from ${tenantsOf(viewer, parameters)}
     cross join lateral (select i.case_id, i.became_on from ${viewOf(enquiryCases)} i
       where i.municipality = tenant.of and i.enquiry_id = ${parameters.of(enquiryId)}::text offset 0) became
     cross join lateral (select c.case_number, c.status from ${viewOf(caseOverview)} c
       where c.municipality = tenant.of and c.case_id = became.case_id
         and ${reach(viewer, 'cases', { alias: 'c' }, parameters, today)} offset 0) found
     order by became.became_on, became.case_id limit 200`,
    parameters.values,
  );
}
