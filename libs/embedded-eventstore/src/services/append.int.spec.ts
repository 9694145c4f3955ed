// @long
import { once } from 'node:events';
import { connect, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GrpcServer } from '../grpc/server.js';
import { DamagedEvent, LogNotWritable } from '../log/faults.js';
import { frame, FrameSplitter } from '../wire/grpc-frames.js';
import { MessageReader, MessageWriter } from '../wire/protobuf.js';
import { append, batchAppend, type Appender } from './append.js';
import { Backlog } from './backlog.js';

const streams = 'event_store.client.streams.Streams';
const megabyte = 1024 * 1024;
const success = { outcome: 'success', revision: 0, position: 0 } as const;

let answer: Appender['append'];
let server: GrpcServer;
let session: ClientHttp2Session;

beforeEach(async () => {
  const store: Appender = { append: (...given) => answer(...given) };
  const backlog = new Backlog();
  server = new GrpcServer({
    [streams]: { Append: append(store, backlog), BatchAppend: batchAppend(store, backlog) },
  });
  session = connect(`http://127.0.0.1:${await server.listen(0)}`, { maxSessionMemory: 1000 });
  await once(session, 'connect');
});

afterEach(async () => {
  session.destroy();
  await server.close();
});

const identifier = new MessageWriter().string(3, 'stream');
const proposed = (data: Buffer) =>
  new MessageWriter()
    .message(1, new MessageWriter().string(2, '0f8fad5b-d9cb-469f-a165-70867728950e'))
    .message(2, new MessageWriter().string(1, 'type').string(2, 'T'))
    .message(2, new MessageWriter().string(1, 'content-type').string(2, 'application/json'))
    .bytes(4, data);
const batch = (data: Buffer): Buffer =>
  frame(
    new MessageWriter()
      .message(1, new MessageWriter().string(2, '0f8fad5b-d9cb-469f-a165-708677289501'))
      .message(2, new MessageWriter().message(1, identifier).empty(4))
      .message(3, proposed(data))
      .bool(4, true)
      .finish(),
  );

const call = (method: string): ClientHttp2Stream =>
  session.request({
    ':method': 'POST',
    ':path': `/${streams}/${method}`,
    'content-type': 'application/grpc',
  });

/** Every message of a call's answer, once it has ended. */
async function replies(request: ClientHttp2Stream): Promise<Buffer[]> {
  const splitter = new FrameSplitter();
  const messages: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) messages.push(...splitter.add(chunk));
  return messages;
}

/** The code, the type and the message of a batch append's error. */
function errorIn(reply: Buffer | undefined): unknown[] {
  const told: unknown[] = [];
  const response = new MessageReader(reply ?? Buffer.alloc(0));
  while (response.next()) {
    if (response.field !== 2) {
      response.skip();
      continue;
    }
    const status = response.message();
    while (status.next()) {
      if (status.field === 1) told.push(status.uint());
      else if (status.field === 2) told.push(status.string());
      else {
        const detail = status.message();
        while (detail.next()) told.push(detail.string().split('.').at(-1));
      }
    }
  }
  return told;
}

describe('a batch append that fails', () => {
  it.each([
    ['LogNotWritable', 8, new LogNotWritable('The disk is full.')],
    ['LogDamaged', 15, new DamagedEvent('0.segment', 64)],
    ['Failed', 2, new TypeError('A mistake of the program.')],
  ])('says why: %s, code %i', async (name, code, error) => {
    answer = () => Promise.reject(error);
    const request = call('BatchAppend');
    request.end(batch(Buffer.from('{}')));
    const [reply] = await replies(request);
    expect(errorIn(reply)).toEqual([code, error.message, name]);
  });
});

const ping = (): Promise<void> =>
  new Promise((resolve, reject) => {
    session.ping((error) => (error ? reject(error) : resolve()));
  });

/** Resolves when nothing more arrives at the server although the client would send more. */
async function quiet(arrived: () => number): Promise<void> {
  for (let before = -1; before !== arrived();) {
    before = arrived();
    for (let pings = 0; pings < 20; pings += 1) {
      await ping();
    }
  }
}

describe('appends that the disk is too slow for', () => {
  it.each([
    ['of one call', 1],
    ['of many calls', 50],
  ])('are taken up to some 32 MB, and the rest when those are done: %s', async (_, calls) => {
    const waiting: (() => void)[] = [];
    let arrived = 0;
    answer = () => {
      arrived += 1;
      return new Promise((resolve) => waiting.push(() => resolve(success)));
    };
    const data = Buffer.alloc(megabyte, 0x20);
    const answered = Array.from({ length: calls }, () => {
      const request = call('BatchAppend');
      for (let left = 150 / calls; left > 0; left -= 1) request.write(batch(data));
      request.end();
      return replies(request);
    });
    let most = 0;
    while (arrived < 150 || waiting.length > 0) {
      await quiet(() => arrived);
      most = Math.max(most, waiting.length);
      for (const proceed of waiting.splice(0)) proceed();
    }
    expect((await Promise.all(answered)).flat()).toHaveLength(150);
    expect(most).toBeGreaterThanOrEqual(31);
    expect(most).toBeLessThanOrEqual(32 + calls);
  });
});
