// @long
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Envelope, logStream, type StoredEvent } from '#event-sourcing';
import { WrongVault, type Vault } from '#personal-data';
import { createVaultFixture, field, logOf, type VaultFixture, withHistory } from './vault.testing.js';

let fixture: VaultFixture;
beforeEach(async () => {
  fixture = await createVaultFixture();
});
afterEach(() => fixture.close());

const stored = (type: string, data: StoredEvent['data']): StoredEvent => ({
  id: type,
  type,
  stream: 'case-1576.case-1',
  revision: 0n,
  position: 1n,
  data,
  metadata: {},
});
const created = stored('LogCreated', { logId: 'log-1' });
/** A log from before its events were authenticated. */
const logSealedWith = (envelope: Envelope) =>
  withHistory({
    read: async () => [created],
    scan: () => logOf(created, stored('DecisionMade', { items: [{ reason: { ...envelope } }] })),
  });
/** A log whose first event bears a MAC under this key; whoever goes through it fails. */
const logBegunUnder = (keyId: string) =>
  withHistory({
    read: async (stream: string) =>
      stream === logStream ? [{ ...created, metadata: { mac: `${keyId}.${'A'.repeat(43)}` } }] : [],
    scan: () => {
      throw new Error('The log was gone through.');
    },
  });
async function seal(vault: Vault): Promise<Envelope> {
  const [envelope] = await vault.keys.seal([field()]);
  if (!envelope) throw new Error('Nothing was sealed');
  return envelope;
}
const foreign: Envelope = { v: 1, keyId: 'seat.key', nonce: '', ciphertext: '', commitment: '' };

describe('a vault', () => {
  it('is refused, and nothing made in it, when the log was sealed with what it never had', async () => {
    await expect(fixture.open({ log: logSealedWith(foreign) })).rejects.toThrow(WrongVault);
    await expect(fixture.open({ log: logSealedWith(foreign) })).rejects.toThrow(/Restore the vault/);
    expect(await readdir(dirname(fixture.keyFile))).toEqual([]);
    expect((await fixture.pool.query('select from vault.lookup_secret')).rowCount).toBe(0);
  });

  it('is refused when it has another key for the same person', async () => {
    const envelope = await seal(await fixture.open());
    const keyId = `${envelope.keyId.split('.')[0]}.another`;
    await expect(fixture.open({ log: logSealedWith({ ...envelope, keyId }) })).rejects.toThrow(WrongVault);
  });

  it('is opened with its own log, and with one in which nothing was sealed', async () => {
    const envelope = await seal(
      await fixture.open({ log: withHistory({ read: async () => [created], scan: () => logOf(created) }) }),
    );
    await expect(fixture.open({ log: logSealedWith(envelope) })).resolves.toBeDefined();
  });

  it('is opened when that key was destroyed since, and when it is lost', async () => {
    const vault = await fixture.open();
    const log = logSealedWith(await seal(vault));
    await fixture.pool.query('delete from vault.keys');
    await expect(fixture.open({ log })).resolves.toBeDefined();
    const { tenant, owner, class: recordClass } = field();
    await vault.disposals.destroy({ tenant, owner, classes: [recordClass], disposalEventId: 'd' });
    await fixture.pool.query('delete from vault.seats');
    await expect(fixture.open({ log })).resolves.toBeDefined();
  });

  it('B19 knows its log by the key of its first event, and goes through none', async () => {
    const [key] = (await fixture.open()).eventKeys;
    await expect(fixture.open({ log: logBegunUnder(key?.id ?? '') })).resolves.toBeDefined();
    await expect(fixture.open({ log: logBegunUnder('00000000') })).rejects.toThrow(WrongVault);
  });

  it('B19 makes nothing where the log was begun under a key that it never had', async () => {
    await expect(fixture.open({ log: logBegunUnder('00000000') })).rejects.toThrow(WrongVault);
    expect(await readdir(dirname(fixture.keyFile))).toEqual([]);
    expect((await fixture.pool.query('select from vault.event_keys')).rowCount).toBe(0);
  });

  it('B19 looks for what was sealed first in its own streams alone', async () => {
    const asked: unknown[] = [];
    const log = withHistory({
      read: async () => [created],
      scan: (options: object) => {
        asked.push(options);
        return logOf();
      },
    });
    await fixture.open({ log, streamPrefixes: ['case-'] });
    expect(asked).toEqual([{ streamPrefixes: ['case-'] }]);
  });
});
