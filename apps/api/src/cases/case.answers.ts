import { caseEvents, outcomes } from '#casework';
import { caseColumns, caseStatuses, openPoints } from '#projections/case-overview/queries';
import { items } from '#vocabulary';
import {
  answer,
  code,
  date,
  flag,
  list,
  object,
  orNull,
  page,
  party,
  personal,
  subject,
  text,
} from '../reading/shape.js';
import { shapesOf } from '../reading/shapes-of.js';
import { codesOf } from '../validation/codes.js';

const answered = {
  item: code(items.codes),
  outcome: code(outcomes.codes),
};

const one = {
  ...shapesOf(caseColumns, {
    subjectId: null,
    assigneeId: null,
    performerId: null,
    status: code(caseStatuses),
    opening: code(['APPLICATION', 'NEED']),
    notifiedOn: 'When the need was told',
    signed: 'True also where the signature came later',
    applicationCompletedOn: 'When what was missing came',
    decisionNotifiedOn: 'Null for a decision: decided, not notified',
    legalBasis: 'Of the plans and coordinators that have none of their own',
    meetings: list(
      object({ meetingId: text(), convenedOn: date(), meetsOn: date(), invitedUnits: list(text()) }),
    ),
    criteria: list(
      object({
        criterion: code(codesOf(caseEvents.declared.CriterionAssessed.fields.criterion)),
        met: flag(),
        reason: personal(),
        assessedOn: date(),
      }),
    ),
    outcomes: list(object({ ...answered, reason: orNull(personal()), legalBasis: orNull(text('Its own')) })),
  }),
  municipality: text(),
  subject,
  assignee: orNull(party),
  performer: orNull(party),
  coordinator: orNull(party),
  activePlanId: orNull(text()),
  overdue: flag('The mapping was due before today and is not done'),
  openPoints: list(code(openPoints, 'What stands open; the case was received all the same')),
};
/** What a line of the overview shows of a case: no text about the person but the name. */
export const lineFields = [
  'caseId',
  'municipality',
  'subject',
  'status',
  'opening',
  'openedOn',
  'receivedOn',
  'items',
  'assignee',
  'dueOn',
  'overdue',
  'mappedOn',
  'meetsOn',
  'decidedOn',
  'outcomes',
  'decisionNotifiedOn',
  'withdrawnOn',
  'coordinator',
  'activePlanId',
  'openPoints',
] as const;

const line = Object.fromEntries(
  Object.entries(one).filter(([name]) => lineFields.some((shown) => shown === name)),
);
export const casesAnswer = page({ cases: list(object({ ...line, outcomes: list(object(answered)) })) });
export const caseAnswer = answer({ ...one, revision: text('The same as in the ETag') });
