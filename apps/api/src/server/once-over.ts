import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Over = (how: 'answered' | 'broken-off') => void;

/** Who wants to be told, by the answer that is made. */
const told = new WeakMap<ServerResponse, Over[]>();
const underWay = new WeakMap<Socket, Set<() => void>>();

/** Tells once how a request came to its end: answered, or broken off by a client that is gone, also while it waited behind others. */
export function onceOver(
  { raw: { socket } }: Pick<FastifyRequest, 'raw'>,
  { raw }: Pick<FastifyReply, 'raw'>,
  over: Over,
): void {
  const before = told.get(raw);
  if (before !== undefined) return void before.push(over);
  const all = [over];
  told.set(raw, all);
  const tell: Over = (how) => all.forEach((one) => one(how));
  const cuts = underWay.get(socket) ?? begunOn(socket);
  const cut = () => tell('broken-off');
  cuts.add(cut);
  raw.once('finish', () => {
    if (cuts.delete(cut)) tell('answered');
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
