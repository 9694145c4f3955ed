// @long
import { EventStoreDBClient, START, streamNameFilter, type ResolvedEvent } from '@eventstore/db-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import type { EventStore, UnreadEvent } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { eventually } from '../support/wait.js';
import { deadlyForClients } from './odd-answers.js';
import { play, restarts } from './player.js';
import { Names, scenarios } from './scenario.js';

const realServer = process.env['CONTRACT_EVENTSTORE_URL'];
const playable = scenarios()
  .filter((scenario) => !restarts(scenario) && !scenario.steps.some(({ op }) => op === 'ps'))
  .filter(({ name }) => !deadlyForClients.includes(name));
const run = Date.now().toString(36);

describe(`our own reader beside the client, on ${realServer ? 'a real server' : 'the embedded node'}`, () => {
  let node: EmbeddedEventStore | undefined;
  let client: EventStoreDBClient;
  let store: EventStore;

  beforeAll(async () => {
    node = realServer ? undefined : await startEmbeddedEventStore({ temporary: true });
    const url = node?.connectionString ?? realServer ?? '';
    client = EventStoreDBClient.connectionString(url);
    store = connectEventStore(url);
    await client.appendToStream(`${run}-first`, []);
  });
  afterAll(async () => {
    await store.close();
    await client.dispose();
    await node?.close();
  });

  it.each(playable.map((scenario, place) => ({ scenario, place, name: scenario.name })))(
    'reads and follows the same events: $name',
    async ({ scenario, place }) => {
      const prefix = `own${run}${place}.`;
      const before = (await store.end()) ?? 0n;
      const followed = new Followed(client, store, prefix);
      const stage = { client, names: new Names(prefix, scenario.name) };
      for (const step of scenario.steps) {
        await play(stage, step, () => Promise.reject(new Error('no restart')));
      }

      const whole = await readByClient(client, prefix, before);
      expect(await readByUs(store, { streamPrefixes: [prefix] })).toEqual(whole);
      const unfiltered = await readByUs(store, { after: before });
      expect(unfiltered.filter(({ stream }) => stream.startsWith(prefix))).toEqual(whole);
      const positions = whole.map(({ position }) => position);
      for (const after of [positions[0], positions[Math.floor(positions.length / 2)], positions.at(-1)]) {
        if (after === undefined) continue;
        expect(await readByUs(store, { after, streamPrefixes: [prefix] })).toEqual(
          whole.filter(({ position }) => position > after),
        );
      }
      await followed.until(whole.length);
      expect(followed.byUs).toEqual(whole);
      expect(followed.byClient).toEqual(whole);
      await followed.end();
    },
  );
});

/** An event as both tell it. What is no JSON object we refuse to read. */
interface Told {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly id: string;
  readonly type: string;
  readonly json: unknown;
}
const unreadable = 'no JSON object';

function toldByUs(event: UnreadEvent): Told {
  const { stream, revision, position, id, type } = event;
  let json: unknown = unreadable;
  try {
    const { data, metadata } = event.read();
    json = { data, metadata };
  } catch {
    // Told as unreadable.
  }
  return { stream, revision, position, id, type, json };
}

function toldByClient({ event }: ResolvedEvent): Told | undefined {
  if (!event || event.type.startsWith('$')) return undefined;
  const { streamId: stream, revision, id, type, data, metadata = {}, isJson, position } = event;
  const isReadable = isJson && isObject(data) && isObject(metadata);
  const json = isReadable ? { data, metadata } : unreadable;
  return { stream, revision, position: position?.commit ?? -1n, id, type, json };
}

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

async function readByUs(store: EventStore, options: Parameters<EventStore['scan']>[0]): Promise<Told[]> {
  const all: Told[] = [];
  for await (const events of store.scan(options)) all.push(...events.map(toldByUs));
  return all;
}

async function readByClient(client: EventStoreDBClient, prefix: string, from: bigint): Promise<Told[]> {
  const all: Told[] = [];
  for await (const resolved of client.readAll({ fromPosition: { commit: from, prepare: from } })) {
    const told = toldByClient(resolved);
    if (told?.stream.startsWith(prefix)) all.push(told);
  }
  return all;
}

/** What a scenario appended, as it came live to both. */
class Followed {
  readonly byUs: Told[] = [];
  readonly byClient: Told[] = [];
  private readonly ended = new AbortController();
  private readonly following: Promise<void>;
  private readonly subscription;

  constructor(client: EventStoreDBClient, store: EventStore, prefix: string) {
    this.following = this.follow(store, prefix);
    const filter = streamNameFilter({ prefixes: [prefix] });
    this.subscription = client.subscribeToAll({ fromPosition: START, filter });
    this.subscription.on('data', (resolved: ResolvedEvent) => {
      const told = toldByClient(resolved);
      if (told) this.byClient.push(told);
    });
  }

  until(count: number): Promise<void> {
    return eventually(() => {
      expect(Math.min(this.byUs.length, this.byClient.length)).toBeGreaterThanOrEqual(count);
    });
  }

  async end(): Promise<void> {
    this.ended.abort();
    await this.following;
    await this.subscription.unsubscribe();
  }

  private async follow(store: EventStore, prefix: string): Promise<void> {
    const options = { streamPrefixes: [prefix], signal: this.ended.signal };
    for await (const batch of store.subscribe(options)) {
      for (const delivery of batch) if (delivery.kind === 'event') this.byUs.push(toldByUs(delivery.event));
    }
  }
}
