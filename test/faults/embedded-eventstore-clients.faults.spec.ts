import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { FrameSplitter, frame } from '#embedded-eventstore/wire/grpc-frames';
import { MessageReader, MessageWriter } from '#embedded-eventstore/wire/protobuf';
import { startKillableNode, type KillableNode } from '../contract/killable-node.js';
import { recordedCalls } from '../contract/wire.js';
import { generator } from './seeded.js';

const full = process.env['FAULT_ROUNDS'] === 'full';
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
const megabyte = 1024 * 1024;

let folder: string;
let node: KillableNode;
let address: { readonly host: string; readonly port: number };
const sessions = new Set<ClientHttp2Session>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clients-'));
  node = await startKillableNode(folder);
  address = { host: '127.0.0.1', port: Number(/:(\d+)/.exec(node.connectionString)?.[1]) };
});

afterEach(async () => {
  for (const session of sessions) session.destroy();
  sessions.clear();
  await node.stop('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

function openSession(): ClientHttp2Session {
  const session = connect(`http://${address.host}:${address.port}`, { maxSessionMemory: 100 });
  session.on('error', () => undefined);
  sessions.add(session);
  return session;
}

function openCall(
  session: ClientHttp2Session,
  path: string,
  headers: Record<string, string> = {},
): ClientHttp2Stream {
  const call = session.request({
    ':method': 'POST',
    ':path': path,
    'content-type': 'application/grpc',
    te: 'trailers',
    ...headers,
  });
  call.on('error', () => undefined);
  return call;
}

/** Sends a whole request; answers with the call's status, or `closed` when it ended without one. */
async function send(session: ClientHttp2Session, path: string, body: Buffer): Promise<string> {
  const call = openCall(session, path, { 'grpc-timeout': '300m' });
  let status = 'closed';
  const note = (headers: Record<string, unknown>): void => {
    if (typeof headers['grpc-status'] === 'string') status = headers['grpc-status'];
  };
  call.on('response', note).on('trailers', note).resume().end(body);
  await new Promise((resolve) => call.once('close', resolve));
  return status;
}

async function appendsStillWork(): Promise<void> {
  const client = EventStoreDBClient.connectionString(node.connectionString);
  const events = [jsonEvent({ type: 'Noted', data: {} })];
  expect(await client.appendToStream('sound', events)).toMatchObject({ success: true });
  await client.dispose();
}

describe('an embedded event store among clients that lie', () => {
  const requests = full ? 10_000 : 1000;

  it(
    `answers or closes ${requests} mutated requests from seed ${seed}, and its memory stays as it was`,
    async () => {
      const random = generator(seed);
      const calls = recordedCalls();
      const round = async (count: number): Promise<void> => {
        let left = count;
        const one = async (): Promise<void> => {
          let session = openSession();
          while (left > 0) {
            left -= 1;
            if (session.closed || session.destroyed) session = openSession();
            const call = calls[Math.floor(random() * calls.length)];
            if (!call) continue;
            const frames = call.requests.map((request) => frame(Buffer.from(request, 'base64')));
            expect(await send(session, call.path, mutated(Buffer.concat(frames), random))).toMatch(
              /^(\d+|closed)$/,
            );
          }
          sessions.delete(session);
          session.destroy();
        };
        await Promise.all(Array.from({ length: 40 }, one));
      };
      await round(Math.floor(requests / 5));
      const before = await node.usage();
      await round(requests - Math.floor(requests / 5));
      const after = await node.usage();
      expect(after.memory - before.memory).toBeLessThan(24 * megabyte);
      await appendsStillWork();
    },
    60_000 + requests * 60,
  );
});

/** One to four mutations: bits, bytes taken away or put in, lengths that lie, the compressed flag, parts twice or swapped. */
function mutated(body: Buffer, random: () => number): Buffer {
  let bytes: Buffer = Buffer.from(body);
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
    const at = Math.floor(random() * Math.max(1, bytes.length));
    const other = Math.floor(random() * Math.max(1, bytes.length));
    const [from, to] = [Math.min(at, other), Math.max(at, other)];
    const byte = Math.floor(random() * 256);
    switch (Math.floor(random() * 9)) {
      case 0:
        bytes = bytes.subarray(0, at);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from([byte, 0xff]), bytes.subarray(at)]);
        break;
      case 3:
        bytes = Buffer.concat([bytes, bytes.subarray(from, to)]);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(to), bytes.subarray(from, to), bytes.subarray(0, from)]);
        break;
      case 5:
        if (bytes.length > 0) bytes[0] = byte % 3;
        break;
      case 6:
        if (bytes.length > 4) bytes.writeUInt32BE(Math.floor(random() * 2 ** (random() * 32)), 1);
        break;
      default:
        if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << (byte % 8));
    }
  }
  return bytes;
}

/** A subscription to `$all` from its start. */
const subscribeToAll = frame(
  new MessageWriter()
    .message(
      1,
      new MessageWriter()
        .message(2, new MessageWriter().empty(2))
        .empty(6)
        .empty(8)
        .message(9, new MessageWriter().empty(2)),
    )
    .finish(),
);
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
  const subscribers = full ? 500 : 50;
  const events = 6000;

  it(
    `keeps nothing for ${subscribers} of them, and tells one that reads again that it fell behind`,
    async () => {
      const client = EventStoreDBClient.connectionString(node.connectionString);
      const calls: ClientHttp2Stream[] = [];
      for (let number = 0; number < subscribers; number += 1) {
        const session = number % 10 < 2 ? openSession() : ([...sessions].at(-1) ?? openSession());
        const call = openCall(session, '/event_store.client.streams.Streams/Read');
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
  const seconds = full ? 60 : 6;

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
      expect(after.memory - before.memory).toBeLessThan(24 * megabyte);
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

/** A client that leaves: before it has said anything, in the middle of a request, or during a subscription. */
async function comeAndGo(number: number): Promise<void> {
  if (number % 3 === 0) {
    const socket = createConnection(address);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.destroy();
    return;
  }
  const session = openSession();
  const call = openCall(session, '/event_store.client.streams.Streams/Read');
  if (number % 3 === 1) call.write(subscribeToAll.subarray(0, 7));
  else {
    call.end(subscribeToAll);
    await once(call, 'response');
  }
  session.destroy();
  sessions.delete(session);
}
