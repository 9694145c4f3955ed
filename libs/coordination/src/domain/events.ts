import {
  type CorrectionFact,
  type EventOf,
  events,
  type FactOf,
  type GivenFields,
} from '#event-sourcing/event';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import type { Step } from './step.js';
import { allocationSteps } from './steps/allocation.js';
import { choiceSteps } from './steps/choices.js';
import { consentSteps } from './steps/consents.js';
import { narrowingSteps } from './steps/narrowing.js';
import { coordinatorSteps } from './steps/coordinators.js';
import { disputeSteps } from './steps/disputes.js';
import { groupSteps } from './steps/group.js';
import { handoverSteps } from './steps/handovers.js';
import { noticeSteps } from './steps/notices.js';
import { planSteps } from './steps/plans.js';
import { proposalSteps } from './steps/proposals.js';
import { reportSteps } from './steps/reports.js';
import { endReportSteps } from './steps/end-reports.js';
import { reviewSteps } from './steps/reviews.js';

/** What must never be broken for one person, in one stream: consents, coordinators, plans, group. */
const steps = [
  ...consentSteps,
  ...narrowingSteps,
  ...choiceSteps,
  ...proposalSteps,
  ...disputeSteps,
  ...coordinatorSteps,
  ...handoverSteps,
  ...allocationSteps,
  ...noticeSteps,
  ...planSteps,
  ...groupSteps,
  ...reportSteps,
  ...endReportSteps,
  ...reviewSteps,
] as const;

type Known = (typeof steps)[number];
export type StepType = Known['type'];
/** What somebody records; notices follow by themselves. */
export type ToldType = Exclude<StepType, (typeof noticeSteps)[number]['type']>;
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;

export const coordinationEvents = events(
  { category: 'coordination', owner: 'subjectId', class: 'COORDINATION' },
  declaredIn(steps),
);

export type CoordinationEvent = EventOf<typeof coordinationEvents>;
export type CoordinationFact = FactOf<typeof coordinationEvents>;
/** A step to record. */
export type StepFact = Exclude<CoordinationFact, CorrectionFact>;
/** What a decider hands over for an event. */
export type DataOf<Type extends StepType> = GivenFields<StepOf<Type>['event']['fields']>;
/** What a caseworker says of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

/** What holds of steps of this type. */
export const stepOf = stepsByType<Step>(steps);
