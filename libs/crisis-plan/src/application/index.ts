import type { Provider } from '@nestjs/common';
import { RecordCrisisPlanStepHandler } from './record-step.js';
import { ReviseCrisisPlanEventHandler } from './revise-event.js';

export {
  RecordCrisisPlanStepCommand,
  type RecordedCrisisPlanStep,
  type ToldCrisisPlanStep,
} from './record-step.js';
export { ReviseCrisisPlanEventCommand } from './revise-event.js';
export type { StepType as CrisisPlanStepType } from '../domain/events.js';

export const crisisPlanHandlers: Provider[] = [RecordCrisisPlanStepHandler, ReviseCrisisPlanEventHandler];
