import type { Provider } from '@nestjs/common';
import { AppointForFamilyHandler } from './appoint-for-family.js';
import { RecordCoordinationStepHandler } from './record-coordination-step.js';
import { ReviseCoordinationEventHandler } from './revise-coordination-event.js';

export { type Earlier, type EarlierStep, takeBackEarlier, takeInEarlier } from './earlier.js';
export { AppointForFamilyCommand } from './appoint-for-family.js';
export {
  RecordCoordinationStepCommand,
  type RecordedCoordinationStep,
  type ToldStep,
} from './record-coordination-step.js';
export { ReviseCoordinationEventCommand } from './revise-coordination-event.js';
export type { ToldType } from '../domain/events.js';

/** They need `CommandRunner` by class. */
export const coordinationHandlers: Provider[] = [
  AppointForFamilyHandler,
  RecordCoordinationStepHandler,
  ReviseCoordinationEventHandler,
];
