export * from './domain/codes.js';
export { cooperationEvents } from './domain/cooperation/decide.js';
export { controlledDocumentEvents } from './domain/documents/decide.js';
export { type RecordKind, recordKinds } from './domain/records.js';
export { competenceRefusals } from './domain/refusals.js';
export { staffCompetenceEvents } from './domain/staff/decide.js';
export {
  competenceEvents,
  type Topic as CompetenceTopic,
  topics as competenceTopics,
} from './domain/topics/decide.js';
export { trainingEvents } from './domain/training/decide.js';
export * from './questions.js';
