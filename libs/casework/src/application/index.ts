import type { Provider } from '@nestjs/common';
import { AnnulCaseEventHandler } from './annul-case-event.js';
import { ConveneMeetingHandler } from './convene-meeting.js';
import { CorrectCaseEventHandler } from './correct-case-event.js';
import { RecordCaseStepHandler } from './record-case-step.js';

export { AnnulCaseEventCommand, type AnnulledCaseEvent } from './annul-case-event.js';
export { ConveneMeetingCommand, type ConvenedMeeting } from './convene-meeting.js';
export { CorrectCaseEventCommand, type CorrectedCaseEvent } from './correct-case-event.js';
export { RecordCaseStepCommand, type RecordedCaseStep, type ToldStep } from './record-case-step.js';
export { RestingOnCases } from './resting-elsewhere.js';
export type { StepType } from '../domain/events.js';

export const caseworkHandlers: Provider[] = [
  AnnulCaseEventHandler,
  ConveneMeetingHandler,
  CorrectCaseEventHandler,
  RecordCaseStepHandler,
];
