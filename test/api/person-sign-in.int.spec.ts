import { oidcFromEnv } from '#apps/api/src/config';
import { personOidcFromEnv } from '#apps/api/src/person-oidc';
import { startTestApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { client, type Letting, SignInProvider } from '../support/sign-in-provider.js';
import { eventually } from '../support/wait.js';
import { done, testNumber } from './procedure.js';

/** Of this machine, and nothing listens there: a test goes on where the program does. */
const publicUrl = 'http://localhost:1/';
const ours = testNumber(200);

describe('a person who signs in at a provider of theirs', () => {
  let provider: SignInProvider;
  let app: TestApp;
  let readAfter: string;
  let staff: Browser;
  beforeAll(async () => {
    provider = await SignInProvider.start();
    const env = {
      OIDC_ISSUER: provider.issuer,
      OIDC_SIGN_IN_CLIENT_ID: client.id,
      OIDC_SIGN_IN_CLIENT_SECRET: client.secret,
      PERSON_OIDC_ISSUER: provider.issuer,
      PERSON_OIDC_CLIENT_ID: client.id,
      PERSON_OIDC_CLIENT_SECRET: client.secret,
      PERSON_OIDC_MUNICIPALITIES: '1576 1577',
      PUBLIC_URL: publicUrl,
    };
    const oidc = oidcFromEnv(env);
    if (oidc === undefined) throw new Error('there is an issuer');
    app = await startTestApp({ tenants: ['1576', '1577'], oidc, ...personOidcFromEnv(env) });
    ({ browser: staff } = await cameBack('/sign-in', {}));
    const named = { givenName: 'Testine', familyName: 'Egensen', identityNumber: ours };
    ({ readAfter } = done(await staff.post('/v1/subjects', named)));
  }, 120_000);
  afterAll(async () => {
    await app?.stop();
    await provider?.stop();
  });

  const locationOf = ({ headers }: { readonly headers: Headers }) => headers.get('location') ?? '';
  async function cameBack(door: '/sign-in' | '/sign-in/person', letting: Letting) {
    const browser = new Browser(app.url);
    const back = provider.letIn(locationOf(await browser.get(door)), letting);
    const answer = await browser.get(back, { headers: { 'sec-fetch-site': 'cross-site' } });
    return { browser, back, goneTo: locationOf(answer) };
  }
  /** As ID-porten tells of somebody: a number and a level, no role and no municipality. */
  const person = (pid: unknown, acr = 'idporten-loa-high') =>
    cameBack('/sign-in/person', {
      claims: { sub: 'pairwise', pid, acr, name: undefined, roles: undefined, municipality: undefined },
    });

  it('is led to their own page, by the number alone, which is kept and logged nowhere', async () => {
    const { browser, goneTo } = await person(ours);
    expect(goneTo).toBe('/min-side');
    const { body: session } = await browser.get('/session');
    expect(session).toMatchObject({ signedIn: true, municipality: '1576', roles: ['SUBJECT'], units: [] });
    const page = await eventually(async () => done(await browser.get(`/v1/me?readAfter=${readAfter}`)));
    expect(page).toMatchObject({ givenName: 'Testine', municipality: '1576' });
    expect((await browser.get('/v1/cases')).status).toBe(403);
    const asked = [...provider.asked.at(-1)!];
    expect(Object.fromEntries(asked)).toMatchObject({
      redirect_uri: `${publicUrl}sign-in/person/callback`,
      acr_values: 'idporten-loa-high',
    });
    expect(app.logged.join('\n')).not.toContain(ours);
    expect(JSON.stringify(session)).not.toContain(ours);
  });

  it('is not led by a claim of the number that no record holds: it was cut short, or was wrong', async () => {
    const { subjectId } = done(
      await staff.post('/v1/subjects', { givenName: 'Prøve', familyName: 'Andresen' }),
    );
    const identityNumber = testNumber(260);
    const claim = { tenant: '1576', identityNumber, subjectId, commandId: 'cut-short' };
    expect((await app.parts.vault.identityClaims.claim(claim)).isNew).toBe(true);
    const { goneTo } = await person(identityNumber);
    expect(goneTo).toMatch('feil=NOT_REGISTERED');
  });

  it.each([
    ['whom nobody has registered', testNumber(300), undefined, 'NOT_REGISTERED'],
    ['of whom no number is told', undefined, undefined, 'INVALID'],
    ['whose number is none', '123', undefined, 'INVALID'],
    ['who is not made sure of well enough', ours, 'idporten-loa-substantial', 'LEVEL_TOO_LOW'],
  ])('%s is told why, and comes in nowhere', async (_, pid, acr, code) => {
    const { browser, goneTo } = await person(pid, acr);
    expect(new URL(goneTo, publicUrl).searchParams.get('feil')).toBe(code);
    expect((await browser.get('/v1/me')).status).toBe(401);
  });

  it('has no use of the door for those who work here, nor they of this one', async () => {
    const { goneTo } = await cameBack('/sign-in', {
      claims: { pid: ours, roles: ['SUBJECT'], municipality: ['1576'] },
    });
    expect(goneTo).toMatch('feil=NO_ACCESS');
    const begun = new Browser(app.url);
    const back = provider.letIn(locationOf(await begun.get('/sign-in')), {});
    const other = await begun.get(back.replace('/sign-in/', '/sign-in/person/'));
    expect(locationOf(other)).toMatch('feil=INTERRUPTED');
  });
});
