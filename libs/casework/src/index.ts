export type { Granted, ItemCode, Outcome } from './domain/case.js';
export * from './domain/events.js';
export * from './questions.js';
