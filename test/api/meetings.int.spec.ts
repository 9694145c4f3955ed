import { randomUUID } from 'node:crypto';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { seedProfile, shippedProfile } from '#municipality/application/index';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { done, Procedure } from './procedure.js';
import { delegated } from './scene.js';

const day = '2026-01-27';
const items = ['INDIVIDUAL_PLAN', 'COORDINATOR'];
const criteria = [
  { criterion: 'LONG_TERM', met: true, reason: 'Behovet varer.' },
  { criterion: 'COORDINATED', met: true, reason: 'Tre tjenester.' },
];
const granted = items.map((item) => ({ item, outcome: 'GRANTED' }));

describe('meetings over HTTP', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
    await seedProfile(
      app.parts.runner,
      '1525',
      shippedProfile('stranda'),
      ownCommand('OPERATOR', '1525', randomUUID()),
    );
    await seedProfile(
      app.parts.runner,
      '3429',
      shippedProfile('folldal'),
      ownCommand('OPERATOR', '3429', randomUUID()),
    );
  });
  afterAll(() => app?.stop());

  /** Somebody of a municipality, with what they do. */
  async function unitOf(municipality: string) {
    const worker = await ApiClient.as(app.url, 'CASEWORKER', municipality);
    const steps = new Procedure(worker);
    const post = async (path: string, body: object) => done(await worker.post(path, body));
    const get = async (path: string) => done(await worker.get(path));
    const plan = async (kind: 'UNIT' | 'BOARD', meetsOn = day) =>
      post('/v1/meetings', { kind, meetsOn, plannedOn: '2026-01-12', startsAt: '13:00', place: 'Møterom 1' });
    const tasksOf = async (caseId: string, readAfter: string): Promise<string[]> =>
      (await get(`/v1/tasks?limit=200&readAfter=${readAfter}`)).tasks
        .filter((task: { caseId: string }) => task.caseId === caseId)
        .map(({ kind }: { kind: string }) => kind)
        // What was received in January is over its deadline by now.
        .filter((kind: string) => kind !== 'DEADLINE_OVERDUE')
        .toSorted();
    const mapped = async () => {
      const caseId = await steps.application(await steps.person());
      await steps.mapping(caseId, await steps.party('Testolf Kartlegger'));
      return caseId;
    };
    const decide = (caseId: string, body: string, meetingId: string, decidedOn = day) =>
      worker.post(`/v1/cases/${caseId}/decision`, {
        items: granted,
        criteria,
        decidedBy: { body, meetingId, decidedOn },
        legalBasis: 'HOL_7_1',
      });
    return { worker, steps, post, get, plan, tasksOf, mapped, decide };
  }

  it('D4 of the unit: planned, moved once for all cases, held, and deciding on its own day alone (U15, U9)', async () => {
    const { worker, steps, post, get, plan, tasksOf, mapped, decide } = await unitOf('1576');
    const [one, other] = [await mapped(), await mapped()];
    const { meetingId } = await plan('UNIT', '2026-01-20');
    const proposed = await get('/v1/meetings/agenda-proposal');
    expect(proposed.cases.map(({ caseId }: { caseId: string }) => caseId)).toEqual(
      expect.arrayContaining([one, other]),
    );
    const put = await post(`/v1/meetings/${meetingId}/agenda`, {
      caseIds: [one, other, 'nowhere'],
      putOn: '2026-01-15',
    });
    expect(put.cases).toEqual([
      { caseId: one },
      { caseId: other },
      { caseId: 'nowhere', refused: 'meeting/no-such-case' },
    ]);
    expect(await tasksOf(one, put.readAfter)).toEqual(['APPLICATION_TO_COMPLETE']);

    const early = await decide(one, 'KE_MEETING', meetingId);
    expect([early.status, early.body.type]).toEqual([409, 'casework/meeting-not-held']);
    await post(`/v1/meetings/${meetingId}/moves`, { meetsOn: day, movedOn: '2026-01-16' });
    const { readAfter } = await post(`/v1/meetings/${meetingId}/held`, {
      heldOn: day,
      attendance: [{ partyId: await steps.party('Testa Deltaker'), unit: 'SCHOOL' }],
    });
    const untreated = await decide(one, 'KE_MEETING', meetingId);
    expect(untreated.body.type).toBe('casework/not-treated-there');
    expect((await get(`/v1/cases/${other}?readAfter=${readAfter}`)).agenda).toEqual([
      { meetingId, kind: 'UNIT', status: 'HELD', meetsOn: day, putOn: '2026-01-15', treatment: null },
    ]);

    await post(`/v1/meetings/${meetingId}/agenda/${one}/treatment`, { treatment: 'TREATED' });
    const off = { treatment: 'PUT_OFF', reason: 'Mangler opplysninger fra skolen.' };
    const put2 = await post(`/v1/meetings/${meetingId}/agenda/${other}/treatment`, off);
    expect(await tasksOf(one, put2.readAfter)).toEqual(['APPLICATION_TO_COMPLETE', 'DECISION_TO_MAKE']);
    expect(await tasksOf(other, put2.readAfter)).toEqual(['APPLICATION_TO_COMPLETE', 'CASE_TO_CONSIDER']);
    const late = await decide(one, 'KE_MEETING', meetingId, '2026-01-28');
    expect(late.body.type).toBe('casework/date-order');
    const decided = done(await decide(one, 'KE_MEETING', meetingId));
    expect(decided.events.map(({ type }: { type: string }) => type)).toEqual([
      'KeMeetingConvenedForCase',
      'CriterionAssessed',
      'CriterionAssessed',
      'DecisionMade',
    ]);

    const meeting = await get(`/v1/meetings/${meetingId}?readAfter=${decided.readAfter}`);
    expect(meeting).toMatchObject({
      kind: 'UNIT',
      status: 'HELD',
      meetsOn: day,
      startsAt: '13:00',
      place: 'Møterom 1',
      standingItems: ['PLAN_OVERVIEW', 'COORDINATOR_TRAINING', 'COMPETENCE_PLAN', 'PROFESSIONAL_DAYS'],
      attendance: [{ party: { name: 'Testa Deltaker' }, unit: 'SCHOOL' }],
      cases: [
        { caseId: one, treatment: 'TREATED', subject: { familyName: 'Prøvesen' } },
        { caseId: other, treatment: 'PUT_OFF', reason: off.reason },
      ],
    });
    const { entries } = await get(`/v1/cases/${one}/audit-trail?readAfter=${decided.readAfter}`);
    const told = entries.map(({ sentence }: { sentence: string }) => sentence).join(' ');
    expect(told).toContain('kalt inn til møte');
    expect(told).toContain('27. januar 2026');

    const trail = await get(`/v1/meetings/${meetingId}/audit-trail?readAfter=${decided.readAfter}`);
    const number = (await get(`/v1/cases/${one}`)).caseNumber;
    expect(trail.entries.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Det ble 12. januar 2026 planlagt møte i koordinerende enhet (KOE) den 20. januar 2026 kl. 13.00, «Møterom 1». Faste saker: oversikt over planene, opplæring av nye koordinatorer, plan for kompetanse og samarbeid og fagdager.',
      `Sak ${number} ble satt på sakslisten 15. januar 2026.`,
      expect.stringMatching(/^Sak \d{4}\/\d+ ble satt på sakslisten 15\. januar 2026\.$/),
      'Møtet ble 16. januar 2026 flyttet til 27. januar 2026.',
      expect.stringMatching(
        /^Møtet ble holdt 27\. januar 2026\. Til stede: Testa Deltaker \(skolen\)\. Oversikten viste \d+ planer per /,
      ),
      `Sak ${number} ble tatt opp i møtet 27. januar 2026: behandlet.`,
      expect.stringContaining('utsatt til et annet møte. Begrunnelse: «Mangler opplysninger fra skolen.»'),
    ]);
    expect(trail.entries[1]).toMatchObject({ of: 'meeting', case: { caseId: one, caseNumber: number } });
    const nynorsk = await worker.get(`/v1/meetings/${meetingId}/audit-trail?limit=1`, {
      headers: { 'accept-language': 'nn' },
    });
    expect(done(nynorsk).entries[0].sentence).toContain(
      'Det vart 12. januar 2026 planlagt møte i koordinerande eining',
    );
    expect(
      (await (await ApiClient.as(app.url, 'COORDINATOR')).get(`/v1/meetings/${meetingId}/audit-trail`))
        .status,
    ).toBe(403);
    expect(
      (await (await ApiClient.as(app.url, 'CASEWORKER', '1525')).get(`/v1/meetings/${meetingId}/audit-trail`))
        .status,
    ).toBe(404);

    // What a case rests on stands.
    const heldEvent = (await worker.get(`/v1/meetings?when=PAST`)).body;
    expect(heldEvent.meetings.map((line: { meetingId: string }) => line.meetingId)).toContain(meetingId);
    const wrong = { reasonCode: 'TYPING_ERROR' };
    const eventId = (await app.parts.store.read(`meeting-1576.${meetingId}`)).find(
      ({ type }) => type === 'MeetingHeld',
    )?.id;
    const annulled = await worker.post(`/v1/meetings/${meetingId}/corrections`, {
      eventId,
      recordedInError: wrong,
      reason: 'Feil.',
    });
    expect([annulled.status, annulled.body.type]).toEqual([409, 'meeting/rests-on']);
  });

  it('takes its cases up in an order, by their numbers, and tells where they were put off before', async () => {
    const { worker, steps, post, get, plan, mapped } = await unitOf('1576');
    const [one, other] = [await mapped(), await mapped()];
    const earlier = (await plan('UNIT', '2026-01-20')).meetingId;
    const { meetingId } = await plan('UNIT');
    const attendance = [{ partyId: await steps.party('Testa Deltaker') }];
    await post(`/v1/meetings/${earlier}/agenda`, { caseIds: [other], putOn: '2026-01-15' });
    await post(`/v1/meetings/${earlier}/held`, { heldOn: '2026-01-20', attendance });
    const off = { treatment: 'PUT_OFF', reason: 'Mangler opplysninger.' };
    const { readAfter: putOff } = await post(`/v1/meetings/${earlier}/agenda/${other}/treatment`, off);
    const proposed = (await get(`/v1/meetings/agenda-proposal?limit=200&readAfter=${putOff}`)).cases.find(
      ({ caseId }: { caseId: string }) => caseId === other,
    );
    const number = (await get(`/v1/cases/${other}`)).caseNumber;
    // A month from 6 January, on a working day (U17).
    expect(proposed).toMatchObject({ caseNumber: number, replyBy: '2026-02-06', meetBy: '2026-02-06' });

    await post(`/v1/meetings/${meetingId}/agenda`, { caseIds: [one, other], putOn: '2026-01-21' });
    const unknown = await worker.post(`/v1/meetings/${meetingId}/agenda/order`, {
      caseIds: ['nowhere'],
      orderedOn: '2026-01-22',
    });
    expect([unknown.status, unknown.body.type]).toEqual([409, 'meeting/case-not-on-agenda']);
    const order = { caseIds: [other, one], orderedOn: '2026-01-22' };
    const orders = await Promise.all(
      Array.from({ length: 32 }, () => worker.post(`/v1/meetings/${meetingId}/agenda/order`, order)),
    );
    expect(orders.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(orders.filter(({ status }) => status === 200)).toHaveLength(31);
    const { readAfter } = done(orders.find(({ status }) => status === 201) as (typeof orders)[number]);
    expect((await get(`/v1/meetings/${meetingId}?readAfter=${readAfter}`)).cases).toMatchObject([
      {
        caseId: other,
        caseNumber: number,
        earlier: [{ meetingId: earlier, kind: 'UNIT', meetsOn: '2026-01-20', treatment: 'PUT_OFF' }],
      },
      { caseId: one, earlier: [] },
    ]);

    const agenda = await worker.get(`/v1/meetings/${meetingId}/agenda`, { headers: { accept: 'text/csv' } });
    const [head, first, second] = String(agenda.body).split('\r\n');
    expect(head).toContain(
      'Nr.;Saksnummer;Person;Fødselsår;Satt opp;Tidligere møter;Utfall;Inhabile;Begrunnelse',
    );
    expect(first).toBe(
      `1;nr. ${number};"Prøvesen, Testine";;2026-01-21;2026-01-20: utsatt til et annet møte;;;`,
    );
    expect(second).toMatch(/^2;nr\. \d{4}\/\d+;/);
    expect((await worker.get('/v1/meetings/none/agenda')).status).toBe(404);

    await post(`/v1/meetings/${meetingId}/held`, { heldOn: day, attendance });
    const treatments = await Promise.all(
      Array.from({ length: 32 }, (_, n) =>
        worker.post(
          `/v1/meetings/${meetingId}/agenda/${one}/treatment`,
          n % 2 === 0 ? { treatment: 'TREATED' } : off,
        ),
      ),
    );
    expect(treatments.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = treatments.filter(({ status }) => status !== 201).map(({ body }) => body.type);
    expect(new Set(refused)).toEqual(new Set(['meeting/already-treated']));
  });

  it('carries the overview of plans: live until it is held, then as it was shown (U9)', async () => {
    const { steps, post, get, plan } = await unitOf('1576');
    const { meetingId, readAfter } = await plan('UNIT');
    const before = (await get(`/v1/meetings/${meetingId}?readAfter=${readAfter}`)).overview;
    expect(before).toEqual({
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      ...(before.since && { since: expect.any(String) }),
      activePlans: expect.any(Number),
      plansStarted: expect.any(Number),
      plansToStart: expect.any(Number),
      coordinatorsToAppoint: expect.any(Number),
      coordinatorGaps: expect.any(Number),
      casesToConsider: expect.any(Number),
    });
    const lived = await steps.granted();
    await steps.coordinator(lived.subjectId, lived.caseId, await steps.party('Testa Koordinator'));
    const worker = await ApiClient.as(app.url, 'CASEWORKER', '1576');
    const start = async ({ subjectId, caseId }: typeof lived) =>
      done(
        await worker.post(`/v1/subjects/${subjectId}/plans`, {
          caseId,
          startedOn: '2026-02-03',
          withSubject: true,
        }),
      ).readAfter;
    const live = (await get(`/v1/meetings/${meetingId}?readAfter=${await start(lived)}`)).overview;
    expect(live.activePlans).toBe(before.activePlans + 1);
    const attendance = [{ partyId: await steps.party('Testa Deltaker') }];
    const held = await post(`/v1/meetings/${meetingId}/held`, { heldOn: day, attendance });
    const kept = await get(`/v1/meetings/${meetingId}?readAfter=${held.readAfter}`);
    expect(kept.overview).toMatchObject({ activePlans: live.activePlans, asOf: live.asOf });
    const later = await steps.granted();
    await steps.coordinator(later.subjectId, later.caseId, await steps.party('Testa Koordinator'));
    expect((await get(`/v1/meetings/${meetingId}?readAfter=${await start(later)}`)).overview).toEqual(
      kept.overview,
    );
  });

  it('is led by whoever the profile says, who approves its protocol (F27)', async () => {
    const { worker, steps, post, get, plan } = await unitOf('3429');
    const admin = await ApiClient.as(app.url, 'ADMIN', '3429');
    const [leaderId, member] = [await steps.party('Testa Leder'), await steps.party('Testo Medlem')];
    done(await admin.post('/v1/units', { unit: 'HRO', nb: 'HRO', nn: 'HRO', establishedOn: '2025-01-01' }));
    done(await admin.post('/v1/units/HRO/leaders', { leaderId, leadsFrom: '2025-01-01' }));
    const { meetingId, readAfter } = await plan('UNIT');
    const planned = await get(`/v1/meetings/${meetingId}?readAfter=${readAfter}`);
    expect(planned).toMatchObject({ leader: { unit: 'HRO', party: { name: 'Testa Leder' } }, ledBy: null });
    const hold = (...there: readonly string[]) =>
      worker.post(`/v1/meetings/${meetingId}/held`, {
        heldOn: day,
        attendance: there.map((partyId) => ({ partyId })),
      });
    expect((await hold(member)).body.type).toBe('meeting/leader-missing');
    done(await hold(member, leaderId));
    await post(`/v1/meetings/${meetingId}/minutes`, { text: 'Gjennomgang.', minutesOn: day });
    const approve = (approvedBy: readonly string[]) =>
      worker.post(`/v1/meetings/${meetingId}/protocol`, { approvedOn: '2026-01-29', approvedBy });
    const alone = await approve([member]);
    expect([alone.status, alone.body.type]).toEqual([409, 'meeting/leader-approves']);
    const approved = done(await approve([member, leaderId]));
    expect(await get(`/v1/meetings/${meetingId}?readAfter=${approved.readAfter}`)).toMatchObject({
      status: 'PROTOCOL_APPROVED',
      ledBy: { name: 'Testa Leder' },
    });
  });

  it('has its protocol approved by somebody who was there, with a word, where its leader has left (F27)', async () => {
    const { worker, steps, post, plan } = await unitOf('3429');
    const admin = await ApiClient.as(app.url, 'ADMIN', '3429');
    const [leaderId, member] = [await steps.party('Testa Gått'), await steps.party('Testo Møtt')];
    const engaged = { unit: 'HRO', role: 'LEADER', engagedFrom: '2025-01-01' };
    const { engagementId } = done(await admin.post(`/v1/parties/${leaderId}/engagements`, engaged));
    done(await admin.post('/v1/units/HRO/leaders', { leaderId, leadsFrom: '2025-06-01' }));
    const { meetingId } = await plan('UNIT');
    await post(`/v1/meetings/${meetingId}/held`, {
      heldOn: day,
      attendance: [{ partyId: member }, { partyId: leaderId }],
    });
    await post(`/v1/meetings/${meetingId}/minutes`, { text: 'Gjennomgang.', minutesOn: day });
    const approve = () =>
      worker.post(`/v1/meetings/${meetingId}/protocol`, {
        approvedOn: '2026-02-02',
        approvedBy: [member],
        insteadOfLeader: 'Lederen har sluttet.',
      });
    expect((await approve()).body.type).toBe('meeting/leader-approves');
    done(
      await admin.post(`/v1/parties/${leaderId}/engagements/${engagementId}/end`, { endedOn: '2026-01-31' }),
    );
    const { readAfter } = done(await approve());
    const path = `/v1/meetings/${meetingId}/audit-trail?readAfter=${readAfter}`;
    const { entries } = done(await worker.get(path));
    expect(entries.at(-1).sentence).toContain('I stedet for møtelederen: «Lederen har sluttet.»');
  });

  it('E2 goes out with the others as CSV and as a workbook, and so does what is ready for one', async () => {
    const { worker, plan } = await unitOf('1576');
    const comes = inDays(90);
    const { meetingId, readAfter } = await plan('UNIT', comes);
    await worker.get(`/v1/meetings/${meetingId}?readAfter=${readAfter}`);
    const textOf = async (path: string, accept: string) =>
      String((await worker.get(path, { headers: { accept } })).body);
    const csv = await textOf('/v1/meetings?when=COMING', 'text/csv');
    const [head, ...lines] = csv.trim().split('\r\n');
    expect(head).toContain(
      'Dato;Klokka;Møte;Sted;Status;Saker;Faste saker;Saksliste låst;Holdt;Protokoll godkjent;Avlyst',
    );
    expect(lines).toContain(
      `${comes};13:00;møte i koordinerende enhet (KOE);Møterom 1;planlagt;0;"oversikt over planene, opplæring av nye koordinatorer, plan for kompetanse og samarbeid, fagdager";;;;`,
    );
    const ready = await textOf('/v1/meetings/agenda-proposal', 'text/csv');
    expect(ready).toContain(
      'Saksnummer;Person;Fødselsår;Klar siden;Dager;Svarfrist;Mål for avgjørelse;Seneste møtedato;Foreslått møtedato',
    );
    const book = await worker.get('/v1/meetings', {
      headers: { accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    });
    expect(book.status).toBe(200);
  });

  it('is planned and its protocol approved once, by however many at once (inv. 19)', async () => {
    const { worker, post, plan, steps } = await unitOf('1576');
    const { meetingId } = await plan('UNIT');
    await post(`/v1/meetings/${meetingId}/held`, {
      heldOn: day,
      attendance: [{ partyId: await steps.party('Testa Deltaker') }],
    });
    await post(`/v1/meetings/${meetingId}/minutes`, { text: 'Gjennomgang av planene.', minutesOn: day });
    const answers = await Promise.all(
      Array.from({ length: 32 }, () =>
        worker.post(`/v1/meetings/${meetingId}/protocol`, { approvedOn: '2026-02-02' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(31);
    const key = { headers: { 'Idempotency-Key': randomUUID() } };
    const body = { kind: 'UNIT', meetsOn: day, plannedOn: '2026-01-12' };
    const planned = await Promise.all(
      Array.from({ length: 8 }, () => worker.post('/v1/meetings', body, key)),
    );
    expect(new Set(planned.map((answer) => done(answer).meetingId)).size).toBe(1);
  });

  it('tells the unit when to meet, and what of a meeting is not written (U9, F27)', async () => {
    const { worker, post, get, plan } = await unitOf('1576');
    const { meetingId, readAfter } = await plan('UNIT');
    const { tasks } = await get(
      `/v1/tasks?kind=MEETING_TO_RECORD&kind=MEETING_OVERDUE&limit=200&readAfter=${readAfter}`,
    );
    const own = tasks.find((task: { meetingId: string }) => task.meetingId === meetingId);
    expect(own).toMatchObject({
      kind: 'MEETING_TO_RECORD',
      subject: null,
      step: { path: `/v1/meetings/${meetingId}/held` },
    });
    expect(tasks.map(({ kind }: { kind: string }) => kind)).toContain('MEETING_OVERDUE');
    const cancelled = await post(`/v1/meetings/${meetingId}/cancellation`, { reason: 'For få saker.' });
    const left = await get(`/v1/tasks?kind=MEETING_TO_RECORD&limit=200&readAfter=${cancelled.readAfter}`);
    expect(left.tasks.map((task: { meetingId: string }) => task.meetingId)).not.toContain(meetingId);
    const again = await worker.post(`/v1/meetings/${meetingId}/moves`, { meetsOn: '2027-01-12' });
    expect(again.body.type).toBe('meeting/meeting-cancelled');
  });

  it('of the board approves what the unit recommends, and only then is the case decided, by invariant 6 (S3, S4, S5, S6, S11)', async () => {
    const { worker, steps, post, get, plan, tasksOf, mapped, decide } = await unitOf('1525');
    const seats = await Promise.all(['Ein', 'To', 'Tre'].map((name) => steps.party(`Test ${name}`)));
    for (const partyId of seats) {
      await post('/v1/board/members', { partyId, role: 'MEMBER', validFrom: '2026-01-01' });
    }
    await post('/v1/board/quorum', { quorum: 2, validFrom: '2026-01-01' });
    const caseId = await mapped();
    const { meetingId } = await plan('BOARD');
    const agenda = { caseIds: [caseId], putOn: '2026-01-20' };
    const soon = await worker.post(`/v1/meetings/${meetingId}/agenda`, agenda);
    expect(soon.body.type).toBe('meeting/not-recommended');
    const { readAfter } = await post(`/v1/cases/${caseId}/recommendations`, {
      items: granted,
      criteria,
      recommendedOn: '2026-01-19',
    });
    expect(await tasksOf(caseId, readAfter)).toEqual(['APPLICATION_TO_COMPLETE', 'CASE_FOR_BOARD']);
    const proposal = await get('/v1/meetings/agenda-proposal?kind=BOARD');
    expect(proposal.cases.map((one: { caseId: string }) => one.caseId)).toEqual([caseId]);
    await post(`/v1/meetings/${meetingId}/agenda`, agenda);
    await post(`/v1/meetings/${meetingId}/agenda/${caseId}/removal`, {
      reason: 'Trakk seg.',
      takenOffOn: '2026-01-20',
    });
    await post(`/v1/meetings/${meetingId}/agenda`, agenda);

    const member = await ApiClient.as(app.url, 'BOARD_MEMBER', '1525');
    expect((await member.get(`/v1/meetings/${meetingId}`)).status).toBe(404);
    const fixed = await post(`/v1/meetings/${meetingId}/agenda/fixing`, { fixedOn: '2026-01-22' });
    const list = done(await member.get(`/v1/meetings/${meetingId}?readAfter=${fixed.readAfter}`));
    expect(list.cases).toMatchObject([{ caseId }]);
    const typesFor = async (client: ApiClient) =>
      done(await client.get(`/v1/meetings/${meetingId}/audit-trail`)).entries.map(
        ({ type }: { type: string }) => type,
      );
    expect(await typesFor(member)).toEqual(['MeetingPlanned', 'CasePutOnAgenda', 'AgendaFixed']);
    expect(await typesFor(worker)).toContain('CaseTakenOffAgenda');
    expect((await member.get(`/v1/cases/${caseId}`)).status).toBe(403);
    const removal = await worker.post(`/v1/meetings/${meetingId}/agenda/${caseId}/removal`, {});
    expect(removal.body.type).toBe('meeting/agenda-fixed');

    const stranger = await steps.party('Test Framand');
    const hold = (...there: readonly string[]) =>
      worker.post(`/v1/meetings/${meetingId}/held`, {
        heldOn: day,
        attendance: there.map((partyId) => ({ partyId })),
      });
    const [first = '', second = '', third = ''] = seats;
    expect((await hold(first, stranger)).body.type).toBe('meeting/not-of-the-board');
    expect((await hold(first)).body.type).toBe('meeting/no-quorum');
    done(await hold(first, second, third));
    const treat = (body: object) => worker.post(`/v1/meetings/${meetingId}/agenda/${caseId}/treatment`, body);
    const without = await treat({ treatment: 'APPROVED', disqualified: [first, second] });
    expect(without.body.type).toBe('meeting/no-quorum');
    // Who is disqualified in the case is so at the meeting, told or not.
    await post(`/v1/cases/${caseId}/disqualifications`, {
      disqualifiedId: first,
      reason: 'Nabo til personen.',
      disqualifiedOn: '2026-01-20',
    });
    const tooFew = await treat({ treatment: 'APPROVED', disqualified: [second] });
    expect(tooFew.body.type).toBe('meeting/no-quorum');
    const taken = done(await treat({ treatment: 'APPROVED', disqualified: [] }));
    const shown = await get(`/v1/meetings/${meetingId}?readAfter=${taken.readAfter}`);
    expect(shown.cases[0].disqualified).toMatchObject([{ partyId: first }]);
    await post(`/v1/meetings/${meetingId}/minutes`, { text: 'Saka vart godkjend.', minutesOn: day });

    const before = await worker.post(`/v1/cases/${caseId}/board-outcomes`, { meetingId });
    expect(before.body.type).toBe('casework/protocol-not-approved');
    expect((await decide(caseId, 'BOARD', meetingId)).body.type).toBe('casework/board-not-approved');
    await post(`/v1/meetings/${meetingId}/protocol`, { approvedOn: '2026-01-29', approvedBy: [first] });
    const outcome = () => worker.post(`/v1/cases/${caseId}/board-outcomes`, { meetingId });
    expect((await outcome()).body.type).toBe('casework/not-delegated');
    await delegated(app.url, '1525', 'APPROVE_APPLICATION', 'BOARD');
    const outcomes = await Promise.all(Array.from({ length: 32 }, outcome));
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(31);
    const decided = done(await decide(caseId, 'BOARD', meetingId));
    const page = await get(`/v1/cases/${caseId}?readAfter=${decided.readAfter}`);
    expect(page).toMatchObject({
      boardOutcome: 'APPROVED',
      boardMeetingId: meetingId,
      decidedBy: 'BOARD',
      decidedOn: day,
    });
    // Nor is it put right to anything else than the board approved.
    const trail = await get(`/v1/cases/${caseId}/audit-trail`);
    const refused = granted.map(({ item }) => ({ item, outcome: 'REFUSED', reason: 'Prøve.' }));
    const toRefused = (type: string) =>
      worker.post(`/v1/cases/${caseId}/corrections`, {
        eventId: trail.entries.find((entry: { type: string }) => entry.type === type).eventId,
        changed: { items: refused },
        reason: 'Feil tast.',
      });
    expect((await toRefused('DecisionMade')).body.type).toBe('casework/not-as-the-board');
    expect((await toRefused('RecommendationMade')).body).toMatchObject({
      type: 'casework/rests-on',
      restsOn: [{ type: 'BoardApproved' }],
    });
    expect((await get('/v1/board')).members).toHaveLength(3);

    // The unit's own authority is asked apart from the board's.
    const at = `/v1/subjects/${page.subject.subjectId}`;
    const scopes = ['REGISTER', 'PLAN', 'COORDINATOR'];
    await post(`${at}/consents`, { scopes, givenBy: 'SUBJECT', givenOn: '2026-01-05' });
    const coordinator = {
      coordinatorId: await steps.party('Test Koordinator'),
      unit: 'HOME_CARE',
      caseId,
      validFrom: '2026-02-02',
      wishFollowed: 'YES',
    };
    const undelegated = await worker.post(`${at}/coordinators`, coordinator);
    expect(undelegated.body.type).toBe('coordination/not-delegated');
    await delegated(app.url, '1525', 'APPOINT_COORDINATOR', 'KE');
    await post(`${at}/coordinators`, coordinator);
    const { entries } = await get(`/v1/cases/${caseId}/audit-trail`);
    const told = entries.map(({ sentence }: { sentence: string }) => sentence).join(' ');
    expect(told).toContain(
      'Tildelingsnemnda godkjende tilrådinga i møtet 27. januar 2026, etter delegering frå kommunedirektøren.',
    );
    expect(told).toContain('frå 2. februar 2026, etter delegering frå kommunedirektøren');
  });
});
