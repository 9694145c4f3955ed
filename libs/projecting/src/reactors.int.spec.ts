// @long
import { randomUUID } from 'node:crypto';
import type { CommandRunner } from '#event-sourcing/command-runner';
import type { Recorded } from '#event-sourcing/event';
import { type ExpectedRevision, type JsonObject, LogFault } from '#event-sourcing/event-store';
import { openLog } from '#event-sourcing/log-id';
import { testAuthenticity, testEventKeys } from '#event-sourcing/testing/event-key';
import type { Reactor } from '#event-sourcing/reactor';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import { eventually } from '../../../test/support/wait.js';
import { append, decoder, Engine, lineAdded, NotingDecoder, opened, strange } from './engine.testing.js';
import { startReactors, type Decoder, type ReactorHost, type ReadModels } from './index.js';

/** Says to have looked further than it has, as released servers did. */
class AheadOfItself extends MemoryEventStore {
  override async *subscribe(options: Parameters<MemoryEventStore['subscribe']>[0]) {
    for await (const batch of super.subscribe(options)) {
      yield batch.map((told) =>
        told.kind === 'checkpoint' ? { ...told, position: told.position + 1_000n } : told,
      );
    }
  }
}

describe('a reactor', () => {
  let engine: Engine;
  let readModels: ReadModels;
  let hosts: ReactorHost[];
  let seen: string[];
  let tried: string[];
  let failing: Set<string>;
  let broken: Set<string>;

  beforeEach(async () => {
    engine = await Engine.open();
    readModels = engine.readModels();
    hosts = [];
    seen = [];
    tried = [];
    failing = new Set();
    broken = new Set();
  });
  afterEach(async () => {
    await Promise.all(hosts.map((host) => host.stop()));
    await readModels.close();
    await engine.close();
  });

  const reactor = (from: Reactor['from']): Reactor => ({
    name: 'watch',
    from,
    streamPrefixes: ['order-'],
    react(event: Recorded) {
      const orderId = String(event.data['orderId']);
      tried.push(orderId);
      if (broken.has(orderId)) return Promise.reject(new LogFault('It needs another stream'));
      if (failing.has(orderId)) return Promise.reject(new Error('the command was refused for now'));
      seen.push(orderId);
      return Promise.resolve();
    },
  });

  const start = (from: Reactor['from'] = 'origin', started = reactor(from), decodes: Decoder = decoder) => {
    const host = startReactors({
      store: engine.store,
      decoder: decodes,
      authenticity: testAuthenticity,
      runner: {} as CommandRunner,
      clock: { at: () => '2026-03-02T08:00:00.000Z', today: () => '2026-03-02' },
      pool: readModels.projector,
      reactors: [started],
      log: (line) => void engine.lines.push(line),
    });
    hosts.push(host);
    return host;
  };

  /** As another host of the reactor writes its checkpoint. */
  const advance = (revision: ExpectedRevision, data: JsonObject) => {
    const advanced = { id: randomUUID(), type: 'ReactorAdvanced', data, metadata: {} };
    return engine.store.append(
      'reactor-watch',
      revision,
      testAuthenticity.signed('reactor-watch', revision, [advanced]),
    );
  };

  it('sees every event once, also over a stop, and keeps its checkpoint in the log', async () => {
    await append(engine.store, '1576', opened('a'));
    const host = start();
    await eventually(() => expect(seen).toEqual(['a']));
    await host.stop();
    const last = await engine.store.last('reactor-watch');
    expect(last).toMatchObject({ type: 'ReactorAdvanced', revision: 0n });
    await append(engine.store, '1576', opened('b'));
    start();
    await eventually(() => expect(seen).toEqual(['a', 'b']));
  });

  it('goes on behind its last event where the log was moved and positions are others', async () => {
    await append(engine.store, '1576', opened('a'));
    const host = start();
    await eventually(() => expect(seen).toEqual(['a']));
    await host.stop();
    const [event] = await append(engine.store, '1576', opened('b'));
    const last = { stream: event?.stream ?? '', revision: 0, id: event?.id ?? '', position: '3' };
    for (const [position, next] of [
      ['3', 'c'],
      ['999999999', 'd'],
    ] as const) {
      await advance((await engine.store.last('reactor-watch'))?.revision ?? 0n, { position, last });
      const moved = start();
      await append(engine.store, '1576', opened(next));
      await eventually(() => expect(seen.at(-1)).toBe(next));
      await moved.stop();
    }
    // Never `b`, which was taken before, nor anything passed over.
    expect(seen).toEqual(['a', 'c', 'c', 'd']);
  });

  it('refuses a log without the event that it took last', async () => {
    await append(engine.store, '1576', opened('a'));
    const last = { stream: 'order-1576.a', revision: 0, id: randomUUID(), position: '3' };
    await advance('no_stream', { position: '3', last });
    const host = start();
    await eventually(() => expect(host.status()).toMatchObject([{ state: 'FAILING' }]));
    expect(host.status()[0]?.message).toContain(`took the event ${last.id} last`);
    expect(seen).toEqual([]);
  });

  it('B20 never goes on from how far the server says to have looked', async () => {
    engine.store = new AheadOfItself();
    await openLog(engine.store, testEventKeys);
    await append(engine.store, '1576', opened('a'));
    const elsewhere = { id: randomUUID(), type: 'Noted', data: {}, metadata: {} };
    await engine.store.append('else-1576.a', 'no_stream', [elsewhere]);
    const host = start();
    await eventually(() => expect(seen).toEqual(['a']));
    await host.stop();
    await append(engine.store, '1576', opened('b'));
    start();
    await eventually(() => expect(seen).toEqual(['a', 'b']));
  });

  it('B8 leaves a stream behind that cannot be read, goes on, and takes it up again once that is noted', async () => {
    const noting = new NotingDecoder();
    await append(engine.store, '1576', opened('a'));
    await engine.store.append('order-1576.a', 0n, [strange(1)]);
    await append(engine.store, '1576', lineAdded('a', 'a1', 1));
    await append(engine.store, '1576', opened('b'));
    await engine.store.append('order-of-theirs', 'no_stream', [strange(2)]);
    const host = start('origin', reactor('origin'), noting);
    await append(engine.store, '1576', opened('c'));
    await eventually(() => expect(seen).toEqual(['a', 'b', 'c']));
    await eventually(() => expect(host.status()).toMatchObject([{ state: 'RUNNING' }]));
    expect(host.status()[0]?.message).toContain('1 streams are left behind');
    expect(engine.lines.filter((line) => line.includes('leaves order-1576.a behind'))).toHaveLength(1);
    await host.stop();
    start('origin', reactor('origin'), noting);
    await append(engine.store, '1576', opened('d'));
    await eventually(() => expect(seen).toEqual(['a', 'b', 'c', 'd']));
    await noting.note(engine.store, 'order-1576.a', strange(1).id);
    await eventually(() => expect(seen).toEqual(['a', 'b', 'c', 'd', 'a']));
    await append(engine.store, '1576', lineAdded('a', 'a2', 1));
    await eventually(() => expect(seen).toEqual(['a', 'b', 'c', 'd', 'a', 'a']));
    await eventually(() => expect(hosts.at(-1)?.status()).toMatchObject([{ message: undefined }]));
  });

  it('B1 leaves behind what it cannot do for a fault of the log, and goes on', async () => {
    broken.add('a');
    await append(engine.store, '1576', opened('a'));
    await append(engine.store, '1576', opened('b'));
    const host = start();
    await eventually(() => expect(seen).toEqual(['b']));
    await host.stop();
    broken.clear();
    start();
    await eventually(() => expect(seen).toEqual(['b', 'a']));
  });

  it('B1 finds its place though the stream of its last event was ended, and passes over what others put in its own', async () => {
    const store = new MemoryEventStore();
    engine.store = store;
    await openLog(store, testEventKeys);
    await append(store, '1576', opened('a'));
    const host = start();
    await eventually(() => expect(seen).toEqual(['a']));
    await host.stop();
    store.tombstone('order-1576.a');
    await store.append('reactor-watch', (await store.last('reactor-watch'))?.revision ?? 0n, [strange(1)]);
    await append(store, '1576', opened('b'));
    start();
    await eventually(() => expect(seen).toEqual(['a', 'b']));
    await hosts.at(-1)?.stop();
    expect(await store.last('reactor-watch')).toMatchObject({ type: 'ReactorAdvanced', revision: 2n });
  });

  it('is not shown what tells it nothing, and goes on behind it', async () => {
    const [event] = await append(engine.store, '1576', opened('a'));
    const unreadable = { ...event, id: randomUUID(), type: 'OrderClosed', data: {}, metadata: {} };
    await engine.store.append('order-1576.a', 0n, [unreadable]);
    await append(engine.store, '1576', opened('b'));
    const host = start('origin', { ...reactor('origin'), passesOver: new Set(['OrderClosed']) });
    await eventually(() => expect(seen).toEqual(['a', 'b']));
    await host.stop();
    expect((await engine.store.last('reactor-watch'))?.data).toMatchObject({
      last: { stream: 'order-1576.b' },
    });
  });

  it('that begins now leaves the past alone', async () => {
    await append(engine.store, '1576', opened('past'));
    const host = start('now');
    await eventually(() => expect(host.status()).toMatchObject([{ state: 'RUNNING' }]));
    await append(engine.store, '1576', opened('a'));
    await eventually(() => expect(seen).toEqual(['a']));
  });

  it('tries again what failed, says so once, and passes nothing over', async () => {
    failing.add('a');
    const host = start();
    await append(engine.store, '1576', opened('a'));
    await append(engine.store, '1576', opened('b'));
    await eventually(() =>
      expect(host.status()).toMatchObject([
        { state: 'FAILING', message: 'Error: the command was refused for now' },
      ]),
    );
    expect(seen).toEqual([]);
    const attempts = tried.filter((orderId) => orderId === 'a').length;
    await eventually(() =>
      expect(tried.filter((orderId) => orderId === 'a').length).toBeGreaterThan(attempts + 1),
    );
    expect(engine.lines).toEqual(['The reactor watch failed: Error: the command was refused for now']);
    expect(host.status()).toMatchObject([{ state: 'FAILING' }]);
    failing.clear();
    await eventually(() => expect(seen).toEqual(['a', 'b']));
    expect(host.status()).toMatchObject([{ state: 'RUNNING', message: undefined }]);
  });

  it('runs in one of several processes', async () => {
    const first = start();
    await eventually(() => expect(first.status()).toMatchObject([{ state: 'RUNNING' }]));
    const second = start();
    await eventually(() => expect(second.status()).toMatchObject([{ state: 'STANDBY' }]));
    await append(engine.store, '1576', opened('a'));
    await eventually(() => expect(seen).toEqual(['a']));
    await first.stop();
    await append(engine.store, '1576', opened('b'));
    await eventually(() => expect(seen).toEqual(['a', 'b']));
  });

  it('writes no checkpoint over that of another host, and goes on from there', async () => {
    start();
    await append(engine.store, '1576', opened('a'));
    await eventually(async () => expect(await engine.store.last('reactor-watch')).toBeDefined());
    const before = await engine.store.last('reactor-watch');
    if (!before) throw new Error('the reactor has a checkpoint');
    await advance(before.revision, before.data);
    const [event] = await append(engine.store, '1576', opened('b'));
    await eventually(() => expect(seen).toEqual(['a', 'b', 'b']));
    await eventually(async () => {
      expect(await engine.store.last('reactor-watch')).toMatchObject({
        revision: before.revision + 2n,
        data: { position: String(event?.position) },
      });
    });
    expect(engine.lines.join()).toContain('reactor-watch is at 1, not at 0');
  });

  it('writes no more checkpoints than there was something to react to', async () => {
    start();
    await append(engine.store, '1576', opened('a'));
    await eventually(async () => expect(await engine.store.last('reactor-watch')).toBeDefined());
    await hosts[0]?.stop();
    expect(await engine.store.read('reactor-watch')).toHaveLength(1);
  });
});
