import { steppedDecider } from '#event-sourcing/stepped';
import { planEvents, stepOf } from './events.js';
import { initialState, type PlanState } from './plan.js';
import { type Asked, courseRefusals } from './step.js';

/** One plan's content, in the stream `plan-<tenant>.<planId>`. */
export const planDecider = steppedDecider<PlanState, Asked, typeof planEvents>({
  events: planEvents,
  initialState,
  stepOf,
  refusals: courseRefusals,
  supports: () => true,
});
