export {
  fileOf,
  indexOf,
  type IndexEntry,
  mainFile,
  type NumberedDocument,
  unexplainedIn,
} from './case-index.js';
export { entryOfDocument, entryOfEvent, typesInIndex } from './contents.js';
export { packageFile } from './file.js';
export type {
  EntryCode,
  FiledDocument,
  Heading,
  Known,
  Language,
  LawThen,
  RightThen,
  RuleThen,
  ToldEvent,
} from './known.js';
export type { KnownPlan } from './plans.js';
export { type Empty, notNeeded, packageGaps } from './lacks.js';
