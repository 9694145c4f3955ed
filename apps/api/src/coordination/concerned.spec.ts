import { codec } from '#apps/codec';
import { CommandRunner } from '#event-sourcing';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import type { Role } from '#personal-data';
import { Log } from '../../../../projections/log.testing.js';
import { isConcerned } from './concerned.js';

/** A member of staff who was registered three times, merged twice over, and leads a unit and coordinates by the first registration. */
async function registeredThrice() {
  const log = new Log();
  const mergers = [];
  for (const partyId of ['first', 'second', 'third', 'another']) {
    await log.inParty(partyId, {
      type: 'PartyRegistered',
      data: { partyId, kind: 'STAFF', name: 'Testa Dobbel' },
    });
  }
  for (const [partyId, survivorId] of [
    ['first', 'second'],
    ['second', 'third'],
  ] as const) {
    const [merged] = await log.inParty(partyId, {
      type: 'PartyMergedInto',
      data: { partyId, survivorId, mergedOn: '2026-02-10' },
    });
    mergers.push(merged);
  }
  const about = { municipality: '1576', unit: 'SCHOOL' };
  await log.inUnit(
    'SCHOOL',
    {
      type: 'UnitEstablished',
      data: { ...about, nb: 'skolen', nn: 'skulen', establishedOn: '2026-01-01' },
    },
    { type: 'UnitLeaderNamed', data: { ...about, leaderId: 'first', leadsFrom: '2026-01-10' } },
  );
  const runner = new CommandRunner(log.store, codec, plainSealing);
  const login = {
    issuer: 'i',
    subject: 's',
    name: undefined,
    tenants: ['1576'],
    roles: [],
    units: [],
    only: {},
  };
  return {
    log,
    mergers,
    isConcerned: (partyId: string, role: Role) =>
      isConcerned(
        runner,
        { login, roles: [role] },
        { municipality: '1576', actor: { partyId, role }, today: '2026-03-02' },
        [{ coordinatorId: 'first', unit: 'SCHOOL' }],
      ),
  };
}

describe('who is concerned with a coordinator', () => {
  it.each(['COORDINATOR', 'UNIT_LEADER'] as const)(
    'is the %s under whichever registration, and nobody else',
    async (role) => {
      const { isConcerned: ask, log, mergers } = await registeredThrice();
      expect(await Promise.all(['first', 'third', 'another'].map((id) => ask(id, role)))).toEqual([
        true,
        true,
        false,
      ]);
      const [, last] = mergers;
      if (!last) throw new Error('a merger was recorded');
      await log.annul(last);
      expect(await ask('third', role)).toBe(false);
    },
  );
});
