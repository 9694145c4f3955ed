import { type EventOf, events } from '#event-sourcing/event';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import type { Step } from './step.js';
import { accessSteps } from './steps/access.js';
import { courseSteps } from './steps/course.js';
import { entrySteps } from './steps/entries.js';
import { goalSteps } from './steps/goals.js';
import { measureSteps } from './steps/measures.js';
import { participantSteps } from './steps/participants.js';
import { subPlanSteps } from './steps/sub-plans.js';

/** What stands in a plan. That it was started and closed stands in the person's coordination. */
const steps = [
  ...entrySteps,
  ...goalSteps,
  ...measureSteps,
  ...participantSteps,
  ...subPlanSteps,
  ...courseSteps,
  ...accessSteps,
] as const;

type Known = (typeof steps)[number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

export const planEvents = events(
  { category: 'plan', owner: 'subjectId', class: 'COORDINATION' },
  declaredIn(steps),
);
export type PlanEvent = EventOf<typeof planEvents>;

export const stepOf = stepsByType<Step>(steps as unknown as readonly Step[]);
