import { jest } from '@jest/globals';
import { decodeJwt, type JWTPayload } from 'jose';
import { createApi } from '#apps/api/src/create-api';
import { oidcFromEnv } from '#apps/api/src/config';
import { demoKey } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { setClock } from '../support/set-clock.js';
import { client, type Letting, SignInProvider } from '../support/sign-in-provider.js';

/** Of this machine, and nothing listens there: a test goes on where the program does. */
const publicUrl = 'http://localhost:1/';

const oidcOf = (issuer: string, more: NodeJS.ProcessEnv = {}) => {
  const oidc = oidcFromEnv({
    OIDC_ISSUER: issuer,
    OIDC_SIGN_IN_CLIENT_ID: client.id,
    OIDC_SIGN_IN_CLIENT_SECRET: client.secret,
    OIDC_ACR_VALUES: 'high substantial',
    PUBLIC_URL: publicUrl,
    ...more,
  });
  if (oidc === undefined) throw new Error('there is an issuer');
  return oidc;
};

describe('a browser that signs in at the provider', () => {
  let provider: SignInProvider;
  let app: TestApp;
  beforeAll(async () => {
    provider = await SignInProvider.start();
    app = await startTestApp({ tenants: ['1576', '1577'], oidc: oidcOf(provider.issuer) });
  });
  afterEach(() => void jest.useRealTimers());
  afterAll(async () => {
    await app?.stop();
    await provider?.stop();
  });

  const high: JWTPayload = { acr: 'high' };
  const locationOf = ({ headers }: { readonly headers: Headers }) => headers.get('location') ?? '';
  /** Where a browser is sent to sign in. */
  const sent = async (browser: Browser, to = '/saker?vis=alt') => {
    const answer = await browser.get(`/sign-in?to=${encodeURIComponent(to)}`);
    expect(answer.status).toBe(303);
    return locationOf(answer);
  };
  const signedIn = async (letting: Letting = {}) => {
    const browser = new Browser(app.url);
    const back = provider.letIn(await sent(browser), { ...letting, claims: { ...high, ...letting.claims } });
    const answer = await browser.get(back, { headers: { 'sec-fetch-site': 'cross-site' } });
    return { browser, back, answer };
  };
  /** Where it is told what went wrong, and whence it may go on; nobody knows that where what it began is not known. */
  const failed = (code: string) => `${lost(code)}&til=%2Fsaker%3Fvis%3Dalt`;
  const lost = (code: string) => `/logg-inn?feil=${code}`;

  it('is sent there with PKCE, state, nonce and the levels that count, and back to the page that it came for', async () => {
    expect((await new Browser(app.url).get('/session')).body).toEqual({
      signedIn: false,
      by: 'PROVIDER',
      mayChoose: false,
      persons: false,
    });
    const { browser, answer } = await signedIn();
    expect([answer.status, locationOf(answer)]).toEqual([303, '/saker?vis=alt']);
    const asked = provider.asked.at(-1);
    expect(Object.fromEntries(asked ?? [])).toEqual({
      client_id: client.id,
      redirect_uri: `${publicUrl}sign-in/callback`,
      response_type: 'code',
      scope: 'openid profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      acr_values: 'high substantial',
    });
    expect([...browser.cookies.keys()]).toEqual(['samspor']);
    expect((await browser.get('/session')).body).toMatchObject({
      signedIn: true,
      by: 'PROVIDER',
      name: 'Testine Saksbehandler',
      municipality: '1576',
      municipalities: [{ municipality: '1576', roles: ['CASEWORKER'], units: [] }],
      roles: ['CASEWORKER'],
    });
    expect((await browser.get('/v1/cases')).status).toBe(200);
    const person = { givenName: 'Testine', familyName: 'Prøvesen' };
    expect((await browser.post('/v1/subjects', person)).status).toBe(201);
  });

  it('is given no token, in no cookie, address or answer', async () => {
    const { browser, answer } = await signedIn();
    const session = await browser.get('/session');
    const seen = JSON.stringify([...answer.headers, ...session.headers, session.body]);
    expect(seen).not.toMatch(/eyJ|id_token|access_token/);
  });

  it('works in each of the municipalities of its login by the roles there, in the one chosen where a request names none', async () => {
    const claims = {
      municipality: ['1577', '1576'],
      roles: ['1576:CASEWORKER', '1577:ADMIN'],
      units: ['KE'],
    };
    const { browser } = await signedIn({ claims });
    expect((await browser.get('/session')).body).toMatchObject({
      municipality: '1577',
      municipalities: [
        { municipality: '1577', roles: ['ADMIN'], units: ['KE'] },
        { municipality: '1576', roles: ['CASEWORKER'], units: ['KE'] },
      ],
      roles: ['ADMIN'],
    });
    expect((await browser.get('/v1/cases')).status).toBe(403);
    const there = { headers: { 'samspor-municipality': '1576' } };
    expect((await browser.get('/v1/cases', there)).status).toBe(200);
    const former = browser.at(app.url);
    expect((await browser.post('/session/place', { municipality: '1576' })).status).toBe(204);
    expect((await browser.get('/v1/cases')).status).toBe(200);
    expect((await former.get('/v1/cases')).status).toBe(401);
    expect((await browser.post('/session/place', { municipality: '9999' })).status).toBe(403);
    const another = { municipality: '1576', sub: 'testulf' };
    expect((await browser.post('/session/place', another)).status).toBe(400);
  });

  it.each<[string, string, Letting]>([
    ['with another nonce', 'INVALID', { claims: { nonce: 'another' } }],
    ['without a nonce', 'INVALID', { claims: { nonce: undefined } as unknown as JWTPayload }],
    ['for another client', 'INVALID', { claims: { aud: 'another' } }],
    ['of another issuer', 'INVALID', { claims: { iss: 'https://elsewhere.example' } }],
    ['signed with another key', 'INVALID', { signedBy: 'other' }],
    ['signed with an algorithm that is not ours', 'INVALID', { signedBy: 'own-rs512' }],
    ['that names nobody', 'INVALID', { claims: { sub: ' ' } }],
    ['of a level that is too low', 'LEVEL_TOO_LOW', { claims: { acr: 'low' } }],
    ['of no level', 'LEVEL_TOO_LOW', { claims: { acr: undefined } as unknown as JWTPayload }],
    ['for no municipality', 'NO_ACCESS', { claims: { municipality: [] } }],
    ['with no role of ours', 'NO_ACCESS', { claims: { roles: ['ke-leder'] } }],
  ])('is not signed in by an ID token %s', async (_what, code, letting) => {
    const { browser, answer } = await signedIn(letting);
    expect(locationOf(answer)).toBe(failed(code));
    expect(browser.cookies.size).toBe(0);
    expect((await browser.get('/session')).body).toMatchObject({ signedIn: false });
  });

  it('is not signed in with what another browser began, another state, twice, or too late', async () => {
    const [one, other] = [new Browser(app.url), new Browser(app.url)];
    const back = provider.letIn(await sent(one), { claims: high });
    const taken = provider.taken.length;
    expect(locationOf(await new Browser(app.url).get(back))).toBe(lost('INTERRUPTED'));
    await sent(other);
    expect(locationOf(await other.get(back))).toBe(failed('INTERRUPTED'));
    expect(provider.taken).toHaveLength(taken);
    expect(locationOf(await one.get(back))).toBe('/saker?vis=alt');
    expect(locationOf(await one.get(back))).toBe(lost('INTERRUPTED'));

    const forged = new Browser(app.url);
    const again = provider.letIn(await sent(forged), { claims: high });
    forged.cookies.set('samspor-sign-in', `A${forged.cookies.get('samspor-sign-in')?.slice(1)}`);
    expect(locationOf(await forged.get(again))).toBe(lost('INTERRUPTED'));

    const late = new Browser(app.url);
    const lateBack = provider.letIn(await sent(late), { claims: high });
    setClock(Date.now() + 600_000);
    expect(locationOf(await late.get(lateBack))).toBe(failed('INTERRUPTED'));
  });

  it('is not signed in where the provider declines, or takes the code for no good', async () => {
    const browser = new Browser(app.url);
    const declined = provider.decline(await sent(browser), 'access_denied');
    expect(locationOf(await browser.get(declined))).toBe(failed('DECLINED'));
    const level = provider.decline(await sent(browser), 'unmet_authentication_requirements');
    expect(locationOf(await browser.get(level))).toBe(failed('LEVEL_TOO_LOW'));
    const back = provider.letIn(await sent(browser), { claims: high });
    expect(locationOf(await browser.get(back.replace(/code=[^&]*/, 'code=another')))).toBe(failed('INVALID'));
  });

  it('is led to no other site afterwards', async () => {
    const browser = new Browser(app.url);
    const back = provider.letIn(await sent(browser, '//elsewhere.example/'), { claims: high });
    expect(locationOf(await browser.get(back))).toBe('/');
  });

  it('signs out here, and is told where the provider does', async () => {
    const { browser } = await signedIn();
    const tab = browser.at(app.url);
    const { status, body } = await browser.send('DELETE', '/session', undefined);
    expect(status).toBe(200);
    const goTo = new URL(body.goTo as string);
    expect(`${goTo.origin}${goTo.pathname}`).toBe(`${provider.issuer}/end`);
    expect(goTo.searchParams.get('post_logout_redirect_uri')).toBe(`${publicUrl}logg-inn`);
    expect(decodeJwt(goTo.searchParams.get('id_token_hint') ?? '')).toMatchObject({ sub: 'testine' });
    expect((await tab.get('/v1/cases')).status).toBe(401);
    expect((await browser.send('DELETE', '/session', undefined)).body).toEqual({ goTo: null });
  });

  it('begins no demonstration', async () => {
    const browser = new Browser(app.url);
    expect((await browser.post('/session/demonstration', { key: demoKey })).status).toBe(404);
    expect((await browser.get('/session/demonstration')).status).toBe(404);
  });

  it('has a cookie for TLS alone where the installation is reached so, and changes what a page there asks for', async () => {
    const outside = 'https://samspor.example/';
    const oidc = oidcOf(provider.issuer, { PUBLIC_URL: outside });
    const api = await createApi(app.parts, { oidc, publicUrl: outside, log: () => {} });
    await api.listen(0, '127.0.0.1');
    try {
      const browser = new Browser(await api.getUrl());
      const asked = await sent(browser);
      expect([...browser.cookies.keys()]).toEqual(['__Host-samspor-sign-in']);
      const answer = await browser.get(provider.letIn(asked, { claims: high }));
      expect(answer.headers.getSetCookie()).toContainEqual(
        expect.stringMatching(/^__Host-samspor=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
      );
      const person = { givenName: 'Testine', familyName: 'Prøvesen' };
      const from = async (origin: string) =>
        (await browser.post('/v1/subjects', person, { headers: { 'sec-fetch-site': '', origin } })).status;
      expect(await from('https://samspor.example')).toBe(201);
      expect(await from('http://samspor.example')).toBe(403);
      expect(await from(new URL(browser.url).origin)).toBe(403);
    } finally {
      await api.close();
    }
  });

  it('has no session of a provider that is not this one any more', async () => {
    const { browser } = await signedIn();
    const oidc = oidcOf('https://login.example');
    const api = await createApi(app.parts, { oidc, log: () => {} });
    await api.listen(0, '127.0.0.1');
    try {
      expect((await browser.at(await api.getUrl()).get('/v1/cases')).status).toBe(401);
    } finally {
      await api.close();
    }
  });

  it('leaves nothing in the log of what was said on the way', async () => {
    const { browser, back } = await signedIn();
    const said = [...new URLSearchParams(back.split('?')[1]).values(), browser.cookies.get('samspor') ?? ''];
    expect(said).toHaveLength(3);
    const logged = app.logged.join('\n');
    expect(logged).toContain('/sign-in/callback');
    for (const secret of [...said, 'Testine', 'testine', client.secret, 'eyJ']) {
      expect(logged).not.toContain(secret);
    }
    expect(logged).toContain('"code":"LEVEL_TOO_LOW"');
  });
});

describe('a browser where the provider is away', () => {
  it('is told so, and is not kept waiting by the next who asks', async () => {
    const provider = await SignInProvider.start();
    await provider.stop();
    const app = await startTestApp({ withProjector: false, oidc: oidcOf(provider.issuer) });
    try {
      const browser = new Browser(app.url);
      for (const _ of [1, 2]) {
        const { status, headers } = await browser.get('/sign-in');
        expect([status, headers.get('location')]).toEqual([303, '/logg-inn?feil=PROVIDER_UNAVAILABLE']);
      }
    } finally {
      await app.stop();
    }
  });

  it('signs nobody in where we are no client of the provider', async () => {
    const oidc = oidcFromEnv({ OIDC_ISSUER: 'https://login.example' });
    const app = await startTestApp({ withProjector: false, ...(oidc && { oidc }) });
    try {
      const browser = new Browser(app.url);
      expect((await browser.get('/session')).body).toMatchObject({ signedIn: false, by: 'NONE' });
      expect((await browser.get('/sign-in')).headers.get('location')).toBe('/logg-inn?feil=NO_PROVIDER');
    } finally {
      await app.stop();
    }
  });
});
