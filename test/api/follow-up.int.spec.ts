import { ApiClient, demoKey } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure } from './procedure.js';

interface Task {
  readonly dueOn: string;
  readonly subject: { readonly subjectId: string };
}
type Body = Readonly<Record<string, unknown>>;

/** A person whom Testa coordinates; the unit's caseworker, and the leader of a unit that has promised something. */
describe('The follow-up of a person', () => {
  let app: TestApp;
  let worker: ApiClient;
  let testa: ApiClient;
  let other: ApiClient;
  let subjectId: string;
  let coordinatorId: string;
  let teacherId: string;
  const path = (rest = '') => `/v1/subjects/${subjectId}/follow-up${rest}`;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576'] });
    const login = async (role: string, sub: string, unit?: string) => {
      const asked = { key: demoKey, role, municipality: '1576', sub, unit };
      const { body } = await new ApiClient(app.url).post('/demo/token', asked);
      return new ApiClient(app.url, body.accessToken as string);
    };
    worker = await login('CASEWORKER', 'follow-worker');
    testa = await login('COORDINATOR', 'follow-testa');
    other = await login('COORDINATOR', 'follow-other');
    const steps = new Procedure(worker);
    coordinatorId = await steps.staffWith(
      { issuer: 'samspor-demo', subject: 'follow-testa' },
      'Testa Koordinator',
    );
    teacherId = await steps.party('Testo Lærer');
    subjectId = await steps.person({ familyName: 'Oppfølgingsen' });
    const caseId = await steps.application(subjectId);
    await steps.consent(subjectId);
    await steps.decision(caseId, await steps.meeting(caseId));
    const appointed = { coordinatorId, caseId, validFrom: '2026-02-01', wishFollowed: 'YES' };
    done(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointed));
  }, 120_000);
  afterAll(() => app?.stop());

  const call = {
    meetsOn: '2026-02-16',
    startsAt: '09:00',
    place: 'Samtalerom 2, psykiatrisk',
    matters: 'Hvem ordner skyss?',
    invitedAs: 'SUBJECT',
    preparedWithPerson: 'YES',
    calledOn: '2026-02-02',
  };
  const called = async (fields: Body = {}) =>
    done(await testa.post(path('/meetings'), { ...call, ...fields }));
  const read = async (client: ApiClient, readAfter: string) =>
    done(await client.get(path(`?readAfter=${readAfter}`)));

  it('has a meeting with minutes and a promise, which the unit knows of and the coordinator reads (A11, F16)', async () => {
    const { meetingId } = await called();
    const invited = { partyId: teacherId, side: 'SCHOOL', matter: 'Skyss', invitedOn: '2026-02-03' };
    const { invitationId } = done(await testa.post(path(`/meetings/${meetingId}/invitations`), invited));
    const taker = { partyId: teacherId, delegatedOn: '2026-02-10' };
    done(await testa.post(path(`/meetings/${meetingId}/minute-taker`), taker));
    const attendance = {
      heldOn: '2026-02-16',
      participation: 'PRESENT',
      coordinatorsPresent: [coordinatorId],
      present: [invitationId],
    };
    done(await testa.post(path(`/meetings/${meetingId}/attendance`), attendance));
    const minutes = { text: 'Skolen søker om skyss.', writtenOn: '2026-02-17' };
    done(await testa.post(path(`/meetings/${meetingId}/minutes`), minutes));
    const promise = {
      what: 'Søke om skyss',
      by: 'PARTY',
      partyId: teacherId,
      unit: 'SCHOOL',
      dueOn: '2026-02-27',
      meetingId,
      madeOn: '2026-02-16',
    };
    const { promiseId } = done(await testa.post(path('/promises'), promise));
    const moved = { dueOn: '2026-03-06', movedOn: '2026-02-26' };
    const { readAfter } = done(await testa.post(path(`/promises/${promiseId}/moves`), moved));

    const own = await read(testa, readAfter);
    expect(own).toMatchObject({ readsNotes: true, metOn: '2026-02-16' });
    expect(own.meetings[0]).toMatchObject({
      kind: 'COORDINATION',
      matters: 'Hvem ordner skyss?',
      minutes: 'Skolen søker om skyss.',
      minutesBy: { partyId: teacherId, name: 'Testo Lærer' },
      coordinators: [{ partyId: coordinatorId }],
      invitations: [{ party: { partyId: teacherId }, matter: 'Skyss', came: true }],
    });
    expect(own.promises).toMatchObject([{ promiseId, what: 'Søke om skyss', timesMoved: 1, state: 'OPEN' }]);

    const units = await read(worker, readAfter);
    expect(units).toMatchObject({ readsNotes: false, metOn: '2026-02-16' });
    expect(units.meetings[0]).toMatchObject({
      participation: 'PRESENT',
      hasMinutes: true,
      minutes: null,
      matters: null,
      place: null,
      invitations: [{ matter: null }],
    });
    expect((await other.get(path(`?readAfter=${readAfter}`))).status).toBe(404);
  });

  it('has no meeting of professionals without a reason and the person’s part in it (F19)', async () => {
    const { invitedAs: _, preparedWithPerson: __, ...fields } = call;
    const without = await testa.post(path('/professional-meetings'), fields);
    expect([without.status, without.body.type]).toEqual([400, 'invalid-body']);
    const said = { ...fields, reasonCode: 'PREPARE_TRANSITION' };
    expect((await testa.post(path('/professional-meetings'), said)).status).toBe(400);
    const whole = { ...said, involvement: 'INFORMED', involvedBy: 'Ringte på forhånd' };
    expect((await testa.post(path('/professional-meetings'), whole)).status).toBe(201);
  });

  it('calls nobody else in without a consent to sharing', async () => {
    const { consents } = done(await worker.get(`/v1/subjects/${subjectId}/coordination`));
    const [{ consentId }] = consents as [{ consentId: string }];
    const { meetingId } = await called({ meetsOn: '2099-06-01', calledOn: undefined });
    const withdrawal = { scopes: ['SHARE'], withdrawnBy: 'SUBJECT' };
    done(await worker.post(`/v1/subjects/${subjectId}/consents/${consentId}/withdrawal`, withdrawal));
    const answer = await testa.post(path(`/meetings/${meetingId}/invitations`), {
      name: 'Tiril Prøvesen',
      side: 'HOSPITAL',
      matter: 'Utskriving',
    });
    expect([answer.status, answer.body.type]).toEqual([409, 'follow-up/no-consent']);
  });

  it('has notes of contact that whoever coordinates takes and reads, and nobody else (F15)', async () => {
    const note = { contactOn: '2026-02-20', direction: 'IN', side: 'GP', text: 'Spurte om timen' };
    expect((await worker.post(path('/contact-notes'), note)).status).toBe(403);
    expect((await other.post(path('/contact-notes'), note)).status).toBe(404);
    const { readAfter } = done(await testa.post(path('/contact-notes'), note));
    expect((await read(testa, readAfter)).notes).toMatchObject([{ side: 'GP', text: 'Spurte om timen' }]);
    expect((await read(worker, readAfter)).notes).toEqual([]);
    const trail = done(await testa.get(path('/audit-trail')));
    expect(JSON.stringify(trail)).toContain('Spurte om timen');
    expect((await worker.get(path('/audit-trail'))).status).toBe(403);
  });

  it('lists promises by unit and by day, also as a file', async () => {
    const due = { what: 'Kartlegge hjelpemidler', by: 'UNIT', unit: 'HOME_CARE', dueOn: '2026-02-20' };
    const { promiseId, readAfter } = done(
      await worker.post(path('/promises'), { ...due, madeOn: '2026-02-10' }),
    );
    const list = `/v1/promises?unit=HOME_CARE&overdue=true&readAfter=${readAfter}`;
    expect(done(await worker.get(list)).promises).toMatchObject([
      { promiseId, subject: { subjectId }, unit: 'HOME_CARE', what: 'Kartlegge hjelpemidler' },
    ]);
    const csv = await worker.get(list, { headers: { accept: 'text/csv' } });
    expect(csv.body).toContain('Kartlegge hjelpemidler');
    expect(done(await other.get('/v1/promises')).promises).toEqual([]);
    done(await testa.post(path(`/promises/${promiseId}/fulfilment`), {}));
    const ended = await testa.post(path(`/promises/${promiseId}/end`), { end: 'NOT_KEPT', reason: 'Nei' });
    expect([ended.status, ended.body.type]).toEqual([409, 'follow-up/promise-ended']);
  });

  it('has a task for the coordinator when a promise is overdue, until it is kept (A2, F13)', async () => {
    const said = { what: 'Ringe Nav', by: 'SUBJECT', madeOn: '2026-02-10', dueOn: '2026-02-19' };
    const { promiseId, readAfter } = done(await testa.post(path('/promises'), said));
    const waiting = async (of: ApiClient, after: string) =>
      (
        done(await of.get(`/v1/tasks?mine=true&kind=PROMISE_OVERDUE&readAfter=${after}`)).tasks as Task[]
      ).filter(({ subject }) => subject.subjectId === subjectId);
    expect(await waiting(testa, readAfter)).toMatchObject([
      { dueOn: '2026-02-19', overdue: true, for: { party: { partyId: coordinatorId } } },
    ]);
    expect(await waiting(other, readAfter)).toEqual([]);
    const kept = done(await testa.post(path(`/promises/${promiseId}/fulfilment`), {}));
    const left = await waiting(testa, kept.readAfter as string);
    expect(left.map(({ dueOn }) => dueOn)).not.toContain('2026-02-19');
  });

  it('has a calendar file that tells of nobody', async () => {
    const { meetingId, readAfter } = await called({ meetsOn: '2099-07-01', calledOn: undefined });
    const file = `${path(`/meetings/${meetingId}/calendar`)}?readAfter=${readAfter}`;
    const { body: text, headers } = await testa.get(file);
    expect(headers.get('content-type')).toContain('text/calendar');
    expect(text).toContain('DTSTART:20990701T070000Z');
    expect(text).not.toMatch(/Oppfølgingsen|psykiatrisk|skyss/);
    expect((await testa.get(`${file}&withPlace=true`)).body).toContain(
      'LOCATION:Samtalerom 2\\, psykiatrisk',
    );
  });

  it('is put right by whoever coordinates', async () => {
    const { meetingId, events } = await called({ meetsOn: '2099-08-01', calledOn: undefined });
    const eventId = (events as [{ eventId: string }])[0].eventId;
    const correction = { eventId, changed: { matters: 'Skyss og SFO' }, reason: 'Glemte noe' };
    expect((await worker.post(path('/corrections'), correction)).status).toBe(403);
    const { readAfter } = done(await testa.post(path('/corrections'), correction));
    const { meetings } = await read(testa, readAfter);
    expect(meetings.find((one: { meetingId: string }) => one.meetingId === meetingId)).toMatchObject({
      matters: 'Skyss og SFO',
    });
  });
});
