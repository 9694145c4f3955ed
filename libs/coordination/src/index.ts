export * from './domain/events.js';
export {
  coordinationStream,
  type Resting,
  restingOnCase,
  standingFor,
  subjectIdOfPlan,
} from './questions.js';
