import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyServerOptions } from 'fastify';
import { Problem } from '../problems/problem.js';
import { sendProblem } from '../problems/problem.filter.js';
import { uuidPattern } from '../validation/values.js';
import { takeJsonOnly } from './json-body.js';

const options: FastifyServerOptions = {
  // A request has to arrive whole within this; answers are bounded by deadlines of their own.
  requestTimeout: 30_000,
  connectionTimeout: 60_000,
  keepAliveTimeout: 65_000,
  forceCloseConnections: 'idle',
  routerOptions: { maxParamLength: 100 },
  genReqId: ({ headers }) => correlationIdFrom(headers['x-correlation-id']) ?? randomUUID(),
  frameworkErrors: (error, _request, reply) =>
    void sendProblem(
      reply,
      error.code === 'FST_ERR_MAX_PARAM_LENGTH'
        ? new Problem('address-too-long', 'An id in the address is longer than any id.')
        : new Problem('malformed-request', 'The address cannot be read.'),
    ),
  clientErrorHandler: answerBrokenRequest,
};

/** Fastify with limits in time and size, answering problem+json also where no route is reached. */
export function apiAdapter(): FastifyAdapter {
  // No Nest middleware is used; middie would only slow each request down.
  const adapter = new FastifyAdapter({ ...options, skipMiddie: true });
  takeJsonOnly(adapter.getInstance());
  return adapter;
}

const correlationIdFrom = (header: string | string[] | undefined) =>
  typeof header === 'string' && uuidPattern.test(header) ? header.toLowerCase() : undefined;

/** What is not even HTTP gets an answer by hand. */
function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error);
  const { body } =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Problem('headers-too-large', 'The headers are larger than 16 KB.')
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new Problem('request-timeout', 'The request did not arrive whole in time.')
        : new Problem('malformed-request', 'This is not HTTP.');
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${body.status} ${body.type}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}
