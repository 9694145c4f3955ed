import 'reflect-metadata';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Roles, RolesGuard } from './roles.guard.js';

@Roles('CASEWORKER', 'LEADER')
class ForTwo {
  all() {}
  @Roles('AUDITOR')
  audited() {}
}
class ForNobody {
  all() {}
}

const guard = new RolesGuard(new Reflector());
const asked = (
  route: { readonly prototype: object },
  handler: string,
  login?: { readonly roles?: readonly string[]; readonly only?: Readonly<Record<string, readonly string[]>> },
) => {
  const only = Object.fromEntries(
    Object.entries(login?.only ?? {}).map(([tenant, roles]) => [tenant, { roles, units: [] }]),
  );
  const request = {
    ...(login && {
      login: { roles: login.roles ?? [], units: [], only },
      tenants: login.only ? Object.keys(only) : ['1576'],
    }),
  };
  const context = {
    getClass: () => route,
    getHandler: () => (route.prototype as Readonly<Record<string, unknown>>)[handler],
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
  return { request, pass: () => guard.canActivate(context) };
};

describe('the guard of the roles', () => {
  it('lets pass who has one of them, and notes those that the route is for, in the order of the route', () => {
    const { pass, request } = asked(ForTwo, 'all', {
      roles: ['AUDITOR', 'LEADER', 'CASEWORKER'],
    });
    expect(pass()).toBe(true);
    expect(request).toMatchObject({ role: 'CASEWORKER', roles: ['CASEWORKER', 'LEADER'] });
  });

  it('goes by the roles of the municipality, and asks which one where they differ (U8)', () => {
    const alike = asked(ForTwo, 'all', { only: { '1576': ['LEADER'], '1577': ['LEADER', 'ADMIN'] } });
    expect(alike.pass()).toBe(true);
    expect(alike.request).toMatchObject({ roles: ['LEADER'] });
    const apart = { only: { '1576': ['LEADER'], '1577': ['AUDITOR'] } };
    expect(asked(ForTwo, 'all', apart).pass).toThrow('Name one with the header');
    expect(asked(ForTwo, 'all', { only: { '1576': ['ADMIN'], '1577': ['ADMIN'] } }).pass).toThrow(
      'This takes the role',
    );
  });

  it('goes by the route rather than by its controller', () => {
    const leader = asked(ForTwo, 'audited', { roles: ['LEADER'] });
    expect(leader.pass).toThrow('This takes the role AUDITOR');
    expect(asked(ForTwo, 'audited', { roles: ['AUDITOR'] }).pass()).toBe(true);
  });

  it('lets nobody onto a route behind a token that names no roles', () => {
    expect(asked(ForNobody, 'all', { roles: ['CASEWORKER'] }).pass()).toBe(false);
    expect(asked(ForNobody, 'all').pass()).toBe(true);
  });
});
