import { steppedDecider } from '#event-sourcing/stepped';
import { type Complaint, initialState } from './complaint.js';
import { courseRefusals } from './course.js';
import { complaintEvents, stepOf } from './events.js';
import type { Asked } from './step.js';

/** One complaint, in the stream `complaint-<tenant>.<complaintId>`. A case that was sent back rests on its being decided so. */
export const complaintDecider = steppedDecider<Complaint, Asked, typeof complaintEvents>({
  events: complaintEvents,
  initialState,
  stepOf,
  refusals: courseRefusals,
  supports: (state) => state.status === 'present' && state.decided?.outcome === 'SET_ASIDE',
});
