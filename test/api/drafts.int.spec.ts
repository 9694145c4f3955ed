import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { ApiClient } from '../support/api-client.js';
import { startSecondApi, startTestApp, type TestApp } from '../support/app.js';
import { Browser } from '../support/browser.js';
import { setClock } from '../support/set-clock.js';

const day = 24 * 3_600_000;

describe('what somebody has half written', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '1577'] });
    browser = await Browser.playing(app.url);
  });
  afterEach(() => void jest.useRealTimers());
  afterAll(() => app?.stop());

  const draft = (more: object = {}) => ({
    form: 'ENQUIRY',
    about: null,
    text: { told: 'Testine ringte om bestemor', receivedOn: '2026-01-12' },
    ...more,
  });
  const save = (draftId: string, body: object = draft(), by: Pick<Browser, 'send'> = browser) =>
    by.send('PUT', `/v1/drafts/${draftId}`, body);
  const saved = async (more: object = {}, by: Pick<Browser, 'send'> = browser) => {
    const draftId = randomUUID();
    const { status, body } = await save(draftId, draft(more), by);
    expect([status, body.revision]).toEqual([200, 1]);
    return { draftId, path: `/v1/drafts/${draftId}`, savedAt: body.savedAt as string };
  };
  const idsOf = async (by: Pick<Browser, 'get'>) =>
    (await by.get('/v1/drafts')).body.drafts.map(({ id }: { id: string }) => id) as string[];

  it('is there again as it was left', async () => {
    const { draftId, path, savedAt } = await saved();
    expect((await browser.get(path)).body).toEqual({ id: draftId, ...draft(), revision: 1, savedAt });
    const { drafts } = (await browser.get('/v1/drafts')).body;
    expect(drafts[0]).toEqual({ id: draftId, form: 'ENQUIRY', about: null, revision: 1, savedAt });
  });

  it('is saved over, each time as another revision, and once by the same once more', async () => {
    const { draftId, path } = await saved();
    const longer = draft({ text: { told: 'Testine ringte om bestemor og bestefar' }, revision: 1 });
    for (const _ of ['sent', 'sent again']) {
      expect(await save(draftId, longer)).toMatchObject({ status: 200, body: { revision: 2 } });
    }
    expect((await browser.get(path)).body).toMatchObject({ text: longer.text, revision: 2 });
    const { text } = draft();
    expect(await save(draftId, draft({ text }))).toMatchObject({ status: 200, body: { revision: 3 } });
  });

  it('is not saved over what another tab has saved meanwhile', async () => {
    const { draftId, path } = await saved();
    await save(draftId, draft({ text: { told: 'fra den andre' }, revision: 1 }));
    const stale = draft({ text: { told: 'fra den første' }, revision: 1 });
    expect(await save(draftId, stale)).toMatchObject({ status: 412, body: { type: 'stale-revision' } });
    expect((await browser.get(path)).body.text).toEqual({ told: 'fra den andre' });
    expect(await save(randomUUID(), draft({ revision: 1 }))).toMatchObject({ status: 412 });
  });

  it('is saved once by each revision, whoever comes first', async () => {
    const { draftId } = await saved();
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((told) => save(draftId, draft({ text: { told }, revision: 1 }))),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
  });

  it('is its author’s alone, in the municipality where it was written', async () => {
    const { draftId, path } = await saved();
    const colleague = await Browser.playing(app.url, 'demo-leader');
    const elsewhere = await ApiClient.as(app.url, 'CASEWORKER', '1577', 'demo-caseworker');
    for (const other of [colleague, elsewhere]) {
      expect((await other.get(path)).status).toBe(404);
      expect((await other.send('DELETE', path, undefined)).status).toBe(404);
      expect(await idsOf(other)).not.toContain(draftId);
      expect(await save(draftId, draft({ text: { told: 'noe annet' } }), other)).toMatchObject({
        body: { revision: 1 },
      });
    }
    expect((await browser.get(path)).body.text).toEqual(draft().text);
    const here = await ApiClient.as(app.url, 'CASEWORKER', '1576', 'demo-caseworker');
    expect((await here.get(path)).body.text).toEqual(draft().text);
  });

  it('survives that its author signs out and in again, by another process too', async () => {
    const author = await Browser.playing(app.url, 'demo-caseworker-2');
    const { path } = await saved({}, author);
    const { draftKey } = (await author.get('/session')).body;
    await author.send('DELETE', '/session', undefined);
    expect((await author.get(path)).status).toBe(401);
    const second = await startSecondApi(app);
    try {
      const again = await Browser.playing(second.url, 'demo-caseworker-2');
      expect((await again.get(path)).body.text).toEqual(draft().text);
      expect((await again.get('/session')).body.draftKey).toBe(draftKey);
    } finally {
      await second.stop();
    }
  });

  it('is gone when it is thrown away, and a week after it was last saved', async () => {
    const thrown = await saved();
    expect((await browser.send('DELETE', thrown.path, undefined)).status).toBe(204);
    expect((await browser.get(thrown.path)).status).toBe(404);
    expect((await browser.send('DELETE', thrown.path, undefined)).status).toBe(404);

    const kept = await saved();
    const worker = () => ApiClient.as(app.url, 'CASEWORKER', '1576', 'demo-caseworker');
    setClock(Date.now() + 7 * day - 60_000);
    await app.parts.vault.drafts.sweep(Date.now());
    await app.parts.vault.draftSecrets.sweep(Date.now());
    expect((await (await worker()).get(kept.path)).body.text).toEqual(draft().text);
    setClock(Date.now() + 120_000);
    expect((await (await worker()).get(kept.path)).status).toBe(404);
    expect(await idsOf(await worker())).not.toContain(kept.draftId);
    await app.parts.vault.drafts.sweep(Date.now());
    jest.useRealTimers();
    expect((await browser.get(kept.path)).status).toBe(404);
  });

  it('goes when the person is disposed of whom it is about', async () => {
    const person = { givenName: 'Testine', familyName: 'Prøvesen' };
    const { subjectId } = (await browser.post('/v1/subjects', person)).body;
    const [about, other] = [await saved({ about: subjectId }), await saved({ about: randomUUID() })];
    await app.parts.vault.disposals.destroy({
      tenant: '1576',
      owner: subjectId,
      classes: ['CASE'],
      disposalEventId: randomUUID(),
    });
    expect((await browser.get(about.path)).status).toBe(404);
    expect((await browser.get(other.path)).status).toBe(200);
  });

  it('is no action: the log has no event of it, and no line says what stands in it', async () => {
    const before = await app.lastRecorded();
    await saved({ text: { told: 'Hemmelighetsfullt' } });
    await browser.get('/v1/drafts');
    expect(await app.lastRecorded()).toBe(before);
    expect(app.logged.join('\n')).not.toMatch(/Hemmelighetsfullt|ringte om/);
  });

  it('is an object of at most 64 kB under an id that the browser made', async () => {
    const told = 'æ'.repeat(32_760);
    expect((await save(randomUUID(), draft({ text: { told } }))).status).toBe(200);
    for (const text of [{ told: `${told}æææææ` }, 'Testine', ['Testine'], null]) {
      expect(await save(randomUUID(), draft({ text }))).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'text' }] },
      });
    }
    expect((await save('no-uuid')).status).toBe(404);
    expect((await browser.get('/v1/drafts/no-uuid')).status).toBe(404);
  });
});
