import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

const underWay = new WeakMap<Socket, Set<() => void>>();

/** Tells once how a request came to its end: answered, or broken off by a client that is gone, also while it waited behind others. */
export function onceOver(
  { raw: { socket } }: Pick<FastifyRequest, 'raw'>,
  { raw }: Pick<FastifyReply, 'raw'>,
  over: (how: 'answered' | 'broken-off') => void,
): void {
  const cuts = underWay.get(socket) ?? begunOn(socket);
  const cut = () => over('broken-off');
  cuts.add(cut);
  raw.once('finish', () => {
    if (cuts.delete(cut)) over('answered');
  });
}

function begunOn(socket: Socket): Set<() => void> {
  const cuts = new Set<() => void>();
  underWay.set(socket, cuts);
  socket.once('close', () => {
    for (const cut of cuts) cut();
    cuts.clear();
  });
  return cuts;
}
