import { type EventOf, events, type FactOf, type GivenFields } from '#event-sourcing/event';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import type { Step } from './step.js';
import { amendmentSteps } from './steps/amendment.js';
import { applicationSteps } from './steps/application.js';
import { boardSteps } from './steps/board.js';
import { caseworkerSteps } from './steps/caseworker.js';
import { closingSteps } from './steps/closing.js';
import { deadlineSteps } from './steps/deadlines.js';
import { decisionSteps } from './steps/decision.js';
import { disqualificationSteps } from './steps/disqualification.js';
import { disputeSteps } from './steps/disputes.js';
import { hearingSteps } from './steps/hearing.js';
import { informationSteps } from './steps/information.js';
import { letterSteps } from './steps/letters.js';
import { mappingSteps } from './steps/mapping.js';
import { meetingSteps } from './steps/meeting.js';
import { needSteps } from './steps/need.js';
import { notificationSteps } from './steps/notification.js';
import { preliminaryReplySteps } from './steps/preliminary-reply.js';
import { readingSteps } from './steps/reading.js';
import { referenceSteps } from './steps/references.js';

/** From a need or an application to the written answer (U10, U13–U15), and to the end of the case. */
const steps = [
  ...needSteps,
  ...applicationSteps,
  ...informationSteps,
  ...preliminaryReplySteps,
  ...mappingSteps,
  ...meetingSteps,
  ...hearingSteps,
  ...boardSteps,
  ...readingSteps,
  ...decisionSteps,
  ...amendmentSteps,
  ...notificationSteps,
  ...letterSteps,
  ...referenceSteps,
  ...closingSteps,
  ...caseworkerSteps,
  ...disqualificationSteps,
  ...disputeSteps,
  ...deadlineSteps,
] as const;

type Known = (typeof steps)[number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;

export const caseEvents = events({ category: 'case', owner: 'subjectId', class: 'CASE' }, declaredIn(steps));

export type CaseEvent = EventOf<typeof caseEvents>;
export type CaseFact = Extract<FactOf<typeof caseEvents>, { readonly type: StepType }>;
/** What a decider hands over for an event. */
export type DataOf<Type extends StepType> = GivenFields<StepOf<Type>['event']['fields']>;
/** What a caseworker says of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

/** What holds of steps of this type. */
export const stepOf = stepsByType<Step>(steps);
