import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { done, Procedure, testNumber } from './procedure.js';

interface Task {
  readonly id: string;
  readonly kind: string;
  readonly since: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly eventId: string;
  readonly caseId: string;
  readonly missing: readonly string[];
  readonly why: { readonly nb: string; readonly nn: string };
  readonly for: { readonly party: { readonly name: string } | null; readonly role: string | null };
  readonly step: { readonly nb: string; readonly method: string; readonly path: string };
  readonly subject: { readonly subjectId: string; readonly familyName: string } | null;
}

describe('the inbox', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;
  let serial = 100;

  beforeAll(async () => {
    app = await startTestApp();
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  /** Every task that somebody sees, page by page, after what was recorded last. */
  async function inbox(query = '', who = worker): Promise<readonly Task[]> {
    const all: Task[] = [];
    let after = '';
    do {
      const page = done(await who.get(`/v1/tasks?${query}&limit=200${after}`));
      all.push(...(page.tasks as Task[]));
      after = page.next === undefined ? '' : `&after=${String(page.next)}`;
    } while (after !== '');
    return all;
  }
  /** But for the question whether what began in these tests, long ago by now, is still right, and for deadlines, which are over by now. */
  const aside = ['STANDING_TO_REVIEW', 'DEADLINE_NEAR', 'DEADLINE_OVERDUE'];
  const of = (subjectId: string, tasks: readonly Task[]) =>
    tasks.filter(({ kind, subject }) => !aside.includes(kind) && subject?.subjectId === subjectId);
  const kindsOf = async (subjectId: string, { readAfter }: { readonly readAfter: string }) =>
    of(subjectId, await inbox(`readAfter=${readAfter}`))
      .map(({ kind }) => kind)
      .toSorted();
  const step = async (path: string, body: object) => done(await worker.post(path, body));
  const person = () => steps.person({ identityNumber: testNumber((serial += 7)) });

  it('follows Aure’s procedure from a reported need to a plan, and is empty then', async () => {
    const subjectId = await person();
    const after = (answer: { readonly readAfter: string }) => kindsOf(subjectId, answer);
    const need = await step('/v1/cases', {
      opening: 'NEED',
      subjectId,
      receivedOn: '2026-01-02',
      channel: 'PHONE',
      notifierRole: 'EMPLOYEE',
      subjectWishes: 'NOT_ASKED',
    });
    const path = `/v1/cases/${String(need.caseId)}`;
    expect(await after(need)).toEqual(['NEED_TO_ASK']);
    expect(of(subjectId, await inbox())).toMatchObject([
      {
        since: '2026-01-02',
        dueOn: null,
        overdue: false,
        caseId: need.caseId,
        caseNumber: expect.stringMatching(/^\d{4}\/\d+$/),
        label: { nb: 'personen er ikke spurt', nn: 'personen er ikkje spurd' },
        why: { nb: 'Behovet ble meldt 2. januar 2026. Personen er ikke spurt om oppfølging.' },
        for: { party: null, unit: null, role: 'CASEWORKER' },
        step: { method: 'POST', path: `${path}/need-answers` },
        subject: { familyName: 'Prøvesen' },
        eventId: need.events?.[0]?.eventId ?? expect.any(String),
      },
    ]);

    const yes = { answeredOn: '2026-01-03', subjectWishes: 'YES', answeredBy: 'SUBJECT' };
    expect(await after(await step(`${path}/need-answers`, yes))).toEqual(['MAPPING_TO_ASSIGN']);

    const mapper = await steps.party('Testa Kartlegger');
    const asked = { assigneeId: mapper, unit: 'SCHOOL', assignedOn: '2026-01-04', dueOn: '2026-01-20' };
    const assignment = await step(`${path}/mapping-assignments`, asked);
    expect(await after(assignment)).toEqual(['MAPPING_TO_DO']);
    expect(of(subjectId, await inbox('unit=SCHOOL&overdue=true&kind=MAPPING_TO_DO'))).toMatchObject([
      {
        dueOn: '2026-01-20',
        overdue: true,
        for: { party: { partyId: mapper, name: 'Testa Kartlegger' }, unit: 'SCHOOL', role: null },
        why: {
          nb: 'Testa Kartlegger fikk i oppdrag å kartlegge 4. januar 2026, med frist 20. januar 2026. Fristen er ute.',
          nn: 'Testa Kartlegger fekk i oppdrag å kartleggje 4. januar 2026, med frist 20. januar 2026. Fristen er ute.',
        },
      },
    ]);

    const mapped = await step(`${path}/mapping-completion`, {
      assignmentId: assignment.assignmentId,
      performerId: mapper,
      competenceBasis: 'PROFESSION',
      completedOn: '2026-01-05',
    });
    expect(await after(mapped)).toEqual(['APPLICATION_TO_RECEIVE']);

    const application = {
      items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
      receivedOn: '2026-01-06',
      channel: 'FORM',
    };
    const received = await step(`${path}/application`, application);
    expect(await after(received)).toEqual(['APPLICATION_TO_COMPLETE', 'CASE_TO_CONSIDER']);
    expect(of(subjectId, await inbox('kind=APPLICATION_TO_COMPLETE'))).toMatchObject([
      {
        missing: ['SIGNATURE', 'CONSENT'],
        why: {
          nb: 'Søknaden ble mottatt 6. januar 2026, og noe mangler ennå: underskrift mangler og samtykke mangler.',
        },
        step: { path: `${path}/application/completion` },
      },
    ]);
    await step(`${path}/application/completion`, { what: ['SIGNATURE'], completedOn: '2026-01-07' });
    const scopes = ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'];
    const consent = await step(`/v1/subjects/${subjectId}/consents`, {
      scopes,
      givenBy: 'SUBJECT',
      givenOn: '2026-01-07',
    });
    expect(await after(consent)).toEqual(['CASE_TO_CONSIDER']);

    const caseId = String(need.caseId);
    const meetingId = await steps.meeting(caseId);
    await eventually(async () =>
      expect(of(subjectId, await inbox())).toMatchObject([
        {
          kind: 'DECISION_TO_MAKE',
          since: '2026-01-27',
          dueOn: '2026-01-27',
          why: {
            nn: 'Saka var sett opp på møtet 27. januar 2026. Avgjerda er ikkje skriven inn.',
          },
        },
      ]),
    );

    const granting = ['COORDINATOR_TO_APPOINT', 'DECISION_TO_NOTIFY', 'PLAN_TO_START'];
    expect(await after(await steps.decision(caseId, meetingId))).toEqual(granting);
    expect(await after(await steps.notification(caseId))).toEqual([
      'COORDINATOR_TO_APPOINT',
      'PLAN_TO_START',
    ]);
    expect(of(subjectId, await inbox('kind=COORDINATOR_TO_APPOINT'))).toMatchObject([
      {
        caseId,
        since: '2026-01-27',
        step: { nb: 'Oppnevn brukerkoordinator', path: `/v1/subjects/${subjectId}/coordinators` },
      },
    ]);

    const nurse = await steps.party('Testmann Sykepleier');
    const appointmentId = await steps.coordinator(subjectId, caseId, nurse);
    await eventually(async () =>
      expect(of(subjectId, await inbox())).toMatchObject([
        { kind: 'PLAN_TO_START', for: { party: { partyId: nurse, name: 'Testmann Sykepleier' } } },
      ]),
    );
    await steps.plan(subjectId, caseId);
    await eventually(async () => expect(of(subjectId, await inbox())).toEqual([]));

    const end = await step(`/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`, {
      releasedOn: '2026-02-20',
      reasonCode: 'LEFT_POSITION',
    });
    expect(await after(end)).toEqual(['COORDINATOR_GAP']);
    const [gap] = of(subjectId, await inbox('kind=COORDINATOR_GAP'));
    expect(gap).toMatchObject({ caseId, since: '2026-02-20', for: { party: null, role: 'LEADER' } });
    expect(gap?.why.nb).toMatch(
      /^Testmann Sykepleier er ikke brukerkoordinator lenger fra 20\. februar 2026\. Ingen ny er oppnevnt, \d+ dager etter\.$/,
    );
    await steps.coordinator(subjectId, caseId, await steps.party('Testa Ny'), '2026-02-21');
    await eventually(async () =>
      expect(of(subjectId, await inbox())).toMatchObject([
        { kind: 'HANDOVER_TO_WRITE', for: { party: null, unit: 'HOME_CARE' } },
      ]),
    );
    const sheet = { openMatters: 'Planen mangler mål.' };
    const left = await step(`/v1/subjects/${subjectId}/coordinators/${appointmentId}/handovers`, sheet);
    expect(await after(left)).toEqual(['HANDOVER_TO_ACKNOWLEDGE']);
    const [unread] = of(subjectId, await inbox('kind=HANDOVER_TO_ACKNOWLEDGE'));
    expect(unread?.why.nb).toMatch(/^Testmann Sykepleier har overlevert til den nye\. .* 0 dager etter\./);
    expect(await after(await step(unread?.step.path ?? '', {}))).toEqual([]);
  });

  it('tells of a disagreement on who maps until it is settled, and that binds (U20)', async () => {
    const subjectId = await person();
    const need = { notifierRole: 'EMPLOYEE', subjectWishes: 'YES', channel: 'PHONE' };
    const { caseId } = await step('/v1/cases', {
      opening: 'NEED',
      subjectId,
      receivedOn: '2026-01-02',
      ...need,
    });
    const at = `/v1/cases/${String(caseId)}`;
    const views = { view: 'Skolen kjenner behovet.', otherView: 'Barnehagen kartla sist.' };
    const raised = await step(`${at}/disputes`, { topic: 'MAPPING', raisedOn: '2026-01-05', ...views });
    expect(await kindsOf(subjectId, raised)).toEqual(['HANDLING_DISPUTE_TO_SETTLE', 'MAPPING_TO_ASSIGN']);
    const [task] = of(subjectId, await inbox('kind=HANDLING_DISPUTE_TO_SETTLE'));
    expect(task).toMatchObject({
      caseId,
      since: '2026-01-05',
      for: { role: 'LEADER' },
      why: {
        nb: 'Det er uenighet om behandlingen av saken. Den ble tatt opp 5. januar 2026, og skal avgjøres av kommunedirektøren.',
      },
    });
    const leader = await ApiClient.as(app.url, 'LEADER');
    const own = done(await leader.get('/v1/tasks?mine=true&limit=200')).tasks as {
      kind: string;
      caseId: string;
    }[];
    expect(own.filter((one) => one.caseId === caseId).map(({ kind }) => kind)).toEqual([
      'HANDLING_DISPUTE_TO_SETTLE',
    ]);
    const assigneeId = await steps.party('Testa Kartlegger');
    const assigned = (fields: object) =>
      worker.post(`${at}/mapping-assignments`, { assigneeId, assignedOn: '2026-01-12', ...fields });
    expect(await assigned({ unit: 'SCHOOL' })).toMatchObject({ body: { type: 'casework/dispute-open' } });
    const settlement = { outcome: 'DECIDED', unit: 'SCHOOL', settledById: assigneeId, reason: 'Nærmest.' };
    const settled = await step(task?.step.path ?? '', { ...settlement, settledOn: '2026-01-09' });
    expect(await kindsOf(subjectId, settled)).toEqual(['MAPPING_TO_ASSIGN']);
    expect(await assigned({ unit: 'KINDERGARTEN' })).toMatchObject({
      status: 409,
      body: { type: 'casework/settled-otherwise' },
    });
    const kin = { kind: 'NEXT_OF_KIN', name: 'Testa Ektefelle' };
    const { partyId: spouse } = await step('/v1/parties', kin);
    expect(await assigned({ assigneeId: spouse, unit: 'SCHOOL' })).toMatchObject({
      status: 409,
      body: { type: 'casework/kin' },
    });
    const { readAfter } = done(await assigned({ unit: 'SCHOOL' }));
    expect(done(await worker.get(`${at}?readAfter=${readAfter}`))).toMatchObject({
      disputes: [{ topic: 'MAPPING', ...views, settledBy: 'MUNICIPAL_DIRECTOR', unit: 'SCHOOL' }],
    });
  });

  it('lets the person say no to plan and coordinator at any time, and yes after all (A3, A4)', async () => {
    const { subjectId, caseId } = await steps.granted();
    const at = `/v1/subjects/${subjectId}`;
    const said = { saidBy: 'SUBJECT', channel: 'PHONE' };
    const waits = async (answer: { readonly readAfter: string }) =>
      (await kindsOf(subjectId, answer)).filter((kind) => /^(COORDINATOR|PLAN)_/.test(kind));
    const register = async ({ readAfter }: { readonly readAfter: string }) =>
      done(await worker.get(`/v1/coordination?subjectId=${subjectId}&readAfter=${readAfter}`))
        .coordination[0];

    const reason = 'Vil vente med planen.';
    const noPlan = await step(`${at}/plan-refusals`, { ...said, declinedOn: '2026-01-30', reason });
    expect(await waits(noPlan)).toEqual(['COORDINATOR_TO_APPOINT']);
    const started = { caseId, startedOn: '2026-02-03', withSubject: true };
    expect(await worker.post(`${at}/plans`, started)).toMatchObject({
      status: 409,
      body: { type: 'coordination/person-declined' },
    });
    // A coordinator without a plan.
    await steps.coordinator(subjectId, caseId, await steps.party('Testa Uten Plan'));
    const no = await step(`${at}/coordinator-refusals`, { ...said, declinedOn: '2026-02-10' });
    expect(no.events).toMatchObject([{ type: 'CoordinatorReleased' }, { type: 'CoordinatorDeclined' }]);
    expect(await waits(no)).toEqual([]);
    expect(await register(no)).toMatchObject({
      planDeclinedOn: '2026-01-30',
      coordinatorDeclinedOn: '2026-02-10',
      withoutCoordinatorSince: null,
      coordinator: null,
    });
    const appointment = { coordinatorId: await steps.party('Testa Avvist'), caseId, wishFollowed: 'YES' };
    expect(await worker.post(`${at}/coordinators`, appointment)).toMatchObject({
      status: 409,
      body: { type: 'coordination/person-declined' },
    });

    const yes = await step(`${at}/coordinator-acceptances`, { ...said, acceptedOn: '2026-02-20' });
    expect(await waits(yes)).toEqual(['COORDINATOR_TO_APPOINT']);
    expect(await register(yes)).toMatchObject({
      coordinatorDeclinedOn: null,
      withoutCoordinatorSince: '2026-02-20',
    });
    const plan = await step(`${at}/plan-acceptances`, { ...said, acceptedOn: '2026-02-21' });
    expect(await waits(plan)).toEqual(['COORDINATOR_TO_APPOINT', 'PLAN_TO_START']);
    const { planId } = await step(`${at}/plans`, { ...started, startedOn: '2026-02-22' });
    const again = await step(`${at}/plan-refusals`, { ...said, declinedOn: '2026-02-25' });
    expect(again.events).toMatchObject([{ type: 'PlanClosed' }, { type: 'PlanDeclined' }]);
    const page = done(await worker.get(`${at}/coordination?readAfter=${again.readAfter}`));
    expect(page).toMatchObject({
      activePlanId: null,
      plans: [{ planId, closedOn: '2026-02-25', reasonCode: 'OWN_WISH' }],
      choices: [
        { planDeclinedOn: '2026-01-30', saidBy: 'SUBJECT', channel: 'PHONE', reason, sayer: null },
        { coordinatorDeclinedOn: '2026-02-10' },
        { coordinatorAcceptedOn: '2026-02-20' },
        { planAcceptedOn: '2026-02-21' },
        { planDeclinedOn: '2026-02-25' },
      ],
    });
  });

  it('brings a task back when what was done about it is recorded in error, and moves it with a correction', async () => {
    const { subjectId, caseId, readAfter } = await steps.granted();
    const entries = async (after: string) => {
      const path = `/v1/cases/${caseId}/audit-trail?readAfter=${after}`;
      return done(await worker.get(path)).entries as readonly {
        readonly type: string;
        readonly eventId: string;
      }[];
    };
    const eventOf = async (type: string) =>
      (await entries(readAfter)).find((entry) => entry.type === type)?.eventId;
    const correct = (body: object) =>
      step(`/v1/cases/${caseId}/corrections`, { reason: 'Tastefeil.', ...body });
    const granting = [
      'APPLICATION_TO_COMPLETE',
      'COORDINATOR_TO_APPOINT',
      'DECISION_TO_NOTIFY',
      'PLAN_TO_START',
    ];
    expect(await kindsOf(subjectId, { readAfter })).toEqual(granting);

    const recordedInError = { reasonCode: 'WRONG_CASE' };
    const annulled = await correct({ eventId: await eventOf('DecisionMade'), recordedInError });
    expect(await kindsOf(subjectId, annulled)).toEqual(['APPLICATION_TO_COMPLETE', 'DECISION_TO_MAKE']);
    const eventId = await eventOf('KeMeetingConvenedForCase');
    const moved = await correct({ eventId, changed: { meetsOn: '2026-01-26' } });
    const tasks = of(subjectId, await inbox(`readAfter=${String(moved.readAfter)}&kind=DECISION_TO_MAKE`));
    expect(tasks).toMatchObject([{ dueOn: '2026-01-26', eventId }]);
    const again = await correct({ eventId: annulled.events[0].eventId, recordedInError });
    expect(await kindsOf(subjectId, again)).toEqual(granting);
  });

  it('says whose consent ended under a coordinator, until there is another', async () => {
    const { subjectId, caseId } = await steps.granted();
    await steps.coordinator(subjectId, caseId, await steps.party('Testa Koordinator'));
    const { consents } = done(await worker.get(`/v1/subjects/${subjectId}/coordination`));
    const consentId = String(consents[0].consentId);
    const withdrawn = await step(`/v1/subjects/${subjectId}/consents/${consentId}/withdrawal`, {
      scopes: ['REGISTER', 'PLAN', 'COORDINATOR', 'SHARE'],
    });
    const [ended] = of(subjectId, await inbox(`kind=CONSENT_ENDED&readAfter=${String(withdrawn.readAfter)}`));
    expect(ended).toMatchObject({ caseId, for: { role: 'CASEWORKER' } });
    expect(ended?.why.nb).toMatch(
      /^Samtykket til brukerkoordinator gjelder ikke fra .+\. Testa Koordinator er fortsatt oppnevnt\.$/,
    );
    const back = await step(`/v1/subjects/${subjectId}/consents`, {
      scopes: ['COORDINATOR'],
      givenBy: 'SUBJECT',
    });
    expect(await kindsOf(subjectId, back)).not.toContain('CONSENT_ENDED');
  });

  it('gives each what is theirs: who is to map, who coordinates, and nothing to an auditor', async () => {
    const login = (subject: string) => ({ issuer: 'samspor-demo', subject });
    const mapperId = await steps.staffWith(login('testa-kartlegger'), 'Testa Kartlegger');
    const mapper = await ApiClient.as(app.url, 'CASEWORKER', '1576', 'testa-kartlegger');
    const caseId = await steps.application(await steps.person());
    const assignment = { assigneeId: mapperId, assignedOn: '2026-01-07', dueOn: '2026-01-20' };
    const { readAfter } = await step(`/v1/cases/${caseId}/mapping-assignments`, assignment);
    const own = await inbox(`mine=true&readAfter=${String(readAfter)}`, mapper);
    expect(own.map((task) => [task.kind, task.caseId])).toEqual([['MAPPING_TO_DO', caseId]]);
    expect(await inbox('mine=true')).toEqual([]);
    const { counts, total } = done(await mapper.get('/v1/tasks/counts'));
    expect(counts).toContainEqual(
      expect.objectContaining({
        kind: 'MAPPING_TO_DO',
        mine: 1,
        label: { nb: 'kartlegging skal gjøres', nn: 'kartlegging skal gjerast' },
      }),
    );
    expect(total).toMatchObject({ mine: 1 });
    expect(total.all).toBe((await inbox()).length);

    const coordinatorId = await steps.staffWith(login('testa-koordinator'), 'Testa Koordinator');
    const coordinator = await ApiClient.as(app.url, 'COORDINATOR', '1576', 'testa-koordinator');
    const granted = await steps.granted();
    expect(await inbox('', coordinator)).toEqual([]);
    await steps.coordinator(granted.subjectId, granted.caseId, coordinatorId);
    await eventually(async () =>
      expect((await inbox('', coordinator)).map((task) => `${task.kind} ${task.caseId}`).toSorted()).toEqual([
        `APPLICATION_TO_COMPLETE ${granted.caseId}`,
        `DECISION_TO_NOTIFY ${granted.caseId}`,
        `PLAN_TO_START ${granted.caseId}`,
        `STANDING_TO_REVIEW ${granted.caseId}`,
      ]),
    );
    expect((await inbox('mine=true', coordinator)).map(({ kind }) => kind).toSorted()).toEqual([
      'PLAN_TO_START',
      'STANDING_TO_REVIEW',
    ]);

    const auditor = await ApiClient.as(app.url, 'AUDITOR');
    for (const path of ['/v1/tasks', '/v1/tasks/counts']) expect((await auditor.get(path)).status).toBe(403);
  });

  it('is whose case it is, whoever stands in, and the unit’s again with nobody', async () => {
    const login = (subject: string) => ({ issuer: 'samspor-demo', subject });
    const ids = {
      sara: await steps.staffWith(login('sara-saksbehandler'), 'Sara Saksbehandler'),
      sindre: await steps.staffWith(login('sindre-vikar'), 'Sindre Vikar'),
    };
    const sara = await ApiClient.as(app.url, 'CASEWORKER', '1576', 'sara-saksbehandler');
    const sindre = await ApiClient.as(app.url, 'CASEWORKER', '1576', 'sindre-vikar');
    const mine = async (who: ApiClient, { readAfter }: { readonly readAfter: string }) =>
      (await inbox(`mine=true&readAfter=${readAfter}`, who)).map((task) => [task.kind, task.caseId]);
    const subjectId = await person();
    const caseId = await steps.application(subjectId);
    const theirs = await steps.application(await person());
    const give = (caseworkerId: string, assignedOn: string, more: object = {}) =>
      step(`/v1/cases/${caseId}/caseworkers`, { caseworkerId, assignedOn, ...more });
    const toAssign = ['MAPPING_TO_ASSIGN', caseId];
    const given = await give(ids.sara, '2026-01-07');
    expect(await mine(sara, given)).toContainEqual(toAssign);
    expect(await mine(sara, given)).not.toContainEqual(['MAPPING_TO_ASSIGN', theirs]);
    const own = (await inbox('mine=true', sara)).find((task) => task.caseId === caseId);
    expect(own?.for).toMatchObject({ party: { name: 'Sara Saksbehandler' }, role: null });
    const stoodIn = await give(ids.sindre, '2026-01-09', { standsIn: true });
    expect([await mine(sara, stoodIn), await mine(sindre, stoodIn)]).toEqual([
      [],
      expect.arrayContaining([toAssign]),
    ]);
    const back = await give(ids.sara, '2026-01-20');
    expect(await mine(sindre, back)).toEqual([]);
    expect(await mine(sara, back)).toContainEqual(toAssign);
    // What waits of the person, and not of one case, goes along.
    await steps.decision(caseId, await steps.meeting(caseId));
    const granted = await step(`/v1/cases/${caseId}/decision/notification`, {
      recipients: ['SUBJECT'],
      channel: 'LETTER',
      notifiedOn: '2026-02-20',
    });
    // The deadline that was met leaves the list a moment later.
    await eventually(async () => {
      const kinds = (await mine(sara, granted)).map(([kind]) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['COORDINATOR_TO_APPOINT', 'PLAN_TO_START']));
      const { total } = done(await sara.get('/v1/tasks/counts'));
      expect(total.mine).toBe(kinds.length);
    });
    let readAfter = '';
    for (const { events } of [back, stoodIn, given]) {
      const wrong = {
        eventId: events[0].eventId,
        recordedInError: { reasonCode: 'OTHER' },
        reason: 'Ført i feil sak.',
      };
      readAfter = (await step(`/v1/cases/${caseId}/corrections`, wrong)).readAfter;
    }
    expect(await mine(sara, { readAfter })).toEqual([]);
    expect((await inbox()).find((task) => task.caseId === caseId)?.for).toMatchObject({ party: null });
  });

  it.each([
    'kind=NOTHING',
    'overdue=perhaps',
    'mine=1',
    'dueTo=2026-02-31',
    'unit=lower%20case',
    'after=bm90aGluZw',
    'who=me',
  ])('refuses %s', async (query) => {
    expect(await worker.get(`/v1/tasks?${query}`)).toMatchObject({
      status: 400,
      body: { type: 'invalid-query' },
    });
  });
});
