import { append, Engine, history, lines, opened, orders } from './engine.testing.js';
import { dropOldVersions } from './index.js';

describe('versions that a release does not read', () => {
  let engine: Engine;

  beforeEach(async () => {
    engine = await Engine.open();
    await append(engine.store, '1576', opened('a'));
  });
  afterEach(() => engine.close());

  const next = [{ ...orders, version: 2 }, lines, history];
  const dropped = async () => {
    const readModels = engine.readModels(next);
    try {
      return await dropOldVersions(readModels);
    } finally {
      await readModels.close();
    }
  };
  const relations = async () => {
    const { rows } = await engine.superuser.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'samspor'::regnamespace and relkind in ('r', 'v')
         and relname like 'orders_%' order by 1`,
    );
    return rows.map(({ relname }) => relname);
  };

  it('are kept while a projector keeps them current, and dropped when none does', async () => {
    const old = await engine.start();
    await engine.start({ projections: next });
    expect(await dropped()).toEqual([{ name: 'orders', version: 1, outcome: 'kept' }]);
    expect(await engine.rows('orders')).toHaveLength(1);

    await old.stop();
    expect(await dropped()).toEqual([{ name: 'orders', version: 1, outcome: 'dropped' }]);
    expect(await relations()).toEqual(['orders_v2', 'orders_v2_b1']);
    expect(await engine.rows('orders', 2)).toHaveLength(1);
    expect(await dropped()).toEqual([]);
  });

  it('are kept while a query reads them', async () => {
    await engine.start();
    await engine.stop();
    const reader = await engine.superuser.connect();
    await reader.query('begin; select from samspor.orders_v1');
    expect(await dropped()).toEqual([{ name: 'orders', version: 1, outcome: 'kept' }]);
    await reader.query('rollback');
    reader.release();
    expect(await engine.rows('orders')).toHaveLength(1);
  });
});
