import { jest } from '@jest/globals';
import { type Vault, KeyDestroyed, LostKey, LostSeat, openWithFieldKey } from '#personal-data';
import { createPool, inTransaction, type Pool } from '#postgres';
import { LogFault, Rejection } from '#event-sourcing';
import { eventually } from '../../../test/support/wait.js';
import { createVaultFixture, field, sealOne, type VaultFixture } from './vault.testing.js';

let fixture: VaultFixture;
let vault: Vault;
let superuser: Pool;
beforeAll(async () => {
  fixture = await createVaultFixture();
  vault = await fixture.open();
  superuser = createPool({
    connectionString: fixture.database.vaultSuperuserUrl,
    applicationName: 'samspor test',
    max: 1,
  });
});
afterAll(async () => {
  await superuser.end();
  await fixture.close();
});

const text = async (of: Vault, ...sealed: Awaited<ReturnType<typeof sealOne>>[]) =>
  (await of.keys.open(sealed)).map((opened) => (opened.status === 'open' ? opened.text : opened.status));
const destroy = (owner: string, from = vault) =>
  from.disposals.destroy({
    tenant: '1576',
    owner,
    classes: ['CASE'],
    disposalEventId: `disposal-of-${owner}`,
  });

describe('keys', () => {
  it('open what they sealed, in order, in this process and another', async () => {
    const one = await sealOne(vault, { text: 'Første' });
    const two = await sealOne(vault, { text: 'Andre', owner: 'person-2' });
    expect(await text(vault, two, one)).toEqual(['Andre', 'Første']);
    expect(await text(await fixture.open(), one, two)).toEqual(['Første', 'Andre']);
  });

  it('are one for a tenant, owner and class, and others beside', async () => {
    const same = field({ owner: 'one-key' });
    const envelopes = await vault.keys.seal([
      same,
      same,
      { ...same, class: 'PERSON' },
      { ...same, owner: 'another' },
      { ...same, tenant: '5001', stream: 'case-5001.case-1' },
    ]);
    const ids = envelopes.map(({ keyId }) => keyId);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(4);
  });

  it('are committed when seal returns', async () => {
    const { keyId } = await sealOne(vault, { owner: 'committed' });
    const { rows } = await fixture.pool.query(
      'select owner, length(wrapped) from vault.keys where key_id = $1',
      [keyId],
    );
    expect(rows).toEqual([{ owner: 'committed', length: 60 }]);
  });

  it('are one also when 64 writers in two processes seal for the first time at once', async () => {
    const other = await fixture.open();
    for (let round = 0; round < 20; round += 1) {
      const sealed = await Promise.all(
        Array.from({ length: 64 }, (_, n) =>
          sealOne(n % 2 ? vault : other, { owner: `crowded-${round}`, text: `nr. ${n}` }),
        ),
      );
      expect(new Set(sealed.map(({ keyId }) => keyId)).size).toBe(1);
      expect(await text(vault, ...sealed)).toEqual(sealed.map((_, n) => `nr. ${n}`));
    }
  });

  it('do not deadlock when many writers need the same new owners in different orders', async () => {
    const owners = Array.from({ length: 20 }, (_, n) => field({ owner: `ordered-${n}` }));
    const batches = await Promise.all(
      Array.from({ length: 12 }, (_, n) => vault.keys.seal(n % 2 ? owners : owners.toReversed())),
    );
    expect(new Set(batches.flat().map(({ keyId }) => keyId)).size).toBe(20);
  });

  it('disclose one field alone', async () => {
    const sealed = await sealOne(vault, { text: 'Bare dette' });
    const neighbour = await sealOne(vault, { text: 'Ikke dette', field: 'other' });
    const fieldKey = await vault.keys.fieldKey(sealed);
    expect(openWithFieldKey(sealed, fieldKey)).toBe('Bare dette');
    expect(() => openWithFieldKey(neighbour, fieldKey)).toThrow(LogFault);
  });

  it('give one owner the same MAC of the same body and nobody else', async () => {
    const owner = field({ owner: 'mac' });
    const mac = await vault.keys.bodyMac(owner, '{"a":1}');
    expect(mac).toMatch(/^[0-9a-f]{64}$/);
    expect(await (await fixture.open()).keys.bodyMac(owner, '{"a":1}')).toBe(mac);
    expect(await vault.keys.bodyMac(owner, '{"a":2}')).not.toBe(mac);
    expect(await vault.keys.bodyMac(field({ owner: 'mac-2' }), '{"a":1}')).not.toBe(mac);
  });
});

