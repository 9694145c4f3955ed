import { createHash } from 'node:crypto';
import { recordClasses } from '#event-sourcing';
import { KeyDestroyed, NameIndex, openVault, type Disposal } from '#personal-data';
import { createPool } from '#postgres';
import { createTestDatabase } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/wait.js';
import { createVaultFixture, emptyLog, field, sealOne, type VaultFixture } from './vault.testing.js';

let fixture: VaultFixture;
beforeEach(async () => {
  fixture = await createVaultFixture();
});
afterEach(() => fixture.close());

const disposal = (owner: string, ...classes: Disposal['classes']): Disposal => ({
  tenant: '1576',
  owner,
  classes,
  disposalEventId: `disposal-of-${owner}`,
});

/** Everything that the vault's tables hold, as text. */
async function dump(): Promise<string> {
  const { rows: tables } = await fixture.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'vault'`,
  );
  expect(tables.length).toBeGreaterThanOrEqual(6);
  // Bytes come out in hex.
  const contents = await Promise.all(
    tables.map(({ name }) => fixture.pool.query(`select t::text as line from ${name} t`)),
  );
  return JSON.stringify(contents.map(({ rows }) => rows));
}

describe('the vault', () => {
  it('holds no text, number or login in any table', async () => {
    const vault = await fixture.open();
    const planted = [
      'Testine Prøvesen',
      '15507600333',
      'login-of-testulf',
      'https://login.example',
      '{"canonical":"body"}',
    ];
    const [name = '', number = '', login = '', issuer = '', body = ''] = planted;
    await sealOne(vault, { text: name });
    await sealOne(vault, { text: number, field: 'identityNumber', class: 'PERSON' });
    const bodyMac = await vault.keys.bodyMac(field(), body);
    await vault.identityClaims.claim({
      tenant: '1576',
      identityNumber: number,
      subjectId: 's',
      commandId: 'c',
      bodyMac,
    });
    await vault.parties.partyIdOf({ tenant: '1576', issuer, subject: login });
    await vault.disposals.destroy(disposal('someone', 'CASE'));
    const text = await dump();
    expect(text).toContain('disposal-of-someone');
    for (const plain of planted) {
      expect(text).not.toContain(plain);
      expect(text).not.toContain(Buffer.from(plain).toString('hex'));
      // A hash without a key would be found by trying all numbers.
      expect(text).not.toContain(createHash('sha256').update(plain).digest('hex'));
      expect(text).not.toContain(Buffer.from(plain).toString('base64').replace(/=+$/, ''));
    }
  });

  it('belongs to its own role altogether', async () => {
    await fixture.open();
    const { rows } = await fixture.pool.query(
      `select relname, relowner::regrole::text as owner from pg_class
       where relnamespace = 'vault'::regnamespace and relowner <> 'samspor_vault'::regrole`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a disposal', () => {
  it('takes the classes that it names and leaves the others', async () => {
    const vault = await fixture.open();
    const sealed = await Promise.all(
      recordClasses.map((recordClass) => sealOne(vault, { class: recordClass })),
    );
    await vault.disposals.destroy(disposal('person-1', 'PERSON', 'CASE'));
    const status = (await vault.keys.open(sealed)).map((opened) => opened.status);
    expect(status).toEqual(['disposed', 'disposed', ...Array<string>(6).fill('open')]);
  });

  it('takes a text about nobody in the register by the record that it belongs to, and no other of them', async () => {
    const vault = await fixture.open();
    const of = (owner: string) => sealOne(vault, { owner, class: 'RECORD' });
    const sealed = [await of('enquiry-1'), await of('enquiry-2')];
    await vault.disposals.destroy(disposal('enquiry-1', 'RECORD'));
    expect(await vault.keys.open(sealed)).toMatchObject([{ status: 'disposed' }, { status: 'open' }]);
  });

  it('leaves the same owner of another tenant alone', async () => {
    const vault = await fixture.open();
    const theirs = await sealOne(vault, { tenant: '5001' });
    const question = { tenant: '5001', identityNumber: '15507600333' };
    await vault.identityClaims.claim({ ...question, subjectId: 'person-1', commandId: 'c' });
    await vault.disposals.destroy(disposal('person-1', 'PERSON', 'CASE'));
    expect(await vault.keys.open([theirs])).toMatchObject([{ status: 'open' }]);
    expect(await vault.identityClaims.find(question)).toMatchObject({ subjectId: 'person-1' });
  });

  it('of a party leaves no login that leads to it', async () => {
    const vault = await fixture.open();
    const login = { tenant: '1576', issuer: 'https://login.example', subject: 'testulf' };
    const partyId = await vault.parties.partyIdOf(login);
    await vault.disposals.destroy(disposal(partyId, 'PARTY'));
    expect(await vault.parties.known(login)).toBeUndefined();
    expect(await vault.parties.partyIdOf(login)).not.toBe(partyId);
  });

  it('reaches the name index of another process', async () => {
    const [vault, other] = [await fixture.open(), await fixture.open()];
    const index = new NameIndex(other.keys);
    other.onDestroyed((destroyed) => index.forget(destroyed));
    const name = { class: 'PERSON', stream: 'subject-1576.person-1' } as const;
    const row = {
      tenant: '1576',
      id: 'person-1',
      kind: 'SUBJECT',
      givenName: await sealOne(vault, { ...name, field: 'givenName', text: 'Testine' }),
      familyName: await sealOne(vault, { ...name, field: 'familyName', text: 'Prøvesen' }),
    } as const;
    await index.load([row]);
    expect(index.search({ tenant: '1576', name: 'testine' })).toEqual(['person-1']);
    await vault.disposals.destroy(disposal('person-1', 'PERSON'));
    await eventually(() => expect(index.search({ tenant: '1576', name: 'testine' })).toEqual([]));
  });

  it('is applied again whole where the vault has one of its classes only', async () => {
    const vault = await fixture.open();
    const sealed = await sealOne(vault);
    await vault.disposals.destroy(disposal('person-1', 'PERSON'));
    expect(await vault.disposals.reapply([disposal('person-1', 'PERSON', 'CASE')])).toBe(1);
    expect(await vault.keys.open([sealed])).toEqual([{ status: 'disposed' }]);
  });

  it('outweighs a key that came back beside it, and takes it away again', async () => {
    const vault = await fixture.open();
    const sealed = await sealOne(vault);
    const backup = await backedUp();
    await vault.disposals.destroy(disposal('person-1', 'CASE'));
    await restore(new Map([['keys', backup.get('keys') ?? '']]));

    const restored = await fixture.open();
    expect(await restored.keys.open([sealed])).toEqual([{ status: 'disposed' }]);
    expect(await restored.disposals.reapply([disposal('person-1', 'CASE')])).toBe(1);
    expect((await fixture.pool.query('select seat from vault.keys')).rows).toEqual([]);
  });

  it('is applied again after an older vault was restored', async () => {
    const vault = await fixture.open();
    const sealed = await sealOne(vault);
    await vault.identityClaims.claim({
      tenant: '1576',
      identityNumber: '15507600333',
      subjectId: 'person-1',
      commandId: 'c',
    });
    const backup = await backedUp();
    await vault.disposals.destroy(disposal('person-1', 'CASE', 'PERSON'));
    await restore(backup);

    const restored = await fixture.open();
    expect(await restored.keys.open([sealed])).toMatchObject([{ status: 'open' }]);
    async function* log() {
      yield disposal('person-1', 'CASE', 'PERSON');
      yield disposal('never-in-this-vault', 'CASE');
    }
    expect(await restored.disposals.reapply(log())).toBe(2);
    expect(await restored.keys.open([sealed])).toEqual([{ status: 'disposed' }]);
    expect(
      await restored.identityClaims.find({ tenant: '1576', identityNumber: '15507600333' }),
    ).toBeUndefined();
    await expect(sealOne(restored, { owner: 'never-in-this-vault' })).rejects.toThrow(KeyDestroyed);
    expect(await restored.disposals.reapply(log())).toBe(0);
  });
});

describe('opening a vault', () => {
  it('fails with a clear message where its schema is missing', async () => {
    const without = await createTestDatabase();
    const superuser = createPool({
      connectionString: without.vaultSuperuserUrl,
      applicationName: 'samspor test',
      max: 1,
    });
    await superuser.query('drop schema vault cascade');
    await superuser.end();
    await expect(
      openVault({ connectionString: without.vaultUrl, key: { file: fixture.keyFile }, log: emptyLog }),
    ).rejects.toThrow(/no schema "vault"/);
    await without.drop();
  });
});

const tables = ['keys', 'disposals', 'identity_claims'] as const;

async function backedUp(): Promise<Map<string, string>> {
  const contents = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await fixture.pool.query<{ all: string }>(
        `select coalesce(json_agg(t), '[]')::text as all from vault.${table} t`,
      );
      return [table, rows[0]?.all ?? '[]'] as const;
    }),
  );
  return new Map(contents);
}

async function restore(backup: Map<string, string>): Promise<void> {
  for (const [table, rows] of backup) {
    await fixture.pool.query(`delete from vault.${table}`);
    await fixture.pool.query(
      `insert into vault.${table} select * from json_populate_recordset(null::vault.${table}, $1)`,
      [rows],
    );
  }
}
