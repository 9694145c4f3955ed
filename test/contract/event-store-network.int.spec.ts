import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { jest } from '@jest/globals';
import { startEmbeddedEventStore } from '#embedded-eventstore';
import { type Delivery, StoreUnavailable } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { newEvent, ownStream } from './event-store-contract.js';

describe('a connection that breaks', () => {
  let node: Awaited<ReturnType<typeof startEmbeddedEventStore>>;
  let line: Line;
  const strays: unknown[] = [];
  const stray = (error: unknown) => strays.push(error);

  beforeEach(async () => {
    strays.length = 0;
    process.on('unhandledRejection', stray);
    node = await startEmbeddedEventStore({ temporary: true, insecure: true });
    line = await Line.to(node.port);
  });
  afterEach(async () => {
    await line.close();
    await node.close();
    process.off('unhandledRejection', stray);
  });

  it('fails the appends under way, leaves no stray rejection, and works again by itself', async () => {
    const store = connectEventStore(line.connectionString, { deadlineMs: 5_000 });
    const streams = Array.from({ length: 200 }, () => ownStream().stream);
    const events = streams.map(() => [newEvent({ x: 'x'.repeat(20_000) })]);
    const appendTo = (stream: string, index: number) =>
      store.append(stream, 'no_stream', events[index] ?? []);
    const appends = streams.map(appendTo);
    const outcomes = Promise.allSettled(appends);
    await Promise.race(appends);
    line.cut();
    const reasons = (await outcomes).flatMap((o) => (o.status === 'rejected' ? [o.reason as unknown] : []));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.every((reason) => reason instanceof StoreUnavailable)).toBe(true);
    // A repeat at the same expected revision tells what became of each.
    const repeats: unknown[] = [];
    for (const [index, stream] of streams.entries()) {
      while (repeats.length === index) {
        await appendTo(stream, index).then(
          ({ revision }) => repeats.push(revision),
          (error: unknown) => expect(error).toBeInstanceOf(StoreUnavailable),
        );
      }
    }
    expect(repeats).toEqual(streams.map(() => 0n));
    await store.close();
    expect(strays).toEqual([]);
  });

  it('without a word is noticed by our own deadline, on every call, and left behind', async () => {
    const store = connectEventStore(line.connectionString, { deadlineMs: 300 });
    const { prefix, stream } = ownStream();
    const events = [newEvent()];
    await store.append(stream, 'no_stream', events);
    line.hang();
    await expect(store.append(stream, 0n, [newEvent()])).rejects.toThrow(StoreUnavailable);
    await expect(store.read(stream)).rejects.toThrow('did not answer within 300 ms');
    await expect(store.readAll({})[Symbol.asyncIterator]().next()).rejects.toThrow(StoreUnavailable);
    const options = { streamPrefixes: [prefix], signal: new AbortController().signal };
    await expect(store.subscribe(options)[Symbol.asyncIterator]().next()).rejects.toThrow(StoreUnavailable);
    line.mend();
    expect(await store.append(stream, 'no_stream', events)).toMatchObject({ revision: 0n });
    const again = store.subscribe(options)[Symbol.asyncIterator]();
    const { value } = (await again.next()) as { value: readonly Delivery[] };
    expect(value[0]).toMatchObject({ kind: 'event', event: { stream } });
    await again.return?.();
    await store.close();
    expect(strays).toEqual([]);
  });

  it('is noticed by a ping without an answer, while nothing happens that a follower waits for', async () => {
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const store = connectEventStore(`${line.connectionString}&keepAliveInterval=50&keepAliveTimeout=100`);
    const { prefix } = ownStream();
    const options = { streamPrefixes: [prefix], signal: new AbortController().signal };
    const following = store.subscribe(options)[Symbol.asyncIterator]();
    expect(await following.next()).toMatchObject({ value: [{ kind: 'caughtUp' }] });
    line.hang();
    await expect(lastOf(following)).rejects.toThrow('did not answer a ping within 100 ms');
    await store.close();
    // The client thinks that few milliseconds are too few.
    warned.mockRestore();
  });

  it('is given up for everyone: a read beside the one that had no answer never passes for an empty stream', async () => {
    const store = connectEventStore(line.connectionString, { deadlineMs: 600 });
    const hasty = connectEventStore(line.connectionString, { deadlineMs: 100 });
    const { stream } = ownStream();
    await store.append(stream, 'no_stream', [newEvent(), newEvent()]);
    line.hang();
    const first = store.read(stream);
    const told = expect(first).rejects.toThrow(StoreUnavailable);
    // Until some of the first one's time is gone.
    await expect(hasty.read(stream)).rejects.toThrow(StoreUnavailable);
    const log = store.readAll({})[Symbol.asyncIterator]();
    const others = [store.read(stream), store.last(stream), store.end(), lastOf(log)];
    const outcomes = await Promise.allSettled(others);
    await told;
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'rejected'));
    await store.close();
    await hasty.close();
    expect(strays).toEqual([]);
  });
});

async function lastOf(events: AsyncIterator<unknown>): Promise<void> {
  while (!(await events.next()).done);
}

/** A telephone line between client and node that can be cut, or fall silent. */
class Line {
  private readonly sockets = new Set<Socket>();
  private isSilent = false;

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  static async to(port: number): Promise<Line> {
    const server = createServer();
    const line = new Line(server, port);
    server.on('connection', (socket) => line.join(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get connectionString() {
    return `esdb://127.0.0.1:${(this.server.address() as AddressInfo).port}?tls=false`;
  }

  hang() {
    this.isSilent = true;
    for (const socket of this.sockets) socket.pause();
  }

  cut() {
    for (const socket of this.sockets) socket.destroy();
  }

  /** New calls get through; connections that fell silent are lost. */
  mend() {
    this.isSilent = false;
  }

  async close() {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket) {
    const far = connect(this.port, '127.0.0.1');
    for (const [socket, other] of [
      [client, far],
      [far, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('data', (chunk) => !this.isSilent && other.write(chunk));
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    if (this.isSilent) for (const socket of [client, far]) socket.pause();
  }
}
