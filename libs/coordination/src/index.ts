export * from './domain/codes.js';
export * from './domain/events.js';
export { coordinationStream, restingOnCases, standingForSubjects, subjectIdOfPlan } from './questions.js';
