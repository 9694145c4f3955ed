import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { onceOver } from '../server/once-over.js';
import type { HttpMetrics } from './metrics.js';

export type WriteLine = (line: string) => void;

/**
 * One JSON line a request, and its figures. Never a body, a query, an address with ids, or anybody's name. A request that its client broke
 * off has a line too. Probes have none unless something failed: they would push out what somebody may want to read.
 */
export function observeRequests(instance: FastifyInstance, metrics: HttpMetrics, write: WriteLine): void {
  instance.addHook('onRequest', (request, reply, done) => {
    onceOver(request, reply, (how) => {
      const route = routeOf(request);
      const status = how === 'answered' ? reply.statusCode : how;
      metrics.observe(request.method, route, String(status), reply.elapsedTime);
      if (probes.has(route) && request.failure === undefined) return;
      write(JSON.stringify({ ...lineOf(request, reply, route), status }));
    });
    done();
  });
}

const probes: ReadonlySet<string> = new Set(['/health/live', '/health/ready', '/metrics']);

/** The template, such as `/v1/cases/:caseId`: an address itself may hold anything. */
const routeOf = (request: FastifyRequest) =>
  request.is404 ? 'unmatched' : (request.routeOptions.url ?? 'unmatched');

const lineOf = (request: FastifyRequest, reply: FastifyReply, route: string) => ({
  time: new Date().toISOString(),
  level: reply.statusCode >= 500 ? 'error' : 'info',
  message: 'request',
  method: request.method,
  route,
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
  'NoRoom',
  'LogFault',
  'SetAside',
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
