import { openedWorkbook } from '../../apps/api/src/lists/workbook.testing.js';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

/** In the order of Norwegian lists: æ, ø and å last, aa among the å's. */
const families = ['Berg', 'Bergersen', 'Zahl', 'Ærlig', 'Østby', 'Aarset', 'Ås'];

interface Line {
  readonly subject: { readonly subjectId: string; readonly familyName: string };
  readonly coordinatorUnit: string | null;
}

describe('the register', () => {
  let app: TestApp;
  let worker: ApiClient;
  let readAfter: string;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '3436'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    const steps = new Procedure(worker);
    for (const familyName of families.toReversed()) {
      const subjectId = await steps.person({ givenName: 'Testine', familyName });
      await steps.consent(subjectId);
      if (!familyName.startsWith('Berg')) continue;
      const caseId = await steps.application(subjectId);
      await steps.decision(caseId, await steps.meeting(caseId));
      await steps.coordinator(subjectId, caseId, await steps.party('Testa Koordinator'));
    }
    const caseId = await steps.application(await steps.person({ familyName: 'Utenfor' }));
    ({ readAfter } = done(
      await worker.post(`/v1/cases/${caseId}/withdrawal`, {
        withdrawnBy: 'SUBJECT',
        withdrawnOn: '2026-01-09',
      }),
    ));
  });
  afterAll(() => app?.stop());

  const namesOf = (lines: readonly Line[]) => lines.map(({ subject }) => subject.familyName);
  /** All pages of a list, each as it comes. */
  async function paged(
    limit: number,
    ask: (page: string) => Promise<{ coordination: Line[]; next?: string }>,
  ) {
    const found: string[] = [];
    for (let after = ''; ;) {
      const { coordination, next } = await ask(`limit=${limit}&readAfter=${readAfter}${after}`);
      expect(coordination.length).toBeLessThanOrEqual(limit);
      found.push(...namesOf(coordination));
      if (next === undefined) return found;
      expect(Buffer.from(next, 'base64url').toString()).not.toMatch(/Testine|Berg|Zahl|rset/);
      after = `&after=${next}`;
    }
  }
  const listed = (limit: number, filter = '') =>
    paged(limit, async (page) => done(await worker.get(`/v1/coordination?${page}${filter}`)));
  const searched = (limit: number, search: object) =>
    paged(limit, async (page) => done(await worker.post(`/v1/coordination-searches?${page}`, search)));

  it.each([1, 2, 3, 50])('E4 is sorted as people sort, %s at a time', async (limit) => {
    expect(await listed(limit)).toEqual(families);
    expect(await listed(limit, '&withPlan=false')).toEqual(families);
    expect(await listed(limit, '&withoutCoordinator=false')).toEqual(families);
  });

  it.each([1, 2, 50])('E4 is found by name and unit, %s at a time', async (limit) => {
    expect(await searched(limit, { name: 'berg' })).toEqual(['Berg', 'Bergersen']);
    expect(await searched(limit, { name: 'testine å' })).toEqual(['Aarset', 'Ås']);
    expect(await searched(limit, { name: 'utenfor' })).toEqual([]);
    expect(await searched(limit, { unit: 'HOME_CARE' })).toEqual(['Berg', 'Bergersen']);
    expect(await searched(limit, { unit: 'HOME_CARE', name: 'bergersen' })).toEqual(['Bergersen']);
    expect(await searched(limit, { unit: 'SCHOOL' })).toEqual([]);
    expect(await searched(limit, {})).toEqual(families);
    expect(await listed(limit, '&unit=HOME_CARE')).toEqual(['Berg', 'Bergersen']);
  });

  it('E4 goes on where the person shown last is registered under another name meanwhile', async () => {
    const first = done(await worker.get(`/v1/coordination?limit=3&readAfter=${readAfter}`));
    expect(namesOf(first.coordination)).toEqual(['Berg', 'Bergersen', 'Zahl']);
    const { subjectId } = first.coordination[2].subject;
    const renamed = done(
      await worker.post(`/v1/subjects/${subjectId}/names`, {
        givenName: 'Testine',
        familyName: 'Aas',
        validFrom: '2026-02-01',
      }),
    );
    const rest = done(
      await worker.get(`/v1/coordination?after=${first.next}&readAfter=${renamed.readAfter}`),
    );
    expect(namesOf(rest.coordination)).toEqual(
      ['Ærlig', 'Østby', 'Aarset', 'Ås'].slice(0, rest.coordination.length),
    );
  });

  it('B16 says of what it is current to nothing that others’ records would move', async () => {
    const stranger = await ApiClient.as(app.url, 'CASEWORKER', '3436');
    // It has a profile, and nobody is registered there.
    const nothing = { position: null, at: null };
    expect(done(await stranger.get('/v1/cases')).currentTo).toEqual(nothing);
    const { currentTo, ...answer } = done(await worker.get(`/v1/coordination?readAfter=${readAfter}`));
    expect(answer.coordination).toHaveLength(families.length);
    expect(currentTo.at).toMatch(/:\d0\.000Z$/);
    expect(app.parts.positions.read(currentTo.position)?.logId).toBe(app.parts.logId);
    await new Procedure(worker).person();
    expect(done(await stranger.get('/v1/cases')).currentTo).toEqual(nothing);
    expect(done(await stranger.post('/v1/coordination-searches', {})).currentTo).toEqual(nothing);
  });

  it('E2 goes out again as every list does, in words, without whoever has a protected address', async () => {
    const steps = new Procedure(worker);
    const consented = async (fields: object) => {
      const subjectId = await steps.person({ givenName: 'Testine', ...fields });
      await steps.consent(subjectId);
      return steps.application(subjectId);
    };
    await consented({ familyName: '=1+1' });
    const hidden = await consented({ familyName: 'Skjultesen', protectedAddress: true });
    const { readAfter: last } = done(
      await worker.post(`/v1/cases/${hidden}/mapping-assignments`, {
        assigneeId: await steps.party('Testa Kartlegger'),
        assignedOn: '2026-01-07',
      }),
    );
    const sent = async (path: string, accept: string, language: string) => {
      const response = await fetch(`${app.url}${path}?readAfter=${last}`, {
        headers: { authorization: `Bearer ${worker.token}`, accept, 'accept-language': language },
      });
      expect([path, response.status]).toEqual([path, 200]);
      return response;
    };
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const words = {
      '/v1/cases': ['Søknad motteken', 'søknad motteken', 'individuell plan, brukarkoordinator'],
      '/v1/coordination': ['Utan koordinator sidan', 'heimetenesta', 'Testa Koordinator'],
      '/v1/tasks': ['Kvifor', 'kartlegging skal tildelast'],
      '/v1/registrations': ['Opna ved', 'søknad'],
    };
    for (const [path, told] of Object.entries(words)) {
      const book = await sent(path, xlsx, 'nn');
      expect(book.headers.get('content-type')).toBe(xlsx);
      expect(book.headers.get('content-disposition')).toBe(
        `attachment; filename="${path.replace('/v1/', '')}.xlsx"`,
      );
      const { cells, sheet } = openedWorkbook(new Uint8Array(await book.arrayBuffer()));
      const texts = cells.map(([, value]) => value);
      expect([path, texts]).toEqual([path, expect.arrayContaining([...told, '=1+1, Testine'])]);
      expect(texts).not.toContain('Skjultesen, Testine');
      expect(sheet).not.toMatch(/<f[ >]/);

      const csv = await (await sent(path, 'text/csv', 'nb')).text();
      expect(csv).toContain(`"'=1+1, Testine";`);
      expect(csv).toMatch(/(^|;)2026-\d\d-\d\d(;|\r)/m);
      expect(csv).not.toContain('Skjultesen');
    }
    const [day] = openedWorkbook(
      new Uint8Array(await (await sent('/v1/cases', xlsx, 'nb')).arrayBuffer()),
    ).cells.filter(([at]) => at === 'G2');
    // 6 January 2026, as spreadsheets count days.
    expect(day?.[1]).toBe(46_028);
    expect(await worker.get('/v1/tasks', { headers: { accept: 'image/png' } })).toMatchObject({
      status: 406,
      body: { type: 'not-acceptable' },
    });
  });
});
