import type { Provider } from '@nestjs/common';
import { AnnulCaseEventHandler } from './annul-case-event.js';
import { AssignMappingHandler } from './assign-mapping.js';
import { CompleteApplicationHandler } from './complete-application.js';
import { CompleteMappingHandler } from './complete-mapping.js';
import { ConveneKeMeetingHandler } from './convene-ke-meeting.js';
import { CorrectCaseEventHandler } from './correct-case-event.js';
import { MakeDecisionHandler } from './make-decision.js';
import { NotifyDecisionHandler } from './notify-decision.js';
import { NotifyNeedHandler } from './notify-need.js';
import { ReceiveApplicationHandler } from './receive-application.js';
import { WithdrawApplicationHandler } from './withdraw-application.js';

export { AnnulCaseEventCommand, type AnnulledCaseEvent } from './annul-case-event.js';
export { type AssignedMapping, AssignMappingCommand } from './assign-mapping.js';
export { CompleteApplicationCommand, type CompletedApplication } from './complete-application.js';
export { type CompletedMapping, CompleteMappingCommand } from './complete-mapping.js';
export { type ConvenedKeMeeting, ConveneKeMeetingCommand } from './convene-ke-meeting.js';
export { CorrectCaseEventCommand, type CorrectedCaseEvent } from './correct-case-event.js';
export { type MadeDecision, MakeDecisionCommand } from './make-decision.js';
export { type NotifiedDecision, NotifyDecisionCommand } from './notify-decision.js';
export { type NotifiedNeed, NotifyNeedCommand } from './notify-need.js';
export { type ReceivedApplication, ReceiveApplicationCommand } from './receive-application.js';
export { WithdrawApplicationCommand, type WithdrawnApplication } from './withdraw-application.js';

export const caseworkHandlers: Provider[] = [
  AnnulCaseEventHandler,
  AssignMappingHandler,
  CompleteApplicationHandler,
  CompleteMappingHandler,
  ConveneKeMeetingHandler,
  CorrectCaseEventHandler,
  MakeDecisionHandler,
  NotifyDecisionHandler,
  NotifyNeedHandler,
  ReceiveApplicationHandler,
  WithdrawApplicationHandler,
];
