import { setTimeout as delay } from 'node:timers/promises';
import { advisoryLock } from '#postgres';
import { eventually } from '../../../test/support/wait.js';
import { createVaultFixture, type VaultFixture } from './vault.testing.js';

let fixture: VaultFixture;
beforeAll(async () => {
  fixture = await createVaultFixture();
});
afterAll(() => fixture.close());

const connections = async () => {
  const { rows } = await fixture.pool.query<{ held: number }>(
    `select count(*)::int as held from pg_stat_activity
     where application_name = 'samspor vault migration' and datname = current_database()`,
  );
  return rows[0]?.held;
};

describe('a vault that another process migrates', () => {
  it('is opened when that is done, also where it takes longer than any query may', async () => {
    const other = await advisoryLock(fixture.pool, 'migrate vault');
    const opening = fixture.open({ queryTimeoutMs: 1_000 });
    await delay(1_500);
    expect(await connections()).toBe(1);
    await other?.release();
    await expect(opening).resolves.toBeDefined();
    await eventually(async () => expect(await connections()).toBe(0));
  });
});
