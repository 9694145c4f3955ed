import {
  aroundMeetingKinds,
  childAges,
  contactSides,
  insightHearings,
  promisers,
  promiseStates,
} from '#follow-up';
import { columns } from '#projections/follow-up/queries';
import { units } from '#vocabulary';
import {
  answer,
  code,
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
  personal,
  subject,
  text,
} from '../reading/shape.js';
import { shapesOf } from '../reading/shapes-of.js';

const whenRead = orNull(personal());

const invitation = object({
  ...shapesOf(columns.invitations.records, {
    meetingId: null,
    partyId: null,
    matter: whenRead,
    side: codeOf(contactSides),
  }),
  party: orNull(party),
  came: flag('Whether whoever was called in was there'),
});

const meeting = object({
  ...shapesOf(columns.meetings.records, {
    startsAt: orNull(text('HH:MM')),
    coordinatorIds: null,
    coordinatorsPresent: list(party),
    present: null,
    minuteTakerId: null,
    minutesById: null,
  }),
  kind: codeOf(aroundMeetingKinds),
  hasMinutes: flag('Also where their text is not for who asks'),
  coordinators: list(party),
  minuteTaker: orNull(party),
  minutesBy: orNull(party),
  invitations: list(invitation),
});

const promised = {
  promiseId: text(),
  what: personal(),
  by: codeOf(promisers),
  party: orNull(party),
  unit: orNull(code(units)),
  madeOn: date(),
  dueOn: date('By when'),
  timesMoved: integer(),
  state: codeOf(promiseStates),
  stateOn: orNull(date('When it was kept, or ended')),
};

export const followUpAnswer = answer({
  subject,
  readsNotes: flag('Whether what was said in meetings and contacts is among it'),
  metOn: orNull(date('When the person and those around last met')),
  notedOn: orNull(date('When anything was last noted')),
  meetings: list(meeting),
  promises: list(object({ ...promised, meetingId: orNull(text()), reason: orNull(personal()) })),
  notes: list(object(shapesOf(columns.notes.records))),
  insights: list(
    object({
      ...shapesOf(columns.insights.records, { partyId: null, decidedById: null }),
      party: orNull(party),
      decidedBy: party,
    }),
  ),
  insightReviews: list(
    object({
      reviewId: text(),
      age: codeOf(childAges),
      dueOn: date('Since when parents see otherwise by law'),
      hearing: orNull(codeOf(insightHearings)),
      text: whenRead,
      reviewedOn: orNull(date('When the person was heard of it')),
    }),
  ),
  revision: orNull(text('The same as in the ETag')),
});

export const promisesAnswer = page({
  promises: list(object({ municipality: text(), subject: listedSubject, ...promised })),
});
