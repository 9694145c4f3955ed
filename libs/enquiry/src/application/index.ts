import type { Provider } from '@nestjs/common';
import { RecordEnquiryStepHandler } from './record-enquiry-step.js';
import { ReviseEnquiryEventHandler } from './revise-enquiry-event.js';

export { CasesOfEnquiries } from './cases.js';
export { confirmEnquiryDisposal, requestEnquiryDisposal } from './dispose.js';
export {
  RecordEnquiryStepCommand,
  recordEnquiryStep,
  type RecordedEnquiryStep,
  type ToldEnquiryStep,
} from './record-enquiry-step.js';
export { ReviseEnquiryEventCommand } from './revise-enquiry-event.js';
export type { StepType as EnquiryStepType } from '../domain/events.js';

export const enquiryHandlers: Provider[] = [RecordEnquiryStepHandler, ReviseEnquiryEventHandler];
