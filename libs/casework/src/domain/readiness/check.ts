import type { Day } from '#deadlines';
import type { ItemCode } from '#vocabulary';
import type { Criterion } from '../codes.js';
import type { StepType } from '../events.js';
import type { GapCode, GapCondition, Mender } from './codes.js';
import type { CaseFile, Stage } from './file.js';

/** Something that is missed. */
export interface Missing {
  /** The first day on which it is; absent where it is to come with the decision. */
  readonly from?: Day | undefined;
  /** Only where this is so, outside the case. */
  readonly where?: GapCondition;
  /** What it is about: items or conditions. */
  readonly about?: readonly (ItemCode | Criterion)[];
  /** Who has to do with it. */
  readonly of?: readonly string[];
}

/** How a gap is mended: what is recorded, and by whom. */
export interface Mend {
  readonly step: StepType | 'DocumentFiled';
  readonly by: Mender;
}

/** In bokmål and nynorsk; `{day}` is the first day on which it is missed. */
export type Sentence = readonly [nb: string, nn: string];

/** One thing that is asked of a case. */
export interface Check {
  readonly code: GapCode;
  /** The section that asks for it. */
  readonly legalBasis: string;
  /** How it is said once it is missed. */
  readonly sentence: Sentence;
  /** How it is said before: what is to come, or by when. */
  readonly toCome: Sentence;
  readonly mend: Mend | ((file: CaseFile) => Mend);
  find(this: void, file: CaseFile, stage: Stage): Missing | undefined;
}
