import { unread } from '#event-sourcing/testing/memory-event-store';
import type { StoredEvent } from '#event-sourcing/event-store';
import { applyBatch } from './apply.js';
import { Delivered, historyFor } from './delivered.js';
import { append, corrected, decoder, Engine, lineAdded, opened, orders } from './engine.testing.js';
import type { ReadModels } from './index.js';
import { rebuild } from './rebuild.js';
import { Fenced, liveCheckpoint, type Checkpoint } from './registry.js';

describe('a batch', () => {
  let engine: Engine;
  let readModels: ReadModels;
  let checkpoint: Checkpoint;

  beforeEach(async () => {
    engine = await Engine.open();
    readModels = engine.readModels();
    await readModels.prepare();
    await rebuild(orders, { store: engine.store, decoder, readModels });
    const live = await liveCheckpoint(readModels.projector, orders);
    if (!live) throw new Error('a build has a checkpoint');
    checkpoint = live;
  });
  afterEach(async () => {
    await readModels.close();
    await engine.close();
  });

  const take = (from: Checkpoint, ...events: readonly StoredEvent[]) =>
    applyBatch(
      readModels.projector,
      orders,
      from,
      { events: events.map((event) => new Delivered(unread(event), decoder)), caughtUp: true },
      historyFor(orders, engine.store, decoder),
    );

  it('that comes twice is taken in once', async () => {
    const events = await append(engine.store, '1576', opened('a'), lineAdded('a', 'a1', 5));
    const after = await take(checkpoint, ...events);
    const rows = await engine.rows('orders');
    expect(await take(after, ...events)).toEqual(after);
    const [next] = await append(engine.store, '1576', lineAdded('a', 'a2', 1));
    if (next) await take(after, ...events, next);
    expect(rows).toMatchObject([{ total: '5' }]);
    expect(await engine.rows('orders')).toMatchObject([{ total: '6', lines: ['a1', 'a2'] }]);
  });

  it('keeps its place past 2^53, where neighbouring numbers become one', async () => {
    const far = 2n ** 53n;
    const events = await append(
      engine.store,
      '1576',
      opened('a'),
      lineAdded('a', 'a1', 5),
      lineAdded('a', 'a2', 7),
    );
    const [first, second, third] = events.map((event, index) => ({
      ...event,
      position: far + BigInt(index),
    }));
    if (!first || !second || !third) throw new Error('three events were appended');
    await take(checkpoint, first, second);
    const live = await liveCheckpoint(readModels.projector, orders);
    expect(live).toMatchObject({ resume: far + 1n, last: { position: far + 1n, id: second.id } });
    if (live) await take(live, second, third);
    expect(await engine.rows('orders')).toMatchObject([{ total: '12', position: String(far + 2n) }]);
  });

  it('writes nothing when another process has moved the checkpoint', async () => {
    const [open] = await append(engine.store, '1576', opened('a'));
    const [line] = await append(engine.store, '1576', lineAdded('a', 'a1', 5));
    if (!open || !line) throw new Error('two events were appended');
    await take(checkpoint, open, line);
    await expect(take(checkpoint, open)).rejects.toThrow(Fenced);
    expect(await engine.rows('orders')).toMatchObject([{ total: '5', revision: '1' }]);
  });

  it('is taken in once also where reading had come further, as in a log restored to an earlier end', async () => {
    const [open, line] = await append(engine.store, '1576', opened('a'), lineAdded('a', 'a1', 5));
    if (!open || !line) throw new Error('two events were appended');
    const events = [new Delivered(unread(open), decoder)];
    const further = await applyBatch(
      readModels.projector,
      orders,
      checkpoint,
      { events, resume: line.position + 100n, caughtUp: true },
      historyFor(orders, engine.store, decoder),
    );
    await take(further, line);
    await expect(take(further, line)).rejects.toThrow(Fenced);
    expect(await engine.rows('orders')).toMatchObject([{ total: '5', revision: '1' }]);
  });

  it('with a correction is folded up to its own last event, whatever the log holds by then', async () => {
    const [open, line] = await append(engine.store, '1576', opened('a'), lineAdded('a', 'a1', 5));
    if (!open || !line) throw new Error('two events were appended');
    const [correction] = await append(engine.store, '1576', corrected(line, { amount: 6 }));
    const [later] = await append(engine.store, '1576', lineAdded('a', 'a2', 7));
    if (!correction || !later) throw new Error('two more events were appended');
    const after = await take(checkpoint, open, line, correction);
    expect(await engine.rows('orders')).toMatchObject([{ total: '6' }]);
    await take(after, later);
    expect(await engine.rows('orders')).toMatchObject([{ total: '13' }]);
  });

  it('takes the place that was read up to no step back', async () => {
    const read = (resume: bigint) =>
      applyBatch(
        readModels.projector,
        orders,
        checkpoint,
        { events: [], resume, caughtUp: true },
        historyFor(orders, engine.store, decoder),
      );
    await read(500n);
    await expect(read(400n)).rejects.toThrow(Fenced);
    expect(await liveCheckpoint(readModels.projector, orders)).toMatchObject({ resume: 500n });
  });

  it('is taken in by one of two processes that try at once', async () => {
    const events = await append(engine.store, '1576', opened('a'), lineAdded('a', 'a1', 5));
    const outcomes = await Promise.allSettled([take(checkpoint, ...events), take(checkpoint, ...events)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'Fenced' },
    });
    expect(await engine.rows('orders')).toMatchObject([{ total: '5' }]);
  });
});
