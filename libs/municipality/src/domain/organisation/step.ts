import { id } from '#event-sourcing/event';
import type { Standing } from '#event-sourcing/refusals';
import { type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { ActsOn, Delegated } from '#vocabulary';
import type { Organisation } from './organisation.js';

/** In every event: whose organisation it is. */
export const about = { municipality: id() };
type About = typeof about;
/** What everybody may read is sealed all the same: a text may name somebody. */
export const own = { of: 'municipality', class: 'UNIT' } as const;

/** What was done elsewhere on a delegation: by which role in what, on whose authority, and the day of it. */
export interface ActOnDelegation extends Standing, ActsOn, Delegated {
  readonly day: string;
}
/** What is asked elsewhere: of a revocation, what was done on the delegation. */
export type OrganisationAsked = { readonly acts: readonly ActOnDelegation[] } | undefined;

export type Step = AnyStep<Organisation, undefined, OrganisationAsked, About>;
export const step = stepsOf<Organisation, undefined, OrganisationAsked, About>();
