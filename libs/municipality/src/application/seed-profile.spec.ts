import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codecOf, type CommandContext, CommandRunner } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { plainSealing } from '#event-sourcing/testing/plain-sealing';
import { municipalityEvents, partyEvents, partyOf, profileOf, type TermKind, wordsFor } from '../index.js';
import { adoptProfile } from './adopt-profile.js';
import { RegisterPartyHandler, RegisterPartyCommand } from './register-party.js';
import { readProfile, seedProfile, shippedProfile, shippedProfiles } from './seed-profile.js';

const codec = codecOf([municipalityEvents, partyEvents]);
const newRunner = () => new CommandRunner(new MemoryEventStore(), codec, plainSealing);
const contextOf = (municipality: string, commandId = 'seed'): CommandContext => ({
  commandId,
  correlationId: commandId,
  municipality,
  actor: { partyId: 'samspor', role: 'SYSTEM' },
  at: '2026-03-02T09:00:00.000Z',
  today: '2026-03-02',
});

describe.each(shippedProfiles)('the profile of %s', (name) => {
  it('is adopted as it stands, and only once', async () => {
    const runner = newRunner();
    const { municipality, settings } = await readProfile(shippedProfile(name));
    const first = await seedProfile(runner, municipality, shippedProfile(name), contextOf(municipality));
    const again = await seedProfile(
      runner,
      municipality,
      shippedProfile(name),
      contextOf(municipality, 'again'),
    );

    expect([first.profileVersion, again.profileVersion, again.receipt.events]).toEqual([1, undefined, []]);
    const { name: _, units = [], roles = [], ...readable } = settings;
    const { profile, basis } = await profileOf(runner, municipality);
    expect(profile).toMatchObject({ ...readable, adoptedOn: '2026-03-02' });
    const codes = (own: readonly { readonly code: string }[] = []) => own.map(({ code }) => code);
    expect([codes(profile?.units), codes(profile?.roles)]).toEqual([codes(units), codes(roles)]);
    expect(units.length * roles.length).toBeGreaterThan(0);
    expect(basis).toEqual([{ stream: `municipality-${municipality}.profile`, revision: 0 }]);
  });

  it('names words that exist in bokmål and nynorsk', async () => {
    const { settings } = await readProfile(shippedProfile(name));
    const codes: Record<TermKind, string> = {
      unit: settings.unitTerm,
      coordinator: settings.coordinatorTerm,
      group: settings.groupTerm,
      meeting: settings.meetingTerm,
    };
    for (const [kind, code] of Object.entries(codes)) {
      expect(wordsFor(kind as TermKind, code)).toEqual({ nb: expect.any(String), nn: expect.any(String) });
    }
  });
});

describe('the shipped profiles', () => {
  it('differ where the municipalities do', async () => {
    const profiles = await Promise.all(shippedProfiles.map((name) => readProfile(shippedProfile(name))));
    const of = Object.fromEntries(
      shippedProfiles.map((name, index) => [name, profiles[index]?.settings] as const),
    );
    expect(of['aure']).toMatchObject({ deciderBody: 'KE_MEETING', keMeetingMaxMonths: 6 });
    expect(of['aure']?.items).toContain('GROUP');
    expect(of['hamar']).toMatchObject({ groupPresupposesPlan: true, leaderConcurrence: true });
    expect(of['alesund']).toMatchObject({ coordinatorWithoutPlan: 'STATED', deciderBody: 'KE' });
    expect(of['stranda']).toMatchObject({ language: 'NN', deciderBody: 'BOARD', ownUnitRoute: true });
    expect(of['folldal']).toMatchObject({ items: ['INDIVIDUAL_PLAN'], deciderBody: 'TEAM' });
    expect(new Set(profiles.map(({ municipality }) => municipality)).size).toBe(5);
  });

  it('have only words that are there: none for an unknown code', () => {
    expect(wordsFor('unit', 'NO_SUCH_WORD')).toBeUndefined();
    expect(wordsFor('unit', 'toString')).toBeUndefined();
  });
});

