import { enquiryStatuses } from '#projections/enquiries/labels';
import { columns, lineColumns } from '#projections/enquiries/queries';
import {
  answer,
  codeOf,
  list,
  listedSubject,
  object,
  orNull,
  page,
  party,
  subject,
  text,
} from '../reading/shape.js';
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
  }),
  ...besides,
  subject: orNull(subject),
  revision: text('The same as in the ETag'),
});
