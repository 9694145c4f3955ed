// @long
import { derivedId, type PlainField, type Sealed } from '#event-sourcing';
import { type IndexedLog, StreamIndex, type Vault } from '#personal-data';
import { seatOfKeyId } from '../src/seat.js';
import { eventually } from '../../../test/support/wait.js';
import {
  createVaultFixture,
  field,
  logOf,
  SealingLog,
  type VaultFixture,
  withHistory,
} from './vault.testing.js';

let fixture: VaultFixture;
let log: SealingLog;
beforeEach(async () => {
  fixture = await createVaultFixture();
  log = await SealingLog.made();
});
afterEach(() => fixture.close());

const place = { field: 'items.0.reason' };
const record = (vault: Vault, name: string, more: Partial<PlainField> = {}) =>
  log.record(vault, field({ eventId: derivedId(name), text: `text of ${name}`, ...place, ...more }));
const open = (text: string) => ({ status: 'open', text: `text of ${text}` });
const disposed = { status: 'disposed' };
const openVault = (settlingMs = 0) => fixture.open({ settlingMs });

const dispose = (vault: Vault, ...fields: Sealed[]) =>
  vault.entryDisposals.dispose({
    fields,
    disposalEventId: derivedId('disposal', ...fields.map((one) => one.eventId)),
  });

const before = (revision: bigint) => (revision === 0n ? 'no_stream' : revision - 1n);
const aDay = { id: derivedId('a day'), type: 'DayBegan', data: {}, metadata: {} };

/** What tables of the vault hold now, to be put back as a restored backup does. */
async function tablesOf(...tables: readonly string[]) {
  for (const table of tables) await fixture.pool.query(`create table ${table}_kept as table ${table}`);
  return {
    async restore() {
      for (const table of tables) {
        await fixture.pool.query(`truncate ${table}; insert into ${table} table ${table}_kept`);
      }
    },
  };
}

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
    await fixture.open({
      log: withHistory({ read: () => Promise.resolve([created]), scan: () => logOf(stored) }),
    });
  });

  it('A4 go without reading more of the log than the streams of that person and what is new', async () => {
    const vault = await openVault();
    const wrong = await record(vault, 'wrong');
    const elsewhere = await record(vault, 'elsewhere', { stream: 'coordination-1576.person-1' });
    for (let other = 0; other < 300; other += 1) {
      const [owner, stream] = [`other-${other}`, `case-1576.of-${other}`];
      await record(vault, `about ${other}`, { owner, stream });
    }
    await dispose(vault, wrong);
    // Whoever asks first reads what was there before.
    await vault.entryDisposals.finish(log);
    expect(log.eventsRead).toBeGreaterThan(300);

    const [next, newest] = [
      await record(vault, 'next'),
      await record(vault, 'newest', { stream: 'case-1576.new' }),
    ];
    await dispose(vault, next);
    log.eventsRead = 0;
    expect(await vault.entryDisposals.finish(log)).toBe(0);
    // What was indexed last stands alone in its stream; then what is new, and the three streams of the person.
    expect(log.eventsRead).toBe(1 + 2 + 4);
    expect(await vault.keys.open([wrong, next, elsewhere, newest])).toEqual([
      disposed,
      disposed,
      open('elsewhere'),
      open('newest'),
    ]);
  });

  it('A4 leave every other text open, wherever going through the log was cut off, and in however many processes it is done', async () => {
    const vault = await openVault();
    const wrong = await record(vault, 'wrong');
    const others: Sealed[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      others.push(await record(vault, name, { stream: `case-1576.${name}` }));
    }
    class CutOff extends SealingLog {
      override readonly all = log.all;
      override read: SealingLog['read'] = (...given) => log.read(...given);
      override history: SealingLog['history'] = (...given) => log.history(...given);
      override async *scan(options: Parameters<SealingLog['scan']>[0]) {
        let read = 0;
        for await (const events of super.scan(options)) {
          if (read++ === 2) throw new Error('cut off');
          yield events;
        }
      }
    }
    const inSmallSteps = () => new StreamIndex(fixture.pool, { atOnce: 1 });
    const all = async (index: StreamIndex, from: IndexedLog) => {
      const streams: string[] = [];
      for await (const { stream } of index.naming(from, [seatOfKeyId(wrong.keyId)])) streams.push(stream);
      return streams;
    };
    for (let time = 0; time < 3; time += 1) {
      await expect(all(inSmallSteps(), new CutOff())).rejects.toThrow('cut off');
    }
    const found = await Promise.all([all(inSmallSteps(), log), all(inSmallSteps(), log)]);
    const expected = [
      'case-1576.a',
      'case-1576.b',
      'case-1576.c',
      'case-1576.case-1',
      'case-1576.d',
      'case-1576.e',
    ];
    expect(found).toEqual([expected, expected]);
    await dispose(vault, wrong);
    await vault.entryDisposals.finish(log);
    expect(await vault.keys.open([wrong, ...others])).toEqual([
      disposed,
      ...['a', 'b', 'c', 'd', 'e'].map(open),
    ]);
  });

  it('A4 leave the others open in a vault that was restored, on a log that moved, and where the server hides some of a stream', async () => {
    const vault = await openVault();
    const [wrong, right] = [await record(vault, 'wrong'), await record(vault, 'right')];
    await dispose(vault, wrong);
    await vault.entryDisposals.finish(log);
    // As a backup has it that knows the person, and not the stream of a later text.
    const backup = await tablesOf('vault.streams_naming', 'vault.indexed_logs');
    const later = await record(vault, 'later', { stream: 'case-1576.later' });
    await dispose(vault, await record(vault, 'also wrong'));
    await vault.entryDisposals.finish(log);
    const last = await record(vault, 'last', { stream: 'case-1576.later' });
    await backup.restore();
    const moved = await SealingLog.made();
    await moved.append('calendar-other', 'no_stream', [aDay]);
    for (const event of log.all.slice(1)) await moved.append(event.stream, before(event.revision), [event]);
    moved.setMetadata('case-1576.later', { $maxCount: 1 });
    const hidden = await moved.record(
      vault,
      field({ ...place, eventId: derivedId('hides'), stream: 'case-1576.later', text: 'text of hides' }),
    );
    await dispose(vault, await moved.record(vault, field({ ...place, eventId: derivedId('third') })));
    await vault.entryDisposals.finish(moved);
    const all = ['right', 'later', 'last', 'hides'].map(open);
    expect(await vault.keys.open([right, later, last, hidden])).toEqual(all);
  });
});
