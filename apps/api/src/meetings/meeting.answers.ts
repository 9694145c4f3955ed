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
import { shapesOf } from '../reading/shapes-of.js';

const status = codeOf(meetingStatuses, 'How far it has come');
const startsAt = orNull(text('HH:MM'));

const one = {
  ...shapesOf(meetingColumns, {
    kind: codeOf(meetingKinds),
    status,
    startsAt,
    meetsOn: 'The day, for every case on its agenda',
    invitedParties: list(party),
    quorum: 'How many it took for the board to decide',
    protocolApprovedBy: list(party),
    attendance: list(
      object({ party, unit: orNull(code(units, 'From which')), substituteFor: orNull(party) }),
    ),
    cases: list(
      object({
        caseId: text(),
        subject,
        putOn: date(),
        treatment: orNull(codeOf(treatments)),
        disqualified: list(party),
        reason: orNull(personal()),
      }),
    ),
  }),
  municipality: text(),
};

const lineFields = new Set([...Object.keys(meetingLineColumns).map(camel), 'municipality']);
const line = Object.fromEntries(Object.entries(one).filter(([name]) => lineFields.has(name)));

export const meetingAnswer = answer({ ...one, revision: text('The same as in the ETag') });
export const meetingsAnswer = page({ meetings: list(object({ ...line, caseCount: integer() })) });
export const proposalAnswer = page({
  /** U18. */
  adultsOn: orNull(date('The next day on which cases of adults are best taken up, by the profile')),
  /** U17. */
  latestOn: orNull(
    date(
      'The last day for a meeting by which these cases are decided in time, by the municipality’s targets',
    ),
  ),
  cases: list(
    object({
      caseId: text(),
      subject: orNull(subject),
      since: date('Since when it is ready'),
      days: integer(),
      decideBy: orNull(date('By when it is to be decided, by the municipality’s target')),
      adult: orNull(flag('Null where the year of birth does not tell')),
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
});
