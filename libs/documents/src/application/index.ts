export { type Content, DamagedDocument } from '../store/file-format.js';
export { DocumentStore, type Held, type Keeping, type Kept } from '../store/document-store.js';
export { type Incoming, mostBytes } from '../store/incoming.js';
export { type DocumentFormat, formatOf, mediaTypes } from '../store/media-types.js';
export { type DocumentScanner, noScanner, type Scan } from '../store/scanner.js';
export { AnotherDocument, UnfitDocument, type Unfitness } from '../store/unfit-document.js';
