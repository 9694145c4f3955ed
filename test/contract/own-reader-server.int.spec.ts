import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { frame } from '#embedded-eventstore/wire/grpc-frames';
import { MessageWriter } from '#embedded-eventstore/wire/protobuf';
import { type Delivery, type EventStore, StoreUnavailable, type UnreadEvent } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';

const tlsFile = (name: string) => fileURLToPath(new URL(`./data/tls/${name}`, import.meta.url));

/** What a server that is none of ours may answer to a reader. */
describe('our own reader', () => {
  let server: Http2Server | Http2SecureServer;
  let store: EventStore | undefined;
  let asked: IncomingHttpHeaders;
  let answer: (stream: ServerHttp2Stream) => void;

  const listen = async (kind: Http2Server | Http2SecureServer, parameters: string, login = '') => {
    server = kind;
    kind.on('stream', (stream, headers) => {
      asked = headers;
      stream.on('error', () => undefined);
      answer(stream);
    });
    kind.listen(0, '127.0.0.1');
    await once(kind, 'listening');
    const { port } = kind.address() as AddressInfo;
    const url = `esdb://${login}localhost:${port}?${parameters}`.replace('localhost', '127.0.0.1');
    store = connectEventStore(url, { deadlineMs: 500 });
    return store;
  };
  const open = () => listen(createServer(), 'tls=false');
  afterEach(async () => {
    await store?.close();
    server.close();
  });

  it('shows its login over TLS, to a server whose certificate it was told to trust, and offers no compression', async () => {
    answer = answering(event(1n));
    const secure = createSecureServer({
      cert: readFileSync(tlsFile('localhost.pem')),
      key: readFileSync(tlsFile('localhost-key.pem')),
    });
    const trusting = `tlsCAFile=${encodeURIComponent(tlsFile('localhost.pem'))}`;
    const trusted = await listen(secure, trusting, 'reader:s3cr%40t@');
    expect(await read(trusted)).toEqual([1n]);
    expect(asked['authorization']).toBe(`Basic ${Buffer.from('reader:s3cr@t').toString('base64')}`);
    expect(asked['grpc-accept-encoding']).toBe('identity');
    const { port } = secure.address() as AddressInfo;
    const wary = connectEventStore(`esdb://127.0.0.1:${port}`, { deadlineMs: 500 });
    await expect(read(wary)).rejects.toThrow(StoreUnavailable);
    await wary.close();
  });

  it('shows no login to whoever listens on a plain connection', async () => {
    answer = answering(event(1n));
    expect(await read(await listen(createServer(), 'tls=false', 'reader:secret@'))).toEqual([1n]);
    expect(asked['authorization']).toBeUndefined();
  });

  it('puts messages together, however they were cut', async () => {
    answer = (stream) => {
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
      const bytes = Buffer.concat([event(1n), event(2n, 'x'.repeat(300)), event(3n)]);
      const sendFrom = (at: number) => {
        if (at >= bytes.length) stream.end();
        else stream.write(bytes.subarray(at, at + 7), () => setImmediate(sendFrom, at + 7));
      };
      sendFrom(0);
    };
    expect(await read(await open())).toEqual([1n, 2n, 3n]);
  });

  it.each([
    ['ends without a word', (stream: ServerHttp2Stream) => stream.end(event(1n)), 'ended within an answer'],
    [
      'ends within a message',
      (stream: ServerHttp2Stream) => answering(event(1n).subarray(0, 20))(stream),
      'ended within an answer',
    ],
    [
      'refuses',
      (stream: ServerHttp2Stream) =>
        stream.respond(
          { ':status': 200, 'grpc-status': '7', 'grpc-message': 'Access%20Denied' },
          { endStream: true },
        ),
      'status 7: Access Denied',
    ],
    [
      'sends what is no message of the protocol',
      (stream: ServerHttp2Stream) => answering(frame(Buffer.from([0x0a, 0x7f])))(stream),
      'ends within a field',
    ],
    [
      'compresses unasked',
      (stream: ServerHttp2Stream) => answering(Buffer.from([1, 0, 0, 0, 1, 0]))(stream),
      'compressed an answer unasked',
    ],
    ['is silent', () => undefined, 'did not answer within 500 ms'],
  ])('takes the log for unavailable, not for read, when a server %s', async (_, how, why) => {
    answer = how;
    const asking = await open();
    for (const ask of [read, readNew]) {
      const failure = await ask(asking).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(StoreUnavailable);
      expect((failure as Error).message).toContain(why);
    }
    answer = answering(event(1n));
    expect(await readNew(asking)).toEqual([1n]);
  });

  it('asks what is new over one connection, also after it has left an answer unread, and over another when that is gone', async () => {
    const asking = await open();
    let sessions = 0;
    server.on('session', () => (sessions += 1));
    answer = answering(
      ...Array.from({ length: 2_000 }, (_, n) => event(BigInt(n), `{"text":"${'x'.repeat(99)}"}`)),
    );
    for await (const { position } of asking.readAll({ after: 0n })) if (position === 1n) break;
    answer = answering(event(1n));
    expect(await Promise.all([readNew(asking), readNew(asking)])).toEqual([[1n], [1n]]);
    expect(sessions).toBe(1);
    const gone = new Promise(
      (resolve) => (answer = (stream) => stream.session?.once('close', resolve).destroy()),
    );
    await expect(readNew(asking)).rejects.toThrow(StoreUnavailable);
    await gone;
    answer = answering(event(2n));
    expect(await readNew(asking)).toEqual([2n]);
    expect(sessions).toBe(2);
  });

  it('reads what is not JSON only when it is asked to', async () => {
    answer = answering(event(1n, 'no JSON'));
    const [arrived] = await events(await open());
    expect(arrived).toMatchObject({ position: 1n, type: 'Noted' });
    expect(() => arrived?.read()).toThrow('holds no JSON object');
  });

  it('hands over what is followed in the order in which it came, in batches of at most the size asked for', async () => {
    answer = answering(
      confirmation,
      ...[1n, 2n, 3n, 4n, 5n].map((position) => event(position)),
      checkpoint(9n),
      caughtUp,
      event(10n),
    );
    const batches: string[][] = [];
    for await (const batch of (await open()).subscribe({
      streamPrefixes: ['case-'],
      signal: never,
      maxBatch: 3,
    })) {
      batches.push(batch.map(told));
    }
    expect(Math.max(...batches.map(({ length }) => length))).toBe(3);
    const said = [
      'event 1',
      'event 2',
      'event 3',
      'event 4',
      'event 5',
      'checkpoint 9',
      'caughtUp',
      'event 10',
    ];
    expect(batches.flat()).toEqual(said);
  });

  it('gives up a server that never confirms that it may follow', async () => {
    answer = (stream) => stream.respond({ ':status': 200 });
    const following = (await open()).subscribe({ streamPrefixes: ['case-'], signal: never });
    await expect(following[Symbol.asyncIterator]().next()).rejects.toThrow('did not answer a subscription');
  });
});

