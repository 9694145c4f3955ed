import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let leader: ApiClient;
let worker: ApiClient;
let steps: Procedure;
let persons: { readonly subjectId: string; readonly caseId: string }[];

const spring = 'from=2026-01-01&to=2026-07-01';

beforeAll(async () => {
  app = await startTestApp({ tenants: ['1576', '9999'] });
  leader = await ApiClient.as(app.url, 'LEADER');
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  steps = new Procedure(worker);
  const coordinator = await steps.party('Testa Koordinator');
  persons = [await steps.granted(), await steps.granted(), await steps.granted()];
  const [first, second] = persons;
  for (const { subjectId, caseId } of [first!, second!]) {
    await steps.coordinator(subjectId, caseId, coordinator);
    await steps.plan(subjectId, caseId);
  }
}, 120_000);
afterAll(() => app?.stop());

describe('figures of what is recorded', () => {
  it('are counted from the log, with what is behind each cell (S4, H11)', async () => {
    const { figures, contributors, sha256, rules, statusOn, cut } = done(
      await leader.get(`/v1/reports/figures?${spring}`),
    );
    expect({ rules, statusOn }).toEqual({ rules: 'STAT-1', statusOn: '2026-06-30' });
    expect(figures).toMatchObject({
      P1: { value: 2, by: { PROVENANCE: { CONFIRMED: 2 } } },
      C1: { value: 2, by: { UNIT: { HOME_CARE: 2 } } },
      C7: { coordinators: 1, values: [2] },
      A2: { value: 3 },
      A3: { value: 6, by: { ITEM_OUTCOME: { 'COORDINATOR:GRANTED': 3 } } },
      D2: { n: 3, median: 21, excluded: 0 },
      G1: { value: 1, max: 154 },
    });
    expect(contributors['G1']).toEqual([persons[2]?.subjectId]);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(cut).toMatchObject({ stream: expect.stringMatching(/^[a-z]+-1576\./i) });
  });

  it('follow a correction, and are as they were on the knowledge of an earlier day', async () => {
    const of = async (more = '') => done(await leader.get(`/v1/reports/figures?${spring}${more}`)).figures;
    const trail = done(await worker.get(`/v1/cases/${persons[2]?.caseId}/audit-trail`)).entries as readonly {
      readonly eventId: string;
      readonly type: string;
    }[];
    const received = trail.find(({ type }) => type === 'ApplicationReceived');
    const corrected = {
      eventId: received?.eventId,
      changed: { receivedOn: '2026-01-20' },
      reason: 'Feil dato.',
    };
    done(await worker.post(`/v1/cases/${persons[2]?.caseId}/corrections`, corrected));
    expect(await of()).toMatchObject({ D2: { n: 3, median: 21, p90: 21 }, A2: { value: 3 } });
    expect(await of('&trueOn=2026-01-15')).toMatchObject({ A2: { value: 2 }, A7: { value: 2 } });
    expect(await leader.get(`/v1/reports/figures?${spring}&knownOn=2026-01-01`)).toMatchObject({
      status: 404,
    });
  });

  it('are the leader’s and the auditor’s, of their own municipality', async () => {
    const auditor = await ApiClient.as(app.url, 'AUDITOR');
    expect(await auditor.get(`/v1/reports/figures?${spring}`)).toMatchObject({ status: 200 });
    expect(await worker.get(`/v1/reports/figures?${spring}`)).toMatchObject({ status: 403 });
    const other = await ApiClient.as(app.url, 'LEADER', '9999');
    expect(await other.get(`/v1/reports/figures?${spring}`)).toMatchObject({ status: 404 });
  });

  it('are of a period that ends after it begins', async () => {
    expect(await leader.get('/v1/reports/figures?from=2026-07-01&to=2026-01-01')).toMatchObject({
      status: 400,
      body: { type: 'invalid-query', errors: [{ path: 'to' }] },
    });
  });
});
