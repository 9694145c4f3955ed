import { Authenticity } from '#event-sourcing';
import { macIn } from '#event-sourcing/testing/event-key';
import { openEventKeys } from '#personal-data';
import { createVaultFixture, type VaultFixture } from './vault.testing.js';

let fixture: VaultFixture;
beforeEach(async () => {
  fixture = await createVaultFixture();
});
afterEach(() => fixture.close());

const read = () => openEventKeys({ connectionString: fixture.database.vaultUrl, keyFile: fixture.keyFile });

describe('the keys that events are authenticated with', () => {
  it('are one, made with the vault, for all who start at once', async () => {
    const vaults = await Promise.all([fixture.open(), fixture.open(), fixture.open()]);
    const [first] = vaults.map(({ eventKeys }) => eventKeys);
    expect(first).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{8}$/), key: expect.any(Buffer) }]);
    for (const { eventKeys } of vaults) expect(eventKeys).toEqual(first);
    expect(await read()).toEqual(first);
  });

  it('lie wrapped in the vault', async () => {
    const { eventKeys } = await fixture.open();
    const { rows } = await fixture.pool.query<{ wrapped: Buffer }>('select wrapped from vault.event_keys');
    expect(rows.map(({ wrapped }) => wrapped.includes(eventKeys[0]?.key ?? ''))).toEqual([false]);
    expect(rows[0]?.wrapped).toHaveLength(32 + 28);
  });

  it('may be renewed: the newest signs, and those before are believed', async () => {
    const before = await fixture.open();
    await before.renewEventKey();
    const { eventKeys } = await fixture.open();
    expect(eventKeys.slice(0, -1)).toEqual(before.eventKeys);
    expect(eventKeys).toHaveLength(2);
    const event = { id: 'e', type: 'Noted', data: {}, metadata: {} };
    const at = { stream: 'case-1576.a', revision: 0n, position: 0n };
    const after = new Authenticity(eventKeys);
    const [old] = new Authenticity(before.eventKeys).signed(at.stream, 'no_stream', [event]);
    const [fresh] = after.signed(at.stream, 'no_stream', [event]);
    for (const one of [old, fresh]) if (one) after.assertAuthentic({ ...one, ...at });
    expect(macIn(fresh)).toMatch(new RegExp(`^${eventKeys.at(-1)?.id}\\.`));
  });

  it('are told to be damaged, and not made up where the vault has none', async () => {
    await expect(read()).rejects.toThrow('start Samspor on it first');
    await fixture.open();
    await fixture.pool.query(`update vault.event_keys set wrapped = set_byte(wrapped, 20, 7)`);
    await expect(read()).rejects.toThrow('is damaged, or of another vault');
    await expect(fixture.open()).rejects.toThrow('is damaged, or of another vault');
  });
});
