import type { OutgoingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { frame } from '#embedded-eventstore/wire/grpc-frames';
import { MessageWriter } from '#embedded-eventstore/wire/protobuf';

/** Answers with these frames and a good end. */
export const answering =
  (...frames: readonly Buffer[]) =>
  (stream: ServerHttp2Stream) => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
    stream.end(Buffer.concat(frames));
  };

/** Answers with trailers alone. */
export const refusing = (trailers: OutgoingHttpHeaders) => (stream: ServerHttp2Stream) =>
  stream.respond({ ':status': 200, ...trailers }, { endStream: true });

/** An event of a case at this position. */
export function event(position: bigint, data = '{}'): Buffer {
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
export const confirmation = frame(
  new MessageWriter().message(2, new MessageWriter().string(1, 'subscription')).finish(),
);
export const checkpoint = (position: bigint) =>
  frame(new MessageWriter().message(3, new MessageWriter().uint(1, position).uint(2, 0)).finish());
export const caughtUp = frame(new MessageWriter().empty(8).finish());
