import { actorRoles } from '#personal-data';
import { openPoints } from '#projections/case-overview/labels';
import { mostCounted } from '#projections/tasks/queries';
import { taskKinds } from '#projections/tasks/kinds';
import { allocationHearers, units } from '#vocabulary';
import {
  answer,
  code,
  codeOf,
  date,
  flag,
  integer,
  list,
  object,
  orNull,
  page,
  listedSubject,
  party,
  text,
} from '../reading/shape.js';
import { targetShape } from '../reading/targets.js';

const words = { nb: text(), nn: text() };

const task = object({
  id: text('The same as long as it waits'),
  kind: codeOf(taskKinds),
  label: object(words),
  why: object(words),
  municipality: text(),
  since: date(),
  days: integer(),
  dueOn: orNull(date('The day by which it is due')),
  overdue: flag('It was due before today'),
  target: orNull(targetShape),
  for: object({
    party: orNull(party),
    unit: orNull(code(units)),
    role: orNull(codeOf(actorRoles, 'Where it is neither anybody’s own nor a unit’s')),
  }),
  step: object({
    ...words,
    method: text(),
    path: text(
      'Where what is done about it is recorded; `{subjectId}` stands in it where the address is protected',
    ),
  }),
  caseId: orNull(text()),
  caseNumber: orNull(text('What people know the case by, such as 2026/14')),
  meetingId: orNull(text('Of a meeting that waits for something')),
  enquiryId: orNull(text('The enquiry that waits')),
  complaintId: orNull(text('The complaint that waits')),
  subject: orNull(listedSubject),
  missing: list(codeOf(openPoints, 'What an application lacks')),
  toTell: list(codeOf(allocationHearers, 'Who is still to hear that somebody coordinates')),
  eventId: orNull(text('What was recorded that makes it wait')),
});

export const tasksAnswer = page({ tasks: list(task) });

const most = `Up to ${mostCounted} in each municipality`;
export const taskCountsAnswer = answer({
  counts: list(
    object({
      kind: codeOf(taskKinds, most),
      label: object(words),
      all: integer(),
      mine: integer(),
      overdue: integer(),
    }),
  ),
  total: object({ all: integer(), mine: integer(), overdue: integer() }),
});
