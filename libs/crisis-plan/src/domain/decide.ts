import { steppedDecider } from '#event-sourcing/stepped';
import { courseRefusals } from './course.js';
import { type CrisisPlan, initialState } from './crisis-plan.js';
import { crisisPlanEvents, stepOf } from './events.js';
import type { Asked } from './step.js';

/** One person's crisis plan, in the stream `crisisPlan-<tenant>.<subjectId>` (F20). */
export const crisisPlanDecider = steppedDecider<CrisisPlan, Asked, typeof crisisPlanEvents>({
  events: crisisPlanEvents,
  initialState,
  stepOf,
  refusals: courseRefusals,
  supports: () => true,
});
