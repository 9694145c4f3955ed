import { randomUUID } from 'node:crypto';
import type { Vault } from '#personal-data';
import { createVaultFixture, type VaultFixture } from './vault.testing.js';

let fixture: VaultFixture;
let vault: Vault;
let other: Vault;
beforeAll(async () => {
  fixture = await createVaultFixture();
  vault = await fixture.open();
  other = await fixture.open();
});
afterAll(() => fixture.close());

const year = 2026;
/** A municipality of its own for each test. */
const newTenant = () => randomUUID().slice(0, 8);
const each = <T>(count: number, of: (index: number) => T) => Array.from({ length: count }, (_, n) => of(n));

describe('The numbers of cases', () => {
  it('E5 are the next of the tenant and the year, the same for the same command, also in another year', async () => {
    const [tenant, another] = [newTenant(), newTenant()];
    const first = { tenant, year, commandId: randomUUID() };
    expect(await vault.caseNumbers.claim(first)).toBe('2026/1');
    expect(await vault.caseNumbers.claim({ tenant, year, commandId: randomUUID() })).toBe('2026/2');
    expect(await vault.caseNumbers.claim({ tenant: another, year, commandId: randomUUID() })).toBe('2026/1');
    expect(await vault.caseNumbers.claim({ tenant, year: 2027, commandId: randomUUID() })).toBe('2027/1');
    expect(await other.caseNumbers.claim({ ...first, year: 2027 })).toBe('2026/1');
  });

  it('E5 are never given twice, whoever asks at once in two processes, and those of a command are one', async () => {
    const tenant = newTenant();
    const commandIds = each(64, () => randomUUID());
    const given = await Promise.all(
      commandIds.flatMap((commandId) =>
        [vault, other].map(async ({ caseNumbers }) => [
          commandId,
          await caseNumbers.claim({ tenant, year, commandId }),
        ]),
      ),
    );
    expect(new Set(given.map(([commandId, number]) => `${commandId} ${number}`)).size).toBe(64);
    expect(new Set(given.map(([, number]) => number)).size).toBe(64);
  });

  it('E5 hold up nobody once they are given', async () => {
    const tenant = newTenant();
    await vault.caseNumbers.claim({ tenant, year, commandId: randomUUID() });
    // Whoever has one records for as long as that takes.
    const { rows } = await fixture.pool.query(
      `select from pg_locks l join pg_class c on c.oid = l.relation where c.relname like 'case_number%'`,
    );
    expect(rows).toEqual([]);
  });

  it('E5 go on after the highest that was taken over, and say which of these another command has', async () => {
    const tenant = newTenant();
    const mine = randomUUID();
    await vault.caseNumbers.claim({ tenant, year, commandId: mine });
    const given = each(3, (n) => ({ tenant, caseNumber: `${year}/${10 + n}`, commandId: randomUUID() }));
    const [highest] = given.slice(-1);
    const taken = { tenant, caseNumber: '2026/1', commandId: randomUUID() };
    expect(await vault.caseNumbers.takeOver([...given, taken])).toEqual([taken]);
    expect(await vault.caseNumbers.takeOver(given)).toEqual([]);
    expect(await vault.caseNumbers.claim({ tenant, year, commandId: randomUUID() })).toBe('2026/13');
    expect(await vault.caseNumbers.claim({ tenant, year, commandId: highest!.commandId })).toBe('2026/12');
    expect(await vault.caseNumbers.claim({ tenant, year, commandId: mine })).toBe('2026/1');
    expect(await vault.caseNumbers.takeOver([])).toEqual([]);
  });

  it('E5 pass over one that was given although the series did not come so far', async () => {
    const tenant = newTenant();
    await fixture.pool.query('insert into vault.case_numbers values ($1, $2, 1, $3)', [
      tenant,
      year,
      randomUUID(),
    ]);
    expect(await vault.caseNumbers.claim({ tenant, year, commandId: randomUUID() })).toBe('2026/2');
  });
});
