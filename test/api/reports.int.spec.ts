import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { inDays } from '../support/days.js';
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
    expect({ rules, statusOn }).toEqual({ rules: 'STAT-2', statusOn: '2026-06-30' });
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

  it('stand in words beside the periods before, and tell who is behind a number, by name (S4)', async () => {
    const { themes } = done(await leader.get(`/v1/reports/figures/tables?${spring}`));
    const tables = themes.flatMap(({ tables }: { tables: { id: string }[] }) => tables);
    expect(tables.find(({ id }: { id: string }) => id === 'G1')).toMatchObject({
      name: ['Innvilget, men uten koordinator', 'Innvilga, men utan koordinator'],
      total: { exact: 1 },
      cell: 'G1',
    });
    const { count, behind } = done(await leader.get(`/v1/reports/figures/behind?${spring}&cell=G1`));
    expect({ count, behind }).toMatchObject({
      count: 1,
      behind: [{ subject: { subjectId: persons[2]?.subjectId }, days: 154 }],
    });
    const waited = done(await leader.get(`/v1/reports/figures/behind?${spring}&cell=D2`)).behind;
    expect(waited.map(({ caseId }: { caseId: string }) => caseId).toSorted()).toEqual(
      persons.map(({ caseId }) => caseId).toSorted(),
    );
    expect(await leader.get(`/v1/reports/figures/behind?${spring}&cell=NO`)).toMatchObject({ status: 404 });
    expect(await worker.get(`/v1/reports/figures/behind?${spring}&cell=G1`)).toMatchObject({ status: 403 });
  });

  it('are of no period to come', async () => {
    const ahead = `from=${inDays(30)}&to=${inDays(60)}`;
    expect(await leader.get(`/v1/reports/figures?${ahead}`)).toMatchObject({
      status: 400,
      body: { type: 'invalid-query', errors: [{ path: 'from' }] },
    });
  });

  it('are of a period that ends after it begins', async () => {
    expect(await leader.get('/v1/reports/figures?from=2026-07-01&to=2026-01-01')).toMatchObject({
      status: 400,
      body: { type: 'invalid-query', errors: [{ path: 'to' }] },
    });
  });
});

describe('the status that national registers ask for', () => {
  const at = '/v1/reports/national-status-searches';
  const lines = [
    ...['ACTIVE', 'PAUSED', 'IN_PREPARATION', 'DECLINED', 'NONE'].map((value) => `STATUS;${value}`),
    ...['CHILD', 'ORDINARY', 'NO'].map((value) => `COORDINATOR;${value}`),
    ...['0-17', '18-66', '67+', 'UNKNOWN'].map((value) => `AGE3;${value}`),
  ].map((line, n) => `KPR;${line};${n};2020-01-01;Veileder;Testa Leder`);
  const codes = ['register;asked;value;code;validFrom;source;confirmedBy', ...lines].join('\n');
  const asked = { year: 2025, register: 'KPR' };

  it('is each person in the codes of the municipality’s own table, and nothing while one is missing (S4)', async () => {
    const told = done(await leader.post(at, { ...asked, codes }));
    expect(told).toMatchObject({ statusOn: '2025-12-31', population: 0, faults: [], missing: [] });
    expect(told.file).toBe('person;STATUS;COORDINATOR;AGE3\n');
    expect(done(await leader.post(at, { year: 2025 }))).toMatchObject({ file: null, missing: [] });
    const wrong = done(
      await leader.post(
        at,
        { ...asked, codes: `${codes}\nKPR;STATUS;SLEEPING;9;2020-01-01;V;T` },
        {
          headers: { 'accept-language': 'nn' },
        },
      ),
    );
    expect(wrong).toMatchObject({
      file: null,
      faults: [expect.stringContaining('Linje 14: STATUS har ingen verdi')],
    });
    expect(wrong.checks.map(({ name }: { name: readonly string[] }) => name[0])).toContain(
      'Fødselsår mangler',
    );
  });

  it('is of a year that is over, and for whom figures are', async () => {
    expect(await leader.post(at, { ...asked, year: 2090, codes })).toMatchObject({
      status: 400,
      body: { type: 'invalid-body', errors: [{ path: 'year' }] },
    });
    expect((await worker.post(at, asked)).status).toBe(403);
  });
});

