import 'reflect-metadata';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AccessNotes } from '../access-log/access-notes.js';
import { Opens } from './reads.js';
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

@Roles('CASEWORKER')
@Opens('person')
class Opening {
  all() {}
}

const noted: unknown[] = [];
const notes = {
  refused: async (_: unknown, opens: unknown) => void noted.push(opens),
} as unknown as AccessNotes;
const guard = new RolesGuard(new Reflector(), notes);
beforeEach(() => noted.splice(0));
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
  it('lets pass who has one of them, and notes those that the route is for, in the order of the route', async () => {
    const { pass, request } = asked(ForTwo, 'all', {
      roles: ['AUDITOR', 'LEADER', 'CASEWORKER'],
    });
    expect(await pass()).toBe(true);
    expect(request).toMatchObject({ role: 'CASEWORKER', roles: ['CASEWORKER', 'LEADER'] });
  });

  it('goes by the roles of the municipality, and asks which one where they differ (U8)', async () => {
    const alike = asked(ForTwo, 'all', { only: { '1576': ['LEADER'], '1577': ['LEADER', 'ADMIN'] } });
    expect(await alike.pass()).toBe(true);
    expect(alike.request).toMatchObject({ roles: ['LEADER'] });
    const apart = { only: { '1576': ['LEADER'], '1577': ['AUDITOR'] } };
    await expect(asked(ForTwo, 'all', apart).pass()).rejects.toThrow('Name one with the header');
    const neither = { only: { '1576': ['ADMIN'], '1577': ['ADMIN'] } };
    await expect(asked(ForTwo, 'all', neither).pass()).rejects.toThrow('This takes the role');
  });

  it('goes by the route rather than by its controller', async () => {
    const leader = asked(ForTwo, 'audited', { roles: ['LEADER'] });
    await expect(leader.pass()).rejects.toThrow('This takes the role AUDITOR');
    expect(await asked(ForTwo, 'audited', { roles: ['AUDITOR'] }).pass()).toBe(true);
  });

  it('lets nobody onto a route behind a token that names no roles', async () => {
    expect(await asked(ForNobody, 'all', { roles: ['CASEWORKER'] }).pass()).toBe(false);
    expect(await asked(ForNobody, 'all').pass()).toBe(true);
  });

  it('notes whom it refuses what opens something about persons, before it does', async () => {
    await expect(asked(Opening, 'all', { roles: ['ADMIN'] }).pass()).rejects.toThrow('This takes the role');
    expect(noted).toEqual(['person']);
    const allowed = asked(Opening, 'all', { roles: ['CASEWORKER'] });
    await allowed.pass();
    expect(allowed.request).toMatchObject({ opens: 'person' });
    expect(noted).toEqual(['person']);
  });
});
