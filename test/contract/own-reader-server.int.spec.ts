import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  constants,
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { frame } from '#embedded-eventstore/wire/grpc-frames';
import { type Delivery, type EventStore, StoreUnavailable, type UnreadEvent } from '#event-sourcing';
import { addressIn, connectEventStore } from '#event-sourcing/eventstoredb/index';
import { plainAuthorization } from '#event-sourcing/eventstoredb/wire/endpoint';
import { eventually } from '../support/wait.js';
import { answering, caughtUp, checkpoint, confirmation, event, refusing } from './scripted-answers.js';

const tlsFile = (name: string) => fileURLToPath(new URL(`./data/tls/${name}`, import.meta.url));

/** Breaks off after an event. */
const resetting = (code: number) => (stream: ServerHttp2Stream) => {
  stream.respond({ ':status': 200 });
  stream.write(event(1n), () => stream.close(code));
};

/** What a server that is none of ours may answer to a reader. */
describe('our own reader', () => {
  let server: Http2Server | Http2SecureServer;
  let store: EventStore | undefined;
  let asked: IncomingHttpHeaders;
  let answer: (stream: ServerHttp2Stream) => void;
  const sessions = new Set<ServerHttp2Session>();

  const listen = async (
    kind: Http2Server | Http2SecureServer,
    parameters: string,
    { login = '', deadlineMs = 10_000 } = {},
  ) => {
    server = kind;
    kind.on('session', (session) => sessions.add(session));
    kind.on('stream', (stream, headers) => {
      asked = headers;
      stream.on('error', () => undefined);
      answer(stream);
    });
    kind.listen(0, '127.0.0.1');
    await once(kind, 'listening');
    const { port } = kind.address() as AddressInfo;
    const url = `esdb://${login}localhost:${port}?${parameters}`.replace('localhost', '127.0.0.1');
    store = connectEventStore(url, { deadlineMs });
    return store;
  };
  const open = (deadlineMs?: number) => listen(createServer(), 'tls=false', { deadlineMs });
  afterEach(async () => {
    await store?.close();
    for (const session of sessions) session.destroy();
    sessions.clear();
    await new Promise((resolve) => server.close(resolve));
  });

  it('shows its login over TLS, to a server whose certificate it was told to trust, and offers no compression', async () => {
    answer = answering(event(1n));
    const secure = createSecureServer({
      cert: readFileSync(tlsFile('localhost.pem')),
      key: readFileSync(tlsFile('localhost-key.pem')),
    });
    const trusting = `tlsCAFile=${encodeURIComponent(tlsFile('localhost.pem'))}`;
    const trusted = await listen(secure, trusting, { login: 'reader:s3cr%40t@' });
    expect(await read(trusted)).toEqual([1n]);
    expect(asked['authorization']).toBe(`Basic ${Buffer.from('reader:s3cr@t').toString('base64')}`);
    expect(asked['grpc-accept-encoding']).toBe('identity');
    const { port } = secure.address() as AddressInfo;
    const wary = connectEventStore(`esdb://127.0.0.1:${port}`);
    await expect(read(wary)).rejects.toThrow(StoreUnavailable);
    await wary.close();
  });

  it('shows a login without TLS only where nobody can listen', async () => {
    answer = answering(event(1n));
    expect(await read(await listen(createServer(), 'tls=false', { login: 'reader:secret@' }))).toEqual([1n]);
    const shown = `Basic ${Buffer.from('reader:secret').toString('base64')}`;
    expect(asked['authorization']).toBe(shown);
    const shownTo = (address: string) => plainAuthorization(addressIn(address));
    const at = (host: string) => shownTo(`esdb://reader:secret@${host}:2113?tls=false`);
    expect(['127.0.0.1', 'localhost'].map(at)).toEqual([shown, shown]);
    const others = ['10.0.0.1', 'server', 'localhost.example', '127.0.0.1.example', '127.0.0.1:2113,server'];
    for (const host of others) expect([host, at(host)]).toEqual([host, undefined]);
    expect(shownTo('esdb://reader:secret@127.0.0.1:2113')).toBeUndefined();
    expect(shownTo('esdb://127.0.0.1:2113?tls=false')).toBeUndefined();
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
      refusing({ 'grpc-status': '2', 'grpc-message': 'Nothing%20doing' }),
      'status 2: Nothing doing',
    ],
    [
      'refuses in words that are not encoded',
      refusing({ 'grpc-status': '2', 'grpc-message': '100%' }),
      'status 2: 100%',
    ],
    ['takes no such password', refusing({ 'grpc-status': '16' }), 'asks for a login to read the log'],
    ['lets nobody in', refusing({ 'grpc-status': '7' }), 'its address names none'],
    [
      'is none, but a proxy',
      (stream: ServerHttp2Stream) => stream.respond({ ':status': 502 }, { endStream: true }),
      'HTTP status 502',
    ],
    ['breaks the call off', resetting(constants.NGHTTP2_INTERNAL_ERROR), 'cannot be reached'],
    [
      'breaks the call off as if nothing were wrong',
      resetting(constants.NGHTTP2_NO_ERROR),
      'cannot be reached',
    ],
    ['breaks the call off as if we had', resetting(constants.NGHTTP2_CANCEL), 'cannot be reached'],
    [
      'closes the connection for a fault of its own',
      (stream: ServerHttp2Stream) => {
        stream.respond({ ':status': 200 });
        stream.write(event(1n), () => stream.session?.goaway(constants.NGHTTP2_INTERNAL_ERROR));
      },
      'cannot be reached',
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
    const asking = await open(500);
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

  it('reads to the end on a connection that the server will use for nothing else', async () => {
    answer = (stream) => {
      stream.session?.goaway(constants.NGHTTP2_NO_ERROR);
      answering(event(1n), event(2n))(stream);
    };
    expect(await read(await open())).toEqual([1n, 2n]);
  });

  it('lets the server send no more than its window ahead of who reads slowly', async () => {
    const large = event(1n, JSON.stringify({ x: 'x'.repeat(16 * 1024) }));
    const many = 500;
    let produced = 0;
    answer = (stream) => {
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
      Readable.from(
        (function* frames() {
          for (; produced < many; produced += 1) yield large;
        })(),
      ).pipe(stream);
    };
    let taken = 0;
    let furthestAhead = 0;
    for await (const { position } of (await open()).readAll({})) {
      expect(position).toBe(1n);
      taken += 1;
      furthestAhead = Math.max(furthestAhead, produced - taken);
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    }
    expect(taken).toBe(many);
    expect(furthestAhead).toBeLessThan(many / 4);
  });

  it('ends the call when it is left early', async () => {
    let closed: number | undefined;
    let isConnected = true;
    answer = (stream) => {
      stream.session?.on('close', () => (isConnected = false));
      stream.on('close', () => (closed = stream.rstCode));
      stream.respond({ ':status': 200 });
      stream.write(Buffer.concat([confirmation, event(1n)]));
    };
    const opened = await open();
    for await (const batch of opened.subscribe({ streamPrefixes: ['case-'], signal: never })) {
      expect(batch).toHaveLength(1);
      break;
    }
    await eventually(() => expect([closed, isConnected]).toEqual([constants.NGHTTP2_CANCEL, false]));
    [closed, isConnected] = [undefined, true];
    for await (const { position } of opened.readAll({})) {
      expect(position).toBe(1n);
      break;
    }
    // Its connection is kept for the next.
    await eventually(() => expect([closed, isConnected]).toEqual([constants.NGHTTP2_CANCEL, true]));
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
    const following = (await open(500)).subscribe({ streamPrefixes: ['case-'], signal: never });
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
