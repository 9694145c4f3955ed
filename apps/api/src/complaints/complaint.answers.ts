import { complainants, deliveryKinds } from '#complaint';
import { complaintStatuses } from '#projections/complaints/labels';
import { columns, lineColumns } from '#projections/complaints/queries';
import { taskKinds } from '#projections/tasks/kinds';
import { channels } from '#vocabulary';
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
  personal,
  subject,
  text,
} from '../reading/shape.js';
import { shapesOf } from '../reading/shapes-of.js';
import { handlingShape, periodShape } from './complaint-clock.js';

const status = codeOf(complaintStatuses);
const waitsFor = orNull(codeOf(taskKinds, 'What is to be done next; null while nothing is'));
const waitsUntil = orNull(date('By which day'));
const begunOn = 'When it came, or grounds were asked for first';

const line = {
  ...shapesOf(lineColumns, { subjectId: null, status, waitsFor, waitsUntil, begunOn }),
  municipality: text(),
};
/** A line of somebody's page, or of a case's. */
export const complaintOfSubject = object(line);
export const complaintsAnswer = page({ complaints: list(object({ ...line, subject: listedSubject })) });

export const complaintAnswer = answer({
  ...shapesOf(columns, {
    subjectId: null,
    complainantId: null,
    writtenById: null,
    withdrawnById: null,
    groundsKnown: null,
    deadlines: null,
    eventId: null,
    status,
    waitsFor,
    waitsUntil,
    begunOn,
    waitsRequestId: 'The request that is to be met next',
    groundsRequests: list(
      object(
        shapesOf(columns.grounds_requests.records, {
          arrivedOn: 'When they are known to have arrived',
        }),
      ),
    ),
    documentsShown: list(
      object({
        givenOn: date(),
        givenTo: codeOf(complainants),
        channel: codeOf(channels),
        note: orNull(personal()),
      }),
    ),
    deliveries: list(
      object(
        {
          kind: codeOf(deliveryKinds),
          on: date('The day of proof, of lying ready, or of posting'),
          statedOn: date('The later day that the receiver states'),
        },
        ['on', 'statedOn'],
      ),
    ),
    packages: list(object(shapesOf(columns.packages.records))),
    furtherRequests: list(object(shapesOf(columns.further_requests.records))),
  }),
  municipality: text(),
  caseNumber: orNull(text('What people know the case by, such as 2026/14')),
  complainantParty: orNull(party),
  writtenBy: orNull(party),
  withdrawer: orNull(party),
  subject,
  periods: list(periodShape),
  handling: orNull(handlingShape),
  revision: text('The same as in the ETag'),
});
