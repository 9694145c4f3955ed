import { jest } from '@jest/globals';
import { plusDays } from '#deadlines';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { setClock } from '../support/set-clock.js';
import { done, Procedure } from './procedure.js';

const dayMs = 86_400_000;
const today = inDays(0);
/** A day of this run, whatever the clock says meanwhile. */
const on = (days: number) => plusDays(today, days);

interface Change {
  readonly field: string;
  readonly called: string;
  readonly was: string | null;
  readonly now: string | null;
  readonly by: readonly {
    readonly type: string;
    readonly title: string;
    readonly actor: { readonly name: string };
  }[];
}

describe('a case as of an earlier day', () => {
  let app: TestApp;
  let worker: ApiClient;
  let caseId: string;
  let readAfter: string;
  const received = on(-25);
  const corrected = on(-30);
  const at = async (days: number) => {
    setClock(Date.now() + days * dayMs);
    return ApiClient.as(app.url, 'CASEWORKER');
  };
  const asOf = async (query: string) =>
    done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}&${query}`));
  const typesIn = async (query: string) =>
    (
      done(await worker.get(`/v1/cases/${caseId}/audit-trail?limit=200&readAfter=${readAfter}&${query}`))
        .entries as readonly { type: string; corrections: readonly object[]; struckOut: object | null }[]
    ).filter(({ type }) => !type.startsWith('Deadline'));
  const changes = async (query: string, language = 'nb') =>
    done(
      await worker.get(`/v1/cases/${caseId}/changes?readAfter=${readAfter}&${query}`, {
        headers: { 'accept-language': language },
      }),
    ).changes as readonly Change[];

  // Twenty days ago somebody applied; ten days ago the day was put right, and what had been done meanwhile was typed in.
  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '5001'] });
    const then = await at(-20);
    const subjectId = await new Procedure(then).person({ familyName: 'Førdagen' });
    caseId = await new Procedure(then).application(subjectId, { receivedOn: received, wish: 'Helst Kari.' });
    const told = { topics: ['COMPLAINT'], recipients: ['SUBJECT'], ways: ['PHONE'], givenOn: on(-22) };
    done(await then.post(`/v1/cases/${caseId}/information`, { ...told, note: 'Gjelder Ola Annensen.' }));
    jest.useRealTimers();
    const later = await at(-10);
    await new Procedure(later).consent(subjectId, on(-18));
    const entries = done(await later.get(`/v1/cases/${caseId}/audit-trail?limit=200`)).entries as readonly {
      type: string;
      eventId: string;
    }[];
    const idOf = (type: string) => entries.find((entry) => entry.type === type)?.eventId;
    const correct = async (body: object) => done(await later.post(`/v1/cases/${caseId}/corrections`, body));
    await correct({
      eventId: idOf('ApplicationReceived'),
      changed: { receivedOn: corrected },
      reason: 'Stemplet på servicekontoret.',
    });
    await correct({
      eventId: idOf('InformationGiven'),
      recordedInError: { reasonCode: 'WRONG_CASE' },
      reason: 'Gjaldt en annen.',
    });
    const assigneeId = await new Procedure(later).party('Kart Legger');
    ({ readAfter } = done(
      await later.post(`/v1/cases/${caseId}/mapping-assignments`, {
        assigneeId,
        assignedOn: on(-15),
        dueOn: on(5),
      }),
    ));
    jest.useRealTimers();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
  }, 120_000);
  afterEach(() => void jest.useRealTimers());
  afterAll(() => app?.stop());

  it('reads today, in both senses, as its page reads', async () => {
    const { currentTo: _, ...page } = await asOf('');
    for (const sense of ['TRUE_ON', 'KNOWN_ON']) {
      const { currentTo: _, ...then } = await asOf(`asOf=${on(0)}&sense=${sense}`);
      // As they are today, they stand in lists of their own.
      expect(then).toEqual({ ...page, documents: [], complaints: [] });
    }
  });

  it('is known by what was recorded by then, as it stood', async () => {
    const then = await asOf(`asOf=${on(-12)}&sense=KNOWN_ON`);
    expect(then).toMatchObject({
      status: 'APPLICATION_RECEIVED',
      receivedOn: received,
      assignee: null,
      openPoints: expect.arrayContaining(['CONSENT']),
      wish: 'Helst Kari.',
    });
    expect((await typesIn(`asOf=${on(-12)}&sense=KNOWN_ON`)).map(({ type }) => type)).not.toContain(
      'MappingAssigned',
    );
  });

  it('is true by what had happened by then, as it is known now', async () => {
    const then = await asOf(`asOf=${on(-12)}`);
    expect(then).toMatchObject({
      status: 'MAPPING_ASSIGNED',
      receivedOn: corrected,
      assignee: { name: 'Kart Legger' },
      overdue: false,
      information: [],
    });
    expect(then.openPoints).not.toContain('CONSENT');
    expect(await asOf(`asOf=${on(-16)}`)).toMatchObject({ status: 'APPLICATION_RECEIVED', dueOn: null });
    const [application] = (await typesIn(`asOf=${on(-16)}`)).filter(
      ({ type }) => type === 'ApplicationReceived',
    );
    expect(application?.corrections).toHaveLength(1);
  });

  it('shows on no day what was struck out as of another case, in words', async () => {
    const then = await asOf(`asOf=${on(-12)}&sense=KNOWN_ON`);
    expect(then.information).toMatchObject([{ topics: ['COMPLAINT'], note: { withheld: true } }]);
    const told = await changes(`from=${on(-12)}&to=${on(-1)}&sense=KNOWN_ON`);
    expect(JSON.stringify([then, told, await typesIn(`asOf=${on(-12)}&sense=KNOWN_ON`)])).not.toContain(
      'Annensen',
    );
    expect(told.find(({ field }) => field === 'information')).toMatchObject({
      was: expect.stringContaining('[vises ikke: ført på feil person eller sak]'),
      now: null,
      by: [{ type: 'RecordedInErrorMarked' }],
    });
  });

  it('tells what changed between two days, field by field, by which event and whose', async () => {
    const known = await changes(`from=${on(-12)}&to=${on(-1)}&sense=KNOWN_ON`);
    expect(known.find(({ field }) => field === 'receivedOn')).toMatchObject({
      called: 'søknad mottatt',
      by: [
        {
          type: 'ApplicationReceivedCorrected',
          title: 'Rettet: Søknad mottatt',
          actor: { role: 'CASEWORKER' },
        },
      ],
    });
    expect(known.find(({ field }) => field === 'assigneeId')).toMatchObject({
      was: null,
      now: 'Kart Legger',
    });
    // What the person consented to is no part of the case's own stream.
    expect(known.find(({ field }) => field === 'consents')).toMatchObject({
      called: 'samtykke',
      was: null,
      now: expect.stringMatching(/^til .+, gitt .+ av personen/),
      by: [{ type: 'ConsentGiven' }],
    });
    const happened = await changes(`from=${on(-16)}&to=${on(-12)}`, 'nn');
    expect(happened.find(({ field }) => field === 'status')).toMatchObject({
      called: 'kor langt saka er komen',
      was: 'søknad motteken',
      now: 'kartlegging tildelt',
      by: [{ type: 'MappingAssigned' }],
    });
    expect(happened.map(({ field }) => field)).not.toContain('receivedOn');
    expect(await changes(`from=${on(-9)}&to=${on(-1)}&sense=KNOWN_ON`)).toEqual([]);
  });

  it('tells who was appointed and released on its decision meanwhile, and that a plan was started', async () => {
    const steps = new Procedure(worker);
    const { subjectId, caseId: granted } = await steps.granted();
    const [first, other] = [await steps.party('Første Koordinator'), await steps.party('Annen Sak')];
    await steps.coordinator(subjectId, granted, first, '2026-02-01');
    const elsewhere = await steps.granted();
    await steps.coordinator(elsewhere.subjectId, elsewhere.caseId, other, '2026-02-01');
    await steps.plan(subjectId, granted);
    const path = `/v1/cases/${granted}/changes?from=2026-01-30&to=${on(0)}`;
    const told = done(await worker.get(path)).changes as readonly Change[];
    const of = (field: string) => told.find((one) => one.field === field);
    expect(of('appointments')).toMatchObject({
      called: 'oppnevnt koordinator',
      was: null,
      now: expect.stringMatching(/^Første Koordinator \(.+\) fra 1\. februar 2026/),
      by: [{ type: 'CoordinatorAppointed' }],
    });
    expect(of('plans')).toMatchObject({ was: null, now: expect.stringMatching(/^startet /) });
    expect(JSON.stringify(told)).not.toContain('Annen Sak');
    const nothing = `/v1/cases/${granted}/changes?from=2026-01-30&to=2026-01-31`;
    expect(done(await worker.get(nothing)).changes).toEqual([]);
  });

  it('tells of letters, documents and complaints as they were, and what became of them between two days', async () => {
    const then = await at(-6);
    const leader = await ApiClient.as(app.url, 'LEADER');
    const card = { contactFunction: 'KE', telephone: '(telefon)', postalAddress: 'Postboks 1' };
    done(await leader.post('/v1/contact-cards', card));
    const steps = new Procedure(then);
    const subjectId = await steps.person();
    const theirs = await steps.application(subjectId, { receivedOn: on(-9) });
    const texts = [{ field: 'case.expectedOn', text: on(9) }];
    const letter = { template: 'receipt', recipient: 'SUBJECT', texts };
    const path = `/v1/cases/${theirs}`;
    const { digest } = done(await then.post(`${path}/letters/preview`, letter));
    const { letterId, documentId } = done(await then.post(`${path}/letters`, { ...letter, digest }));
    const told = {
      matters: ['MISSING_ANSWER'],
      caseId: theirs,
      complainant: 'SUBJECT',
      way: 'LETTER',
      text: 'Ingenting skjer.',
    };
    jest.useRealTimers();
    const later = await at(-2);
    const complaint = done(
      await later.post('/v1/complaints', { ...told, subjectId, sentOn: on(-5), receivedOn: on(-4) }),
    );
    const { complaintId } = complaint;
    const withdrawn = { withdrawnBy: 'SUBJECT', reason: 'Det ordnet seg.', withdrawnOn: on(-2) };
    ({ readAfter } = done(await later.post(`/v1/complaints/${complaintId}/withdrawal`, withdrawn)));
    jest.useRealTimers();
    const page = async (day: number, sense: string) =>
      done(await worker.get(`${path}?readAfter=${readAfter}&asOf=${on(day)}&sense=${sense}`));
    const idsOn = async (day: number, sense: string) => {
      const { letters, documents, complaints } = await page(day, sense);
      const ids = (some: readonly Record<string, string>[], name: string) => some.map((one) => one[name]);
      return [ids(letters, 'letterId'), ids(documents, 'documentId'), ids(complaints, 'complaintId')];
    };
    expect(await idsOn(-7, 'TRUE_ON')).toEqual([[], [], []]);
    expect(await idsOn(-5, 'TRUE_ON')).toEqual([[letterId], [documentId], []]);
    expect(await idsOn(-3, 'TRUE_ON')).toEqual([[letterId], [documentId], [complaintId]]);
    // What was written in two days later was not known yet.
    expect(await idsOn(-3, 'KNOWN_ON')).toEqual([[letterId], [documentId], []]);
    expect(await page(-3, 'TRUE_ON')).toMatchObject({
      documents: [{ kind: 'LETTER', direction: 'OUT', title: expect.any(String), recordKind: 'CASE' }],
      complaints: [{ status: 'ASSESSED', begunOn: on(-4) }],
    });
    expect(await page(0, 'KNOWN_ON')).toMatchObject({ complaints: [{ status: 'WITHDRAWN' }] });
    expect(done(await worker.get(path))).toMatchObject({ documents: null, complaints: null });

    const changed = async (from: number, to: number, language: string) => {
      const query = `from=${on(from)}&to=${on(to)}&readAfter=${readAfter}`;
      const headers = { 'accept-language': language };
      const { changes: all } = done(await worker.get(`${path}/changes?${query}`, { headers }));
      return (field: string) => (all as readonly Change[]).find((one) => one.field === field);
    };
    const first = await changed(-7, -3, 'nb');
    expect(first('letters')).toMatchObject({ called: 'brev', was: null, by: [{ type: 'LetterIssued' }] });
    expect(first('documents')).toMatchObject({
      called: 'dokumenter',
      was: null,
      now: expect.stringMatching(/, arkivert /),
      by: [{ type: 'DocumentFiled' }],
    });
    expect(first('complaints')).toMatchObject({
      was: null,
      now: expect.stringMatching(/^begynt .+ av personen selv: skal vurderes på nytt$/),
      by: [{ type: 'ComplaintReceived' }],
    });
    const second = await changed(-3, 0, 'nn');
    expect(second('documents')).toBeUndefined();
    expect(second('complaints')).toMatchObject({
      called: 'klager',
      was: expect.stringMatching(/: skal vurderast på nytt$/),
      now: expect.stringMatching(/: trekt$/),
      by: [{ type: 'ComplaintWithdrawn', title: expect.any(String) }],
    });
  });

  it('refuses a day that is none, lies ahead or is before the case, and two days out of order', async () => {
    const faultOf = async (path: string) => {
      const { status, body } = await worker.get(`/v1/cases/${caseId}${path}`);
      return [status, body.type, body.errors?.map((one: { path: string }) => one.path)];
    };
    const fault = (path: string) => [400, 'invalid-query', [path]];
    expect(await faultOf('?asOf=2026-02-30')).toEqual(fault('asOf'));
    expect(await faultOf(`?asOf=${on(1)}`)).toEqual(fault('asOf'));
    expect(await faultOf(`?asOf=${on(-31)}`)).toEqual(fault('asOf'));
    expect(await faultOf(`?asOf=${on(-23)}&sense=KNOWN_ON`)).toEqual(fault('asOf'));
    expect(await faultOf(`?asOf=${on(-1)}&sense=SOON`)).toEqual(fault('sense'));
    expect(await faultOf(`/changes?from=${on(-1)}&to=${on(-1)}`)).toEqual(fault('to'));
    expect(await faultOf(`/changes?from=${on(-1)}&to=${on(1)}`)).toEqual(fault('to'));
    expect(await faultOf(`/changes?from=${on(-31)}&to=${on(-1)}`)).toEqual(fault('from'));
    expect(await faultOf(`/audit-trail?asOf=${on(1)}`)).toEqual(fault('asOf'));
  });

  it('is for whoever sees its page today, and nobody else', async () => {
    const statusFor = async (client: ApiClient, path: string) =>
      (await client.get(`/v1/cases/${caseId}${path}`)).status;
    const coordinator = await ApiClient.as(app.url, 'COORDINATOR');
    const auditor = await ApiClient.as(app.url, 'AUDITOR');
    const other = await ApiClient.as(app.url, 'CASEWORKER', '5001');
    const ways = [`?asOf=${on(-12)}`, `/changes?from=${on(-12)}&to=${on(-1)}`];
    for (const path of ways) {
      expect(await statusFor(coordinator, path)).toBe(404);
      expect(await statusFor(auditor, path)).toBe(403);
      expect(await statusFor(other, path)).toBe(404);
    }
  });

  it('says in a file of the trail as of which day it is', async () => {
    const { body: text } = await worker.get(
      `/v1/cases/${caseId}/audit-trail?asOf=${on(-12)}&sense=KNOWN_ON`,
      {
        headers: { accept: 'text/csv', 'accept-language': 'nb' },
      },
    );
    expect(text).toContain(`Slik det var;${on(-12)}: det som var skrevet inn`);
  });
});
