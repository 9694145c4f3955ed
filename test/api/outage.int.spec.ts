import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

describe('without its log, the API', () => {
  let app: TestApp;
  let worker: ApiClient;
  let subjectId: string;
  let caseId: string;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    subjectId = await new Procedure(worker).person();
    const need = {
      opening: 'NEED',
      subjectId,
      receivedOn: '2026-01-03',
      channel: 'PHONE',
      subjectWishes: 'YES',
      need: 'Trenger hjelp',
    };
    const opened = done(await worker.post('/v1/cases', need));
    caseId = opened.caseId;
    done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${opened.readAfter}`));
    const nobody = new ApiClient(app.url);
    expect(await nobody.get('/health/ready')).toMatchObject({
      status: 200,
      body: { reactors: expect.arrayContaining([{ name: 'basis-check', state: 'RUNNING' }]) },
    });
    const { body: figures } = await nobody.get('/metrics');
    expect(figures).toMatch(/samspor_projection_lag_bytes\{projection="people"\}/);
    expect(figures).toContain('samspor_reactor_failing{reactor="basis-check"} 0');
    await app.stopLog();
  }, 120_000);
  afterAll(() => app?.stop());

  it('lives, is not ready, and says which part is away', async () => {
    const nobody = new ApiClient(app.url);
    expect((await nobody.get('/health/live')).status).toBe(200);
    expect(await nobody.get('/health/ready')).toMatchObject({
      status: 503,
      body: { status: 'not-ready', log: 'unreachable', vault: 'reachable', readModels: 'reachable' },
    });
  });

  it('has no figure where it cannot know one', async () => {
    const { body } = await new ApiClient(app.url).get('/metrics');
    expect(body).toContain('samspor_projection_halted{projection="people"} 0');
    expect(body).not.toMatch(/samspor_projection_lag_bytes\{/);
  });

  it('records nothing, and says that it may be tried again', async () => {
    const consent = { scopes: ['PLAN'], givenBy: 'SUBJECT' };
    const answer = await worker.post(`/v1/subjects/${subjectId}/consents`, consent);
    expect(answer).toMatchObject({ status: 503, body: { type: 'log-unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('still shows what was projected', async () => {
    const { cases } = done(await worker.get('/v1/cases'));
    expect(cases.map((one: { caseId: string }) => one.caseId)).toEqual([caseId]);
  });

  it.each(['', '/audit-trail'])(
    'says of a case%s, whose texts are in the log alone, that it may be asked again',
    async (part) => {
      const answer = await worker.get(`/v1/cases/${caseId}${part}`);
      expect(answer).toMatchObject({ status: 503, body: { type: 'log-unavailable' } });
      expect(answer.headers.get('retry-after')).toBe('1');
    },
  );
});
