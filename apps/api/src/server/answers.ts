import type { FastifyInstance } from 'fastify';

/** What every answer says of itself: kept by nobody in between, taken for nothing else, shown in no frame; and the id that the log has it under. */
export const answerHeaders = (correlationId: string): Readonly<Record<string, string>> => ({
  'X-Correlation-Id': correlationId,
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
});

export function headEveryAnswer(instance: FastifyInstance): void {
  instance.addHook('onRequest', ({ id }, reply, done) => {
    reply.headers(answerHeaders(id));
    done();
  });
}
