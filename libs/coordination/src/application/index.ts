import type { Provider } from '@nestjs/common';
import { AnnulCoordinationEventHandler } from './annul-coordination-event.js';
import { CorrectCoordinationEventHandler } from './correct-coordination-event.js';
import { RecordCoordinationStepHandler } from './record-coordination-step.js';

export {
  AnnulCoordinationEventCommand,
  type AnnulCoordinationEventData,
} from './annul-coordination-event.js';
export {
  CorrectCoordinationEventCommand,
  type CorrectCoordinationEventData,
} from './correct-coordination-event.js';
export {
  RecordCoordinationStepCommand,
  type RecordedCoordinationStep,
  type ToldStep,
} from './record-coordination-step.js';
export type { ToldType } from '../domain/events.js';

/** They need `CommandRunner` by class. */
export const coordinationHandlers: Provider[] = [
  AnnulCoordinationEventHandler,
  CorrectCoordinationEventHandler,
  RecordCoordinationStepHandler,
];
