import { deadlineInputs, deadlineReasons, deadlineRules, delayReasons, liftReasons } from '#casework';
import { complaintDeadlines, complaintStatuses } from '#projections/complaints/labels';
import { deadlineStandings } from '#projections/deadlines/labels';
import { taskKinds } from '#projections/tasks/kinds';
import { items, periodUnits } from '#vocabulary';
import {
  codeOf,
  date,
  flag,
  integer,
  list,
  listedSubject,
  object,
  orNull,
  page,
  party,
  text,
} from '../reading/shape.js';

const input = object(
  {
    input: codeOf(deadlineInputs),
    on: date(),
    until: date('Of a preliminary reply, when it promised the answer'),
    count: integer(),
    unit: codeOf(periodUnits),
    reasonCode: codeOf(delayReasons),
  },
  ['on', 'until', 'count', 'unit', 'reasonCode'],
);

const deadline = object({
  id: text('The same as long as the case has a deadline of this rule'),
  municipality: text(),
  caseId: text(),
  caseNumber: orNull(text('What people know the case by, such as 2026/14')),
  subject: listedSubject,
  caseworker: orNull(party),
  rule: codeOf(deadlineRules),
  ruleVersion: text('The version of the rule that it is computed by'),
  legalBasis: text('Such as fvl § 11 a'),
  owed: flag('The municipality is to do something by it; else somebody else may until then'),
  items: list(codeOf(items, 'What it is about, where each item goes by its own legal basis')),
  inputs: list(input),
  reasonCode: codeOf(deadlineReasons),
  setOn: date(),
  dueOn: date('The last day'),
  actBy: date('The last working day until then'),
  assumed: flag('It runs from a day that is assumed'),
  metOn: orNull(date('When what it was for was done')),
  late: flag('That was after its last day'),
  missedOn: orNull(date('From when it was over its last day')),
  expiredOn: orNull(date()),
  liftedOn: orNull(date()),
  liftReason: orNull(codeOf(liftReasons)),
  standing: codeOf(deadlineStandings),
  sentence: object({ nb: text('How it came about'), nn: text() }),
});

export const deadlinesAnswer = page({
  deadlines: list(deadline),
  latestMeeting: orNull(
    object({
      on: date('The latest day of a meeting that keeps every deadline which can still be kept'),
      caseId: text('The case whose deadline it goes by'),
      caseNumber: orNull(text()),
      rule: codeOf(deadlineRules),
      dueOn: date(),
    }),
  ),
});

export const complaintDeadlinesAnswer = page({
  deadlines: list(
    object({
      complaintId: text(),
      caseId: orNull(text('The case that it is about')),
      municipality: text(),
      subject: listedSubject,
      status: codeOf(complaintStatuses),
      waitsFor: orNull(codeOf(taskKinds, 'What is to be done next')),
      deadline: codeOf(complaintDeadlines),
      legalBasis: orNull(text('Such as fvl § 33; null where the county governor set the day')),
      dueOn: date('The last day'),
      overdue: flag('That was before today'),
      sentence: object({ nb: text('How it came about'), nn: text() }),
    }),
  ),
});
