import { readLogId } from '#event-sourcing/log-id';
import type { Pool } from '#postgres';
import { append, Engine, opened, testProjections, unfit } from './engine.testing.js';
import { ReadPositions } from './index.js';

describe('the positions that queries wait for', () => {
  let engine: Engine;
  let pool: Pool;
  let positions: ReadPositions;
  let logId: string;

  beforeEach(async () => {
    unfit.clear();
    engine = await Engine.open();
    logId = String(await readLogId(engine.store));
    await engine.start();
    pool = engine.reader();
    positions = await ReadPositions.open({
      databaseUrl: engine.database.url,
      pool,
      projections: testProjections,
    });
  });
  afterEach(async () => {
    positions.close();
    await pool.end();
    await engine.close();
  });

  const appended = async (orderId: string) => {
    const [event] = await append(engine.store, '1576', opened(orderId));
    return { logId, position: event?.position ?? 0n };
  };

  it('are reached when the rows are there', async () => {
    const target = await appended('a');
    expect(await positions.waitFor(['orders', 'history'], target, 20_000)).toBe('ready');
    expect(await engine.rows('orders')).toHaveLength(1);
    const current = await positions.current(['orders', 'history']);
    expect(current).toMatchObject({ logId, position: target.position });
    expect(Date.parse(String(current.at))).not.toBeNaN();
  });

  it('are given up after the time that the caller gives', async () => {
    await engine.stop();
    expect(await positions.waitFor(['orders'], await appended('a'), 50)).toBe('later');
  });

  it('are not waited for where the projection is halted', async () => {
    unfit.add('bad');
    const target = await appended('bad');
    expect(await positions.waitFor(['lines', 'history'], target, 20_000)).toBe('ready');
    expect(await positions.waitFor(['orders'], target, 20_000)).toBe('halted');
  });

  it('are heard of again after the connection broke', async () => {
    await engine.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'samspor listen%'`,
    );
    expect(await positions.waitFor(['orders'], await appended('a'), 20_000)).toBe('ready');
  });

  it('tell an observer which projection moved', async () => {
    const moved = new Set<string>();
    const end = positions.observe((name) => moved.add(name));
    await positions.waitFor(['orders', 'lines', 'history'], await appended('a'), 20_000);
    expect([...moved].toSorted()).toEqual(['history', 'lines', 'orders']);
    end();
  });
});
