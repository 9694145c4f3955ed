// @core
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { jest } from '@jest/globals';
import { startEmbeddedEventStore } from '#embedded-eventstore';
import {
  AccessRefused,
  type Delivery,
  type EventStore,
  type JsonObject,
  StoreUnavailable,
} from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { EventStoreLogins } from '../support/event-store-logins.js';
import { eventually } from '../support/wait.js';
import { eventsOf, eventStoreContract, newEvent, ownStream } from './event-store-contract.js';
import { startKillableNode } from './killable-node.js';

interface Node {
  readonly connectionString: string;
  close(): Promise<void>;
}

/** An empty EventStoreDB of the operator's own, when one is named. */
const external = process.env['CONTRACT_EVENTSTORE_URL'];
const nodes: readonly (readonly [string, () => Promise<Node>])[] = [
  ['the embedded node', () => startEmbeddedEventStore({ temporary: true })],
  ...(external === undefined
    ? []
    : [
        [
          'the EventStoreDB of CONTRACT_EVENTSTORE_URL',
          () => Promise.resolve({ connectionString: external, close: () => Promise.resolve() }),
        ] as const,
      ]),
];

/** As an administrator does it. */
const setMetadata = (admin: EventStoreDBClient, stream: string, data: JsonObject) =>
  admin.appendToStream(`$$${stream}`, jsonEvent({ type: '$metadata', data }));

describe.each(nodes)('the log in %s', (_, start) => {
  let node: Node;
  let store: EventStore;
  let admin: EventStoreDBClient;

  beforeAll(async () => {
    node = await start();
    store = connectEventStore(node.connectionString);
    admin = EventStoreDBClient.connectionString(node.connectionString);
  });
  afterAll(async () => {
    await store.close();
    await admin.dispose();
    await node.close();
  });

  eventStoreContract(
    () => store,
    (stream, metadata) => setMetadata(admin, stream, metadata),
  );
});

const login = /\/\/[^@/]+@/;
const withLogins = external === undefined || login.test(external) ? nodes : nodes.slice(0, 1);
describe.each(withLogins)('the logins of %s', (_, start) => {
  it('read a stream with a list of its own while they are let in, and no longer; others cannot let them in', async () => {
    const node = await start();
    const { prefix, stream } = ownStream();
    const [reader, stranger] = [`reader-${prefix}1`, `stranger-${prefix}1`];
    const logins = new EventStoreLogins(node.connectionString);
    const admin = EventStoreDBClient.connectionString(node.connectionString);
    const at = (name: string) =>
      connectEventStore(node.connectionString.replace(login, `//${name}:hemmelig@`));
    const [own, theirs, strangers] = [connectEventStore(node.connectionString), at(reader), at(stranger)];
    try {
      for (const name of [reader, stranger]) await logins.create(name, 'hemmelig');
      await own.append(stream, 'no_stream', [newEvent(), newEvent()]);
      await setMetadata(admin, stream, { $acl: { $r: ['$admins'], $mr: '$all', $mw: '$admins' } });
      await expect(theirs.read(stream)).rejects.toThrow(AccessRefused);
      for (let time = 0; time < 2; time += 1) {
        await own.letRead(stream, reader, true);
        expect(await theirs.read(stream)).toHaveLength(2);
        await expect(strangers.read(stream)).rejects.toThrow(AccessRefused);
        await expect(strangers.letRead(stream, stranger, true)).rejects.toThrow(
          /does not let the login "stranger-.*" set who reads .*: it lacks the right to set who reads the stream\. Name it in \$mw of the metadata of the stream\.$/,
        );
        await own.letRead(stream, reader, false);
        await expect(theirs.read(stream)).rejects.toThrow(AccessRefused);
      }
    } finally {
      for (const one of [own, theirs, strangers]) await one.close();
      await admin.dispose();
      await logins.close();
      await node.close();
    }
  });
});

describe('a call that was answered', () => {
  it('is over in the client, which else keeps it for good and waits for it when it is closed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samspor-contract-'));
    // In a process of its own: its answers come in pieces.
    const node = await startKillableNode(folder);
    const making = jest.spyOn(EventStoreDBClient, 'connectionString');
    const store = connectEventStore(node.connectionString);
    try {
      const { stream } = ownStream();
      await store.append(stream, 'no_stream', [newEvent({ n: 0 }), newEvent({ n: 1 })]);
      for (let time = 0; time < 50; time += 1) {
        await store.end();
        await store.last(stream);
        await store.read(stream, { max: 1 });
      }
      const [client] = making.mock.results.map(({ value }) => value as EventStoreDBClient);
      const open = () => [...(client?.['disposableStreams'] ?? [])].length;
      // What appends go through stays.
      await eventually(() => expect(open()).toBeLessThanOrEqual(1));
    } finally {
      making.mockRestore();
      await store.close();
      await node.stop('SIGTERM');
      await rm(folder, { recursive: true });
    }
  });
});

