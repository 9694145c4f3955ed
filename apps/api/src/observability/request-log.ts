import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpMetrics } from './metrics.js';

export type WriteLine = (line: string) => void;

/** One JSON line a request, and its figures. Never a body, a query, an address with ids, or anybody's name. */
export function observeRequests(instance: FastifyInstance, metrics: HttpMetrics, write: WriteLine): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime);
    write(JSON.stringify(lineOf(request, reply, route)));
    done();
  });
}

/** The template, such as `/v1/cases/:caseId`: an address itself may hold anything. */
const routeOf = (request: FastifyRequest) =>
  request.is404 ? 'unmatched' : (request.routeOptions.url ?? 'unmatched');

const lineOf = (request: FastifyRequest, reply: FastifyReply, route: string) => ({
  time: new Date().toISOString(),
  level: reply.statusCode >= 500 ? 'error' : 'info',
  message: 'request',
  method: request.method,
  route,
  status: reply.statusCode,
  ms: Math.round(reply.elapsedTime * 10) / 10,
  correlationId: request.id,
  ...(request.failure !== undefined && { error: describedFailure(request.failure) }),
});

/** Kind, code and place of an error. Its sentence may quote a value (a driver's does), so it is told of our own errors only. */
export function describedFailure(failure: unknown): Record<string, unknown> {
  if (!(failure instanceof Error)) return { name: typeof failure };
  const code = (failure as { code?: unknown }).code;
  return {
    name: failure.name,
    ...(typeof code === 'string' && { code }),
    ...(tellable.has(failure.name) && { detail: failure.message }),
    at: framesOf(failure),
    ...(failure.cause !== undefined && { cause: describedFailure(failure.cause) }),
  };
}

const tellable = new Set([
  'Problem',
  'StoreUnavailable',
  'LogFault',
  'LostKey',
  'LostSeat',
  'DamagedField',
  'TooMuchContention',
  'WrongKey',
]);

const framesOf = ({ stack }: Error) =>
  (stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 6);
