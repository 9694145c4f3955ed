export { type GapCode, gapCodes, type GapCondition, gapConditions, type Mender, menders } from './codes.js';
export type { Mend } from './check.js';
export type { CaseFile } from './file.js';
export { fileIn } from './file-in.js';
export { conditionsByProfile } from './route.js';
export { basisOf, type Gap, gapSentences, gapsOf, standingGaps } from './gaps.js';
