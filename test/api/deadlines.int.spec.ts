import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

let app: TestApp;
let worker: ApiClient;
let steps: Procedure;

beforeAll(async () => {
  app = await startTestApp();
  worker = await ApiClient.as(app.url, 'CASEWORKER');
  steps = new Procedure(worker);
});
afterAll(() => app?.stop());

interface Line {
  readonly caseId: string;
  readonly rule: string;
  readonly standing: string;
  readonly dueOn: string;
  readonly reasonCode: string;
  readonly sentence: { readonly nb: string; readonly nn: string };
}
const board = async (query = '') =>
  done(await worker.get(`/v1/deadlines?limit=200${query}`)) as {
    readonly deadlines: readonly Line[];
    readonly latestMeeting: { readonly on: string; readonly caseId: string } | null;
  };
/** What the board has of a case, once the system has noted it. */
const noted = (caseId: string, expected: readonly object[], query = '') =>
  eventually(async () => {
    const found = (await board(query)).deadlines.filter((one) => one.caseId === caseId);
    expect(found).toMatchObject(expected);
    return found;
  });
const trailOf = async (caseId: string, language: 'nb' | 'nn') =>
  done(
    await worker.get(`/v1/cases/${caseId}/audit-trail?limit=200`, {
      headers: { 'accept-language': language },
    }),
  ).entries as readonly {
    readonly type: string;
    readonly eventId: string;
    readonly sentence: string;
    readonly actor: { readonly role: string };
  }[];

describe('the deadlines of cases', () => {
  it('stand on the board from the application on, set anew with the reason when its day is corrected (U17, inv. 10)', async () => {
    const subjectId = await steps.person({ givenName: 'Fristine' });
    const caseId = await steps.application(subjectId, { receivedOn: inDays(-40) });
    const [first] = await noted(caseId, [{ rule: 'PRELIM_REPLY', standing: 'OVERDUE', reasonCode: 'FIRST' }]);
    expect(first?.sentence.nb).toMatch(/^Kommunen fikk henvendelsen /);
    expect(first?.sentence.nn).toMatch(/^Kommunen fekk førespurnaden /);
    await noted(caseId, [], '&standing=DUE');

    const { tasks } = done(await worker.get('/v1/tasks?kind=DEADLINE_OVERDUE&limit=200'));
    expect(tasks).toContainEqual(
      expect.objectContaining({
        caseId,
        dueOn: first?.dueOn,
        overdue: true,
        label: { nb: 'en frist er ute', nn: 'ein frist er ute' },
        why: {
          nb: expect.stringMatching(/^Fristen for svar eller foreløpig svar var /),
          nn: expect.stringMatching(/^Fristen for svar eller førebels svar var /),
        },
        for: { party: null, unit: null, role: 'CASEWORKER' },
      }),
    );

    const opened = await worker.get(`/v1/cases/${caseId}`);
    const [application] = await trailOf(caseId, 'nb');
    const corrected = await worker.post(
      `/v1/cases/${caseId}/corrections`,
      { eventId: application?.eventId, changed: { receivedOn: inDays(-3) }, reason: 'Feil dato.' },
      { headers: { 'if-match': opened.headers.get('etag') ?? '' } },
    );
    expect(corrected.status).toBe(201);
    await noted(caseId, [{ rule: 'PRELIM_REPLY', standing: 'DUE', reasonCode: 'RECEIVED_CORRECTED' }]);

    const trail = await trailOf(caseId, 'nn');
    const notes = trail.filter(({ type }) => type.startsWith('Deadline'));
    expect(notes.filter(({ type }) => type === 'DeadlineSet')).toHaveLength(2);
    expect(notes.every(({ actor }) => actor.role === 'SYSTEM')).toBe(true);
    expect(notes.map(({ sentence }) => sentence).join(' ')).toContain('datoen for når det kom inn, er retta');
  });

  it('are met by a preliminary reply, and let nobody correct or strike what the system noted', async () => {
    const subjectId = await steps.person({ givenName: 'Svarine' });
    const caseId = await steps.application(subjectId, { receivedOn: inDays(-10) });
    await noted(caseId, [{ rule: 'PRELIM_REPLY', standing: 'DUE' }]);
    const reply = {
      recipients: ['SUBJECT'],
      channel: 'LETTER',
      reasonCode: 'CAPACITY',
      expectedOn: inDays(60),
    };
    expect((await worker.post(`/v1/cases/${caseId}/preliminary-replies`, reply)).status).toBe(201);
    await noted(caseId, [{ rule: 'PRELIM_REPLY', standing: 'MET', late: false }], '&standing=MET');
    const [set] = (await trailOf(caseId, 'nb')).filter(({ type }) => type === 'DeadlineSet');
    for (const revision of [
      { changed: { dueOn: inDays(100) }, reason: 'Ønske.' },
      { recordedInError: { reasonCode: 'OTHER' }, reason: 'Ønske.' },
    ]) {
      const refused = await worker.post(`/v1/cases/${caseId}/corrections`, {
        eventId: set?.eventId,
        ...revision,
      });
      expect(refused).toMatchObject({ status: 409, body: { type: 'casework/not-correctable' } });
    }
  });

  it('are not over their day where they are somebody else’s: the time to complain is out', async () => {
    const { caseId } = await steps.granted();
    await steps.notification(caseId);
    await eventually(async () => {
      const types = (await trailOf(caseId, 'nb')).map(({ type }) => type);
      expect(types.filter((type) => type === 'DeadlineSet')).toHaveLength(2);
    });
    await noted(caseId, [{ rule: 'PRELIM_REPLY', standing: 'MET' }], '&standing=MET');
    await noted(caseId, []);
    await noted(caseId, [], '&standing=OVERDUE');
  });

  it('tell the latest day of a meeting that keeps every one that can be kept, and are counted and sent out (U17)', async () => {
    const { latestMeeting, deadlines } = await board();
    const open = deadlines.filter(({ standing }) => standing === 'DUE');
    expect(latestMeeting?.on).toBe(
      open.map((one) => (one as unknown as { readonly actBy: string }).actBy).toSorted()[0],
    );
    const { count } = done(await worker.get('/v1/deadlines/count?standing=DUE')) as {
      readonly count: number;
    };
    expect(count).toBe(open.length);
    const csv = await worker.get('/v1/deadlines', {
      headers: { accept: 'text/csv', 'accept-language': 'nn' },
    });
    expect(csv.body).toContain('Blir gjort seinast');
  });
});
