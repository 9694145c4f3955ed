import {
  code,
  codeOf,
  dayToCome,
  integer,
  list,
  localDate,
  newId,
  optional,
  personal,
  ref,
  v1,
} from '#event-sourcing/event';
import { refusals } from '#event-sourcing/refusals';
import { agendaItems, kept, units } from '#vocabulary';
import { meetingKinds } from '../codes.js';
import { absent, ahead } from '../course.js';
import type { Meeting } from '../meeting.js';
import { about, own, step } from '../step.js';

export const planningRefusals = refusals('meeting', {
  'date-order.planned': [
    'A meeting is planned and moved before it takes place.',
    'Et møte planlegges og flyttes før det holdes.',
    'Eit møte blir planlagt og flytta før det blir halde.',
  ],
  'date-order.agenda': [
    'A meeting is not moved to before a case was put on its agenda.',
    'Et møte flyttes ikke til før en sak ble satt på sakslisten.',
    'Eit møte blir ikkje flytta til før ei sak vart sett på sakslista.',
  ],
});
const { inOrder } = planningRefusals;

const when = {
  /** The day of the meeting. */
  meetsOn: dayToCome(),
  /** Minutes after midnight. */
  startsAt: optional(integer(0, 1439)),
  place: optional(personal.text({ ...own, max: 200 })),
};

/** The unit, or the board, is called together; every case on the agenda goes by this one day. */
const meetingPlanned = step(
  'MeetingPlanned',
  v1(
    {
      meetingId: newId('meeting'),
      kind: codeOf(meetingKinds),
      ...when,
      invitedUnits: list(code(units)),
      invitedParties: optional(list(ref('party'))),
      /** What is taken up beside the cases (U9). */
      standingItems: optional(list(code(agendaItems))),
      plannedOn: localDate(),
    },
    { occurs: 'plannedOn' },
  ),
  {
    in: absent,
    check: (_, { plannedOn, meetsOn }) => inOrder(plannedOn, meetsOn, 'date-order.planned'),
    evolve: (_, { kind, meetsOn }): Meeting => ({
      status: 'planned',
      kind,
      meetsOn,
      cases: {},
      fixedOn: undefined,
      present: [],
      ledBy: undefined,
      quorum: undefined,
      minutesOn: undefined,
      approvedOn: undefined,
      cancelledOn: undefined,
      disposal: kept,
    }),
  },
);

/** Moved once, for all the cases on its agenda. */
const meetingMoved = step(
  'MeetingMoved',
  v1(
    { ...about, ...when, movedOn: localDate(), reason: optional(personal.text({ ...own, max: 1000 })) },
    { occurs: 'movedOn' },
  ),
  {
    in: ahead,
    check({ cases }, { movedOn, meetsOn }) {
      inOrder(movedOn, meetsOn, 'date-order.planned');
      for (const { putOn } of Object.values(cases)) inOrder(putOn, meetsOn, 'date-order.agenda');
    },
    evolve: (meeting, { meetsOn }) => (meeting.status === 'absent' ? meeting : { ...meeting, meetsOn }),
  },
);

/** It will not be held; its cases wait for another. */
const meetingCancelled = step(
  'MeetingCancelled',
  v1(
    { ...about, cancelledOn: localDate(), reason: optional(personal.text({ ...own, max: 1000 })) },
    { occurs: 'cancelledOn' },
  ),
  {
    in: ahead,
    evolve: (meeting, { cancelledOn }) =>
      meeting.status === 'absent' ? meeting : { ...meeting, status: 'cancelled', cancelledOn },
  },
);

export const planningSteps = [meetingPlanned, meetingMoved, meetingCancelled] as const;
