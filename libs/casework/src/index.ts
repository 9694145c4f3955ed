export type { Granted } from './domain/case.js';
export * from './domain/codes.js';
export { caseEvents } from './domain/events.js';
export * from './questions.js';
