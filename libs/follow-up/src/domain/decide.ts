import { steppedDecider } from '#event-sourcing/stepped';
import { courseRefusals } from './course.js';
import { followUpEvents, stepOf } from './events.js';
import { type FollowUp, initialState } from './follow-up.js';
import type { Asked } from './step.js';

/** The follow-up of one person, in the stream `followUp-<tenant>.<subjectId>`. Nothing elsewhere rests on it. */
export const followUpDecider = steppedDecider<FollowUp, Asked, typeof followUpEvents>({
  events: followUpEvents,
  initialState,
  stepOf,
  refusals: courseRefusals,
  supports: () => true,
});
