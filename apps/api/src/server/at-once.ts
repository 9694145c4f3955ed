import type { FastifyInstance } from 'fastify';
import type { ApiRequest } from '../auth/authenticate.js';
import { Problem } from '../problems/problem.js';
import { onceOver } from './once-over.js';

const mostAtOnce = 256;

/** Bounds what one login has under way at once, so that no one keeps the others waiting; a page asks for a handful. */
export function boundEachLogin(instance: FastifyInstance, most = mostAtOnce): void {
  const underWay = new Map<string, number>();
  instance.addHook('onRequest', async (request, reply) => {
    const { login } = request as ApiRequest;
    if (login === undefined) return;
    const key = JSON.stringify([login.issuer, login.subject]);
    const count = underWay.get(key) ?? 0;
    if (count >= most) throw new Problem('too-many-requests.at-once', { headers: { 'Retry-After': '1' } });
    underWay.set(key, count + 1);
    onceOver(request, reply, () => {
      const left = (underWay.get(key) ?? 1) - 1;
      if (left > 0) underWay.set(key, left);
      else underWay.delete(key);
    });
  });
}
