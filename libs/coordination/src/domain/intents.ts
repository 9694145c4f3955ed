import type { Intent } from '#event-sourcing/decider';
import type { UnknownCode } from '#event-sourcing/refusals';
import type { Annulling, Correcting } from '#event-sourcing/revise';
import type { Grant } from './basis.js';
import type { ComeOfAge } from './coming-of-age.js';
import type { EndForDeath, TakeEndsBack } from './death.js';
import type { StepType } from './events.js';
import type { Asked as AskedOnADay } from './step.js';

/** What was asked elsewhere; the day is the intent's own. */
type Asked = Omit<AskedOnADay, 'today'>;
interface AskedOfNamed extends Asked {
  /** Whether everybody whom it names is registered in the municipality. */
  readonly partyIsKnown: boolean;
  /** The first list that lacks a code which it names. */
  readonly unknownCode?: UnknownCode | undefined;
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
export type AnnulCoordinationEvent = Intent<
  'AnnulCoordinationEvent',
  Pick<Asked, 'subjectId' | 'grants' | 'birthYear' | 'deathToldOn'> & Annulling
>;

/** One step of what an earlier register has. `startedOn`: of the plan that it ends, where the plan has no id yet. */
export interface EarlierStep {
  readonly step: StepType;
  readonly said: Readonly<Record<string, unknown>>;
  readonly startedOn?: string | undefined;
}
/** Records what an earlier register has of a person, oldest first. */
export type TakeInEarlier = Intent<
  'TakeInEarlier',
  AskedOfNamed & { readonly steps: readonly EarlierStep[] }
>;
/** Takes it back with the import that it came in by. */
export type TakeBackEarlier = Intent<
  'TakeBackEarlier',
  Pick<Asked, 'subjectId' | 'grants' | 'birthYear' | 'deathToldOn'> & {
    readonly eventIds: readonly string[];
    readonly reason: string;
  }
>;

export type CoordinationIntent =
  | TakeInEarlier
  | TakeBackEarlier
  | RecordStep
  | DetectCoordinatorGap
  | CheckBasis
  | EndForDeath
  | TakeEndsBack
  | ComeOfAge
  | CorrectCoordinationEvent
  | AnnulCoordinationEvent;
