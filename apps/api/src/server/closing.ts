import type { FastifyInstance } from 'fastify';

/**
 * Answers under way are given when the server closes, but no client is waited for any longer than this: Node stops watching over requests
 * that do not arrive whole as soon as it closes.
 */
export function closeWithin(instance: FastifyInstance, ms: number): void {
  instance.addHook('preClose', (done) => {
    setTimeout(() => instance.server.closeAllConnections(), ms).unref();
    done();
  });
}
