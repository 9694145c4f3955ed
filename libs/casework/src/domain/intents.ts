import type { Intent } from '#event-sourcing/decider';
import type { Standing, UnknownCode } from '#event-sourcing/refusals';
import type { Annulling, Correcting } from '#event-sourcing/revise';
import type { Authority, ItemCode } from '#vocabulary';
import type { Profile } from './codes.js';
import type { CloseForDeath, ReopenForLife } from './death.js';
import type { KeepDeadlines } from './deadlines/intent.js';
import type { StepType } from './events.js';
import type { AtMeeting } from './step.js';

/** What a case needs to know of the person, as read from the person's own stream. */
export type Subject = 'KNOWN' | 'UNKNOWN' | 'DISPOSED';
/** A live step of another context that rests on this case: on a grant of the item that it needs, and not before the decision. */
export interface Resting extends Standing {
  readonly needs: ItemCode | 'ANYTHING';
  readonly begins: string;
}

/** What was asked elsewhere. */
interface Asked {
  readonly caseId: string;
  /** The person whose case it is. */
  readonly subject: Subject;
  /** Whether everybody whom it names is registered in the municipality. */
  readonly partyIsKnown: boolean;
  /** Those whom it names and who are close to the person, where that was asked. */
  readonly kin?: readonly string[] | undefined;
  /** The first list that lacks a code which it names. */
  readonly unknownCode?: UnknownCode | undefined;
  /** Undefined where no profile was adopted. */
  readonly profile: Profile | undefined;
  /** The meeting that it names; undefined where it names none. */
  readonly meeting?: AtMeeting | undefined;
  /** Where the step acts on delegated authority. */
  readonly authority?: Authority | undefined;
}

/** Records one more step. */
export type RecordStep = Intent<
  'RecordStep',
  Asked & {
    readonly subjectId: string;
    /** Who records it. */
    readonly actorId?: string | undefined;
    /** When the unit learned that the person is dead. */
    readonly deathToldOn?: string | undefined;
    /** Whether the case is said to be there already. */
    readonly joins: boolean;
    /** It opens the case by a message, which opens one alone: told again, nothing is recorded. */
    readonly isByMessage?: boolean;
    readonly step: StepType;
    /** As `SaidOf` the step has it. */
    readonly said: Readonly<Record<string, unknown>>;
  }
>;

interface Revising {
  /** Who corrects or annuls. */
  readonly actorId?: string | undefined;
  readonly restingElsewhere: readonly Resting[];
}

/** Puts right values in place of wrong ones in one event of the case. */
export type CorrectCaseEvent = Intent<'CorrectCaseEvent', Asked & Correcting & Revising>;
/** Says that an event, a correction or an annulment of the case should not have been recorded. */
export type AnnulCaseEvent = Intent<
  'AnnulCaseEvent',
  Pick<Asked, 'caseId' | 'subject'> & Annulling & Revising
>;

export type CaseIntent =
  RecordStep | CorrectCaseEvent | AnnulCaseEvent | CloseForDeath | ReopenForLife | KeepDeadlines;
