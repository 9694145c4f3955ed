import type { Provider } from '@nestjs/common';
import { RecordComplaintStepHandler } from './record-step.js';
import { ReviseComplaintEventHandler } from './revise-event.js';

export {
  RecordComplaintStepCommand,
  type RecordedComplaintStep,
  type ToldComplaintStep,
} from './record-step.js';
export { timelinessToday } from './timeliness-today.js';
export { ReviseComplaintEventCommand } from './revise-event.js';
export type { StepType as ComplaintStepType } from '../domain/events.js';

export const complaintHandlers: Provider[] = [RecordComplaintStepHandler, ReviseComplaintEventHandler];
