import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

describe('a query after a command', () => {
  let app: TestApp;
  let worker: ApiClient;

  beforeAll(async () => {
    // The projector made the read models and stopped.
    app = await startTestApp({ withProjector: false, readAfterWaitMs: 50 });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
  });
  afterAll(() => app?.stop());

  it('that is not projected yet is answered 202, to be asked again', async () => {
    const steps = new Procedure(worker);
    const subjectId = await steps.person();
    const { caseId, readAfter } = done(
      await worker.post('/v1/cases', {
        opening: 'NEED',
        subjectId,
        receivedOn: '2026-01-03',
        channel: 'PHONE',
      }),
    );
    for (const path of [
      '/v1/cases',
      `/v1/cases/${caseId}`,
      `/v1/cases/${caseId}/audit-trail`,
      '/v1/coordination',
    ]) {
      const answer = await worker.send('GET', `${path}?readAfter=${readAfter}`, undefined);
      expect(answer).toMatchObject({ status: 202, body: { type: 'not-yet-visible' } });
      expect(answer.headers.get('retry-after')).toBe('1');
    }
    expect((await worker.get(`/v1/cases/${caseId}`)).status).toBe(404);
  });

  it('that the log never held is refused', async () => {
    const beyond = app.parts.positions.textOf({ logId: app.parts.logId, position: 1n << 60n });
    const answer = await worker.get(`/v1/cases?readAfter=${beyond}`);
    expect(answer).toMatchObject({ status: 400, body: { type: 'invalid-query' } });
    expect(answer.body.errors[0].path).toBe('readAfter');
  });

  it('shows as a lag, however lately the read models were current', async () => {
    const { body } = await new ApiClient(app.url).get('/health/ready');
    for (const { lagBytes } of body.projections) expect(Number(lagBytes)).toBeGreaterThan(0);
    const metrics = await new ApiClient(app.url).get('/metrics');
    expect(metrics.body).toMatch(/samspor_projection_lag_bytes\{projection="case_overview"\} [1-9]/);
  });

  it('is answered at once where the read model is halted before it', async () => {
    const { readAfter } = done(
      await worker.post('/v1/subjects', { givenName: 'Testine', familyName: 'Prøvesen' }),
    );
    await halt(app);
    const answer = await worker.get(`/v1/cases?readAfter=${readAfter}`);
    expect(answer).toMatchObject({ status: 503, body: { type: 'read-models-halted' } });
    const ready = await new ApiClient(app.url).get('/health/ready');
    expect(ready).toMatchObject({ status: 503, body: { status: 'not-ready' } });
    expect(ready.body.projections).toContainEqual(
      expect.objectContaining({ name: 'case_overview', state: 'HALTED', message: 'halted by a test' }),
    );
  });
});

/** What the projector writes when it cannot go on. */
async function halt(app: TestApp): Promise<void> {
  const { createPool, roles } = await import('#postgres');
  const { eventually } = await import('../support/wait.js');
  const pool = createPool({
    connectionString: app.database.url,
    role: roles.projector,
    applicationName: 'samspor test',
    max: 1,
  });
  try {
    const { rows } = await pool.query<{ position: string | null; log_id: string }>(
      `update samspor.checkpoint set state = 'HALTED', message = 'halted by a test' where name = 'case_overview'
       returning resume_position as position, log_id`,
    );
    const notice = {
      projection: 'case_overview',
      version: 1,
      state: 'HALTED',
      position: rows[0]?.position ?? null,
      logId: rows[0]?.log_id,
    };
    await pool.query('select pg_notify($1, $2)', ['samspor_projected', JSON.stringify(notice)]);
    const beyond = { logId: app.parts.logId, position: 1n << 60n };
    await eventually(async () => {
      expect(await app.parts.readPositions.waitFor(['case_overview'], beyond, 1)).toBe('halted');
    });
  } finally {
    await pool.end();
  }
}
