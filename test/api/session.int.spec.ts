import { jest } from '@jest/globals';
import { createApi } from '#apps/api/src/create-api';
import { oidcFromEnv } from '#apps/api/src/config';
import { digestOf } from '#personal-data';
import { createPool, roles } from '#postgres';
import { ApiClient, demoKey } from '../support/api-client.js';
import { startSecondApi, startTestApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { setClock } from '../support/set-clock.js';
import { eventually } from '../support/wait.js';

const minute = 60_000;

describe('a browser', () => {
  let app: TestApp;
  let person: object;
  beforeAll(async () => {
    app = await startTestApp();
    person = { givenName: 'Testine', familyName: 'Prøvesen' };
  });
  afterEach(() => void jest.useRealTimers());
  afterAll(() => app?.stop());

  const ended = { status: 401, body: { type: 'unauthenticated', reason: 'session-ended' } };
  const crossSite = { status: 403, body: { type: 'cross-site' } };
  const after = (ms: number) => setClock(Date.now() + ms);

  describe('that nobody is signed in with', () => {
    it('is told how one signs in, and never refused for asking', async () => {
      const { status, body, headers } = await new Browser(app.url).get('/session');
      expect([status, body]).toEqual([
        200,
        { signedIn: false, by: 'DEMONSTRATION', mayChoose: false, persons: false },
      ]);
      expect(headers.get('cache-control')).toContain('no-store');
    });

    it('gets nothing without the start key, nor from another place than this machine', async () => {
      const browser = new Browser(app.url);
      expect(await browser.post('/session/demonstration', { key: 'another' })).toMatchObject({
        status: 401,
        body: { type: 'unauthenticated' },
      });
      const beyond = { headers: { 'x-forwarded-for': '192.0.2.1' } };
      expect((await browser.post('/session/demonstration', { key: demoKey }, beyond)).status).toBe(404);
      expect((await browser.get('/session/demonstration', beyond)).status).toBe(404);
      expect((await browser.get('/session', beyond)).body).toMatchObject({ by: 'NONE' });
      expect(browser.cookies.size).toBe(0);
    });

    it('has no session by a cookie that it made up', async () => {
      const browser = new Browser(app.url);
      for (const forged of ['x', 'A'.repeat(43), '__proto__', '"']) {
        browser.cookies.set('samspor', forged);
        expect(await browser.get('/v1/cases')).toMatchObject(ended);
        expect((await browser.get('/session')).body).toMatchObject({ signedIn: false, mayChoose: false });
      }
    });
  });

  describe('in a demonstration', () => {
    it('chooses first whom it plays, in municipalities that have a profile', async () => {
      const browser = new Browser(app.url);
      const begun = await browser.post('/session/demonstration', { key: demoKey });
      expect(begun.status).toBe(204);
      expect(begun.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^samspor=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
      ]);
      expect((await browser.get('/session')).body).toEqual({
        signedIn: false,
        by: 'DEMONSTRATION',
        mayChoose: true,
        persons: false,
      });
      expect((await browser.get('/v1/cases')).body).toMatchObject({ type: 'unauthenticated' });
      const { municipalities, people } = (await browser.get('/session/demonstration')).body;
      expect(municipalities).toEqual([{ municipality: '1576', name: 'Aure', languageForm: 'nb' }]);
      expect(new Set(people.map(({ role }: { role: string }) => role)).size).toBe(9);
      expect(people[0]).toEqual({
        sub: 'demo-caseworker',
        name: 'Testine Saksbehandler',
        role: 'CASEWORKER',
        unit: 'KE',
        title: { nb: 'saksbehandler', nn: 'saksbehandlar' },
      });
      for (const place of [
        { municipality: '9999', sub: 'demo-caseworker' },
        { municipality: '1576' },
        { municipality: '1576', sub: 'nobody' },
      ]) {
        expect((await browser.post('/session/place', place)).status).toBe(400);
      }
    });

    it('works as whom it plays, and is told who that is and until when', async () => {
      const browser = await Browser.playing(app.url);
      const { body } = await browser.get('/session');
      const standing = { roles: ['CASEWORKER'], units: ['KE'] };
      expect(body).toEqual({
        signedIn: true,
        by: 'DEMONSTRATION',
        name: 'Testine Saksbehandler',
        municipality: '1576',
        municipalities: [{ municipality: '1576', ...standing }],
        ...standing,
        idleEndsAt: expect.any(String),
        endsAt: expect.any(String),
        letterOutbox: false,
        draftKey: expect.stringMatching(/^[\w-]{43}$/),
      });
      const minutesTo = (at: string) => Math.round((Date.parse(at) - Date.now()) / minute);
      expect([minutesTo(body.idleEndsAt), minutesTo(body.endsAt)]).toEqual([30, 720]);
      expect((await browser.get('/v1/cases')).status).toBe(200);
      expect((await browser.post('/v1/subjects', person)).status).toBe(201);
    });

    it('is the same login as a token of that name is of', async () => {
      const browser = await Browser.playing(app.url);
      const { subjectId, readAfter } = (await browser.post('/v1/subjects', person)).body;
      const worker = await ApiClient.as(app.url, 'CASEWORKER', '1576', 'demo-caseworker');
      const { entries } = (await worker.get(`/v1/subjects/${subjectId}/trail?readAfter=${readAfter}`)).body;
      expect(entries[0].actor).toMatchObject({ name: 'Testine Saksbehandler', role: 'CASEWORKER' });
    });

    it('has another id as soon as it plays somebody else, and the former is nobody’s', async () => {
      const browser = await Browser.playing(app.url);
      const former = browser.at(app.url);
      const { endsAt } = (await browser.get('/session')).body;
      expect((await former.get('/v1/cases')).status).toBe(200);
      const place = { municipality: '1576', sub: 'demo-auditor' };
      expect((await browser.post('/session/place', place)).status).toBe(204);
      expect(browser.cookies.get('samspor')).not.toBe(former.cookies.get('samspor'));
      expect((await browser.get('/session')).body).toMatchObject({
        name: 'Testmund Revisor',
        roles: ['AUDITOR'],
        endsAt,
      });
      expect((await browser.post('/v1/subjects', person)).status).toBe(403);
      expect(await former.get('/v1/cases')).toMatchObject(ended);
      expect(await former.post('/session/place', place)).toMatchObject(ended);
    });

    it('signs out, and a tab that was left open does nothing more', async () => {
      const browser = await Browser.playing(app.url);
      const tab = browser.at(app.url);
      expect((await tab.get('/v1/cases')).status).toBe(200);
      expect(await browser.send('DELETE', '/session', undefined)).toMatchObject({
        status: 200,
        body: { goTo: null },
      });
      expect(browser.cookies.size).toBe(0);
      expect(await tab.get('/v1/cases')).toMatchObject(ended);
      expect(await tab.post('/v1/subjects', person)).toMatchObject(ended);
      expect((await tab.get('/session')).body).toMatchObject({ signedIn: false });
    });

    it('leaves a session that it had when it begins another', async () => {
      const browser = await Browser.playing(app.url);
      const former = browser.at(app.url);
      await browser.post('/session/demonstration', { key: demoKey });
      expect(await former.get('/v1/cases')).toMatchObject(ended);
    });

    it('sends a token along with nothing: where there is one, that counts', async () => {
      const browser = await Browser.playing(app.url);
      const { token = '' } = await ApiClient.as(app.url, 'AUDITOR');
      const headers = { authorization: `Bearer ${token}` };
      expect((await browser.post('/v1/subjects', person, { headers })).status).toBe(403);
      expect((await browser.get('/v1/cases', { headers: { authorization: 'Bearer x.y.z' } })).status).toBe(
        401,
      );
    });
  });

  describe('that shows a page of another site', () => {
    it.each<[string, Readonly<Record<string, string>>]>([
      ['is of another site', { 'sec-fetch-site': 'cross-site' }],
      ['is of a neighbouring site', { 'sec-fetch-site': 'same-site' }],
      ['bears no header of ours', { 'samspor-csrf': '' }],
      ['does not say whence it comes', { 'sec-fetch-site': '' }],
      ['says that it comes from elsewhere', { 'sec-fetch-site': '', origin: 'https://elsewhere.example' }],
      ['says that it comes from nowhere', { 'sec-fetch-site': '', origin: 'null' }],
    ])('changes nothing by a request that %s', async (_what, headers) => {
      const browser = await Browser.playing(app.url);
      const before = await app.lastRecorded();
      expect(await browser.post('/v1/subjects', person, { headers })).toMatchObject(crossSite);
      expect(await app.lastRecorded()).toBe(before);
    });

    it('changes what an older browser says comes from here', async () => {
      const browser = await Browser.playing(app.url);
      const headers = { 'sec-fetch-site': '', origin: new URL(app.url).origin };
      expect((await browser.post('/v1/subjects', person, { headers })).status).toBe(201);
    });

    it('is neither signed out nor put elsewhere by it, and reads nothing', async () => {
      const browser = await Browser.playing(app.url);
      const headers = { 'sec-fetch-site': 'cross-site' };
      const place = { municipality: '1576', sub: 'demo-admin' };
      expect(await browser.send('DELETE', '/session', undefined, { headers })).toMatchObject(crossSite);
      expect(await browser.post('/session/place', place, { headers })).toMatchObject(crossSite);
      expect(await browser.get('/v1/cases', { headers })).toMatchObject(crossSite);
      expect((await browser.get('/session')).body).toMatchObject({ signedIn: true, roles: ['CASEWORKER'] });
    });
  });

  describe('that is left alone', () => {
    it('is signed out half an hour after it was last used, asking who it is being no use', async () => {
      const browser = await Browser.playing(app.url);
      after(29 * minute);
      expect((await browser.get('/v1/cases')).status).toBe(200);
      after(29 * minute);
      expect((await browser.get('/session')).body).toMatchObject({ signedIn: true });
      after(minute);
      expect((await browser.get('/session')).body).toMatchObject({ signedIn: false });
      expect(await browser.get('/v1/cases')).toMatchObject(ended);
    });

    it('is signed out half an hour after somebody was at it, though its pages go on asking by themselves', async () => {
      const browser = await Browser.playing(app.url);
      const headers = { 'samspor-unattended': '1' };
      after(20 * minute);
      expect((await browser.get('/v1/cases', { headers })).status).toBe(200);
      after(10 * minute);
      expect(await browser.get('/v1/cases', { headers })).toMatchObject(ended);
    });

    it('is signed out twelve hours after it signed in, however much it was used', async () => {
      const browser = await Browser.playing(app.url);
      for (let used = 0; used < 12 * 60 - 20; used += 20) {
        after(20 * minute);
        expect((await browser.get('/v1/profile')).status).toBe(200);
      }
      await browser.post('/session/place', { municipality: '1576', sub: 'demo-leader' });
      expect((await browser.get('/v1/profile')).status).toBe(200);
      after(20 * minute);
      expect(await browser.get('/v1/profile')).toMatchObject(ended);
    });
  });

  describe('of data that several processes serve', () => {
    it('is signed in with each, also with one that starts later, and signed out of all within a minute', async () => {
      const browser = await Browser.playing(app.url);
      const second = await startSecondApi(app);
      try {
        const there = browser.at(second.url);
        expect((await there.get('/v1/cases')).status).toBe(200);
        expect((await there.post('/v1/subjects', person)).status).toBe(201);
        expect((await there.get('/session')).body.draftKey).toBe(
          (await browser.get('/session')).body.draftKey,
        );
        await there.send('DELETE', '/session', undefined);
        after(minute);
        expect(await browser.get('/v1/cases')).toMatchObject(ended);
      } finally {
        await second.stop();
      }
    });

    it('has no demonstration any more where a provider serves them', async () => {
      const data = await startTestApp();
      try {
        const browser = await Browser.playing(data.url);
        // Its read models are made as it starts.
        await eventually(async () => expect((await browser.get('/v1/cases')).status).toBe(200));
        const oidc = oidcFromEnv({ OIDC_ISSUER: 'https://login.example' });
        const other = await createApi(data.parts, { ...(oidc && { oidc }), log: () => {} });
        await other.listen(0, '127.0.0.1');
        expect(await browser.at(await other.getUrl()).get('/v1/cases')).toMatchObject(ended);
        await other.close();
        after(minute);
        expect(await browser.get('/v1/cases')).toMatchObject(ended);
        expect((await browser.get('/session')).body).toEqual({
          signedIn: false,
          by: 'NONE',
          mayChoose: false,
          persons: false,
        });
      } finally {
        await data.stop();
      }
    });
  });

  it('encrypts what it keeps under a key of whoever is signed in, the same for a week', async () => {
    const keyOf = async (sub?: string) =>
      (await (await Browser.playing(app.url, sub)).get('/session')).body.draftKey as string;
    const key = await keyOf();
    expect(await keyOf('demo-leader')).not.toBe(key);
    after(6 * 24 * 60 * minute);
    await app.parts.vault.draftSecrets.sweep(Date.now());
    expect(await keyOf()).toBe(key);
    after(8 * 24 * 60 * minute);
    await app.parts.vault.draftSecrets.sweep(Date.now());
    expect(await keyOf()).not.toBe(key);
  });

  it('leaves nothing in the vault or the log that opens a session or tells whose it is', async () => {
    const browser = await Browser.playing(app.url, 'demo-leader');
    await browser.get('/session');
    const pool = createPool({
      connectionString: app.database.vaultUrl,
      role: roles.vault,
      applicationName: 'samspor test',
      max: 1,
    });
    const { rows } = await pool.query(
      'select s::text from vault.sessions s union all select d::text from vault.draft_secrets d',
    );
    await pool.end();
    expect(rows.length).toBeGreaterThan(1);
    const { draftKey } = (await browser.get('/session')).body;
    const said = JSON.stringify([rows, app.logged]);
    for (const secret of [
      browser.cookies.get('samspor') ?? '',
      demoKey,
      draftKey,
      'Testulf',
      'demo-leader',
    ]) {
      expect(secret.length).toBeGreaterThan(6);
      for (const form of [secret, Buffer.from(secret).toString('hex')]) expect(said).not.toContain(form);
    }
  });

  it('is forgotten when its session is over', async () => {
    const browser = await Browser.playing(app.url);
    const digest = digestOf(browser.cookies.get('samspor') ?? '');
    const pool = createPool({
      connectionString: app.database.vaultUrl,
      role: roles.vault,
      applicationName: 'samspor test',
      max: 1,
    });
    const kept = async () =>
      (await pool.query('select from vault.sessions where digest = $1', [digest])).rows.length;
    const sweep = () =>
      app.parts.vault.sessions.sweep({ endedBy: Date.now(), unusedSince: Date.now() - 30 * minute });
    await sweep();
    expect(await kept()).toBe(1);
    after(30 * minute);
    await sweep();
    expect(await kept()).toBe(0);
    await pool.end();
  });
});
