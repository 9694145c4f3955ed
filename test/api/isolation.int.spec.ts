import { randomUUID } from 'node:crypto';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { done, Procedure, testNumber } from './procedure.js';

/** Everything that one municipality may know of a person: what nobody else gets at. */
interface Life {
  readonly subjectId: string;
  readonly caseId: string;
  readonly partyId: string;
  readonly consentId: string;
  readonly appointmentId: string;
  readonly planId: string;
  readonly memberId: string;
  readonly meetingId: string;
  readonly eventId: string;
  readonly readAfter: string;
}

async function lived(
  worker: ApiClient,
  steps: Procedure,
  familyName: string,
  coordinatorId?: string,
): Promise<Life> {
  const subjectId = await steps.person({ familyName });
  const consentId = await steps.consent(subjectId);
  const partyId = coordinatorId ?? (await steps.party(`Testa ${familyName}`));
  const caseId = await steps.application(subjectId);
  const meetingId = await steps.meeting(caseId);
  const decided = await steps.decision(caseId, meetingId);
  const appointmentId = await steps.coordinator(subjectId, caseId, partyId);
  const planId = await steps.plan(subjectId, caseId);
  const joined = { partyId, memberRole: 'TEACHER', joinedOn: '2026-02-04' };
  const member = done(await worker.post(`/v1/subjects/${subjectId}/group/members`, joined));
  return {
    subjectId,
    caseId,
    partyId,
    consentId,
    appointmentId,
    planId,
    meetingId,
    memberId: member.memberId,
    eventId: decided.events.at(-1).eventId,
    readAfter: member.readAfter,
  };
}

const wrong = (eventId: string) => ({
  eventId,
  recordedInError: { reasonCode: 'DUPLICATE' },
  reason: 'Prøve',
});

