import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { oidcFromEnv } from '../config.js';
import { Problem } from '../problems/problem.js';
import { standingIn } from './login.js';
import { discover } from './provider.js';
import { loginOf, OidcVerifier } from './token-verifier.js';

const claims = { rolesClaim: 'roles', roleMap: {}, municipalityClaim: 'municipality', unitsClaim: 'units' };
const of = (sub: unknown) => loginOf({ iss: 'https://provider.example', sub: sub as string }, claims);

describe('the sub of a token', () => {
  it.each(['testine', 'Ø', 'a'.repeat(255)])('may be %s', (sub) => expect(of(sub).subject).toBe(sub));

  it.each([undefined, null, '', ' ', 0, true, [], ['testine'], { a: 1 }, 'a'.repeat(256)])(
    'may not be %j',
    (sub) => expect(() => of(sub)).toThrow(Problem),
  );
});

describe('what a token says of one municipality alone', () => {
  const said = (payload: JWTPayload) =>
    loginOf(
      { iss: 'https://provider.example', sub: 'testine', municipality: ['1576', '1577'], ...payload },
      { ...claims, roleMap: { leder: 'LEADER', '1576:revisor': 'AUDITOR', saksbehandler: 'CASEWORKER' } },
    );

  it('holds there and nowhere else, beside what it says of all (U8)', () => {
    const login = said({
      roles: ['saksbehandler', '1577:leder'],
      units: ['KE', '1577:SCHOOL', '1577:no unit'],
    });
    expect(standingIn(login, '1576')).toEqual({ roles: ['CASEWORKER'], units: ['KE'] });
    expect(standingIn(login, '1577')).toEqual({ roles: ['LEADER', 'CASEWORKER'], units: ['SCHOOL', 'KE'] });
  });

  it('is nothing where it is of a municipality that the token is not for', () => {
    expect(said({ roles: ['9999:leder'] })).toMatchObject({ roles: [], only: {}, tenants: ['1576', '1577'] });
  });

  it('is a word of the map where the map has it as it stands', () => {
    expect(said({ roles: ['1576:revisor'] })).toMatchObject({ roles: ['AUDITOR'], only: {} });
  });
});

