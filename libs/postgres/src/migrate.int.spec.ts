// @long
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { ChangedMigrationError, createPool, migrate, NewerSchemaError, roles, type Pool } from './index.js';

describe('migrate', () => {
  let database: TestDatabase;
  let pool: Pool;
  let folder: string;

  beforeEach(async () => {
    database = await createTestDatabase();
    pool = createPool({
      connectionString: database.url,
      role: roles.owner,
      applicationName: 'migrate spec',
      max: 4,
    });
    folder = await mkdtemp(join(tmpdir(), 'samspor-migrate-'));
    await write('0001-sample.sql', 'create table samspor.sample (item integer);');
    await write(
      '0002-rows.sql',
      'insert into samspor.sample values (1); insert into samspor.sample values (2);',
    );
  });

  afterEach(async () => {
    await pool.end();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const write = (file: string, sql: string) => writeFile(join(folder, file), sql);
  const count = async () =>
    (await pool.query<{ n: number }>('select count(*)::int as n from samspor.sample')).rows[0]?.n;

  it('applies what is new, in order, and nothing twice', async () => {
    expect(await migrate(pool, { schema: 'samspor', folder })).toEqual(['0001-sample.sql', '0002-rows.sql']);
    expect(await migrate(pool, { schema: 'samspor', folder })).toEqual([]);
    await write('0003-more.sql', 'insert into samspor.sample values (3);');
    expect(await migrate(pool, { schema: 'samspor', folder })).toEqual(['0003-more.sql']);
    expect(await count()).toBe(3);
  });

  it('says of a database that is not there what makes it', async () => {
    await database.drop();
    const late = createPool({ connectionString: database.url, applicationName: 'migrate spec', max: 1 });
    await expect(migrate(late, { schema: 'samspor', folder })).rejects.toMatchObject({
      message: expect.stringMatching(/ does not exist; "samspor db init" prints the SQL that makes it$/),
      code: '3D000',
    });
    await late.end();
  });

  it('applies each file once when several processes start together', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(pool, { schema: 'samspor', folder })));
    expect(applied.flat()).toEqual(['0001-sample.sql', '0002-rows.sql']);
    expect(await count()).toBe(2);
  });

  it('keeps nothing of a file that fails, names it, and goes on when it is mended', async () => {
    await write('0003-broken.sql', 'insert into samspor.sample values (3); select no_such_thing;');
    await expect(migrate(pool, { schema: 'samspor', folder })).rejects.toThrow(
      /0003-broken\.sql.*no_such_thing/,
    );
    expect(await count()).toBe(2);
    await write('0003-broken.sql', 'insert into samspor.sample values (3);');
    expect(await migrate(pool, { schema: 'samspor', folder })).toEqual(['0003-broken.sql']);
  });

  it('refuses a database that a newer program has migrated', async () => {
    const older = await mkdtemp(join(tmpdir(), 'samspor-migrate-'));
    await cp(folder, older, { recursive: true });
    await write('0003-more.sql', 'alter table samspor.sample add column more text;');
    await migrate(pool, { schema: 'samspor', folder });
    const refusal = migrate(pool, { schema: 'samspor', folder: older });
    await expect(refusal).rejects.toThrow(NewerSchemaError);
    await expect(refusal).rejects.toThrow('has had migration 3 of "samspor", this program knows 2');
    await rm(older, { recursive: true });
  });

  it('refuses a file that has changed since, but not for its line ends', async () => {
    await write('0003-lines.sql', 'select 1;\nselect 2;\n');
    await migrate(pool, { schema: 'samspor', folder });
    await write('0003-lines.sql', 'select 1;\r\nselect 2;\r\n');
    expect(await migrate(pool, { schema: 'samspor', folder })).toEqual([]);
    await write('0001-sample.sql', 'create table samspor.sample (item bigint);');
    const refusal = migrate(pool, { schema: 'samspor', folder });
    await expect(refusal).rejects.toThrow(ChangedMigrationError);
    await expect(refusal).rejects.toThrow('0001-sample.sql');
  });

  it.each(['0004-gap.sql', '3-short.sql', '0003_underscore.sql', '0002-double.sql'])(
    'refuses a folder with %s',
    async (file) => {
      await write(file, 'select 1;');
      await expect(migrate(pool, { schema: 'samspor', folder })).rejects.toThrow(
        /expected a file named 000\d-/,
      );
    },
  );

  it('keeps several folders of one schema apart by name', async () => {
    await migrate(pool, { schema: 'samspor', folder });
    const other = await mkdtemp(join(tmpdir(), 'samspor-migrate-'));
    await writeFile(join(other, '0001-other.sql'), 'create table samspor.other (item integer);');
    expect(await migrate(pool, { schema: 'samspor', name: 'feed', folder: other })).toEqual([
      '0001-other.sql',
    ]);
    expect(await migrate(pool, { schema: 'samspor', folder })).toEqual([]);
    await rm(other, { recursive: true });
  });

  it('says what to do when the schema is missing', async () => {
    await expect(migrate(pool, { schema: 'vault', folder })).rejects.toThrow('samspor db init');
  });
});
