import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { done, Procedure, testNumber } from './procedure.js';

interface Entry {
  readonly eventId: string;
  readonly type: string;
  readonly sentence: string;
  readonly struckOut: unknown;
  readonly corrections: readonly unknown[];
}

describe('the main job', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '9999'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  const caseOf = async (caseId: string, readAfter: string) =>
    done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}`));
  const coordinationOf = async (subjectId: string, readAfter: string) =>
    done(await worker.get(`/v1/subjects/${subjectId}/coordination?readAfter=${readAfter}`));
  const trailOf = async (caseId: string, readAfter: string): Promise<readonly Entry[]> =>
    done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`)).entries;

  /** Without what the system notes of deadlines beside it, sooner or later. */
  const said = (entries: readonly Entry[]) => entries.filter(({ type }) => !type.startsWith('Deadline'));

  it('goes from a reported need to a closed plan, and is read back at each step', async () => {
    const mapper = await steps.party('Testa Kartlegger');
    const coordinator = await steps.party('Testmund Koordinator');
    const teacher = await steps.party('Testulf Lærer');
    const subjectId = await steps.person({ identityNumber: testNumber(100) });

    const need = done(
      await worker.post('/v1/cases', {
        opening: 'NEED',
        subjectId,
        receivedOn: '2026-01-03',
        channel: 'PHONE',
        subjectWishes: 'YES',
        need: 'Trenger noen som samordner.',
      }),
    );
    const { caseId } = need;
    expect(await caseOf(caseId, need.readAfter)).toMatchObject({
      status: 'NEED_NOTIFIED',
      subject: { subjectId, givenName: 'Testine', familyName: 'Prøvesen', birthYear: 1990 },
      need: 'Trenger noen som samordner.',
      openPoints: ['APPLICATION', 'CONSENT'],
    });

    await steps.mapping(caseId, mapper);
    const joined = done(
      await worker.post(`/v1/cases/${caseId}/application`, {
        items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
        receivedOn: '2026-01-16',
        channel: 'LETTER',
      }),
    );
    expect(await caseOf(caseId, joined.readAfter)).toMatchObject({
      status: 'MAPPED',
      openedOn: '2026-01-03',
      receivedOn: '2026-01-16',
      written: true,
      assignee: { partyId: mapper, name: 'Testa Kartlegger' },
      openPoints: ['SIGNATURE', 'CONSENT'],
    });

    const decided = await steps.decision(caseId, await steps.meeting(caseId));
    expect(await caseOf(caseId, decided.readAfter)).toMatchObject({
      status: 'DECIDED_NOT_NOTIFIED',
      outcomes: [
        { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' },
        { item: 'COORDINATOR', outcome: 'GRANTED' },
      ],
    });
    const notified = await steps.notification(caseId);
    expect(await caseOf(caseId, notified.readAfter)).toMatchObject({ status: 'NOTIFIED' });

    const withoutConsent = await worker.post(`/v1/subjects/${subjectId}/plans`, {
      caseId,
      startedOn: '2026-02-03',
      withSubject: true,
    });
    expect(withoutConsent.status).toBe(409);
    await steps.consent(subjectId);
    const appointmentId = await steps.coordinator(subjectId, caseId, coordinator);
    const planId = await steps.plan(subjectId, caseId);
    expect(planId).toBe(`${subjectId}.1`);
    const member = done(
      await worker.post(`/v1/subjects/${subjectId}/group/members`, {
        partyId: teacher,
        memberRole: 'TEACHER',
        joinedOn: '2026-02-04',
      }),
    );
    expect(await coordinationOf(subjectId, member.readAfter)).toMatchObject({
      activePlanId: planId,
      coordinator: { partyId: coordinator, name: 'Testmund Koordinator' },
      withoutCoordinatorSince: null,
      members: [{ memberId: member.memberId, party: { name: 'Testulf Lærer' }, memberRole: 'TEACHER' }],
    });

    done(
      await worker.post(`/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`, {
        releasedOn: '2026-03-01',
        reasonCode: 'LEFT_POSITION',
      }),
    );
    await eventually(async () => {
      const { gaps } = done(await worker.get(`/v1/subjects/${subjectId}/coordination`));
      expect(gaps).toMatchObject([{ kind: 'ORDINARY', since: '2026-03-01' }]);
    });
    const { coordination } = done(
      await worker.get(`/v1/coordination?withoutCoordinator=true&subjectId=${subjectId}`),
    );
    expect(coordination).toMatchObject([{ subject: { subjectId }, withoutCoordinatorSince: '2026-03-01' }]);

    done(
      await worker.post(`/v1/subjects/${subjectId}/group/members/${member.memberId}/departure`, {
        leftOn: '2026-04-01',
        reasonCode: 'OWN_WISH',
      }),
    );
    const closed = done(
      await worker.post(`/v1/plans/${planId}/closure`, {
        closedOn: '2026-04-02',
        reasonCode: 'NEED_CEASED',
        personAgrees: true,
      }),
    );
    expect(await coordinationOf(subjectId, closed.readAfter)).toMatchObject({
      activePlanId: null,
      plans: [{ planId, closedOn: '2026-04-02', reasonCode: 'NEED_CEASED' }],
    });

    const trail = await trailOf(caseId, closed.readAfter);
    // In the order of the days on which it happened; the person was registered last, today.
    expect(said(trail).map(({ type }) => type)).toEqual([
      'NeedNotified',
      'ConsentGiven',
      'MappingAssigned',
      'MappingCompleted',
      'KeMeetingConvenedForCase',
      'ApplicationReceived',
      'CriterionAssessed',
      'CriterionAssessed',
      'DecisionMade',
      'DecisionNotified',
      'CoordinatorAppointed',
      'PlanStarted',
      'MemberJoinedGroup',
      'CoordinatorReleased',
      'CoordinatorGapDetected',
      'MemberLeftGroup',
      'PlanClosed',
      'SubjectRegistered',
    ]);
    expect(trail.find(({ type }) => type === 'CoordinatorAppointed')?.sentence).toContain(
      'Testmund Koordinator',
    );
  });

  it('tells its history in nynorsk, a page at a time, and as CSV', async () => {
    const { caseId, readAfter } = await steps.granted();
    const path = `/v1/cases/${caseId}/audit-trail`;
    const first = await worker.get(`${path}?limit=3&readAfter=${readAfter}`, {
      headers: { 'accept-language': 'nn' },
    });
    expect(first.headers.get('content-language')).toBe('nn');
    expect(first.body.entries).toHaveLength(3);
    expect(first.body.entries[0]).toMatchObject({ type: 'ConsentGiven', of: 'coordination' });
    expect(first.body.entries[1].sentence).toContain('kom inn');
    const rest = done(await worker.get(`${path}?limit=200&after=${first.body.next}`));
    expect(said(rest.entries)).toHaveLength(4);
    expect(rest.next).toBeUndefined();

    const csv = await worker.get(path, { headers: { accept: 'text/csv' } });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = String(csv.body).split('\r\n');
    expect(lines.slice(0, 6)).toEqual([
      expect.stringMatching(/^Saken gjelder;Testine Prøvesen \w+$/),
      'Kommune;"Aure, 1576"',
      expect.stringMatching(new RegExp(`^Saksnummer;\\d{4}/\\d+ \\(${caseId}\\)$`)),
      expect.stringMatching(/^Utskrift;\d{4}-\d\d-\d\d$/),
      'Skrevet ut av;"Testine Saksbehandler, saksbehandler"',
      '',
    ]);
    expect(lines[6]).toContain('Skjedde;Registrert;Hva');
    expect(lines.filter((line) => !/;(Frist|Det fristen) /.test(line))).toHaveLength(15);
    expect(first.body.extract).toMatchObject({
      subject: { givenName: 'Testine', disposed: false },
      municipality: { key: '1576', number: '1576', name: 'Aure' },
      by: { name: 'Testine Saksbehandler', role: 'CASEWORKER' },
      madeOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  it('takes several cases to one meeting, and says which it could not take', async () => {
    const caseIds = await Promise.all([1, 2].map(async () => steps.application(await steps.person())));
    const [one = '', other = ''] = caseIds;
    const { body, status } = await worker.post(`/v1/cases/${one}/meetings`, {
      meetsOn: '2026-01-27',
      convenedOn: '2026-01-15',
      caseIds: [other, 'no-such-case'],
    });
    expect(status).toBe(201);
    expect(body.cases).toEqual([
      { caseId: one },
      { caseId: other },
      { caseId: 'no-such-case', refused: expect.stringMatching(/^casework\/no-such-/) },
    ]);
    expect(await caseOf(other, body.readAfter)).toMatchObject({ meetings: [{ meetingId: body.meetingId }] });
  });

  it('withdraws an application', async () => {
    const caseId = await steps.application(await steps.person());
    const { readAfter } = done(
      await worker.post(`/v1/cases/${caseId}/withdrawal`, {
        withdrawnBy: 'SUBJECT',
        withdrawnOn: '2026-01-09',
      }),
    );
    expect(await caseOf(caseId, readAfter)).toMatchObject({ status: 'WITHDRAWN', withdrawnOn: '2026-01-09' });
  });

  it('appoints and plans on live consent only, and says since when nobody coordinates', async () => {
    const { subjectId, caseId, readAfter } = await steps.granted();
    expect(await coordinationOf(subjectId, readAfter)).toMatchObject({
      coordinator: null,
      withoutCoordinatorSince: '2026-01-27',
      consentScopes: ['COORDINATOR', 'PLAN', 'REGISTER', 'SHARE'],
    });
    const [{ consentId }] = (await coordinationOf(subjectId, readAfter)).consents;
    const withdrawn = done(
      await worker.post(`/v1/subjects/${subjectId}/consents/${consentId}/withdrawal`, {
        withdrawnOn: '2026-01-30',
        reason: 'Ombestemt seg.',
      }),
    );
    expect(withdrawn.consentId).toBe(consentId);
    expect(await coordinationOf(subjectId, withdrawn.readAfter)).toMatchObject({
      consentScopes: [],
      consents: [{ consentId, withdrawnOn: '2026-01-30' }],
    });
    expect((await caseOf(caseId, withdrawn.readAfter)).openPoints).toContain('CONSENT');
    const coordinatorId = await steps.party('Testa Koordinator');
    for (const [path, body] of [
      ['coordinators', { coordinatorId, caseId, validFrom: '2026-02-01', wishFollowed: 'YES' }],
      ['plans', { caseId, withSubject: true, startedOn: '2026-02-03' }],
    ] as const) {
      const { status, body: refused } = await worker.post(`/v1/subjects/${subjectId}/${path}`, body);
      expect([path, status, refused.type]).toEqual([path, 409, expect.stringMatching(/consent/)]);
    }
  });

  it('keeps who decided apart from who typed it, item by item with its reason', async () => {
    const caseId = await steps.application(await steps.person(), { items: ['COORDINATOR', 'GROUP'] });
    const meetingId = await steps.meeting(caseId);
    const decision = (items: readonly object[]) => ({
      items,
      criteria: [
        { criterion: 'LONG_TERM', met: true, reason: 'Behovet varer.' },
        { criterion: 'COORDINATED', met: true, reason: 'To tjenester.' },
      ],
      decidedBy: { body: 'KE_MEETING', meetingId, decidedOn: '2026-01-27' },
      legalBasis: 'HOL_7_2',
    });
    const partly = { item: 'COORDINATOR', outcome: 'PARTLY', reason: 'For ett år.' };
    const path = `/v1/cases/${caseId}/decision`;
    expect((await worker.post(path, decision([partly]))).status).toBe(409);
    const archived = { ...decision([partly]), legalBasis: 'ARKIVLOVA' };
    expect(await worker.post(path, archived)).toMatchObject({
      status: 409,
      body: { type: 'casework/legal-basis-unfit', detail: expect.stringContaining('HOL_7_2') },
    });
    const refused = { item: 'GROUP', outcome: 'REFUSED', reason: 'Én tjeneste.' };
    const { readAfter } = done(await worker.post(path, decision([partly, refused])));
    expect(await caseOf(caseId, readAfter)).toMatchObject({
      decidedBy: 'KE_MEETING',
      decisionMeetingId: meetingId,
      outcomes: [partly, refused],
    });
    const { body } = await worker.get(`/v1/cases/${caseId}/audit-trail`);
    const entry = body.entries.find(({ type }: Entry) => type === 'DecisionMade');
    expect(entry).toMatchObject({
      occurredOn: '2026-01-27',
      actor: { role: 'CASEWORKER', name: 'Testine Saksbehandler' },
      sentence:
        'Søknaden ble avgjort i møte i koordinerende enhet (KOE) 27. januar 2026. Svar: brukerkoordinator delvis innvilget («For ett år.»); ' +
        'ansvarsgruppe avslått («Én tjeneste.»). Hjemmel: helse- og omsorgstjenesteloven § 7-2.',
    });
  });

  describe('a correction', () => {
    const eventOf = async (caseId: string, type: string, readAfter: string) =>
      (await trailOf(caseId, readAfter)).find((entry) => entry.type === type)?.eventId;

    it('of the received date shows in overview and trail, and is refused where later steps would not hold', async () => {
      const { caseId, readAfter } = await steps.granted();
      const eventId = await eventOf(caseId, 'ApplicationReceived', readAfter);
      const refused = await worker.post(`/v1/cases/${caseId}/corrections`, {
        eventId,
        changed: { receivedOn: '2026-02-20' },
        reason: 'Feil måned.',
      });
      expect(refused).toMatchObject({ status: 409, body: { type: 'casework/rests-on' } });
      expect(refused.body.restsOn.length).toBeGreaterThan(0);

      const corrected = done(
        await worker.post(`/v1/cases/${caseId}/corrections`, {
          eventId,
          changed: { receivedOn: '2026-01-02' },
          reason: 'Stemplet samme dag.',
        }),
      );
      const seen = await caseOf(caseId, corrected.readAfter);
      expect(seen.receivedOn).toBe('2026-01-02');
      expect(Number(seen.revision)).toBeGreaterThanOrEqual(5);
      const { cases } = done(await worker.get('/v1/cases?receivedTo=2026-01-02'));
      expect(cases.map((line: { caseId: string }) => line.caseId)).toContain(caseId);
      const trail = await trailOf(caseId, corrected.readAfter);
      expect(trail.find((entry) => entry.eventId === eventId)?.corrections).toMatchObject([
        {
          what: 'mottatt dato: fra 6. januar 2026 til 2. januar 2026',
          why: 'Stemplet samme dag.',
          by: { role: 'CASEWORKER', unit: 'KE' },
        },
      ]);
      const csv = await worker.get(`/v1/cases/${caseId}/audit-trail`, { headers: { accept: 'text/csv' } });
      expect(csv.body).toMatch(
        /: mottatt dato: fra 6\. januar 2026 til 2\. januar 2026 \(Stemplet samme dag\.\)/,
      );
    });

    it('with values that the event cannot hold is refused, naming them', async () => {
      const { caseId, readAfter } = await steps.granted();
      const eventId = await eventOf(caseId, 'ApplicationReceived', readAfter);
      for (const changed of [{ receivedOn: '2026-02-30' }, { channel: 'PIGEON' }, { caseId: 'other' }]) {
        const { status } = await worker.post(`/v1/cases/${caseId}/corrections`, {
          eventId,
          changed,
          reason: 'x',
        });
        expect([400, 409]).toContain(status);
      }
    });

    it('needs exactly one of right values and a mark of error', async () => {
      const { body, status } = await worker.post('/v1/cases/x/corrections', { eventId: 'e', reason: 'x' });
      expect([status, body.type]).toEqual([400, 'invalid-body']);
    });

    it('of an event that is not there is 404', async () => {
      const { caseId, subjectId } = await steps.granted();
      const body = { eventId: 'no-such', recordedInError: { reasonCode: 'DUPLICATE' }, reason: 'x' };
      expect((await worker.post(`/v1/cases/${caseId}/corrections`, body)).status).toBe(404);
      expect((await worker.post(`/v1/subjects/${subjectId}/corrections`, body)).status).toBe(404);
    });

    it('annuls a decision, unless an appointment rests on it', async () => {
      const { caseId, subjectId, readAfter } = await steps.granted();
      const eventId = await eventOf(caseId, 'DecisionMade', readAfter);
      const wrong = {
        eventId,
        recordedInError: { reasonCode: 'WRONG_CASE' },
        reason: 'Gjaldt en annen sak.',
      };
      await steps.coordinator(subjectId, caseId, await steps.party('Testa Koordinator'));
      const refused = await worker.post(`/v1/cases/${caseId}/corrections`, wrong);
      expect(refused).toMatchObject({ status: 409, body: { type: 'casework/rests-on' } });
      expect(refused.body.restsOn).toMatchObject([{ type: 'CoordinatorAppointed' }]);

      const appointed = await eventually(async () => {
        const entry = (await trailOf(caseId, readAfter)).find(({ type }) => type === 'CoordinatorAppointed');
        expect(entry).toBeDefined();
        return entry;
      });
      const annulled = done(
        await worker.post(`/v1/subjects/${subjectId}/corrections`, {
          eventId: appointed?.eventId,
          recordedInError: { reasonCode: 'WRONG_PERSON' },
          reason: 'Feil person.',
        }),
      );
      const after = await coordinationOf(subjectId, annulled.readAfter);
      expect(after.coordinator).toBeNull();
      expect(after.appointments).toEqual([]);

      const { readAfter: last } = done(await worker.post(`/v1/cases/${caseId}/corrections`, wrong));
      expect(await caseOf(caseId, last)).toMatchObject({ status: 'MEETING_CONVENED', decidedOn: null });
      const trail = await trailOf(caseId, last);
      expect(trail.find((entry) => entry.eventId === eventId)?.struckOut).toMatchObject({
        why: 'Gjaldt en annen sak.',
        by: { name: 'Testine Saksbehandler', role: 'CASEWORKER' },
        reasonCode: 'WRONG_CASE',
      });
    });

    it('annuls a closure, and the plan is active again', async () => {
      const { caseId, subjectId } = await steps.granted();
      const planId = await steps.plan(subjectId, caseId);
      const closed = done(
        await worker.post(`/v1/plans/${planId}/closure`, { closedOn: '2026-03-01', reasonCode: 'MOVED' }),
      );
      const [{ eventId }] = closed.events;
      const annulled = done(
        await worker.post(`/v1/subjects/${subjectId}/corrections`, {
          eventId,
          recordedInError: { reasonCode: 'NEVER_HAPPENED' },
          reason: 'Flyttet likevel ikke.',
        }),
      );
      expect(await coordinationOf(subjectId, annulled.readAfter)).toMatchObject({
        activePlanId: planId,
        plans: [{ planId, closedOn: null, reasonCode: null }],
      });
      expect((await caseOf(caseId, annulled.readAfter)).activePlanId).toBe(planId);
      const { coordination } = done(
        await worker.get(`/v1/coordination?withPlan=true&subjectId=${subjectId}`),
      );
      expect(coordination).toMatchObject([{ activePlanId: planId }]);
      const trail = await trailOf(caseId, annulled.readAfter);
      expect(trail.find((entry) => entry.eventId === eventId)?.struckOut).toMatchObject({
        reasonCode: 'NEVER_HAPPENED',
        why: 'Flyttet likevel ikke.',
      });
      expect(trail.at(-1)).toMatchObject({
        corrects: eventId,
        sentence:
          '«Plan avsluttet» (1. mars 2026) ble merket som feilregistrert (har ikke skjedd). Begrunnelse: «Flyttet likevel ikke.»',
      });
    });

    it('of a person’s registration is found among the person’s own events', async () => {
      const registered = done(
        await worker.post('/v1/subjects', { givenName: 'Testine', familyName: 'Skrivefeil' }),
      );
      const corrected = done(
        await worker.post(`/v1/subjects/${registered.subjectId}/corrections`, {
          eventId: registered.events[0].eventId,
          changed: { familyName: 'Rettskrivesen' },
          reason: 'Skrivefeil.',
        }),
      );
      const { body } = await worker.get(
        `/v1/subjects/${registered.subjectId}?readAfter=${corrected.readAfter}`,
      );
      expect(body.familyName).toBe('Rettskrivesen');
    });

    it('of a name or a number is told without them, as the registration is', async () => {
      const identityNumber = testNumber(201);
      const { subjectId, events } = done(
        await worker.post('/v1/subjects', { givenName: 'Testine', familyName: 'Skrivefeil' }),
      );
      const { caseId } = done(
        await worker.post('/v1/cases', {
          opening: 'APPLICATION',
          subjectId,
          items: ['COORDINATOR'],
          receivedOn: '2026-01-12',
          channel: 'FORM',
        }),
      );
      const { readAfter } = done(
        await worker.post(`/v1/subjects/${subjectId}/corrections`, {
          eventId: events[0].eventId,
          changed: { identityNumber, familyName: 'Rettskrivesen' },
          reason: 'Skrivefeil.',
        }),
      );
      const { body } = await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`);
      expect(body.entries.at(-1).sentence).toMatch(/^«Person registrert» ble rettet: .*etternavn/);
      expect(body.entries.at(-1).sentence).toContain('fødselsnummer eller D-nummer');
      expect(JSON.stringify(body)).not.toContain(identityNumber);
      // The name of now stands on top, and there alone.
      expect(body.extract.subject.familyName).toBe('Rettskrivesen');
      expect(JSON.stringify(body.entries)).not.toContain('Rettskrivesen');
    });
  });

  describe('a person', () => {
    it('is found by number, by name and by birth date', async () => {
      const identityNumber = testNumber(200);
      const { subjectId, readAfter } = done(
        await worker.post('/v1/subjects', { givenName: 'Søkbara', familyName: 'Finnesen', identityNumber }),
      );
      for (const search of [
        { identityNumber },
        { name: 'finn søk' },
        { birthDate: '1990-01-02', name: 'Finnesen' },
      ]) {
        const { persons } = done(await worker.post(`/v1/person-searches?readAfter=${readAfter}`, search));
        expect(persons).toMatchObject([{ subjectId, givenName: 'Søkbara', birthDate: '1990-01-02' }]);
      }
      expect(done(await worker.post('/v1/person-searches', { name: 'Finnes Ikke' })).persons).toEqual([]);
      expect((await worker.post('/v1/person-searches', {})).status).toBe(400);
    });

    it('without a number is registered, and likely doubles are named', async () => {
      const person = { givenName: 'Dobbeline', familyName: 'Likesen', birthDate: '1980-05-06' };
      const first = done(await worker.post('/v1/subjects', person));
      expect(first.warnings).toEqual([]);
      await eventually(async () => {
        const { persons } = done(await worker.post('/v1/person-searches', { name: 'Dobbeline' }));
        expect(persons).toHaveLength(1);
      });
      const second = done(await worker.post('/v1/subjects', { ...person, givenName: 'Dobeline' }));
      expect(second.warnings).toEqual([{ code: 'LIKELY_DOUBLE', subjectId: first.subjectId }]);
    });

    it('gets a number that came later', async () => {
      const subjectId = await steps.person({ familyName: 'Nummerløsen' });
      const { readAfter } = done(
        await worker.post(`/v1/subjects/${subjectId}/identity`, { identityNumber: testNumber(300) }),
      );
      const { body, headers } = await worker.get(`/v1/subjects/${subjectId}?readAfter=${readAfter}`);
      expect(body).toMatchObject({ identityNumber: testNumber(300), birthYear: 1990 });
      expect(headers.get('etag')).toBe('"1"');
    });
  });

  describe('another municipality', () => {
    it('sees nothing and does nothing here: it is 404', async () => {
      const { caseId, subjectId, readAfter } = await steps.granted();
      await caseOf(caseId, readAfter);
      const other = await ApiClient.as(app.url, 'CASEWORKER', '9999');
      for (const path of [
        `/v1/cases/${caseId}`,
        `/v1/cases/${caseId}/audit-trail`,
        `/v1/subjects/${subjectId}`,
        `/v1/subjects/${subjectId}/coordination`,
      ]) {
        expect([path, (await other.get(path)).status]).toEqual([path, 404]);
      }
      for (const [path, body] of [
        [`/v1/cases/${caseId}/withdrawal`, { withdrawnBy: 'SUBJECT' }],
        [`/v1/subjects/${subjectId}/consents`, { scopes: ['PLAN'], givenBy: 'SUBJECT' }],
        [`/v1/subjects/${subjectId}/plans`, { caseId, withSubject: true }],
        [`/v1/plans/${subjectId}.1/closure`, { reasonCode: 'MOVED' }],
        [`/v1/cases`, { opening: 'NEED', subjectId, receivedOn: '2026-01-03', channel: 'PHONE' }],
      ] as const) {
        expect([path, (await other.post(path, body)).status]).toEqual([path, 404]);
      }
      const lists = await Promise.all([other.get('/v1/cases'), other.get('/v1/coordination')]);
      expect(lists.map(({ body }) => body.cases ?? body.coordination)).toEqual([[], []]);
    });
  });

  describe('a coordinator', () => {
    it('sees own persons and nobody else’s', async () => {
      const mine = await steps.granted();
      const others = await steps.granted();
      const me = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'testa-k');
      const login = { issuer: 'samspor-demo', subject: 'testa-k' };
      const partyId = await steps.staffWith(login, 'Testa Koordinator');
      await steps.coordinator(mine.subjectId, mine.caseId, partyId);
      await eventually(async () => {
        const { body } = await me.get('/v1/cases');
        expect(body.cases.map((line: { caseId: string }) => line.caseId)).toEqual([mine.caseId]);
      });
      expect((await me.get(`/v1/cases/${mine.caseId}`)).status).toBe(200);
      expect((await me.get(`/v1/cases/${others.caseId}`)).status).toBe(404);
      expect((await me.get(`/v1/cases/${others.caseId}/audit-trail`)).status).toBe(404);
      expect((await me.get(`/v1/subjects/${others.subjectId}`)).status).toBe(404);
    });
  });

  it('pages its lists with cursors, each case once', async () => {
    const others = [await steps.granted(), await steps.granted()];
    const { caseId, readAfter } = await steps.granted();
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { cases, next } = done(await worker.get(`/v1/cases?limit=2&readAfter=${readAfter}${after}`));
      seen.push(...cases.map((line: { caseId: string }) => line.caseId));
      if (next === undefined) break;
      after = `&after=${next}`;
    }
    const { cases } = done(await worker.get('/v1/cases?limit=200'));
    expect(seen).toEqual(cases.map((line: { caseId: string }) => line.caseId));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining([...others.map((one) => one.caseId), caseId]));
  });

  it('logs one line a request and nothing of anybody', async () => {
    await steps.granted();
    const lines = app.logged.join('\n');
    expect(lines).toContain('"route":"/v1/subjects/:subjectId/consents"');
    for (const planted of [
      'Testine',
      'Prøvesen',
      'Søkbara',
      'Likesen',
      'Trenger',
      'Gjaldt',
      'Feil person',
      '028190',
    ]) {
      expect(lines).not.toContain(planted);
    }
    expect(lines).not.toContain('readAfter=');
    expect(lines).not.toContain(worker.token);
  });
});
