import type { Intent } from '#event-sourcing/decider';
import type { Annulling, Correcting } from '#event-sourcing/revise';
import type { Grant, Grants } from './basis.js';
import type { StepType } from './events.js';

/** What was asked elsewhere. */
interface Asked {
  readonly subjectId: string;
  /** The person's year of birth, if it is known. */
  readonly birthYear?: number | undefined;
  /** What the cases that are named say now. */
  readonly grants: Grants;
}
interface AskedOfNamed extends Asked {
  /** Whether everybody whom it names is registered in the municipality. */
  readonly partyIsKnown: boolean;
  /** What the profile says on that day, where a case is named for a member. */
  readonly groupPresupposesPlan?: boolean | undefined;
}

/** Records one more step. */
export type RecordStep = Intent<
  'RecordStep',
  AskedOfNamed & {
    readonly step: StepType;
    /** As `SaidOf` the step has it. */
    readonly said: Readonly<Record<string, unknown>>;
  }
>;

/** Asks whether anybody coordinates who should; sent when one has left. */
export type DetectCoordinatorGap = Intent<'DetectCoordinatorGap', Pick<Asked, 'subjectId' | 'birthYear'>>;
/** Asks whether what rests on a case's decision still has it; sent when either may have changed meanwhile. */
export type CheckBasis = Intent<
  'CheckBasis',
  { readonly subjectId: string; readonly caseId: string; readonly grant: Grant }
>;

/** Puts right values in place of wrong ones in one event. */
export type CorrectCoordinationEvent = Intent<'CorrectCoordinationEvent', AskedOfNamed & Correcting>;
/** Says that an event, a correction or an annulment should not have been recorded. */
export type AnnulCoordinationEvent = Intent<'AnnulCoordinationEvent', Asked & Annulling>;

export type CoordinationIntent =
  RecordStep | DetectCoordinatorGap | CheckBasis | CorrectCoordinationEvent | AnnulCoordinationEvent;
