import type { FastifyInstance } from 'fastify';

/** What every answer says of itself: kept by nobody in between, taken for nothing else, shown in no frame. */
export function headEveryAnswer(instance: FastifyInstance): void {
  instance.addHook('onRequest', (_request, reply, done) => {
    reply.headers({
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    done();
  });
}
