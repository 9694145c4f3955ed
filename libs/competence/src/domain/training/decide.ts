import { events } from '#event-sourcing/event';
import { declaredIn, type Step, stepsByType } from '#event-sourcing/step';
import { steppedDecider } from '#event-sourcing/stepped';
import { trainingRefusals, trainingSteps } from './steps.js';
import { initialState, type Training } from './training.js';

/** One course or professional day: the stream `training-<tenant>.<trainingId>`. */
export const trainingEvents = events(
  { category: 'training', owner: 'municipality', class: 'UNIT' },
  declaredIn(trainingSteps),
);

export const trainingDecider = steppedDecider<Training, unknown, typeof trainingEvents>({
  events: trainingEvents,
  initialState,
  stepOf: stepsByType(trainingSteps as unknown as readonly Step<Training, undefined, unknown>[]),
  refusals: trainingRefusals,
  supports: () => true,
});
