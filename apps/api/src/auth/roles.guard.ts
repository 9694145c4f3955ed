import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { Role } from '#personal-data';
import { Problem } from '../problems/problem.js';
import type { Opening } from '../access-log/opened.js';
import { AccessNotes } from '../access-log/access-notes.js';
import type { ApiRequest } from './authenticate.js';
import { standingIn } from './login.js';
import { needsOne } from './logins.js';

const allowed = 'samspor:roles';
/** What a route says that it opens about persons. */
export const opening = 'samspor:opens';

/** Who may call this; every route under /v1 says so. */
export const Roles = (...roles: readonly Role[]) =>
  applyDecorators(SetMetadata(allowed, roles), ApiBearerAuth());

/** Who may call this one, where the routes beside it are for others. */
export const RolesHere = (...roles: readonly Role[]) => SetMetadata(allowed, roles);

/**
 * Lets pass who has one of the route's roles, and notes which: it becomes the actor's role in what is recorded. Whom a reading is refused stands in the access log. Whose roles differ between the
 * municipalities of a request says which it is about.
 */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly notes: AccessNotes,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const said = <T>(what: string) =>
      this.reflector.getAllAndOverride<T | undefined>(what, [context.getHandler(), context.getClass()]);
    const roles = said<readonly Role[]>(allowed);
    const opens = said<Opening>(opening);
    const request = context.switchToHttp().getRequest<ApiRequest>();
    // A route without roles has no login either: it lies outside /v1.
    if (roles === undefined) return request.login === undefined;
    const heldIn = request.tenants.map((tenant) => {
      const standing = standingIn(request.login, tenant);
      return roles.filter((one) => standing.roles.includes(one));
    });
    const held = heldIn.find((some) => some.length > 0) ?? [];
    const [role] = held;
    if (role === undefined) {
      if (opens !== undefined) await this.notes.refused(request, opens);
      const or = (word: string) => roles.join(` ${word} `);
      const named = { en: or('or'), nb: or('eller'), nn: or('eller') };
      throw new Problem('forbidden.role', { values: { roles: named } });
    }
    if (heldIn.some((some) => some.join() !== held.join())) throw needsOne();
    Object.assign(request, { role, roles: held, opens } satisfies Pick<
      ApiRequest,
      'role' | 'roles' | 'opens'
    >);
    return true;
  }
}
