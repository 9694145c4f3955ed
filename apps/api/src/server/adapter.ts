import { randomUUID } from 'node:crypto';
import { type IncomingMessage, METHODS, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions } from 'fastify';
import { Problem, toldIn } from '../problems/problem.js';
import { sendProblem } from '../problems/problem.filter.js';
import { uuidPattern } from '../validation/values.js';
import { answerHeaders } from './answers.js';
import { takeFilesAt } from './file-body.js';
import { takeFormsAt } from './form-body.js';
import { takeJsonOnly } from './json-body.js';
import { takeUploadsAt } from './upload.js';

type ServerOptions = FastifyHttpOptions<Server>;

const optionsFor = (requestTimeoutMs: number): ServerOptions => ({
  // A request has to arrive whole within this; answers are bounded by deadlines of their own.
  requestTimeout: requestTimeoutMs,
  // Longer than all that: a connection cut by it gets no answer.
  connectionTimeout: 2 * requestTimeoutMs,
  keepAliveTimeout: 65_000,
  forceCloseConnections: 'idle',
  http: {
    // Of the two Node takes the longer for the whole.
    headersTimeout: requestTimeoutMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: requestTimeoutMs / 6,
    // Refused by us instead, with a problem.
    requireHostHeader: false,
  },
  routerOptions: { maxParamLength: 100 },
  genReqId: ({ headers }) => correlationIdFrom(headers['x-correlation-id']) ?? randomUUID(),
  frameworkErrors: (error, { id }, reply) =>
    void sendProblem(
      reply.headers(answerHeaders(id)),
      error.code === 'FST_ERR_MAX_PARAM_LENGTH'
        ? new Problem('address-too-long.id')
        : new Problem('malformed-request.address'),
    ),
  clientErrorHandler: answerBrokenRequest,
});

/** Fastify with limits in time and size, answering problem+json also where no route is reached. */
export function apiAdapter(requestTimeoutMs = 30_000): FastifyAdapter {
  // No Nest middleware is used; middie would only slow each request down.
  const adapter = new FastifyAdapter({ ...optionsFor(requestTimeoutMs), skipMiddie: true });
  const instance = adapter.getInstance();
  takeJsonOnly(instance);
  takeUploadsAt(instance, ['/v1/documents']);
  takeFilesAt(instance, ['/v1/import-rehearsals', '/v1/imports/:importId']);
  // OAuth 2.0 has no other form.
  takeFormsAt(instance, ['/v1/feed/token']);
  // No address takes it, so nothing is asked of its body first.
  if (METHODS.includes('QUERY')) instance.addHttpMethod('QUERY', { overrideExisting: true });
  const { server } = instance;
  // What Node would answer itself, or not at all.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    // Node has let go of it: a client that is gone would otherwise end the process.
    socket.on('error', () => socket.destroy());
    speak(socket, noProxy());
  });
  return adapter;
}

const correlationIdFrom = (header: string | string[] | undefined) =>
  typeof header === 'string' && uuidPattern.test(header) ? header.toLowerCase() : undefined;

/** What is not even HTTP gets an answer by hand. */
function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error);
  speak(
    socket,
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Problem('headers-too-large')
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new Problem('request-timeout')
        : new Problem('malformed-request.not-http'),
  );
}

const noProxy = () => new Problem('method-not-allowed.proxy', { headers: { Allow: 'GET, HEAD, POST' } });

function speak(socket: Duplex, problem: Problem): void {
  // Nothing was read that could say in which language.
  const { body, headers: own } = toldIn('en', problem);
  const text = JSON.stringify(body);
  const headers = {
    ...answerHeaders(randomUUID()),
    ...own,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`${[`HTTP/1.1 ${body.status} ${body.type}`, ...head].join('\r\n')}\r\n\r\n${text}`);
}
