import type { Provider } from '@nestjs/common';
import { IssueSecretHandler } from './issue-secret.js';
import { RecordSubscriptionStepHandler } from './record-step.js';
import { RegisterWebhookHandler, RotateWebhookSecretHandler } from './webhook-secrets.js';

export { issueSecret, type IssuedSecret, IssueSecretCommand } from './issue-secret.js';
export { RecordSubscriptionStepCommand, recordStep, type ToldSubscriptionStep } from './record-step.js';
export {
  RegisterWebhookCommand,
  RotateWebhookSecretCommand,
  rotateWebhookSecret,
  type WebhookWithSecret,
} from './webhook-secrets.js';
export type { StepType as SubscriptionStepType } from '../domain/decide.js';

export const subscriptionHandlers: Provider[] = [
  IssueSecretHandler,
  RecordSubscriptionStepHandler,
  RegisterWebhookHandler,
  RotateWebhookSecretHandler,
];
