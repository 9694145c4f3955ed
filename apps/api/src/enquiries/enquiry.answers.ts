import { statuses } from '#projections/case-overview/labels';
import { enquiryStatuses } from '#projections/enquiries/labels';
import { columns, lineColumns } from '#projections/enquiries/queries';
import {
  answer,
  codeOf,
  date,
  list,
  listedSubject,
  object,
  orNull,
  page,
  party,
  subject,
  text,
} from '../reading/shape.js';
import { retentionShape } from '../reading/retention.js';
import { shapesOf } from '../reading/shapes-of.js';

const besides = {
  municipality: text(),
  registeredBy: party,
};
const status = codeOf(enquiryStatuses);
const caseIds = list(text('A case in which it goes on'));
const waitsSince = 'Since when it waits for an answer; null while nobody has to do anything';

const line = {
  ...shapesOf(lineColumns, { subjectId: null, registeredBy: null, status, caseIds, waitsSince }),
  ...besides,
};
/** A line of somebody's page. */
export const enquiryOfSubject = object(line);
export const enquiriesAnswer = page({
  enquiries: list(object({ ...line, subject: orNull(listedSubject) })),
});

export const enquiryAnswer = answer({
  ...shapesOf(columns, {
    subjectId: null,
    registeredBy: null,
    status,
    caseIds,
    waitsSince,
    unit: 'Who is to answer it, or did; null for the coordinating unit',
    eventId: null,
    settledOn: null,
    disposalRequestedOn: 'Since when somebody asks that its texts be disposed of',
    disposedOn: 'When its texts were disposed of',
  }),
  ...besides,
  ...retentionShape,
  cases: orNull(
    list(
      object({
        caseId: text(),
        becameOn: date('From when it goes on there'),
        caseNumber: orNull(text('What people know the case by, such as 2026/14')),
        status: codeOf(statuses),
      }),
    ),
  ),
  subject: orNull(subject),
  revision: text('The same as in the ETag'),
});
