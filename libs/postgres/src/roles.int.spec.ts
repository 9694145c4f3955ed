import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, testServerUrl, type TestDatabase } from '../../../test/support/database.js';
import {
  assertSafeRole,
  assertSeparateLogin,
  createPool,
  initSections,
  initSql,
  loginsOf,
  prepareDatabase,
  inTransaction,
  roles,
  tenantPolicy,
  type Pool,
} from './index.js';
import { addressOf } from './roles.js';

describe('the roles', () => {
  let database: TestDatabase;
  let owner: Pool;
  let projector: Pool;
  let reader: Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    const open = (role: string) =>
      createPool({ connectionString: database.url, role, applicationName: 'roles spec' });
    [owner, projector, reader] = [open(roles.owner), open(roles.projector), open(roles.reader)];
    await owner.query(`
      create table samspor.sample (municipality text not null, item integer not null, primary key (municipality, item));
      grant select, insert on samspor.sample to ${roles.projector};
      grant select on samspor.sample to ${roles.reader};
      alter table samspor.sample enable row level security, force row level security;
      create policy written on samspor.sample to ${roles.projector} using (true);
      create policy visible on samspor.sample for select to ${roles.reader} using (${tenantPolicy});`);
    await projector.query(
      `insert into samspor.sample values ('1576', 1), ('1576', 2), ('5001', 3), ('15', 4)`,
    );
  });

  afterAll(async () => {
    await Promise.all([owner, projector, reader].map((pool) => pool.end()));
    await database.drop();
  });

  const itemsFor = (tenants?: string[]) =>
    inTransaction(
      reader,
      async (client) => {
        const { rows } = await client.query<{ item: number }>(
          'select item from samspor.sample order by item',
        );
        return rows.map(({ item }) => item);
      },
      tenants === undefined ? {} : { tenants },
    );

  it('are taken before the first use of each connection', async () => {
    const pool = createPool({
      connectionString: database.url,
      role: roles.reader,
      applicationName: 'roles spec',
      max: 3,
    });
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        pool.query<{ role: string; login: string }>(
          'select current_user as role, session_user as login, pg_sleep(0.05)',
        ),
      ),
    );
    await pool.end();
    expect(answers.map(({ rows }) => rows[0])).toEqual(
      Array(3).fill(expect.objectContaining({ role: 'samspor_reader', login: 'samspor_app' })),
    );
  });

  it('show a reader the rows of its tenants only', async () => {
    expect(await itemsFor(['1576'])).toEqual([1, 2]);
    expect(await itemsFor(['5001', '15'])).toEqual([3, 4]);
  });

  it('show a reader that names no tenant nothing, also after a transaction that did', async () => {
    expect(await itemsFor()).toEqual([]);
    await itemsFor(['1576']);
    expect(await itemsFor()).toEqual([]);
    expect(await itemsFor([])).toEqual([]);
    expect((await reader.query('select item from samspor.sample')).rows).toEqual([]);
  });

  it.each([`1576'; reset role; --`, '', '15,76', '1576 ', '12345678901234567'])(
    'refuse %j as a tenant before anything is sent',
    async (tenant) => {
      await expect(itemsFor([tenant])).rejects.toThrow(RangeError);
    },
  );

  it('bind the owner of a table too', async () => {
    expect((await owner.query('select item from samspor.sample')).rows).toEqual([]);
  });

  it('let an index on the municipality serve the policy', async () => {
    const plan = await inTransaction(
      reader,
      async (client) => {
        await client.query('set local enable_seqscan = off');
        const { rows } = await client.query<Record<string, string>>(
          'explain select item from samspor.sample',
        );
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      },
      { tenants: ['1576'] },
    );
    expect(plan).toMatch(/Index Cond: \(municipality = ANY/);
  });

  it('leave the bare login without any right to the data', async () => {
    const login = createPool({ connectionString: database.url, applicationName: 'roles spec' });
    await expect(login.query('select item from samspor.sample')).rejects.toThrow(
      /permission denied for schema samspor/,
    );
    await login.end();
  });

  it('keep a reader from writing', async () => {
    await expect(reader.query(`insert into samspor.sample values ('1576', 9)`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it.each([
    ['who writes read models', 'url', [roles.vault]],
    ['who reads them', 'readerUrl', [roles.owner, roles.projector, roles.vault]],
    ['who reads the vault', 'vaultUrl', [roles.owner, roles.projector, roles.reader]],
  ] as const)('B7 give %s no other role, and no other database', async (_, kind, others) => {
    const own = new URL(database[kind]);
    const pool = createPool({ connectionString: own.href, applicationName: 'roles spec', max: 1 });
    for (const role of others) {
      await expect(pool.query(`set role ${role}`)).rejects.toThrow(/permission denied to set role/);
    }
    await expect(assertSeparateLogin(pool, others)).resolves.toBeUndefined();
    await pool.end();
    const other = new URL(kind === 'vaultUrl' ? database.url : database.vaultUrl).pathname.slice(1);
    const elsewhere = createPool({
      connectionString: addressOf(own.href, other),
      applicationName: 'roles spec',
      max: 1,
    });
    await expect(elsewhere.query('select 1')).rejects.toThrow(/permission denied for database/);
    await elsewhere.end();
  });

  it('B7 are taken from the one login that had them all, and a login that has them is refused', async () => {
    const login = `once_${randomUUID().replaceAll('-', '')}`;
    const admin = createPool({ connectionString: testServerUrl(), applicationName: 'roles spec', max: 1 });
    await admin.query(`create role ${login} login noinherit password 'test';
      grant ${Object.values(roles).join(', ')} to ${login}`);
    const name = new URL(database.url).pathname.slice(1);
    await admin.query(`grant connect on database ${name} to ${login}`);
    const asLogin = createPool({
      connectionString: addressOf(database.url, name, login, 'test'),
      applicationName: 'roles spec',
      max: 1,
    });
    await expect(assertSeparateLogin(asLogin, [roles.vault])).rejects.toThrow(
      `"${login}" may also become "samspor_vault"`,
    );
    const [first] = initSections({ database: name, login });
    await admin.query(first.sql);
    await expect(assertSeparateLogin(asLogin, [roles.vault])).resolves.toBeUndefined();
    await asLogin.end();
    await admin.query(
      `revoke all on database ${name} from ${login}; drop role ${login}; drop role ${login}_reader; drop role ${login}_vault`,
    );
    await admin.end();
  });

  it('let the vault own its schema', async () => {
    const vault = createPool({
      connectionString: database.vaultUrl,
      role: roles.vault,
      applicationName: 'roles spec',
    });
    await vault.query('create table vault.sample (a text); drop table vault.sample');
    await vault.end();
  });

  it('are made by SQL that may run again, by several at once', async () => {
    const databases = [await createTestDatabase(), await createTestDatabase()];
    await Promise.all(
      [...databases, ...databases].map(async ({ superuserUrl }) => {
        const name = new URL(superuserUrl).pathname.slice(1);
        const pool = createPool({ connectionString: superuserUrl, applicationName: 'roles spec', max: 1 });
        const [first, second] = initSections({ database: name });
        await pool.query(first.sql);
        await pool.query(second?.sql ?? '').catch((error: Error) => {
          // Two administrators on one database: PostgreSQL lets one of them through.
          expect(error.message).toMatch(/tuple concurrently updated|duplicate key/);
        });
        await pool.end();
      }),
    );
    await Promise.all(databases.map((each) => each.drop()));
  });
});

describe('initSql', () => {
  it('prints for psql the very sections that the embedded start runs, each in its database', () => {
    const databases = { database: 'samspor' };
    const script = initSql(databases);
    for (const { database, sql } of initSections(databases)) {
      const place = database === undefined ? '' : `\\connect "${database}"\n`;
      expect(script).toContain(`${place}${sql}`);
    }
    expect(script).toMatch(/create database "samspor_vault".*\\gexec/s);
    expect(script).not.toMatch(/^ *create role .* password /m);
  });

  it('refuses a server that is too old before it makes anything', async () => {
    const pool = createPool({ connectionString: testServerUrl(), applicationName: 'roles spec', max: 1 });
    try {
      const login = `late_${randomUUID()}`;
      await pool.query(`begin; create schema old_server;
        create function old_server.current_setting(text) returns text language sql
          return case $1 when 'server_version_num' then '150004' else '15.4' end;
        set local search_path = old_server, pg_catalog`);
      const [first] = initSections({ database: 'samspor', login });
      await expect(pool.query(first.sql)).rejects.toThrow(
        'Samspor needs PostgreSQL 16 or newer, and this server is version 15.4. Nothing was made.',
      );
      await pool.query('rollback');
      expect((await pool.query('select from pg_roles where rolname = $1', [login])).rowCount).toBe(0);
    } finally {
      await pool.end();
    }
  });

  it('copes with names that need quoting', async () => {
    const server = testServerUrl();
    const odd = `odd "name" ${randomUUID()}`;
    const login = `odd 'login' ${randomUUID()}`;
    for (const round of [1, 2]) {
      const { url, readerUrl, vaultUrl } = await prepareDatabase(server, {
        database: odd,
        vaultDatabase: `${odd} 2`,
        login,
      });
      const logins = loginsOf(login);
      for (const [connectionString, database, as] of [
        [url, odd, logins.writer],
        [readerUrl, odd, logins.reader],
        [vaultUrl, `${odd} 2`, logins.vault],
      ] as const) {
        const pool = createPool({ connectionString, applicationName: `roles spec ${round}`, max: 1 });
        const { rows } = await pool.query('select current_user as login, current_database() as database');
        await pool.end();
        expect(rows).toEqual([{ login: as, database }]);
      }
    }
    const admin = createPool({ connectionString: server, applicationName: 'roles spec', max: 1 });
    for (const name of [odd, `${odd} 2`]) {
      await admin.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
    }
    for (const name of Object.values(loginsOf(login))) {
      await admin.query(`drop role ${pg.escapeIdentifier(name)}`);
    }
    await admin.end();
  });
});

describe('assertSafeRole', () => {
  it('passes the application login and refuses a superuser, a BYPASSRLS role and a login that may become one', async () => {
    const database = await createTestDatabase();
    const name = new URL(database.url).pathname.slice(1);
    const check = async (connectionString: string, role?: string) => {
      const pool = createPool({
        connectionString,
        applicationName: 'roles spec',
        ...(role === undefined ? {} : { role }),
      });
      try {
        await assertSafeRole(pool);
      } finally {
        await pool.end();
      }
    };
    await expect(check(database.url, roles.reader)).resolves.toBeUndefined();
    await expect(check(database.superuserUrl)).rejects.toThrow('"postgres" is a superuser');
    await expect(check(database.superuserUrl, roles.reader)).rejects.toThrow('"postgres" is a superuser');

    const [strong, heir] = [`${name}_strong`, `${name}_heir`];
    const admin = createPool({ connectionString: testServerUrl(), applicationName: 'roles spec', max: 1 });
    await admin.query(`
      create role ${strong} nologin bypassrls;
      create role ${heir} login noinherit password 'test';
      grant ${strong} to ${heir}; grant connect on database ${name} to ${heir}`);
    await expect(check(addressOf(database.url, name, heir, 'test'))).rejects.toThrow(
      `"${heir}" may become "${strong}", a role with BYPASSRLS`,
    );
    await database.drop();
    await admin.query(`drop role ${heir}; drop role ${strong}`);
    await admin.end();
  });
});
