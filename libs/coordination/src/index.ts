export * from './domain/events.js';
export { coordinationStream, type Resting, restingOnCase, subjectIdOfPlan } from './questions.js';
