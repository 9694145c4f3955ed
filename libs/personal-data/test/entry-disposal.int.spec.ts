import { type PlainField, type Sealed, UnreadEvent } from '#event-sourcing';
import { type ScannedLog, type Vault } from '#personal-data';
import { eventually } from '../../../test/support/wait.js';
import { createVaultFixture, field, logOf, type VaultFixture } from './vault.testing.js';

let fixture: VaultFixture;
let log: SealedLog;
beforeEach(async () => {
  fixture = await createVaultFixture();
  log = new SealedLog();
});
afterEach(() => fixture.close());

/** A log of events with one sealed text each. */
class SealedLog implements ScannedLog {
  readonly #events: UnreadEvent[] = [];

  async record(vault: Vault, eventId: string, more: Partial<PlainField> = {}): Promise<Sealed> {
    const plain = field({ eventId, text: `text of ${eventId}`, ...more });
    const [envelope] = await vault.keys.seal([plain]);
    if (!envelope) throw new Error('Nothing was sealed');
    const data = Buffer.from(JSON.stringify({ items: [{ reason: envelope }] }));
    this.#events.push(new UnreadEvent(plain.stream, 0n, 0n, eventId, 'NeedMapped', data, Buffer.alloc(0)));
    return { ...envelope, stream: plain.stream, eventId, field: plain.field };
  }

  async *scan() {
    await Promise.resolve();
    yield this.#events;
  }
}

const place = { field: 'items.0.reason' };
const record = (vault: Vault, eventId: string, more: Partial<PlainField> = {}) =>
  log.record(vault, eventId, { ...place, ...more });
const open = (text: string) => ({ status: 'open', text: `text of ${text}` });
const disposed = { status: 'disposed' };
const openVault = (settlingMs = 0) => fixture.open({ settlingMs });

