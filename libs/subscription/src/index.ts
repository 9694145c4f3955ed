export { beginnings, disclosureBases } from './domain/codes.js';
export { type SubscriptionEvent, subscriptionEvents } from './domain/decide.js';
export { subscriptionRefusals } from './domain/refusals.js';
export * from './questions.js';
