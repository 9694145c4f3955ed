import type { Provider } from '@nestjs/common';
import { PutCasesOnAgendaHandler } from './put-on-agenda.js';
import { RecordBoardStepHandler } from './record-board-step.js';
import { RecordMeetingStepHandler } from './record-meeting-step.js';
import { ReviseBoardEventHandler, ReviseMeetingEventHandler } from './revise.js';

export { confirmMeetingDisposal, requestMeetingDisposal } from './dispose.js';
export { type CasesOnAgenda, PutCasesOnAgendaCommand } from './put-on-agenda.js';
export { RecordBoardStepCommand, type RecordedBoardStep, type ToldBoardStep } from './record-board-step.js';
export {
  RecordMeetingStepCommand,
  type RecordedMeetingStep,
  type ToldMeetingStep,
} from './record-meeting-step.js';
export { ReviseBoardEventCommand, ReviseMeetingEventCommand } from './revise.js';
export type { StepType as MeetingStepType } from '../domain/events.js';
export type { BoardStepType } from '../domain/board/decide.js';

export const meetingHandlers: Provider[] = [
  PutCasesOnAgendaHandler,
  RecordBoardStepHandler,
  RecordMeetingStepHandler,
  ReviseBoardEventHandler,
  ReviseMeetingEventHandler,
];
