import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type ReadModel, rolesThatRead } from '#projections/access';
import type { Opening } from '../access-log/opened.js';
import { opening, Roles, RolesHere } from './roles.guard.js';

/**
 * What is opened about persons by a route that no line of the table of access lets in, or nothing and why. Every reading goes into the access log by
 * it, and none is answered without it.
 */
export const Opens = (what: Opening) =>
  applyDecorators(
    SetMetadata(opening, what),
    ApiExtension('x-samspor-opens', typeof what === 'string' ? what : what.nobody),
  );

/** Who may ask for this: whom the table of access names for it. */
export const Reads = (what: ReadModel) => applyDecorators(Roles(...rolesThatRead(what)), Opens(what));

/** Who may ask for this one, where the routes beside it are for others. */
export const ReadsHere = (what: ReadModel) => applyDecorators(RolesHere(...rolesThatRead(what)), Opens(what));
