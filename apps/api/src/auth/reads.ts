import { type ReadModel, rolesThatRead } from '#projections/access';
import { Roles, RolesHere } from './roles.guard.js';

/** Who may ask for this: whom the table of access names for it. */
export const Reads = (what: ReadModel) => Roles(...rolesThatRead(what));

/** Who may ask for this one, where the routes beside it are for others. */
export const ReadsHere = (what: ReadModel) => RolesHere(...rolesThatRead(what));
