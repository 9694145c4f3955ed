import { type ReadModel, rolesThatRead } from '#projections/access';
import { Roles } from './roles.guard.js';

/** Who may ask for this: whom the table of access names for it. */
export const Reads = (what: ReadModel) => Roles(...rolesThatRead(what));
