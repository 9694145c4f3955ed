import { ApiClient } from '../support/api-client.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { eventually } from '../support/wait.js';
import { done, Procedure } from './procedure.js';

/** A day so many days after today. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('coordinators over HTTP', () => {
  let app: TestApp;
  let worker: ApiClient;
  let steps: Procedure;

  beforeAll(async () => {
    app = await startTestApp({ tenants: ['1576'] });
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
    const never = { releasedOn: validFrom, reasonCode: 'OTHER' };
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

    const lived = done(await correct(subjectId, { eventId, changed: { reasonCode: 'OTHER' } }));
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
        criteria: ['LONG_TERM', 'COORDINATED'].map((criterion) => ({ criterion, met: true, reason: 'Ja.' })),
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