describe('a profile that is not shipped', () => {
  it('is taken from any file, and refused when it is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'profile-'));
    try {
      const { settings } = await readProfile(shippedProfile('aure'));
      const good = join(folder, 'good.json');
      await writeFile(good, JSON.stringify({ municipality: '9999', asOf: '2026-01-01', settings }));
      const runner = newRunner();
      expect(await seedProfile(runner, '9999', good, contextOf('9999'))).toMatchObject({ profileVersion: 1 });

      for (const [index, text] of ['{', '[]', '{"settings": 1}'].entries()) {
        const bad = join(folder, `bad-${index}.json`);
        await writeFile(bad, text);
        await expect(readProfile(bad)).rejects.toThrow(`${bad} is no profile`);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('E9 is refused with each fault and its place', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'profile-'));
    try {
      const { settings } = await readProfile(shippedProfile('aure'));
      const { items: _, ...others } = settings;
      const faultsOf = async (file: object) => {
        const bad = join(folder, 'bad.json');
        await writeFile(bad, JSON.stringify({ municipality: '9999', asOf: '2026-01-01', ...file }));
        return readProfile(bad).then(
          () => 'none',
          ({ message }: Error) => message.replace(`${bad} is no profile: `, ''),
        );
      };
      expect(await faultsOf({ settings: others })).toBe('settings lacks items.');
      expect(await faultsOf({ settings: { ...settings, items: ['HOUSE'], language: 'EN' } })).toBe(
        'settings.language is none of the declared codes; settings.items.0 is none of the declared codes.',
      );
      expect(await faultsOf({ settings: { ...settings, mayor: 'X' } })).toBe(
        'settings holds a field that is not declared.',
      );
      expect(await faultsOf({ settings: { ...settings, profileVersion: 7 } })).toBe(
        'settings.profileVersion is no setting.',
      );
      expect(await faultsOf({ settings, asOf: '2026-02-30' })).toBe('asOf is no day of the calendar.');
      expect(await faultsOf({ settings, municipality: 'no such key' })).toBe(
        'municipality does not have the declared form.',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is refused, naming the path, when a setting is unknown or missing', async () => {
    const { settings } = await readProfile(shippedProfile('aure'));
    const { deciderBody: _, ...without } = settings;
    const adopting = (changed: object) =>
      adoptProfile(newRunner(), changed as typeof settings, contextOf('1576'));
    await expect(adopting(without)).rejects.toThrow('lacks deciderBody');
    await expect(adopting({ ...settings, mayor: 'X' })).rejects.toThrow('cannot be recorded');
  });
});

describe('a tenant without a profile or party', () => {
  it('has neither', async () => {
    const runner = newRunner();
    expect(await profileOf(runner, '9999')).toEqual({
      profile: undefined,
      basis: [{ stream: 'municipality-9999.profile', revision: -1 }],
    });
    expect(await partyOf(runner, '9999', 'party-1')).toMatchObject({ exists: false });
  });
});

describe('registering a party', () => {
  it('makes an id that a repeat gives again, and one event', async () => {
    const runner = newRunner();
    const handler = new RegisterPartyHandler(runner);
    const command = new RegisterPartyCommand(
      { kind: 'STAFF', name: 'Prøve Ansatt', unit: 'HOME_CARE' },
      contextOf('1576', 'register'),
    );
    const first = await handler.execute(command);
    const again = await handler.execute(command);
    expect(again).toMatchObject({ partyId: first.partyId, receipt: { repeated: true, revision: 0n } });
    expect(await partyOf(runner, '1576', first.partyId)).toMatchObject({
      exists: true,
      party: { kind: 'STAFF', unit: 'HOME_CARE' },
    });
  });

  it('takes the id that a login was given', async () => {
    const runner = newRunner();
    const { partyId } = await new RegisterPartyHandler(runner).execute(
      new RegisterPartyCommand(
        { partyId: 'party-7', kind: 'STAFF', name: 'Prøve Ansatt' },
        contextOf('1576', 'register'),
      ),
    );
    expect(partyId).toBe('party-7');
  });
});
