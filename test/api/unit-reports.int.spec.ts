import { seedDemonstration } from '#apps/standalone/src/seed';
import { type Answer, ApiClient, demoKey } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { done } from './procedure.js';
import { delegated, Scene } from './scene.js';

interface Found {
  readonly code: string;
  readonly owner: string;
  readonly endedOn: string | null;
  readonly endedBy: string | null;
}
interface Line {
  readonly reportId: string;
  readonly unit: string;
  readonly state: string;
  readonly discrepancies: readonly Found[];
}
type Fields = Readonly<Record<string, unknown>>;

const whole = {
  begunOn: '2026-01-20',
  consentGivenOn: '2026-01-19',
  answeredOn: '2026-01-22',
  reportedOn: '2026-02-01',
};

describe('What units report of their own', () => {
  let app: TestApp;
  let stranda: Scene;
  let school: ApiClient;
  let care: ApiClient;
  let teacher: string;
  let nurse: string;

  beforeAll(async () => {
    app = await startTestApp({ tenants: [] });
    await seedDemonstration(app.parts.runner);
    stranda = await Scene.in(app.url, '1525', 'BOARD');
    await delegated(app.url, '1525', 'APPOINT_COORDINATOR', 'KE');
    [school, care] = await Promise.all([leaderOf('SCHOOL'), leaderOf('HOME_CARE')]);
    teacher = await stranda.party('Lærar Øving', { unit: 'SCHOOL' });
    nurse = await stranda.party('Sjukepleiar Øving');
  }, 120_000);
  afterAll(() => app?.stop());

  async function leaderOf(unit: string): Promise<ApiClient> {
    const { body } = await new ApiClient(app.url).post('/demo/token', {
      key: demoKey,
      role: 'UNIT_LEADER',
      municipality: '1525',
      sub: `leader-${unit.toLowerCase()}`,
      unit,
    });
    return new ApiClient(app.url, body.accessToken as string);
  }

  const reports = (client: ApiClient, fields: Fields) =>
    client.post('/v1/unit-reports', { ...whole, ...fields });
  const linesFor = async (
    client: ApiClient,
    subjectId: string,
    readAfter: string,
  ): Promise<readonly Line[]> =>
    done(await client.get(`/v1/unit-reports?limit=200&subjectId=${subjectId}&readAfter=${readAfter}`))
      .reports;
  const openIn = ({ discrepancies }: Line) =>
    discrepancies.filter(({ endedOn }) => endedOn === null).map(({ code, owner }) => `${code} ${owner}`);
  const endedIn = ({ discrepancies }: Line) =>
    discrepancies.filter(({ endedOn }) => endedOn !== null).map(({ code, endedBy }) => `${code} ${endedBy}`);
  const at = (subjectId: string, reportId: string) => `/v1/subjects/${subjectId}/unit-reports/${reportId}`;
  const trailOf = async (subjectId: string, language: 'nb' | 'nn') => {
    const { entries } = done(
      await stranda.worker.get(`/v1/subjects/${subjectId}/trail?limit=200`, {
        headers: { 'accept-language': language },
      }),
    );
    return JSON.stringify(entries);
  };

  it('Stranda’s leader reports three persons at once, one of them twice by two leaders: named, owned and ended (S9)', async () => {
    const [one, two, three] = await Promise.all([stranda.person(), stranda.person(), stranda.person()]);
    const told = await Promise.all(
      [one, two, three].map((subjectId) => reports(school, { subjectId, coordinatorId: teacher })),
    );
    for (const { status, body } of told) {
      expect([status, body.discrepancies]).toEqual([201, ['CONSENT_UNSEEN']]);
    }
    const again = done(await reports(care, { subjectId: three, coordinatorId: nurse }));
    expect(again.discrepancies).toEqual(['CONSENT_UNSEEN', 'REPORTED_TWICE']);

    // Each leader sees the own report; the coordinating unit sees both, and whose it is to clear what.
    const ofSchool = await linesFor(school, three, again.readAfter);
    expect(ofSchool.map(({ unit }) => unit)).toEqual(['SCHOOL']);
    const both = await linesFor(stranda.worker, three, again.readAfter);
    expect(both.map(openIn)).toEqual([
      ['CONSENT_UNSEEN UNIT', 'REPORTED_TWICE KE'],
      ['CONSENT_UNSEEN UNIT', 'REPORTED_TWICE KE'],
    ]);
    expect(await stranda.waiting(three, again)).toEqual(['REPORT_TO_COMPLETE']);
    const inbox = async (client: ApiClient) =>
      done(await client.get(`/v1/tasks?kind=REPORT_TO_COMPLETE&readAfter=${again.readAfter}`)).tasks.map(
        ({ subject }: { subject: { subjectId: string } }) => subject.subjectId,
      );
    expect(await inbox(school)).toEqual(expect.arrayContaining([one, two, three]));
    expect(await inbox(care)).toEqual([three]);

    // The consent comes; the other leader takes the report back; what is left is confirmed.
    await stranda.consent(three, { givenOn: '2026-01-19' });
    const back = done(
      await care.post(`${at(three, String(again.reportId))}/withdrawal`, { reasonCode: 'OTHER_UNIT' }),
    );
    const first = (await linesFor(stranda.worker, three, back.readAfter)).find(
      ({ unit }) => unit === 'SCHOOL',
    );
    // What runs and what has ended are found apart.
    const stands = done(await school.get(`/v1/unit-reports?ended=false&subjectId=${three}`))
      .reports as Line[];
    expect(stands.map(({ state }) => state)).toEqual(['REPORTED']);
    expect((await school.get('/v1/unit-reports?ended=perhaps')).status).toBe(400);
    const ended = done(await care.get(`/v1/unit-reports?ended=true&subjectId=${three}`)).reports as Line[];
    expect(ended.map(({ state }) => state)).toEqual(['WITHDRAWN']);
    expect(first && [openIn(first), endedIn(first)]).toEqual([
      [],
      ['CONSENT_UNSEEN CONSENT_RECORDED', 'REPORTED_TWICE OTHER_WITHDRAWN'],
    ]);
    expect(await stranda.waiting(three, back)).toEqual(['REPORT_TO_CONFIRM']);
    const reportId = String(told[2]?.body.reportId);
    const confirmed = await stranda.post(`${at(three, reportId)}/confirmation`, {
      confirmedOn: '2026-02-10',
    });
    expect(await stranda.waiting(three, confirmed)).toEqual([]);
    const register = await stranda.get(`/v1/subjects/${three}/coordination`, confirmed);
    expect(register).toMatchObject({
      coordinatorUnit: 'SCHOOL',
      planSince: '2026-01-20',
      plans: [{ restsOn: 'UNIT_REPORT', reportId, planId: confirmed.planId }],
      appointments: [{ restsOn: 'UNIT_REPORT', reportId }],
      reports: [{ state: 'CONFIRMED' }, { state: 'WITHDRAWN', withdrawalCode: 'OTHER_UNIT' }],
      discrepancies: [],
    });
    // Reported and confirmed are told apart in the trail's words, in both languages.
    const [nb, nn] = await Promise.all([trailOf(three, 'nb'), trailOf(three, 'nn')]);
    expect(nb).toContain('Avvik: samtykke er ikke registrert');
    expect(nb).toContain('Meldingen fra enheten ble bekreftet');
    expect(nn).toContain('Avvik: samtykke er ikkje registrert');
    expect(nn).toContain('Meldinga frå eininga vart stadfesta');
  });

  it('what is reported is kept apart from what is confirmed: nobody coordinates by it, and it shows in the register (S9)', async () => {
    const subjectId = await stranda.person();
    const told = done(await reports(school, { subjectId, coordinatorId: teacher }));
    const { coordination } = await stranda.get(`/v1/coordination?subjectId=${subjectId}`, told);
    expect(coordination).toMatchObject([
      {
        coordinator: null,
        activePlanId: null,
        withoutCoordinatorSince: null,
        discrepancies: ['CONSENT_UNSEEN'],
      },
    ]);
  });

  it('is repeated under its key with the same answer, and recorded once', async () => {
    const subjectId = await stranda.person();
    const key = { 'idempotency-key': '0c0e3b7e-0000-4000-8000-00000000aa01' };
    const body = { ...whole, subjectId };
    const first = await school.post('/v1/unit-reports', body, { headers: key });
    await stranda.consent(subjectId, { givenOn: '2026-01-19' });
    const second = await school.post('/v1/unit-reports', body, { headers: key });
    expect(second.body).toMatchObject({
      reportId: first.body.reportId,
      discrepancies: ['NO_COORDINATOR', 'CONSENT_UNSEEN'],
    });
    expect(await linesFor(school, subjectId, String(second.body.readAfter))).toHaveLength(1);
  });

  it('is refused of another unit than the own, and to whom it does not concern', async () => {
    const subjectId = await stranda.person();
    const told = done(await reports(school, { subjectId }));
    const answers = [
      await reports(care, { subjectId, unit: 'SCHOOL' }),
      await care.post(`${at(subjectId, String(told.reportId))}/withdrawal`, { reasonCode: 'OTHER' }),
      await care.post(`${at(subjectId, String(told.reportId))}/completion`, { answeredOn: '2026-02-03' }),
      await care.post(`/v1/subjects/${subjectId}/plan-closure-reports`, {
        reportId: told.reportId,
        closedOn: '2026-02-10',
        reasonCode: 'MOVED',
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const confirming = await school.post(`${at(subjectId, String(told.reportId))}/confirmation`, {});
    expect(confirming.status).toBe(403);
  });

  it('invariant 16: lacks leader and coordinator, is kept as incomplete, and is completed by the unit', async () => {
    const subjectId = await stranda.person();
    await stranda.consent(subjectId, { givenOn: '2026-01-19' });
    const told = await stranda.post('/v1/unit-reports', {
      ...whole,
      subjectId,
      unit: 'NURSING_HOME',
      answeredOn: undefined,
    });
    expect(told.discrepancies).toEqual(['NO_LEADER', 'NO_COORDINATOR', 'ANSWER_MISSING']);
    const path = at(subjectId, String(told.reportId));
    const early = await stranda.worker.post(`${path}/confirmation`, {});
    expect([early.status, early.body.type]).toEqual([409, 'coordination/report-discrepancies']);
    const more = await stranda.post(`${path}/completion`, { leaderId: nurse, coordinatorId: nurse });
    expect(more.discrepancies).toEqual(['ANSWER_MISSING']);
    const [line] = await linesFor(stranda.worker, subjectId, more.readAfter);
    expect(line && endedIn(line)).toEqual(['NO_LEADER COMPLETED', 'NO_COORDINATOR COMPLETED']);
    // An answer may follow when it is confirmed.
    await stranda.post(`${path}/confirmation`, {});
    const answered = await stranda.post(`${path}/completion`, { answeredOn: '2026-02-20' });
    expect(answered.discrepancies).toEqual([]);
    expect(await stranda.waiting(subjectId, answered)).toEqual([]);
  });

  const refusals = (answers: readonly Answer[]) => answers.filter(({ status }) => status !== 201);

  it('invariants 1, 3 and 5 hold for what is confirmed, alone and by 32 at once, and refuse no report', async () => {
    const subjectId = await stranda.person();
    const all = await stranda.atOnce('/v1/unit-reports', {
      ...whole,
      subjectId,
      unit: 'SCHOOL',
      leaderId: nurse,
      coordinatorId: teacher,
    });
    expect(refusals(all)).toEqual([]);
    const ids = all.map(({ body }) => String(body.reportId));
    expect(new Set(ids).size).toBe(32);
    // Invariant 3: nothing is confirmed without consent.
    const [first = '', second = ''] = ids;
    const unconsented = await stranda.worker.post(`${at(subjectId, first)}/confirmation`, {});
    expect([unconsented.status, unconsented.body.type]).toEqual([409, 'coordination/report-discrepancies']);
    const consented = await stranda.consent(subjectId, { givenOn: '2026-01-19' });
    // Invariant 1: 32 confirm 32 reports of one person, and one plan begins.
    const tried = await Promise.all(
      ids.map((reportId) => stranda.worker.post(`${at(subjectId, reportId)}/confirmation`, {})),
    );
    expect(tried.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(refusals(tried).map(({ body }) => body.type))).toEqual(
      new Set(['coordination/report-discrepancies']),
    );
    const { plans, appointments } = await stranda.get(`/v1/subjects/${subjectId}/coordination`, {
      readAfter: String(tried.find(({ status }) => status === 201)?.body.readAfter ?? consented.readAfter),
    });
    expect([plans.length, appointments.length]).toEqual([1, 1]);
    // Invariant 5: what was never reported, or was taken back, carries nothing.
    const other = await stranda.person();
    await stranda.consent(other);
    const never = await stranda.worker.post(`${at(other, second)}/confirmation`, {});
    expect([never.status, never.body.type]).toEqual([404, 'coordination/no-such-report']);
  });

  it('the plan that the register has already is what a report was of: it is confirmed as that plan (S9)', async () => {
    const subjectId = await stranda.person();
    await stranda.consent(subjectId, { givenOn: '2026-01-19' });
    const first = done(await reports(school, { subjectId, coordinatorId: teacher }));
    const { planId } = await stranda.post(`${at(subjectId, String(first.reportId))}/confirmation`, {});
    const second = done(await reports(care, { subjectId, coordinatorId: teacher }));
    expect(second.discrepancies).toEqual(['PLAN_ALREADY_ACTIVE']);
    const same = await stranda.post(`${at(subjectId, String(second.reportId))}/confirmation`, { planId });
    const lines = await linesFor(stranda.worker, subjectId, same.readAfter);
    expect(lines.map(({ state }) => state)).toEqual(['CONFIRMED', 'CONFIRMED']);
    // On one day they come in the order of their ids.
    expect(lines.flatMap(endedIn)).toEqual(['PLAN_ALREADY_ACTIVE CONFIRMED']);
  });

  /** A coordinator of the school, and the client of that one. */
  async function coordinatorCalled(sub: string) {
    const coordinatorId = await stranda.party('Koordinator Øving', { unit: 'SCHOOL' });
    const admin = await ApiClient.as(app.url, 'ADMIN', '1525');
    const login = { issuer: 'samspor-demo', subject: sub };
    done(await admin.post(`/v1/parties/${coordinatorId}/logins`, login));
    return { coordinatorId, coordinator: await ApiClient.as(app.url, 'COORDINATOR', '1525', sub) };
  }

  it('half a year goes by: coordinator and leader are both asked whether it is still right, until one of them answers (S9)', async () => {
    const { coordinatorId, coordinator } = await coordinatorCalled('asked-coordinator');
    const subjectId = await stranda.person();
    await stranda.consent(subjectId, { givenOn: '2026-01-19' });
    const { reportId } = done(await reports(school, { subjectId, coordinatorId }));
    const confirmed = await stranda.post(`${at(subjectId, String(reportId))}/confirmation`, {});
    const isAsked = async (client: ApiClient, readAfter: string) =>
      done(await client.get(`/v1/tasks?kind=STANDING_TO_REVIEW&limit=200&readAfter=${readAfter}`)).tasks.some(
        ({ subject }: { subject: { subjectId: string } }) => subject.subjectId === subjectId,
      );
    await eventually(async () =>
      expect([
        await isAsked(coordinator, confirmed.readAfter),
        await isAsked(school, confirmed.readAfter),
        await isAsked(care, confirmed.readAfter),
      ]).toEqual([true, true, false]),
    );
    const answer = { parts: ['PLAN', 'COORDINATOR'], outcome: 'STILL_RIGHT', withSubject: true };
    const { readAfter } = done(await school.post(`/v1/subjects/${subjectId}/coordination-reviews`, answer));
    expect([await isAsked(coordinator, readAfter), await isAsked(school, readAfter)]).toEqual([false, false]);
  });

  it('an end and a leaver are reported by leader and coordinator, and wait until the unit has recorded them (S10)', async () => {
    const { coordinatorId, coordinator } = await coordinatorCalled('reports-coordinator');
    const subjectId = await stranda.person();
    const path = `/v1/subjects/${subjectId}`;
    await stranda.consent(subjectId, { givenOn: '2026-01-19' });
    const told = done(await reports(school, { subjectId, coordinatorId }));
    const { planId } = await stranda.post(`${at(subjectId, String(told.reportId))}/confirmation`, {});
    const { memberId, ...joined } = await stranda.post(`${path}/group/members`, {
      partyId: teacher,
      memberRole: 'TEACHER',
      joinedOn: '2026-02-03',
    });
    await eventually(async () =>
      done(await coordinator.get(`${path}/coordination?readAfter=${joined.readAfter}`)),
    );
    done(
      await coordinator.post(`${path}/departure-reports`, {
        memberId,
        leftOn: '2026-02-20',
        reasonCode: 'LEFT_POSITION',
        reportedOn: '2026-02-21',
      }),
    );
    const ended = done(
      await school.post(`${path}/plan-closure-reports`, {
        planId,
        closedOn: '2026-02-25',
        reasonCode: 'NEED_CEASED',
        personAgrees: true,
        reportedOn: '2026-02-26',
      }),
    );
    expect(await stranda.waiting(subjectId, ended)).toEqual(['END_TO_CONFIRM']);
    const { plans, members, endReports } = await stranda.get(`${path}/coordination`, ended);
    expect([plans[0].closedOn, members[0].leftOn]).toEqual([null, null]);
    expect(endReports).toMatchObject([
      { what: 'MEMBER', of: memberId, isRecorded: false },
      { what: 'PLAN', of: planId, isRecorded: false, unit: null },
    ]);
    await stranda.post(`${path}/group/members/${memberId}/departure`, {
      leftOn: '2026-02-20',
      reasonCode: 'LEFT_POSITION',
    });
    const closed = await stranda.post(`/v1/plans/${planId}/closure`, {
      closedOn: '2026-02-25',
      reasonCode: 'NEED_CEASED',
      personAgrees: true,
      coordinatorGoesOn: true,
    });
    expect(await stranda.waiting(subjectId, closed)).toEqual([]);
  });

  it('missing feedback shows: what is to end by the answer to “still right?”, and of which no end was told (S10)', async () => {
    const subjectId = await stranda.person();
    await stranda.consent(subjectId, { givenOn: '2026-01-19' });
    const told = done(await reports(school, { subjectId, coordinatorId: teacher }));
    // Its leader is asked as long as nobody has confirmed it.
    const asked = (tasks: readonly { kind: string }[]) => tasks.map(({ kind }) => kind);
    const reviewed = done(
      await school.post(`/v1/subjects/${subjectId}/coordination-reviews`, {
        parts: ['PLAN'],
        outcome: 'TO_END',
        withSubject: true,
        reviewedOn: '2026-02-10',
      }),
    );
    expect(await stranda.waiting(subjectId, reviewed)).toEqual(['FEEDBACK_MISSING', 'REPORT_TO_CONFIRM']);
    const own = done(
      await school.get(`/v1/tasks?subjectId=${subjectId}&readAfter=${reviewed.readAfter}`),
    ).tasks;
    expect(asked(own)).toContain('FEEDBACK_MISSING');
    const ended = done(
      await school.post(`/v1/subjects/${subjectId}/plan-closure-reports`, {
        reportId: told.reportId,
        closedOn: '2026-02-20',
        reasonCode: 'MOVED',
      }),
    );
    expect(await stranda.waiting(subjectId, ended)).toEqual([]);
    const [line] = await linesFor(school, subjectId, ended.readAfter);
    expect(line?.state).toBe('ENDED');
  });
});