describe('a node that restarts', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspor-contract-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('ends a subscription, and a new one goes on from there, nothing lost and nothing twice', async () => {
    const { prefix, stream } = ownStream();
    let node = await startEmbeddedEventStore({ dataDir: folder });
    const { port } = node;
    const store = connectEventStore(node.connectionString);
    const controller = new AbortController();
    const seen = new Watched();
    const following = subscribeAgainAndAgain(store, prefix, controller.signal, seen);
    await store.append(stream, 'no_stream', [newEvent({ n: 0 }), newEvent({ n: 1 })]);
    await seen.until((events) => events.length === 2);
    await node.close();
    node = await startEmbeddedEventStore({ dataDir: folder, port });
    await until(async () => {
      try {
        await store.append(stream, 1n, [newEvent({ n: 2 }, { id: 'aaaaaaaa-0000-4000-8000-000000000002' })]);
        return true;
      } catch (error) {
        if (error instanceof StoreUnavailable) return false;
        throw error;
      }
    });
    await seen.until((events) => events.length >= 3);
    controller.abort();
    await following;
    await store.close();
    await node.close();
    expect(seen.events.map(({ data }) => data['n'])).toEqual([0, 1, 2]);
  });

  it('keeps idempotency, revisions and positions', async () => {
    const { stream } = ownStream();
    const first = await startEmbeddedEventStore({ dataDir: folder });
    const before = connectEventStore(first.connectionString);
    const events = [newEvent({ n: 1 }), newEvent({ n: 2 })];
    const appended = await before.append(stream, 'no_stream', events);
    const stored = await before.read(stream);
    await before.close();
    await first.close();
    const second = await startEmbeddedEventStore({ dataDir: folder });
    const after = connectEventStore(second.connectionString);
    expect(await after.append(stream, 'no_stream', events)).toEqual(appended);
    expect(await after.read(stream)).toEqual(stored);
    await after.close();
    await second.close();
  });
});

describe('a node that is away', () => {
  it('is said to be unavailable by every call, and the calls work again when it is back', async () => {
    const { prefix, stream } = ownStream();
    const node = await startEmbeddedEventStore({ temporary: true, insecure: true });
    const { port } = node;
    const store = connectEventStore(node.plainConnectionString, { deadlineMs: 2_000 });
    await store.append(stream, 'no_stream', [newEvent()]);
    await node.close();
    await expect(store.append(stream, 0n, [newEvent()])).rejects.toThrow(StoreUnavailable);
    await expect(store.read(stream)).rejects.toThrow(StoreUnavailable);
    await expect(store.last(stream)).rejects.toThrow(StoreUnavailable);
    await expect(store.readAll({})[Symbol.asyncIterator]().next()).rejects.toThrow(StoreUnavailable);
    const options = { streamPrefixes: [prefix], signal: new AbortController().signal };
    await expect(store.subscribe(options)[Symbol.asyncIterator]().next()).rejects.toThrow(StoreUnavailable);
    const again = await startEmbeddedEventStore({ temporary: true, insecure: true, port });
    await until(() =>
      store.read(stream).then(
        (events) => events.length === 0,
        () => false,
      ),
    );
    expect(await store.append(stream, 'no_stream', [newEvent()])).toMatchObject({ revision: 0n });
    await store.close();
    await again.close();
  });

  it('rejects each append that was underway and stops nothing else', async () => {
    const node = await startEmbeddedEventStore({ temporary: true });
    const store = connectEventStore(node.plainConnectionString, { deadlineMs: 2_000 });
    const appends = Array.from({ length: 100 }, () =>
      store.append(ownStream().stream, 'no_stream', [newEvent({ x: 'x'.repeat(10_000) })]),
    );
    const outcomes = Promise.allSettled(appends);
    await Promise.race(appends);
    await node.close();
    const reasons = (await outcomes).flatMap((o) => (o.status === 'rejected' ? [o.reason as unknown] : []));
    expect(reasons.every((reason) => reason instanceof StoreUnavailable)).toBe(true);
    await store.close();
  });
});

/** Goes on from what came last whenever a subscription ends or fails. */
async function subscribeAgainAndAgain(
  store: EventStore,
  prefix: string,
  signal: AbortSignal,
  seen: Watched,
): Promise<void> {
  let position: bigint | undefined;
  const options = () => ({
    streamPrefixes: [prefix],
    signal,
    ...(position !== undefined && { after: position }),
  });
  while (!signal.aborted) {
    try {
      for await (const batch of store.subscribe(options())) {
        for (const delivery of batch) {
          if (delivery.kind === 'event') position = delivery.event.position;
          if (delivery.kind === 'checkpoint') position = delivery.position;
        }
        seen.add(batch);
      }
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What was seen, and a wait for more of it. */
class Watched {
  events: ReturnType<typeof eventsOf> = [];
  private wake: (() => void) | undefined;

  add(batch: readonly Delivery[]): void {
    this.events.push(...eventsOf(batch));
    this.wake?.();
  }

  async until(enough: (events: readonly unknown[]) => boolean): Promise<void> {
    while (!enough(this.events)) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
