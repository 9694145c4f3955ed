import type { Standing } from '#event-sourcing/refusals';
import { steppedDecider } from '#event-sourcing/stepped';
import type { Treatment } from './codes.js';
import { meetingEvents, stepOf } from './events.js';
import { atMeeting, initialState, type Meeting } from './meeting.js';
import { alikeRefusals } from './alike.js';
import type { Asked } from './step.js';
import { disposalRefusals } from './steps/disposal.js';

/** A step of a case that rests on what this meeting came to in it. */
export interface Resting extends Standing {
  readonly caseId: string;
  readonly on: string;
  readonly treatment: Treatment;
  /** Whether it rests on the approved protocol. */
  readonly isApproved: boolean;
}

const course = steppedDecider<Meeting, Asked, typeof meetingEvents, Resting>({
  events: meetingEvents,
  initialState,
  stepOf,
  refusals: alikeRefusals,
  supports(meeting, { caseId, on, treatment, isApproved }) {
    const at = atMeeting(meeting, caseId);
    return at.heldOn === on && at.treatment === treatment && (!isApproved || at.approvedOn !== undefined);
  },
});

/** One meeting. Nothing of one whose texts are disposed of is put right or taken back. */
export const meetingDecider: typeof course = {
  ...course,
  decide(intent, state, history) {
    const isDisposed = state.status !== 'absent' && state.disposal.disposedOn !== undefined;
    const isItself = intent.type === 'RecordStep' && intent.data.step === 'MeetingTextsDisposed';
    disposalRefusals.refuseIf(isDisposed && !isItself, 'disposed');
    return course.decide(intent, state, history);
  },
};
