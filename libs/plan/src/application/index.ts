import type { Provider } from '@nestjs/common';
import { RecordPlanStepHandler } from './record-step.js';
import { RevisePlanEventHandler } from './revise-event.js';

export { RecordPlanStepCommand, type RecordedPlanStep, type ToldPlanStep } from './record-step.js';
export { RevisePlanEventCommand } from './revise-event.js';
export type { StepType as PlanStepType } from '../domain/events.js';

export const planHandlers: Provider[] = [RecordPlanStepHandler, RevisePlanEventHandler];
