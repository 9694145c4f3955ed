export * from './domain/events.js';
export { nameless, type Party } from './domain/party.js';
export { municipalityRefusals } from './domain/refusals.js';
export { type Profile, type Settings } from './domain/profile.js';
export * from './domain/terms.js';
export { type Unit, type UnitStep } from './domain/unit.js';
export { unitEvents } from './domain/unit-events.js';
export * from './questions.js';
export { leaderOf, unitOf, unitStream } from './units.js';
