export * from './domain/events.js';
export { presentSubject, type SubjectAnswer, subjectOf, subjectStream } from './questions.js';
