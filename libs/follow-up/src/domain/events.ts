import { type EventOf, events } from '#event-sourcing/event';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import type { Step } from './step.js';
import { callingSteps } from './steps/calling.js';
import { contactSteps } from './steps/contacts.js';
import { holdingSteps } from './steps/holding.js';
import { insightSteps } from './steps/insights.js';
import { insightReviewSteps } from './steps/insight-reviews.js';
import { promiseSteps } from './steps/promises.js';

/** What is done for one person between appointments and plans: who meets, who was in touch, who promised what. */
const steps = [
  ...callingSteps,
  ...holdingSteps,
  ...promiseSteps,
  ...contactSteps,
  ...insightSteps,
  ...insightReviewSteps,
] as const;

type Known = (typeof steps)[number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

export const followUpEvents = events(
  { category: 'followUp', owner: 'subjectId', class: 'COORDINATION' },
  declaredIn(steps),
);
export type FollowUpEvent = EventOf<typeof followUpEvents>;

export const stepOf = stepsByType<Step>(steps as unknown as readonly Step[]);
