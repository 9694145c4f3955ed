export * from './domain/events.js';
export { nameless, type Party } from './domain/party.js';
export { municipalityRefusals, type Profile, type Settings } from './domain/profile.js';
export * from './domain/terms.js';
export * from './questions.js';
