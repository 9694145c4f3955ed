import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ApiRequest } from '../auth/authenticate.js';

/** A request with the answer that is being made to it. */
export interface Exchange {
  readonly request: ApiRequest;
  readonly reply: FastifyReply;
}

/** Hands a route both; what the route returns is still the answer's body. */
export const InExchange = createParamDecorator((_data: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  return { request: http.getRequest<ApiRequest>(), reply: http.getResponse<FastifyReply>() };
});
