import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

type Asking = Pick<FastifyRequest, 'method' | 'headers'>;

export const changes = ({ method }: Pick<Asking, 'method'>) => method !== 'GET' && method !== 'HEAD';

/**
 * Refuses what no page of this address asks for: a browser says by itself from where a request comes, and sends the cookie along whoever made
 * it ask. Reading is refused only where the browser says that another site asks.
 */
export function assertOwnPage(asking: Asking, publicUrl: string | undefined): void {
  const { origin, host, 'sec-fetch-site': site } = asking.headers;
  const own = publicUrl === undefined ? `http://${host}` : new URL(publicUrl).origin;
  const isOwn = site === undefined ? origin === own : site === 'same-origin';
  if (changes(asking) ? !isOwn : site === 'cross-site') throw new Problem('cross-site');
}

/** The same for an address under /v1, which a form of another site could reach: a change bears a header that only a script of this address can set. */
export function assertOwnScript(asking: Asking, publicUrl: string | undefined): void {
  assertOwnPage(asking, publicUrl);
  if (changes(asking) && asking.headers['samspor-csrf'] !== '1') throw new Problem('cross-site.header');
}