describe('A4 the texts of one entry', () => {
  it('A4 read as disposed at once, and all others of the person open still', async () => {
    const vault = await openVault();
    const [wrong, right] = [await record(vault, 'wrong'), await record(vault, 'right')];
    await vault.entryDisposals.dispose({ fields: [wrong], disposalEventId: 'd' });
    expect(await vault.keys.open([wrong, right])).toEqual([disposed, open('right')]);
    expect(await vault.keys.ownersOf([wrong])).toEqual([undefined]);
    const later = await record(vault, 'later');
    expect(later.keyId).not.toBe(wrong.keyId);

    expect(await vault.entryDisposals.finish(log)).toBe(0);
    expect(await vault.keys.open([wrong, right, later])).toEqual([disposed, open('right'), open('later')]);
    await expect(vault.keys.fieldKey(wrong)).rejects.toThrow();
  });

  it('A4 are gone with the key that sealed them, in every process', async () => {
    const [vault, other] = [await openVault(), await openVault()];
    const [wrong, right] = [await record(vault, 'wrong'), await record(vault, 'right')];
    expect(await other.keys.open([wrong])).toEqual([open('wrong')]);
    await vault.entryDisposals.dispose({ fields: [wrong], disposalEventId: 'd' });
    await eventually(async () => expect(await other.keys.open([wrong])).toEqual([disposed]));
    await vault.entryDisposals.finish(log);
    const { rows } = await fixture.pool.query('select from vault.keys where key_id = $1', [wrong.keyId]);
    expect(rows).toEqual([]);
    // Not even whoever takes the mark away reads them.
    await fixture.pool.query('delete from vault.disposed_entries');
    const later = await openVault();
    await expect(later.keys.open([wrong])).rejects.toThrow(/has no key/);
    expect(await later.keys.open([right])).toEqual([open('right')]);
    // What reads the vault at that moment has to end first.
    await eventually(async () => expect(await vault.erasure.finish()).toEqual({ isGone: true }));
  });

  it('A4 can go one entry after the other, also those recorded since', async () => {
    const vault = await openVault();
    const [first, stays] = [await record(vault, 'first'), await record(vault, 'stays')];
    await vault.entryDisposals.dispose({ fields: [first], disposalEventId: 'd1' });
    await vault.entryDisposals.finish(log);
    const [second, third] = [await record(vault, 'second'), await record(vault, 'third')];
    await vault.entryDisposals.dispose({ fields: [second], disposalEventId: 'd2' });
    // One that is kept under a key that is gone by now.
    const alsoStays = await record(vault, 'also stays');
    await vault.entryDisposals.finish(log);
    await vault.entryDisposals.dispose({ fields: [stays], disposalEventId: 'd3' });
    expect(await vault.entryDisposals.finish(log)).toBe(0);
    const all = [first, stays, second, third, alsoStays];
    const expected = [disposed, disposed, disposed, open('third'), open('also stays')];
    expect(await vault.keys.open(all)).toEqual(expected);
    expect(await (await openVault()).keys.open(all)).toEqual(expected);
    const { rows } = await fixture.pool.query('select key_id from vault.keys');
    expect(rows).toHaveLength(1);
  });

  it('A4 of one class and person leave every other key as it was', async () => {
    const vault = await openVault();
    const wrong = await record(vault, 'wrong');
    const others = [
      await record(vault, 'of another', { owner: 'person-2' }),
      await record(vault, 'of another class', { class: 'COORDINATION' }),
    ];
    const keys = () =>
      fixture.pool.query('select key_id from vault.keys where key_id = any ($1)', [
        others.map(({ keyId }) => keyId),
      ]);
    await vault.entryDisposals.dispose({ fields: [wrong], disposalEventId: 'd' });
    await vault.entryDisposals.finish(log);
    expect((await keys()).rows).toHaveLength(2);
    expect(await vault.keys.open(others)).toEqual([open('of another'), open('of another class')]);
  });

  it('A4 keep their key for as long as a process may hold it, and what that one sealed meanwhile opens', async () => {
    const [vault, slow] = [await openVault(), await openVault(60_000)];
    const [wrong, right] = [await record(vault, 'wrong'), await record(vault, 'right')];
    const late = await record(slow, 'late');
    await slow.entryDisposals.dispose({ fields: [wrong], disposalEventId: 'd' });
    const left = await slow.entryDisposals.finish(log);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(60_000);
    expect(await slow.keys.open([wrong, right, late])).toEqual([disposed, open('right'), open('late')]);
    expect(await vault.entryDisposals.finish(log)).toBe(0);
    expect(await slow.keys.open([wrong, right, late])).toEqual([disposed, open('right'), open('late')]);
  });

  it('A4 go once: a second time changes nothing, and the person may be disposed of after it', async () => {
    const vault = await openVault();
    const [wrong, right] = [await record(vault, 'wrong'), await record(vault, 'right')];
    const disposal = { fields: [wrong], disposalEventId: 'd' };
    expect(await vault.entryDisposals.areDisposed([wrong])).toBe(false);
    await vault.entryDisposals.dispose(disposal);
    expect(await vault.entryDisposals.areDisposed([wrong])).toBe(true);
    await vault.entryDisposals.finish(log);
    const keys = () => fixture.pool.query('select key_id from vault.keys order by 1');
    const before = (await keys()).rows;
    await vault.entryDisposals.dispose(disposal);
    await vault.entryDisposals.finish(log);
    expect((await keys()).rows).toEqual(before);
    await vault.disposals.destroy({
      tenant: '1576',
      owner: 'person-1',
      classes: ['CASE'],
      disposalEventId: 'd2',
    });
    expect(await vault.keys.open([wrong, right])).toEqual([disposed, disposed]);
    expect((await fixture.pool.query('select from vault.kept_fields')).rows).toEqual([]);
  });

  it('A4 leave the vault with the log whose first key is gone', async () => {
    const vault = await openVault();
    const first = await record(vault, 'first');
    await vault.entryDisposals.dispose({ fields: [first], disposalEventId: 'd' });
    await vault.entryDisposals.finish(log);
    const { v, keyId, nonce, ciphertext, commitment } = first;
    const data = { reason: { v, keyId, nonce, ciphertext, commitment } };
    const stored = {
      stream: 'case-1576.case-1',
      id: 'first',
      type: 'NeedMapped',
      revision: 0n,
      position: 0n,
      data,
      metadata: {},
    };
    const created = { ...stored, type: 'LogCreated', data: {} };
    await fixture.open({ log: { read: () => Promise.resolve([created]), scan: () => logOf(stored) } });
  });
});
