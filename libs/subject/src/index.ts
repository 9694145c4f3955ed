export * from './domain/events.js';
export { subjectRefusals } from './domain/refusals.js';
export { presentSubject, type SubjectAnswer, subjectOf, subjectStream } from './questions.js';