describe('a destroyed key', () => {
  it('opens nothing, seals nothing and gives no MAC, here and in another process', async () => {
    const other = await fixture.open();
    const sealed = await sealOne(vault, { owner: 'gone' });
    const kept = await sealOne(vault, { owner: 'gone', class: 'PERSON', text: 'Navnet står' });
    expect(await text(other, sealed)).toEqual([field().text]);
    await destroy('gone');
    expect(await text(vault, sealed, kept)).toEqual(['disposed', 'Navnet står']);
    await eventually(async () =>
      expect(await text(other, sealed, kept)).toEqual(['disposed', 'Navnet står']),
    );
    for (const each of [vault, other]) {
      await expect(sealOne(each, { owner: 'gone' })).rejects.toThrow(KeyDestroyed);
      await expect(each.keys.bodyMac(field({ owner: 'gone' }), '{}')).rejects.toThrow(KeyDestroyed);
      await expect(each.keys.fieldKey(sealed)).rejects.toThrow(KeyDestroyed);
    }
    const { rows } = await fixture.pool.query(
      `select from vault.keys where owner = 'gone' and class = 'CASE'`,
    );
    expect(rows).toHaveLength(0);
  });

  it('is refused with a code that is stable', async () => {
    await destroy('refused');
    const refusal = await sealOne(vault, { owner: 'refused' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Rejection);
    expect(refusal).toMatchObject({ code: 'personal-data/disposed' });
  });

  it('stays destroyed when it never existed, and a second time', async () => {
    await destroy('never-was');
    await vault.disposals.destroy({
      tenant: '1576',
      owner: 'never-was',
      classes: ['CASE'],
      disposalEventId: 'later',
    });
    await expect(sealOne(vault, { owner: 'never-was' })).rejects.toThrow(KeyDestroyed);
    const { rows } = await fixture.pool.query(
      `select disposal_event_id from vault.disposals where owner = 'never-was'`,
    );
    expect(rows).toEqual([{ disposal_event_id: 'disposal-of-never-was' }]);
  });

  it('is not made again by a writer who comes while it is being destroyed', async () => {
    await vault.identityClaims.claim({
      tenant: '1576',
      identityNumber: '15507600333',
      subjectId: 'raced',
      commandId: 'command-of-raced',
    });
    let destroying = Promise.resolve();
    let sealing: Promise<unknown> = Promise.resolve();
    await inTransaction(fixture.pool, async (client) => {
      // Holds the disposal up after it has dealt with the keys.
      await client.query(`select from vault.identity_claims where subject_id = 'raced' for update`);
      destroying = vault.disposals.destroy({
        tenant: '1576',
        owner: 'raced',
        classes: ['CASE', 'PERSON'],
        disposalEventId: 'd',
      });
      await eventually(async () => expect(await waiting()).toBe(1));
      sealing = sealOne(await fixture.open(), { owner: 'raced' }).catch((error: unknown) => error);
      await eventually(async () => expect(await waiting()).toBe(2));
    });
    await destroying;
    expect(await sealing).toBeInstanceOf(KeyDestroyed);
    const { rows } = await fixture.pool.query(`select from vault.keys where owner = 'raced'`);
    expect(rows).toHaveLength(0);
  });

  it('is told to whoever listens', async () => {
    const other = await fixture.open();
    const told: unknown[] = [];
    other.onDestroyed((destroyed) => told.push(destroyed));
    await destroy('told');
    await eventually(() => expect(told).toEqual([{ tenant: '1576', owner: 'told', classes: ['CASE'] }]));
  });

  it('is told also when the listening connection broke meanwhile', async () => {
    const errors: Error[] = [];
    const other = await fixture.open({ onError: (error) => errors.push(error) });
    const told = new Set<string>();
    other.onDestroyed(({ owner }) => told.add(owner));
    const sealed = await sealOne(other, { owner: 'unheard' });
    await destroyUnheard('unheard');
    expect(await text(other, sealed)).toEqual([field().text]);
    await breakListening();
    await eventually(() => expect([...told]).toContain('unheard'));
    expect(await text(other, sealed)).toEqual(['disposed']);
    expect(errors.length).toBeGreaterThan(0);
  });

  it('has left memory once the listening connection is back, also while the vault cannot tell what was destroyed', async () => {
    const errors: Error[] = [];
    const other = await fixture.open({ onError: (error) => errors.push(error) });
    const sealed = await sealOne(other, { owner: 'untold' });
    await destroyUnheard('untold');
    const away = new Error('The vault is away');
    jest.spyOn(other.disposals, 'all').mockRejectedValue(away);
    await breakListening();
    await eventually(() => expect(errors).toContain(away));
    expect(await text(other, sealed)).toEqual(['disposed']);
  });

  /** As if the notification had been missed: no process hears of this one. */
  const destroyUnheard = (owner: string) =>
    fixture.pool.query(
      `with gone as (delete from vault.keys where owner = $1 returning seat)
       insert into vault.disposals (seat, tenant, owner, class, disposal_event_id)
       select seat, '1576', $1, 'CASE', $1 from gone`,
      [owner],
    );
  const breakListening = () =>
    superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'samspor listen%'`,
    );
});

describe('a key that is missing without a disposal', () => {
  it('stops the reader, naming key and stream', async () => {
    const sealed = await sealOne(vault, { owner: 'lost' });
    await fixture.pool.query(`delete from vault.keys where owner = 'lost'`);
    const fresh = await fixture.open();
    const fault = await fresh.keys.open([sealed]).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(LostKey);
    expect(fault).toBeInstanceOf(LogFault);
    expect((fault as LostKey).message).toContain(sealed.keyId);
    expect((fault as LostKey).message).toContain(sealed.stream);
  });

  it('is lost also when the owner has got another key since', async () => {
    const sealed = await sealOne(vault, { owner: 'replaced' });
    // As in a vault restored to before its first key.
    await fixture.pool.query(
      `with gone as (delete from vault.keys where owner = 'replaced' returning seat)
       delete from vault.seats where seat in (select seat from gone)`,
    );
    const fresh = await fixture.open();
    const later = await sealOne(fresh, { owner: 'replaced', text: 'Senere' });
    await expect(fresh.keys.open([sealed])).rejects.toThrow(LostKey);
    expect(await text(fresh, later)).toEqual(['Senere']);
  });

  it('is not given a successor: nothing is recorded under it until it is back', async () => {
    const sealed = await sealOne(vault, { owner: 'kept-free', text: 'Første' });
    const { rows } = await fixture.pool.query<{ key: string }>(
      `delete from vault.keys k where owner = 'kept-free' returning row_to_json(k)::text as key`,
    );
    const fresh = await fixture.open();
    const fault = await sealOne(fresh, { owner: 'kept-free' }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(LostSeat);
    expect(fault).toBeInstanceOf(LogFault);
    expect((fault as LostSeat).message).toContain('class CASE for kept-free');
    await expect(fresh.keys.bodyMac(field({ owner: 'kept-free' }), '{}')).rejects.toThrow(LostSeat);
    // Another class of the same person, and other persons, are none the worse.
    await sealOne(fresh, { owner: 'kept-free', class: 'PERSON' });
    await sealOne(fresh, { owner: 'someone-else' });

    await fixture.pool.query(
      'insert into vault.keys select * from json_populate_record(null::vault.keys, $1)',
      [rows[0]?.key],
    );
    expect(await text(fresh, sealed, await sealOne(fresh, { owner: 'kept-free', text: 'Andre' }))).toEqual([
      'Første',
      'Andre',
    ]);
  });

  it('is missed also when it was made before seats were kept', async () => {
    await sealOne(vault, { owner: 'from-before' });
    await fixture.pool.query(`drop table vault.seats; delete from vault.migrations where number = 3`);
    const fresh = await fixture.open();
    await fixture.pool.query(`delete from vault.keys where owner = 'from-before'`);
    await expect(sealOne(fresh, { owner: 'from-before' })).rejects.toThrow(LostSeat);
  });

  it('is disposed when the disposal comes after all', async () => {
    const sealed = await sealOne(vault, { owner: 'late' });
    await fixture.pool.query(`delete from vault.keys where owner = 'late'`);
    const fresh = await fixture.open();
    await destroy('late', fresh);
    expect(await text(fresh, sealed)).toEqual(['disposed']);
  });
});

describe('the cache of unwrapped keys', () => {
  it('asks the vault again after its time', async () => {
    let now = 0;
    const clocked = await fixture.open({ keys: { now: () => now, maxAgeMs: 60_000 } });
    const sealed = await sealOne(clocked, { owner: 'expires' });
    await fixture.pool.query(`delete from vault.keys where owner = 'expires'`);
    now = 59_999;
    expect(await text(clocked, sealed)).toEqual([field().text]);
    now = 60_000;
    await expect(clocked.keys.open([sealed])).rejects.toThrow(LostKey);
  });
});

/** Connections to the vault that wait for another's lock. */
async function waiting(): Promise<number> {
  const { rows } = await superuser.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length;
}
