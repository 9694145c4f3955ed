import { id } from '#event-sourcing/event';
import { type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { Document } from './document.js';

/** In every event: whose the document is, a person or, where it is about no one person, the record that it is filed on. */
export const about = { ownerId: id() };
type About = typeof about;
export const own = { of: 'ownerId', class: 'DOCUMENT' } as const;

/** What was asked elsewhere of the record that a step names. */
export interface Asked {
  /** Whose that record is; undefined where there is none, or nothing was asked. */
  readonly ownerOfRecord?: string | undefined;
  /** Whose the document is. */
  readonly ownerId?: string;
}

export type Step = AnyStep<Document, undefined, Asked, About>;
export const step = stepsOf<Document, undefined, Asked, About>();
