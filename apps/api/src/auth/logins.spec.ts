import 'reflect-metadata';
import { jest } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import { Clock } from '#apps/clock';
import { nameless } from '#municipality';
import type { ApiParts } from '../api-parts.js';
import type { ApiRequest } from './authenticate.js';
import type { KnownMergers } from './known-mergers.js';
import { Logins } from './logins.js';

const request = {
  login: {
    issuer: 'https://issuer.example',
    subject: 'testine',
    name: 'Testine Prøvesen',
    roles: [],
    units: ['KE'],
    only: {},
  },
  role: 'CASEWORKER',
  id: 'request-1',
} as unknown as ApiRequest;
const day = { at: '2026-03-02T08:00:00.000Z', today: '2026-03-02' };

function logins() {
  const execute = jest.fn(async (_command: unknown) => {});
  const parties = { partyIdOf: async () => 'party-1' };
  /** No unit is in the register: the usual codes are known all the same. */
  const look = async () => ({ state: { status: 'absent' }, basis: [] });
  const parts = { vault: { parties }, runner: { look } };
  const mergers = {} as KnownMergers;
  const it = new Logins(
    { execute } as unknown as CommandBus,
    parts as unknown as ApiParts,
    new Clock(),
    mergers,
  );
  return { execute, registered: (by = request) => it.registered(by, '1576', day) };
}

describe('a login', () => {
  it('is registered before its first command, and not again', async () => {
    const { execute, registered } = logins();
    expect(await Promise.all([registered(), registered()])).toEqual(['party-1', 'party-1']);
    expect(await registered()).toBe('party-1');
    expect(execute.mock.calls).toEqual([
      [
        expect.objectContaining({
          data: { partyId: 'party-1', kind: 'STAFF', name: 'Testine Prøvesen', isOwn: true, unit: 'KE' },
        }),
      ],
    ]);
  });

  it.each([undefined, '', 'Testine\u202e'])('with the name %j is registered without one', async (name) => {
    const { execute, registered } = logins();
    const { name: _, ...rest } = request.login;
    const login = { ...rest, ...(name !== undefined && { name }) };
    await registered({ ...request, login } as ApiRequest);
    expect(execute).toHaveBeenCalledWith(
      expect.objectContaining({ data: expect.objectContaining({ name: nameless }) }),
    );
  });

  it('whose registration failed goes no further, and is registered with its next command', async () => {
    const { execute, registered } = logins();
    execute.mockRejectedValueOnce(new Error('The log is away'));
    const outcomes = await Promise.allSettled([registered(), registered()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(execute).toHaveBeenCalledTimes(1);
    expect(await registered()).toBe('party-1');
    expect(execute).toHaveBeenCalledTimes(2);
  });
});
