import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { type Answer, ApiClient, demoKey } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';

const application = {
  opening: 'APPLICATION',
  subjectId: randomUUID(),
  items: ['INDIVIDUAL_PLAN'],
  receivedOn: '2026-03-02',
  channel: 'FORM',
};

describe('the edge of the API', () => {
  let app: TestApp;
  let worker: ApiClient;
  let end: bigint | undefined;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    end = await app.lastRecorded();
  });
  afterAll(() => app?.stop());
  // Nothing of all this is recorded.
  afterEach(async () => expect(await app.lastRecorded()).toBe(end));

  const expectProblem = ({ status, headers, body }: Answer, expected: number, type: string) => {
    expect([status, body.type]).toEqual([expected, type]);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const varies = headers.get('vary')?.split(', ') ?? [];
    expect(varies).toContain('Accept-Language');
    expect(varies).toEqual([...new Set(varies)]);
    expect(body).toEqual(
      expect.objectContaining({ status: expected, title: expect.any(String), detail: expect.any(String) }),
    );
  };

  describe('a body', () => {
    it.each<[string, string | Uint8Array]>([
      ['that is cut off', '{"opening":'],
      ['that is empty', ''],
      ['that is not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
      ['that names a field twice', '{"opening":"NEED","opening":"APPLICATION"}'],
      ['that names a field twice deep inside', '{"items":[{"item":"A","\\u0069tem":"B"}]}'],
      ['that reaches for the prototype', '{"__proto__":{"admin":true}}'],
      ['that reaches for the constructor', '{"constructor":{"prototype":{"admin":true}}}'],
    ])('%s is malformed', async (_what, raw) => {
      expectProblem(await worker.post('/v1/cases', undefined, { raw }), 400, 'malformed-json');
    });

    it.each<[string, unknown, string]>([
      ['that is a list', [], 'opening'],
      ['of no known opening', { ...application, opening: 'LETTER' }, 'opening'],
      ['with an unknown field', { ...application, urgent: true }, 'urgent'],
      ['without a field', { ...application, receivedOn: undefined }, 'receivedOn'],
      ['with null for a field', { ...application, wish: null }, 'wish'],
      ['with a number for a text', { ...application, receivedOn: 20260302 }, 'receivedOn'],
      ['with a text for a flag', { ...application, signed: 'true' }, 'signed'],
      ['with an impossible date', { ...application, receivedOn: '2026-02-30' }, 'receivedOn'],
      ['with an unknown code', { ...application, channel: 'PIGEON' }, 'channel'],
      ['with an item twice', { ...application, items: ['COORDINATOR', 'COORDINATOR'] }, 'items'],
      ['without items', { ...application, items: [] }, 'items'],
      ['with half a character', { ...application, wish: 'a\ud800' }, 'wish'],
      ['with characters without width alone', { ...application, wish: '\u200b' }, 'wish'],
      ['with a control character', { ...application, wish: 'a\u0000b' }, 'wish'],
      ['with a text too long', { ...application, wish: 'a'.repeat(4001) }, 'wish'],
      ['with an id that is a path', { ...application, subjectId: '../1576' }, 'subjectId'],
    ])('%s is refused, naming the path', async (_what, body, path) => {
      const answer = await worker.post('/v1/cases', body);
      expectProblem(answer, 400, 'invalid-body');
      expect(answer.body.errors.map((fault: { path: string }) => fault.path)).toContain(path);
    });

    it('names faults deep inside', async () => {
      const { body } = await worker.post(`/v1/cases/${randomUUID()}/decision`, {
        items: [{ item: 'COORDINATOR', outcome: 'PERHAPS' }],
        criteria: [{ criterion: 'LONG_TERM', met: true, reason: 'x', score: 3 }],
        decidedBy: { body: 'KE_MEETING', decidedOn: 'today' },
        legalBasis: 'HOL_7_2',
      });
      expect(body.errors.map((fault: { path: string }) => fault.path)).toEqual([
        'items[0].outcome',
        'criteria[0].score',
        'decidedBy.decidedOn',
      ]);
    });

    it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
      'with a field %s, which every object has, is refused',
      async (name) => {
        const answer = await worker.post('/v1/cases', { ...application, [name]: 'x' });
        expectProblem(answer, 400, 'invalid-body');
      },
    );

    it('nested without end is refused before anything walks it', async () => {
      const raw = `{"opening":"APPLICATION","wish":${'['.repeat(40_000)}${']'.repeat(40_000)}}`;
      expectProblem(await worker.post('/v1/cases', undefined, { raw }), 400, 'invalid-body');
    });

    it('with more values than anybody would send is refused before each is checked', async () => {
      const items = Array.from({ length: 20_000 }, () => ({}));
      const answer = await worker.post(`/v1/cases/${randomUUID()}/decision`, { items });
      expectProblem(answer, 400, 'invalid-body');
      expect(answer.body.errors).toEqual([{ path: '', message: 'must not hold more than 2000 values' }]);
    });

    it.each(['nb', 'nn'])(
      'E6 of whatever address tells its faults in %s where that is asked for',
      async (language) => {
        const { paths } = (await worker.get('/openapi.json')).body;
        const headers = { 'accept-language': language };
        const addresses = Object.keys(paths).flatMap((path) =>
          Object.keys(paths[path]).map((method) => [method.toUpperCase(), path] as const),
        );
        const told: string[] = [];
        for (const [method, template] of addresses.filter(([, path]) => path.startsWith('/v1/'))) {
          const path = template.replaceAll(/\{\w+\}/g, () => randomUUID());
          const faulty =
            method === 'GET' ? `${path}?wrong=1&limit=x&readAfter=.&status=NONE&overdue=2` : path;
          const body = method === 'GET' ? undefined : { wrong: 1 };
          const answer = await worker.send(method, faulty, body, { headers });
          if (answer.status < 400) continue;
          expect([template, answer.headers.get('content-language')]).toEqual([template, language]);
          const { title, detail, errors = [] } = answer.body;
          told.push(title, detail, ...errors.map(({ message }: { message: string }) => message));
        }
        expect(told.length).toBeGreaterThan(100);
        for (const sentence of told) {
          expect(sentence).not.toMatch(/\b(the|must|is|are|this|here is|of)\b/i);
          expect(sentence).not.toMatch(
            language === 'nb' ? /\b(ikkje|frå|kva|eit|vere)\b/ : /\b(ikke|fra|hva|et|være)\b/,
          );
        }
      },
    );

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
      'of type %s is no body here',
      async (type) => {
        const answer = await worker.post('/v1/cases', undefined, {
          raw: '{}',
          headers: { 'content-type': type },
        });
        expectProblem(answer, 415, 'unsupported-media-type');
      },
    );

    it.each([
      ['Content-Encoding: gzip', { 'content-encoding': 'gzip' }],
      ['Content-Encoding: br', { 'content-encoding': 'br' }],
      ['another charset', { 'content-type': 'application/json; charset=iso-8859-1' }],
    ])('under %s is no body here', async (_what, headers) => {
      const raw = JSON.stringify(application);
      expectProblem(
        await worker.post('/v1/cases', undefined, { raw, headers }),
        415,
        'unsupported-media-type',
      );
    });

    it.each([{ 'content-type': 'application/json; charset="UTF-8"' }, { 'content-encoding': 'identity' }])(
      'under %j is read',
      async (headers) => {
        const answer = await worker.post('/v1/cases', undefined, { raw: '{}', headers });
        expectProblem(answer, 400, 'invalid-body');
      },
    );

    it('of 10 MB is answered, and the connection goes on', async () => {
      const raw = JSON.stringify({ ...application, wish: 'a'.repeat(10 * 1024 * 1024) });
      expectProblem(await worker.post('/v1/cases', undefined, { raw }), 413, 'body-too-large');
      expect((await worker.get('/health/live')).status).toBe(200);
    });

    it('of 10 MB that tells no length is answered too', async () => {
      const { port } = new URL(app.url);
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const sending = httpRequest(
          {
            port,
            path: '/v1/cases',
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${worker.token}` },
          },
          (response) => {
            response.resume();
            response.on('end', () => resolve(response.statusCode));
          },
        );
        sending.on('error', reject);
        for (let sent = 0; sent < 10; sent += 1) sending.write(Buffer.alloc(1024 * 1024, 'a'));
        sending.end();
      });
      expect(status).toBe(413);
    });
  });

  describe('a token', () => {
    it.each([
      ['absent', undefined],
      ['of no three parts', 'Bearer nonsense'],
      ['of another scheme', 'Basic dXNlcjpwYXNz'],
    ])('that is %s opens nothing', async (_what, authorization) => {
      const answer = await new ApiClient(app.url).get('/v1/cases', {
        headers: authorization === undefined ? {} : { authorization },
      });
      expectProblem(answer, 401, 'unauthenticated');
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="samspor"/);
    });

    it('that says alg none opens nothing', async () => {
      const [, payload] = (worker.token ?? '').split('.');
      const header = Buffer.from('{"alg":"none"}').toString('base64url');
      expectProblem(
        await new ApiClient(app.url, `${header}.${payload}.`).get('/v1/cases'),
        401,
        'unauthenticated',
      );
    });

    it('that was changed opens nothing', async () => {
      const [header, payload = '', signature] = (worker.token ?? '').split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
      const other = Buffer.from(JSON.stringify({ ...claims, municipality: '9999' })).toString('base64url');
      const answer = await new ApiClient(app.url, `${header}.${other}.${signature}`).get('/v1/cases');
      expectProblem(answer, 401, 'unauthenticated');
    });

    it('is asked for before a body is read, and at addresses that do not exist', async () => {
      const nobody = new ApiClient(app.url);
      expectProblem(await nobody.post('/v1/cases', undefined, { raw: '{' }), 401, 'unauthenticated');
      expectProblem(await nobody.get('/v1/no-such'), 401, 'unauthenticated');
    });

    it.each([
      ['LEADER', 'POST', '/v1/cases'],
      ['COORDINATOR', 'POST', '/v1/subjects'],
      ['AUDITOR', 'GET', '/v1/coordination'],
      ['AUDITOR', 'POST', '/v1/cases'],
      ['COORDINATOR', 'POST', '/v1/person-searches'],
    ])('of a %s does not %s %s', async (role, method, path) => {
      const somebody = await ApiClient.as(app.url, role);
      expectProblem(await somebody.send(method, path, method === 'POST' ? {} : undefined), 403, 'forbidden');
    });
  });

  describe('a demonstration token', () => {
    const asked = { key: demoKey, role: 'CASEWORKER', municipality: '1576' };

    it.each([
      ['through a proxy', { 'x-forwarded-for': '10.0.0.1' }],
      ['with Forwarded', { forwarded: 'for=10.0.0.1' }],
      ['with Via', { via: '1.1 proxy' }],
      ['with X-Real-IP', { 'x-real-ip': '10.0.0.1' }],
      ['with X-Original-Host', { 'x-original-host': 'samspor.example' }],
      ['with the header of a load balancer', { 'x-cluster-client-ip': '10.0.0.1' }],
      ['from the page of another site', { origin: 'https://example.org' }],
      ['from a page without an origin', { origin: 'null' }],
    ])('is not given %s', async (_what, headers) => {
      const answer = await new ApiClient(app.url).post('/demo/token', asked, { headers });
      expectProblem(answer, 404, 'not-found');
    });

    it.each([
      ['under the address of a proxy', 'POST http://samspor.example/demo/token HTTP/1.1', 'Host: localhost'],
      ['under the IPv6 address', 'POST /demo/token HTTP/1.1', 'Host: [::1]'],
      ['under a name that only begins so', 'POST /demo/token HTTP/1.1', 'Host: localhost.example'],
      ['under a name behind a user', 'POST /demo/token HTTP/1.1', 'Host: localhost:80@samspor.example'],
    ])('is not given %s', async (_what, line, host) => {
      expect(await spoken([line, host, ...jsonHead(asked)], JSON.stringify(asked))).toMatch(
        /^HTTP\/1\.1 404 /,
      );
    });

    it('B6 is not given without the start key, also where a proxy rewrites Host', async () => {
      const answer = await new ApiClient(app.url).post('/demo/token', { ...asked, key: 'another' });
      expectProblem(answer, 401, 'unauthenticated');
      expect(answer.body.detail).toContain('start key');
    });

    it('is not given under another host name', async () => {
      const { port } = new URL(app.url);
      const body = JSON.stringify(asked);
      const status = await new Promise<number | undefined>((resolve, reject) => {
        httpRequest(
          {
            port,
            path: '/demo/token',
            method: 'POST',
            headers: { host: 'rebound.example', 'content-type': 'application/json' },
          },
          (response) => {
            response.resume();
            response.on('end', () => resolve(response.statusCode));
          },
        )
          .on('error', reject)
          .end(body);
      });
      expect(status).toBe(404);
    });

    it.each([
      [{ ...asked, role: 'BOSS' }, 'role'],
      [{ key: demoKey, role: 'LEADER' }, 'municipality'],
      [{ role: 'LEADER', municipality: '1576' }, 'key'],
      [{ ...asked, sub: 'a b' }, 'sub'],
    ])('is not given for %j', async (body, path) => {
      const answer = await new ApiClient(app.url).post('/demo/token', body);
      expectProblem(answer, 400, 'invalid-body');
      expect(answer.body.errors[0].path).toBe(path);
    });
  });

  describe('an address', () => {
    it('that does not exist says so, and nothing of itself', async () => {
      const answer = await worker.get('/v1/testine-provesen');
      expectProblem(answer, 404, 'not-found');
      expect(JSON.stringify(answer.body)).not.toContain('testine');
    });

    it('asked with another method names the right ones', async () => {
      const answer = await worker.send('DELETE', '/v1/cases', undefined);
      expectProblem(answer, 405, 'method-not-allowed');
      expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
      expectProblem(await worker.send('QUERY', '/v1/cases', undefined), 405, 'method-not-allowed');
    });

    it.each(['/v1/cases/%2e%2e', '//v1/cases', '/V1/cases', '/v1;a/cases', '/v1/cases/'])(
      '%s is none of ours',
      async (path) => expectProblem(await worker.get(path), 404, 'not-found'),
    );

    it('written another way asks for a token all the same', async () => {
      expectProblem(await new ApiClient(app.url).get('/%76%31/cases'), 401, 'unauthenticated');
    });

    it.each([
      ['/v1/cases', ['2026-99-99', 'x']],
      ['/v1/cases', ['0000-01-01', 'x']],
      ['/v1/cases', [['2026-01-01'], 'x']],
      ['/v1/cases', ['2026-01-01', 'a\u0000b']],
      ['/v1/coordination', ['1576', 'a\u0000b', 0]],
      ['/v1/coordination', ['1576', 'a'.repeat(300), 0]],
      ['/v1/coordination', ['1576', 'x', 1.5]],
      ['/v1/coordination', ['1576', 'x', -2]],
      [`/v1/cases/${randomUUID()}/audit-trail`, ['0001-01-01', 'x']],
      [`/v1/cases/${randomUUID()}/audit-trail`, ['2026-01-01', 'a\u0000b']],
      [`/v1/cases/${randomUUID()}/audit-trail`, [['2026-01-01'], 'x']],
    ])('%s with the made-up cursor %j is refused', async (path, place) => {
      const cursor = app.parts.cursors.textOf({ logId: app.parts.logId, path }, place);
      const answer = await worker.get(`${path}?after=${cursor}`);
      expectProblem(answer, 400, 'invalid-query');
      expect(answer.body.errors[0].path).toBe('after');
    });

    it('takes no cursor of another list', async () => {
      const cursor = app.parts.cursors.textOf({ logId: app.parts.logId, path: '/v1/cases' }, [
        '2026-01-01',
        'x',
      ]);
      expect((await worker.get(`/v1/cases?after=${cursor}`)).status).toBe(200);
      expectProblem(await worker.get(`/v1/coordination?after=${cursor}`), 400, 'invalid-query');
    });

    it.each(['/v1/cases/..%2f..%2fetc', '/v1/cases/a%00b', '/v1/cases/a b', `/v1/cases/${'a'.repeat(81)}`])(
      '%s names no case',
      async (path) => expectProblem(await worker.get(path), 404, 'not-found'),
    );

    it('that cannot be read is refused', async () => {
      expectProblem(await worker.get('/v1/cases/%E0%A4%A'), 400, 'malformed-request');
    });

    it('with an id that is too long is refused', async () => {
      expectProblem(await worker.get(`/v1/cases/${'a'.repeat(200)}`), 414, 'address-too-long');
    });

    it.each([
      ['limit=0', 'limit'],
      ['limit=201', 'limit'],
      ['limit=ten', 'limit'],
      ['status=DONE', 'status'],
      ['overdue=yes', 'overdue'],
      ['receivedFrom=2026-02-30', 'receivedFrom'],
      ['after=nonsense', 'after'],
      ['readAfter=nonsense', 'readAfter'],
      ['sort=name', 'sort'],
      ['limit=5&limit=6', 'limit'],
      ['__proto__=x', ''],
      ['constructor=x', ''],
      ['toString=x', ''],
    ])('with the query %s is refused, naming the parameter', async (query, path) => {
      const answer = await worker.get(`/v1/cases?${query}`);
      expectProblem(answer, 400, 'invalid-query');
      expect(answer.body.errors[0].path).toBe(path);
    });

    it('with a position of another log is gone', async () => {
      const position = app.parts.positions.textOf({ logId: randomUUID(), position: 7n });
      expectProblem(await worker.get(`/v1/cases?readAfter=${position}`), 410, 'cursor-of-another-log');
    });
  });

  describe('a header', () => {
    it('Idempotency-Key has to be a UUID', async () => {
      const answer = await worker.post(
        '/v1/subjects',
        { givenName: 'Testine', familyName: 'Prøvesen' },
        { headers: { 'idempotency-key': 'again' } },
      );
      expectProblem(answer, 400, 'invalid-header');
    });

    it.each([
      ['5', 400, 'invalid-header'],
      ['"a"', 400, 'invalid-header'],
      ['"01"', 400, 'invalid-header'],
      ['W/"5"', 412, 'stale-revision'],
    ])('If-Match %s is answered with %i', async (tag, status, type) => {
      const answer = await worker.post(
        '/v1/subjects',
        { givenName: 'Testine', familyName: 'Prøvesen' },
        { headers: { 'if-match': tag } },
      );
      expectProblem(answer, status, type);
    });

    it.each([
      ['Host', ['Host: localhost', 'Host: samspor.example']],
      ['Authorization', ['Host: localhost', 'Authorization: Bearer a.b.c', 'Authorization: Bearer d.e.f']],
    ])('%s may not come twice', async (_name, headers) => {
      const answer = await spoken(['GET /v1/cases HTTP/1.1', ...headers, 'Connection: close']);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('malformed-request');
    });

    it.each([
      ['GET /health/live HTTP/1.1', [], '400 Bad Request', 'malformed-request'],
      [
        'GET /health/live HTTP/1.1',
        ['Host: localhost', 'Expect: miracles'],
        '417 Expectation Failed',
        'expectation-failed',
      ],
      ['QUERY /v1/cases HTTP/1.1', ['Host: localhost'], '401 Unauthorized', 'unauthenticated'],
      ['CONNECT samspor.example:443 HTTP/1.1', ['Host: localhost'], '405 method', 'method-not-allowed'],
      ['GET /v1/cases/%E0%A4%A HTTP/1.1', ['Host: localhost'], '400 Bad Request', 'malformed-request'],
      [`GET /v1/cases/${'a'.repeat(200)} HTTP/1.1`, ['Host: localhost'], '414 URI', 'address-too-long'],
      ['GARBAGE', [], '400 malformed-request', 'malformed-request'],
    ])(
      'of %.60s with %j: every refusal is a problem, and kept by nobody',
      async (line, headers, status, type) => {
        const answer = await spoken([line, ...headers, 'Connection: close']);
        expect(answer.startsWith(`HTTP/1.1 ${status}`)).toBe(true);
        expect(answer).toMatch(/^content-type: application\/problem\+json; charset=utf-8\r$/im);
        expect(answer).toMatch(/^cache-control: private, no-store\r$/im);
        expect(answer).toMatch(/^x-correlation-id: [0-9a-f-]{36}\r$/im);
        expect(answer).toContain(`"type":"${type}"`);
      },
    );

    it('that tells two lengths of a body is not HTTP', async () => {
      const lengths = ['Content-Length: 2', 'Transfer-Encoding: chunked'];
      const answer = await spoken(['POST /v1/cases HTTP/1.1', 'Host: localhost', ...lengths], '0\r\n\r\n');
      expect(answer).toMatch(/^HTTP\/1\.1 400 malformed-request/);
    });

    it('larger than 16 KB is refused', async () => {
      const answer = await spoken(['GET /v1/cases HTTP/1.1', 'Host: localhost', `X: ${'a'.repeat(20_000)}`]);
      expect(answer).toMatch(/^HTTP\/1\.1 431 headers-too-large/);
    });

    it('Samspor-Municipality names only one that the token is for', async () => {
      const answer = await worker.get('/v1/cases', { headers: { 'samspor-municipality': '9999' } });
      expectProblem(answer, 403, 'forbidden');
      expect(answer.body.title).toBe('Your token does not allow this');
    });
  });

  /** What the server says to a request that no client library would send. */
  const spoken = (head: readonly string[], body = '') =>
    new Promise<string>((resolve, reject) => {
      let received = '';
      const { port } = new URL(app.url);
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(`${head.join('\r\n')}\r\n\r\n${body}`),
      );
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('end', () => resolve(received));
      socket.on('error', reject);
    });
  const jsonHead = (body: unknown) => [
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(JSON.stringify(body))}`,
    'Connection: close',
  ];

  it('lives on when a client asks to connect elsewhere and is gone', async () => {
    const { port } = new URL(app.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('CONNECT samspor.example:443 HTTP/1.1\r\nHost: samspor.example\r\n\r\n');
    socket.resetAndDestroy();
    await once(socket, 'close');
    expect((await worker.get('/health/live')).status).toBe(200);
  });

  it('answers what is not HTTP', async () => {
    const text = await spoken(['GARBAGE']);
    expect(text).toMatch(/^HTTP\/1\.1 400 malformed-request\r\n/);
    expect(text).toContain('application/problem+json');
  });

  it('keeps answers out of caches, frames and guesses', async () => {
    const { headers } = await worker.get('/v1/cases');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('tells that it lives, that it is ready, and its figures by route', async () => {
    expect(await new ApiClient(app.url).get('/health/live')).toMatchObject({
      status: 200,
      body: { status: 'live' },
    });
    const ready = await new ApiClient(app.url).get('/health/ready');
    expect(ready).toMatchObject({
      status: 200,
      body: { status: 'ready', log: 'reachable', vault: 'reachable' },
    });
    expect(ready.body.projections).toContainEqual(
      expect.objectContaining({ name: 'case_overview', state: 'RUNNING', lagSeconds: 0, lagBytes: '0' }),
    );
    const { body } = await new ApiClient(app.url).get('/metrics');
    expect(body).toMatch(
      /samspor_http_request_duration_seconds_count\{method="GET",route="\/v1\/cases\/:caseId"/,
    );
    expect(body).toMatch(/samspor_projection_lag_bytes\{projection="people"\} 0/);
  });
});
