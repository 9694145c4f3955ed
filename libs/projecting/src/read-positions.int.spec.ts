import { readLogId } from '#event-sourcing/log-id';
import type { Pool } from '#postgres';
import { eventually } from '../../../test/support/wait.js';
import { append, decoder, Engine, opened, orders, testProjections } from './engine.testing.js';
import { ReadPositions, rebuild, type Move } from './index.js';
import { recordUnbuilt } from './registry.js';

describe('the positions that queries wait for', () => {
  let engine: Engine;
  let pool: Pool;
  let positions: ReadPositions;
  let logId: string;
  const unbuilt = { name: 'unbuilt', version: 1 };

  beforeEach(async () => {
    engine = await Engine.open();
    logId = String(await readLogId(engine.store));
    await engine.start();
    pool = engine.reader();
    positions = await ReadPositions.open({
      databaseUrl: engine.database.url,
      pool,
      projections: [...testProjections, unbuilt],
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
    await engine.refuse('bad');
    const target = await appended('bad');
    expect(await positions.waitFor(['lines', 'history'], target, 20_000)).toBe('ready');
    expect(await positions.waitFor(['orders'], target, 20_000)).toBe('halted');
  });

  it('are not waited for where the projection is halted beyond them: the log may have been restored', async () => {
    const reached = await appended('a');
    expect(await positions.waitFor(['orders'], reached, 20_000)).toBe('ready');
    await engine.refuse('bad');
    expect(await positions.waitFor(['orders'], await appended('bad'), 20_000)).toBe('halted');
    expect(await positions.waitFor(['orders'], reached, 20_000)).toBe('halted');
  });

  it('are not waited for where the first build failed', async () => {
    const waited = positions.waitFor(['unbuilt'], { logId, position: 0n }, 20_000);
    await recordUnbuilt(engine.superuser, unbuilt, 'the log holds an event that nobody knows');
    expect(await waited).toBe('halted');
  });

  it('are looked up when nothing was heard of them', async () => {
    await engine.stop();
    const target = await appended('a');
    // No notification goes with it, as when the connection has fallen silent.
    await engine.superuser.query('update samspor.checkpoint set resume_position = $1', [target.position]);
    expect(await positions.waitFor(['orders'], target, 50)).toBe('ready');
  });

  it('are heard of again after the connection broke', async () => {
    await engine.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'samspor listen%'`,
    );
    // Sooner than a quiet projector says again where it stands.
    expect(await positions.waitFor(['orders'], await appended('a'), 5_000)).toBe('ready');
  });

  it('are never reached in another log', async () => {
    const { position } = await appended('a');
    expect(await positions.waitFor(['orders'], { logId, position }, 20_000)).toBe('ready');
    const elsewhere = '00000000-0000-4000-8000-000000000000';
    expect(await positions.waitFor(['orders'], { logId: elsewhere, position }, 50)).toBe('later');
  });

  it('are those of the build that is read, and of this release’s version', async () => {
    await engine.stop();
    await told('orders', { state: 'BUILDING' });
    await told('orders', { version: 2 });
    expect(await positions.waitFor(['orders'], { logId, position: far }, 300)).toBe('later');
    await told('orders');
    expect(await positions.waitFor(['orders'], { logId, position: far }, 5_000)).toBe('ready');
  });

  const far = 1n << 40n;
  /** What a projector says when it moves a checkpoint. */
  const told = (projection: string, more: object = {}) =>
    engine.superuser.query('select pg_notify($1, $2)', [
      'samspor_projected',
      JSON.stringify({ projection, version: 1, state: 'RUNNING', position: String(far), logId, ...more }),
    ]);

  it('tell an observer which projection moved', async () => {
    const moved = new Set<string>();
    const end = positions.observe(({ projection }) => moved.add(projection));
    await positions.waitFor(['orders', 'lines', 'history'], await appended('a'), 20_000);
    expect([...moved].toSorted()).toEqual(['history', 'lines', 'orders']);
    end();
  });

  it('tell an observer when another build is read', async () => {
    const moves: Move[] = [];
    positions.observe((move) => void moves.push(move));
    await positions.waitFor(['orders'], await appended('a'), 20_000);
    expect(moves).not.toContainEqual(expect.objectContaining({ isAnotherBuild: true }));
    const readModels = engine.readModels();
    await rebuild(orders, { store: engine.store, decoder, readModels });
    await readModels.close();
    await eventually(() =>
      expect(moves.filter(({ isAnotherBuild }) => isAnotherBuild)).toEqual([
        { projection: 'orders', isAnotherBuild: true, hasNewRows: true },
      ]),
    );
  });
});
