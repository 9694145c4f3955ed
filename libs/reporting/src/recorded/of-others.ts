import { basicCourses, type cooperationEvents, type staffCompetenceEvents } from '#competence';
import type { EventOf, Recorded } from '#event-sourcing';
import type { meetingEvents } from '#meeting';
import type { unitEvents } from '#municipality';
import type { Telling } from './mapping.js';

/** Facts of what somebody of the staff has learnt. */
export const ofStaff: Telling<EventOf<typeof staffCompetenceEvents>, undefined> = {
  TrainingCompleted: ({ partyId: coordinator, courseCode, completedOn: on }) => [
    {
      kind: 'TrainingCompleted',
      on,
      coordinator,
      courseCode: basicCourses.includes(courseCode) ? 'BASIC' : courseCode,
    },
  ],
  GuidanceGiven: ({ partyId: coordinator, givenOn: on }) => [{ kind: 'GuidanceGiven', on, coordinator }],
};

/** Whether the meeting is the coordinating unit's own: the board's is another body's. */
export const isOfUnit = (events: readonly Recorded[]): boolean =>
  events.some(({ type, data }) => type === 'MeetingPlanned' && data['kind'] === 'UNIT');

export const ofMeeting: Telling<EventOf<typeof meetingEvents>, { readonly isOfUnit: boolean }> = {
  MeetingHeld: ({ meetingId: meeting, heldOn: on }, meant) =>
    meant.isOfUnit ? [{ kind: 'MeetingHeld', on, meeting, type: 'KE' }] : [],
};

/** Facts of what those who speak for users were asked, and said (U21). */
export const ofCooperation: Telling<EventOf<typeof cooperationEvents>, undefined> = {
  UserBodyAsked: ({ matterId: hearing, body, askedOn: on }) => [{ kind: 'UserBodyAsked', on, hearing, body }],
  UserBodyAnswered: ({ matterId: hearing, standpoint, answeredOn: on }) => [
    { kind: 'UserBodyAnswered', on, hearing, standpoint },
  ],
};

/** Facts of a unit. One that went into another is no more; who was there stays where it was recorded. */
export const ofUnit: Telling<EventOf<typeof unitEvents>, undefined> = {
  UnitEstablished: ({ unit, establishedOn: on }) => [{ kind: 'UnitEstablished', on, unit }],
  UnitEnded: ({ unit, endedOn: on }) => [{ kind: 'UnitEnded', on, unit }],
  UnitMergedInto: ({ unit, mergedOn: on }) => [{ kind: 'UnitEnded', on, unit }],
};
