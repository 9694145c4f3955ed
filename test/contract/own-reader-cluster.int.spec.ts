import { once } from 'node:events';
import { createServer, type Http2Server, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { frame } from '#embedded-eventstore/wire/grpc-frames';
import { MessageWriter } from '#embedded-eventstore/wire/protobuf';
import { type EventStore, StoreUnavailable } from '#event-sourcing';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { answering, caughtUp, confirmation, event, refusing } from './scripted-answers.js';

const states = { follower: 6, leader: 8 } as const;
const gossip = '/event_store.client.gossip.Gossip/Read';

/** A node of a cluster that a test writes: one leads, and the others know who does. */
class Member {
  private readonly server: Http2Server = createServer();
  private readonly connections = new Set<{ destroy(): void }>();
  leads = false;
  /** What it was asked, in order. */
  readonly asked: IncomingHttpHeaders[] = [];
  answer: (stream: ServerHttp2Stream) => void = answering();

  private constructor(private readonly members: readonly Member[]) {
    this.server.on('session', (session) => {
      this.connections.add(session);
      session.on('error', () => undefined);
    });
    this.server.on('stream', (stream, headers) => {
      stream.on('error', () => undefined);
      if (headers[':path'] === gossip) answering(this.whoIsThere())(stream);
      else this.take(stream, headers);
    });
  }

  static async cluster(count: number): Promise<Member[]> {
    const members: Member[] = [];
    for (let made = 0; made < count; made += 1) members.push(new Member(members));
    for (const { server } of members) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
    return members;
  }

  get port() {
    return (this.server.address() as AddressInfo).port;
  }

  async stop() {
    for (const connection of this.connections) connection.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(stream: ServerHttp2Stream, headers: IncomingHttpHeaders) {
    this.asked.push(headers);
    if (this.leads || headers['requires-leader'] !== 'true') {
      this.answer(stream);
      return;
    }
    const leader = this.members.find(({ leads }) => leads);
    refusing({
      'grpc-status': '5',
      'grpc-message': 'Leader info available',
      exception: 'not-leader',
      'leader-endpoint-host': '127.0.0.1',
      'leader-endpoint-port': String(leader?.port ?? this.port),
    })(stream);
  }

  private whoIsThere(): Buffer {
    const info = new MessageWriter();
    for (const { leads, port } of this.members) {
      const endpoint = new MessageWriter().string(1, '127.0.0.1').uint(2, port);
      info.message(
        1,
        new MessageWriter()
          .message(1, new MessageWriter().string(2, '0f8fad5b-d9cb-469f-a165-70867728950e'))
          .uint(2, 1)
          .uint(3, leads ? states.leader : states.follower)
          .bool(4, true)
          .message(5, endpoint),
      );
    }
    return frame(info.finish());
  }
}

describe('our own reader in a cluster', () => {
  let members: Member[];
  let store: EventStore | undefined;

  beforeEach(async () => {
    members = await Member.cluster(3);
    for (const [place, member] of members.entries()) member.answer = answering(event(BigInt(place + 1)));
  });
  afterEach(async () => {
    await store?.close();
    await Promise.all(members.map((member) => member.stop()));
  });

  const lead = (place: number) => members.forEach((member, at) => (member.leads = at === place));
  const connect = (hosts: readonly Member[], more = '') => {
    const at = hosts.map(({ port }) => `127.0.0.1:${port}`).join(',');
    store = connectEventStore(`esdb://${at}?tls=false${more}`, { deadlineMs: 2_000 });
    return store;
  };
  const read = async (from: EventStore) => {
    const positions: bigint[] = [];
    for await (const events of from.scan({})) positions.push(...events.map(({ position }) => position));
    return positions;
  };

  it('asks the node that leads, and says that no other may answer', async () => {
    lead(1);
    expect(await read(connect(members))).toEqual([2n]);
    expect(members.map(({ asked }) => asked.length)).toEqual([0, 1, 0]);
    expect(members[1]?.asked[0]?.['requires-leader']).toBe('true');
  });

  it('asks the new leader when the lead has changed, also where it knows of one node alone', async () => {
    lead(0);
    const ofOne = connect(members.slice(0, 1));
    expect(await read(ofOne)).toEqual([1n]);
    lead(2);
    expect(await read(ofOne)).toEqual([3n]);
    lead(0);
    expect(await read(ofOne)).toEqual([1n]);
  });

  it('follows at the new leader too', async () => {
    lead(2);
    for (const member of members) member.answer = answering(confirmation, caughtUp, event(7n));
    const kinds: string[] = [];
    const options = { streamPrefixes: ['case-'], signal: new AbortController().signal };
    for await (const batch of connect(members.slice(0, 1)).subscribe(options)) {
      kinds.push(...batch.map(({ kind }) => kind));
    }
    expect(kinds).toEqual(['caughtUp', 'event']);
    expect(members.map(({ asked }) => asked.length)).toEqual([1, 0, 1]);
  });

  it('finds the new leader by itself when the old one is gone', async () => {
    lead(0);
    const ofAll = connect(members);
    expect(await read(ofAll)).toEqual([1n]);
    const [gone] = members.splice(0, 1);
    await gone?.stop();
    members.forEach((member, at) => (member.leads = at === 1));
    await expect(read(ofAll)).rejects.toThrow(StoreUnavailable);
    expect(await read(ofAll)).toEqual([3n]);
  });

  it('gives up when nodes send it from one to the other', async () => {
    // None leads: each names itself.
    const lost = connect(members.slice(0, 1));
    await expect(read(lost)).rejects.toThrow('Leader info available');
    expect(members[0]?.asked).toHaveLength(3);
  });

  it('asks a follower that was preferred, as it is', async () => {
    lead(0);
    const [position] = await read(connect(members, '&nodePreference=follower'));
    expect([2n, 3n]).toContain(position);
    expect(members.flatMap(({ asked }) => asked).map((headers) => headers['requires-leader'])).toEqual([
      undefined,
    ]);
  });
});
