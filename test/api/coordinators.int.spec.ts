import { randomUUID } from 'node:crypto';
import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { inDays } from '../support/days.js';
import { adoptProfile, readProfile, shippedProfile } from '#municipality/application/index';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';
import { criteriaOf } from './scene.js';

describe('coordinators over HTTP', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576', '1508'] });
    worker = await ApiClient.as(app.url, 'CASEWORKER');
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  const coordinationOf = async (subjectId: string, readAfter: string) =>
    done(await worker.get(`/v1/subjects/${subjectId}/coordination?readAfter=${readAfter}`));
  const appoint = (subjectId: string, fields: Readonly<Record<string, unknown>>) =>
    worker.post(`/v1/subjects/${subjectId}/coordinators`, { wishFollowed: 'YES', ...fields });
  const end = (subjectId: string, appointmentId: string, fields: Readonly<Record<string, unknown>>) =>
    worker.post(`/v1/subjects/${subjectId}/coordinators/${appointmentId}/end`, fields);
  const correct = (subjectId: string, fields: Readonly<Record<string, unknown>>) =>
    worker.post(`/v1/subjects/${subjectId}/corrections`, { reason: 'Ført feil.', ...fields });

  it('show for how many each of them coordinates, and each unit (F7)', async () => {
    const [one, other] = [await steps.party('Testa Travel'), await steps.party('Testa Ledig')];
    const until = inDays(30);
    let readAfter = '';
    for (const [at, fields] of [{}, { temporary: true, unit: 'NAV' }, { unit: 'NAV' }].entries()) {
      const { subjectId, caseId } = await steps.granted();
      const appointed = done(
        await appoint(subjectId, { coordinatorId: one, caseId, unit: 'SCHOOL', ...fields }),
      );
      const { appointmentId } = appointed;
      const release = { releasedOn: until, reasonCode: 'LEFT_POSITION' };
      if (at === 0) await steps.plan(subjectId, caseId);
      ({ readAfter } = at === 2 ? done(await end(subjectId, appointmentId, release)) : appointed);
    }
    const load = async (query: string, who = worker) =>
      done(await who.get(`/v1/coordinators/load?readAfter=${readAfter}&${query}`)).load as {
        readonly coordinator: { readonly partyId: string } | null;
        readonly unit: string | null;
      }[];
    const byCoordinator = await load('limit=200');
    expect(byCoordinator.find(({ coordinator }) => coordinator?.partyId === one)).toMatchObject({
      coordinator: { name: 'Testa Travel' },
      unit: null,
      ordinary: 2,
      standIn: 1,
      child: 0,
      withPlan: 1,
      endsOn: [until],
    });
    expect(byCoordinator.some(({ coordinator }) => coordinator?.partyId === other)).toBe(false);
    expect((await load('by=UNIT')).find(({ unit }) => unit === 'NAV')).toMatchObject({
      coordinator: null,
      ordinary: 1,
      standIn: 1,
      endsOn: [until],
    });
    const path = `/v1/coordinators/load?by=UNIT&readAfter=${readAfter}`;
    const csv = await worker.get(path, { headers: { accept: 'text/csv' } });
    expect(csv.body).toMatch(/Nav;1;1;0;0;/);
  });

  it('are handed over in one step, on a day to come, and nobody is missed', async () => {
    const { subjectId, caseId } = await steps.granted();
    const [first, next] = [await steps.party('Testa Første'), await steps.party('Testa Neste')];
    const succeeds = await steps.coordinator(subjectId, caseId, first);
    const validFrom = inDays(60);
    const handover = await appoint(subjectId, { coordinatorId: next, caseId, validFrom, succeeds });
    expect(done(handover).events).toMatchObject([
      { type: 'CoordinatorReleased' },
      { type: 'CoordinatorAppointed' },
    ]);
    expect(await coordinationOf(subjectId, done(handover).readAfter)).toMatchObject({
      coordinator: { partyId: first },
      nextCoordinator: { partyId: next, name: 'Testa Neste' },
      nextCoordinatorFrom: validFrom,
      withoutCoordinatorSince: null,
      gaps: [],
      appointments: [
        { appointmentId: succeeds, releasedOn: validFrom, releaseReasonCode: 'HANDOVER' },
        { appointmentId: done(handover).appointmentId, validFrom },
      ],
    });
    expect(await appoint(subjectId, { coordinatorId: next, caseId, succeeds: 'nobody' })).toMatchObject({
      status: 404,
      body: { type: 'coordination/no-such-appointment' },
    });
  });

  it('write what they leave and read what was left by themselves, and nobody does that for others (U7)', async () => {
    const login = (subject: string) => ({ issuer: 'samspor-demo', subject });
    const [one, next] = [
      await steps.staffWith(login('testa-leaves'), 'Testa Overlater'),
      await steps.staffWith(login('testa-takes-over'), 'Testa Overtar'),
    ];
    const { subjectId, caseId } = await steps.granted();
    const at = `/v1/subjects/${subjectId}`;
    const succeeds = await steps.coordinator(subjectId, caseId, one);
    const as = (role: string, sub?: string, municipality = '1576') =>
      ApiClient.as(app.url, role, municipality, sub);
    const [leaves, takesOver] = [
      await as('COORDINATOR', 'testa-leaves'),
      await as('COORDINATOR', 'testa-takes-over'),
    ];
    const path = `${at}/coordinators/${succeeds}/handovers`;
    const sheet = { openMatters: 'Avlastning', nextMeetings: 'Uke 9', wishes: 'Ring først' };
    const refusals = [
      [await takesOver.post(path, sheet), 404],
      [await (await as('UNIT_LEADER')).post(path, sheet), 404],
      [await (await as('AUDITOR')).post(path, sheet), 403],
      [await (await as('CASEWORKER', undefined, '1508')).post(path, sheet), 404],
      [await leaves.post(path, {}), 400],
      [await leaves.post(path, { ...sheet, writtenOn: inDays(1) }), 409],
      [await leaves.post(`${at}/coordinators/nobody/handovers`, sheet), 404],
    ] as const;
    expect(refusals.map(([{ status }]) => status)).toEqual(refusals.map(([, status]) => status));
    const { handoverId } = done(await leaves.post(path, sheet));
    const followed = done(await appoint(subjectId, { coordinatorId: next, caseId, succeeds }));
    expect(followed.takesOverFrom).toBe(succeeds);
    const acknowledge = `${at}/handovers/${handoverId}/acknowledgement`;
    expect((await leaves.post(acknowledge, {})).status).toBe(404);
    expect((await takesOver.post(`${at}/handovers/none/acknowledgement`, {})).status).toBe(404);
    const { readAfter } = done(await takesOver.post(acknowledge, { comment: 'Takk.' }));
    expect((await coordinationOf(subjectId, readAfter)).handovers).toMatchObject([
      {
        ...sheet,
        appointmentId: succeeds,
        acknowledgedBy: followed.appointmentId,
        comment: 'Takk.',
        writer: null,
      },
    ]);
    const { entries } = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${readAfter}`));
    const sentences = entries.map(({ sentence }: { sentence: string }) => sentence).join(' ');
    expect(sentences).toContain('Overleveringen etter Testa Koordinator ble skrevet');
    expect(sentences).toContain('Testa Koordinator bekreftet');
  });

  it('are one for a family: siblings get the same child coordinator at once, or none does', async () => {
    const coordinatorId = await steps.party('Testa Familiekoordinator');
    const [one, other] = [await steps.granted(), await steps.granted()];
    const mother = done(await worker.post('/v1/parties', { kind: 'PARENT', name: 'Testa Mor' })).partyId;
    for (const { subjectId } of [one, other]) {
      const relation = {
        partyId: mother,
        kind: 'PARENT',
        parentalResponsibility: true,
        validFrom: '2026-01-02',
      };
      done(await worker.post(`/v1/subjects/${subjectId}/relations`, relation));
    }
    const of = ({ subjectId, caseId }: { subjectId: string; caseId: string }) => ({
      subjectId,
      caseId,
      wishFollowed: 'YES',
    });
    const ask = (children: readonly object[], who = worker, headers = {}) =>
      who.post('/v1/child-coordinators', { coordinatorId, children }, { headers });
    const nobody = { subjectId: await steps.person(), caseId: one.caseId, wishFollowed: 'YES' };
    expect(await ask([of(one), nobody])).toMatchObject({
      status: 409,
      body: { type: 'coordination/child-refused', detail: expect.stringContaining('2') },
    });
    expect((await ask([])).status).toBe(400);
    expect((await ask([{ ...of(one), wishFollowed: 'PERHAPS' }])).status).toBe(400);
    expect((await ask([of(one)], await ApiClient.as(app.url, 'COORDINATOR'))).status).toBe(403);
    expect((await ask([of(one)], await ApiClient.as(app.url, 'CASEWORKER', '1508'))).status).toBe(409);
    const headers = { 'idempotency-key': randomUUID() };
    const appointed = done(await ask([of(one), of(other)], worker, headers));
    expect(appointed.guardians).toEqual([{ partyId: mother, subjectIds: [one.subjectId, other.subjectId] }]);
    for (const { subjectId } of [one, other]) {
      expect(await coordinationOf(subjectId, appointed.readAfter)).toMatchObject({
        childCoordinator: { partyId: coordinatorId },
        appointments: [{ kind: 'CHILD' }],
      });
    }
    const again = done(await ask([of(one), of(other)], worker, headers));
    expect(again.children).toEqual(appointed.children);
  });

  it('are one for the children of the first request: its key serves for no others, be some of them the same (inv. 19)', async () => {
    const coordinatorId = await steps.party('Testa Søskenkoordinator');
    const [one, other, third] = [await steps.granted(), await steps.granted(), await steps.granted()];
    const headers = { 'idempotency-key': randomUUID() };
    const ask = (...of: { subjectId: string; caseId: string }[]) => {
      const children = of.map(({ subjectId, caseId }) => ({ subjectId, caseId, wishFollowed: 'YES' }));
      return worker.post('/v1/child-coordinators', { coordinatorId, children }, { headers });
    };
    const { readAfter } = done(await ask(one, other));
    for (const children of [[third], [third, one], [one], [one, other, third]]) {
      expect(await ask(...children)).toMatchObject({ status: 422, body: { type: 'key-reused' } });
    }
    expect((await coordinationOf(third.subjectId, readAfter)).childCoordinator).toBeNull();
    expect((await ask(one, other)).status).toBe(201);
  });

  it('are handed over on another day when the successor’s first day is corrected', async () => {
    const { subjectId, caseId } = await steps.granted();
    const [first, next] = [await steps.party('Testa Går'), await steps.party('Testa Kommer')];
    const succeeds = await steps.coordinator(subjectId, caseId, first);
    const asked = { coordinatorId: next, caseId, succeeds };
    const handover = done(await appoint(subjectId, { ...asked, validFrom: inDays(60) }));
    const [release, appointment] = handover.events;
    expect(
      await appoint(subjectId, { ...asked, validFrom: inDays(60), succeeds: handover.appointmentId }),
    ).toMatchObject({ status: 409, body: { type: 'coordination/never-began' } });

    const changed = { validFrom: inDays(90) };
    const moved = done(await correct(subjectId, { eventId: appointment.eventId, changed }));
    expect(moved.events).toMatchObject([
      { type: 'CoordinatorAppointedCorrected' },
      { type: 'CoordinatorReleasedCorrected' },
    ]);
    expect(await coordinationOf(subjectId, moved.readAfter)).toMatchObject({
      coordinator: { partyId: first },
      nextCoordinatorFrom: inDays(90),
      appointments: [{ releasedOn: inDays(90) }, { validFrom: inDays(90) }],
    });
    const { entries } = done(
      await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${moved.readAfter}`),
    );
    const told = entries.find(({ eventId }: { eventId: string }) => eventId === release.eventId);
    expect(told.sentence).toMatch(/^Testa Går (fratrer|fråtrer) som koordinator /);
  });

  it('who are to begin after the consent was withdrawn are an open point, and no day is moved there', async () => {
    const subjectId = await steps.person();
    const consentId = await steps.consent(subjectId);
    const caseId = await steps.application(subjectId);
    await steps.decision(caseId, await steps.meeting(caseId));
    const coordinatorId = await steps.party('Testa Uten Samtykke');
    const { appointmentId, events } = done(
      await appoint(subjectId, { coordinatorId, caseId, validFrom: inDays(30) }),
    );
    const withdrawal = { withdrawnOn: inDays(0) };
    const { readAfter } = done(
      await worker.post(`/v1/subjects/${subjectId}/consents/${consentId}/withdrawal`, withdrawal),
    );
    expect(await coordinationOf(subjectId, readAfter)).toMatchObject({
      nextCoordinator: { partyId: coordinatorId },
      withoutConsent: [appointmentId],
    });
    const { coordination } = done(await worker.get('/v1/coordination?limit=200'));
    const line = coordination.find(
      ({ subject }: { subject: { subjectId: string } }) => subject.subjectId === subjectId,
    );
    expect(line.withoutConsent).toEqual([appointmentId]);

    const [{ eventId }] = events;
    expect(await correct(subjectId, { eventId, changed: { validFrom: inDays(31) } })).toMatchObject({
      status: 409,
      body: { type: 'coordination/no-consent' },
    });
    const never = { releasedOn: inDays(30), reasonCode: 'SUBJECT_WISH' };
    expect(await end(subjectId, appointmentId, { ...never, reasonCode: 'TURNED_18' })).toMatchObject({
      status: 409,
      body: { type: 'coordination/no-child-coordinator' },
    });
    const ended = done(await end(subjectId, appointmentId, never));
    expect(await coordinationOf(subjectId, ended.readAfter)).toMatchObject({ withoutConsent: [] });
  });

  it('who are to come do not coordinate yet, and can be ended before they begin', async () => {
    const { subjectId, caseId } = await steps.granted();
    const coordinatorId = await steps.party('Testa Snart');
    const validFrom = inDays(60);
    const { appointmentId, readAfter } = done(await appoint(subjectId, { coordinatorId, caseId, validFrom }));
    expect(await coordinationOf(subjectId, readAfter)).toMatchObject({
      coordinator: null,
      nextCoordinator: { partyId: coordinatorId },
      withoutCoordinatorSince: '2026-01-27',
    });
    const never = { releasedOn: validFrom, reasonCode: 'OWN_WISH' };
    const ended = done(await end(subjectId, appointmentId, never));
    expect(await coordinationOf(subjectId, ended.readAfter)).toMatchObject({
      nextCoordinator: null,
      withoutCoordinatorSince: '2026-01-27',
    });
  });

  it('who leave are missed until the need has ended or the leaving was wrong', async () => {
    const { subjectId, caseId } = await steps.granted();
    const appointmentId = await steps.coordinator(subjectId, caseId, await steps.party('Testa Slutter'));
    const left = done(
      await end(subjectId, appointmentId, { releasedOn: '2026-02-20', reasonCode: 'LEFT_POSITION' }),
    );
    const eventId = left.events[0].eventId;
    const missed = async (readAfter: string, expected: unknown) =>
      eventually(async () =>
        expect(await coordinationOf(subjectId, readAfter)).toMatchObject(expected as object),
      );
    const gap = { appointmentId, kind: 'ORDINARY', since: '2026-02-20' };
    await missed(left.readAfter, { withoutCoordinatorSince: '2026-02-20', gaps: [gap] });

    const died = done(await correct(subjectId, { eventId, changed: { reasonCode: 'DECEASED' } }));
    expect(died.events).toMatchObject([
      { type: 'CoordinatorReleasedCorrected' },
      { type: 'RecordedInErrorMarked' },
    ]);
    await missed(died.readAfter, { withoutCoordinatorSince: null, gaps: [] });

    const lived = done(await correct(subjectId, { eventId, changed: { reasonCode: 'LEFT_POSITION' } }));
    await missed(lived.readAfter, { withoutCoordinatorSince: '2026-02-20', gaps: [gap] });
    const trail = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${lived.readAfter}`));
    const alarm = trail.entries.findLast(({ type }: { type: string }) => type === 'CoordinatorGapDetected');
    expect(
      await correct(subjectId, { eventId: alarm.eventId, changed: { since: '2026-01-01' } }),
    ).toMatchObject({ status: 409, body: { type: 'coordination/not-correctable' } });

    const never = { reasonCode: 'WRONG_PERSON' };
    const undone = done(await correct(subjectId, { eventId, recordedInError: never }));
    await missed(undone.readAfter, {
      coordinator: { name: 'Testa Slutter' },
      withoutCoordinatorSince: null,
      gaps: [],
    });
  });

  it('for children are not appointed against the decision', async () => {
    const subjectId = await steps.person();
    await steps.consent(subjectId);
    const caseId = await steps.application(subjectId, { items: ['COORDINATOR', 'CHILD_COORDINATOR'] });
    const meetingId = await steps.meeting(caseId);
    done(
      await worker.post(`/v1/cases/${caseId}/decision`, {
        items: [
          { item: 'COORDINATOR', outcome: 'GRANTED' },
          { item: 'CHILD_COORDINATOR', outcome: 'REFUSED', reason: 'Vilkårene er ikke oppfylt.' },
        ],
        criteria: [...criteriaOf(['COORDINATOR']), ...criteriaOf(['CHILD_COORDINATOR'], false)],
        decidedBy: { body: 'KE_MEETING', meetingId, decidedOn: '2026-01-27' },
        legalBasis: 'HOL_7_2',
      }),
    );
    const coordinatorId = await steps.party('Testa Barnekoordinator');
    const asked = { coordinatorId, caseId, validFrom: '2026-02-01' };
    expect(await appoint(subjectId, { ...asked, kind: 'CHILD' })).toMatchObject({
      status: 409,
      body: { type: 'coordination/not-granted' },
    });
    done(await appoint(subjectId, asked));
  });

  it('rest on consents by those who can consent', async () => {
    const subjectId = await steps.person({ birthDate: '2015-05-17' });
    const given = { scopes: ['COORDINATOR'], givenOn: '2026-01-05' };
    expect(
      await worker.post(`/v1/subjects/${subjectId}/consents`, { ...given, givenBy: 'SUBJECT' }),
    ).toMatchObject({ status: 409, body: { type: 'coordination/under-16' } });
    done(await worker.post(`/v1/subjects/${subjectId}/consents`, { ...given, givenBy: 'GUARDIAN' }));
  });

  it('leave a plan that is not closed before its members joined, who are named', async () => {
    const { subjectId, caseId } = await steps.granted();
    const planId = await steps.plan(subjectId, caseId);
    const partyId = await steps.party('Testa Lærer');
    done(
      await worker.post(`/v1/subjects/${subjectId}/group/members`, {
        partyId,
        memberRole: 'TEACHER',
        joinedOn: '2026-05-01',
      }),
    );
    const closure = { closedOn: '2026-03-01', reasonCode: 'OWN_WISH' };
    expect(await worker.post(`/v1/plans/${planId}/closure`, closure)).toMatchObject({
      status: 409,
      body: { type: 'coordination/joined-later', restsOn: [{ type: 'MemberJoinedGroup' }] },
    });
  });
});

describe('a coordinator who is proposed first, over HTTP', () => {
  const tenant = '3403';
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp({ tenants: [tenant] });
    const { settings } = await readProfile(shippedProfile('aure'));
    const asking = { ...settings, leaderConcurrence: true, candidateAnswer: true };
    const on = { at: '2026-01-02T00:00:00.000Z', today: '2026-01-02' };
    const by = { municipality: tenant, actor: { partyId: 'samspor', role: 'SYSTEM' } } as const;
    await adoptProfile(app.parts.runner, asking, {
      commandId: randomUUID(),
      correlationId: randomUUID(),
      ...by,
      ...on,
    });
    worker = await ApiClient.as(app.url, 'CASEWORKER', tenant);
    steps = new Procedure(worker);
  });
  afterAll(() => app?.stop());

  const tasksOf = async (subjectId: string, readAfter: string) => {
    const { tasks } = done(await worker.get(`/v1/tasks?limit=200&readAfter=${readAfter}`));
    return tasks.filter(
      ({ subject }: { subject: { subjectId: string } | null }) => subject?.subjectId === subjectId,
    );
  };
  const kindsOf = async (subjectId: string, readAfter: string) =>
    (await tasksOf(subjectId, readAfter))
      .map(({ kind }: { kind: string }) => kind)
      .filter(
        (kind: string) =>
          !['APPLICATION_TO_COMPLETE', 'DECISION_TO_NOTIFY', 'DEADLINE_OVERDUE'].includes(kind),
      )
      .toSorted();

  it('waits for the leader and the candidate, and is appointed when both agree (H2, H3, F5, F7) (D6)', async () => {
    const { subjectId, caseId } = await steps.granted();
    const [candidateId, leaderId] = [await steps.party('Testa Valgt'), await steps.party('Testa Leder')];
    const leader = await ApiClient.as(app.url, 'LEADER', tenant);
    const at = `/v1/subjects/${subjectId}`;
    const step = async (path: string, body: object, who = worker) =>
      done(await who.post(`${at}${path}`, body));
    const appointment = { coordinatorId: candidateId, caseId, wishFollowed: 'YES' };
    const refused = async (type: string, more: object = {}) =>
      expect(await worker.post(`${at}/coordinators`, { ...appointment, ...more })).toMatchObject({
        status: 409,
        body: { type: `coordination/${type}` },
      });

    await step('/coordinator-wishes', { wish: 'En som kjenner skolen.', wishedBy: 'SUBJECT' });
    await refused('needs-proposal');
    const proposal = { candidateId, unit: 'HOME_CARE', grounds: ['USER_WISH', 'CAPACITY'] };
    const { proposalId, readAfter } = await step('/coordinator-proposals', proposal);
    const waiting = await tasksOf(subjectId, readAfter);
    expect(waiting).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'PROPOSAL_TO_CONCUR',
          for: { party: null, unit: 'HOME_CARE', role: null },
          why: expect.objectContaining({ nb: expect.stringMatching(/^Testa Valgt ble foreslått/) }),
        }),
        expect.objectContaining({
          kind: 'CANDIDATE_TO_ANSWER',
          for: expect.objectContaining({ party: expect.objectContaining({ partyId: candidateId }) }),
        }),
        expect.objectContaining({ kind: 'COORDINATOR_TO_APPOINT' }),
      ]),
    );
    await refused('answer-missing', { proposalId });
    const { path } = waiting.find(({ kind }: { kind: string }) => kind === 'PROPOSAL_TO_CONCUR').step;
    done(await leader.post(path, { leaderId }));
    await refused('answer-missing', { proposalId });
    const accepted = await step(`/coordinator-proposals/${proposalId}/acceptance`, {});
    expect(await kindsOf(subjectId, accepted.readAfter)).toEqual(['COORDINATOR_TO_APPOINT', 'PLAN_TO_START']);

    const appointed = await step('/coordinators', { ...appointment, proposalId });
    expect(await kindsOf(subjectId, appointed.readAfter)).toEqual(['PLAN_TO_START']);
    const page = done(await worker.get(`${at}/coordination?readAfter=${appointed.readAfter}`));
    expect(page).toMatchObject({
      coordinator: { partyId: candidateId },
      coordinatorUnit: 'HOME_CARE',
      wishes: [{ wish: 'En som kjenner skolen.', wishedBy: 'SUBJECT' }],
      proposals: [
        { candidate: { name: 'Testa Valgt' }, leader: { name: 'Testa Leder' }, grounds: proposal.grounds },
      ],
      appointments: [{ proposalId, caseId, restsOn: null }],
    });
    const trail = done(await worker.get(`/v1/cases/${caseId}/audit-trail?readAfter=${appointed.readAfter}`));
    const sentences = trail.entries.map(({ sentence }: { sentence: string }) => sentence).join(' ');
    expect(sentences).toContain('Leder Testa Leder sa seg');
    expect(sentences).toContain('Testa Valgt (hjemmetjenesten) ble foreslått som brukerkoordinator');
  });

  it('is another one after an objection (H2)', async () => {
    const { subjectId, caseId } = await steps.granted();
    const [first, second] = [await steps.party('Testa Først'), await steps.party('Testa Så')];
    const at = `/v1/subjects/${subjectId}/coordinator-proposals`;
    const propose = async (candidateId: string) =>
      done(await worker.post(at, { candidateId, unit: 'SCHOOL', grounds: ['FIT'] }));
    const { proposalId } = await propose(first);
    const objection = { leaderId: second, reasonCode: 'UNEVEN', reason: 'Har fire fra før.' };
    const objected = done(await worker.post(`${at}/${proposalId}/objection`, objection));
    expect(await kindsOf(subjectId, objected.readAfter)).toEqual(['COORDINATOR_TO_APPOINT', 'PLAN_TO_START']);
    expect(
      await worker.post(`/v1/subjects/${subjectId}/coordinators`, {
        coordinatorId: first,
        caseId,
        proposalId,
        wishFollowed: 'NO_WISH',
      }),
    ).toMatchObject({ status: 409, body: { type: 'coordination/leader-objected' } });
    await propose(second);
  });

  it('is settled by the municipal director where the leader objected, and that is binding (H2, U20)', async () => {
    const { subjectId, caseId } = await steps.granted();
    const [candidate, director] = [await steps.party('Testa Foreslått'), await steps.party('Testa Direktør')];
    const at = `/v1/subjects/${subjectId}`;
    const step = async (path: string, body: object) => done(await worker.post(`${at}${path}`, body));
    const proposal = { candidateId: candidate, unit: 'SCHOOL', grounds: ['FIT'] };
    const { proposalId } = await step('/coordinator-proposals', proposal);
    await step(`/coordinator-proposals/${proposalId}/acceptance`, {});
    const objection = { leaderId: director, reasonCode: 'UNEVEN', reason: 'Har fire fra før.' };
    await step(`/coordinator-proposals/${proposalId}/objection`, objection);
    const views = { view: 'Kjenner eleven.', otherView: 'Har fire fra før.' };
    const raised = await step('/coordinator-disputes', { proposalId, ...views });
    const task = (await tasksOf(subjectId, raised.readAfter)).find(
      ({ kind }: { kind: string }) => kind === 'PLACEMENT_DISPUTE_TO_SETTLE',
    );
    expect(task).toMatchObject({
      for: { role: 'LEADER' },
      why: { nb: expect.stringMatching(/skal avgjøres av kommunedirektøren\.$/) },
      step: { path: `${at}/coordinator-disputes/${raised.disputeId}/settlement` },
    });
    const appointment = {
      coordinatorId: candidate,
      caseId,
      proposalId,
      unit: 'SCHOOL',
      wishFollowed: 'NO_WISH',
    };
    const refused = async (type: string, more: object = {}) =>
      expect(await worker.post(`${at}/coordinators`, { ...appointment, ...more })).toMatchObject({
        status: 409,
        body: { type: `coordination/${type}` },
      });
    await refused('dispute-open');
    const settlement = { outcome: 'DECIDED', unit: 'SCHOOL', settledById: director, reason: 'Nærmest.' };
    const leader = await ApiClient.as(app.url, 'LEADER', tenant);
    const settled = done(await leader.post(task.step.path, settlement));
    expect(await kindsOf(subjectId, settled.readAfter)).toEqual(['COORDINATOR_TO_APPOINT', 'PLAN_TO_START']);
    const { readAfter } = await step('/coordinators', appointment);
    expect(done(await worker.get(`${at}/coordination?readAfter=${readAfter}`))).toMatchObject({
      coordinator: { partyId: candidate },
      disputes: [
        {
          proposalId,
          ...views,
          settledBy: 'MUNICIPAL_DIRECTOR',
          outcome: 'DECIDED',
          unit: 'SCHOOL',
          settler: { name: 'Testa Direktør' },
        },
      ],
    });
  });

  it('is one, answered once and appointed once, however many ask at once (invariants 2, 5)', async () => {
    const { subjectId, caseId } = await steps.granted();
    const candidateId = await steps.party('Testa Samtidig');
    const at = `/v1/subjects/${subjectId}`;
    const atOnce = async (path: string, body: object, refusal: string) => {
      const answers = await Promise.all(Array.from({ length: 32 }, () => worker.post(`${at}${path}`, body)));
      const stood = answers.filter(({ status }) => status === 201);
      expect(stood).toHaveLength(1);
      const others = answers.filter(({ status }) => status !== 201).map((one) => one.body.type);
      expect(new Set(others)).toEqual(new Set([`coordination/${refusal}`]));
      return stood[0]?.body;
    };
    const proposal = { candidateId, unit: 'SCHOOL', grounds: ['FIT'] };
    const { proposalId } = await atOnce('/coordinator-proposals', proposal, 'already-proposed');
    const answers = `/coordinator-proposals/${proposalId}`;
    await atOnce(`${answers}/concurrence`, { leaderId: candidateId }, 'leader-answered');
    await atOnce(`${answers}/acceptance`, {}, 'candidate-answered');
    const appointment = { coordinatorId: candidateId, caseId, proposalId, wishFollowed: 'NO_WISH' };
    await atOnce('/coordinators', appointment, 'proposal-over');
  });

  it('is nobody of the person’s own (D6)', async () => {
    const { subjectId } = await steps.granted();
    const kin = { kind: 'NEXT_OF_KIN', name: 'Testa Ektefelle' };
    const { partyId: candidateId } = done(await worker.post('/v1/parties', kin));
    expect(
      await worker.post(`/v1/subjects/${subjectId}/coordinator-proposals`, {
        candidateId,
        unit: 'SCHOOL',
        grounds: ['KIN_WISH'],
      }),
    ).toMatchObject({ status: 409, body: { type: 'coordination/kin' } });
    const sibling = await steps.party('Testa Søster i kommunen');
    const relation = { partyId: sibling, kind: 'NEXT_OF_KIN', validFrom: '2000-01-01' };
    done(await worker.post(`/v1/subjects/${subjectId}/relations`, relation));
    expect(
      await worker.post(`/v1/subjects/${subjectId}/coordinator-proposals`, {
        candidateId: sibling,
        unit: 'HOME_CARE',
        grounds: ['FIT'],
      }),
    ).toMatchObject({ status: 409, body: { type: 'coordination/kin' } });
  });
});
