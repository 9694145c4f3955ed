import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToAllSettingsFromDefaults,
  START,
  StreamNotFoundError,
  streamNameFilter,
  type EventData,
} from '@eventstore/db-client';
import { startKillableNode, type KillableNode } from '../contract/killable-node.js';
import { eventually } from '../support/wait.js';
import { generator } from './seeded.js';
import { rounds as roundsOf } from '../support/rounds.js';

const rounds = roundsOf(200);
const writers = 16;

/** What a writer knows: its events in order, and those of the append that was on its way when the node died. */
interface Writer {
  readonly stream: string;
  readonly acknowledged: string[];
  inFlight: string[];
}

let folder: string;
let node: KillableNode;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
});

afterEach(async () => {
  await node.stop('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** Appends one to five events at a time, each at its exact revision, until the node is gone. */
async function write(client: EventStoreDBClient, writer: Writer, random: () => number): Promise<void> {
  for (;;) {
    const events: EventData[] = Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
      jsonEvent({
        id: randomUUID(),
        type: 'Written',
        data: { filler: 'x'.repeat(Math.floor(random() * 400)) },
      }),
    );
    writer.inFlight = events.map(({ id }) => id);
    const count = writer.acknowledged.length;
    try {
      await client.appendToStream(writer.stream, events, {
        expectedRevision: count === 0 ? 'no_stream' : BigInt(count - 1),
        deadline: 2000,
      });
    } catch {
      return;
    }
    writer.acknowledged.push(...writer.inFlight);
    writer.inFlight = [];
  }
}

async function idsOf(client: EventStoreDBClient, stream: string): Promise<string[]> {
  const ids: string[] = [];
  try {
    for await (const { event } of client.readStream(stream)) {
      if (event?.revision !== BigInt(ids.length)) throw new Error(`${stream} has a gap at ${ids.length}`);
      ids.push(event.id);
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return ids;
}

/** What every stream must hold now: all that was acknowledged, and of the last append everything or nothing. */
async function settle(
  client: EventStoreDBClient,
  { stream, acknowledged, inFlight }: Writer,
): Promise<string[]> {
  const stored = await idsOf(client, stream);
  const whole = [...acknowledged, ...inFlight];
  expect(stored).toEqual(stored.length > acknowledged.length ? whole : acknowledged);
  return stored;
}

const group = 'followers';

/** Takes part in the persistent subscription until the node is gone, and notes what is delivered. */
async function follow(client: EventStoreDBClient, delivered: string[]): Promise<void> {
  const subscription = client.subscribeToPersistentSubscriptionToAll(group, { bufferSize: 100 });
  try {
    for await (const resolved of subscription) {
      if (!resolved.event) continue;
      delivered.push(resolved.event.id);
      await subscription.ack(resolved);
    }
  } catch {
    // The node is gone.
  }
}

describe('the embedded event store, killed while it is written to', () => {
  it(
    `keeps every acknowledged append whole and once, and delivers it, in ${rounds} rounds`,
    async () => {
      const all: Writer[] = [];
      const sessions: string[][] = [];
      node = await startKillableNode(folder);
      await createGroup();
      for (let round = 0; round < rounds; round += 1) {
        const random = generator(round);
        const client = EventStoreDBClient.connectionString(node.connectionString);
        const now: Writer[] = Array.from({ length: writers }, (_, number) => ({
          stream: `round${round}-${number}`,
          acknowledged: [],
          inFlight: [],
        }));
        const session: string[] = [];
        sessions.push(session);
        const following = follow(client, session);
        const writing = now.map((writer) => write(client, writer, random));
        await delay(20 + random() * 250);
        await node.stop('SIGKILL');
        await Promise.all([...writing, following]);
        await client.dispose();

        node = await startKillableNode(folder);
        const reader = EventStoreDBClient.connectionString(node.connectionString);
        for (const writer of now) {
          all.push({ ...writer, acknowledged: await settle(reader, writer), inFlight: [] });
        }
        await reader.dispose();
      }
      await expectAllInOrder(all);
      await expectAllDelivered(all, sessions);
    },
    rounds * 15_000,
  );
});

/** In `$all`, positions ascend, and every stream's events come once and in the order of their revisions. */
async function expectAllInOrder(all: readonly Writer[]): Promise<void> {
  const client = EventStoreDBClient.connectionString(node.connectionString);
  const found = new Map<string, string[]>(all.map(({ stream }) => [stream, []]));
  let last = -1n;
  for await (const { event } of client.readAll()) {
    if (!event) continue;
    expect(event.position.commit > last).toBe(true);
    last = event.position.commit;
    found.get(event.streamId)?.push(event.id);
  }
  for (const { stream, acknowledged } of all) expect(found.get(stream)).toEqual(acknowledged);
  await client.dispose();
}

async function createGroup(): Promise<void> {
  const client = EventStoreDBClient.connectionString(node.connectionString);
  const settings = persistentSubscriptionToAllSettingsFromDefaults({
    startFrom: START,
    checkPointAfter: 20,
    checkPointLowerBound: 1,
  });
  await client.createPersistentSubscriptionToAll(group, settings, {
    filter: streamNameFilter({ prefixes: ['round'] }),
  });
  await client.dispose();
}

/** Every event is delivered, and who follows after that is not sent back to the beginning. */
async function expectAllDelivered(all: readonly Writer[], sessions: string[][]): Promise<void> {
  const client = EventStoreDBClient.connectionString(node.connectionString);
  const last: string[] = [];
  sessions.push(last);
  const following = follow(client, last);
  const ids = all.flatMap(({ acknowledged }) => acknowledged);
  await eventually(
    () => {
      const delivered = new Set(sessions.flat());
      expect(ids.filter((id) => !delivered.has(id))).toEqual([]);
    },
    { timeoutMs: 60_000, everyMs: 200 },
  );
  const first = new Set(all.slice(0, writers).flatMap(({ acknowledged }) => acknowledged));
  let before: { readonly client: EventStoreDBClient; readonly following: Promise<void> } = {
    client,
    following,
  };
  // How far the group has come is written down soon after what was taken.
  await eventually(
    async () => {
      await node.stop('SIGKILL');
      await before.following;
      await before.client.dispose();
      node = await startKillableNode(folder);
      const again = EventStoreDBClient.connectionString(node.connectionString);
      const seen: string[] = [];
      before = { client: again, following: follow(again, seen) };
      const marker = jsonEvent({ type: 'Written', data: {} });
      await again.appendToStream(`round-${marker.id}`, marker);
      await eventually(() => expect(seen).toContain(marker.id));
      expect(seen.filter((id) => first.has(id))).toEqual([]);
    },
    { timeoutMs: 60_000 },
  );
  await node.stop('SIGKILL');
  await before.following;
  await before.client.dispose();
  node = await startKillableNode(folder);
}
