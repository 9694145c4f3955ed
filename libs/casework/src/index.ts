export * from './domain/codes.js';
export { caseEvents } from './domain/events.js';
export { caseworkRefusals } from './domain/refusals.js';
export * from './questions.js';
