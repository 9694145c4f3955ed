export * from './columns.js';
export { say as sayOfCell } from './faults.js';
export * from './grid.js';
export { type Encoding, encodings } from './read-csv.js';
export { readBytes, readFile, type ReadingOptions } from './read-file.js';
