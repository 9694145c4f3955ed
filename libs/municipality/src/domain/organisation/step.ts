import { id } from '#event-sourcing/event';
import { type Step as AnyStep, stepsOf } from '#event-sourcing/step';
import type { Organisation } from './organisation.js';

/** In every event: whose organisation it is. */
export const about = { municipality: id() };
type About = typeof about;
/** What everybody may read is sealed all the same: a text may name somebody. */
export const own = { of: 'municipality', class: 'UNIT' } as const;

export type Step = AnyStep<Organisation, undefined, unknown, About>;
export const step = stepsOf<Organisation, undefined, unknown, About>();
