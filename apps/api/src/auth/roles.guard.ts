import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { Role } from '#personal-data';
import { Problem } from '../problems/problem.js';
import type { ApiRequest } from './authenticate.js';
import { standingIn } from './login.js';
import { needsOne } from './logins.js';

const allowed = 'samspor:roles';

/** Who may call this; every route under /v1 says so. */
export const Roles = (...roles: readonly Role[]) =>
  applyDecorators(SetMetadata(allowed, roles), ApiBearerAuth());

/** Who may call this one, where the routes beside it are for others. */
export const RolesHere = (...roles: readonly Role[]) => SetMetadata(allowed, roles);

/**
 * Lets pass who has one of the route's roles, and notes which: it becomes the actor's role in what is recorded. Whose roles differ between the
 * municipalities of a request says which it is about.
 */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const roles = this.reflector.getAllAndOverride<readonly Role[] | undefined>(allowed, [
      context.getHandler(),
      context.getClass(),
    ]);
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
      const or = (word: string) => roles.join(` ${word} `);
      const named = { en: or('or'), nb: or('eller'), nn: or('eller') };
      throw new Problem('forbidden.role', { values: { roles: named } });
    }
    if (heldIn.some((some) => some.join() !== held.join())) throw needsOne();
    Object.assign(request, { role, roles: held } satisfies Pick<ApiRequest, 'role' | 'roles'>);
    return true;
  }
}
