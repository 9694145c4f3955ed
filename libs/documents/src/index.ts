export * from './domain/codes.js';
export { documentEvents, documentRefusals } from './domain/events.js';
export * from './questions.js';
