export * from './domain/events.js';
export { relationEndReasons, relationKinds } from './domain/relation-events.js';
export { subjectRefusals } from './domain/refusals.js';
export { birthDateOf } from './application/days.js';
export { nameOf } from './application/name.js';
export { type OwnAge, ownAgeOn } from './domain/own-age.js';
export { decidesFor, isRelated, type Relation } from './domain/relation.js';
export { presentSubject, relationsOf, type SubjectAnswer, subjectOf, subjectStream } from './questions.js';
