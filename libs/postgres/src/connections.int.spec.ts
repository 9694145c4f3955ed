import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/wait.js';
import { advisoryLock, createPool, listen, lockSession, roles, type Pool } from './index.js';

let database: TestDatabase;
let pool: Pool;
let admin: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({
    connectionString: database.url,
    role: roles.owner,
    applicationName: 'lock spec',
    max: 2,
  });
  admin = createPool({ connectionString: database.superuserUrl, applicationName: 'admin', max: 1 });
});

afterAll(async () => {
  await pool.end();
  await admin.end();
  await database.drop();
});

const terminateAll = (where: string) =>
  admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and ${where}`,
  );

describe('an advisory lock', () => {
  it('is held by one at a time and free again after its release', async () => {
    const first = await advisoryLock(pool, 'projector');
    expect(first).toBeDefined();
    expect(await advisoryLock(pool, 'projector')).toBeUndefined();
    const other = await advisoryLock(pool, 'another');
    expect(other).toBeDefined();
    await first?.release();
    expect(first?.lost.aborted).toBe(false);
    const again = await advisoryLock(pool, 'projector');
    expect(again).toBeDefined();
    await other?.release();
    await again?.release();
  });

  it('takes none of the pool connections', async () => {
    const locks = await Promise.all(['a', 'b', 'c'].map((key) => advisoryLock(pool, key)));
    expect((await pool.query('select 1')).rowCount).toBe(1);
    for (const lock of locks) await lock?.release();
  });

  it('is lost with its connection, and says so', async () => {
    const lock = await advisoryLock(pool, 'projector');
    await terminateAll(`pid in (select pid from pg_locks where locktype = 'advisory')`);
    await eventually(() => expect(lock?.lost.aborted).toBe(true));
    const next = await advisoryLock(pool, 'projector');
    expect(next).toBeDefined();
    await next?.release();
    await lock?.release();
  });
});

describe('a session of locks', () => {
  it('holds as many as it was given, and gives them all back at its end', async () => {
    const one = await lockSession(pool);
    const other = await lockSession(pool);
    expect([await one.take('a'), await one.take('b'), await other.take('b'), await other.take('c')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    await one.end();
    expect(one.lost.aborted).toBe(false);
    expect([await other.take('a'), await other.take('b')]).toEqual([true, true]);
    await other.end();
  });
});

describe('listen', () => {
  const listening = `application_name = 'samspor listen moved'`;

  it('hears its channel, comes back after a lost connection, and ends with its signal', async () => {
    const heard: string[] = [];
    const lost: Error[] = [];
    let back = 0;
    const stop = new AbortController();
    await listen(database.url, 'moved', (payload) => heard.push(payload), {
      signal: stop.signal,
      onReconnect: () => (back += 1),
      onError: (error) => lost.push(error),
    });
    await pool.query(`select pg_notify('other', 'x'), pg_notify('moved', 'one')`);
    await eventually(() => expect(heard).toEqual(['one']));

    for (const round of [1, 2]) {
      await terminateAll(listening);
      await eventually(() => expect(back).toBe(round));
    }
    expect(lost).toHaveLength(2);
    await pool.query(`notify moved, 'two'`);
    await eventually(() => expect(heard).toEqual(['one', 'two']));

    stop.abort();
    await eventually(async () => {
      expect((await admin.query(`select from pg_stat_activity where ${listening}`)).rowCount).toBe(0);
    });
    expect(lost).toHaveLength(2);
  });

  it('rejects when the first connection fails', async () => {
    const { signal } = new AbortController();
    await expect(listen('postgresql://a:b@127.0.0.1:1/c', 'moved', () => {}, { signal })).rejects.toThrow(
      /ECONNREFUSED/,
    );
  });
});
