export * from './errors.js';
export { DISPOSED, isDisposed, isSealed, type Disposed, type Opened } from './opened.js';
export * from './viewer.js';
