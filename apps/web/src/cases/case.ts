import type { Read } from '../api/read.js';

/** A case as its page shows it. */
export type Case = Read<'/v1/cases/{caseId}'>;
