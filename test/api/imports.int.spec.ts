import { setTimeout as delay } from 'node:timers/promises';
import { readBytes } from '#spreadsheet';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { rounds } from '../support/rounds.js';
import { eventually } from '../support/wait.js';
import { faulty, head, unreadable, workbook, line } from './import-files.js';
import { done } from './procedure.js';

type Counts = Readonly<Record<'recorded' | 'already' | 'faulty', number>>;
interface Row {
  readonly row: number;
  readonly verdict: string;
  readonly subjectId: string | null;
  readonly facts: readonly { readonly what: string; readonly on: string | null }[];
  readonly faults: readonly {
    readonly column: string | null;
    readonly heading: string | null;
    readonly message: string;
  }[];
}
type Rehearsal = Counts & {
  readonly importId: string;
  readonly status: string | null;
  readonly rows: readonly Row[];
};

describe('a list of an earlier register', () => {
  let app: TestApp;
  let worker: ApiClient;
  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '9999'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    const staff = { kind: 'STAFF', name: 'Kari Importkoordinator', unit: 'HOME_CARE' };
    const { readAfter } = done(await worker.post('/v1/parties', staff));
    // The index of names hears of her.
    await eventually(async () => done(await worker.get(`/v1/staff?readAfter=${readAfter}`)));
  }, 120_000);
  afterAll(() => app?.stop());

  const send = (path: string, file: string | Uint8Array, type = 'text/csv', client = worker) =>
    client.post(path, undefined, {
      raw: file,
      headers: {
        'content-type': type,
        'accept-language': 'nb',
        'samspor-file-name': 'IP-oversikt%20%C3%A5.csv',
      },
    });
  const rehearse = async (file: string | Uint8Array): Promise<Rehearsal> =>
    done(await send('/v1/import-rehearsals', file));
  const listed = async (importId: string) => {
    const { imports } = done(await worker.get('/v1/imports'));
    return (imports as { importId: string; status: string; underWay: boolean }[]).find(
      (one) => one.importId === importId,
    );
  };
  const ended = (importId: string, status: string) =>
    eventually(async () => expect(await listed(importId)).toMatchObject({ status, underWay: false }), {
      timeoutMs: 120_000,
      everyMs: 50,
    });
  const takeIn = async (file: string | Uint8Array): Promise<Rehearsal> => {
    const rehearsed = await rehearse(file);
    done(await send(`/v1/imports/${rehearsed.importId}`, file));
    await ended(rehearsed.importId, 'COMPLETED');
    return rehearsed;
  };
  const found = async (name: string) =>
    (done(await worker.post('/v1/person-searches', { name })).persons as { subjectId: string }[]).map(
      ({ subjectId }) => subjectId,
    );
  const rows = (prefix: string, count: number) =>
    [
      head,
      ...Array.from(
        { length: count },
        (_, n) =>
          `;${(n % 28) + 1}.3.19${60 + (n % 30)};${prefix} Nummer${n} Importsen;1.2.20${10 + (n % 10)};${n % 3 === 0 ? '1.6.2023' : ''};Flyttet;Kari Importkoordinator;1.2.20${10 + (n % 10)};1.1.2009;Ringes etter ${n}`,
      ),
    ].join('\r\n');

  it('ships as a template in both languages, which is read as it is', async () => {
    for (const [language, heading] of [
      ['nb', 'Plan startet'],
      ['nn', 'Plan starta'],
    ] as const) {
      for (const accept of [
        'text/csv',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ]) {
        const response = await fetch(`${app.url}/v1/import-template`, {
          headers: { authorization: `Bearer ${worker.token}`, accept, 'accept-language': language },
        });
        const bytes = Buffer.from(await response.arrayBuffer());
        expect(readBytes(bytes, { encoding: 'either' }).rows[0]).toContain(heading);
      }
    }
  });

  it('is rehearsed, taken in by the server with progress, once, and shown as what it is', async () => {
    const file = rows('Ett', 12);
    const before = await rehearse(file);
    expect(before.rows.flatMap((one) => one.faults)).toEqual([]);
    expect(before).toMatchObject({ status: null, recorded: 12, already: 0, faulty: 0 });
    expect(before.rows[0]?.facts.map(({ what }) => what)).toEqual([
      'PERSON',
      'CONSENT',
      'PLAN',
      'COORDINATOR',
      'PLAN_END',
    ]);
    expect(await found('Ett')).toEqual([]);
    const { importId } = await takeIn(file);
    expect(importId).toBe(before.importId);
    const [subjectId = ''] = await found('Ett Nummer0');
    await eventually(async () => {
      const { body } = await worker.get(`/v1/subjects/${subjectId}/coordination`);
      expect(body.plans).toMatchObject([
        { startedOn: '2010-02-01', closedOn: '2023-06-01', restsOn: 'EARLIER_REGISTER' },
      ]);
    });
    expect(await rehearse(file)).toMatchObject({ status: 'COMPLETED', recorded: 0, already: 12 });
    const { imports } = done(await worker.get('/v1/imports'));
    expect(imports[0]).toMatchObject({
      fileName: 'IP-oversikt å.csv',
      recorded: 12,
      rowCount: 12,
      rowsTaken: 12,
    });
    const trail = done(await worker.get(`/v1/imports/${importId}/audit-trail`));
    expect(JSON.stringify(trail.entries)).toContain('Ringes etter 0');
  });

  it('is the same list as a workbook or with commas, in any order and another spelling of headings', async () => {
    const rehearsed = await takeIn(rows('To', 2));
    const cells = ['Fødselsdato', 'NAVN', 'Plan starta', 'Samtykkje'];
    const sheet = workbook(
      `${line(...cells)}${line('02.03.1961', 'To Nummer1 Importsen', '01.02.2011', '1.1.2009')}${line('1.3.1960', 'Importsen, To Nummer0', '2010-02-01', '1.1.2009')}`,
    );
    expect(await rehearse(sheet)).toMatchObject({ recorded: 0, already: 2, faulty: 0 });
    expect(rehearsed.recorded).toBe(2);
  });

  it('is taken back as a whole: nothing of it in any list, all of it in the trail', async () => {
    const file = rows('Tre', rounds(200));
    const { importId, rows: verdicts } = await takeIn(file);
    const ids = verdicts.flatMap(({ subjectId }) => subjectId ?? []);
    done(await worker.post(`/v1/imports/${importId}/take-back`, { reason: 'Feil ark.' }));
    await ended(importId, 'TAKEN_BACK');
    await eventually(async () => expect(await found('Tre')).toEqual([]));
    for (const path of ['coordination', 'tasks', 'cases']) {
      await eventually(async () => {
        const { body } = await worker.get(`/v1/${path}?limit=200`);
        expect(ids.filter((id) => JSON.stringify(body).includes(id))).toEqual([]);
      });
    }
    const trail = done(await worker.get(`/v1/subjects/${ids[0]}/trail`));
    const told = (trail.entries as { type: string; annulledBy: unknown }[]).filter(
      ({ type }) => type !== 'RecordedInErrorMarked',
    );
    expect(told.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['SubjectRegistered', 'ConsentGiven', 'PlanStarted', 'CoordinatorAppointed']),
    );
    expect(await rehearse(file)).toMatchObject({ status: null, recorded: rounds(200) });
  }, 180_000);

  it('is not taken back where somebody has gone on with a person, which is named', async () => {
    const { importId, rows: verdicts } = await takeIn(rows('Fire', 2));
    const subjectId = verdicts[0]?.subjectId ?? '';
    done(await worker.post(`/v1/subjects/${subjectId}/contact`, { telephone: '00 00 00 00' }));
    const refused = await worker.post(`/v1/imports/${importId}/take-back`, { reason: 'Feil ark.' });
    expect(refused).toMatchObject({
      status: 409,
      body: { type: 'import/rests-on', restsOn: [{ type: 'ContactDetailsSet' }] },
    });
    await delay(0);
    expect(await listed(importId)).toMatchObject({ status: 'COMPLETED' });
  });

  it('is refused for another list than the one that was rehearsed, and for whom it is none of', async () => {
    const { importId } = await rehearse(rows('Fem', 1));
    expect(await send(`/v1/imports/${importId}`, rows('Seks', 1))).toMatchObject({
      status: 409,
      body: { type: 'another-file' },
    });
    for (const role of ['COORDINATOR', 'UNIT_LEADER', 'AUDITOR', 'SERVICE_OFFICE']) {
      const client = await ApiClient.as(app.url, role);
      expect((await send('/v1/import-rehearsals', rows('Fem', 1), 'text/csv', client)).status).toBe(403);
    }
    expect((await worker.post('/v1/import-rehearsals', { rows: [] })).body.type).toBe(
      'unsupported-media-type',
    );
    expect((await send('/v1/parties', rows('Fem', 1))).body.type).toBe('unsupported-media-type');
    const large = await send('/v1/import-rehearsals', 'x'.repeat(10 * 1024 * 1024 + 1));
    expect(large).toMatchObject({ status: 413, body: { type: 'body-too-large' } });
  });

  it('is taken for another municipality only in that one', async () => {
    const { importId } = await takeIn(rows('Sju', 1));
    const other = await ApiClient.as(app.url, 'CASEWORKER', '9999');
    expect(done(await other.get('/v1/imports')).imports).toEqual([]);
    expect((await other.get(`/v1/imports/${importId}/audit-trail`)).status).toBe(404);
    expect((await other.post(`/v1/imports/${importId}/take-back`, { reason: 'x' })).status).toBe(404);
  });

  describe('that is broken', () => {
    it('is tried in at least forty ways', () =>
      expect(unreadable.length + faulty.length).toBeGreaterThanOrEqual(40));

    it.each(unreadable)(
      'as %s is refused as a whole, says why, and nothing is recorded',
      async (_, file, why) => {
        const before = process.memoryUsage().rss;
        const { status, body } = await send('/v1/import-rehearsals', file());
        expect([status, body.type]).toEqual([422, 'unreadable-file']);
        expect(body.detail).toMatch(why);
        expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024);
      },
    );

    it.each(faulty)(
      'as %s has a verdict for that row, and the good one stands',
      async (_, file, row, why) => {
        const before = process.memoryUsage().rss;
        const rehearsed = await rehearse(file());
        expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024);
        const wrong = rehearsed.rows.filter(({ verdict }) => verdict === 'FAULTY');
        expect(wrong.map((one) => one.row)).toEqual([row]);
        expect(wrong[0]?.faults[0]?.message).toMatch(why);
        expect(rehearsed.rows.some(({ verdict }) => verdict === 'RECORDED')).toBe(true);
        expect(await found('Frisk Radsen')).toEqual([]);
      },
    );
  });
});
