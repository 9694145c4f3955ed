import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { done, Procedure, testNumber } from './procedure.js';

/** What a correction may change, and how it is answered: alike for a case, a registration and a person's coordination. */
describe('a correction', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  type Changed = Readonly<Record<string, unknown>>;
  const correct = (path: string, eventId: string, changed: Changed) =>
    worker.post(`${path}/corrections`, { eventId, changed, reason: 'Skrevet feil.' });
  const trailOf = async (caseId: string, readAfter: string) =>
    done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`)).entries as readonly {
      readonly eventId: string;
      readonly type: string;
      readonly sentence: string;
    }[];
  const eventOf = async (caseId: string, type: string, readAfter: string) =>
    (await trailOf(caseId, readAfter)).find((entry) => entry.type === type)?.eventId ?? '';

  it('with what the event cannot hold is 400 with the field’s path, wherever the event stands', async () => {
    const { caseId, subjectId, readAfter } = await steps.granted();
    const wrongs: readonly [string, string, Changed, string][] = [
      ['ApplicationReceived', `/v1/cases/${caseId}`, { channel: 'PIGEON' }, 'changed.channel'],
      ['ApplicationReceived', `/v1/cases/${caseId}`, { receivedOn: '2026-02-30' }, 'changed.receivedOn'],
      ['ApplicationReceived', `/v1/cases/${caseId}`, { caseId: 'other' }, 'changed.caseId'],
      ['ApplicationReceived', `/v1/cases/${caseId}`, { signed: null }, 'changed.signed'],
      ['DecisionMade', `/v1/cases/${caseId}`, { items: [{ item: 'PIGEON' }] }, 'changed.items.0.item'],
      [
        'SubjectRegistered',
        `/v1/subjects/${subjectId}`,
        { protectedAddress: null },
        'changed.protectedAddress',
      ],
      ['SubjectRegistered', `/v1/subjects/${subjectId}`, { birthDate: '2026-02-30' }, 'changed.birthDate'],
      ['SubjectRegistered', `/v1/subjects/${subjectId}`, { nickname: 'Testa' }, 'changed.nickname'],
      ['ConsentGiven', `/v1/subjects/${subjectId}`, { scopes: ['PIGEON'] }, 'changed.scopes.0'],
      ['ConsentGiven', `/v1/subjects/${subjectId}`, { consentId: 'other' }, 'changed.consentId'],
    ];
    for (const [type, path, changed, at] of wrongs) {
      const { status, body } = await correct(path, await eventOf(caseId, type, readAfter), changed);
      expect([type, status, body.type]).toEqual([type, 400, 'invalid-body']);
      expect(body.errors.map((error: { path: string }) => error.path)).toContain(at);
      expect(JSON.stringify(body)).not.toMatch(/PIGEON|2026-02-30|Testa/);
    }
  });

  it('puts right who mapped, also after the decision, if that party is registered', async () => {
    const [wrong, right] = [await steps.party('Testa Feil'), await steps.party('Testolf Rett')];
    const subjectId = await steps.person();
    const caseId = await steps.application(subjectId);
    const { events } = await steps.mapping(caseId, wrong);
    await steps.decision(caseId, await steps.meeting(caseId));
    const path = `/v1/cases/${caseId}`;
    const [{ eventId }] = events;
    expect(await correct(path, eventId, { performerId: 'nobody' })).toMatchObject({
      status: 409,
      body: { type: 'casework/unknown-party' },
    });
    const { readAfter } = done(await correct(path, eventId, { performerId: right, summary: null }));
    const told = (await trailOf(caseId, readAfter)).find(({ type }) => type === 'MappingCompletedCorrected');
    expect(told?.sentence).toMatch(
      /den som kartla: fra Testa Feil til Testolf Rett; sammendrag ble fjernet \(var «Trenger hjelp/,
    );
  });

  it('puts right which meeting decided', async () => {
    const { caseId, readAfter } = await steps.granted();
    const eventId = await eventOf(caseId, 'DecisionMade', readAfter);
    const changes = [{ meetingId: 'elsewhere' }, { meetingId: null }];
    const codes = changes.map(
      async (changed) => (await correct(`/v1/cases/${caseId}`, eventId, changed)).body.type,
    );
    expect(await Promise.all(codes)).toEqual(['casework/meeting-not-convened', 'casework/meeting-not-named']);
  });

  it('puts right who coordinates and on which case it rests', async () => {
    const { caseId, subjectId } = await steps.granted();
    const other = await steps.application(subjectId);
    const [wrong, right] = [await steps.party('Testa Feil'), await steps.party('Testolf Rett')];
    await steps.coordinator(subjectId, caseId, wrong);
    const { readAfter } = await steps.decision(other, await steps.meeting(other));
    const path = `/v1/subjects/${subjectId}`;
    const eventId = await eventOf(caseId, 'CoordinatorAppointed', readAfter);
    expect(await correct(path, eventId, { caseId: 'nowhere' })).toMatchObject({
      status: 409,
      body: { type: 'coordination/not-granted' },
    });
    expect(await correct(path, eventId, { coordinatorId: 'nobody' })).toMatchObject({
      status: 409,
      body: { type: 'coordination/unknown-party' },
    });
    const corrected = done(await correct(path, eventId, { coordinatorId: right, caseId: other, unit: null }));
    const { body } = await worker.get(`${path}/coordination?readAfter=${corrected.readAfter}`);
    expect(body).toMatchObject({
      coordinator: { partyId: right },
      appointments: [{ coordinator: { partyId: right }, caseId: other, unit: null }],
    });
  });

  it('empties a due date and a birth date', async () => {
    const mapper = await steps.party('Testa Kartlegger');
    const registered = done(
      await worker.post('/v1/subjects', {
        givenName: 'Testine',
        familyName: 'Prøvesen',
        birthDate: '1990-01-02',
      }),
    );
    const { subjectId } = registered;
    const caseId = await steps.application(subjectId);
    const assigned = done(
      await worker.post(`/v1/cases/${caseId}/mapping-assignments`, {
        assigneeId: mapper,
        assignedOn: '2026-01-07',
        dueOn: '2026-01-08',
      }),
    );
    const undue = done(await correct(`/v1/cases/${caseId}`, assigned.events[0].eventId, { dueOn: null }));
    const seen = done(await worker.get(`/v1/cases/${caseId}?readAfter=${undue.readAfter}`));
    expect(seen).toMatchObject({ assignee: { partyId: mapper }, dueOn: null });

    const path = `/v1/subjects/${subjectId}`;
    const undated = done(await correct(path, registered.events[0].eventId, { birthDate: null }));
    const person = done(await worker.get(`${path}?readAfter=${undated.readAfter}`));
    expect([person.birthDate, person.birthYear]).toEqual([null, null]);
  });

  it('takes a second registration back, unless something rests on it', async () => {
    const person = { givenName: 'Testine', familyName: 'Dobbelregistrert' };
    const { subjectId, events } = done(await worker.post('/v1/subjects', person));
    const path = `/v1/subjects/${subjectId}`;
    const duplicate = {
      eventId: events[0].eventId,
      recordedInError: { reasonCode: 'DUPLICATE' },
      reason: 'Registrert to ganger.',
    };
    await steps.consent(subjectId);
    const caseId = await steps.application(subjectId);
    const resting = await worker.post(`${path}/corrections`, duplicate);
    expect(resting).toMatchObject({ status: 409, body: { type: 'subject/rests-on' } });
    expect(resting.body.restsOn).toMatchObject([{ type: 'ApplicationReceived' }, { type: 'ConsentGiven' }]);

    const [application, consent] = resting.body.restsOn as { readonly eventId: string }[];
    done(await worker.post(`${path}/corrections`, { ...duplicate, eventId: consent?.eventId }));
    const still = await worker.post(`${path}/corrections`, duplicate);
    expect(still.body.restsOn).toMatchObject([{ type: 'ApplicationReceived' }]);
    const ofCase = { ...duplicate, eventId: application?.eventId };
    done(await worker.post(`/v1/cases/${caseId}/corrections`, ofCase));
    const taken = done(await worker.post(`${path}/corrections`, duplicate));
    expect((await worker.get(`${path}?readAfter=${taken.readAfter}`)).status).toBe(404);
    const { persons } = done(await worker.post('/v1/person-searches', { name: person.familyName }));
    expect(persons).toEqual([]);
    const again = done(await worker.post('/v1/subjects', person));
    expect(again.warnings).toEqual([]);

    const scopes = { scopes: ['PLAN'], givenBy: 'SUBJECT', givenOn: '2026-01-05' };
    expect((await worker.post(`${path}/consents`, scopes)).body.type).toBe('subject/no-such-subject');
    const back = { ...duplicate, eventId: taken.events[0].eventId };
    done(await worker.post(`${path}/corrections`, back));
    expect((await worker.post(`${path}/consents`, scopes)).status).toBe(201);
  });

  it('may not let number and birth date tell two days', async () => {
    const { subjectId, events } = done(
      await worker.post('/v1/subjects', {
        givenName: 'Testine',
        familyName: 'Prøvesen',
        identityNumber: testNumber(300),
      }),
    );
    const refused = await correct(`/v1/subjects/${subjectId}`, events[0].eventId, {
      birthDate: '2015-01-02',
    });
    expect(refused).toMatchObject({ status: 409, body: { type: 'subject/birth-date-differs' } });
  });
});
