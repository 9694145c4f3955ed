export * from './domain/codes.js';
export { type FollowUpEvent, followUpEvents } from './domain/events.js';
export { childAgeOn, type InsightDecision, insightRuleOn, seenByParent } from './domain/insight.js';
export { followUpRefusals } from './domain/refusals.js';
export * from './questions.js';