describe('who may see and do what', () => {
  let app: TestApp;
  let worker: ApiClient;
  let there: Life;
  let here: Life;
  let own: Life;
  let me: ApiClient;
  /** Somebody who consents, and nothing more. */
  let bare: string;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '9999'] });
    const stranger = await ApiClient.as(app.url, 'CASEWORKER', '9999');
    there = await lived(stranger, new Procedure(stranger), 'Fremmedsen');
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    const steps = new Procedure(worker);
    here = await lived(worker, steps, 'Hjemmesen');
    bare = await steps.person({ familyName: 'Ventesen' });
    await steps.consent(bare);
    const login = { issuer: 'samspor-demo', subject: 'testa-k' };
    const partyId = await steps.staffWith(login, 'Testa Koordinator');
    own = await lived(worker, steps, 'Egensen', partyId);
    me = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'testa-k');
    await eventually(async () => {
      expect((await me.get(`/v1/cases/${own.caseId}`)).status).toBe(200);
      expect((await worker.get(`/v1/subjects/${here.subjectId}?readAfter=${here.readAfter}`)).status).toBe(
        200,
      );
    });
  }, 120_000);
  afterAll(() => app?.stop());

  /** Neither status nor words may tell an id of another municipality from one that was never given. */
  async function likeUnknown(
    client: ApiClient,
    send: (id: string) => readonly [string, unknown?],
    id: string,
  ) {
    const answers = await Promise.all(
      [id, randomUUID()].map((one) => {
        const [path, body] = send(one);
        return body === undefined ? client.get(path) : client.post(path, body);
      }),
    );
    const [known, unknown] = answers.map(({ status, body }) => [status, body.type, body.detail]);
    expect([send(id)[0], known]).toEqual([send(id)[0], unknown]);
    return answers[0]?.status;
  }

  const appointment = { caseId: '', coordinatorId: '', validFrom: '2026-02-01', wishFollowed: 'YES' };

  it.each<[string, keyof Life, (id: string) => readonly [string, unknown?]]>([
    ['a case in the path', 'caseId', (id) => [`/v1/cases/${id}`]],
    ['a case’s trail', 'caseId', (id) => [`/v1/cases/${id}/audit-trail`]],
    ['a person in the path', 'subjectId', (id) => [`/v1/subjects/${id}`]],
    ['a person’s coordination', 'subjectId', (id) => [`/v1/subjects/${id}/coordination`]],
    [
      'a case to complete',
      'caseId',
      (id) => [`/v1/cases/${id}/application/completion`, { what: ['SIGNATURE'] }],
    ],
    ['a case to withdraw', 'caseId', (id) => [`/v1/cases/${id}/withdrawal`, { withdrawnBy: 'SUBJECT' }]],
    [
      'a case to convene',
      'caseId',
      (id) => [`/v1/cases/${id}/meetings`, { meetsOn: '2026-01-27', convenedOn: '2026-01-15' }],
    ],
    ['a case to correct', 'caseId', (id) => [`/v1/cases/${id}/corrections`, wrong(there.eventId)]],
    ['a person to correct', 'subjectId', (id) => [`/v1/subjects/${id}/corrections`, wrong(there.eventId)]],
    [
      'a person to consent',
      'subjectId',
      (id) => [`/v1/subjects/${id}/consents`, { scopes: ['PLAN'], givenBy: 'SUBJECT' }],
    ],
    [
      'a person in a new case',
      'subjectId',
      (id) => ['/v1/cases', { opening: 'NEED', subjectId: id, receivedOn: '2026-01-03', channel: 'PHONE' }],
    ],
    [
      'a plan',
      'planId',
      (id) => [`/v1/plans/${id.includes('.') ? id : `${id}.1`}/closure`, { reasonCode: 'MOVED' }],
    ],
    ['an event in a correction', 'eventId', (id) => [`/v1/cases/${here.caseId}/corrections`, wrong(id)]],
    [
      'an event in a person’s correction',
      'eventId',
      (id) => [`/v1/subjects/${here.subjectId}/corrections`, wrong(id)],
    ],
    ['a consent', 'consentId', (id) => [`/v1/subjects/${here.subjectId}/consents/${id}/withdrawal`, {}]],
    [
      'an appointment',
      'appointmentId',
      (id) => [`/v1/subjects/${here.subjectId}/coordinators/${id}/end`, { reasonCode: 'OWN_WISH' }],
    ],
    [
      'a member',
      'memberId',
      (id) => [`/v1/subjects/${here.subjectId}/group/members/${id}/departure`, { reasonCode: 'OWN_WISH' }],
    ],
    [
      'a case behind an appointment',
      'caseId',
      (id) => [
        `/v1/subjects/${bare}/coordinators`,
        { ...appointment, caseId: id, coordinatorId: here.partyId },
      ],
    ],
    [
      'a coordinator',
      'partyId',
      (id) => [
        `/v1/subjects/${here.subjectId}/coordinators`,
        { ...appointment, caseId: here.caseId, coordinatorId: id },
      ],
    ],
    [
      'a case behind a plan',
      'caseId',
      (id) => [`/v1/subjects/${bare}/plans`, { caseId: id, withSubject: true }],
    ],
    [
      'who maps',
      'partyId',
      (id) => [`/v1/cases/${here.caseId}/mapping-assignments`, { assigneeId: id, assignedOn: '2026-01-07' }],
    ],
    [
      'who has mapped',
      'partyId',
      (id) => [
        `/v1/cases/${here.caseId}/mapping-completion`,
        { performerId: id, competenceBasis: 'PROFESSION', completedOn: '2026-01-08' },
      ],
    ],
    [
      'a party that joins',
      'partyId',
      (id) => [`/v1/subjects/${here.subjectId}/group/members`, { partyId: id, memberRole: 'NURSE' }],
    ],
  ])('another municipality’s id is as good as none: %s', async (_where, of, send) => {
    expect([404, 409]).toContain(await likeUnknown(worker, send, there[of]));
  });

  it('another municipality’s case is not taken to a meeting', async () => {
    const called = { meetsOn: '2026-01-27', convenedOn: '2026-01-15', caseIds: [there.caseId] };
    const { body } = await worker.post(`/v1/cases/${await openCase()}/meetings`, called);
    expect(body.cases[1]).toEqual({ caseId: there.caseId, refused: 'casework/no-such-case' });
  });

  it('another municipality’s place in a list or in the log opens nothing', async () => {
    const stranger = await ApiClient.as(app.url, 'CASEWORKER', '9999');
    for (const [path, list] of [
      ['/v1/cases', 'cases'],
      ['/v1/coordination', 'coordination'],
      [`/v1/cases/${here.caseId}/audit-trail`, 'entries'],
    ] as const) {
      const { next } = done(await worker.get(`${path}?limit=1`));
      const { status, body } = await stranger.get(`${path}?after=${next}&readAfter=${here.readAfter}`);
      const ids = JSON.stringify(body[list] ?? []);
      expect([path, [200, 404].includes(status), ids.includes(here.subjectId)]).toEqual([path, true, false]);
    }
  });

  it('a filter by another’s id finds nothing', async () => {
    for (const path of [
      `/v1/cases?subjectId=${there.subjectId}`,
      `/v1/coordination?subjectId=${there.subjectId}`,
      `/v1/coordination?coordinatorId=${there.partyId}`,
    ]) {
      const { cases, coordination } = done(await worker.get(path));
      expect([path, cases ?? coordination]).toEqual([path, []]);
    }
  });

  it('a search finds the own municipality’s persons only', async () => {
    expect(done(await worker.post('/v1/person-searches', { name: 'Fremmedsen' })).persons).toEqual([]);
    expect(done(await worker.post('/v1/person-searches', { name: 'Hjemmesen' })).persons).toHaveLength(1);
  });

  it('a leader and an auditor search too; a coordinator has nobody to search for', async () => {
    const search = async (role: string) =>
      (await ApiClient.as(app.url, role)).post('/v1/person-searches', { name: 'Hjemmesen' });
    for (const role of ['LEADER', 'AUDITOR']) expect(done(await search(role)).persons).toHaveLength(1);
    expect((await search('COORDINATOR')).status).toBe(403);
  });

  it('a coordinator reads own persons, and of others not even that they are there', async () => {
    for (const path of [
      `/v1/cases/${own.caseId}`,
      `/v1/cases/${own.caseId}/audit-trail`,
      `/v1/subjects/${own.subjectId}`,
      `/v1/subjects/${own.subjectId}/coordination`,
    ]) {
      expect([path, (await me.get(path)).status]).toEqual([path, 200]);
    }
    for (const send of [
      (id: string) => [`/v1/cases/${id}`] as const,
      (id: string) => [`/v1/cases/${id}/audit-trail`] as const,
    ]) {
      expect(await likeUnknown(me, send, here.caseId)).toBe(404);
    }
    for (const send of [
      (id: string) => [`/v1/subjects/${id}`] as const,
      (id: string) => [`/v1/subjects/${id}/coordination`] as const,
    ]) {
      expect(await likeUnknown(me, send, here.subjectId)).toBe(404);
    }
    for (const path of ['/v1/cases', '/v1/coordination', `/v1/coordination?coordinatorId=${here.partyId}`]) {
      expect(JSON.stringify(done(await me.get(path)))).not.toMatch(/Hjemmesen|Fremmedsen/);
    }
  });

  it('a coordinator who looks before being registered sees nothing, and is appointed later all the same', async () => {
    const early = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'testa-early');
    expect(done(await early.get('/v1/cases')).cases).toEqual([]);
    expect((await early.get(`/v1/cases/${here.caseId}`)).status).toBe(404);
    const steps = new Procedure(worker);
    const login = { issuer: 'samspor-demo', subject: 'testa-early' };
    const theirs = await lived(worker, steps, 'Ventetsen', await steps.staffWith(login, 'Testa Tidlig'));
    const { cases } = done(await early.get(`/v1/cases?readAfter=${theirs.readAfter}`));
    expect(cases.map(({ caseId }: { caseId: string }) => caseId)).toEqual([theirs.caseId]);
  });

  it.each(['COORDINATOR', 'AUDITOR'])('a %s registers nobody who works here', async (role) => {
    const somebody = await ApiClient.as(app.url, role, '1576', 'testa-k');
    const answer = await somebody.post('/v1/parties', { kind: 'STAFF', name: 'Testa' });
    expect(answer.status).toBe(403);
  });

  it.each(['COORDINATOR', 'LEADER', 'AUDITOR'])(
    'a %s writes nothing on a person, not even on own ones',
    async (role) => {
      const somebody = await ApiClient.as(app.url, role, '1576', 'testa-k');
      const end = await app.lastRecorded();
      for (const [path, body] of [
        ['/v1/subjects', { givenName: 'Testine', familyName: 'Prøvesen' }],
        [
          '/v1/cases',
          { opening: 'NEED', subjectId: own.subjectId, receivedOn: '2026-01-03', channel: 'PHONE' },
        ],
        [`/v1/cases/${own.caseId}/corrections`, wrong(own.eventId)],
        [`/v1/subjects/${own.subjectId}/corrections`, wrong(own.eventId)],
        [`/v1/subjects/${own.subjectId}/consents`, { scopes: ['PLAN'], givenBy: 'SUBJECT' }],
        [`/v1/plans/${own.planId}/closure`, { reasonCode: 'MOVED' }],
      ] as const) {
        expect([path, (await somebody.post(path, body)).status]).toEqual([path, 403]);
      }
      expect(await app.lastRecorded()).toBe(end);
    },
  );

  it('E3 an auditor finds persons by name and number and cases by person and date, and so their trails', async () => {
    const auditor = await ApiClient.as(app.url, 'AUDITOR');
    const found = async (search: object) =>
      done(await auditor.post('/v1/person-searches', search)).persons.map(
        ({ subjectId, familyName }: Record<string, unknown>) => [subjectId, familyName],
      );
    expect(await found({ name: 'hjemmesen' })).toEqual([
      [here.subjectId, expect.stringMatching(/^Hjemmesen/)],
    ]);
    expect(await found({ name: 'fremmedsen' })).toEqual([]);
    const identityNumber = testNumber(431);
    const subjectId = await new Procedure(worker).person({ identityNumber, familyName: 'Revidertsen' });
    const opened = done(
      await worker.post('/v1/cases', {
        opening: 'APPLICATION',
        subjectId,
        items: ['GROUP'],
        receivedOn: '2019-04-05',
        channel: 'LETTER',
        signed: true,
      }),
    );
    expect(await found({ identityNumber })).toEqual([[subjectId, 'Revidertsen']]);
    const casesOf = async (query: string) =>
      done(await auditor.get(`/v1/cases?${query}&readAfter=${opened.readAfter}`)).cases;
    for (const query of [`subjectId=${subjectId}`, 'receivedFrom=2019-04-05&receivedTo=2019-04-05']) {
      expect(await casesOf(query)).toMatchObject([
        { caseId: opened.caseId, subject: { subjectId, familyName: 'Revidertsen' } },
      ]);
    }
    expect(await casesOf(`subjectId=${there.subjectId}`)).toEqual([]);
    const trail = done(await auditor.get(`/v1/cases/${opened.caseId}/audit-trail`));
    expect(trail.extract).toMatchObject({
      subject: { familyName: 'Revidertsen' },
      by: { name: 'Testmund Revisor', role: 'AUDITOR' },
    });
  });

  it('an auditor reads trails and the lists that lead to them, and nothing else of anybody', async () => {
    const auditor = await ApiClient.as(app.url, 'AUDITOR');
    expect((await auditor.get(`/v1/cases/${here.caseId}/audit-trail`)).status).toBe(200);
    expect((await auditor.get(`/v1/cases/${there.caseId}/audit-trail`)).status).toBe(404);
    for (const path of [`/v1/cases/${here.caseId}`, '/v1/coordination', `/v1/subjects/${here.subjectId}`]) {
      expect([path, (await auditor.get(path)).status]).toEqual([path, 403]);
    }
  });

  it('a key that came before with another body ties no login to the party', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const path = `/v1/parties/${await new Procedure(worker).party('Testa Ansatt')}/logins`;
    const admin = await ApiClient.as(app.url, 'ADMIN');
    const bind = (subject: string) =>
      admin.post(path, { issuer: 'https://oidc.example', subject }, { headers });
    const first = await bind('first');
    expect(first.status).toBe(201);
    expect((await bind('second')).status).toBe(422);
    const known = (subject: string) =>
      app.parts.vault.parties.known({ tenant: '1576', issuer: 'https://oidc.example', subject });
    expect([await known('first'), await known('second')]).toEqual([first.body.partyId, undefined]);
  });

  it('the history of a life names everybody in it, in both languages, struck-out entries too', async () => {
    const ended = { leftOn: '2026-03-04', reasonCode: 'OWN_WISH' };
    const path = `/v1/subjects/${here.subjectId}/group/members/${here.memberId}/departure`;
    const { events } = done(await worker.post(path, ended));
    const marked = done(
      await worker.post(`/v1/subjects/${here.subjectId}/corrections`, wrong(events[0].eventId)),
    );
    const trail = `/v1/cases/${here.caseId}/audit-trail`;
    for (const [language, left, error] of [
      [
        'nb',
        'Testa Hjemmesen gikk ut av ansvarsgruppa 4. mars 2026',
        '«Medlem gikk ut av gruppa» (4. mars 2026) ble merket',
      ],
      [
        'nn',
        'Testa Hjemmesen gjekk ut av ansvarsgruppa 4. mars 2026',
        '«Medlem gjekk ut av gruppa» (4. mars 2026) vart merkt',
      ],
    ] as const) {
      const headers = { 'accept-language': language };
      const { entries } = done(await worker.get(`${trail}?readAfter=${marked.readAfter}`, { headers }));
      const sentences: readonly string[] = entries.map(({ sentence }: { sentence: string }) => sentence);
      expect(sentences.filter((one) => one.startsWith(left))).toHaveLength(1);
      expect(sentences.filter((one) => one.startsWith(error))).toHaveLength(1);
      for (const one of sentences) expect(one).not.toMatch(/[A-Z]{2,}_|undefined|[0-9a-f]{8}-/);
      const csv = await worker.get(trail, { headers: { ...headers, accept: 'text/csv' } });
      expect(csv.body).toContain(
        `Testine Saksbehandler;${language === 'nb' ? 'saksbehandler' : 'saksbehandlar'};`,
      );
      expect(csv.body).toMatch(/;2026-03-04;|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d Testine Saksbehandler: Prøve/);
      expect(csv.body).not.toMatch(/CASEWORKER|\d\d:\d\d\.\d{3}Z/);
    }
  });

  const openCase = async () =>
    done(
      await worker.post('/v1/cases', {
        opening: 'NEED',
        subjectId: here.subjectId,
        receivedOn: '2026-01-03',
        channel: 'PHONE',
        subjectWishes: 'YES',
      }),
    ).caseId;
});
