import { boardRoles, meetingKinds, treatments } from '#meeting';
import { meetingStatuses } from '#projections/meetings/labels';
import { meetingColumns, meetingLineColumns } from '#projections/meetings/queries';
import { camel } from '#projections/selection';
import { units } from '#vocabulary';
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
  party,
  personal,
  subject,
  text,
} from '../reading/shape.js';
import { retentionShape } from '../reading/retention.js';
import { shapesOf } from '../reading/shapes-of.js';

const status = codeOf(meetingStatuses, 'How far it has come');
const startsAt = orNull(text('HH:MM'));

const cases = list(
  object({
    caseId: text(),
    caseNumber: orNull(text('What people know the case by, such as 2026/14')),
    subject,
    putOn: date(),
    treatment: orNull(codeOf(treatments)),
    disqualified: list(party),
    reason: orNull(personal()),
    earlier: list(
      object({
        meetingId: text('Where it was taken up, or put off, before'),
        kind: codeOf(meetingKinds),
        meetsOn: date(),
        treatment: orNull(codeOf(treatments)),
      }),
    ),
  }),
);

const one = {
  ...shapesOf(meetingColumns, {
    kind: codeOf(meetingKinds),
    status,
    startsAt,
    ledBy: orNull(party),
    meetsOn: 'The day, for every case on its agenda',
    invitedParties: list(party),
    overview: orNull(
      object(
        {
          asOf: date('Live until the meeting is held; what was shown then is kept'),
          since: date('The unit’s meeting before'),
          activePlans: integer(),
          plansStarted: integer(),
          plansToStart: integer(),
          coordinatorsToAppoint: integer(),
          coordinatorGaps: integer(),
          casesToConsider: integer(),
        },
        ['since'],
      ),
    ),
    quorum: 'How many it took for the board to decide',
    protocolApprovedBy: list(party),
    attendance: list(
      object({ party, unit: orNull(code(units, 'From which')), substituteFor: orNull(party) }),
    ),
    cases,
    disposalRequestedOn: 'Since when somebody asks that its own texts be disposed of',
    disposedOn: 'When its own texts, about no one person, were disposed of',
  }),
  leader: orNull(
    object({
      unit: code(units, 'Whoever leads this unit leads the meeting, by the profile'),
      party: orNull(party),
    }),
  ),
  municipality: text(),
};

const lineFields = new Set([...Object.keys(meetingLineColumns).map(camel), 'municipality']);
const line = Object.fromEntries(Object.entries(one).filter(([name]) => lineFields.has(name)));

export const meetingAnswer = answer({ ...one, ...retentionShape, revision: text('The same as in the ETag') });
export const agendaAnswer = answer({ meetingId: text(), meetsOn: date(), kind: codeOf(meetingKinds), cases });
export const meetingsAnswer = page({ meetings: list(object({ ...line, caseCount: integer() })) });
export const proposalAnswer = page({
  /** U18. */
  adultsOn: orNull(date('The next day on which cases of adults are best taken up, by the profile')),
  cases: list(
    object({
      caseId: text(),
      caseNumber: orNull(text('What people know the case by, such as 2026/14')),
      subject: orNull(subject),
      since: date('Since when it is ready'),
      days: integer(),
      adult: orNull(flag('Null where the year of birth does not tell')),
      replyBy: orNull(date('An answer is due by then, or a word on when it comes (fvl § 11 a)')),
      decideBy: orNull(date('By when the municipality means to decide')),
      meetBy: orNull(
        date('The latest day of a meeting that keeps the earlier of both, also where that is past'),
      ),
      proposedOn: orNull(date('A proposal and no more')),
    }),
  ),
});
export const boardAnswer = answer({
  members: list(
    object({
      memberId: text(),
      party,
      role: codeOf(boardRoles),
      validFrom: date(),
      validUntil: orNull(date()),
      sits: flag('Today'),
    }),
  ),
  quorum: orNull(integer()),
  revision: orNull(text('For `If-Match`; null before anything is recorded of the board')),
});
