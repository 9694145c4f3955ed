import type { QueryConfig } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createPool, type Pool, prepared, readerPool, readFor, roles, tenantPolicy } from './index.js';
import { mostKept } from './read-for.js';

let database: TestDatabase;
let owner: Pool;
let pool: Pool;

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
    create policy all_of_them on samspor.sample for select to ${roles.projector} using (true);
    grant select on samspor.sample to ${roles.reader}, ${roles.projector};
    create table samspor.second (like samspor.sample);
    insert into samspor.second values ('1576'), ('1576');
    grant select on samspor.second to ${roles.reader};
    create view samspor.shown with (security_invoker = true) as select municipality from samspor.sample;
    grant select on samspor.shown to ${roles.reader}`);
});
beforeEach(() => {
  pool = readerPool({ connectionString: database.url, applicationName: 'read-for spec', max: 1 });
});
afterEach(() => pool.end());
afterAll(async () => {
  await owner.end();
  await database.drop();
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
          query(statement: string | QueryConfig) {
            if (typeof statement !== 'string') {
              const answer = client.query(statement);
              void answer.then(({ rows }) => found.push(...rows));
              return answer;
            }
            return client.query(statement.startsWith('begin') ? 'begin nonsense' : statement);
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
    for (let turn = 0; turn < 2; turn++) {
      await expect(readFor(pool, ['1576'], 'select nothing_such', [])).rejects.toThrow('nothing_such');
    }
    expect(pool.totalCount).toBe(1);
    expect(await seen('1576')).toEqual(['1576']);
  });

  it('compiles nothing, whatever the server would', async () => {
    const asked = `select setting, source from pg_settings where name = 'jit'`;
    expect(await readFor(pool, [], asked, [])).toEqual([{ setting: 'off', source: 'session' }]);
  });

  it('writes nothing', async () => {
    const change = 'update samspor.sample set municipality = municipality';
    await expect(readFor(pool, ['1576'], change, [])).rejects.toThrow();
  });

  describe('by a plan that is kept', () => {
    const plans = async () => {
      const { rows } = await pool.query<{ generic: number; custom: number }>(
        'select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements order by prepare_time',
      );
      return rows;
    };

    it('has each statement planned once for a connection, whatever its values and tenants', async () => {
      const text = 'select municipality from samspor.sample where municipality <> $1 limit $2';
      for (const tenants of [['1576'], ['5001'], ['1576', '5001'], []]) {
        const rows = await readFor(pool, tenants, text, ['5001', 10]);
        expect(rows).toEqual(tenants.includes('1576') ? [{ municipality: '1576' }] : []);
      }
      await seen('1576');
      expect(await plans()).toEqual([
        { generic: 4, custom: 0 },
        { generic: 1, custom: 0 },
      ]);
    });

    it('shows each role what it may see, on one connection in turn', async () => {
      const client = await pool.connect();
      try {
        const seenAs = async (role: string) => {
          await client.query(`set role ${role}; set samspor.tenants to '5001'`);
          return (await client.query(prepared(all, []))).rows.length;
        };
        expect(await seenAs(roles.reader)).toBe(1);
        expect(await seenAs(roles.projector)).toBe(2);
        expect(await seenAs(roles.reader)).toBe(1);
      } finally {
        client.release(true);
      }
    });

    it('answers from the table to which a view was moved, and from a view that was made anew', async () => {
      const shown = () => readFor(pool, ['1576'], 'select municipality from samspor.shown', []);
      const view = 'view samspor.shown with (security_invoker = true) as select municipality';
      expect(await shown()).toHaveLength(1);
      await owner.query(`create or replace ${view} from samspor.second`);
      expect(await shown()).toHaveLength(2);
      await owner.query(`drop view samspor.shown; create ${view} from samspor.sample;
        grant select on samspor.shown to ${roles.reader}`);
      expect(await shown()).toHaveLength(1);
      expect(await plans()).toHaveLength(1);
    });

    it('closes a connection that keeps too many, and goes on with another', async () => {
      const long = (of: number) => `${all} -- ${String(of).padEnd(mostKept / 2)}`;
      await readFor(pool, ['1576'], long(1), []);
      await readFor(pool, ['1576'], long(1), []);
      expect(pool.totalCount).toBe(1);
      await readFor(pool, ['1576'], long(2), []);
      expect(pool.totalCount).toBe(0);
      expect(await readFor(pool, ['1576'], long(2), [])).toEqual([{ municipality: '1576' }]);
    });
  });
});
