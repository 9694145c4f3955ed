import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { FrameSplitter } from '#embedded-eventstore/wire/grpc-frames';
import { MessageReader } from '#embedded-eventstore/wire/protobuf';
import { startKillableNode, type KillableNode } from '../contract/killable-node.js';
import { openCall, openSession, readPath, subscribeToAll } from '../contract/raw-calls.js';
import { eventually } from '../support/wait.js';
import { sendMutated } from './mutated.js';
import { generator } from './seeded.js';
import { rounds, seed } from '../support/rounds.js';

const megabyte = 1024 * 1024;
const deadlineExceeded = '4';

let folder: string;
let node: KillableNode;
const sessions = new Set<ClientHttp2Session>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clients-'));
  node = await startKillableNode(folder);
});

afterEach(async () => {
  for (const session of sessions) session.destroy();
  sessions.clear();
  await node.stop('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

function open(): ClientHttp2Session {
  const session = openSession(node.port);
  sessions.add(session);
  return session;
}

async function appendsStillWork(): Promise<void> {
  const client = EventStoreDBClient.connectionString(node.connectionString);
  const events = [jsonEvent({ type: 'Noted', data: {} })];
  expect(await client.appendToStream('sound', events)).toMatchObject({ success: true });
  await client.dispose();
}

describe('an embedded event store among clients that lie', () => {
  const requests = rounds(10_000);

  it(
    `answers or closes ${requests} mutated requests from seed ${seed}, and its memory stays as it was`,
    async () => {
      const random = generator(seed);
      const round = async (count: number): Promise<void> => {
        const answers = await sendMutated(node.port, count, random);
        expect(answers).toHaveLength(count);
        expect(answers.filter((answer) => !/^(\d+|closed)$/.test(answer))).toEqual([]);
        // Few mutations make a subscription of a read; more that end by their deadline were not answered.
        expect(answers.filter((answer) => answer === deadlineExceeded).length).toBeLessThan(count / 40);
      };
      await round(Math.floor(requests / 5));
      const before = await node.usage();
      await round(requests - Math.floor(requests / 5));
      await heldNoMoreThan(before.memory + 24 * megabyte);
      await appendsStillWork();
    },
    60_000 + requests * 60,
  );
});

const kinds: Readonly<Record<number, string>> = {
  1: 'event',
  2: 'confirmation',
  8: 'caught up',
  9: 'fell behind',
};

/** What a subscription says, by its kinds, until it has said enough. */
async function heard(
  call: ClientHttp2Stream,
  enough: (kinds: readonly string[]) => boolean,
): Promise<string[]> {
  const splitter = new FrameSplitter();
  const said: string[] = [];
  for await (const chunk of call as AsyncIterable<Buffer>) {
    for (const message of splitter.add(chunk)) {
      const reader = new MessageReader(message);
      reader.next();
      said.push(kinds[reader.field] ?? String(reader.field));
    }
    if (enough(said)) break;
  }
  return said;
}

describe('an embedded event store with subscribers that never read', () => {
  const subscribers = rounds(500);
  const events = 6000;

  it(
    `keeps nothing for ${subscribers} of them, and tells one that reads again that it fell behind`,
    async () => {
      const client = EventStoreDBClient.connectionString(node.connectionString);
      const calls: ClientHttp2Stream[] = [];
      for (let number = 0; number < subscribers; number += 1) {
        const session = number % 10 < 2 ? open() : ([...sessions].at(-1) ?? open());
        const call = openCall(session, readPath);
        call.end(subscribeToAll);
        await once(call, 'response');
        calls.push(call);
      }
      const before = await node.usage();
      for (let batch = 0; batch < events / 100; batch += 1) {
        const all = Array.from({ length: 100 }, (_, n) =>
          jsonEvent({ type: 'Noted', data: { n: batch * 100 + n, filler: 'x'.repeat(1000) } }),
        );
        await client.appendToStream('written', all);
      }
      const after = await node.usage();
      expect(after.memory - before.memory).toBeLessThan((16 + subscribers * 0.25) * megabyte);

      // The first has its connection to itself: others that do not read would hold up what it reads.
      const [late] = calls;
      if (!late) throw new Error('nobody subscribed');
      const enough = (said: readonly string[]): boolean =>
        said.filter((kind) => kind === 'event').length >= events && said.at(-1) === 'caught up';
      const said = await heard(late, enough);
      expect(said.filter((kind) => kind === 'event')).toHaveLength(events);
      expect(said.filter((kind) => kind !== 'event')).toEqual([
        'confirmation',
        'caught up',
        'fell behind',
        'caught up',
      ]);
      await client.dispose();
    },
    120_000 + subscribers * 100,
  );
});

describe('an embedded event store to which connections come and go', () => {
  const seconds = rounds(60);

  it(
    `holds no handle of 100 connections a second, ${seconds} seconds long`,
    async () => {
      await appendsStillWork();
      await settled(Infinity);
      const before = await node.usage();
      for (let second = 0; second < seconds; second += 1) {
        const pause = delay(1000);
        await Promise.all(Array.from({ length: 100 }, (_, number) => comeAndGo(number)));
        await pause;
      }
      await settled(before.handles);
      const after = await node.usage();
      expect(after.handles).toBeLessThanOrEqual(before.handles);
      await heldNoMoreThan(before.memory + 24 * megabyte);
      await appendsStillWork();
    },
    seconds * 5000 + 60_000,
  );
});

/** Waits until the node holds no more handles than that, or no fewer than a moment before. */
async function settled(most: number): Promise<void> {
  let last = Infinity;
  for (let tries = 0; tries < 100; tries += 1) {
    const { handles } = await node.usage();
    if (handles <= most && handles >= last) return;
    last = handles;
    await delay(50);
  }
}

/** Waits until the node holds less than that: what was under way at the last answer may take a moment to go. */
const heldNoMoreThan = (bytes: number) =>
  eventually(async () => expect((await node.usage()).memory).toBeLessThan(bytes), { everyMs: 100 });

/** A client that leaves: before it has said anything, in the middle of a request, or during a subscription. */
async function comeAndGo(number: number): Promise<void> {
  if (number % 3 === 0) {
    const socket = createConnection({ host: '127.0.0.1', port: node.port });
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.destroy();
    return;
  }
  const session = open();
  const call = openCall(session, readPath);
  if (number % 3 === 1) call.write(subscribeToAll.subarray(0, 7));
  else {
    call.end(subscribeToAll);
    await once(call, 'response');
  }
  session.destroy();
  sessions.delete(session);
}
