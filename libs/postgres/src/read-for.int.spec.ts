import type { QueryConfig } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createPool, type Pool, readerPool, readFor, roles, tenantPolicy } from './index.js';

let database: TestDatabase;
let pool: Pool;
let owner: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = createPool({
    connectionString: database.url,
    role: roles.owner,
    applicationName: 'read-for spec',
    max: 1,
  });
  await owner.query(`
    create table samspor.sample (municipality text not null);
    insert into samspor.sample values ('1576'), ('5001');
    alter table samspor.sample enable row level security;
    alter table samspor.sample force row level security;
    create policy visible on samspor.sample for select to ${roles.reader} using (${tenantPolicy});
    grant select on samspor.sample to ${roles.reader}`);
});
beforeEach(() => {
  pool = readerPool({ connectionString: database.url, applicationName: 'read-for spec', max: 1 });
});
afterEach(() => pool.end());
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

const all = 'select municipality from samspor.sample order by 1';
const seen = async (...tenants: readonly string[]) =>
  (await readFor<{ municipality: string }>(pool, tenants, all, [])).map(({ municipality }) => municipality);

describe('reading for a viewer', () => {
  it('sees the rows of the tenants that it names, and of no earlier reader on the same connection', async () => {
    expect(await seen('1576', '5001')).toEqual(['1576', '5001']);
    expect(await seen('5001')).toEqual(['5001']);
    expect(await seen()).toEqual([]);
    expect((await pool.query(all)).rows).toEqual([]);
  });

  it('sees nothing and fails where its transaction did not begin, and lets go of the connection', async () => {
    const found: unknown[] = [];
    const broken = {
      async connect() {
        const client = await pool.connect();
        return {
          query(asked: string | QueryConfig) {
            if (asked === 'commit') return client.query(asked);
            if (typeof asked === 'string') return client.query('begin nonsense');
            const answer = client.query(asked);
            void answer.then(({ rows }) => found.push(...rows));
            return answer;
          },
          release: (error?: Error) => client.release(error),
        };
      },
    } as unknown as Pool;
    await expect(readFor(broken, ['1576'], all, [])).rejects.toThrow('syntax error');
    expect(found).toEqual([]);
    expect(pool.totalCount).toBe(0);
    expect(await seen('1576')).toEqual(['1576']);
  });

  it('fails with its own error, and leaves the connection to the next', async () => {
    await expect(readFor(pool, ['1576'], 'select nothing_such', [])).rejects.toThrow('nothing_such');
    expect(pool.totalCount).toBe(1);
    expect(await seen('1576')).toEqual(['1576']);
  });

  it('asks a view that was moved to another table meanwhile, however often it was asked before', async () => {
    const view = (table: string) =>
      `create or replace view samspor.moving with (security_invoker) as select municipality from ${table}`;
    await owner.query(`
      create table samspor.sample_anew (municipality text not null);
      ${view('samspor.sample')}; grant select on samspor.moving, samspor.sample_anew to ${roles.reader}`);
    const moving = () => readFor(pool, ['1576'], 'select municipality from samspor.moving', []);
    for (let asked = 0; asked < 10; asked += 1) expect(await moving()).toHaveLength(1);
    await owner.query(view('samspor.sample_anew'));
    expect(await moving()).toEqual([]);
  });

  it('writes nothing', async () => {
    const change = 'update samspor.sample set municipality = municipality';
    await expect(readFor(pool, ['1576'], change, [])).rejects.toThrow();
  });
});
