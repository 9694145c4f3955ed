import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '#personal-data';
import type { Opening } from '../access-log/opened.js';
import { Problem } from '../problems/problem.js';
import type { BrowserSessions } from '../session/browser-sessions.js';
import type { Login, TokenVerifier } from './login.js';

/** A request of somebody whose token or session holds. */
export interface ApiRequest extends FastifyRequest {
  login: Login;
  /** The municipalities that this request is about: all of the token's, or the one that a header names. */
  tenants: readonly string[];
  /** Those of their roles that the route is for; set once it is known. The first stands in what is recorded. */
  roles: readonly Role[];
  role: Role;
  /** What the route says that it opens about persons; set with the roles. Undefined where it says nothing. */
  opens?: Opening | undefined;
}

const bearer = /^Bearer ([A-Za-z0-9\-_]+\.[A-Za-z0-9\-_]+\.[A-Za-z0-9\-_]*)$/i;

/** Asks for a token, or a browser's session, before a body is read, for every address under /v1, known or not. */
export function authenticate(
  instance: FastifyInstance,
  verifier: TokenVerifier,
  sessions?: Pick<BrowserSessions, 'signedIn'>,
): void {
  instance.addHook('onRequest', async (request) => {
    const path = request.routeOptions.url ?? request.url;
    // Machines log in to the feed in a way of their own.
    if (!/^\/v1(\/|$|\?)/.test(path) || /^\/v1\/(feed(\/|$|\?)|events\/)/.test(path)) return;
    const signedIn =
      request.headers.authorization === undefined ? await sessions?.signedIn(request) : undefined;
    const login = signedIn?.login ?? (await verifier.verify(tokenOf(request)));
    const tenants = tenantsOf(request, login, signedIn?.municipality);
    Object.assign(request, { login, tenants } satisfies Pick<ApiRequest, 'login' | 'tenants'>);
  });
}

function tokenOf({ headers: { authorization } }: FastifyRequest): string {
  const token = bearer.exec(authorization ?? '')?.[1];
  if (token !== undefined) return token;
  throw new Problem('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer realm="samspor"' } });
}

/** The one that the header names; else the one in which a session works, or all of a token’s. */
function tenantsOf({ headers }: FastifyRequest, { tenants }: Login, usual?: string): readonly string[] {
  const chosen = headers['samspor-municipality'] ?? usual;
  if (chosen !== undefined && (typeof chosen !== 'string' || !tenants.includes(chosen))) {
    throw new Problem('forbidden.municipality');
  }
  if (tenants.length === 0) throw new Problem('forbidden.no-municipality');
  return chosen === undefined ? tenants : [chosen];
}
