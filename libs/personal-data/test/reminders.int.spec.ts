import { randomUUID } from 'node:crypto';
import type { Vault } from '#personal-data';
import { createVaultFixture, type VaultFixture } from './vault.testing.js';

describe('What the vault remembers of reminders', () => {
  let fixture: VaultFixture;
  let vault: Vault;
  let other: Vault;
  beforeAll(async () => {
    fixture = await createVaultFixture();
    vault = await fixture.open();
    other = await fixture.open();
  });
  afterAll(() => fixture?.close());

  const tenant = '1576';
  const of = (day: string, partyId: string) => ({ tenant, partyId, day });

  it('lets one of 32 claims of two processes through, and one a day', async () => {
    const partyId = randomUUID();
    const monday = of('2026-03-02', partyId);
    const claims = await Promise.all(
      Array.from({ length: 32 }, (_, n) => (n % 2 === 0 ? vault : other).reminders.claim(monday)),
    );
    expect(claims.filter((isMine) => isMine)).toHaveLength(1);
    expect((await vault.reminders.sentOn(tenant)).get(partyId)).toBeUndefined();
    await vault.reminders.sent(monday);
    expect((await other.reminders.sentOn(tenant)).get(partyId)).toBe('2026-03-02');
    expect(await other.reminders.claim(of('2026-03-01', partyId))).toBe(false);
    expect(await other.reminders.claim(of('2026-03-03', partyId))).toBe(true);
  });

  it('lets what was not sent be tried again, and remembers what was sent before', async () => {
    const partyId = randomUUID();
    const [monday, tuesday] = [of('2026-03-02', partyId), of('2026-03-03', partyId)];
    expect(await vault.reminders.claim(monday)).toBe(true);
    await vault.reminders.release(monday);
    expect(await vault.reminders.claim(monday)).toBe(true);
    await vault.reminders.sent(monday);
    expect(await vault.reminders.claim(tuesday)).toBe(true);
    await vault.reminders.release(tuesday);
    expect(await vault.reminders.claim(monday)).toBe(false);
    expect(await other.reminders.claim(tuesday)).toBe(true);
    expect((await vault.reminders.sentOn(tenant)).get(partyId)).toBe('2026-03-02');
  });
});
