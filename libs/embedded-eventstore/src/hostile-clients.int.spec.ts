import { connect, type ClientHttp2Session } from 'node:http2';
import { createConnection } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startEmbeddedEventStore, type EmbeddedEventStore } from './start.js';
import { frame } from './wire/grpc-frames.js';
import { MessageWriter } from './wire/protobuf.js';
import { rounds } from '../../../test/support/rounds.js';

const streams = '/event_store.client.streams.Streams';
const deadlineExceeded = '4';
let node: EmbeddedEventStore;
let session: ClientHttp2Session;

beforeAll(async () => {
  node = await startEmbeddedEventStore({ temporary: true, insecure: true });
  // A client of Node may by default keep 10 MB on its way.
  session = connect(`http://127.0.0.1:${node.port}`, { maxSessionMemory: 100 });
  session.on('error', () => undefined);
});

afterAll(async () => {
  session.destroy();
  await node.close();
});

/** Sends bytes as a call's whole request; answers with its status, or `closed` when the stream was closed without one. */
function call(method: string, body: Uint8Array, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve) => {
    const request = session.request({
      ':method': 'POST',
      ':path': method,
      'content-type': 'application/grpc',
      te: 'trailers',
      'grpc-timeout': '2S',
      ...headers,
    });
    let status = 'closed';
    const note = (received: Record<string, unknown>): void => {
      if (typeof received['grpc-status'] === 'string') status = received['grpc-status'];
    };
    request.on('response', note);
    request.on('trailers', note);
    request.on('data', () => undefined);
    request.on('error', () => undefined);
    request.on('close', () => resolve(status));
    request.end(body);
  });
}

const identifier = new MessageWriter().string(3, 'hostile');
const proposed = new MessageWriter()
  .message(1, new MessageWriter().string(2, '0f8fad5b-d9cb-469f-a165-70867728950e'))
  .message(2, new MessageWriter().string(1, 'type').string(2, 'T'))
  .message(2, new MessageWriter().string(1, 'content-type').string(2, 'application/json'))
  .bytes(4, Buffer.from('{}'));

/** A sound request a method. */
const requests: Readonly<Record<string, Buffer>> = {
  [`${streams}/Read`]: frame(
    new MessageWriter()
      .message(
        1,
        new MessageWriter()
          .message(1, new MessageWriter().message(1, identifier).empty(3))
          .uint(5, 10)
          .empty(8),
      )
      .finish(),
  ),
  [`${streams}/Append`]: Buffer.concat([
    frame(new MessageWriter().message(1, new MessageWriter().message(1, identifier).empty(4)).finish()),
    frame(new MessageWriter().message(2, proposed).finish()),
  ]),
  [`${streams}/BatchAppend`]: frame(
    new MessageWriter()
      .message(1, new MessageWriter().string(2, '0f8fad5b-d9cb-469f-a165-708677289501'))
      .message(2, new MessageWriter().message(1, identifier).empty(4))
      .message(3, proposed)
      .bool(4, true)
      .finish(),
  ),
  [`${streams}/Delete`]: frame(
    new MessageWriter().message(1, new MessageWriter().message(1, identifier).uint(2, 99)).finish(),
  ),
};

async function nextGoodRequestWorks(): Promise<void> {
  expect(await call(`${streams}/Append`, requests[`${streams}/Append`] ?? Buffer.alloc(0))).toBe('0');
}

describe('a node among hostile clients', () => {
  it('answers the sound requests', async () => {
    for (const [method, body] of Object.entries(requests)) {
      expect([method, await call(method, body)]).toEqual([method, method.endsWith('Delete') ? '9' : '0']);
    }
  });

  it('answers or closes whatever is sent, and goes on', async () => {
    const mutation = fc.record({
      method: fc.constantFrom(...Object.keys(requests)),
      at: fc.nat(400),
      byte: fc.nat(255),
      what: fc.constantFrom('flip', 'cut', 'insert', 'lie', 'double'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const [{ method }] = mutations as [(typeof mutations)[number]];
        let body: Buffer = Buffer.from(requests[method] ?? []);
        for (const { at, byte, what } of mutations) {
          body = mutate(body, what, at % Math.max(1, body.length), byte);
        }
        // A read may have become a subscription, which only its deadline ends; all else is answered by itself.
        const deadline = method.endsWith('/Read') ? '200m' : '20S';
        const answer = await call(method, body, { 'grpc-timeout': deadline });
        if (!method.endsWith('/Read')) expect([method, answer]).not.toEqual([method, deadlineExceeded]);
      }),
      { numRuns: rounds(4_000) },
    );
    await nextGoodRequestWorks();
  });

  it.each([
    ['a compressed message', Buffer.from([1, 0, 0, 0, 0]), '12'],
    ['a length beyond all bounds', Buffer.from([0, 0xff, 0xff, 0xff, 0xff]), '8'],
    ['a message that does not end', Buffer.from([0, 0, 0, 1, 0, 10]), '3'],
    ['an empty request', Buffer.alloc(0), '3'],
    ['a stream name that is not UTF-8', brokenName(), '3'],
  ])('answers %s with a status', async (_, body, status) => {
    expect(await call(`${streams}/Read`, body)).toBe(status);
    await nextGoodRequestWorks();
  });

  it('answers an append of 20 MB with RESOURCE_EXHAUSTED', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024);
    large.writeUInt32BE(large.length - 5, 1);
    expect(await call(`${streams}/BatchAppend`, large)).toMatch(/^(8|closed)$/);
    await nextGoodRequestWorks();
  });

  it('answers an unknown method and an unknown service with UNIMPLEMENTED', async () => {
    expect(await call(`${streams}/Nothing`, Buffer.alloc(5))).toBe('12');
    expect(await call('/nothing.Nothing/constructor', Buffer.alloc(5))).toBe('12');
    expect(await call('/__proto__/toString', Buffer.alloc(5))).toBe('12');
    expect(await call('/nowhere', Buffer.alloc(5))).toBe('12');
  });

  it('outlives connections that speak something else', async () => {
    for (const noise of [
      'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0009',
    ]) {
      const socket = createConnection({ port: node.port, host: '127.0.0.1' });
      socket.on('error', () => undefined);
      socket.end(noise);
      socket.resume();
      await once(socket, 'close');
    }
    await nextGoodRequestWorks();
  });
});

function mutate(body: Buffer, what: string, at: number, byte: number): Buffer {
  switch (what) {
    case 'cut':
      return body.subarray(0, at);
    case 'insert':
      return Buffer.concat([body.subarray(0, at), Buffer.from([byte]), body.subarray(at)]);
    case 'double':
      return Buffer.concat([body, body]);
    case 'lie': {
      const copy = Buffer.from(body);
      if (copy.length > 4) copy.writeUInt32BE(byte * 7, 1);
      return copy;
    }
    default: {
      const copy = Buffer.from(body);
      copy[at] = (copy[at] ?? 0) ^ (byte || 1);
      return copy;
    }
  }
}

function brokenName(): Buffer {
  const name = new MessageWriter().bytes(3, Buffer.from([0xff, 0xfe, 0x80]));
  return frame(
    new MessageWriter()
      .message(1, new MessageWriter().message(1, new MessageWriter().message(1, name)))
      .finish(),
  );
}
