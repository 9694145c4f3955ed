import { id } from '#event-sourcing/event';
import { type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { CrisisPlan } from './crisis-plan.js';

/** In every event: whose it is. */
export const about = { subjectId: id() };
export type About = typeof about;
/** Whose the texts are: under keys of their own, apart from the rest of the person's coordination. */
export const of = { of: 'subjectId', class: 'CRISIS_PLAN' } as const;

/** A consent to share that holds: with these recipients and in these sections where any are named. */
export interface ShareConsent {
  readonly consentId: string;
  readonly recipientIds?: readonly string[] | null | undefined;
  readonly sections?: readonly string[] | null | undefined;
  readonly validUntil?: string | null | undefined;
}

/** What was asked of the person's coordination on the day of the step. */
export interface Asked {
  /** Who coordinates then, standing in or not. */
  readonly coordinatorIds: readonly string[];
  /** Whether a consent to a coordinator holds then. */
  readonly mayCoordinate: boolean;
  /** The consents to share that hold today. */
  readonly shares: readonly ShareConsent[];
  /** When the unit learned that the person is dead. */
  readonly deathToldOn?: string | undefined;
}

export type Step = AnyStep<CrisisPlan, undefined, Asked, About>;
export const step = stepsOf<CrisisPlan, undefined, Asked, About>();
