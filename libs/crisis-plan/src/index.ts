export * from './domain/codes.js';
export { type CrisisPlanEvent, crisisPlanEvents } from './domain/events.js';
export { crisisPlanRefusals } from './domain/refusals.js';
export * from './questions.js';
