import { randomUUID } from 'node:crypto';
import { seedDemonstration } from '#apps/standalone/src/seed';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { both, decisionOn, recommendation, Scene } from './scene.js';

type Fields = Readonly<Record<string, unknown>>;

describe('HTTP, asked to break what must never be broken, alone and by 32 at once', () => {
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

  /** Alone and by 32 at once it is refused so, and nothing is recorded. */
  async function refuses(scene: Scene, path: string, body: Fields, refusal: string) {
    const before = await app.lastRecorded();
    const alone = await scene.worker.post(path, body);
    expect([alone.status, alone.body.type]).toEqual([409, refusal]);
    const answers = await scene.atOnce(path, body);
    expect(new Set(answers.map(({ status, body: { type } }) => `${status} ${type}`))).toEqual(
      new Set([`409 ${refusal}`]),
    );
    expect(await app.lastRecorded()).toBe(before);
  }

  /** Of 32 at once one is recorded and the others refused so; then once more alone. */
  async function takesOne(
    scene: Scene,
    path: string,
    body: Fields | ((n: number) => Fields),
    refusal: string,
  ) {
    const answers = await scene.atOnce(path, body);
    const recorded = answers.filter(({ status }) => status === 201);
    expect(recorded).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 201).map(({ body: { type } }) => type);
    expect(new Set(others)).toEqual(new Set([refusal]));
    const late = await scene.worker.post(path, typeof body === 'function' ? body(32) : body);
    expect([late.status, late.body.type]).toEqual([409, refusal]);
    return recorded[0]?.body;
  }

  it('inv. 1: one plan at a time (A7)', async () => {
    const { subjectId, caseId } = await alesund.ready();
    const plan = { caseId, startedOn: '2026-02-09', withSubject: true };
    const path = `/v1/subjects/${subjectId}/plans`;
    const started = await takesOne(alesund, path, plan, 'coordination/plan-already-active');
    const { plans } = await alesund.get(`/v1/subjects/${subjectId}/coordination`, started);
    expect(plans).toHaveLength(1);
  });

  it.each(['ORDINARY', 'CHILD'] as const)('inv. 2: one responsible coordinator, %s (H1)', async (kind) => {
    const items = kind === 'CHILD' ? (['CHILD_COORDINATOR'] as const) : both;
    const { subjectId, caseId } = await alesund.ready(items);
    const staff = await Promise.all(Array.from({ length: 33 }, (_, n) => alesund.party(`Testa Nummer ${n}`)));
    const appointed = (n: number) => ({
      coordinatorId: staff[n],
      caseId,
      kind,
      validFrom: '2026-02-02',
      wishFollowed: 'NO_WISH',
    });
    const path = `/v1/subjects/${subjectId}/coordinators`;
    await takesOne(alesund, path, appointed, 'coordination/already-coordinated');
  });

  it('inv. 3: no coordinator, plan or member without consent, from the withdrawal on', async () => {
    const { subjectId, caseId } = await alesund.ready();
    const consents = `/v1/subjects/${subjectId}/consents`;
    const { consentId } = await alesund.consent(subjectId);
    await alesund.post(`${consents}/${consentId}/withdrawal`, { withdrawnOn: '2026-01-30' });
    const about = { caseId, wishFollowed: 'YES', coordinatorId: nurse, validFrom: '2026-02-02' };
    const none = 'coordination/no-consent';
    await refuses(alesund, `/v1/subjects/${subjectId}/coordinators`, about, none);
    const plan = { caseId, startedOn: '2026-02-09', withSubject: true };
    await refuses(alesund, `/v1/subjects/${subjectId}/plans`, plan, none);
    const member = { partyId: nurse, memberRole: 'NURSE', caseId, joinedOn: '2026-02-09' };
    await refuses(alesund, `/v1/subjects/${subjectId}/group/members`, member, none);
  });

  it('inv. 4: a coordinator without a plan, and a gap that nobody can pass over (A4, U7)', async () => {
    const { subjectId, caseId } = await alesund.ready();
    const { appointmentId } = await alesund.coordinator(subjectId, caseId, nurse);
    const path = `/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`;
    const left = { releasedOn: '2026-03-02', reasonCode: 'LEFT_POSITION' };
    const recorded = await takesOne(alesund, path, left, 'coordination/already-released');
    await eventually(async () => {
      const { gaps } = await alesund.get(`/v1/subjects/${subjectId}/coordination`, recorded);
      expect(gaps).toEqual([expect.objectContaining({ appointmentId, since: '2026-03-02' })]);
    });
    expect(await alesund.waiting(subjectId)).toContain('COORDINATOR_GAP');
  });

  it('inv. 5: nobody is appointed on what grants nothing, or without the answers that the profile asks for (H2, F5)', async () => {
    const undecided = await alesund.person();
    await alesund.consent(undecided);
    const caseId = await alesund.applied(undecided);
    const about = { coordinatorId: nurse, validFrom: '2026-02-02', wishFollowed: 'YES' };
    const path = (subjectId: string) => `/v1/subjects/${subjectId}/coordinators`;
    await refuses(alesund, path(undecided), { ...about, caseId }, 'coordination/not-granted');

    for (const [municipality, body, missing] of [
      ['3403', 'KE', 'needs-proposal'],
      ['3429', 'TEAM', 'needs-proposal'],
    ] as const) {
      const there = await Scene.in(app.url, municipality, body);
      const coordinatorId = await there.party('Testa Foreslått');
      const ready = await there.ready();
      const told = { ...about, coordinatorId, caseId: ready.caseId, unit: 'HOME_CARE' };
      await refuses(there, path(ready.subjectId), told, `coordination/${missing}`);
      const proposed = {
        candidateId: coordinatorId,
        unit: 'HOME_CARE',
        grounds: ['FIT'],
        proposedOn: '2026-01-26',
      };
      const { proposalId } = await there.post(
        `/v1/subjects/${ready.subjectId}/coordinator-proposals`,
        proposed,
      );
      await refuses(there, path(ready.subjectId), { ...told, proposalId }, 'coordination/answer-missing');
    }
  });

  it('inv. 6: nothing is decided before the board has approved (S6)', async () => {
    const stranda = await Scene.in(app.url, '1525', 'BOARD');
    const caseId = await stranda.applied(await stranda.person());
    await stranda.post(`/v1/cases/${caseId}/recommendations`, recommendation(both, '2026-01-20'));
    const path = `/v1/cases/${caseId}/decision`;
    const decided = decisionOn(both, 'BOARD', '2026-01-27');
    await refuses(stranda, path, decided, 'casework/board-not-approved');
    await refuses(stranda, path, decisionOn(both, 'KE', '2026-01-27'), 'casework/not-the-decider');
  });

  it('inv. 7: a decision answers every item, with both criteria assessed, once (A1, U15)', async () => {
    const caseId = await alesund.applied(await alesund.person());
    const path = `/v1/cases/${caseId}/decision`;
    const whole = decisionOn(both, 'KE', '2026-01-20');
    const [item] = whole.items;
    await refuses(alesund, path, { ...whole, items: [item] }, 'casework/item-not-answered');
    const [longTerm] = whole.criteria;
    await refuses(alesund, path, { ...whole, criteria: [longTerm] }, 'casework/criterion-not-assessed');
    await takesOne(alesund, path, whole, 'casework/already-decided');
  });

  it('inv. 8: decided is not notified until a written answer went out (U12)', async () => {
    const { caseId } = await alesund.ready();
    const path = `/v1/cases/${caseId}/decision/notification`;
    const oral = { recipients: ['SUBJECT'], channel: 'PHONE', notifiedOn: '2026-01-21' };
    await refuses(alesund, path, oral, 'casework/answer-not-written');
    const toOthers = { recipients: ['COORDINATOR'], channel: 'LETTER', notifiedOn: '2026-01-21' };
    await refuses(alesund, path, toOthers, 'casework/applicant-not-notified');
    expect((await alesund.get(`/v1/cases/${caseId}`)).status).toBe('DECIDED_NOT_NOTIFIED');
    const sent = await alesund.post(path, { ...toOthers, recipients: ['SUBJECT'] });
    expect((await alesund.get(`/v1/cases/${caseId}`, sent)).status).toBe('NOTIFIED');
  });

  it('inv. 10: no later step moves the day of receipt, and a correction tells why', async () => {
    const caseId = await alesund.applied(await alesund.person());
    const again = { items: both, receivedOn: '2026-01-02', channel: 'FORM' };
    await refuses(alesund, `/v1/cases/${caseId}/application`, again, 'casework/application-already-received');
    const { entries } = await alesund.get(`/v1/cases/${caseId}/audit-trail`);
    const { eventId } = entries.find(({ type }: { type: string }) => type === 'ApplicationReceived');
    const path = `/v1/cases/${caseId}/corrections`;
    const changed = { eventId, changed: { receivedOn: '2026-01-05' } };
    expect(await alesund.worker.post(path, changed)).toMatchObject({ status: 400 });
    const corrected = await alesund.post(path, { ...changed, reason: 'Stemplet dagen før.' });
    expect((await alesund.get(`/v1/cases/${caseId}`, corrected)).receivedOn).toBe('2026-01-05');
  });

  it('inv. 12: a child coordinator is for children and the unborn alone', async () => {
    const { subjectId, caseId } = await alesund.ready(['CHILD_COORDINATOR'], { birthDate: '1990-01-02' });
    const about = {
      coordinatorId: nurse,
      caseId,
      kind: 'CHILD',
      validFrom: '2026-02-02',
      wishFollowed: 'YES',
    };
    await refuses(alesund, `/v1/subjects/${subjectId}/coordinators`, about, 'coordination/adult');
  });

  it('inv. 18: nothing is taken away: what was wrong is struck out and stands', async () => {
    const { caseId } = await alesund.ready();
    for (const method of ['DELETE', 'PUT', 'PATCH']) {
      const { status } = await alesund.worker.send(method, `/v1/cases/${caseId}`, undefined);
      expect([404, 405]).toContain(status);
    }
    const sent = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: '2026-01-21' };
    const { events } = await alesund.post(`/v1/cases/${caseId}/decision/notification`, sent);
    const [{ eventId }] = events;
    const wrong = {
      eventId,
      recordedInError: { reasonCode: 'NEVER_HAPPENED' },
      reason: 'Brevet ble liggende.',
    };
    const annulled = await takesOne(
      alesund,
      `/v1/cases/${caseId}/corrections`,
      wrong,
      'casework/already-annulled',
    );
    const { entries } = await alesund.get(`/v1/cases/${caseId}/audit-trail`, annulled);
    expect(entries.find((one: { eventId: string }) => one.eventId === eventId)).toMatchObject({
      type: 'DecisionNotified',
      struckOut: { reasonCode: 'NEVER_HAPPENED' },
    });
  });

  it('inv. 19: the same request 32 times under one key is one event, and another body under it is refused', async () => {
    const { subjectId, caseId } = await alesund.ready();
    const headers = { 'idempotency-key': randomUUID() };
    const path = `/v1/subjects/${subjectId}/plans`;
    const plan = { caseId, startedOn: '2026-02-09', withSubject: true };
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => alesund.worker.post(path, plan, { headers })),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.events[0].eventId}`)).size).toBe(1);
    const other = await alesund.worker.post(path, { ...plan, startedOn: '2026-02-10' }, { headers });
    expect([other.status, other.body.type]).toEqual([422, 'key-reused']);
    const recorded = await app.parts.store.read(`coordination-1508.${subjectId}`);
    expect(recorded.filter(({ type }) => type === 'PlanStarted')).toHaveLength(1);
  });
});
