import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Hindrances, isNoRoom } from '../observability/hindrances.js';
import { spokenIn } from '../reading/language.js';
import { toldIn, type Untold } from './problem.js';
import { problemFrom } from './problem-from.js';

/** Every error of every request ends here and leaves as problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  /** `otherMethods`: the methods that an address answers to, for one that was asked with another. */
  constructor(
    private readonly otherMethods: (path: string) => readonly string[],
    private readonly hindrances: Hindrances,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = problemFrom(error, () => this.otherMethods(request.url.split('?')[0] ?? ''));
    if (problem.status >= 500) request.failure = error;
    if (isNoRoom(error)) this.hindrances.metNoRoom(error);
    await sendProblem(http.getResponse<FastifyReply>(), problem);
  }
}

/** Answers with the problem in the language that the request wants. */
export function sendProblem(reply: FastifyReply, problem: Untold) {
  const { status, headers, body } = toldIn(spokenIn(reply.request.headers['accept-language']), problem);
  const varies = String(reply.getHeader('Vary') ?? 'Accept-Language').split(', ');
  // What a route set before it failed says nothing of this answer.
  return reply
    .removeHeader('ETag')
    .removeHeader('Location')
    .code(status)
    .headers({
      'Cache-Control': 'private, no-store',
      ...headers,
      Vary: [...new Set([...varies, 'Accept-Language'])].join(', '),
      'Content-Type': 'application/problem+json; charset=utf-8',
    })
    .send(JSON.stringify(body));
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What went wrong on our side, for the log. */
    failure?: unknown;
  }
}
