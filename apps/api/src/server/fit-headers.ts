import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.js';

/** Of these Node takes the first and drops the rest, where a proxy may have read the last (RFC 9112 §3.2, RFC 9110 §5.3). */
const single: ReadonlySet<string> = new Set(['authorization', 'content-type', 'host', 'if-match']);

/**
 * Refuses a request that says one thing twice, so that nobody in between can have understood it otherwise; one that does not say for which
 * host it is; and one that expects what nobody here does.
 */
export function refuseUnfitHeaders(instance: FastifyInstance): void {
  instance.addHook('onRequest', async ({ raw }) => {
    if (repeats(raw)) throw new Problem('malformed-request.header-twice');
    const { host, expect } = raw.headers;
    if (host === undefined && raw.httpVersion === '1.1') {
      throw new Problem('malformed-request.no-host');
    }
    if (expect !== undefined && expect.toLowerCase() !== '100-continue') {
      throw new Problem('expectation-failed');
    }
  });
}

function repeats({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): boolean {
  const seen = new Set<string>();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]?.toLowerCase() ?? '';
    if (!single.has(name)) continue;
    if (seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}
