import { type EventOf, events } from '#event-sourcing/event';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import type { Step } from './step.js';
import { deadlineSteps } from './steps/deadlines.js';
import { groundsSteps } from './steps/grounds.js';
import { outcomeSteps } from './steps/outcome.js';
import { packageSteps } from './steps/package.js';
import { receivingSteps } from './steps/receiving.js';
import { reconsideringSteps } from './steps/reconsidering.js';
import { timelinessSteps } from './steps/timeliness.js';

/** From grounds that are asked for, or a complaint that comes, to what the county governor decides (fvl chapter VI, pbrl chapter 7). */
const steps = [
  ...groundsSteps,
  ...receivingSteps,
  ...timelinessSteps,
  ...reconsideringSteps,
  ...packageSteps,
  ...outcomeSteps,
  ...deadlineSteps,
] as const;

type Known = (typeof steps)[number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

export const complaintEvents = events(
  { category: 'complaint', owner: 'subjectId', class: 'CASE' },
  declaredIn(steps),
);
export type ComplaintEvent = EventOf<typeof complaintEvents>;

export const stepOf = stepsByType<Step>(steps as unknown as readonly Step[]);
