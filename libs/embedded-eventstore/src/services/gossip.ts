import { randomUUID } from 'node:crypto';
import type { Methods } from '../grpc/server.js';
import { unary } from '../grpc/server.js';
import { structuredUuid } from '../wire/event-frame.js';
import { MessageWriter } from '../wire/protobuf.js';

const leader = 8;

/** `Gossip`: one member, the leader, reachable at the port that was called. */
export function gossip(port: () => number): Methods {
  const instance = structuredUuid(randomUUID());
  return {
    Read: unary(() => {
      const endPoint = new MessageWriter().string(1, '127.0.0.1').uint(2, port());
      const member = new MessageWriter()
        .message(1, instance)
        .int(2, BigInt(Date.now()) * 10_000n)
        .uint(3, leader)
        .bool(4, true)
        .message(5, endPoint);
      return new MessageWriter().message(1, member).finish();
    }),
  };
}
