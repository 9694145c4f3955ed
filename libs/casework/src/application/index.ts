import type { Provider } from '@nestjs/common';
import { ConveneMeetingHandler } from './convene-meeting.js';
import { RecordCaseStepHandler } from './record-case-step.js';
import { ReviseCaseEventHandler } from './revise-case-event.js';

export { ConveneMeetingCommand, type ConvenedMeeting } from './convene-meeting.js';
export { RecordCaseStepCommand, type RecordedCaseStep, type ToldStep } from './record-case-step.js';
export type { Numbering } from './case-number.js';
export { type Numbered, numberCases } from './number-cases.js';
export { RestingOnCases } from './resting-elsewhere.js';
export { ReviseCaseEventCommand, type RevisedCaseEvent } from './revise-case-event.js';
export { takeOverNumbers } from './take-over-numbers.js';
export type { StepType } from '../domain/events.js';

export const caseworkHandlers: Provider[] = [
  ConveneMeetingHandler,
  RecordCaseStepHandler,
  ReviseCaseEventHandler,
];
