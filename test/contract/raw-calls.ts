import { connect, type ClientHttp2Session, type ClientHttp2Stream, type Settings } from 'node:http2';
import { frame } from '#embedded-eventstore/wire/grpc-frames';
import { MessageWriter } from '#embedded-eventstore/wire/protobuf';

export const readPath = '/event_store.client.streams.Streams/Read';

const fromStart = new MessageWriter().empty(2);
const withTextIds = new MessageWriter().empty(2);
const request = (options: MessageWriter): Buffer => frame(new MessageWriter().message(1, options).finish());

/** A subscription to `$all` from its start. */
export const subscribeToAll = request(
  new MessageWriter().message(2, fromStart).empty(6).empty(8).message(9, withTextIds),
);

/** One read of all that `$all` holds. */
export const readAll = request(
  new MessageWriter()
    .message(2, fromStart)
    .uint(5, 2 ** 40)
    .empty(8)
    .message(9, withTextIds),
);

/** A connection that may keep 100 MB on its way, and is not bothered by what the server does to it. */
export function openSession(port: number, settings: Settings = {}): ClientHttp2Session {
  const session = connect(`http://127.0.0.1:${port}`, { maxSessionMemory: 100, settings });
  session.on('error', () => undefined);
  return session;
}

export function openCall(
  session: ClientHttp2Session,
  path: string,
  headers: Readonly<Record<string, string>> = {},
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

/** Milliseconds after which a request that nothing came back for counts as never answered. */
const patience = 30_000;

/** Sends a whole request; answers with its status, `closed` when it ended without one, `unanswered` when it did not. */
export async function send(
  session: ClientHttp2Session,
  path: string,
  body: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const call = openCall(session, path, headers);
  let status = 'closed';
  const note = (received: Record<string, unknown>): void => {
    if (typeof received['grpc-status'] === 'string') status = received['grpc-status'];
  };
  call.setTimeout(patience, () => {
    status = 'unanswered';
    call.close();
  });
  call.on('response', note).on('trailers', note).resume().end(body);
  await new Promise((resolve) => call.once('close', resolve));
  return status;
}
