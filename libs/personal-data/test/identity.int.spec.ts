import { KeyReused, TooMuchContention } from '#event-sourcing';
import { ClaimConflict, IdentityClaims, LoginBound, type Vault } from '#personal-data';
import { createPool, roles } from '#postgres';
import { Exclusive } from '../src/exclusive.js';
import { Lookups } from '../src/lookups.js';
import { createVaultFixture, type VaultFixture } from './vault.testing.js';

let fixture: VaultFixture;
let vault: Vault;
beforeAll(async () => {
  fixture = await createVaultFixture();
  vault = await fixture.open();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.pool.query('delete from vault.identity_claims'));

const number = '15507600333';
const other = '17912099997';
const claim = (subjectId: string, more: Partial<Parameters<Vault['identityClaims']['claim']>[0]> = {}) =>
  vault.identityClaims.claim({
    tenant: '1576',
    identityNumber: number,
    subjectId,
    commandId: `command-of-${subjectId}`,
    ...more,
  });

describe('a claim of an identity number', () => {
  it('fixes the person', async () => {
    expect(await claim('one', { bodyMac: 'mac' })).toEqual({
      subjectId: 'one',
      commandId: 'command-of-one',
      bodyMac: 'mac',
      isNew: true,
    });
    expect(await claim('two')).toEqual({
      subjectId: 'one',
      commandId: 'command-of-one',
      bodyMac: 'mac',
      isNew: false,
    });
    expect(await vault.identityClaims.find({ tenant: '1576', identityNumber: number })).toEqual({
      subjectId: 'one',
      commandId: 'command-of-one',
      bodyMac: 'mac',
    });
  });

  it('makes one person of 64 at once, in two processes', async () => {
    const second = await fixture.open();
    const claims = await Promise.all(
      Array.from({ length: 64 }, (_, n) =>
        (n % 2 ? vault : second).identityClaims.claim({
          tenant: '1576',
          identityNumber: number,
          subjectId: `subject-${n}`,
          commandId: `command-${n}`,
        }),
      ),
    );
    expect(new Set(claims.map(({ subjectId }) => subjectId)).size).toBe(1);
    expect(claims.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('holds in its own tenant', async () => {
    await claim('one');
    expect(await claim('two', { tenant: '5001' })).toMatchObject({ subjectId: 'two', isNew: true });
    expect(await vault.identityClaims.find({ tenant: '0301', identityNumber: number })).toBeUndefined();
  });

  it('is answered again to the same command, and refused with another number or another body', async () => {
    await claim('one', { bodyMac: 'mac' });
    expect(await claim('one', { bodyMac: 'mac' })).toMatchObject({ subjectId: 'one', isNew: false });
    await expect(claim('one', { bodyMac: 'other' })).rejects.toThrow(ClaimConflict);
    await expect(claim('one', { identityNumber: other })).rejects.toThrow(ClaimConflict);
    expect(await vault.identityClaims.find({ tenant: '1576', identityNumber: other })).toBeUndefined();
  });

  it('is refused with another number also when that is known already', async () => {
    await claim('one');
    await claim('two', { identityNumber: other });
    await expect(claim('one', { identityNumber: other })).rejects.toThrow(ClaimConflict);
  });

  it('of a further number may belong to the same person', async () => {
    await claim('one');
    expect(await claim('one', { identityNumber: other, commandId: 'linking' })).toMatchObject({
      isNew: true,
    });
  });

  it('can be released by its person alone, and is free then', async () => {
    await claim('one');
    await vault.identityClaims.release({ tenant: '1576', identityNumber: number, subjectId: 'two' });
    expect(await claim('two')).toMatchObject({ subjectId: 'one' });
    await vault.identityClaims.release({ tenant: '1576', identityNumber: number, subjectId: 'one' });
    expect(await claim('two')).toMatchObject({ subjectId: 'two', isNew: true });
  });

  it('goes with the disposal of who the person is, and of nothing less', async () => {
    await claim('one');
    const disposal = { tenant: '1576', owner: 'one', disposalEventId: 'd' };
    await vault.disposals.destroy({ ...disposal, classes: ['CASE'] });
    expect(await vault.identityClaims.find({ tenant: '1576', identityNumber: number })).toBeDefined();
    await vault.disposals.destroy({ ...disposal, classes: ['PERSON'] });
    expect(await vault.identityClaims.find({ tenant: '1576', identityNumber: number })).toBeUndefined();
  });

  it('takes 11 digits and repeats none of them in its refusal', async () => {
    const refusal = await claim('one', { identityNumber: '155076 00333' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RangeError);
    expect(String(refusal)).not.toContain('155076');
  });
});

describe('a number that is in hand', () => {
  const question = (identityNumber: string) => ({ tenant: '1576', identityNumber });
  /** Takes the number in hand until `end` is called. */
  async function inHand(claims: IdentityClaims) {
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    let held: Promise<void> | undefined;
    await new Promise<void>((begun) => {
      held = claims.exclusively(question(number), () => (begun(), ended));
    });
    return { held, end };
  }

  it('holds up nobody who asks for another, however many wait for it', async () => {
    const { held, end } = await inHand(vault.identityClaims);
    let done = 0;
    const waiting = Array.from({ length: 20 }, () =>
      vault.identityClaims.exclusively(question(number), () => Promise.resolve((done += 1))),
    );
    const through = await vault.identityClaims.exclusively(question(other), () => Promise.resolve('through'));
    expect([through, done]).toEqual(['through', 0]);
    end();
    await Promise.all([held, ...waiting]);
    expect(done).toBe(20);
  });

  it('is waited for also by another process', async () => {
    const second = await fixture.open();
    const { held, end } = await inHand(vault.identityClaims);
    let isDone = false;
    const waiting = second.identityClaims.exclusively(question(number), () =>
      Promise.resolve((isDone = true)),
    );
    await second.identityClaims.exclusively(question(other), () => Promise.resolve());
    expect(isDone).toBe(false);
    end();
    await Promise.all([held, waiting]);
    expect(isDone).toBe(true);
  });

  it('leaves one who gets no connection in time to try again, as any contention does', async () => {
    const lockPool = createPool({
      connectionString: fixture.database.vaultUrl,
      role: roles.vault,
      applicationName: 'samspor test',
      max: 1,
    });
    const claims = new IdentityClaims(fixture.pool, new Lookups(Buffer.alloc(32)), new Exclusive(lockPool));
    const taken = await lockPool.connect();
    // Only now, since the first connection of all is opened at whatever pace the machine has.
    lockPool.options.connectionTimeoutMillis = 200;
    const refusal = claims.exclusively(question(number), () => Promise.resolve());
    await expect(refusal).rejects.toThrow(TooMuchContention);
    lockPool.options.connectionTimeoutMillis = 0;
    taken.release();
    const broken = new Error('timeout exceeded when trying to connect');
    await expect(claims.exclusively(question(number), () => Promise.reject(broken))).rejects.toBe(broken);
    await lockPool.end();
  });
});

describe("a login's party", () => {
  const login = { tenant: '1576', issuer: 'https://login.example', subject: 'testulf' };

  it('is minted once, for all who ask at once, and says nothing of the login', async () => {
    const first = { ...login, subject: 'first' };
    expect(await vault.parties.known(first)).toBeUndefined();
    const second = await fixture.open();
    const ids = await Promise.all(
      Array.from({ length: 32 }, (_, n) => (n % 2 ? vault : second).parties.partyIdOf(first)),
    );
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await vault.parties.known(first)).toBe(ids[0]);
  });

  it('is another for another issuer, subject or tenant', async () => {
    const ids = await Promise.all([
      vault.parties.partyIdOf(login),
      vault.parties.partyIdOf({ ...login, issuer: 'https://other.example' }),
      vault.parties.partyIdOf({ ...login, subject: 'testine' }),
      vault.parties.partyIdOf({ ...login, tenant: '5001' }),
    ]);
    expect(new Set(ids).size).toBe(4);
  });

  it('has an id for who is registered by it, the same each time', () => {
    const { parties } = vault;
    expect(parties.idFor(login)).toBe(parties.idFor({ ...login }));
    expect(parties.idFor(login)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(parties.idFor({ ...login, tenant: '5001' })).not.toBe(parties.idFor(login));
  });

  it('may be one that was registered before', async () => {
    const early = { ...login, subject: 'early' };
    await vault.parties.bind({ ...early, partyId: 'party-1' });
    await vault.parties.bind({ ...early, partyId: 'party-1' });
    await vault.parties.bind({ ...early, subject: 'early-too', partyId: 'party-1' });
    expect(await vault.parties.partyIdOf(early)).toBe('party-1');
    await expect(vault.parties.bind({ ...early, partyId: 'party-2' })).rejects.toThrow(LoginBound);
  });

  it('moves with each merger of registrations, and goes back where that one is taken back', async () => {
    const { parties } = vault;
    const [tenant, twice, named] = [
      '3436',
      { ...login, tenant: '3436' },
      { ...login, tenant: '3436', subject: 'named' },
    ];
    const of = () => Promise.all([twice, named].map((one) => parties.known(one)));
    const merge = (fromId: string, toId: string) =>
      parties.moveAll({ tenant, fromId, toId, mergerId: `${fromId} ${toId}` });
    const takeBack = (mergerId: string) => parties.giveBack({ tenant, mergerId });
    for (const one of [twice, named]) await parties.bind({ ...one, partyId: 'first' });
    await merge('first', 'second');
    await merge('second', 'third');
    expect(await of()).toEqual(['third', 'third']);
    await takeBack('second third');
    expect(await of()).toEqual(['second', 'second']);
    await merge('second', 'third');
    // Whom an administrator moved by name stays.
    await parties.move({ ...named, fromId: 'third', toId: 'fourth' });
    await takeBack('first second');
    expect(await of()).toEqual(['first', 'fourth']);
    await takeBack('second third');
    expect(await of()).toEqual(['first', 'fourth']);
  });

  it("is forgotten when the party's data is disposed of", async () => {
    const leaving = { ...login, subject: 'leaving' };
    const partyId = await vault.parties.partyIdOf(leaving);
    await vault.disposals.destroy({
      tenant: '1576',
      owner: partyId,
      classes: ['PARTY'],
      disposalEventId: 'd',
    });
    expect(await vault.parties.known(leaving)).toBeUndefined();
    expect(await vault.parties.partyIdOf(leaving)).not.toBe(partyId);
  });
});

describe('the claim of a request about several', () => {
  const request = { commandId: 'command-of-several', municipality: '1576' };

  it('stands for those, in any order, until it is given up for them', async () => {
    const { requestClaims } = vault;
    await requestClaims.claim(request, ['one', 'two']);
    await requestClaims.claim(request, ['two', 'one']);
    await requestClaims.release(request, ['one']);
    await expect(requestClaims.claim(request, ['one'])).rejects.toThrow(KeyReused);
    await requestClaims.release(request, ['two', 'one']);
    await requestClaims.claim(request, ['one']);
  });
});
