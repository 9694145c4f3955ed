import type { Provider } from '@nestjs/common';
import { IssueSecretHandler } from './issue-secret.js';
import { RecordSubscriptionStepHandler } from './record-step.js';

export { issueSecret, type IssuedSecret, IssueSecretCommand } from './issue-secret.js';
export { RecordSubscriptionStepCommand, recordStep, type ToldSubscriptionStep } from './record-step.js';
export type { StepType as SubscriptionStepType } from '../domain/decide.js';

export const subscriptionHandlers: Provider[] = [IssueSecretHandler, RecordSubscriptionStepHandler];
