export {
  beginnings,
  contactRoles,
  detailKinds,
  disclosureBases,
  type PauseCause,
  pauseCauses,
  replays,
} from './domain/codes.js';
export { type SubscriptionEvent, subscriptionEvents } from './domain/decide.js';
export { subscriptionRefusals } from './domain/refusals.js';
export * from './questions.js';
export { subscriptionStream } from './stream.js';
export { type Webhook, type WebhookAsked, type WebhookSecret, webhooksIn, webhooksOf } from './webhooks.js';
export { type EventStream, eventStreamsIn, eventStreamsOf, publicStream, readerOf } from './streams.js';
