import { randomUUID } from 'node:crypto';
import { ownCommand } from '#apps/api/src/commands/own-command';
import { seedProfile, shippedProfile } from '#municipality/application/index';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
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

    const member = await ApiClient.as(app.url, 'BOARD_MEMBER', '1525');
    expect((await member.get(`/v1/meetings/${meetingId}`)).status).toBe(404);
    const fixed = await post(`/v1/meetings/${meetingId}/agenda/fixing`, { fixedOn: '2026-01-22' });
    const list = done(await member.get(`/v1/meetings/${meetingId}?readAfter=${fixed.readAfter}`));
    expect(list.cases).toMatchObject([{ caseId }]);
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
    done(await treat({ treatment: 'APPROVED', disqualified: [first] }));
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
