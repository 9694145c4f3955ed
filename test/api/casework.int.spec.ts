// @core
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { adoptProfile } from '#municipality/application/index';
import { shippedProfile } from '#municipality/application/index';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

/** What nobody's papers hold: a name and an invented number where a code is asked for. */
const unheardOf = 'MOR_KARI_NORDMANN_16841290066';

describe('casework over HTTP', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  const settings = async () =>
    JSON.parse(await readFile(shippedProfile('aure'), 'utf8')).settings as Parameters<typeof adoptProfile>[1];
  const coordinationOf = async (subjectId: string, readAfter: string) =>
    done(await worker.get(`/v1/subjects/${subjectId}/coordination?readAfter=${readAfter}`));
  const login = (subject: string) => ({ issuer: 'samspor-demo', subject });

  describe('A5 a code that nobody knows', () => {
    it('is refused wherever a body takes a code, with the list, and stands nowhere', async () => {
      const { subjectId, caseId } = await steps.granted();
      const open = await steps.application(subjectId);
      // A login's first command registers its party, also where it is itself refused: the leader's is accepted here, before the log is looked at.
      const leader = await ApiClient.as(app.url, 'LEADER');
      const partyId = await new Procedure(leader).party('Testa Kode');
      await steps.plan(subjectId, caseId);
      const enquiryId = await steps.enquiry();
      const need = { opening: 'NEED', subjectId, receivedOn: '2026-01-03', channel: 'PHONE' };
      const member = { partyId, joinedOn: '2026-02-04' };
      const appointing = { coordinatorId: partyId, caseId, wishFollowed: 'YES', validFrom: '2026-02-01' };
      const deciding = {
        items: ['INDIVIDUAL_PLAN', 'COORDINATOR'].map((item) => ({ item, outcome: 'GRANTED' })),
        criteria: ['LONG_TERM', 'COORDINATED'].map((criterion) => ({ criterion, met: true, reason: 'Ja.' })),
        decidedBy: { body: 'KE_MEETING', meetingId: await steps.meeting(open), decidedOn: '2026-01-27' },
      };
      const bodies: readonly (readonly [path: string, body: object, known: string, by?: ApiClient])[] = [
        ['/v1/parties', { kind: 'STAFF', name: 'Testa', unit: unheardOf }, 'HOME_CARE'],
        ['/v1/cases', { ...need, notifierUnit: unheardOf }, 'SCHOOL'],
        [`/v1/cases/${open}/mapping-assignments`, { assigneeId: partyId, unit: unheardOf }, 'NAV'],
        [`/v1/cases/${open}/meetings`, { meetsOn: inDays(9), invitedUnits: ['SCHOOL', unheardOf] }, 'KE'],
        [`/v1/cases/${open}/decision`, { ...deciding, legalBasis: unheardOf }, 'HOL_7_1'],
        [
          `/v1/cases/${open}/decision`,
          { ...deciding, items: deciding.items.map((item) => ({ ...item, legalBasis: unheardOf })) },
          'HOL_7_1',
        ],
        [`/v1/subjects/${subjectId}/coordinators`, { ...appointing, unit: unheardOf }, 'HABILITATION'],
        [`/v1/subjects/${subjectId}/group/members`, { ...member, memberRole: unheardOf }, 'TEACHER'],
        [
          `/v1/subjects/${subjectId}/group/members`,
          { ...member, memberRole: 'TEACHER', unit: unheardOf },
          'HABILITATION_AND_DEMENTIA',
        ],
        [
          '/v1/enquiries',
          { channel: 'PHONE', sourceType: 'NEXT_OF_KIN', text: 'Hvem?', unit: unheardOf },
          'SCHOOL',
        ],
        [`/v1/enquiries/${enquiryId}/passings-on`, { unit: unheardOf }, 'SCHOOL'],
        [`/v1/parties/${partyId}/engagements`, { unit: unheardOf, role: 'MEMBER' }, 'SCHOOL', leader],
        [
          `/v1/parties/${partyId}/engagements`,
          { unit: 'KE', role: 'MEMBER', represents: unheardOf },
          'SCHOOL',
          leader,
        ],
      ];
      const end = await app.lastRecorded();
      for (const [path, body, known, by = worker] of bodies) {
        const answer = await by.post(path, body);
        expect([path, answer.status, String(answer.body.type).split('/')[1]]).toEqual([
          path,
          409,
          'unknown-code',
        ]);
        expect(answer.body.detail).toContain(known);
        expect(answer.body.detail).not.toContain(unheardOf);
      }
      expect(await app.lastRecorded()).toBe(end);
      expect(app.logged.join('')).not.toContain(unheardOf);
    });

    it('is refused in a correction too, and known once the municipality has it in its profile', async () => {
      const { subjectId, caseId } = await steps.granted();
      await steps.plan(subjectId, caseId);
      const partyId = await steps.party('Testa Rolle');
      const path = `/v1/subjects/${subjectId}/group/members`;
      const joining = {
        partyId,
        memberRole: 'MUSIC_TEACHER',
        unit: 'CULTURE_SCHOOL',
        joinedOn: '2026-02-04',
      };
      expect((await worker.post(path, joining)).status).toBe(409);
      const joined = done(await worker.post(path, { ...joining, memberRole: 'TEACHER', unit: 'SCHOOL' }));
      const corrections = `/v1/subjects/${subjectId}/corrections`;
      const [{ eventId }] = joined.events;
      const right = { eventId, changed: { memberRole: 'MUSIC_TEACHER' }, reason: 'Feil rolle.' };
      expect(await worker.post(corrections, right)).toMatchObject({
        status: 409,
        body: { type: 'coordination/unknown-code' },
      });
      const own = {
        units: [{ code: 'CULTURE_SCHOOL', nb: 'kulturskolen', nn: 'kulturskulen' }],
        roles: [{ code: 'MUSIC_TEACHER', nb: 'musikklærer', nn: 'musikklærar' }],
      };
      const { runner } = app.parts;
      await adoptProfile(
        runner,
        { ...(await settings()), ...own },
        ownCommand('OPERATOR', '1576', randomUUID()),
      );
      const { readAfter } = done(await worker.post(corrections, right));
      const trail = done(
        await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`, {
          headers: { 'accept-language': 'nn' },
        }),
      );
      expect(JSON.stringify(trail.entries)).toContain('musikklærar');
      const { standingItems } = await settings();
      expect(done(await worker.get('/v1/profile'))).toMatchObject({ ...own, standingItems });
    });
  });

  describe('A6 a consent', () => {
    it('that is given twice is one, and its withdrawal leaves nothing that somebody could be appointed on', async () => {
      const { subjectId, caseId } = await steps.granted();
      const path = `/v1/subjects/${subjectId}/consents`;
      const scopes = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'];
      const again = await worker.post(path, { scopes, givenBy: 'SUBJECT', givenOn: '2026-01-20' });
      expect([again.status, again.body.events]).toEqual([200, []]);
      const { consentId } = again.body;
      const other = done(await worker.post(path, { scopes: ['COORDINATOR'], givenBy: 'SUBJECT' }));
      expect(other.consentId).not.toBe(consentId);
      const taken = await worker.post(`${path}/${consentId}/withdrawal`, {});
      expect(taken).toMatchObject({ status: 201, body: { consentId, stillHolds: [] } });
      expect(await coordinationOf(subjectId, taken.body.readAfter)).toMatchObject({ consentScopes: [] });
      const appointing = { coordinatorId: await steps.party('Testa'), caseId, wishFollowed: 'YES' };
      expect(await worker.post(`/v1/subjects/${subjectId}/coordinators`, appointing)).toMatchObject({
        status: 409,
        body: { type: 'coordination/no-consent' },
      });
      const { entries } = done(
        await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${taken.body.readAfter}`),
      );
      expect(entries.at(-1).sentence).toMatch(/individuell plan.* ble trukket tilbake .* av personen selv/);
    });

    it('names who else consents to the same when it is withdrawn', async () => {
      const subjectId = await steps.person();
      const path = `/v1/subjects/${subjectId}/consents`;
      const consentId = await steps.consent(subjectId);
      const guardians = done(await worker.post(path, { scopes: ['PLAN'], givenBy: 'GUARDIAN' }));
      const { stillHolds } = done(await worker.post(`${path}/${consentId}/withdrawal`, {}));
      expect(stillHolds).toEqual([{ consentId: guardians.consentId, givenBy: 'GUARDIAN', scopes: ['PLAN'] }]);
    });
  });

  it('A7 is read on consent: from its withdrawal the coordinator sees nothing, and case and register show it', async () => {
    const { subjectId, caseId } = await steps.granted();
    const coordinatorId = await steps.staffWith(login('testa-a7'), 'Testa Koordinator');
    const appointmentId = await steps.coordinator(subjectId, caseId, coordinatorId);
    const planId = await steps.plan(subjectId, caseId);
    const me = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'testa-a7');
    const paths = [
      `/v1/cases/${caseId}`,
      `/v1/cases/${caseId}/audit-trail`,
      `/v1/subjects/${subjectId}`,
      `/v1/subjects/${subjectId}/coordination`,
    ];
    await eventually(async () => {
      for (const path of paths) expect([path, (await me.get(path)).status]).toEqual([path, 200]);
    });
    const consents = `/v1/subjects/${subjectId}/consents`;
    const { consentId, readAfter: before } = done(
      await worker.post(consents, { scopes: ['REGISTER'], givenBy: 'SUBJECT' }),
    );
    expect(await coordinationOf(subjectId, before)).toMatchObject({ withoutConsent: [] });
    const all = (await coordinationOf(subjectId, before)).consents as { readonly consentId: string }[];
    const [first] = all.filter((one) => one.consentId !== consentId);
    const { readAfter } = done(await worker.post(`${consents}/${first?.consentId}/withdrawal`, {}));
    for (const path of paths) {
      expect([path, (await me.get(`${path}?readAfter=${readAfter}`)).status]).toEqual([path, 404]);
    }
    for (const path of ['/v1/cases', '/v1/coordination']) {
      expect(JSON.stringify(done(await me.get(path)))).not.toContain(subjectId);
    }
    expect(await coordinationOf(subjectId, readAfter)).toMatchObject({
      withoutConsent: [appointmentId, planId],
    });
    expect(done(await worker.get(`/v1/cases/${caseId}`))).toMatchObject({
      withoutConsent: [appointmentId, planId],
      openPoints: expect.arrayContaining(['CONSENT']),
    });
    const given = { scopes: ['COORDINATOR'], givenBy: 'SUBJECT' };
    const anew = done(await worker.post(consents, given)).readAfter as string;
    expect((await me.get(`/v1/cases/${caseId}?readAfter=${anew}`)).status).toBe(200);
  });

  describe('A8 a login', () => {
    it('is bound to a party by an administrator alone, recorded, and has the name of its token', async () => {
      const subject = `falsk-${randomUUID()}`;
      const named = { kind: 'STAFF', name: 'Falskt Navn', login: login(subject) };
      expect((await worker.post('/v1/parties', named)).status).toBe(400);
      const partyId = await steps.party('Falskt Navn');
      const path = `/v1/parties/${partyId}/logins`;
      expect((await worker.post(path, login(subject))).status).toBe(403);
      const admin = await ApiClient.as(app.url, 'ADMIN');
      const bound = await admin.post(path, login(subject));
      expect([bound.status, bound.body.events.map(({ type }: { type: string }) => type)]).toEqual([
        201,
        ['PartyLoginBound'],
      ]);
      expect(await admin.post(path, login(subject))).toMatchObject({ status: 200, body: { events: [] } });
      const other = await steps.party('Testa Annen');
      expect(await admin.post(`/v1/parties/${other}/logins`, login(subject))).toMatchObject({
        status: 409,
        body: { type: 'parties/login-taken' },
      });
      expect((await admin.post('/v1/parties/nobody/logins', login(randomUUID()))).status).toBe(404);

      const colleague = await ApiClient.as(app.url, 'CASEWORKER', '1576', subject);
      const theirs = new Procedure(colleague);
      const caseId = await theirs.application(await theirs.person());
      await eventually(async () => {
        const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail`));
        const said = (entries as readonly { readonly actor: { readonly role: string } }[]).filter(
          ({ actor }) => actor.role !== 'SYSTEM',
        );
        expect(said.at(-1)?.actor).toMatchObject({ partyId, name: 'Testine Saksbehandler' });
      });
    });

    it('cannot be anticipated: the name that is shown is the one of the first command’s token', async () => {
      const subject = `tidlig-${randomUUID()}`;
      const colleague = await ApiClient.as(app.url, 'CASEWORKER', '1576', subject);
      const theirs = new Procedure(colleague);
      const caseId = await theirs.application(await theirs.person());
      await eventually(async () => {
        const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail`));
        expect(entries[0].actor.name).toBe('Testine Saksbehandler');
      });
    });
  });

  it('D2 takes the person’s answer to a need weeks later', async () => {
    const subjectId = await steps.person();
    const need = { opening: 'NEED', subjectId, receivedOn: '2026-01-03', channel: 'PHONE' };
    const { caseId } = done(await worker.post('/v1/cases', need));
    const path = `/v1/cases/${caseId}/need-answers`;
    const caseAt = async (readAfter: string) =>
      done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}`));
    const no = done(await worker.post(path, { subjectWishes: 'NO', answeredOn: '2026-01-30' }));
    expect(await caseAt(no.readAfter)).toMatchObject({
      status: 'DECLINED_BY_SUBJECT',
      needAnsweredOn: '2026-01-30',
    });
    const yes = done(
      await worker.post(path, { subjectWishes: 'YES', answeredOn: '2026-02-20', answer: 'Vil likevel.' }),
    );
    expect(await caseAt(yes.readAfter)).toMatchObject({
      status: 'NEED_NOTIFIED',
      subjectWishes: 'YES',
      needAnswer: 'Vil likevel.',
    });
    const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${yes.readAfter}`));
    expect(entries.map(({ sentence }: { sentence: string }) => sentence)).toContain(
      'Svar på det meldte behovet kom 20. februar 2026 fra personen selv: personen ønsket oppfølging. Svaret: «Vil likevel.»',
    );
    expect((await worker.post(path, { subjectWishes: 'NOT_ASKED' })).status).toBe(400);
  });

  describe('D3 a decision', () => {
    const caseAt = async (caseId: string, readAfter: string) =>
      done(await worker.get(`/v1/cases/${caseId}?readAfter=${readAfter}`));
    const tasksOf = async (caseId: string) => {
      const { tasks } = done(await worker.get('/v1/tasks?limit=200'));
      return (tasks as { readonly kind: string; readonly caseId: string }[])
        .filter((one) => one.caseId === caseId)
        .map(({ kind }) => kind);
    };

    it('is sent again where the answer came back, and copied to the coordinator afterwards (F24)', async () => {
      const { caseId } = await steps.granted();
      const path = `/v1/cases/${caseId}/decision/notification`;
      const guardian = await steps.party('Testa Verge');
      const { dispatchId } = await steps.notification(caseId);
      const back = { recipient: 'SUBJECT', returnedOn: '2026-02-05', cause: 'UNKNOWN_ADDRESS' };
      const came = done(await worker.post(`${path}/${dispatchId}/return`, back));
      expect(await caseAt(caseId, came.readAfter)).toMatchObject({
        status: 'DECIDED_NOT_NOTIFIED',
        decisionNotifiedOn: null,
      });
      await eventually(async () => expect(await tasksOf(caseId)).toContain('ANSWER_TO_SEND_AGAIN'));
      const toGuardian = {
        recipients: ['GUARDIAN'],
        recipientParties: [{ recipient: 'GUARDIAN', partyId: guardian }],
        channel: 'DIGITAL_POST',
        notifiedOn: '2026-02-06',
      };
      const sent = done(await worker.post(path, toGuardian));
      const arrived = { recipient: 'GUARDIAN', deliveredOn: '2026-02-08', proof: 'READ' };
      done(await worker.post(`${path}/${sent.dispatchId}/delivery`, arrived));
      const copy = { recipients: ['COORDINATOR'], channel: 'EMAIL', notifiedOn: '2026-02-09' };
      const { readAfter } = done(await worker.post(path, copy));
      expect(await caseAt(caseId, readAfter)).toMatchObject({
        status: 'NOTIFIED',
        decisionNotifiedOn: '2026-02-06',
        answerDeliveredOn: '2026-02-08',
        dispatches: [
          {
            dispatchId,
            to: [{ recipient: 'SUBJECT', returnedOn: '2026-02-05', returnCause: 'UNKNOWN_ADDRESS' }],
          },
          {
            to: [{ recipient: 'GUARDIAN', party: { partyId: guardian, name: 'Testa Verge' }, proof: 'READ' }],
          },
          { to: [{ recipient: 'COORDINATOR', party: null }] },
        ],
      });
      await eventually(async () => expect(await tasksOf(caseId)).not.toContain('ANSWER_TO_SEND_AGAIN'));
      const nobody = { ...toGuardian, recipientParties: [{ recipient: 'GUARDIAN', partyId: 'nobody' }] };
      expect(await worker.post(path, nobody)).toMatchObject({
        status: 409,
        body: { type: 'casework/unknown-party' },
      });
      const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`));
      expect(entries.map(({ sentence }: { sentence: string }) => sentence)).toEqual(
        expect.arrayContaining([
          'Det skriftlige svaret til personen selv kom i retur 5. februar 2026 (ukjent adresse).',
          'Skriftlig svar ble sendt 6. februar 2026 til verge (digital post). Navngitt: Testa Verge (verge).',
        ]),
      );
    });

    it('is amended by a new one: what it granted loses its basis, is appointed no more, and the answer is sent anew (U16)', async () => {
      const { subjectId, caseId, readAfter: before } = await steps.granted();
      await steps.notification(caseId);
      const coordinatorId = await steps.party('Testa Koordinator');
      const appointmentId = await steps.coordinator(subjectId, caseId, coordinatorId);
      const { decisionId } = await caseAt(caseId, before);
      const amending = {
        amends: decisionId,
        groundCode: 'NEW_FACTS',
        reason: 'Behovet er kortvarig.',
        items: ['INDIVIDUAL_PLAN', 'COORDINATOR'].map((item) => ({
          item,
          outcome: 'REFUSED',
          reason: 'Kortvarig.',
        })),
        criteria: [{ criterion: 'LONG_TERM', met: false, reason: 'Kortvarig.' }],
        decidedBy: {
          body: 'KE_MEETING',
          meetingId: (await caseAt(caseId, before)).meetings[0].meetingId,
          decidedOn: '2026-02-10',
        },
        legalBasis: 'HOL_7_1_7_2',
      };
      const path = `/v1/cases/${caseId}/decision/amendments`;
      const answers = await Promise.all(Array.from({ length: 32 }, () => worker.post(path, amending)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      const others = answers.filter(({ status }) => status !== 201);
      expect(new Set(others.map(({ status, body }) => `${status} ${body.type}`))).toEqual(
        new Set(['409 casework/not-in-force']),
      );
      const amended = answers.find(({ status }) => status === 201)?.body;
      expect(await caseAt(caseId, amended.readAfter)).toMatchObject({
        status: 'DECIDED_NOT_NOTIFIED',
        decisionId: amended.decisionId,
        decidedOn: '2026-01-27',
        amendedOn: '2026-02-10',
        grantedOn: null,
        grantUsedUpOn: '2026-02-10',
        amendments: [{ amends: decisionId, groundCode: 'NEW_FACTS', reason: 'Behovet er kortvarig.' }],
        outcomes: [{ outcome: 'REFUSED' }, { outcome: 'REFUSED' }],
      });
      await eventually(async () =>
        expect(await tasksOf(caseId)).toEqual(expect.arrayContaining(['DECISION_TO_NOTIFY', 'BASIS_LOST'])),
      );
      const appointing = {
        coordinatorId,
        caseId,
        wishFollowed: 'YES',
        temporary: true,
        validFrom: '2026-02-11',
      };
      const coordinators = `/v1/subjects/${subjectId}/coordinators`;
      expect(await worker.post(coordinators, appointing)).toMatchObject({
        status: 409,
        body: { type: 'coordination/not-granted' },
      });
      const end = { releasedOn: '2026-02-12', reasonCode: 'NEED_CEASED' };
      expect(await worker.post(`${coordinators}/${appointmentId}/end`, end)).toMatchObject({
        status: 409,
        body: { type: 'coordination/against-will' },
      });
      done(
        await worker.post(`/v1/cases/${caseId}/decision/notification`, {
          recipients: ['SUBJECT'],
          channel: 'LETTER',
          notifiedOn: '2026-02-11',
        }),
      );
      done(await worker.post(`${coordinators}/${appointmentId}/end`, end));
      await eventually(async () => expect(await tasksOf(caseId)).toEqual([]));
      const { entries } = done(
        await worker.get(`/v1/cases/${caseId}/audit-trail`, { headers: { 'accept-language': 'nn' } }),
      );
      expect(entries.map(({ sentence }: { sentence: string }) => sentence)).toContain(
        'Avgjerda vart gjord om i møte i koordinerande eining (KOE) 10. februar 2026 (nye opplysningar). Nytt svar: individuell plan avslått («Kortvarig.»); brukarkoordinator avslått («Kortvarig.»). Grunngiving: «Behovet er kortvarig.» Heimel: helse- og omsorgstenestelova §§ 7-1 og 7-2.',
      );
    });
  });

  it('ends a coordinator who came with a plan alone, against the will, by an amendment that was told (U16)', async () => {
    const subjectId = await steps.person();
    await steps.consent(subjectId);
    const caseId = await steps.application(subjectId, { items: ['INDIVIDUAL_PLAN'] });
    const meetingId = await steps.meeting(caseId);
    const { decisionId } = await steps.decision(caseId, meetingId, ['INDIVIDUAL_PLAN']);
    await steps.notification(caseId);
    const coordinatorId = await steps.party('Testa Følger Med');
    const appointmentId = await steps.coordinator(subjectId, caseId, coordinatorId);
    const end = (reasonCode: string) =>
      worker.post(`/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`, {
        releasedOn: '2026-02-12',
        reasonCode,
        personAgrees: false,
      });
    for (const reasonCode of ['NEED_CEASED', 'OTHER']) {
      expect(await end(reasonCode)).toMatchObject({
        status: 409,
        body: { type: 'coordination/against-will' },
      });
    }
    const items = [{ item: 'COORDINATOR', outcome: 'REFUSED', reason: 'Behovet er kortvarig.' }];
    const amended = done(
      await worker.post(`/v1/cases/${caseId}/decision/amendments`, {
        amends: decisionId,
        groundCode: 'CHANGED_NEED',
        reason: 'Behovet er kortvarig.',
        items,
        criteria: [{ criterion: 'LONG_TERM', met: false, reason: 'Kortvarig.' }],
        decidedBy: { body: 'KE_MEETING', meetingId, decidedOn: '2026-02-10' },
        legalBasis: 'HOL_7_2',
      }),
    );
    const { outcomes } = done(await worker.get(`/v1/cases/${caseId}?readAfter=${amended.readAfter}`));
    expect(outcomes).toMatchObject([
      { item: 'INDIVIDUAL_PLAN', outcome: 'GRANTED' },
      { item: 'COORDINATOR', outcome: 'REFUSED' },
    ]);
    expect((await end('NEED_CEASED')).status).toBe(409);
    const closing = { reasonCode: 'NO_NEED', closedOn: '2026-02-12' };
    expect(await worker.post(`/v1/cases/${caseId}/closing`, closing)).toMatchObject({
      status: 409,
      body: { type: 'casework/against-will' },
    });
    done(
      await worker.post(`/v1/cases/${caseId}/decision/notification`, {
        recipients: ['SUBJECT'],
        channel: 'LETTER',
        notifiedOn: '2026-02-11',
      }),
    );
    done(await end('NEED_CEASED'));
  });

  it('D7 takes notice that a coordinator leaves next month, and an earlier one and an earlier plan typed later', async () => {
    const { subjectId, caseId } = await steps.granted();
    const [now, before] = [await steps.party('Testa Nå'), await steps.party('Testa Før')];
    const appointmentId = await steps.coordinator(subjectId, caseId, now);
    const later = await steps.plan(subjectId, caseId);
    const coordinators = `/v1/subjects/${subjectId}/coordinators`;
    const early = { coordinatorId: before, caseId, wishFollowed: 'YES', validFrom: '2026-01-28' };
    const typed = done(await worker.post(coordinators, early));
    const plan = { caseId, startedOn: '2026-01-28', withSubject: true };
    const earlier = done(await worker.post(`/v1/subjects/${subjectId}/plans`, plan));
    const left = { releasedOn: '2026-01-30', reasonCode: 'LEFT_POSITION' };
    done(await worker.post(`${coordinators}/${typed.appointmentId}/end`, left));
    const notice = { releasedOn: inDays(30), reasonCode: 'LEFT_POSITION' };
    const { readAfter } = done(await worker.post(`${coordinators}/${appointmentId}/end`, notice));
    expect(await coordinationOf(subjectId, readAfter)).toMatchObject({
      coordinator: { partyId: now },
      activePlanId: later,
      withoutCoordinatorSince: null,
      appointments: [
        { appointmentId, releasedOn: inDays(30) },
        { appointmentId: typed.appointmentId, releasedOn: '2026-01-30', endsByThen: null },
      ],
      plans: [{ planId: later }, { planId: earlier.planId, closedOn: '2026-02-03', endsByThen: true }],
    });
    const next = { coordinatorId: before, caseId, wishFollowed: 'YES', validFrom: inDays(30) };
    expect((await worker.post(coordinators, next)).status).toBe(201);
  });

  describe('D8 a double click', () => {
    it('opens one case, convenes one meeting and registers one party', async () => {
      const subjectId = await steps.person();
      const application = {
        opening: 'APPLICATION',
        subjectId,
        items: ['INDIVIDUAL_PLAN'],
        receivedOn: '2026-01-06',
        channel: 'FORM',
      };
      const twice = async (path: string, body: object) =>
        (await Promise.all([worker.post(path, body), worker.post(path, body)])).map(done);
      const [one, other] = await twice('/v1/cases', application);
      expect(one.caseId).toBe(other.caseId);
      const [meeting, same] = await twice(`/v1/cases/${one.caseId}/meetings`, { meetsOn: inDays(7) });
      expect(meeting.meetingId).toBe(same.meetingId);
      const [party, again] = await twice('/v1/parties', { kind: 'EXTERNAL', name: 'Testa Dobbel' });
      expect(party.partyId).toBe(again.partyId);
      const [consent, second] = await twice(`/v1/subjects/${subjectId}/consents`, {
        scopes: ['PLAN'],
        givenBy: 'SUBJECT',
      });
      expect(consent.consentId).toBe(second.consentId);
    });

    it('is told of the open case of the same person and items', async () => {
      const subjectId = await steps.person();
      const first = await steps.application(subjectId);
      const path = '/v1/cases';
      const need = { opening: 'NEED', subjectId, receivedOn: '2026-01-03', channel: 'PHONE' };
      const told = done(await worker.post(path, need));
      expect(told.openCases).toEqual([
        {
          caseId: first,
          caseNumber: expect.stringMatching(/^\d{4}\/\d+$/),
          status: 'APPLICATION_RECEIVED',
          openedOn: '2026-01-06',
          items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
        },
      ]);
      const group = {
        opening: 'APPLICATION',
        subjectId,
        items: ['GROUP'],
        receivedOn: '2026-01-06',
        channel: 'FORM',
      };
      const { openCases } = done(await worker.post(path, group));
      expect(openCases).toMatchObject([{ caseId: told.caseId, status: 'NEED_NOTIFIED' }]);
      expect(done(await worker.post(path, { ...group, subjectId: await steps.person() })).openCases).toEqual(
        [],
      );
    });
  });

  it('E11 serves no municipality that has adopted no profile, until it has', async () => {
    const stranger = await ApiClient.as(app.url, 'CASEWORKER', '9999');
    const end = await app.lastRecorded();
    for (const answer of [
      await stranger.post('/v1/subjects', { familyName: 'Prøvesen' }),
      await stranger.get('/v1/cases'),
      await stranger.get('/v1/profile'),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { type: 'forbidden' } });
      expect(answer.body.detail).toMatch(/9999 .*samspor profile adopt/);
    }
    expect(await app.lastRecorded()).toBe(end);
    await adoptProfile(app.parts.runner, await settings(), ownCommand('OPERATOR', '9999', randomUUID()));
    expect((await stranger.post('/v1/subjects', { familyName: 'Prøvesen' })).status).toBe(201);
  });
});
