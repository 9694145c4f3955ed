export * from './domain/codes.js';
export { handlingDeadline, handlingSentences } from './domain/deadlines.js';
export { complaintEvents } from './domain/events.js';
export { complaintRefusals } from './domain/refusals.js';
export { periodsIn, type Timeliness } from './domain/timeliness.js';
export * from './questions.js';
