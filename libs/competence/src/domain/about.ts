import { id } from '#event-sourcing/event';

/** In every event: whose unit it is of. */
export const about = { municipality: id() };
export type About = typeof about;
/** Texts about nobody in the register: sealed all the same, since one may name somebody. */
export const own = { of: 'municipality', class: 'UNIT' } as const;
