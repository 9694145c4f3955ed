import { events } from '#event-sourcing/event';
import { declaredIn, type Step, stepsByType } from '#event-sourcing/step';
import { steppedDecider } from '#event-sourcing/stepped';
import { initialState, type Matter } from './matter.js';
import { cooperationRefusals, cooperationSteps } from './steps.js';

/** One task of cooperation, or one hearing of users: the stream `cooperation-<tenant>.<matterId>`. */
export const cooperationEvents = events(
  { category: 'cooperation', owner: 'municipality', class: 'UNIT' },
  declaredIn(cooperationSteps),
);

export const cooperationDecider = steppedDecider<Matter, unknown, typeof cooperationEvents>({
  events: cooperationEvents,
  initialState,
  stepOf: stepsByType(cooperationSteps as unknown as readonly Step<Matter, undefined, unknown>[]),
  refusals: cooperationRefusals,
  supports: () => true,
});
