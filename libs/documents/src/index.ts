export * from './domain/codes.js';
export * from './questions.js';
