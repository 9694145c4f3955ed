// @long
import { openLog } from '#event-sourcing/log-id';
import { testEventKeys } from '#event-sourcing/testing/event-key';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { eventually } from '../../../test/support/wait.js';
import { append, decoder, Engine, lineAdded, opened, orders, testProjections } from './engine.testing.js';
import { projectionStatus, rebuild } from './index.js';

describe('a read model before a log that is not its own', () => {
  let engine: Engine;

  beforeEach(async () => {
    engine = await Engine.open();
    await engine.start();
    await append(engine.store, '1576', opened('a'), lineAdded('a', 'a1', 1));
    await eventually(async () => expect(await engine.rows('orders')).toMatchObject([{ total: '1' }]));
    await eventually(async () => expect(await engine.rows('lines')).toHaveLength(1));
    await engine.stop();
  });
  afterEach(() => engine.close());

  const haltedMessage = () =>
    eventually(async () => {
      const statuses = await projectionStatus(engine.superuser, testProjections);
      for (const { state } of statuses) expect(state).toBe('HALTED');
      return statuses[0]?.message;
    });

  it('halts before another log, says so, and offers a rebuild that mends it', async () => {
    const rightful = engine.store;
    engine.store = new MemoryEventStore();
    await openLog(engine.store, testEventKeys);
    await append(engine.store, '1576', opened('z'));
    await engine.start();
    const message = await haltedMessage();
    expect(message).toContain('does not belong to this log: it was made from the log');
    expect(message).toContain('samspor projections rebuild orders');
    expect(await engine.rows('orders')).toMatchObject([{ order_id: 'a' }]);

    const readModels = engine.readModels();
    for (const projection of testProjections) {
      await rebuild(projection, { store: engine.store, decoder, readModels });
    }
    await readModels.close();
    await append(engine.store, '1576', lineAdded('z', 'z1', 4));
    await eventually(async () =>
      expect(await engine.rows('orders')).toMatchObject([{ order_id: 'z', total: '4' }]),
    );
    await rightful.close();
  });

  it('halts before its log restored to an earlier state', async () => {
    engine.store = await copyOf(engine.store, 2);
    await engine.start();
    expect(await haltedMessage()).toContain('is not there; the log was restored to an earlier state');
  });

  it('halts before its log restored and continued otherwise', async () => {
    engine.store = await copyOf(engine.store, 2);
    await append(engine.store, '1576', lineAdded('a', 'other', 9));
    await append(engine.store, '1576', opened('b'));
    const foreign = engine.store as MemoryEventStore;
    const third = foreign.all[2];
    if (third) foreign.all[2] = { ...third, id: '00000000-0000-5000-8000-000000000000' };
    foreign.read = (stream, options) =>
      Promise.resolve(
        foreign.all.filter((event) => event.stream === stream).slice(Number(options?.from ?? 0n)),
      );
    await engine.start();
    expect(await haltedMessage()).toMatch(
      /where its last event .* should stand is 00000000-0000-5000-8000-000000000000/,
    );
  });

  it('halts before its log moved to another server, where the same events have other positions', async () => {
    const moved = new MemoryEventStore();
    await moved.append('reactor-other', 'no_stream', [
      { id: '00000000-0000-4000-8000-000000000001', type: 'ReactorAdvanced', data: {}, metadata: {} },
    ]);
    engine.store = await copyOf(engine.store, 3, moved);
    await engine.start();
    expect(await haltedMessage()).toContain('does not belong to this log: where its last event');
  });

  it('goes on by itself when the right log is back', async () => {
    const rightful = engine.store;
    engine.store = new MemoryEventStore();
    await openLog(engine.store, testEventKeys);
    await engine.start();
    await haltedMessage();
    await engine.stop();
    await engine.store.close();
    engine.store = rightful;
    await append(rightful, '1576', lineAdded('a', 'a2', 5));
    await engine.start();
    await eventually(async () => expect(await engine.rows(orders.name)).toMatchObject([{ total: '6' }]));
  });

  it('passes nothing over when its log was restored to just after its last event', async () => {
    await engine.start();
    await engine.store.append('reactor-other', 'no_stream', [
      { id: '00000000-0000-4000-8000-000000000001', type: 'ReactorAdvanced', data: {}, metadata: {} },
    ]);
    const end = await engine.store.end();
    await eventually(async () => {
      const statuses = await projectionStatus(engine.superuser, testProjections);
      for (const { position } of statuses) expect(position).toBe(end);
    });
    await engine.stop();

    engine.store = await copyOf(engine.store, 3);
    await append(engine.store, '1576', lineAdded('a', 'a2', 5));
    expect(await engine.store.end()).toBe(end);
    await engine.start();
    await eventually(async () => expect(await engine.rows('orders')).toMatchObject([{ total: '6' }]));
  });

  it('says no more that it is where its log went before it was restored', async () => {
    await engine.start();
    await engine.store.append('reactor-other', 'no_stream', [
      { id: '00000000-0000-4000-8000-000000000001', type: 'ReactorAdvanced', data: {}, metadata: {} },
    ]);
    const positions = async () =>
      (await projectionStatus(engine.superuser, testProjections)).map(({ position }) => position);
    const end = await engine.store.end();
    await eventually(async () => expect(await positions()).toEqual(testProjections.map(() => end)));
    await engine.stop();

    engine.store = await copyOf(engine.store, 3);
    const restored = await engine.store.end();
    expect(restored).not.toBe(end);
    await engine.start();
    expect(await positions()).toEqual(testProjections.map(() => restored));
  });

  /** The first events of a log, as a backup of that moment holds them. */
  async function copyOf(
    store: unknown,
    events: number,
    copy = new MemoryEventStore(),
  ): Promise<MemoryEventStore> {
    for (const { stream, revision, ...event } of (store as MemoryEventStore).all.slice(0, events)) {
      await copy.append(stream, revision === 0n ? 'no_stream' : revision - 1n, [event]);
    }
    return copy;
  }
});
