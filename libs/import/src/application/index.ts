export { type ImportParts, type Circumstances, type KnownPeople } from './parts.js';
export {
  beginImport,
  importOf,
  readList,
  type ReadList,
  rehearseList,
  takeInList,
  type Watching,
} from './take-in.js';
export { beginTakeBack, takeBack } from './take-back.js';
export { type Counts, countsOf, type Verdict } from './verdict.js';
export { templateOf } from '../rows/columns.js';
export type { FactKind } from '../rows/facts.js';
