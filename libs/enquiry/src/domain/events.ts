import { type EventOf, events } from '#event-sourcing/event';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import type { Step } from './step.js';
import { answeringSteps } from './steps/answering.js';
import { disposalSteps } from './steps/disposal.js';
import { endingSteps } from './steps/ending.js';
import { receivingSteps } from './steps/receiving.js';

/** From somebody's question to its answer, or to a case. */
const steps = [...receivingSteps, ...answeringSteps, ...endingSteps, ...disposalSteps] as const;

type Known = (typeof steps)[number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

export const enquiryEvents = events(
  { category: 'enquiry', owner: 'enquiryId', class: 'RECORD' },
  declaredIn(steps),
);
export type EnquiryEvent = EventOf<typeof enquiryEvents>;

export const stepOf = stepsByType<Step>(steps as unknown as readonly Step[]);
