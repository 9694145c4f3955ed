import { enquiryEvents } from '#enquiry';
import { defineProjection } from '#event-sourcing/projection';

/** An enquiry that goes on in a case: what a case's enquiries are found by. The course of the enquiry itself is in `enquiries`. */
export type EnquiryCaseRow = {
  readonly enquiry_case: string;
  readonly enquiry_id: string;
  readonly case_id: string;
  readonly became_on: string;
};

/** One row a case in which an enquiry goes on. */
export const enquiryCases = defineProjection<EnquiryCaseRow, typeof enquiryEvents>({
  name: 'enquiry_cases',
  version: 1,
  sees: 'effective',
  handles: [enquiryEvents],
  keyColumn: 'enquiry_case',
  schema: new URL('./schema.sql', import.meta.url),
  columns: { enquiry_case: 'text', enquiry_id: 'text', case_id: 'text', became_on: 'date' },
  key: ({ data }) => ('caseId' in data ? `${data.enquiryId}.${data.caseId}` : undefined),
  fold(row, { type, data }) {
    if (type !== 'EnquiryBecameCase') return row;
    const { enquiryId, caseId, becameOn } = data;
    const enquiry_case = `${enquiryId}.${caseId}`;
    return row ?? { enquiry_case, enquiry_id: enquiryId, case_id: caseId, became_on: becameOn };
  },
});