const never = new AbortController().signal;

async function events(store: EventStore): Promise<UnreadEvent[]> {
  const all: UnreadEvent[] = [];
  for await (const arrived of store.scan({})) all.push(...arrived);
  return all;
}
const read = async (store: EventStore) => (await events(store)).map(({ position }) => position);

async function readNew(store: EventStore): Promise<bigint[]> {
  const positions: bigint[] = [];
  for await (const { position } of store.readAll({})) positions.push(position);
  return positions;
}

const told = (delivery: Delivery) =>
  delivery.kind === 'event'
    ? `event ${delivery.event.position}`
    : delivery.kind === 'checkpoint'
      ? `checkpoint ${delivery.position}`
      : delivery.kind;

/** Answers with these frames and a good end. */
const answering =
  (...frames: readonly Buffer[]) =>
  (stream: ServerHttp2Stream) => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
    stream.end(Buffer.concat(frames));
  };

function event(position: bigint, data = '{}'): Buffer {
  const property = (key: string, value: string) => new MessageWriter().string(1, key).string(2, value);
  const recorded = new MessageWriter()
    .message(1, new MessageWriter().string(2, '0f8fad5b-d9cb-469f-a165-70867728950e'))
    .message(2, new MessageWriter().string(3, 'case-1576.a'))
    .uint(3, position)
    .uint(4, position)
    .uint(5, position)
    .message(6, property('type', 'Noted'))
    .message(6, property('content-type', 'application/json'))
    .string(8, data);
  return frame(new MessageWriter().message(1, new MessageWriter().message(1, recorded)).finish());
}
const confirmation = frame(
  new MessageWriter().message(2, new MessageWriter().string(1, 'subscription')).finish(),
);
const checkpoint = (position: bigint) =>
  frame(new MessageWriter().message(3, new MessageWriter().uint(1, position).uint(2, 0)).finish());
const caughtUp = frame(new MessageWriter().empty(8).finish());
