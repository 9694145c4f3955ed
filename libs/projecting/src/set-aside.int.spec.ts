// @long
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { eventually } from '../../../test/support/wait.js';
import { setAsideStreams } from './aside.js';
import {
  annulled,
  append,
  closed,
  corrected,
  Engine,
  lineAdded,
  NotingDecoder,
  opened,
  strange,
  testProjections,
  unfit,
} from './engine.testing.js';
import { projectionStatus, rebuildAll, unborneEvents } from './index.js';

describe('a stream that cannot be read', () => {
  let engine: Engine;
  let store: MemoryEventStore;
  let noting: NotingDecoder;

  beforeEach(async () => {
    unfit.clear();
    store = new MemoryEventStore();
    engine = await Engine.open(store);
    noting = new NotingDecoder();
    engine.decoder = noting;
    await append(store, '1576', opened('first'));
  });
  afterEach(() => engine.close());

  const rows = async () =>
    Object.fromEntries(
      await Promise.all(testProjections.map(async ({ name }) => [name, await engine.rows(name)] as const)),
    );
  const aside = async () =>
    (await setAsideStreams(engine.superuser, testProjections)).map(({ stream, kind, revision }) => [
      stream,
      kind,
      revision,
    ]);

  const caughtUp = () =>
    eventually(async () => {
      const end = await store.end();
      for (const { name, state, position } of await projectionStatus(engine.superuser, testProjections)) {
        expect({ name, state, position }).toEqual({ name, state: 'RUNNING', position: end });
      }
    });

  /** The rows and what is set aside, live and after a rebuild of everything, which are the same. */
  async function same() {
    await caughtUp();
    const live = { rows: await rows(), aside: await aside() };
    const readModels = engine.readModels();
    const outcomes = await rebuildAll(testProjections, { store, decoder: noting, readModels });
    await readModels.close();
    expect(outcomes.map(({ status }) => status)).toEqual(testProjections.map(() => 'fulfilled'));
    expect({ rows: await rows(), aside: await aside() }).toEqual(live);
    return live;
  }

  it('B8 halts itself alone: what came before stands, nothing after it is taken, and all else goes on', async () => {
    await engine.start();
    const [, line] = await append(store, '1576', opened('a'), lineAdded('a', 'a1', 5));
    await store.append('order-1576.a', 1n, [strange(1)]);
    await append(store, '1576', lineAdded('a', 'a2', 7));
    if (line) await append(store, '1576', corrected(line, { amount: 50 }));
    await append(store, '1576', opened('b'), lineAdded('b', 'b1', 3));
    const live = await same();
    expect(live.rows['orders']).toMatchObject([
      { order_id: 'a', total: '5' },
      { order_id: 'b', total: '3' },
      { order_id: 'first' },
    ]);
    expect(live.aside).toEqual([['order-1576.a', 'EVENT', '2']]);
    const told = engine.lines.filter((said) => said.includes('order-1576.a is set aside'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`OrderEaten (${strange(1).id}) at revision 2`);
  });

  it('B8 is found by a start that has everything to make, and by one that was away', async () => {
    await append(store, '1576', opened('a'));
    await store.append('order-1576.a', 0n, [strange(1)]);
    await engine.start();
    await append(store, '1576', opened('b'));
    await same();
    await engine.stop();
    await store.append('order-1576.b', 0n, [strange(2)]);
    await append(store, '1576', lineAdded('b', 'b1', 1), closed('b'));
    await engine.start();
    const live = await same();
    expect(live.aside).toEqual([
      ['order-1576.a', 'EVENT', '1'],
      ['order-1576.b', 'EVENT', '1'],
    ]);
  });

  it('B19 is passed over and named once where its name is none of ours', async () => {
    await engine.start();
    for (let n = 1; n < 4; n += 1) {
      await store.append('order-theirs', n === 1 ? 'no_stream' : BigInt(n - 2), [strange(n)]);
    }
    await append(store, '1576', opened('a'));
    await caughtUp();
    await engine.stop();
    await engine.start();
    const live = await same();
    expect(live.rows['orders']).toHaveLength(2);
    expect(await setAsideStreams(engine.superuser, testProjections)).toMatchObject([
      { stream: 'order-theirs', kind: 'STRANGER', isNoted: true },
    ]);
  });

  it('B1 goes on from where it is once somebody took note of the event', async () => {
    await engine.start();
    await append(store, '1576', opened('a'), lineAdded('a', 'a1', 5));
    await store.append('order-1576.a', 1n, [strange(1)]);
    await append(store, '1576', lineAdded('a', 'a2', 7));
    await same();
    await noting.note(store, 'order-1576.a', strange(1).id);
    await eventually(async () => expect(await aside()).toEqual([]));
    await append(store, '1576', lineAdded('a', 'a3', 1));
    await eventually(async () =>
      expect(await engine.rows('orders')).toMatchObject([{ order_id: 'a', total: '13' }, {}]),
    );
    await same();
  });

  it('B8 is looked at again by a release that knows more', async () => {
    await engine.start();
    await append(store, '1576', opened('a'));
    await store.append('order-1576.a', 0n, [strange(1)]);
    await append(store, '1576', lineAdded('a', 'a1', 5));
    await same();
    await engine.stop();
    noting.noted.add(strange(1).id);
    await engine.start();
    await eventually(async () => expect(await aside()).toEqual([]));
    expect(await engine.rows('orders')).toMatchObject([{ order_id: 'a', total: '5' }, {}]);
    await same();
  });

  it('B1 that was ended for ever has no rows, and nothing else stands still, not even where it came last', async () => {
    await engine.start();
    await append(store, '1576', opened('b'));
    await append(store, '1576', opened('a'), lineAdded('a', 'a1', 5));
    await caughtUp();
    store.tombstone('order-1576.a');
    await eventually(async () => expect(await aside()).toEqual([['order-1576.a', 'HISTORY', null]]));
    const live = await same();
    expect(live.rows['orders']).toMatchObject([{ order_id: 'b' }, { order_id: 'first' }]);
    await engine.stop();
    await engine.start();
    await append(store, '1576', lineAdded('b', 'b1', 1));
    expect((await same()).rows['lines']).toMatchObject([{ line_id: 'b1' }]);
  });

  it('B25 of which the server hides events has no rows until it is whole again', async () => {
    await engine.start();
    await append(store, '1576', opened('a'), lineAdded('a', 'a1', 5), lineAdded('a', 'a2', 7));
    const whole = (await same()).rows;
    store.setMetadata('order-1576.a', { $maxCount: 1 });
    await eventually(async () => expect(await aside()).toEqual([['order-1576.a', 'HISTORY', null]]));
    expect((await same()).rows['orders']).toMatchObject([{ order_id: 'first' }]);
    store.setMetadata('order-1576.a', {});
    await eventually(async () => expect(await aside()).toEqual([]));
    expect((await same()).rows).toEqual(whole);
  });

  it('B25 is named while a limit hides nothing yet, and loses its rows with the first event that is hidden', async () => {
    await engine.start();
    await append(store, '1576', opened('a'), lineAdded('a', 'a1', 5));
    store.setMetadata('order-1576.a', { $maxCount: 3 });
    await eventually(async () => expect(await aside()).toEqual([['order-1576.a', 'HISTORY', null]]));
    await append(store, '1576', lineAdded('a', 'a2', 7));
    expect((await same()).rows['orders']).toMatchObject([{ order_id: 'a', total: '12' }, {}]);
    await append(store, '1576', lineAdded('a', 'a3', 1));
    expect((await same()).rows['orders']).toMatchObject([{ order_id: 'first' }]);
  });

  describe('of which one read model cannot take in an event', () => {
    const orderOf = async (orderId: string) =>
      (await engine.rows('orders')).find(({ order_id }) => order_id === orderId);

    it('B1 halts there alone: what came before stands, all else goes on, also in a rebuild and after a start', async () => {
      await engine.start();
      await append(store, '1576', opened('a'), lineAdded('a', 'a1', 5));
      await caughtUp();
      unfit.add('a2').add('b');
      const [bad] = await append(store, '1576', lineAdded('a', 'a2', 7), lineAdded('a', 'a3', 1));
      await append(store, '1576', opened('c'), lineAdded('c', 'c1', 3), opened('c'));
      await append(store, '1576', opened('b'), closed('b'));
      await append(store, '1576', closed('c'));
      const live = await same();
      expect(live.aside).toEqual([
        ['order-1576.a', 'FOLD', '2'],
        ['order-1576.b', 'FOLD', '0'],
      ]);
      expect(await orderOf('a')).toMatchObject({ total: '5', lines: ['a1'], revision: '1' });
      expect(await orderOf('b')).toBeUndefined();
      expect(await orderOf('c')).toMatchObject({ status: 'CLOSED' });
      // The others bear it.
      expect(await engine.rows('lines')).toMatchObject(
        ['a1', 'a2', 'a3', 'c1'].map((line_id) => ({ line_id })),
      );
      const told = engine.lines.filter((said) => said.includes('order-1576.a is set aside'));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(
        `orders cannot take in event ${bad?.id} (LineAdded, order-1576.a at revision 2)`,
      );
      await engine.stop();
      await engine.start();
      expect(await same()).toEqual(live);
      await engine.stop();
      unfit.clear();
      // A release that bears it takes it in at its start.
      await engine.start();
      expect((await same()).aside).toEqual([]);
      expect(await orderOf('a')).toMatchObject({ total: '13' });
    });

    it('B1 is whole again once the entry is annulled, and stands as before a correction that it cannot bear', async () => {
      await engine.start();
      unfit.add('a1').add('666');
      const [, line] = await append(store, '1576', opened('a'), lineAdded('a', 'a1', 5));
      await append(store, '1576', lineAdded('a', 'a2', 7));
      expect((await same()).aside).toEqual([['order-1576.a', 'FOLD', '1']]);
      expect(await orderOf('a')).toMatchObject({ total: '0' });
      const [annulment] = await append(store, '1576', annulled('a', String(line?.id)));
      expect((await same()).aside).toEqual([]);
      expect(await orderOf('a')).toMatchObject({ total: '7', lines: ['a2'] });

      const [next] = await append(store, '1576', lineAdded('a', 'a4', 2));
      if (next) await append(store, '1576', corrected(next, { amount: 666 }));
      await append(store, '1576', closed('a'));
      const live = await same();
      expect(live.aside).toEqual([['order-1576.a', 'FOLD', '5']]);
      expect(await orderOf('a')).toMatchObject({
        total: '9',
        status: 'OPEN',
        revision: String(next?.revision),
      });
      expect(annulment?.revision).toBe(3n);
    });

    it('B1 is not asked of the database where a column cannot hold what the fold makes', async () => {
      await engine.start();
      await append(store, '1576', opened('a'), lineAdded('a', 'a1', 5), lineAdded('a', 'a2', 3_000_000_000));
      await append(store, '1576', opened('b'));
      const live = await same();
      expect(live.aside).toEqual([['order-1576.a', 'FOLD', '2']]);
      expect(await setAsideStreams(engine.superuser, testProjections)).toMatchObject([
        {
          message: expect.stringMatching(/^lines cannot take in .*: what it makes of amount is no integer$/),
        },
      ]);
      expect(await engine.rows('lines')).toMatchObject([{ line_id: 'a1' }]);
      expect(await orderOf('a')).toMatchObject({ total: '3000000005' });
      expect(await orderOf('b')).toBeDefined();
    });

    it('B1 goes on without the event once somebody took note of it; what comes later needs a note of its own', async () => {
      await engine.start();
      unfit.add('a1').add('a3');
      await append(store, '1576', opened('a'), lineAdded('a', 'a1', 5), lineAdded('a', 'a2', 7));
      await append(store, '1576', lineAdded('a', 'a3', 1), closed('a'));
      const note = async () => {
        const events = await unborneEvents(engine.superuser, testProjections, 'order-1576.a');
        expect(events).toMatchObject([{ projection: 'orders', version: 1 }]);
        await noting.leaveOut(store, 'order-1576.a', events);
      };
      expect((await same()).aside).toEqual([['order-1576.a', 'FOLD', '1']]);
      await note();
      expect((await same()).aside).toEqual([['order-1576.a', 'FOLD', '3']]);
      expect(await orderOf('a')).toMatchObject({ total: '7', status: 'OPEN' });
      await note();
      const live = await same();
      expect(live.aside).toEqual([]);
      expect(await orderOf('a')).toMatchObject({ total: '7', status: 'CLOSED' });
      expect(live.rows['lines']).toHaveLength(3);
    });
  });
});
