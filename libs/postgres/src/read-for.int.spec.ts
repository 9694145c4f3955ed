import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createPool, type Pool, readerPool, readFor, roles, tenantPolicy } from './index.js';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  const owner = createPool({
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
  await owner.end();
});
beforeEach(() => {
  pool = readerPool({ connectionString: database.url, applicationName: 'read-for spec', max: 1 });
});
afterEach(() => pool.end());
afterAll(() => database.drop());

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
          query(text: string, values?: unknown[]) {
            if (text.startsWith('begin')) return client.query('begin nonsense');
            const answer = client.query(text, values);
            if (values !== undefined) void answer.then(({ rows }) => found.push(...rows));
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

  it('writes nothing', async () => {
    const change = 'update samspor.sample set municipality = municipality';
    await expect(readFor(pool, ['1576'], change, [])).rejects.toThrow();
  });
});
