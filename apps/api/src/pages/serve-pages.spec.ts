import fastify, { type FastifyInstance } from 'fastify';
import { type BuiltFile } from './built-pages.js';
import { servePages } from './serve-pages.js';

const file = (type: string, text: string): BuiltFile => ({
  type,
  plain: Buffer.from(text),
  compressed: { br: Buffer.from(`br ${text}`), gzip: Buffer.from(`gz ${text}`) },
});
const files = new Map([
  ['/index.html', file('text/html; charset=utf-8', '<!doctype html>')],
  ['/assets/index-1a2b.js', file('text/javascript; charset=utf-8', 'run()')],
]);
const browser = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };

describe('the pages', () => {
  let app: FastifyInstance;
  beforeAll(() => {
    app = fastify();
    servePages(app, files);
    app.get('/v1/cases', () => ({ cases: [] }));
  });
  afterAll(() => app.close());

  const get = (url: string, headers: Readonly<Record<string, string>> = browser) =>
    app.inject({ url, headers });

  test.each(['/', '/min-dag', '/sak/2f6a3bde', '/finnes-ikke?a=b'])(
    'are what a browser gets at %s, with nothing from outside the house allowed',
    async (url) => {
      const { statusCode, body, headers } = await get(url);
      expect([statusCode, body]).toEqual([200, '<!doctype html>']);
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
    },
  );

  test.each(['/v1/cases', '/v1/unknown', '/session', '/sign-in?to=/', '/health/ready', '/assets/gone.js'])(
    'do not stand in the way of the program at %s',
    async (url) => {
      expect((await get(url)).body).not.toContain('<!doctype');
    },
  );

  test('are no answer to whoever asks for JSON, or sends something', async () => {
    expect((await get('/min-dag', { accept: 'application/json' })).statusCode).toBe(404);
    expect((await app.inject({ method: 'POST', url: '/min-dag', headers: browser })).statusCode).toBe(404);
  });

  test('have files that need not be asked for again, compressed as the browser takes it', async () => {
    const asset = (coding: string) => get('/assets/index-1a2b.js', { 'accept-encoding': coding });
    const { body, headers } = await asset('gzip, deflate, br');
    expect([body, headers['content-encoding']]).toEqual(['br run()', 'br']);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await asset('gzip')).body).toBe('gz run()');
    expect((await asset('br;q=0, gzip')).body).toBe('gz run()');
    expect((await asset('identity')).body).toBe('run()');
  });
});
