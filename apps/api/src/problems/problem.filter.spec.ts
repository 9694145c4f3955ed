import { fastify } from 'fastify';
import { sendProblem } from './problem.filter.js';
import { Problem } from './problem.js';

describe('a problem as an answer', () => {
  it('says nothing of what its route would have answered, and keeps what says of it', async () => {
    const app = fastify();
    app.get('/', (_request, reply) => {
      void reply.headers({
        'Cache-Control': 'public, max-age=10',
        ETag: '"1"',
        Location: '/v1/cases/1',
        Vary: 'Accept',
      });
      return sendProblem(reply, new Problem('municipality-needed'));
    });
    const { statusCode, headers, body } = await app.inject({
      url: '/',
      headers: { 'Accept-Language': 'nn-NO, en;q=0.5' },
    });
    expect(statusCode).toBe(400);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'private, no-store',
      vary: 'Accept, Accept-Language',
      'content-language': 'nn',
    });
    expect(headers).not.toHaveProperty('etag');
    expect(headers).not.toHaveProperty('location');
    expect(JSON.parse(body)).toMatchObject({ type: 'municipality-needed', title: 'Oppgi kva kommune' });
    await app.close();
  });

  it.each([
    [undefined, 'Accept-Language'],
    ['Accept', 'Accept, Accept-Language'],
    ['Accept, Accept-Language', 'Accept, Accept-Language'],
  ])('goes by the language, beside what its route goes by: %s', async (route, vary) => {
    const app = fastify();
    app.get('/', (_request, reply) => {
      if (route !== undefined) void reply.header('Vary', route);
      return sendProblem(reply, new Problem('not-found'));
    });
    expect((await app.inject('/')).headers['vary']).toBe(vary);
    await app.close();
  });
});