describe('a report to the leadership forum', () => {
  const half = { from: '2026-01-01', to: '2026-07-01' };
  let reportId: string;

  it('is begun for a period, and its figures are frozen once (H11, S4)', async () => {
    ({ reportId } = done(await leader.post('/v1/reports', half)));
    const frozen = done(await leader.post(`/v1/reports/${reportId}/figures`, {}));
    expect(frozen).toMatchObject({ reportId });
    expect(await leader.post(`/v1/reports/${reportId}/figures`, {})).toMatchObject({
      status: 409,
      body: { type: 'report/already-frozen' },
    });
    const { report } = done(await leader.get(`/v1/reports/${reportId}?readAfter=${frozen.readAfter}`));
    expect(report).toMatchObject({
      ...half,
      level: 'HALF_YEAR',
      frozen: { rules: 'STAT_2', publication: 'PUB_2' },
    });
    expect(JSON.parse(report.frozen.figures)).toMatchObject({ municipality: '1576', rules: 'STAT-2' });
  });

  it('tells the forum nothing of fewer than five, and the unit all (S4)', async () => {
    const { isFrozen, unit, forum } = done(await leader.get(`/v1/reports/${reportId}/tables`));
    const all = (themes: { tables: { id: string }[] }[]) => themes.flatMap(({ tables }) => tables);
    const named = (themes: { tables: { id: string }[] }[], of: string) =>
      all(themes).find(({ id }) => id === of);
    expect(isFrozen).toBe(true);
    expect(named(unit, 'P1')).toMatchObject({ total: { exact: 2 }, cell: 'P1' });
    // By the usual policy a half-year publishes nothing: its tables are those of the year.
    expect(JSON.stringify(forum)).not.toMatch(/"exact":[1-4]\b/);
    const { count } = done(await leader.get(`/v1/reports/${reportId}/behind?cell=P1`));
    expect(count).toBe(2);
  });

  it('goes out as JSON, CSV, XLSX and PDF/A with charts, each time the same bytes and nothing small (S4)', async () => {
    const year = done(await leader.post('/v1/reports', { from: '2025-01-01', to: '2026-01-01' }));
    const at = `/v1/reports/${year.reportId}/edition`;
    expect(await leader.get(at)).toMatchObject({ status: 409, body: { type: 'report/not-frozen' } });
    const { readAfter } = done(await leader.post(`/v1/reports/${year.reportId}/figures`, {}));
    const file = async (accept: string) => {
      const headers = { authorization: `Bearer ${leader.token}`, accept };
      const response = await fetch(`${app.url}${at}?readAfter=${readAfter}`, { headers });
      expect({ accept, status: response.status }).toEqual({ accept, status: 200 });
      return Buffer.from(await response.arrayBuffer());
    };
    const json = (await file('application/json')).toString();
    const { report } = done(await leader.get(`/v1/reports/${year.reportId}`));
    expect(json).toBe(report.frozen.forum);
    const csv = (await file('text/csv')).toString();
    expect(csv).toContain('Personer med koordinator');
    expect(csv).not.toMatch(/;[1-4];/);
    const pdf = await file('application/pdf');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('pdfaid');
    expect(await file('application/pdf')).toEqual(pdf);
    expect(
      (await file('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('says the same when it is counted anew, whatever was recorded since, and tells what moved', async () => {
    const { subjectId } = persons[0]!;
    const { readAfter } = done(
      await worker.post(`/v1/subjects/${subjectId}/plan-refusals`, {
        declinedOn: '2026-06-01',
        saidBy: 'SUBJECT',
        channel: 'IN_PERSON',
      }),
    );
    const rebuild = done(await leader.get(`/v1/reports/${reportId}/rebuild?readAfter=${readAfter}`));
    expect(rebuild).toMatchObject({ isSame: true, differences: [] });
    const { changes } = done(await leader.get(`/v1/reports/${reportId}/changes`));
    expect(changes).toContainEqual({
      figure: 'P1',
      member: 'value',
      was: 2,
      is: 1,
      added: [],
      removed: [{ cause: 'LATE_REGISTRATION', count: 1 }],
      altered: [],
    });
  });

  it('is written, approved and submitted, and what the forum asked for comes first in the next', async () => {
    const at = `/v1/reports/${reportId}`;
    done(
      await leader.post(`${at}/sections`, { section: 'CHALLENGES', text: 'Mange venter på koordinator.' }),
    );
    expect(await leader.post(`${at}/submission`, {})).toMatchObject({
      body: { type: 'report/not-approved' },
    });
    done(await leader.post(`${at}/approval`, {}));
    const late = await leader.post(`${at}/sections`, { section: 'CHALLENGES', text: 'Likevel ikke.' });
    expect(late).toMatchObject({ status: 409, body: { type: 'report/already-approved' } });
    done(await leader.post(`${at}/submission`, {}));
    // The newest one is that of the year, which is begun and not submitted.
    const waiting = async (query = '') =>
      done(await leader.get(`/v1/tasks?limit=100${query}`)).tasks.map(
        ({ kind }: { readonly kind: string }) => kind,
      ) as readonly string[];
    await eventually(async () => expect(await waiting()).toContain('REPORT_TO_SUBMIT'));
    const ownerId = await steps.party('Testa Leder');
    const asked = { action: 'Finn flere koordinatorer', ownerId, dueOn: inDays(30) };
    const { actionId } = done(await leader.post(`${at}/actions`, asked));
    await eventually(async () => expect(await waiting()).toContain('FORUM_ACTION_TO_DO'));
    const task = done(await leader.get('/v1/tasks?limit=100')).tasks.find(
      ({ kind }: { readonly kind: string }) => kind === 'FORUM_ACTION_TO_DO',
    );
    expect(task).toMatchObject({
      dueOn: asked.dueOn,
      for: { party: { partyId: ownerId } },
      step: { path: `/v1/reports/actions/${actionId}/completion` },
    });
    const next = done(await leader.post('/v1/reports', { from: '2025-07-01', to: '2026-01-01' }));
    const first = done(await leader.get(`/v1/reports/${next.reportId}`));
    expect(first.openActions).toMatchObject([{ actionId, action: 'Finn flere koordinatorer' }]);
    done(await leader.post(`/v1/reports/actions/${actionId}/completion`, { outcome: 'To nye er oppnevnt.' }));
    expect(done(await leader.get(`/v1/reports/${next.reportId}`)).openActions).toEqual([]);
    await eventually(async () => {
      expect(await waiting()).not.toContain('FORUM_ACTION_TO_DO');
      expect(await waiting()).toContain('REPORT_TO_SUBMIT');
    });
    const { entries } = done(await leader.get('/v1/reports/audit-trail'));
    expect(entries.length).toBeGreaterThan(6);
  });

  it('is refused for a period that goes on, that another covers, or that is no period of reports', async () => {
    const refused = async (period: object) => (await leader.post('/v1/reports', period)).body.type;
    expect(await refused({ from: '2027-01-01', to: '2027-07-01' })).toBe('report/period-open');
    expect(await refused(half)).toBe('report/overlaps-published');
    expect(await refused({ from: '2026-01-01', to: '2026-03-01' })).toBe('report/level');
    expect(await refused({ from: '2024-01-01', to: '2024-07-01', threeYearTables: ['K1'] })).toBe(
      'report/block-policy-late',
    );
    expect(await refused({ ...half, replaces: reportId })).toBeUndefined();
  });

  it('is nobody else’s', async () => {
    const other = await ApiClient.as(app.url, 'LEADER', '9999');
    expect(await other.get(`/v1/reports/${reportId}`)).toMatchObject({ status: 404 });
    expect(await other.post(`/v1/reports/${reportId}/figures`, {})).toMatchObject({ status: 404 });
    expect(await worker.post('/v1/reports', half)).toMatchObject({ status: 403 });
    const auditor = await ApiClient.as(app.url, 'AUDITOR');
    expect(await auditor.post('/v1/reports', half)).toMatchObject({ status: 403 });
  });
});
