import { type EventOf, events } from '#event-sourcing/event';
import { declaredIn, stepsByType } from '#event-sourcing/step';
import type { Step } from './step.js';
import { agendaSteps } from './steps/agenda.js';
import { disposalSteps } from './steps/disposal.js';
import { holdingSteps } from './steps/holding.js';
import { planningSteps } from './steps/planning.js';
import { protocolSteps } from './steps/protocol.js';

/** One meeting of the unit or of the board: planned, held, its protocol approved. */
const steps = [
  ...planningSteps,
  ...agendaSteps,
  ...holdingSteps,
  ...protocolSteps,
  ...disposalSteps,
] as const;

type Known = (typeof steps)[number];
export type StepType = Known['type'];
export type StepOf<Type extends StepType> = Extract<Known, { readonly type: Type }>;
/** What is said of a step. */
export type SaidOf<Type extends StepType> = Parameters<StepOf<Type>['decide']>[0];

export const meetingEvents = events(
  { category: 'meeting', owner: 'meetingId', class: 'RECORD' },
  declaredIn(steps),
);
export type MeetingEvent = EventOf<typeof meetingEvents>;

export const stepOf = stepsByType<Step>(steps as unknown as readonly Step[]);
