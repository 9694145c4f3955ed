import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Problem } from '../problems/problem.js';
import { bytesOf } from './body-bytes.js';

/** Takes forms at these addresses, where a protocol asks for them, and nowhere else. */
export function takeFormsAt(instance: FastifyInstance, addresses: readonly string[]): void {
  const form = 'application/x-www-form-urlencoded';
  instance.addContentTypeParser(form, async (request: FastifyRequest, payload: Readable) => {
    if (!addresses.includes(request.routeOptions.url ?? '')) throw new Problem('unsupported-media-type');
    const bytes = await bytesOf(request, payload, { most: 4_096, tooLarge: 'body-too-large' });
    return new URLSearchParams(bytes.toString('utf8'));
  });
}
