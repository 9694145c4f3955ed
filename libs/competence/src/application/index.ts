import type { Provider } from '@nestjs/common';
import { CompleteTrainingHandler } from './complete-training.js';
import { RecordCompetenceStepHandler } from './record-step.js';
import { ReviseCompetenceEventHandler } from './revise-event.js';

export { type CompletedByStaff, CompleteTrainingCommand } from './complete-training.js';
export {
  RecordCompetenceStepCommand,
  type RecordedCompetenceStep,
  type ToldCompetenceStep,
} from './record-step.js';
export { ReviseCompetenceEventCommand } from './revise-event.js';
export type { StepType as CompetenceStepType } from '../domain/records.js';

export const competenceHandlers: Provider[] = [
  CompleteTrainingHandler,
  RecordCompetenceStepHandler,
  ReviseCompetenceEventHandler,
];
