export * from './domain/events.js';
export { nameless, type Party } from './domain/party.js';
export type { Profile, Settings } from './domain/profile.js';
export * from './domain/terms.js';
export * from './questions.js';
