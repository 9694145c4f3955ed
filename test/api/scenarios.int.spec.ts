import { randomUUID } from 'node:crypto';
import { numberOf } from '#apps/cli/src/demo/people';
import { beginDays } from '#calendar';
import { seedDemonstration } from '#apps/standalone/src/seed';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { eventually } from '../support/wait.js';
import { both, criteriaOf, decisionOn, delegated, recommendation, Scene } from './scene.js';

const today = inDays(0);

/** What the sources tell of, each by its name. */
describe('The scenarios of the sources', () => {
  let app: TestApp;
  let alesund: Scene;
  let nurse: string;

  beforeAll(async () => {
    app = await startTestApp({ tenants: [] });
    await seedDemonstration(app.parts.runner);
    alesund = await Scene.in(app.url, '1508');
    nurse = await alesund.party('Sykepleier Øvelse');
  }, 120_000);
  afterAll(() => app?.stop());

  const coordinationOf = (subjectId: string, seen: { readonly readAfter?: string }) =>
    alesund.get(`/v1/subjects/${subjectId}/coordination`, seen);

  it('the coordinator quits before the plan is done: the plan goes on, and somebody is missed until another follows (U7)', async () => {
    const { subjectId, caseId } = await alesund.ready();
    const { appointmentId } = await alesund.coordinator(subjectId, caseId, nurse);
    await alesund.plan(subjectId, caseId);
    const quit = { releasedOn: '2026-03-02', reasonCode: 'LEFT_POSITION' };
    const left = await alesund.post(`/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`, quit);
    await eventually(async () => expect(await alesund.waiting(subjectId, left)).toEqual(['COORDINATOR_GAP']));
    const after = await coordinationOf(subjectId, left);
    expect(after).toMatchObject({ withoutCoordinatorSince: '2026-03-02', plans: [{ closedOn: null }] });
    const next = await alesund.party('Vernepleier Prøve');
    const followed = await alesund.coordinator(subjectId, caseId, next, { validFrom: '2026-03-09' });
    // Who left is gone: the leader writes what is open, and the new one reads it.
    expect(await alesund.waiting(subjectId, followed)).toEqual(['HANDOVER_TO_WRITE']);
    const leader = await alesund.party('Leder Tenkt');
    const at = `/v1/subjects/${subjectId}`;
    const { handoverId, ...written } = await alesund.post(`${at}/coordinators/${appointmentId}/handovers`, {
      openMatters: 'Planen mangler mål for skolen.',
      wishes: 'Vil møte den nye hjemme.',
      writtenById: leader,
      writtenOn: '2026-03-10',
    });
    expect(await alesund.waiting(subjectId, written)).toEqual(['HANDOVER_TO_ACKNOWLEDGE']);
    const read = await alesund.post(`${at}/handovers/${handoverId}/acknowledgement`, {
      acknowledgedOn: '2026-03-11',
    });
    expect(read.appointmentId).toBe(followed.appointmentId);
    expect(await alesund.waiting(subjectId, read)).toEqual([]);
    const told = await coordinationOf(subjectId, read);
    expect(told.handovers).toMatchObject([
      { wishes: 'Vil møte den nye hjemme.', writer: { name: 'Leder Tenkt' }, acknowledgedOn: '2026-03-11' },
    ]);
  });

  it('a coordinator goes on leave: who stands in is told what is open, and the sheet is read once (U7)', async () => {
    const { subjectId, caseId } = await alesund.ready();
    const at = `/v1/subjects/${subjectId}`;
    const { appointmentId } = await alesund.coordinator(subjectId, caseId, nurse);
    const early = await alesund.worker.post(`${at}/coordinators/${appointmentId}/handovers`, {
      openMatters: 'Avlastning.',
      writtenOn: '2026-01-01',
    });
    expect([early.status, early.body.type]).toEqual([409, 'coordination/date-order']);
    const { handoverId } = await alesund.post(`${at}/coordinators/${appointmentId}/handovers`, {
      openMatters: 'Avlastning.',
      writtenOn: '2026-03-02',
    });
    const path = `${at}/handovers/${handoverId}/acknowledgement`;
    const unread = await alesund.worker.post(path, { acknowledgedOn: '2026-03-02' });
    expect([unread.status, unread.body.type]).toEqual([409, 'coordination/no-successor']);
    const stand = await alesund.party('Vikar Prøve');
    const leave = { temporary: true, validFrom: '2026-03-09' };
    const standsIn = await alesund.coordinator(subjectId, caseId, stand, leave);
    expect(await alesund.waiting(subjectId, standsIn)).toContain('HANDOVER_TO_ACKNOWLEDGE');
    const answers = await alesund.atOnce(path, { acknowledgedOn: '2026-03-10' });
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 201).map(({ body }) => body.type)).toEqual(
      Array(31).fill('coordination/handover-acknowledged'),
    );
  });

  it('an unborn child gets an identity number: the same person, coordinated for from before the birth', async () => {
    const unborn = { givenName: undefined, familyName: 'Prøvesen Ufødt' };
    const { subjectId, caseId } = await alesund.ready(['CHILD_COORDINATOR'], unborn);
    await alesund.coordinator(subjectId, caseId, nurse, { kind: 'CHILD' });
    const identityNumber = numberOf('2026-02-15');
    await alesund.post(`/v1/subjects/${subjectId}/identity`, { identityNumber });
    const asked = { identityNumber, givenName: 'Testine', familyName: 'Prøvesen' };
    const known = await alesund.post('/v1/subjects', asked);
    expect(known.subjectId).toBe(subjectId);
    const { appointments } = await coordinationOf(subjectId, known);
    expect(appointments).toMatchObject([{ kind: 'CHILD', validFrom: '2026-02-02', releasedOn: null }]);
  });

  let begun = 0;
  const nextDay = () => inDays(begun + 1);
  /** One more day begins, and whatever follows from it is recorded. */
  const begin = () => {
    const day = nextDay();
    begun += 1;
    return beginDays(app.parts.runner, '1508', { at: () => `${day}T05:00:00.000Z`, today: () => day });
  };
  const born = (years: number, birthday: string) =>
    `${Number(birthday.slice(0, 4)) - years}${birthday.slice(4)}`;

  it('a child turns 16 in the middle of it: what the parents consented to is asked of the young person, once', async () => {
    const subjectId = await alesund.person({ birthDate: born(16, today) });
    const at = `/v1/subjects/${subjectId}`;
    await alesund.consent(subjectId, { givenBy: 'PARENT' });
    const caseId = await alesund.granted(subjectId);
    await alesund.coordinator(subjectId, caseId, nurse);
    await begin();
    await eventually(async () => expect(await alesund.waiting(subjectId)).toContain('CONSENT_TO_RENEW'));
    const own = await alesund.consent(subjectId, { givenOn: today });
    expect(await alesund.waiting(subjectId, own)).not.toContain('CONSENT_TO_RENEW');
    const trail = await alesund.get(`/v1/cases/${caseId}/audit-trail`, own);
    const asked = trail.entries.filter(({ type }: { type: string }) => type === 'ConsentRenewalDue');
    expect(asked).toHaveLength(1);
    const ended = await alesund.get(`${at}/coordination`, own);
    expect(ended.withoutConsent).toEqual([]);
  });

  it.each([
    [12, 'INSIGHT_TO_HEAR', 'FROM_12'],
    [16, 'INSIGHT_TO_LIMIT', 'FROM_16'],
    [18, 'INSIGHT_TO_END', 'ADULT'],
  ])(
    'a child with a plan turns %i in the middle of it: it is to be heard of what its parents see, until it was (pbrl § 3-4)',
    async (years, kind, age) => {
      const subjectId = await alesund.person({ birthDate: born(years, today) });
      const at = `/v1/subjects/${subjectId}`;
      await alesund.consent(subjectId, { givenBy: years > 16 ? 'SUBJECT' : 'PARENT' });
      const caseId = await alesund.granted(subjectId, ['INDIVIDUAL_PLAN', 'COORDINATOR']);
      await alesund.coordinator(subjectId, caseId, nurse);
      await alesund.plan(subjectId, caseId);
      expect(await alesund.waiting(subjectId)).not.toContain(kind);
      // Nobody ran on the day itself, and twice since.
      await begin();
      await begin();
      await eventually(async () => expect(await alesund.waiting(subjectId)).toContain(kind));
      const { insightReviews } = await alesund.get(`${at}/follow-up`);
      expect(insightReviews).toMatchObject([{ age, dueOn: today, reviewedOn: null }]);
      const asked = await alesund.get(`/v1/tasks?subjectId=${subjectId}&kind=${kind}`);
      expect(asked.tasks).toMatchObject([
        {
          since: today,
          for: { party: { partyId: nurse } },
          why: { nb: expect.stringContaining('pbrl § 3-4') },
        },
      ]);
      const path = `${at}/follow-up/insight-reviews/${insightReviews[0].reviewId}/completion`;
      const early = await alesund.worker.post(path, { hearing: 'HEARD', reviewedOn: inDays(-1) });
      expect([early.status, early.body.type]).toEqual([409, 'follow-up/date-order']);
      expect(await alesund.waiting(subjectId)).toContain(kind);
      const heard = await alesund.post(path, { hearing: 'HEARD', text: 'Vil fortelle om skolen selv.' });
      expect(await alesund.waiting(subjectId, heard)).not.toContain(kind);
      // What the person said is for whoever coordinates.
      expect((await alesund.get(`${at}/follow-up`, heard)).insightReviews).toMatchObject([
        { hearing: 'HEARD', reviewedOn: today, text: null },
      ]);
    },
  );

  it('a child turns 18 in the middle of it: the child coordinator ends, also one who had given notice for later, somebody else is missed, and gets what was left', async () => {
    const subjectId = await alesund.person({ birthDate: born(18, nextDay()) });
    const at = `/v1/subjects/${subjectId}`;
    await alesund.consent(subjectId);
    const caseId = await alesund.granted(subjectId, ['CHILD_COORDINATOR', 'COORDINATOR']);
    const { appointmentId } = await alesund.coordinator(subjectId, caseId, nurse, { kind: 'CHILD' });
    const validFrom = nextDay();
    // Notice for a day after the birthday keeps nobody.
    const noticed = await alesund.post(`${at}/coordinators/${appointmentId}/end`, {
      releasedOn: inDays(begun + 40),
      reasonCode: 'LEFT_POSITION',
    });
    await alesund.waiting(subjectId, noticed);
    await begin();
    await eventually(async () => {
      const { appointments } = await alesund.get(`${at}/coordination`);
      const ended = { appointmentId, releasedOn: validFrom, releaseReasonCode: 'TURNED_18' };
      expect(appointments).toMatchObject([ended]);
    });
    const next = await alesund.party('Vernepleier Voksen');
    const followed = await alesund.coordinator(subjectId, caseId, next, { validFrom });
    expect(followed.takesOverFrom).toBe(appointmentId);
    expect(await alesund.waiting(subjectId, followed)).toContain('HANDOVER_TO_WRITE');
  });

  it('the plan ends in the middle of it: who goes on is asked about, and says so once', async () => {
    const { subjectId, caseId } = await alesund.ready();
    const at = `/v1/subjects/${subjectId}`;
    await alesund.coordinator(subjectId, caseId, nurse);
    const { planId } = await alesund.plan(subjectId, caseId);
    const early = await alesund.worker.post(`${at}/coordination-reviews`, {
      parts: ['GROUP'],
      outcome: 'STILL_RIGHT',
      withSubject: true,
    });
    expect([early.status, early.body.type]).toEqual([409, 'coordination/nothing-to-review']);
    const closed = await alesund.post(`/v1/plans/${planId}/closure`, {
      closedOn: '2026-03-02',
      reasonCode: 'OTHER',
      personAgrees: true,
    });
    expect(await alesund.waiting(subjectId, closed)).toContain('PLAN_ENDED');
    const answer = { parts: ['COORDINATOR'], outcome: 'STILL_RIGHT', withSubject: true };
    const reviewed = await alesund.post(`${at}/coordination-reviews`, answer);
    expect(await alesund.waiting(subjectId, reviewed)).not.toContain('PLAN_ENDED');
    const { reviews } = await coordinationOf(subjectId, reviewed);
    expect(reviews).toMatchObject([{ ...answer, reviewedOn: today }]);
  });

  it('half a year goes by: it is asked whether plan and coordinator are still right, until somebody answers', async () => {
    const { subjectId, caseId } = await alesund.ready();
    const appointed = await alesund.coordinator(subjectId, caseId, nurse);
    expect((await alesund.tasksOf(subjectId, appointed)).map(({ kind }) => kind)).toContain(
      'STANDING_TO_REVIEW',
    );
    const answer = { parts: ['COORDINATOR'], outcome: 'STILL_RIGHT', withSubject: true };
    const reviewed = await alesund.post(`/v1/subjects/${subjectId}/coordination-reviews`, answer);
    expect((await alesund.tasksOf(subjectId, reviewed)).map(({ kind }) => kind)).not.toContain(
      'STANDING_TO_REVIEW',
    );
  });

  it('a person dies in the middle of it: coordinator, plan and case end, and nothing waits for anybody', async () => {
    const { subjectId, caseId } = await alesund.ready();
    const at = `/v1/subjects/${subjectId}`;
    await alesund.coordinator(subjectId, caseId, nurse);
    await alesund.plan(subjectId, caseId);
    const death = await alesund.post(`${at}/death`, { source: 'NEXT_OF_KIN', toldOn: today });
    await eventually(async () => {
      const { endedOn, plans, appointments } = await coordinationOf(subjectId, death);
      expect(endedOn).toBe(today);
      expect([...plans, ...appointments]).toMatchObject([
        { reasonCode: 'DECEASED' },
        { releaseReasonCode: 'DECEASED' },
      ]);
      expect((await alesund.get(`/v1/cases/${caseId}`)).status).toBe('CLOSED');
    });
    await eventually(async () => expect(await alesund.waiting(subjectId)).toEqual([]));
  });

  it('two guardians disagree: what one takes back, the other still gives', async () => {
    const subjectId = await alesund.person({ birthDate: '2016-04-16' });
    const parents = await Promise.all(
      ['Mor Prøvesen', 'Far Prøvesen'].map((name) =>
        alesund.party(name, { kind: 'PARENT', unit: undefined }),
      ),
    );
    for (const partyId of parents) {
      await alesund.post(`/v1/subjects/${subjectId}/relations`, {
        partyId,
        kind: 'PARENT',
        validFrom: '2026-01-02',
      });
    }
    const [mother, father] = parents;
    await alesund.consent(subjectId, { givenBy: 'PARENT', givenById: mother });
    const { consentId } = await alesund.consent(subjectId, { givenBy: 'PARENT', givenById: father });
    const caseId = await alesund.granted(subjectId);
    const withdrawn = await alesund.post(`/v1/subjects/${subjectId}/consents/${consentId}/withdrawal`, {
      withdrawnOn: '2026-01-30',
    });
    expect(withdrawn.stillHolds).toMatchObject([{ givenBy: 'PARENT', givenById: mother }]);
    expect((await alesund.get(`/v1/cases/${caseId}`, withdrawn)).openPoints).toContain('OTHER_GUARDIAN');
    await alesund.coordinator(subjectId, caseId, nurse);
  });

  it('a person moves to another municipality: nothing ends by itself, and somebody is told to hand over', async () => {
    const { subjectId, caseId } = await alesund.ready();
    const { appointmentId } = await alesund.coordinator(subjectId, caseId, nurse);
    const moved = await alesund.post(`/v1/subjects/${subjectId}/moves`, {
      movedOn: '2026-03-02',
      toMunicipalityNo: '1577',
    });
    expect(await alesund.waiting(subjectId, moved)).toContain('MOVE_TO_FOLLOW_UP');
    const end = { releasedOn: '2026-03-05', reasonCode: 'MOVED' };
    const ended = await alesund.post(`/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`, end);
    expect(await alesund.waiting(subjectId, ended)).toEqual([]);
  });

  it('the board returns the case: it is recommended anew, and decided when the board has approved (S6)', async () => {
    const stranda = await Scene.in(app.url, '1525', 'BOARD');
    const chair = await stranda.party('Nemndleiar Øving', { unit: 'ALLOCATION_BOARD' });
    await stranda.post('/v1/board/members', { partyId: chair, role: 'CHAIR', validFrom: '2026-01-01' });
    await stranda.post('/v1/board/quorum', { quorum: 1, validFrom: '2026-01-01' });
    await delegated(app.url, '1525', 'APPROVE_APPLICATION', 'BOARD');
    const caseId = await stranda.applied(await stranda.person());
    const meets = async (meetsOn: string, treatment: string) => {
      const { meetingId } = await stranda.post('/v1/meetings', {
        kind: 'BOARD',
        meetsOn,
        plannedOn: '2026-01-12',
      });
      const at = `/v1/meetings/${meetingId}`;
      await stranda.post(`${at}/agenda`, { caseIds: [caseId], putOn: meetsOn });
      await stranda.post(`${at}/agenda/fixing`, { fixedOn: meetsOn });
      await stranda.post(`${at}/held`, { heldOn: meetsOn, attendance: [{ partyId: chair }] });
      await stranda.post(`${at}/agenda/${caseId}/treatment`, {
        treatment,
        reason: 'Sjå på behovet ein gong til.',
      });
      await stranda.post(`${at}/minutes`, { minutesOn: meetsOn, text: 'Saka vart drøfta.' });
      await stranda.post(`${at}/protocol`, { approvedOn: meetsOn, approvedBy: [chair] });
      return stranda
        .post(`/v1/cases/${caseId}/board-outcomes`, { meetingId })
        .then((seen) => ({ ...seen, meetingId }));
    };
    const decide = (meetingId: string, decidedOn: string) => {
      const { decidedBy, ...decision } = decisionOn(both, 'BOARD', decidedOn);
      return stranda.worker.post(`/v1/cases/${caseId}/decision`, {
        ...decision,
        decidedBy: { ...decidedBy, meetingId },
      });
    };
    await stranda.post(`/v1/cases/${caseId}/recommendations`, recommendation(both, '2026-01-13'));
    const returned = await meets('2026-01-20', 'RETURNED');
    expect(await decide(returned.meetingId, '2026-01-20')).toMatchObject({
      status: 409,
      body: { type: 'casework/board-not-approved' },
    });
    await stranda.post(`/v1/cases/${caseId}/recommendations`, recommendation(both, '2026-01-22'));
    const { meetingId } = await meets('2026-02-03', 'APPROVED');
    const decided = await decide(meetingId, '2026-02-03');
    expect(decided.status).toBe(201);

    // What the board decided it amends too: until it has approved that, the decision stands.
    const plan = ['INDIVIDUAL_PLAN'] as const;
    const { items, criteria, legalBasis } = decisionOn(plan, 'BOARD', '2026-02-17', 'REFUSED');
    const amend = (amendingAt: string, decidedOn: string) =>
      stranda.worker.post(`/v1/cases/${caseId}/decision/amendments`, {
        amends: decided.body.decisionId,
        groundCode: 'NEW_FACTS',
        reason: 'Behovet var kortvarig.',
        items,
        criteria,
        legalBasis,
        decidedBy: { body: 'BOARD', meetingId: amendingAt, decidedOn },
      });
    expect(await amend(meetingId, '2026-02-03')).toMatchObject({
      status: 409,
      body: { type: 'casework/board-not-approved' },
    });
    const notified = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: '2026-02-05' };
    const { readAfter } = await stranda.post(`/v1/cases/${caseId}/decision/notification`, notified);
    const { subject } = await stranda.get(`/v1/cases/${caseId}`, { readAfter });
    const anew = { items, criteria, recommendedOn: '2026-02-10' };
    const recommended = await stranda.post(`/v1/cases/${caseId}/recommendations`, anew);
    expect(await stranda.waiting(subject.subjectId, recommended)).toContain('CASE_FOR_BOARD');
    const approved = await meets('2026-02-17', 'APPROVED');
    expect((await stranda.get(`/v1/cases/${caseId}`, approved)).outcomes).toMatchObject([
      { outcome: 'GRANTED' },
      { outcome: 'GRANTED' },
    ]);
    const amended = await amend(approved.meetingId, '2026-02-17');
    expect(amended.status).toBe(201);
    expect((await stranda.get(`/v1/cases/${caseId}`, amended.body)).outcomes).toMatchObject([
      { item: 'INDIVIDUAL_PLAN', outcome: 'REFUSED' },
      { item: 'COORDINATOR', outcome: 'GRANTED' },
    ]);
  });

  it('the meeting of the unit amends what an earlier one decided: the case is on the agenda of both (U15)', async () => {
    const aure = await Scene.in(app.url, '1576', 'KE_MEETING');
    const caseId = await aure.applied(await aure.person());
    const attendance = [{ partyId: await aure.party('Testa Deltaker', { unit: 'SCHOOL' }) }];
    const plans = async (meetsOn: string): Promise<string> =>
      (await aure.post('/v1/meetings', { kind: 'UNIT', meetsOn, plannedOn: '2026-01-12' })).meetingId;
    const putOn = (meetingId: string, day: string) =>
      aure.post(`/v1/meetings/${meetingId}/agenda`, { caseIds: [caseId], putOn: day });
    const treats = async (meetingId: string, heldOn: string) => {
      await aure.post(`/v1/meetings/${meetingId}/held`, { heldOn, attendance });
      const treatment = `/v1/meetings/${meetingId}/agenda/${caseId}/treatment`;
      return aure.post(treatment, { treatment: 'TREATED' });
    };
    const [first, second] = [await plans('2026-01-20'), await plans('2026-02-03')];
    await putOn(first, '2026-01-13');
    await treats(first, '2026-01-20');
    const { decidedBy, ...granting } = decisionOn(both, 'KE_MEETING', '2026-01-20');
    const decision = `/v1/cases/${caseId}/decision`;
    const made = { ...granting, decidedBy: { ...decidedBy, meetingId: first } };
    const { decisionId } = await aure.post(decision, made);
    const told = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: '2026-01-22' };
    await aure.post(`${decision}/notification`, told);

    const { items, criteria, legalBasis } = decisionOn(both, 'KE_MEETING', '2026-02-03', 'PARTLY');
    const amending = (meetingId?: string) => ({
      amends: decisionId,
      groundCode: 'NEW_FACTS',
      reason: 'Behovet er mindre enn antatt.',
      items: items.slice(0, 1),
      criteria,
      legalBasis,
      decidedBy: {
        body: 'KE_MEETING',
        decidedOn: '2026-02-03',
        ...(meetingId !== undefined && { meetingId }),
      },
    });
    const refused = async (meetingId?: string) =>
      (await aure.worker.post(`${decision}/amendments`, amending(meetingId))).body.type;
    expect([await refused(), await refused(first), await refused(second)]).toEqual([
      'casework/meeting-not-named',
      'casework/date-order',
      'casework/meeting-not-held',
    ]);
    const put = await putOn(second, '2026-01-27');
    expect(put.cases).toEqual([{ caseId }]);
    await treats(second, '2026-02-03');
    const amendments = await aure.atOnce(`${decision}/amendments`, amending(second));
    const amended = amendments.filter(({ status }) => status === 201);
    expect(amended).toHaveLength(1);
    expect(amended[0]?.body.events.map(({ type }: { type: string }) => type)).toEqual([
      'KeMeetingConvenedForCase',
      'CriterionAssessed',
      'CriterionAssessed',
      'DecisionAmended',
    ]);
    const seen = await aure.get(`/v1/cases/${caseId}`, amended[0]?.body);
    expect(seen).toMatchObject({
      status: 'DECIDED_NOT_NOTIFIED',
      outcomes: [
        { item: 'INDIVIDUAL_PLAN', outcome: 'PARTLY' },
        { item: 'COORDINATOR', outcome: 'GRANTED' },
      ],
      agenda: [
        { meetingId: second, treatment: 'TREATED' },
        { meetingId: first, treatment: 'TREATED' },
      ],
    });

    const closed = { closedOn: '2026-02-10', reasonCode: 'NO_NEED', personAgrees: true };
    await aure.post(`/v1/cases/${caseId}/closing`, closed);
    const agenda = `/v1/meetings/${await plans('2026-03-03')}/agenda`;
    expect(await aure.worker.post(agenda, { caseIds: [caseId], putOn: '2026-02-17' })).toMatchObject({
      status: 409,
      body: { type: 'meeting/case-does-not-wait' },
    });
  });

  it('an answer against its conditions is read by somebody else before it is made, however many read at once', async () => {
    const subjectId = await alesund.person();
    const caseId = await alesund.applied(subjectId);
    const decision = `/v1/cases/${caseId}/decision`;
    const refusing = { ...decisionOn(both, 'KE', '2026-01-20', 'REFUSED'), criteria: criteriaOf(both) };
    const { items, criteria } = refusing;
    const refusedFor = (type: string) => ({ status: 409, body: { type } });
    expect(await alesund.worker.post(decision, refusing)).toMatchObject(
      refusedFor('casework/second-reading'),
    );
    const readings = `/v1/cases/${caseId}/second-readings`;
    const asked = await alesund.post(readings, { items, criteria, requestedOn: '2026-01-15' });
    expect(await alesund.waiting(subjectId, asked)).toContain('SECOND_READING_TO_GIVE');
    const answer = `${readings}/${asked.readingId}/answer`;
    const agreeing = { agrees: true, readOn: '2026-01-16' };
    expect(await alesund.worker.post(answer, agreeing)).toMatchObject(refusedFor('casework/reads-own'));
    const leader = await ApiClient.as(app.url, 'LEADER', '1508');
    expect((await leader.post(answer, agreeing)).status).toBe(403);
    const elsewhere = await ApiClient.as(app.url, 'CASEWORKER', '1576');
    expect((await elsewhere.post(answer, agreeing)).status).toBe(404);
    const reader = await ApiClient.as(app.url, 'CASEWORKER', '1508', 'another-reader');
    expect((await reader.post(answer, { readOn: '2026-01-16' })).status).toBe(400);
    expect(await reader.post(answer, { agrees: false })).toMatchObject(refusedFor('casework/reason-missing'));
    const answers = await Promise.all(Array.from({ length: 32 }, () => reader.post(answer, agreeing)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ status, body }) => (status === 201 ? [] : [body.type])))).toEqual(
      new Set(['casework/already-read']),
    );
    expect(await reader.post(decision, refusing)).toMatchObject(refusedFor('casework/reads-own'));
    const decided = await alesund.post(decision, refusing);
    expect(await alesund.get(`/v1/cases/${caseId}`, decided)).toMatchObject({
      readings: [
        { agrees: true, readOn: '2026-01-16', items: [{ outcome: 'REFUSED' }, { outcome: 'REFUSED' }] },
      ],
      outcomes: [{ outcome: 'REFUSED' }, { outcome: 'REFUSED' }],
    });
    expect(await alesund.waiting(subjectId, decided)).not.toContain('SECOND_READING_TO_GIVE');
  });

  it('an answer that a correction turns against its conditions before it is told is read by somebody else first', async () => {
    const subjectId = await alesund.person();
    const caseId = await alesund.applied(subjectId);
    const at = `/v1/cases/${caseId}`;
    const granting = { ...decisionOn(both, 'KE', '2026-01-20'), criteria: criteriaOf(both) };
    const { items } = decisionOn(both, 'KE', '2026-01-20', 'REFUSED');
    const { events } = await alesund.post(`${at}/decision`, granting);
    const { eventId } = events.find(({ type }: { type: string }) => type === 'DecisionMade');
    const correct = () =>
      alesund.worker.post(`${at}/corrections`, { eventId, changed: { items }, reason: 'Feilført' });
    expect(await correct()).toMatchObject({ status: 409, body: { type: 'casework/second-reading' } });
    const asked = await alesund.post(`${at}/second-readings`, {
      items,
      criteria: [],
      requestedOn: '2026-01-21',
    });
    const reader = await ApiClient.as(app.url, 'CASEWORKER', '1508', 'another-reader');
    const answer = `${at}/second-readings/${asked.readingId}/answer`;
    expect((await reader.post(answer, { agrees: true, readOn: '2026-01-22' })).status).toBe(201);
    const corrected = await correct();
    expect(await alesund.get(at, corrected.body)).toMatchObject({
      outcomes: [{ outcome: 'REFUSED' }, { outcome: 'REFUSED' }],
    });
  });

  it('a child coordinator is answered on the conditions of its own, also before the birth', async () => {
    const caseId = await alesund.applied(
      await alesund.person({ givenName: undefined, familyName: 'Prøvesen Ventet' }),
      ['CHILD_COORDINATOR'],
    );
    const deciding = decisionOn(['CHILD_COORDINATOR'], 'KE', '2026-01-20');
    const path = `/v1/cases/${caseId}/decision`;
    expect(await alesund.worker.post(path, { ...deciding, criteria: criteriaOf(both) })).toMatchObject({
      status: 409,
      body: { type: 'casework/criterion-not-assessed', detail: expect.stringContaining('CHILD_COMPLEX') },
    });
    const decided = await alesund.post(path, deciding);
    const { criteria } = await alesund.get(`/v1/cases/${caseId}`, decided);
    expect(criteria.map(({ criterion }: { criterion: string }) => criterion)).toEqual([
      'CHILD_IN_FAMILY',
      'CHILD_SERIOUS_CONDITION',
      'CHILD_LONG_TERM',
      'CHILD_COMPLEX',
    ]);
  });

  it('a caseworker is disqualified: the case waits for another, and nobody disqualified decides it', async () => {
    const subjectId = await alesund.person();
    const caseId = await alesund.applied(subjectId);
    const at = `/v1/cases/${caseId}`;
    const [sister, other] = [await alesund.party('Søster Prøvesen'), await alesund.party('Annen Øvelse')];
    await alesund.post(`${at}/caseworkers`, { caseworkerId: sister, assignedOn: '2026-01-07' });
    await alesund.post(`${at}/mapping-assignments`, { assigneeId: sister, assignedOn: '2026-01-07' });
    const disqualified = await alesund.post(`${at}/disqualifications`, {
      disqualifiedId: sister,
      reason: 'Er søster til personen.',
      disqualifiedOn: '2026-01-08',
    });
    const waiting = await alesund.waiting(subjectId, disqualified);
    expect(waiting).toEqual(expect.arrayContaining(['CASEWORKER_TO_ASSIGN', 'MAPPING_TO_ASSIGN']));
    expect(waiting).not.toContain('MAPPING_TO_DO');
    expect(await alesund.get(at, disqualified)).toMatchObject({
      caseworker: null,
      status: 'APPLICATION_RECEIVED',
      disqualified: [{ party: { name: 'Søster Prøvesen' }, reason: 'Er søster til personen.' }],
    });
    const given = (caseworkerId: string) =>
      alesund.worker.post(`${at}/caseworkers`, { caseworkerId, assignedOn: '2026-01-09' });
    expect(await given(sister)).toMatchObject({ status: 409, body: { type: 'casework/disqualified' } });
    const assigned = await given(other);
    expect(await alesund.waiting(subjectId, assigned.body)).not.toContain('CASEWORKER_TO_ASSIGN');

    // Whoever is logged in, unless told.
    await alesund.post(`${at}/disqualifications`, { reason: 'Nabo.', disqualifiedOn: '2026-01-10' });
    const deciding = decisionOn(both, 'KE', '2026-01-20');
    const refused = await alesund.atOnce(`${at}/decision`, deciding);
    expect(new Set(refused.map(({ body }) => body.type))).toEqual(new Set(['casework/disqualified']));
    const colleague = await ApiClient.as(app.url, 'CASEWORKER', '1508', 'a-colleague');
    expect((await colleague.post(`${at}/disqualifications`, { disqualifiedId: other })).status).toBe(400);
    expect((await colleague.post(`${at}/decision`, deciding)).status).toBe(201);
    const { entries } = await alesund.get(`${at}/audit-trail`);
    expect(entries.map(({ sentence }: { sentence: string }) => sentence)).toContain(
      'Søster Prøvesen er inhabil i saken fra 8. januar 2026. Begrunnelse: «Er søster til personen.»',
    );
  });

  it('a child is heard in its case, which says that it lacks until then (F9)', async () => {
    const openPoints = async (birthDate: string) => {
      const caseId = await alesund.applied(await alesund.person({ birthDate }));
      const { readAfter } = await alesund.post(`/v1/cases/${caseId}/references`, {
        system: 'ARCHIVE',
        reference: randomUUID(),
      });
      return { caseId, points: (await alesund.get(`/v1/cases/${caseId}`, { readAfter })).openPoints };
    };
    expect((await openPoints('1990-01-02')).points).not.toContain('CHILD_NOT_HEARD');
    expect((await openPoints('2024-01-02')).points).not.toContain('CHILD_NOT_HEARD');
    const { caseId, points } = await openPoints('2014-04-16');
    expect(points).toContain('CHILD_NOT_HEARD');
    const unheard = await alesund.applied(await alesund.person({ birthDate: '2014-04-16' }));
    const deciding = decisionOn(both, 'KE', '2026-01-20');
    const decided = await alesund.post(`/v1/cases/${unheard}/decision`, deciding);
    expect(decided.warnings).toEqual(['CHILD_NOT_HEARD']);
    const path = `/v1/cases/${caseId}/hearings`;
    const talked = { mode: 'CONVERSATION', heardOn: '2026-01-12' };
    expect(await alesund.worker.post(path, talked)).toMatchObject({
      status: 409,
      body: { type: 'casework/view-missing' },
    });
    expect((await alesund.worker.post(path, { ...talked, mode: 'SHOUTING' })).status).toBe(400);
    const auditor = await ApiClient.as(app.url, 'AUDITOR', '1508');
    expect((await auditor.post(path, talked)).status).toBe(403);
    const heardById = await alesund.party('Helsesykepleier Øvelse');
    const heard = await alesund.post(path, { ...talked, heardById, childView: 'Vil ha én å snakke med.' });
    const seen = await alesund.get(`/v1/cases/${caseId}`, heard);
    expect(seen).toMatchObject({
      heardOn: '2026-01-12',
      hearings: [{ childView: 'Vil ha én å snakke med.', heardBy: { name: 'Helsesykepleier Øvelse' } }],
    });
    expect(seen.openPoints).not.toContain('CHILD_NOT_HEARD');
    expect((await alesund.post(`/v1/cases/${caseId}/decision`, deciding)).warnings).toEqual([]);
    const { entries } = await alesund.get(`/v1/cases/${caseId}/audit-trail`);
    expect(entries.map(({ sentence }: { sentence: string }) => sentence)).toContain(
      'Barnet fikk uttale seg 12. januar 2026 (i samtale), til Helsesykepleier Øvelse. Barnets syn: «Vil ha én å snakke med.»',
    );
  });

  it('the leader objects, and the municipal director decides: that is binding (H2, U20)', async () => {
    const hamar = await Scene.in(app.url, '3403');
    const [candidateId, leaderId, director] = await Promise.all(
      ['Sykepleier Prøve', 'Liksulf Leder', 'Liksine Direktør'].map((name) => hamar.party(name)),
    );
    const { subjectId, caseId } = await hamar.ready();
    const at = `/v1/subjects/${subjectId}`;
    const proposed = { candidateId, unit: 'HOME_CARE', grounds: ['FIT'], proposedOn: '2026-01-26' };
    const { proposalId } = await hamar.post(`${at}/coordinator-proposals`, proposed);
    await hamar.post(`${at}/coordinator-proposals/${proposalId}/objection`, {
      leaderId,
      reasonCode: 'UNEVEN',
      reason: 'Enheten har fire fra før.',
      objectedOn: '2026-01-27',
    });
    const appointed = {
      coordinatorId: candidateId,
      caseId,
      proposalId,
      unit: 'HOME_CARE',
      validFrom: '2026-02-09',
      wishFollowed: 'YES',
    };
    const views = { view: 'Hjemmetjenesten kjenner henne best.', otherView: 'Vi har fire fra før.' };
    const raised = { proposalId, ...views, raisedOn: '2026-01-28' };
    const { disputeId, ...open } = await hamar.post(`${at}/coordinator-disputes`, raised);
    expect(await hamar.waiting(subjectId, open)).toContain('PLACEMENT_DISPUTE_TO_SETTLE');
    const early = await hamar.worker.post(`${at}/coordinators`, appointed);
    expect([early.status, early.body.type]).toEqual([409, 'coordination/dispute-open']);
    const settled = await hamar.post(`${at}/coordinator-disputes/${disputeId}/settlement`, {
      outcome: 'DECIDED',
      unit: 'HOME_CARE',
      settledById: director,
      reason: 'Hun har hjemmetjenesten hver dag.',
      settledOn: '2026-02-03',
    });
    expect(await hamar.waiting(subjectId, settled)).not.toContain('PLACEMENT_DISPUTE_TO_SETTLE');
    expect((await hamar.worker.post(`${at}/coordinators`, appointed)).status).toBe(201);
  });

  it('an oral application is written down with the person, and keeps the day on which it was said (S7)', async () => {
    const stranda = await Scene.in(app.url, '1525', 'BOARD');
    const subjectId = await stranda.person();
    const oral = {
      opening: 'APPLICATION',
      subjectId,
      items: both,
      receivedOn: '2026-01-06',
      channel: 'PHONE',
    };
    const { caseId, ...opened } = await stranda.post('/v1/cases', { ...oral, written: false });
    expect((await stranda.get(`/v1/cases/${caseId}`, opened)).openPoints).toContain('WRITING');
    const written = await stranda.post(`/v1/cases/${caseId}/application/assisted`, {
      saidBy: 'SUBJECT',
      saidOn: '2026-01-06',
      writtenOn: '2026-01-08',
      signed: true,
      text: 'Eg vil ha éin plan.',
    });
    const seen = await stranda.get(`/v1/cases/${caseId}`, written);
    expect(seen.receivedOn).toBe('2026-01-06');
    expect(seen.openPoints).toEqual(expect.not.arrayContaining(['WRITING', 'SIGNATURE']));
  });

  it('consent is withdrawn while the meeting is called: the case stays on its agenda and says what it lacks', async () => {
    const aure = await Scene.in(app.url, '1576', 'KE_MEETING');
    const subjectId = await aure.person();
    const { consentId } = await aure.consent(subjectId);
    const caseId = await aure.applied(subjectId);
    const called = { kind: 'UNIT', meetsOn: '2026-02-10', plannedOn: '2026-01-12', invitedUnits: ['SCHOOL'] };
    const { meetingId } = await aure.post('/v1/meetings', called);
    await aure.post(`/v1/meetings/${meetingId}/agenda`, { caseIds: [caseId], putOn: '2026-01-13' });
    const taken = { withdrawnOn: '2026-01-30' };
    const withdrawn = await aure.post(`/v1/subjects/${subjectId}/consents/${consentId}/withdrawal`, taken);
    const seen = await aure.get(`/v1/cases/${caseId}`, withdrawn);
    expect(seen.openPoints).toContain('CONSENT');
    expect(seen.agenda).toMatchObject([{ meetingId, status: 'PLANNED' }]);
  });

  it('a protected address: the person stands in no list, and the work with the case does', async () => {
    const { subjectId, caseId } = await alesund.ready(both, { protectedAddress: true });
    const appointed = await alesund.coordinator(subjectId, caseId, nurse);
    const { coordination } = await alesund.get('/v1/coordination?limit=200', appointed);
    expect(coordination.map((one: { subjectId?: string }) => one.subjectId)).not.toContain(subjectId);
    const { cases } = await alesund.get('/v1/cases?limit=200', appointed);
    const line = cases.find((one: { caseId: string }) => one.caseId === caseId);
    expect(JSON.stringify(line)).not.toContain(subjectId);
    expect(line.caseNumber).toMatch(/^\d{4}\/\d+$/);
  });
});
