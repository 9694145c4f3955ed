export * from './domain/codes.js';
export { type ContentCheck, contentsOf, type PlanFacts } from './domain/contents.js';
export { type PlanEvent, planEvents } from './domain/events.js';
export { planContentRefusals } from './domain/refusals.js';
export * from './questions.js';
