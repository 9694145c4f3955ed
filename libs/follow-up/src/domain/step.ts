import { id } from '#event-sourcing/event';
import { type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { FollowUp } from './follow-up.js';

/** In every event: whom it is about. */
export const about = { subjectId: id() };
export type About = typeof about;
/** Whose the texts are. */
export const of = { of: 'subjectId', class: 'COORDINATION' } as const;

/** What was asked of the person's coordination on the day of the step. */
export interface Asked {
  /** Who coordinates then, standing in or not. */
  readonly coordinatorIds: readonly string[];
  /** Whether a consent to a coordinator, and one to sharing with others, holds then. */
  readonly mayCoordinate: boolean;
  readonly mayShare: boolean;
  /** When the unit learned that the person is dead. */
  readonly deathToldOn?: string | undefined;
  /** The person's, if it is known. */
  readonly birthYear?: number | undefined;
}

export type Step = AnyStep<FollowUp, undefined, Asked, About>;
export const step = stepsOf<FollowUp, undefined, Asked, About>();
