export * from './decider.js';
export * from './effective.js';
export * from './event.js';
export * from './event-store.js';
export * from './ids.js';
export * from './sealing.js';
