export { importEvents } from './domain/decide.js';
export { importRefusals } from './domain/step.js';
export { importStream } from './questions.js';
