import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/wait.js';
import {
  copyFrom,
  createPool,
  inTransaction,
  isConnectionError,
  isUniqueViolation,
  roles,
  type Pool,
} from './index.js';

let database: TestDatabase;
let pool: Pool;
let admin: Pool;
const idleErrors: Error[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({
    connectionString: database.url,
    role: roles.owner,
    applicationName: 'pool spec',
    max: 2,
    onIdleError: (error) => idleErrors.push(error),
  });
  admin = createPool({ connectionString: database.superuserUrl, applicationName: 'pool spec admin', max: 1 });
  await pool.query('create table samspor.sample (item integer primary key)');
});

afterAll(async () => {
  await pool.end();
  await admin.end();
  await database.drop();
});

beforeEach(() => pool.query('truncate samspor.sample'));

const items = async () =>
  (await pool.query<{ item: number }>('select item from samspor.sample order by item')).rows.map(
    ({ item }) => item,
  );

const terminate = (pid: number) => admin.query('select pg_terminate_backend($1)', [pid]);

async function pidOf(client: Pick<Pool, 'query'>): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}

describe('a pool', () => {
  it('answers dates, times and large numbers as strings, in UTC, also in arrays', async () => {
    const { rows } = await pool.query(
      `select date '2024-02-29' as day, timestamptz '2024-06-01 12:00:00.123456+02' as at, 9223372036854775807::int8 as big,
              array[date '0044-03-15'] as days, array[timestamptz '2024-06-01 00:00+02'] as times, array[9007199254740993::int8] as bigs,
              42 as small`,
    );
    expect(rows).toEqual([
      {
        day: '2024-02-29',
        at: '2024-06-01 10:00:00.123456+00',
        big: '9223372036854775807',
        days: ['0044-03-15'],
        times: ['2024-05-31 22:00:00+00'],
        bigs: ['9007199254740993'],
        small: 42,
      },
    ]);
  });

  it('leaves no named prepared statement behind', async () => {
    await inTransaction(pool, async (client) => {
      await client.query('select $1::int', [1]);
      expect((await client.query('select name from pg_prepared_statements')).rows).toEqual([]);
    });
  });

  it('replaces an idle connection that dies, and tells of it', async () => {
    await terminate(await pidOf(pool));
    await eventually(() => expect(idleErrors).not.toEqual([]));
    expect(isConnectionError(idleErrors[0])).toBe(true);
    expect(await items()).toEqual([]);
  });

  it('commits to the disk where it is told to, whatever the database is set to', async () => {
    const { rows } = await admin.query<{ name: string }>('select current_database() as name');
    await admin.query(`alter database ${rows[0]?.name} set synchronous_commit = off`);
    const settingOf = async (durable: boolean) => {
      const one = createPool({
        connectionString: database.url,
        applicationName: 'pool spec',
        max: 1,
        durable,
      });
      const { rows: shown } = await one.query('show synchronous_commit');
      await one.end();
      return shown as unknown[];
    };
    expect(await settingOf(false)).toEqual([{ synchronous_commit: 'off' }]);
    expect(await settingOf(true)).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('gives up a query that takes too long, with its connection, also in a transaction', async () => {
    const impatient = createPool({
      connectionString: database.url,
      role: roles.owner,
      applicationName: 'pool spec',
      max: 1,
      queryTimeoutMs: 300,
    });
    const began = Date.now();
    const slow = 'select pg_sleep(5)';
    const alone = await impatient.query(slow).catch((error: unknown) => error);
    const inOne = await inTransaction(impatient, async (client) => {
      await client.query('insert into samspor.sample values (7)');
      await client.query(slow);
    }).catch((error: unknown) => error);
    expect([isConnectionError(alone), isConnectionError(inOne)]).toEqual([true, true]);
    expect((await impatient.query('select 1')).rowCount).toBe(1);
    expect(Date.now() - began).toBeLessThan(4_000);
    expect(await items()).toEqual([]);
    await impatient.end();
  });

  it('survives a lent connection that dies in silence', async () => {
    const client = await pool.connect();
    const ended = new Promise((resolve) => client.once('end', resolve));
    await terminate(await pidOf(client));
    await ended;
    const failure: unknown = await client.query('select 1').catch((error: unknown) => error);
    expect(isConnectionError(failure)).toBe(true);
    client.release(true);
    expect(await items()).toEqual([]);
  });

  it('tells a server that cannot be reached from a statement that fails', async () => {
    const nowhere = createPool({
      connectionString: 'postgresql://a:b@127.0.0.1:1/c',
      applicationName: 'pool spec',
    });
    expect(isConnectionError(await nowhere.query('select 1').catch((error: unknown) => error))).toBe(true);
    expect(isConnectionError(await pool.query('select nothing').catch((error: unknown) => error))).toBe(
      false,
    );
    await nowhere.end();
  });
});

describe('a transaction', () => {
  it('commits what its work did and answers with the result', async () => {
    const answer = await inTransaction(pool, async (client) => {
      await client.query('insert into samspor.sample values (1)');
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await items()).toEqual([1]);
  });

  it('rolls back when its work throws, and gives the connection back', async () => {
    for (let round = 0; round < 5; round++) {
      await expect(
        inTransaction(pool, async (client) => {
          await client.query('insert into samspor.sample values (1)');
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
    }
    expect(await items()).toEqual([]);
    expect(pool.waitingCount).toBe(0);
  });

  it('does not pass off as committed what the server rolled back', async () => {
    await expect(
      inTransaction(pool, async (client) => {
        await client.query('insert into samspor.sample values (1)');
        await client.query('insert into samspor.sample values (1)').catch((error: unknown) => {
          expect(isUniqueViolation(error)).toBe(true);
          expect(isUniqueViolation(error, 'sample_pkey')).toBe(true);
          expect(isUniqueViolation(error, 'another')).toBe(false);
        });
      }),
    ).rejects.toThrow('Nothing was committed');
    expect(await items()).toEqual([]);
  });

  it('destroys a connection that broke', async () => {
    const broken = await inTransaction(pool, async (client) => {
      await terminate(await pidOf(client));
      await client.query('select 1');
    }).catch((error: unknown) => error);
    expect(isConnectionError(broken)).toBe(true);
    await inTransaction(pool, (client) => client.query('insert into samspor.sample values (2)'));
    expect(await items()).toEqual([2]);
  });

  it('runs at the isolation and with the access it was asked for', async () => {
    const shown = await inTransaction(
      pool,
      async (client) => {
        const { rows } = await client.query(
          `select current_setting('transaction_isolation') as isolation, current_setting('transaction_read_only') as read_only,
                  current_setting('samspor.tenants') as tenants`,
        );
        return rows as unknown[];
      },
      { isolation: 'repeatable read', readOnly: true, tenants: ['1576', '5001'] },
    );
    expect(shown).toEqual([{ isolation: 'repeatable read', read_only: 'on', tenants: '1576,5001' }]);
  });

  it('takes rows by COPY', async () => {
    await inTransaction(pool, (client) =>
      pipeline(Readable.from(['1\n2\n', '3\n']), copyFrom(client, 'copy samspor.sample (item) from stdin')),
    );
    expect(await items()).toEqual([1, 2, 3]);
  });
});
