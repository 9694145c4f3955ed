import { connect, type ClientHttp2Session } from 'node:http2';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import { decoded, playCall, recordedCalls, type PlayedCall, type RecordedCall, type Status } from './wire.js';

const calls = recordedCalls();

/** Where the node's answer differs, and why. */
const different: Readonly<
  Record<string, { reason: string; status?: number; replies?: 'own' | 'events' | 'first' }>
> = {
  'ServerFeatures.GetSupportedMethods': { reason: 'It lists what it offers.', replies: 'own' },
  'BatchAppend: invalid: no options first': { reason: 'The real server never answers.', status: 3 },
  'Read: count 0': { reason: "A mistake of the caller, not the server's.", status: 3 },
  'Read: $all from an impossible position': {
    reason: "A mistake of the caller, not the server's.",
    status: 3,
  },
  'Read: invalid: broken regex': { reason: "A mistake of the caller, not the server's.", status: 3 },
  'unknown service': { reason: 'Both kinds of the unknown are answered alike.' },
  'Read: $all from the start, no filter, count 3': {
    reason: "It has no events of the server's own.",
    replies: 'first',
  },
  'Read: invalid: empty request': { reason: "It has no events of the server's own.", replies: 'events' },
  'Read: subscription to $all by a prefix that nothing has, window 1': {
    reason: "It has no events of the server's own, so fewer checkpoints.",
    replies: 'own',
  },
};

describe('the recorded gRPC calls', () => {
  let node: EmbeddedEventStore;
  let session: ClientHttp2Session;
  const played: PlayedCall[] = [];

  beforeAll(async () => {
    node = await startEmbeddedEventStore({ temporary: true, insecure: true });
    session = connect(`http://127.0.0.1:${node.port}`);
    await once(session, 'connect');
    // In the order of the recording: later calls find what earlier ones wrote.
    for (const call of calls) played.push(await playCall(session, shortened(call)));
  });

  afterAll(async () => {
    session.destroy();
    await node.close();
  });

  it.each(calls.map((call, number) => ({ call, number, name: call.name })))(
    'are answered as recorded: $name',
    ({ call, number }) => {
      const { replies, status } = played[number] ?? { replies: [], status: undefined };
      const difference = different[call.name];
      expect(comparable(status)).toEqual(
        difference?.status === undefined
          ? comparable(call.status)
          : expect.objectContaining({ code: difference.status }),
      );
      if (difference?.replies === 'own') return;
      const given = replies.map((bytes) => decoded(call.path, bytes));
      const wanted = call.replies
        .map(({ bytes }) => decoded(call.path, Buffer.from(bytes, 'base64')))
        .filter((reply) => difference?.replies === undefined || !isServersOwn(reply));
      expect(difference?.replies === 'first' ? given.slice(0, wanted.length) : given).toEqual(wanted);
    },
  );

  it('differ only where it is said why', () => {
    const names = new Set(calls.map(({ name }) => name));
    expect(Object.keys(different).filter((name) => !names.has(name))).toEqual([]);
  });
});

/** A call that ends here although the real server left it open, or that brings less, is not waited for. */
function shortened(call: RecordedCall): RecordedCall {
  if (call.name === 'BatchAppend: invalid: no options first') {
    return { ...call, status: { code: 3, details: '', trailers: {} } };
  }
  if (different[call.name]?.replies !== 'own' || call.status) return call;
  return { ...call, replies: call.replies.slice(0, 3) };
}

/** Statuses of success and failure alike; the sentence of an error that differs is the node's own. */
function comparable(status: Status | undefined): unknown {
  if (!status) return undefined;
  const { 'content-type': _type, 'content-length': _length, ...trailers } = status.trailers;
  const details = status.code === 12 || status.code === 0 ? '' : status.details;
  return { code: status.code, details, trailers };
}

/** Events that a real server writes about itself when it starts. */
const isServersOwn = (reply: unknown): boolean =>
  JSON.stringify(reply).includes(Buffer.from('$$$scavenges').toString('base64'));
