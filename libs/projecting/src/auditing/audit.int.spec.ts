import type { StoredEvent } from '#event-sourcing/event-store';
import { LogFault, type UnreadEvent } from '#event-sourcing/event-store';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { eventually } from '../../../../test/support/wait.js';
import {
  annulled,
  append,
  closed,
  corrected,
  Engine,
  lineAdded,
  NotingDecoder,
  opened,
  orders,
  strange,
  testProjections,
} from '../engine.testing.js';
import { contentHash } from '../tables.js';
import { audit, type Audit, lastAudit, projectionStatus, rebuildAll, recordAudit } from '../index.js';

/** Finds what was changed as the real codec does: by what is stored with it. */
class Judging extends NotingDecoder {
  readonly forged = new Set<string>();
  judge({ id, stream }: UnreadEvent): void {
    if (this.forged.has(id)) throw new LogFault(`${id} of ${stream} was changed`);
  }
}

describe('an audit', () => {
  let engine: Engine;
  let store: MemoryEventStore;
  let judging: Judging;

  beforeEach(async () => {
    store = new MemoryEventStore();
    engine = await Engine.open(store);
    judging = new Judging();
    engine.decoder = judging;
    await append(store, '1576', opened('first'), lineAdded('first', 'f1', 3));
  });
  afterEach(() => engine.close());

  async function audited(isWhole = false): Promise<Audit> {
    const readModels = engine.readModels();
    try {
      return await audit({ store, decoder: judging, readModels, isWhole });
    } finally {
      await readModels.close();
    }
  }
  const found = async (isWhole?: boolean) =>
    (await audited(isWhole)).findings.map(({ kind, projection, stream }) => [kind, projection, stream]);

  /** Things happen while the projector follows, of every sort that moves rows. */
  async function life(): Promise<readonly StoredEvent[]> {
    const [, line] = await append(
      store,
      '1576',
      opened('a'),
      lineAdded('a', 'a1', 5),
      lineAdded('a', 'a2', 7),
    );
    const [, , zero] = await append(
      store,
      '1576',
      opened('b'),
      lineAdded('b', 'b1', 2),
      lineAdded('b', 'b2', 9),
    );
    if (line) await append(store, '1576', corrected(line, { amount: 50 }));
    if (zero) await append(store, '1576', annulled('b', zero.id));
    if (line) await append(store, '1576', corrected(line, { amount: 0 }));
    await append(store, '1576', closed('a'));
    return append(store, '1576', opened('c'));
  }
  const caughtUp = () =>
    eventually(async () => {
      const end = await store.end();
      for (const { state, position } of await projectionStatus(engine.superuser, testProjections)) {
        expect({ state, position }).toEqual({ state: 'RUNNING', position: end });
      }
    });
  const change = (sql: string) => engine.superuser.query(sql);

  it('finds nothing where the projector alone was at work, live, made anew and gone on with', async () => {
    await engine.start();
    await life();
    await caughtUp();
    const live = await audited();
    expect(live).toMatchObject({ events: 13, streams: 4, findings: [] });
    const readModels = engine.readModels();
    await rebuildAll(testProjections, { store, decoder: judging, readModels });
    await readModels.close();
    expect(await audited(true)).toMatchObject({ events: 13, rows: live.rows, findings: [] });
    await append(store, '1576', lineAdded('c', 'c1', 4));
    await caughtUp();
    expect(await audited()).toMatchObject({ events: 14, findings: [] });
  });

  it('finds nothing wrong with a stream that is set aside, live or made anew', async () => {
    await engine.start();
    await append(store, '1576', opened('a'));
    await store.append('order-1576.a', 0n, [strange(1)]);
    await append(store, '1576', lineAdded('a', 'a1', 1), opened('b'));
    await caughtUp();
    expect(await found()).toEqual([]);
    const readModels = engine.readModels();
    await rebuildAll(testProjections, { store, decoder: judging, readModels });
    await readModels.close();
    expect(await found(true)).toEqual([]);
  });

  it('names the read model and the stream of a row that something else changed', async () => {
    await engine.start();
    await life();
    await caughtUp();
    await change(`update samspor.orders_v1_b1 set total = 1000 where order_id = 'b'`);
    expect(await found()).toEqual([['ROW', 'orders', 'order-1576.b']]);
  });

  it('looks twice at the same streams, however few are drawn by lot', async () => {
    await engine.start();
    for (let n = 0; n < 60; n += 1) await append(store, '1576', opened(`of-${n}`));
    await caughtUp();
    // As if the projector itself had written it: hash, count and sum are as they should be.
    await change(`update samspor.orders_v1_b1 set total = 1000`);
    await change(`update samspor.orders_v1_b1 set content_hash = ${contentHash(orders)}`);
    await change(
      `update samspor.row_tally set hashes = (select sum(content_hash) from samspor.orders_v1_b1) where name = 'orders'`,
    );
    const kinds = await found();
    expect(kinds.length).toBeGreaterThanOrEqual(20);
    expect(new Set(kinds.map(([kind, projection]) => `${kind} ${projection}`))).toEqual(
      new Set(['ROW orders']),
    );
  });

  it('names it also where the hash was changed along, or the row was removed or added', async () => {
    await engine.start();
    await life();
    await caughtUp();
    await change(`delete from samspor.lines_v1_b1 where line_id = 'b1'`);
    expect(await found()).toEqual(
      expect.arrayContaining([
        ['ROWS', 'lines', null],
        ['ROW', 'lines', 'order-1576.b'],
      ]),
    );
    await change(
      `insert into samspor.lines_v1_b1 (line_id, amount, municipality, stream, revision, position, content_hash)
       values ('b1', 2, '1576', 'order-1576.c', 1, 1, 1)`,
    );
    expect(await found()).toEqual(
      expect.arrayContaining([
        ['ROW', 'lines', 'order-1576.c'],
        ['ROWS', 'lines', null],
      ]),
    );
  });

  it('names the stream of an event that was changed, and the read models of a log that holds others', async () => {
    await engine.start();
    const [last] = await life();
    await caughtUp();
    judging.forged.add(String(last?.id));
    expect(await found()).toEqual([['EVENT', null, 'order-1576.c']]);
    judging.forged.clear();
    await change(`update samspor.checkpoint set taken = taken + 1 where name = 'orders'`);
    expect(await found()).toEqual([['EVENTS', 'orders', null]]);
    await change(
      `update samspor.checkpoint set taken = taken - 1, taken_sum = reverse(taken_sum) where name = 'orders'`,
    );
    const [finding] = (await audited()).findings;
    expect(finding?.message).toContain('orders took in 13 others than the log has');
  });

  it('keeps what it found last, and since when', async () => {
    await engine.start();
    await caughtUp();
    expect(await lastAudit(engine.superuser)).toBeUndefined();
    await change(`update samspor.orders_v1_b1 set total = 1000`);
    const first = await recordAudit(engine.superuser, await audited());
    const again = await recordAudit(engine.superuser, await audited());
    expect(again.findings).toEqual(first.findings);
    expect(await lastAudit(engine.superuser)).toEqual(again);
    expect(first.findings).toMatchObject([{ kind: 'ROW', since: first.endedAt }]);
  });
});
