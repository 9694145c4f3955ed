import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { oidcFromEnv } from '#apps/api/src/config';
import { createApi } from '#apps/api/src/create-api';
import { ApiClient, demoKey } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done } from './procedure.js';

/** A provider as a municipality has one: discovery, keys, and tokens with its own words for roles. */
class Provider {
  private constructor(
    readonly issuer: string,
    private readonly server: Server,
    private readonly keys: Readonly<Record<string, CryptoKey>>,
  ) {}

  static async start(): Promise<Provider> {
    const [good, other, hmacLike] = await Promise.all([
      generateKeyPair('RS256'),
      generateKeyPair('RS256'),
      generateKeyPair('RS512'),
    ]);
    const jwks = {
      keys: [
        { ...(await exportJWK(good.publicKey)), kid: 'good', use: 'sig' },
        { ...(await exportJWK(hmacLike.publicKey)), kid: 'rs512', use: 'sig' },
      ],
    };
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      const issuer = `http://127.0.0.1:${port}`;
      const pages: Readonly<Record<string, unknown>> = {
        '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
        '/keys': jwks,
      };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(pages[request.url ?? '']));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const keys = { good: good.privateKey, other: other.privateKey, rs512: hmacLike.privateKey };
    return new Provider(`http://127.0.0.1:${port}`, server, keys);
  }

  token(
    claims: JWTPayload = {},
    { key = 'good', alg = 'RS256', kid = 'good', expires = '5m' } = {},
  ): Promise<string> {
    const privateKey = this.keys[key];
    if (privateKey === undefined) throw new Error(`No key ${key}`);
    const signing = new SignJWT({
      name: 'Testine Saksbehandler',
      realm_access: { roles: ['ke-saksbehandler', 'offline_access'] },
      municipality: '1576',
      iss: this.issuer,
      aud: 'samspor',
      sub: 'testine',
      ...claims,
    })
      .setProtectedHeader({ alg, kid })
      .setIssuedAt();
    return (expires === 'never' ? signing : signing.setExpirationTime(expires)).sign(privateKey);
  }

  /** What an attacker makes who knows only what everybody knows: the public key. */
  async forged(header: Readonly<Record<string, unknown>>): Promise<string> {
    const { keys } = (await (await fetch(`${this.issuer}/keys`)).json()) as { keys: { n: string }[] };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(Date.now() / 1000) + 300;
    const claims = { iss: this.issuer, aud: 'samspor', sub: 'testine', municipality: '1576', exp };
    const signed = `${part(header)}.${part({ ...claims, realm_access: { roles: ['ke-leder'] } })}`;
    const signature = createHmac('sha256', JSON.stringify(keys[0])).update(signed).digest('base64url');
    return `${signed}.${header['alg'] === 'none' ? '' : signature}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

describe('with a provider', () => {
  let provider: Provider;
  let app: TestApp;

  beforeAll(async () => {
    provider = await Provider.start();
    const oidc = oidcFromEnv({
      OIDC_ISSUER: provider.issuer,
      OIDC_ROLES_CLAIM: 'realm_access.roles',
      OIDC_ROLE_MAP: '{"ke-saksbehandler":"CASEWORKER","ke-leder":"LEADER","ke-koordinator":"COORDINATOR"}',
    });
    app = await startTestApp({ tenants: ['1576', '1577'], ...(oidc && { oidc }) });
  });
  afterAll(async () => {
    await app?.stop();
    await provider?.stop();
  });

  const status = async (token: string) => (await new ApiClient(app.url, token).get('/v1/cases')).status;

  it('its token opens what the role may see', async () => {
    expect(await status(await provider.token())).toBe(200);
  });

  it.each<[string, JWTPayload, object]>([
    ['has expired', {}, { expires: '-1m' }],
    ['never expires', {}, { expires: 'never' }],
    ['is for another audience', { aud: 'another' }, {}],
    ['is of another issuer', { iss: 'https://elsewhere.example' }, {}],
    ['is signed with another key', {}, { key: 'other' }],
    ['is signed with an algorithm that is not ours', {}, { key: 'rs512', alg: 'RS512', kid: 'rs512' }],
    ['names a key that nobody knows', {}, { kid: 'unknown' }],
    ['names nobody', { sub: '' }, {}],
    ['names somebody by a number', { sub: 0 as unknown as string }, {}],
    ['is not valid yet', { nbf: 4_000_000_000 }, {}],
  ])('a token that %s is refused', async (_what, claims, how) => {
    const {
      status: answered,
      body,
      headers,
    } = await new ApiClient(app.url, await provider.token(claims, how)).get('/v1/cases');
    expect([answered, body.type]).toEqual([401, 'unauthenticated']);
    expect(headers.get('www-authenticate')).toContain('invalid_token');
  });

  it.each<[string, object]>([
    ['is signed with the public key as a secret', { alg: 'HS256', kid: 'good' }],
    ['is not signed', { alg: 'none' }],
    ['is not signed, in other letters', { alg: 'nOnE', kid: 'good' }],
    ['names a file as its key', { alg: 'HS256', kid: '../../../../dev/null' }],
    ['brings its own key', { alg: 'RS256', jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }],
    ['tells where its key lies', { alg: 'RS256', kid: 'good', jku: 'http://127.0.0.1:1/keys' }],
    ['asks for a rule that nobody knows', { alg: 'RS256', kid: 'good', crit: ['exp'], exp: 1 }],
  ])('a token that %s is refused', async (_what, header) => {
    const answer = await new ApiClient(app.url, await provider.forged(header as Record<string, unknown>)).get(
      '/v1/cases',
    );
    expect([answer.status, answer.body.type]).toEqual([401, 'unauthenticated']);
  });

  it('a token for no municipality, or with no role of ours, is of no use', async () => {
    expect(await status(await provider.token({ municipality: [] }))).toBe(403);
    expect(await status(await provider.token({ realm_access: { roles: ['CASEWORKER'] } }))).toBe(403);
    expect(await status(await provider.token({ realm_access: 'ke-saksbehandler' }))).toBe(403);
  });

  it('a token for several municipalities reads all of them, and says for which a command is', async () => {
    const client = new ApiClient(app.url, await provider.token({ municipality: ['1576', '1577'] }));
    const person = { givenName: 'Testine', familyName: 'Prøvesen' };
    const unsaid = await client.post('/v1/subjects', person);
    expect(unsaid).toMatchObject({ status: 400, body: { type: 'municipality-needed' } });
    const made: string[] = [];
    let readAfter = '';
    for (const tenant of ['1576', '1577']) {
      const headers = { 'samspor-municipality': tenant };
      const { subjectId } = done(await client.post('/v1/subjects', person, { headers }));
      const need = { opening: 'NEED', subjectId, receivedOn: '2026-01-03', channel: 'PHONE' };
      const opened = done(await client.post('/v1/cases', need, { headers }));
      made.push(opened.caseId);
      readAfter = opened.readAfter;
    }
    const all = done(await client.get(`/v1/cases?readAfter=${readAfter}`)).cases;
    expect(all.map((line: { municipality: string }) => line.municipality).toSorted()).toEqual([
      '1576',
      '1577',
    ]);
    const one = await client.get('/v1/cases', { headers: { 'samspor-municipality': '1577' } });
    expect(one.body.cases.map((line: { caseId: string }) => line.caseId)).toEqual([made[1]]);
  });

  it('a coordinator with a token for several municipalities, another party in each, asks for one', async () => {
    const claims = { municipality: ['1576', '1577'], realm_access: { roles: ['ke-koordinator'] } };
    const client = new ApiClient(app.url, await provider.token(claims));
    expect(await client.get('/v1/cases')).toMatchObject({
      status: 400,
      body: { type: 'municipality-needed' },
    });
    expect((await client.get('/v1/cases', { headers: { 'samspor-municipality': '1577' } })).status).toBe(200);
  });

  it('no demonstration token is given', async () => {
    const answer = await new ApiClient(app.url).post('/demo/token', {
      key: demoKey,
      role: 'CASEWORKER',
      municipality: '1576',
    });
    expect(answer.status).toBe(404);
  });

  it('no demonstration token is given by another process on the same data, whatever it was started with', async () => {
    const other = await createApi(app.parts, { demoKey, log: () => {} });
    await other.listen(0, '127.0.0.1');
    try {
      const client = new ApiClient(await other.getUrl());
      const asked = { key: demoKey, role: 'CASEWORKER', municipality: '1576' };
      expect(await client.post('/demo/token', asked)).toMatchObject({ status: 404 });
      expect(await client.get('/v1/cases')).toMatchObject({ status: 401 });
    } finally {
      await other.close();
    }
  });

  it('the token’s name is sealed, and nothing of it is logged', () => {
    expect(app.logged.join('\n')).not.toMatch(/Testine|testine|ke-saksbehandler/);
  });
});

describe('demonstration', () => {
  it('gives no more tokens from the moment another process serves the same data with a provider', async () => {
    const app = await startTestApp({ tenants: [] });
    try {
      const client = new ApiClient(app.url);
      const asked = { key: demoKey, role: 'CASEWORKER', municipality: '1576' };
      expect(await client.post('/demo/token', asked)).toMatchObject({ status: 201 });
      const oidc = oidcFromEnv({ OIDC_ISSUER: 'https://login.example' });
      const other = await createApi(app.parts, { ...(oidc && { oidc }), log: () => {} });
      await other.close();
      expect(await client.post('/demo/token', asked)).toMatchObject({ status: 404 });
    } finally {
      await app.stop();
    }
  });
});

describe('without a provider that answers', () => {
  it('takes no keys where another issuer is named than was asked', async () => {
    const provider = await Provider.start();
    const elsewhere = provider.issuer.replace('127.0.0.1', 'localhost');
    const oidc = oidcFromEnv({ OIDC_ISSUER: elsewhere });
    const app = await startTestApp({ withProjector: false, ...(oidc && { oidc }) });
    try {
      const token = await provider.token({ iss: elsewhere, roles: ['CASEWORKER'] });
      const answer = await new ApiClient(app.url, token).get('/v1/cases');
      expect(answer).toMatchObject({ status: 503, body: { type: 'identity-provider-unavailable' } });
    } finally {
      await app.stop();
      await provider.stop();
    }
  });

  it('says that tokens cannot be checked', async () => {
    const provider = await Provider.start();
    const token = await provider.token();
    const oidc = oidcFromEnv({ OIDC_ISSUER: provider.issuer });
    await provider.stop();
    const app = await startTestApp({ withProjector: false, ...(oidc && { oidc }) });
    try {
      const answer = await new ApiClient(app.url, token).get('/v1/cases');
      expect(answer).toMatchObject({ status: 503, body: { type: 'identity-provider-unavailable' } });
      expect(answer.headers.get('retry-after')).toBe('5');
    } finally {
      await app.stop();
    }
  });
});