/** A provider on loopback whose answers a test sets, each under its path. */
async function startProvider() {
  const asked: { path: string; authorization: string | undefined; body: string }[] = [];
  const answers: Record<string, unknown> = {};
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const path = request.url ?? '';
      asked.push({ path, authorization: request.headers.authorization, body });
      const answer = answers[path];
      response.statusCode = answer === undefined ? 404 : 200;
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const discovered = (more: Readonly<Record<string, unknown>> = {}) =>
    (answers['/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/keys`, ...more });
  discovered();
  const keyOf = async (kid: string) => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    return { kid, privateKey, publicKey: { ...(await exportJWK(publicKey)), kid } };
  };
  const key = await keyOf('first');
  answers['/keys'] = { keys: [key.publicKey] };
  return {
    issuer,
    asked,
    answers,
    discovered,
    keyOf,
    token: (header: Readonly<Record<string, unknown>> = {}, claims: JWTPayload = {}, life = '8h') =>
      new SignJWT({ municipality: '1576', ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: key.kid, ...header })
        .setIssuer(issuer)
        .setAudience('samspor')
        .setSubject('testine')
        .setIssuedAt()
        .setExpirationTime(life)
        .sign(key.privateKey),
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('a token', () => {
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let folder: string;

  beforeEach(async () => {
    provider = await startProvider();
    folder = mkdtempSync(join(tmpdir(), 'samspor-provider-'));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
    await provider.stop();
  });

  const verifier = (env: NodeJS.ProcessEnv = {}) => {
    const config = oidcFromEnv({ OIDC_ISSUER: provider.issuer, ...env });
    if (config === undefined) throw new Error('there is an issuer');
    return new OidcVerifier(config);
  };

  /** One that is known to the provider by a secret with characters of a login's own syntax. */
  const asking = () => {
    const file = join(folder, 'secret');
    writeFileSync(file, 'a:b c\n');
    return verifier({ OIDC_CLIENT_ID: 'samspor:api', OIDC_CLIENT_SECRET_FILE: file });
  };

  it('that was checked is refused when its key is the provider’s no more', async () => {
    const checking = verifier();
    const token = await provider.token();
    expect(await checking.verify(token)).toMatchObject({ subject: 'testine' });
    expect(await checking.verify(token)).toMatchObject({ subject: 'testine' });

    provider.answers['/keys'] = { keys: [(await provider.keyOf('second')).publicKey] };
    // The provider's keys are fetched again after ten minutes, whoever comes.
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 601_000);
    await expect(checking.verify(token)).rejects.toMatchObject({ type: 'unauthenticated' });
    expect(provider.asked.filter(({ path }) => path === '/keys')).toHaveLength(2);
  });

  it.each([
    ['for a logout', { typ: 'logout+jwt' }, {}, '5m', 'no access token'],
    ['for an identity', {}, { at_hash: 'h' }, '5m', 'no access token'],
    ['valid for ten years', {}, {}, '10y', 'longer than is accepted'],
    ['valid for a day and a minute', {}, {}, '1441m', 'longer than is accepted'],
  ])('B12 %s is refused', async (_, header, claims, life, why) => {
    const token = await provider.token(header, claims, life);
    await expect(verifier().verify(token)).rejects.toMatchObject({
      type: 'unauthenticated',
      message: expect.stringContaining(why),
    });
  });

  it('B12 may live as long as is set', async () => {
    const token = await provider.token({}, {}, '10m');
    await expect(verifier({ OIDC_LONGEST_TOKEN: '599' }).verify(token)).rejects.toThrow('longer than');
    expect(await verifier({ OIDC_LONGEST_TOKEN: '600' }).verify(token)).toMatchObject({ subject: 'testine' });
  });

  it('B12 is asked about where the provider knows us, and refused when it was revoked', async () => {
    provider.discovered({ introspection_endpoint: `${provider.issuer}/active` });
    const checking = asking();
    const [good, revoked] = [await provider.token(), await provider.token({}, {}, '7h')];
    provider.answers['/active'] = { active: true };
    expect(await checking.verify(good)).toMatchObject({ subject: 'testine' });
    const { authorization, body } = provider.asked.at(-1) ?? {};
    expect(authorization).toBe(`Basic ${Buffer.from('samspor%3Aapi:a%3Ab%20c').toString('base64')}`);
    expect(new URLSearchParams(body).get('token')).toBe(good);

    provider.answers['/active'] = { active: false };
    await expect(checking.verify(revoked)).rejects.toThrow('does not count any more');
  });

  it('B12 is neither taken nor called revoked when the provider does not say', async () => {
    provider.discovered({ introspection_endpoint: `${provider.issuer}/active` });
    await expect(asking().verify(await provider.token())).rejects.toMatchObject({
      type: 'identity-provider-unavailable',
    });
  });

  it('B12 is not taken where the provider can be asked about none, though we are set to ask', async () => {
    await expect(asking().verify(await provider.token())).rejects.toMatchObject({
      type: 'identity-provider-unavailable',
      cause: expect.objectContaining({ message: 'The provider names no introspection_endpoint' }),
    });
  });
});

describe('a provider with TLS', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(['jwks_uri', 'introspection_endpoint'])('B12 is not asked in the clear at its %s', async (name) => {
    const issuer = 'https://provider.example';
    const document = {
      issuer,
      jwks_uri: `${issuer}/keys`,
      introspection_endpoint: `${issuer}/active`,
      [name]: 'http://provider.example/other',
    };
    jest.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(document));
    const config = oidcFromEnv({ OIDC_ISSUER: issuer });
    if (config === undefined) throw new Error('there is an issuer');
    const known = { ...config, introspection: { clientId: 'samspor', clientSecret: 'secret' } };
    await expect(discover(known)).rejects.toThrow(`The provider's ${name} is without TLS`);
  });
});
