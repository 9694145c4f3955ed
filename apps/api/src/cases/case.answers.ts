import { openPoints } from '#projections/case-overview/queries';
import { caseStatuses } from '#projections/case-overview/projection';
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
  type Shape,
  subject,
  text,
} from '../reading/shape.js';
import { caseCodes } from './case-codes.js';

const {
  items,
  outcomes,
  criteria,
  channels,
  bodies,
  recipients,
  withdrawers,
  applicantRoles,
  notifierRoles,
  wishes,
  competenceBases,
} = caseCodes;

const common: Readonly<Record<string, Shape>> = {
  caseId: text(),
  municipality: text(),
  subject,
  status: code(caseStatuses),
  opening: code(['APPLICATION', 'NEED']),
  openedOn: date(),
  receivedOn: orNull(date()),
  items: list(code(items)),
  assignee: orNull(party),
  dueOn: orNull(date()),
  overdue: flag('The mapping was due before today and is not done'),
  mappedOn: orNull(date()),
  meetsOn: orNull(date()),
  decidedOn: orNull(date()),
  decisionNotifiedOn: orNull(date('Null for a decision: decided, not notified')),
  withdrawnOn: orNull(date()),
  coordinator: orNull(party),
  activePlanId: orNull(text()),
  openPoints: list(code(openPoints, 'What stands open; the case was received all the same')),
};

export const casesAnswer = page({
  cases: list(object({ ...common, outcomes: list(object({ item: code(items), outcome: code(outcomes) })) })),
});

export const caseAnswer = answer({
  ...common,
  revision: text('The same as in the ETag'),
  notifiedOn: orNull(date('When the need was told')),
  notifierRole: orNull(code(notifierRoles)),
  notifierUnit: orNull(text()),
  informedOn: orNull(date()),
  subjectWishes: orNull(code(wishes)),
  need: orNull(personal()),
  channel: code(channels),
  written: orNull(flag()),
  signed: orNull(flag('True also where the signature came later')),
  applicationCompletedOn: orNull(date('When what was missing came')),
  applicantRole: orNull(code(applicantRoles)),
  documentDigest: orNull(text()),
  wish: orNull(personal()),
  assignmentId: orNull(text()),
  assigneeUnit: orNull(text()),
  assignedOn: orNull(date()),
  performer: orNull(party),
  competenceBasis: orNull(code(competenceBases)),
  mappingSummary: orNull(personal()),
  meetings: list(
    object({ meetingId: text(), convenedOn: date(), meetsOn: date(), invitedUnits: list(text()) }),
  ),
  criteria: list(object({ criterion: code(criteria), met: flag(), reason: personal(), assessedOn: date() })),
  outcomes: list(
    object({
      item: code(items),
      outcome: code(outcomes),
      reason: orNull(personal()),
      legalBasis: orNull(text('Its own')),
    }),
  ),
  decidedBy: orNull(code(bodies)),
  decisionMeetingId: orNull(text()),
  legalBasis: orNull(text('Of the plans and coordinators that have none of their own')),
  decisionRecipients: list(code(recipients)),
  decisionChannel: orNull(code(channels)),
  withdrawnBy: orNull(code(withdrawers)),
  withdrawalReason: orNull(personal()),
});
