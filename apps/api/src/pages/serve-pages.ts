import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BuiltFile, Coding } from './built-pages.js';

/** What pages may do: nothing that does not come from this house, no script or style within the text. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const forPages = {
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Addresses that a program answers, to a browser too. */
const programs = /^\/(v1|open|session|sign-in|demo|health|metrics|openapi\.json|assets)(\/|$|\?)/;

/**
 * Answers browsers with the pages: their files, and for each address that is not the API's own the page that shows it.
 * Whoever does not ask for HTML is told of an unknown address as before.
 */
export function servePages(instance: FastifyInstance, files: ReadonlyMap<string, BuiltFile>): void {
  const shell = files.get('/index.html');
  if (shell === undefined) throw new Error('The built pages have no index.html');
  instance.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return;
    const [path = ''] = request.url.split('?');
    const file = path === '/index.html' ? undefined : files.get(path);
    if (file !== undefined) return send(request, reply, file, path.startsWith('/assets/'));
    const asksForPage = (request.headers.accept ?? '').includes('text/html') && !programs.test(request.url);
    if (asksForPage && (request.is404 || path === '/')) return send(request, reply, shell, false);
  });
}

/** `isNamedByContent`: another content has another name, so whoever has it need not ask again. */
function send(request: FastifyRequest, reply: FastifyReply, file: BuiltFile, isNamedByContent: boolean) {
  const coding = codingFor(request, file);
  return reply
    .headers(forPages)
    .headers({
      'Content-Type': file.type,
      'Cache-Control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
      ...(coding && { 'Content-Encoding': coding }),
    })
    .send(coding === undefined ? file.plain : file.compressed[coding]);
}

function codingFor({ headers }: FastifyRequest, { compressed }: BuiltFile): Coding | undefined {
  const accepted = headers['accept-encoding'];
  const takes = (coding: Coding) =>
    typeof accepted === 'string' &&
    new RegExp(`(^|[\\s,])${coding}(?!\\s*;\\s*q=0(\\.0*)?(,|$))`).test(accepted);
  return (['br', 'gzip'] as const).find((coding) => compressed[coding] !== undefined && takes(coding));
}
