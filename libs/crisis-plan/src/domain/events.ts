import { type EventOf, events } from '#event-sourcing/event';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import type { Step } from './step.js';
import { copySteps } from './steps/copies.js';
import { readingSteps } from './steps/readings.js';
import { recipientSteps } from './steps/recipients.js';
import { writingSteps } from './steps/writing.js';

/** What is written in a crisis plan, and who has it. */
const steps = [...writingSteps, ...recipientSteps, ...copySteps, ...readingSteps] as const;

type Known = (typeof steps)[number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

export const crisisPlanEvents = events(
  { category: 'crisisPlan', owner: 'subjectId', class: 'CRISIS_PLAN' },
  declaredIn(steps),
);
export type CrisisPlanEvent = EventOf<typeof crisisPlanEvents>;

export const stepOf = stepsByType<Step>(steps as unknown as readonly Step[]);
