import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { uuidPattern } from '../validation/values.js';
import { sayFault } from '../problems/fault-sentences.js';

type Headers = FastifyRequest['headers'];

/** The client's key that makes a command safe to repeat, in lower case. */
export function idempotencyKeyIn(headers: Headers): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && uuidPattern.test(key)) return key.toLowerCase();
  throw new Problem('invalid-header.idempotency-key', {
    errors: [{ path: 'Idempotency-Key', message: sayFault('uuid') }],
  });
}

/**
 * The revision that the client has seen. `*` asks for nothing here: the commands themselves know what must exist.
 * A weak tag never matches, as RFC 9110 has it.
 */
export function ifMatchIn(headers: Headers): bigint | undefined {
  const tag = headers['if-match'];
  if (tag === undefined || tag === '*') return undefined;
  if (/^W\/"[^"]*"$/.test(tag)) {
    throw new Problem('stale-revision.weak-tag');
  }
  const revision = /^"(0|[1-9]\d{0,17})"$/.exec(tag)?.[1];
  if (revision === undefined) {
    throw new Problem('invalid-header.if-match', {
      errors: [{ path: 'If-Match', message: sayFault('etag') }],
    });
  }
  return BigInt(revision);
}

export const etagOf = (revision: bigint | string) => `"${revision}"`;
