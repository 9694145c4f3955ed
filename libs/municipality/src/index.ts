export * from './domain/events.js';
export { nameless, type Party } from './domain/party.js';
export { municipalityRefusals } from './domain/refusals.js';
export { type Profile, type Settings } from './domain/profile.js';
export * from './domain/terms.js';
export * from './questions.js';
export * from './domain/organisation/codes.js';
export { organisationEvents, topics, type Topic } from './domain/organisation/decide.js';
export * from './organisation-questions.js';
