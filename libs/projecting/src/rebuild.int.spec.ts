// @long
import { advisoryLock } from '#postgres';
import { generator } from '../../../test/faults/seeded.js';
import { eventually } from '../../../test/support/wait.js';
import {
  annulled,
  append,
  closed,
  corrected,
  decoder,
  Engine,
  lineAdded,
  lines,
  opened,
  orders,
  testProjections,
} from './engine.testing.js';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StoredEvent } from '#event-sourcing/event-store';
import { historyReader } from './delivered.js';
import { divided, partsOf } from './dividing.js';
import { Filling } from './filling.js';
import { FoldedPart } from './folded-part.js';
import { logIdOf } from './log-identity.js';
import {
  isFollowing,
  projectionStatus,
  rebuild,
  rebuildAll as rebuildTogether,
  type Progress,
  type RebuildOptions,
} from './index.js';
import { seed } from '../../../test/support/rounds.js';

describe(`a rebuild of the log of TEST_SEED=${seed}`, () => {
  let engine: Engine;
  let random: () => number;

  beforeEach(async () => {
    random = generator(seed);
    engine = await Engine.open();
  });
  afterEach(() => engine.close());

  const allRows = async () =>
    Object.fromEntries(
      await Promise.all(testProjections.map(async ({ name }) => [name, await engine.rows(name)] as const)),
    );

  /** A schema by which the database refuses the row of an order. */
  const refusingOrder = async (orderId: string) => {
    const file = join(await mkdtemp(join(tmpdir(), 'samspor-schema-')), 'refusing.sql');
    await writeFile(file, `alter table :table add check (order_id <> '${orderId}');`);
    return pathToFileURL(file);
  };

  const rebuildAll = async (onProgress?: (progress: Progress) => void) => {
    const readModels = engine.readModels();
    try {
      for (const projection of testProjections) {
        await rebuild(projection, {
          store: engine.store,
          decoder,
          readModels,
          ...(onProgress && { onProgress }),
        });
      }
    } finally {
      await readModels.close();
    }
  };

  /** Orders that grow, are corrected, annulled, un-annulled and closed, in an order that follows from the seed. */
  const busyLog = async (rounds: number) => {
    const below = (most: number) => Math.floor(random() * most);
    const stored = new Map<string, string[]>();
    for (let round = 0; round < rounds; round += 1) {
      const orderId = `o${below(6)}`;
      const ids = stored.get(orderId);
      if (ids === undefined) {
        const [open] = await append(engine.store, '1576', opened(orderId, '2026-03-02', 'A note'));
        stored.set(orderId, [String(open?.id)]);
        continue;
      }
      const target = String(ids[below(ids.length)]);
      const history = await engine.store.read(`order-1576.${orderId}`);
      const event = history.find(({ id }) => id === target);
      if (!event) throw new Error('an event that was appended is not there');
      const facts = [
        () => lineAdded(orderId, `${orderId}-${round}`, below(1_000)),
        () => annulled(orderId, target),
        () =>
          event.type === 'LineAdded'
            ? corrected(event, { amount: below(3) })
            : event.type === 'OrderOpened'
              ? corrected(event, { openedOn: '2026-01-15', note: 'Another' })
              : annulled(orderId, target),
        () => closed(orderId),
      ];
      const fact = facts[below(facts.length)]?.() ?? closed(orderId);
      for (const { id } of await append(engine.store, '1576', fact)) ids.push(id);
    }
  };

  const caughtUp = () =>
    eventually(async () => {
      const end = await engine.store.end();
      for (const { position } of await projectionStatus(engine.superuser, testProjections)) {
        expect(position).toBe(end);
      }
    });

  it('gives the rows that were kept live, row for row, corrections and all', async () => {
    await engine.start();
    await busyLog(150);
    await caughtUp();
    await engine.stop();
    const live = await allRows();
    await rebuildAll();
    expect(await allRows()).toEqual(live);
    expect(live['orders']?.length).toBeGreaterThan(0);
    const places = live['orders']?.map(({ note }) => Object.keys(note as object).toSorted());
    expect(places).toEqual(live['orders']?.map(() => ['eventId', 'field', 'stream']));
    expect(live['history']?.length).toBe(150);
  });

  it.each([1, 1_000, 10_000, 10_000_000])(
    'gives the same in one pass, in as many parts as %d bytes of log make',
    async (partLength) => {
      await engine.start();
      await busyLog(120);
      await caughtUp();
      await engine.stop();
      const live = await allRows();
      const readModels = engine.readModels();
      const options = { store: engine.store, decoder, readModels, partLength };
      try {
        const outcomes = await rebuildTogether(testProjections, options);
        expect(outcomes.map(({ status }) => status)).toEqual(testProjections.map(() => 'fulfilled'));
      } finally {
        await readModels.close();
      }
      expect(await allRows()).toEqual(live);
    },
  );

  it('goes on where a process left off that was killed, and begins anew where that cannot be', async () => {
    await busyLog(100);
    for (let order = 0; order < 50; order += 1) await append(engine.store, '1576', opened(`x${order}`));
    await rebuildFirst();
    const before = await allRows();
    const readModels = engine.readModels();
    const { store } = engine;
    const count = partsOf(await store.end(), 500);
    const options = { store, decoder, readModels, partLength: 500 };
    const leaveOff = async (parts: number) => {
      const log = { folder: tmpdir(), count, streamPrefixes: ['order-'], onRead: () => undefined };
      const { parts: all, last } = await divided(store, log);
      const division = { logId: await logIdOf(store), last, parts: count };
      for (const [index, projection] of testProjections.entries()) {
        const filling = await Filling.begun(projection, readModels.owner, division);
        for (let part = 0; part < parts + index; part += 1) {
          const reading = { decoder, readHistory: historyReader(store, decoder) };
          const folded = await FoldedPart.of(all, part, reading, [projection]);
          await filling.fill(part, folded.of(projection), new AbortController().signal);
        }
      }
      const filled = Array.from({ length: parts }, (_, part) => [...all.streams(part)]).flat();
      all.close();
      return filled.flatMap(({ events }) => events.map(({ id }) => id));
    };
    const seen = new Set<string>();
    const watching = {
      decode: (event: StoredEvent) => {
        seen.add(event.id);
        return decoder.decode(event);
      },
    };
    try {
      const filled = await leaveOff(8);
      await append(store, '1576', opened('late'));
      await rebuildTogether(testProjections, { ...options, decoder: watching });
      const rows = await allRows();
      expect(rows['orders']?.filter((row) => row['order_id'] !== 'late')).toEqual(before['orders']);
      expect(filled.length).toBeGreaterThan(3);
      expect(filled.filter((id) => seen.has(id))).toEqual([]);

      await leaveOff(2);
      await engine.superuser.query(
        'update samspor.checkpoint set log_id = gen_random_uuid() where parts is not null',
      );
      seen.clear();
      await rebuildTogether(testProjections, { ...options, decoder: watching });
      expect(await allRows()).toEqual(rows);
      expect(seen.size).toBeGreaterThanOrEqual(151);
      expect((await catalogue('orders')).relations).toHaveLength(2);
    } finally {
      await readModels.close();
    }
  });

  it('that fails for one read model makes the others of the same pass', async () => {
    await append(engine.store, '1576', opened('a'), lineAdded('a', 'a1', 1));
    await rebuildFirst();
    await append(engine.store, '1576', opened('b'), lineAdded('b', 'b1', 1));
    const refusing = { ...orders, schema: await refusingOrder('b') };
    const readModels = engine.readModels();
    try {
      const outcomes = await rebuildTogether([refusing, lines], { store: engine.store, decoder, readModels });
      expect(outcomes).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled' }]);
    } finally {
      await readModels.close();
    }
    expect(await engine.rows('orders')).toHaveLength(1);
    expect(await engine.rows('lines')).toHaveLength(2);
  });

  it('says why, and leaves nothing, when the database refuses a row', async () => {
    await append(engine.store, '1576', opened('a'));
    await rebuildFirst();
    const refusing = { ...orders, schema: await refusingOrder('a') };
    const readModels = engine.readModels();
    try {
      await expect(rebuild(refusing, { store: engine.store, decoder, readModels })).rejects.toThrow(
        'orders_v1_b2_order_id_check',
      );
    } finally {
      await readModels.close();
    }
    expect(await engine.rows('orders')).toMatchObject([{ status: 'OPEN' }]);
    expect((await catalogue('orders')).relations).toHaveLength(2);
  });

  it('goes on while a projector writes, loses nothing and leaves no second table', async () => {
    await engine.start();
    await busyLog(40);
    await Promise.all([busyLog(80), rebuildAll(), rebuildBusy()]);
    await append(engine.store, '1576', opened('last'));
    await caughtUp();
    await engine.stop();
    const live = await allRows();
    await rebuildAll();
    expect(await allRows()).toEqual(live);
    const { rows } = await engine.superuser.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'samspor'::regnamespace and relkind = 'r' and relname ~ '_b[0-9]+$'`,
    );
    expect(rows).toHaveLength(testProjections.length);
  });

  /** Queries that run all the while: none may fail. */
  const rebuildBusy = async () => {
    for (let query = 0; query < 200; query += 1) {
      await engine.superuser.query('select count(*) from samspor.orders_v1');
    }
  };

  it('ends the same when connections to the database break in between', async () => {
    await engine.start();
    const breaking = async () => {
      for (let round = 0; round < 4; round += 1) {
        await busyLog(10);
        await engine.superuser.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name = 'samspor projector'`,
        );
      }
    };
    await breaking();
    await append(engine.store, '1576', opened('last'));
    await caughtUp();
    await engine.stop();
    const live = await allRows();
    await rebuildAll();
    expect(await allRows()).toEqual(live);
  });

  it('waits for a query that does not end, says so, and switches when it does', async () => {
    await rebuildFirst();
    await append(engine.store, '1576', opened('a'));
    const reading = await readingOf('orders_v1');
    let told = 0;
    const rebuilt = rebuildOrders({ onWaiting: () => (told += 1) });
    await eventually(() => expect(told).toBeGreaterThan(0));
    expect(await engine.rows('orders')).toEqual([]);
    await reading.end();
    await rebuilt;
    expect(await engine.rows('orders')).toMatchObject([{ order_id: 'a' }]);
  });

  it('switches with all that came while it waited, so that nobody reads less than before', async () => {
    await rebuildFirst();
    const reading = await readingOf('orders_v1');
    let told = 0;
    const rebuilt = rebuildOrders({ onWaiting: () => (told += 1) });
    await eventually(() => expect(told).toBeGreaterThan(0));
    await append(engine.store, '1576', opened('late'));
    await reading.end();
    await rebuilt;
    expect(await engine.rows('orders')).toMatchObject([{ order_id: 'late' }]);
  });

  it('takes the checkpoint of the build before away as it switches, though a query still reads its table', async () => {
    await rebuildFirst();
    const reading = await readingOf('orders_v1_b1');
    const stopping = new AbortController();
    await rebuildOrders({ signal: stopping.signal, onWaiting: () => stopping.abort() });
    const { rows } = await engine.superuser.query(
      `select build, state from samspor.checkpoint where name = 'orders'`,
    );
    expect(rows).toEqual([{ build: 2, state: 'RUNNING' }]);
    await reading.end();
  });

  it('that is broken off while it waits leaves what is read as it was, and nothing of its own', async () => {
    await rebuildFirst();
    await append(engine.store, '1576', opened('a'));
    const reading = await readingOf('orders_v1');
    const stopping = new AbortController();
    const rebuilt = rebuildOrders({
      signal: stopping.signal,
      onWaiting: () => stopping.abort(new Error('The rebuild was broken off')),
    });
    await expect(rebuilt).rejects.toThrow('The rebuild was broken off');
    await reading.end();
    expect(await engine.rows('orders')).toEqual([]);
    expect((await catalogue('orders')).relations).toHaveLength(2);
    const { rows } = await engine.superuser.query(
      `select state from samspor.checkpoint where name = 'orders'`,
    );
    expect(rows).toEqual([{ state: 'RUNNING' }]);
  });

  const rebuildOrders = async (options: Partial<RebuildOptions>) => {
    const readModels = engine.readModels();
    try {
      await rebuild(orders, { store: engine.store, decoder, readModels, ...options });
    } finally {
      await readModels.close();
    }
  };

  /** A query that goes on until it is ended. */
  const readingOf = async (view: string) => {
    const client = await engine.superuser.connect();
    await client.query(`begin; select from samspor.${view}`);
    return {
      end: async () => {
        await client.query('commit');
        client.release();
      },
    };
  };

  it('is gone on from by the projector that leads, which goes on leading', async () => {
    const projector = await engine.start();
    await append(engine.store, '1576', opened('a'));
    await caughtUp();
    await rebuildAll();
    await append(engine.store, '1576', lineAdded('a', 'a1', 1));
    await eventually(async () => expect(await engine.rows('orders')).toMatchObject([{ total: '1' }]));
    expect(projector.role()).toBe('LEADING');
    expect(engine.lines.join('\n')).toContain('orders v1 was made anew and goes on with build 2');
    expect(engine.lines.join('\n')).not.toMatch(/starts again|refused|tried again/);
  });

  it('brings a halted read model back at once, however long the pause before its next attempt', async () => {
    await engine.start();
    await engine.refuse('a');
    await append(engine.store, '1576', opened('a'));
    await append(engine.store, '1576', opened('b'));
    // Pauses of 250 ms, 500 ms, 1 s and 2 s are over, and one of 4 s has begun.
    await eventually(async () => expect(await engine.refusals()).toBeGreaterThanOrEqual(6), {
      timeoutMs: 20_000,
    });
    await rebuildOrders({});
    await append(engine.store, '1576', lineAdded('b', 'b1', 3));
    await eventually(
      async () =>
        expect(await engine.rows('orders')).toMatchObject([{ order_id: 'a' }, { order_id: 'b', total: '3' }]),
      { timeoutMs: 2_500 },
    );
  });

  it('is current when it is done, also while nobody follows the log', async () => {
    await busyLog(5);
    await rebuildFirst();
    for (const status of await projectionStatus(engine.superuser, testProjections)) {
      expect(isFollowing(status)).toBe(true);
      expect(Date.parse(String(status.currentAt))).toBeGreaterThan(Date.now() - 60_000);
    }
  });

  it('says how far it is, and is refused while another process does it', async () => {
    await busyLog(20);
    const readModels = engine.readModels();
    const told: Progress[] = [];
    try {
      await readModels.prepare();
      const options = {
        store: engine.store,
        decoder,
        readModels,
        onProgress: (one: Progress) => void told.push(one),
      };
      const other = await advisoryLock(readModels.owner, 'samspor rebuild orders v1');
      await expect(rebuild(orders, options)).rejects.toThrow('orders v1 is being rebuilt by another process');
      await other?.release();
      await rebuild(orders, options);
      expect(told.at(-1)).toMatchObject({ step: 'done', events: 20, secondsLeft: 0 });
    } finally {
      await readModels.close();
    }
  });

  const rebuildFirst = async () => {
    const readModels = engine.readModels();
    await readModels.prepare();
    await readModels.close();
    await rebuildAll();
  };

  it('leaves tables, indexes, policies, grants and owner as a first build makes them', async () => {
    await rebuildFirst();
    const first = await catalogue('orders');
    await rebuildAll();
    await rebuildAll();
    expect(await catalogue('orders')).toEqual(first);
    expect(first.policies).toHaveLength(2);
    expect(first.relations).toEqual([
      expect.objectContaining({ name: 'orders_v1', kind: 'v', options: ['security_invoker=true'] }),
      expect.objectContaining({ name: 'orders_v1_b', kind: 'r', secured: true, forced: true }),
    ]);
  });

  /** What PostgreSQL knows of a read model, build numbers left out. */
  const catalogue = async (name: string) => {
    const ask = async (sql: string) => {
      const { rows } = await engine.superuser.query<Record<string, unknown>>(sql, [`^${name}_v1`]);
      return JSON.parse(JSON.stringify(rows).replaceAll(/_b\d+/g, '_b')) as Record<string, unknown>[];
    };
    return {
      relations:
        await ask(`select relname as name, relkind as kind, relowner::regrole::text as owner, relacl::text as grants,
        relrowsecurity as secured, relforcerowsecurity as forced, reloptions as options
        from pg_class where relnamespace = 'samspor'::regnamespace and relname ~ $1 and relkind in ('r', 'v') order by 1`),
      columns:
        await ask(`select c.relname as relation, attname as name, atttypid::regtype::text as type, attnotnull as required
        from pg_attribute join pg_class c on c.oid = attrelid
        where c.relnamespace = 'samspor'::regnamespace and c.relname ~ $1 and c.relkind in ('r', 'v') and attnum > 0
        order by 1, attnum`),
      indexes: await ask(
        `select indexdef from pg_indexes where schemaname = 'samspor' and tablename ~ $1 order by 1`,
      ),
      policies: await ask(`select policyname, roles::text, cmd, qual, with_check from pg_policies
        where schemaname = 'samspor' and tablename ~ $1 order by 1`),
    };
  };

  it('keeps rows of lines that a correction brings to nothing out, and brings them back', async () => {
    await engine.start();
    const [, line] = await append(engine.store, '1576', opened('a'), lineAdded('a', 'a1', 1));
    if (!line) throw new Error('a line was appended');
    const [correction] = await append(engine.store, '1576', corrected(line, { amount: 0 }));
    await caughtUp();
    expect(await engine.rows(lines.name)).toEqual([]);
    await append(engine.store, '1576', annulled('a', String(correction?.id)));
    await caughtUp();
    expect(await engine.rows(lines.name)).toMatchObject([{ line_id: 'a1', amount: 1 }]);
  });
});
