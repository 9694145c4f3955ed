import type { Standing } from '#event-sourcing/refusals';
import { steppedDecider } from '#event-sourcing/stepped';
import type { Treatment } from './codes.js';
import { meetingEvents, stepOf } from './events.js';
import { atMeeting, initialState, type Meeting } from './meeting.js';
import { alikeRefusals } from './alike.js';
import type { Asked } from './step.js';

/** A step of a case that rests on what this meeting came to in it. */
export interface Resting extends Standing {
  readonly caseId: string;
  readonly on: string;
  readonly treatment: Treatment;
  /** Whether it rests on the approved protocol. */
  readonly isApproved: boolean;
}

/** One meeting. */
export const meetingDecider = steppedDecider<Meeting, Asked, typeof meetingEvents, Resting>({
  events: meetingEvents,
  initialState,
  stepOf,
  refusals: alikeRefusals,
  supports(meeting, { caseId, on, treatment, isApproved }) {
    const at = atMeeting(meeting, caseId);
    return at.heldOn === on && at.treatment === treatment && (!isApproved || at.approvedOn !== undefined);
  },
});
