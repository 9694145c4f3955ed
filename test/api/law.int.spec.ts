import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let worker: ApiClient;
let leader: ApiClient;
let steps: Procedure;

beforeAll(async () => {
  app = await startTestApp();
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  leader = await ApiClient.as(app.url, 'LEADER');
  steps = new Procedure(worker);
});
afterAll(() => app?.stop());

interface Deadline {
  readonly rule: string;
  readonly version: string;
  readonly dueOn: string;
  readonly sentence: { readonly nb: string; readonly nn: string };
}
const complaintOf = async (caseId: string) =>
  (done(await worker.get(`/v1/cases/${caseId}`)).deadlines as readonly Deadline[]).find(
    ({ rule }) => rule === 'COMPLAINT_PBRL',
  );
/** A case whose answer went out on a day. */
async function answeredOn(notifiedOn: string) {
  const { caseId } = await steps.granted();
  const sent = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn };
  const { readAfter } = done(await worker.post(`/v1/cases/${caseId}/decision/notification`, sent));
  await worker.get(`/v1/cases/${caseId}?readAfter=${String(readAfter)}`);
  return caseId;
}
const version = {
  rule: 'COMPLAINT_PBRL',
  ruleVersion: '2',
  validFrom: inDays(0),
  count: 6,
  periodUnit: 'W',
};

describe('a version of a rule that the municipality adopts', () => {
  it('is rehearsed first, sets what runs anew with the reason, and leaves what is over as it was', async () => {
    const over = await answeredOn(inDays(-100));
    const running = await answeredOn(inDays(-10));
    const before = { over: await complaintOf(over), running: await complaintOf(running) };

    const seen = done(await leader.post('/v1/rule-versions/rehearsal', version)) as {
      readonly deadlines: number;
      readonly goingByIt: number;
    };
    expect(seen).toMatchObject({ rights: seen.deadlines, goingByIt: 1 });
    expect(seen.deadlines).toBe(2);
    expect(done(await leader.get('/v1/rule-versions')).ruleVersions).toEqual([]);
    expect(await leader.post('/v1/rule-versions', { ...version, deadlinesOtherwise: 7 })).toMatchObject({
      status: 409,
      body: { type: 'municipality/rehearsal-differs', detail: expect.stringContaining('2') },
    });

    const told = { ...version, deadlinesOtherwise: seen.deadlines, document: 'Rundskriv' };
    expect((await leader.post('/v1/rule-versions', told)).status).toBe(201);
    expect(done(await leader.get('/v1/rule-versions')).ruleVersions).toMatchObject([
      { ...version, transition: 'LONGER_OF', document: 'Rundskriv', deadlinesOtherwise: 2 },
    ]);
    expect(await leader.post('/v1/rule-versions', told)).toMatchObject({
      status: 409,
      body: { type: 'municipality/rule-version-known' },
    });

    const now = await complaintOf(running);
    expect(now).toMatchObject({ version: '2' });
    expect(Date.parse(now?.dueOn ?? '') - Date.parse(before.running?.dueOn ?? '')).toBeGreaterThan(
      7 * 86_400_000,
    );
    expect(await complaintOf(over)).toEqual(before.over);

    await eventually(async () => {
      const { deadlines } = done(await worker.get('/v1/deadlines?limit=200&rule=COMPLAINT_PBRL')) as {
        readonly deadlines: readonly (Deadline & { readonly caseId: string; readonly reasonCode: string })[];
      };
      expect(deadlines.find(({ caseId }) => caseId === running)).toMatchObject({
        reasonCode: 'RULE_VERSION',
        dueOn: now?.dueOn,
        sentence: { nb: expect.stringContaining('Reglene ble endret') },
      });
    });
    const letter = { template: 'decision', recipient: 'SUBJECT' };
    const preview = await worker.post(`/v1/cases/${running}/letters/preview`, letter);
    expect(JSON.stringify(preview.body)).toContain('seks uker');

    const { entries } = done(await worker.get('/v1/organisation/audit-trail?topic=law'));
    expect(entries[0]).toMatchObject({
      type: 'RuleVersionAdopted',
      sentence: expect.stringMatching(/6 uker .*2 frister ville vært annerledes/),
    });
  });

  it('is adopted by a leader or an administrator, of a rule of the law, for a day that is none of the past', async () => {
    const other = { ...version, rule: 'COMPLAINT_FVL' };
    expect((await worker.post('/v1/rule-versions', other)).status).toBe(403);
    expect((await worker.post('/v1/rule-versions/rehearsal', other)).status).toBe(403);
    for (const wrong of [
      { rule: 'DECISION_TIME' },
      { count: 0 },
      { periodUnit: 'Q' },
      { validFrom: '2026-02-30' },
    ]) {
      expect((await leader.post('/v1/rule-versions', { ...other, ...wrong })).status).toBe(400);
    }
    expect(await leader.post('/v1/rule-versions', { ...other, validFrom: inDays(-1) })).toMatchObject({
      status: 409,
      body: { type: 'municipality/rule-looks-back' },
    });
  });
});
