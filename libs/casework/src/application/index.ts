import type { Provider } from '@nestjs/common';
import { CloseCaseHandler } from './close-case.js';
import { ConveneMeetingHandler } from './convene-meeting.js';
import { RecordBoardOutcomeHandler } from './record-board-outcome.js';
import { RecordCaseStepHandler } from './record-case-step.js';
import { ReviseCaseEventHandler } from './revise-case-event.js';

export { CloseCaseCommand, type ClosedCase } from './close-case.js';
export { ConveneMeetingCommand, type ConvenedMeeting } from './convene-meeting.js';
export { MeetingsOfCases } from './meetings-of-cases.js';
export { RecordBoardOutcomeCommand } from './record-board-outcome.js';
export { RecordCaseStepCommand, type RecordedCaseStep, type ToldStep } from './record-case-step.js';
export type { Numbering } from './case-number.js';
export { type Numbered, numberCases } from './number-cases.js';
export { RestingOnCases } from './resting-elsewhere.js';
export { ReviseCaseEventCommand, type RevisedCaseEvent } from './revise-case-event.js';
export { takeOverNumbers } from './take-over-numbers.js';
export type { StepType } from '../domain/events.js';

export const caseworkHandlers: Provider[] = [
  CloseCaseHandler,
  ConveneMeetingHandler,
  RecordBoardOutcomeHandler,
  RecordCaseStepHandler,
  ReviseCaseEventHandler,
];
