// @long
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { eventually } from '../../../test/support/wait.js';
import {
  annulled,
  append,
  closed,
  corrected,
  Engine,
  history,
  lineAdded,
  lines,
  opened,
  orders,
  testProjections,
} from './engine.testing.js';
import { projectionStatus } from './index.js';

describe('the projector', () => {
  let engine: Engine;

  beforeEach(async () => {
    engine = await Engine.open();
  });
  afterEach(() => engine.close());

  const status = async (name: string) =>
    (await projectionStatus(engine.superuser, testProjections)).find((of) => of.name === name);

  it('makes the rows of what the log held before it and of what comes', async () => {
    await append(engine.store, '1576', opened('a'), lineAdded('a', 'a1', 7));
    await engine.start();
    expect(await engine.rows('orders')).toMatchObject([
      {
        order_id: 'a',
        status: 'OPEN',
        opened_on: '2026-03-02',
        lines: ['a1'],
        total: '7',
        municipality: '1576',
        revision: '1',
      },
    ]);
    await append(engine.store, '1576', lineAdded('a', 'a2', 3), closed('a'));
    await append(engine.store, '5001', opened('b', '2026-03-05'));
    await eventually(async () => {
      expect(await engine.rows('orders')).toMatchObject([
        { order_id: 'a', status: 'CLOSED', lines: ['a1', 'a2'], total: '10', revision: '3' },
        { order_id: 'b', municipality: '5001', stream: 'order-5001.b', revision: '0' },
      ]);
    });
  });

  it('moves every checkpoint past every event, also past those that make no row', async () => {
    await engine.start();
    const [event] = await append(engine.store, '1576', opened('a'));
    await eventually(async () => {
      for (const { name } of testProjections) {
        expect(await status(name)).toMatchObject({ position: event?.position });
      }
    });
    expect(await engine.rows('lines')).toEqual([]);
  });

  it('moves the place to go on from past what concerns nobody, once it is quiet', async () => {
    await engine.start();
    await append(engine.store, '1576', opened('a'));
    await engine.store.append('reactor-other', 'no_stream', [
      { id: '00000000-0000-4000-8000-000000000001', type: 'ReactorAdvanced', data: {}, metadata: {} },
    ]);
    const end = await engine.store.end();
    await eventually(async () => expect(await status('orders')).toMatchObject({ position: end }));
    const { rows } = await engine.superuser.query<{ last_position: string }>(
      `select last_position from samspor.checkpoint where name = 'orders'`,
    );
    expect(BigInt(String(rows[0]?.last_position))).toBeLessThan(end ?? 0n);
  });

  it('B20 says of itself only what the log bears out, whatever the server says to have looked at', async () => {
    /** Says to have looked past the end, and past an event that it delivers later. */
    class Ahead extends MemoryEventStore {
      asked = 0;
      withheld: string | undefined;
      private release = () => {};
      override async *subscribe(options: Parameters<MemoryEventStore['subscribe']>[0]) {
        for await (const batch of super.subscribe(options)) {
          for (const delivery of batch) {
            if (delivery.kind === 'event' && delivery.event.stream === this.withheld) {
              yield [{ kind: 'checkpoint' as const, position: delivery.event.position }];
              await new Promise<void>((resolve) => (this.release = resolve));
            }
            const ahead = delivery.kind === 'checkpoint' ? { position: delivery.position + 100_000n } : {};
            yield [{ ...delivery, ...ahead } as typeof delivery];
          }
        }
      }
      override async end() {
        this.asked += 1;
        return super.end();
      }
      deliver() {
        this.release();
      }
    }
    const store = new Ahead();
    const ahead = await Engine.open(store);
    const positions = async () =>
      (await projectionStatus(ahead.superuser, testProjections)).map(({ position }) => position);
    try {
      await ahead.start();
      const elsewhere = { id: '00000000-0000-4000-8000-000000000001', type: 'Noted', data: {}, metadata: {} };
      await store.append('else-1576.a', 'no_stream', [elsewhere]);
      const end = await store.end();
      await eventually(async () => expect(await positions()).toEqual(testProjections.map(() => end)));
      store.withheld = 'order-1576.late';
      const [late] = await append(store, '1576', opened('late'));
      const before = store.asked;
      await eventually(() => expect(store.asked).toBeGreaterThan(before + 2));
      for (const position of await positions()) expect(position).toBeLessThan(late?.position ?? 0n);
      store.deliver();
      await eventually(async () => expect(await ahead.rows('orders')).toHaveLength(1));
    } finally {
      store.deliver();
      await ahead.close();
    }
  });

  it('that finds itself far behind makes the rows anew in one pass, and goes on from there', async () => {
    await append(engine.store, '1576', opened('a'));
    await engine.start();
    await engine.stop();
    const batches = async (farBehind: bigint, orderId: string) => {
      for (let order = 0; order < 20; order += 1) {
        await append(
          engine.store,
          '1576',
          opened(`${orderId}${order}`),
          lineAdded(`${orderId}${order}`, `${orderId}l${order}`, 1),
        );
      }
      engine.lines.length = 0;
      await engine.start({ farBehind });
      await append(engine.store, '1576', opened(`${orderId} after`.replace(' ', '-')));
      await eventually(async () =>
        expect(await engine.rows('orders')).toContainEqual(
          expect.objectContaining({ order_id: `${orderId}-after` }),
        ),
      );
      await engine.stop();
      return engine.lines.filter((line) => line.includes("from the log's origin")).length;
    };
    expect(await batches(1n, 'b')).toBe(testProjections.length);
    // Less than a third of the log is missing now, or less than what counts.
    for (let round = 0; round < 3; round += 1) await append(engine.store, '1576', opened(`c${round}`));
    expect(await batches(1_000_000n, 'd')).toBe(0);
    expect(await engine.rows('orders')).toHaveLength(46);
  });

  it('goes on after a stop where it was, taking in each event once', async () => {
    await engine.start();
    await append(engine.store, '1576', opened('a'), lineAdded('a', 'a1', 1));
    await eventually(async () => expect(await engine.rows('lines')).toHaveLength(1));
    await engine.stop();
    await append(engine.store, '1576', lineAdded('a', 'a2', 2), lineAdded('a', 'a3', 4));
    await engine.start();
    await eventually(async () => expect(await engine.rows('orders')).toMatchObject([{ total: '7' }]));
  });

  it('folds a stream anew when a correction comes, and strikes out what was annulled', async () => {
    await engine.start();
    const [open, first, second] = await append(
      engine.store,
      '1576',
      opened('a'),
      lineAdded('a', 'a1', 5),
      lineAdded('a', 'a2', 6),
    );
    if (!open || !first || !second) throw new Error('three events were appended');
    await eventually(async () => expect(await engine.rows('lines')).toHaveLength(2));
    const [correction] = await append(engine.store, '1576', corrected(first, { amount: 50 }));
    const [annulment] = await append(engine.store, '1576', annulled('a', second.id));
    await append(engine.store, '1576', corrected(open, { openedOn: '2026-02-28' }), lineAdded('a', 'a3', 1));
    await eventually(async () => {
      expect(await engine.rows('orders')).toMatchObject([
        { opened_on: '2026-02-28', lines: ['a1', 'a3'], total: '51', revision: '6' },
      ]);
    });
    await eventually(async () => {
      expect(await engine.rows('lines')).toMatchObject([
        { line_id: 'a1', amount: 50, revision: '5' },
        { line_id: 'a3', amount: 1, revision: '6' },
      ]);
    });
    await eventually(async () => {
      const recorded = (await engine.rows('history')).map((row) => row['event_id']);
      expect(recorded).toHaveLength(7);
      expect(recorded).toEqual(expect.arrayContaining([first.id, second.id, correction?.id, annulment?.id]));
    });
    const [undone] = await append(engine.store, '1576', annulled('a', String(annulment?.id)));
    await eventually(async () => {
      expect(await engine.rows('orders')).toMatchObject([
        { total: '57', revision: String(undone?.revision) },
      ]);
    });
  });

  it('halts the projection that cannot take in an event, says which, lets the others go on, and skips nothing', async () => {
    await engine.start();
    await append(engine.store, '1576', opened('a'));
    await eventually(async () => expect(await engine.rows('orders')).toHaveLength(1));
    await engine.refuse('b');
    const [bad] = await append(engine.store, '1576', opened('b'), lineAdded('b', 'b1', 2));
    await append(engine.store, '1576', opened('c'), lineAdded('c', 'c1', 3));
    await eventually(async () => expect(await engine.rows('lines')).toHaveLength(2));
    await eventually(async () => expect(await status('orders')).toMatchObject({ state: 'HALTED' }));
    const halted = await status('orders');
    expect(halted?.message).toContain(`event ${bad?.id} (OrderOpened, order-1576.b at revision 0)`);
    expect(await engine.rows('orders')).toHaveLength(1);
    expect(await status('lines')).toMatchObject({ state: 'RUNNING' });

    await engine.refuse();
    await eventually(async () => expect(await engine.rows('orders')).toHaveLength(3));
    await append(engine.store, '1576', lineAdded('c', 'c2', 4));
    await eventually(async () => {
      expect(await status('orders')).toMatchObject({ state: 'RUNNING', message: undefined });
      expect((await engine.rows('orders')).at(-1)).toMatchObject({ order_id: 'c', total: '7' });
    });
  });

  it('is halted anew at the next event that it cannot take in', async () => {
    await engine.start();
    await engine.refuse('a', 'b');
    await append(engine.store, '1576', opened('a'));
    const [next] = await append(engine.store, '1576', opened('b'));
    await eventually(async () => expect(await status('orders')).toMatchObject({ state: 'HALTED' }));
    await engine.refuse('b');
    await eventually(async () => expect(await engine.rows('orders')).toHaveLength(1));
    await eventually(async () => {
      expect(await status('orders')).toMatchObject({
        state: 'HALTED',
        message: expect.stringContaining(`event ${next?.id}`) as unknown,
      });
    });
  });

  it('stops at the event again when its halt could not be written down', async () => {
    await engine.start();
    await engine.superuser.query(`
      create sequence samspor.refused; grant usage on sequence samspor.refused to public;
      create function samspor.refuse_halt() returns trigger language plpgsql as
        $$ begin
          if nextval('samspor.refused') = 1 then raise exception using errcode = '53100'; end if;
          return new;
        end $$;
      create trigger refuse_halt before update on samspor.checkpoint
        for each row when (new.state = 'HALTED') execute function samspor.refuse_halt();`);
    await engine.refuse('b');
    await append(engine.store, '1576', opened('b'));
    await eventually(async () => expect(await status('orders')).toMatchObject({ state: 'HALTED' }));
    await engine.refuse();
    await eventually(async () => expect(await engine.rows('orders')).toHaveLength(1));
  });

  it('writes checkpoint and rows together or not at all', async () => {
    await engine.start();
    await append(engine.store, '1576', opened('a'));
    await eventually(async () => expect(await engine.rows('orders')).toHaveLength(1));
    await engine.refuse('a');
    const before = await status('orders');
    await append(engine.store, '1576', lineAdded('a', 'a1', 1));
    await eventually(async () => expect(await status('orders')).toMatchObject({ state: 'HALTED' }));
    const halted = await status('orders');
    expect(halted?.position).toBe(before?.position);
    expect(halted?.message).toContain('(LineAdded, order-1576.a at revision 1)');
    expect(halted?.message).toContain('SQLSTATE P0001');
    // The text of an SQL error may quote a row.
    expect(JSON.stringify([halted?.message, engine.lines])).not.toContain('Testine');
    await engine.refuse();
    await eventually(async () => expect(await engine.rows('orders')).toMatchObject([{ total: '1' }]));
  });

  it('lets one of several processes lead; another takes over and nothing is taken in twice', async () => {
    const first = await engine.start();
    const second = await engine.start();
    expect([first.role(), second.role()]).toEqual(['LEADING', 'STANDBY']);
    await append(engine.store, '1576', opened('a'), lineAdded('a', 'a1', 1));
    await eventually(async () => expect(await engine.rows('lines')).toHaveLength(1));
    await first.stop();
    await append(engine.store, '1576', lineAdded('a', 'a2', 2));
    await eventually(async () => expect(await engine.rows('orders')).toMatchObject([{ total: '3' }]));
    expect(second.role()).toBe('LEADING');
  });

  it('keeps the versions of two releases current side by side, each by a process that knows them', async () => {
    const [first, second] = [orders, { ...orders, version: 2 }];
    const old = await engine.start();
    const next = await engine.start({ projections: [second, lines, history] });
    expect([old.role(), next.role()]).toEqual(['LEADING', 'LEADING']);
    await append(engine.store, '1576', opened('a'));
    for (const { version } of [first, second]) {
      await eventually(async () => expect(await engine.rows('orders', version)).toHaveLength(1));
    }
    await old.stop();
    await append(engine.store, '1576', lineAdded('a', 'a1', 2));
    await eventually(async () => expect(await engine.rows('orders', 2)).toMatchObject([{ total: '2' }]));
    await eventually(async () => expect(await engine.rows('lines')).toHaveLength(1));
    expect(await engine.rows('orders')).toMatchObject([{ total: '0' }]);
    expect(engine.lines).toEqual(expect.not.arrayContaining([expect.stringContaining('starts again')]));
  });

  it('makes everything again in a database that was emptied', async () => {
    await engine.start();
    await append(engine.store, '1576', opened('a'));
    await eventually(async () => expect(await engine.rows('orders')).toHaveLength(1));
    await engine.superuser.query('drop schema samspor cascade');
    await engine.superuser.query(`create schema samspor authorization samspor_owner;
      grant usage on schema samspor to samspor_projector, samspor_reader`);
    await append(engine.store, '1576', lineAdded('a', 'a1', 9));
    await eventually(async () => expect(await engine.rows('orders')).toMatchObject([{ total: '9' }]));
  });

  it('shows a reader the rows of its tenants, and none to one that names no tenant', async () => {
    await append(engine.store, '1576', opened('a'));
    await append(engine.store, '5001', opened('b'));
    await engine.start();
    const reader = engine.reader();
    const seen = async (tenant?: string) => {
      const client = await reader.connect();
      try {
        await client.query('begin');
        if (tenant !== undefined) {
          await client.query(`select set_config('samspor.tenants', $1, true)`, [tenant]);
        }
        return (await client.query<{ order_id: string }>('select order_id from samspor.orders_v1')).rows;
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    try {
      expect(await seen()).toEqual([]);
      expect(await seen('1576')).toEqual([{ order_id: 'a' }]);
      expect(await seen('5001')).toEqual([{ order_id: 'b' }]);
      expect(await seen()).toEqual([]);
      await expect(reader.query('delete from samspor.orders_v1_b1')).rejects.toThrow('permission denied');
    } finally {
      await reader.end();
    }
  });
});
