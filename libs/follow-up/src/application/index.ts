import type { Provider } from '@nestjs/common';
import { RecordFollowUpStepHandler } from './record-step.js';
import { ReviseFollowUpEventHandler } from './revise-event.js';

export {
  RecordFollowUpStepCommand,
  type RecordedFollowUpStep,
  type ToldFollowUpStep,
} from './record-step.js';
export { ReviseFollowUpEventCommand } from './revise-event.js';
export type { StepType as FollowUpStepType } from '../domain/events.js';

export const followUpHandlers: Provider[] = [RecordFollowUpStepHandler, ReviseFollowUpEventHandler];
