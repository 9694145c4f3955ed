export * from './domain/codes.js';
export { enquiryEvents } from './domain/events.js';
export { enquiryRefusals } from './domain/refusals.js';
export * from './questions.js';
