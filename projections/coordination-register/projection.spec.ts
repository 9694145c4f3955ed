import { Log, type CoordinationFact } from '../log.testing.js';
import { coordinationRegister } from './projection.js';

const subjectId = 's';
const consent: CoordinationFact = {
  type: 'ConsentGiven',
  data: {
    subjectId,
    consentId: 'k',
    scopes: ['PLAN', 'COORDINATOR'],
    givenBy: 'SUBJECT',
    givenOn: '2026-03-02',
  },
};
const appointed = (appointmentId: string, more: Record<string, unknown> = {}) =>
  ({
    type: 'CoordinatorAppointed',
    data: {
      subjectId,
      appointmentId,
      coordinatorId: `party-${appointmentId}`,
      kind: 'ORDINARY',
      temporary: false,
      caseId: 'c',
      validFrom: '2026-03-20',
      wishFollowed: 'YES',
      ...more,
    },
  }) as CoordinationFact;
const released = (appointmentId: string, reasonCode = 'LEFT_POSITION', releasedOn = '2026-06-01') =>
  ({
    type: 'CoordinatorReleased',
    data: { subjectId, appointmentId, releasedOn, reasonCode, reason: 'Flyttet' },
  }) as CoordinationFact;
const started: CoordinationFact = {
  type: 'PlanStarted',
  data: { subjectId, planId: 's.1', caseId: 'c', startedOn: '2026-04-01', withSubject: true },
};
const closed: CoordinationFact = {
  type: 'PlanClosed',
  data: { subjectId, planId: 's.1', closedOn: '2026-09-01', reasonCode: 'NEED_CEASED' },
};
const joined: CoordinationFact = {
  type: 'MemberJoinedGroup',
  data: { subjectId, memberId: 'g', partyId: 'p', memberRole: 'TEACHER', joinedOn: '2026-04-02' },
};
const left: CoordinationFact = {
  type: 'MemberLeftGroup',
  data: { subjectId, memberId: 'g', leftOn: '2026-08-01', reasonCode: 'OWN_WISH' },
};
const gap: CoordinationFact = {
  type: 'CoordinatorGapDetected',
  data: { subjectId, appointmentId: 'a', kind: 'ORDINARY', since: '2026-06-01' },
};

const register = async (...facts: readonly CoordinationFact[]) => {
  const log = new Log();
  await log.inCoordination(subjectId, ...facts);
  const [row] = await log.rows(coordinationRegister);
  return row;
};

describe('the coordination register', () => {
  it('keeps who was appointed and released, for the day to decide', async () => {
    expect(
      await register(
        consent,
        appointed('a', { unit: 'SCHOOL' }),
        appointed('b', { kind: 'CHILD' }),
        appointed('t', { temporary: true, coordinatorId: 'party-a' }),
        released('a'),
      ),
    ).toMatchObject({
      appointments: [
        { appointmentId: 'a', unit: 'SCHOOL', releasedOn: '2026-06-01', releaseReasonCode: 'LEFT_POSITION' },
        { appointmentId: 'b', kind: 'CHILD', releasedOn: null },
        { appointmentId: 't', temporary: true, releasedOn: null },
      ],
    });
  });

  it('keeps the days from which on somebody coordinates, somebody was left, and nobody is needed', async () => {
    expect(await register(consent)).toMatchObject({ covered_from: null, left_on: null, need_ended_on: null });
    expect(
      await register(consent, appointed('a'), released('a'), appointed('b', { validFrom: '2026-06-01' })),
    ).toMatchObject({ covered_from: '2026-06-01', left_on: '2026-06-01', need_ended_on: null });
    expect(
      await register(consent, appointed('a'), started, closed, released('a', 'NEED_CEASED', '2026-10-01')),
    ).toMatchObject({ covered_from: null, left_on: null, need_ended_on: '2026-10-01' });
    expect(await register(consent, appointed('a'), released('a', 'OTHER', '2026-03-20'))).toMatchObject({
      left_on: null,
    });
  });

  it('keeps the alarms, save those recorded in error', async () => {
    const log = new Log();
    const [, , first] = await log.inCoordination(subjectId, appointed('a'), released('a'), gap, gap);
    if (!first) throw new Error('a gap was recorded');
    await log.annul(first);
    const alarm = { appointmentId: 'a', kind: 'ORDINARY', since: '2026-06-01' };
    expect(await log.rows(coordinationRegister)).toMatchObject([{ gaps: [alarm] }]);
  });

  it('shows the plan that runs and keeps those that were closed', async () => {
    expect(await register(consent, started)).toMatchObject({
      active_plan_id: 's.1',
      plan_since: '2026-04-01',
    });
    expect(await register(consent, started, closed)).toMatchObject({
      active_plan_id: null,
      plan_since: null,
      plans: [{ planId: 's.1', closedOn: '2026-09-01', reasonCode: 'NEED_CEASED' }],
    });
  });

  it('ends what an event names and leaves the rest as it is', async () => {
    const again = <F extends CoordinationFact>(fact: F, more: object) =>
      ({ ...fact, data: { ...fact.data, ...more } }) as CoordinationFact;
    const withdrawn: CoordinationFact = {
      type: 'ConsentWithdrawn',
      data: { subjectId, consentId: 'k', withdrawnOn: '2026-05-05' },
    };
    expect(
      await register(
        consent,
        again(consent, { consentId: 'k2' }),
        started,
        joined,
        again(joined, { memberId: 'h', partyId: 'q' }),
        withdrawn,
        left,
        closed,
        again(started, { planId: 's.2', startedOn: '2026-10-01' }),
        again(closed, { planId: 's.2', closedOn: '2026-11-01' }),
      ),
    ).toMatchObject({
      consents: [{ withdrawnOn: '2026-05-05' }, { consentId: 'k2', withdrawnOn: null }],
      members: [{ leftOn: '2026-08-01' }, { memberId: 'h', leftOn: null }],
      plans: [
        { planId: 's.1', closedOn: '2026-09-01' },
        { planId: 's.2', closedOn: '2026-11-01' },
      ],
    });
  });

  it('shows who is in the group, and who was', async () => {
    expect(await register(consent, joined)).toMatchObject({ members: [{ memberId: 'g', leftOn: null }] });
    expect(await register(consent, joined, left)).toMatchObject({
      members: [{ memberId: 'g', leftOn: '2026-08-01' }],
    });
  });

  it('opens a plan again whose closure was annulled, and appoints anew whom a release was annulled for', async () => {
    const log = new Log();
    const events = await log.inCoordination(
      subjectId,
      consent,
      appointed('a'),
      started,
      closed,
      released('a'),
    );
    const [, , , closure, release] = events;
    if (!closure || !release) throw new Error('a closure and a release were recorded');
    await log.annul(closure);
    await log.annul(release);
    expect(await log.rows(coordinationRegister)).toMatchObject([
      { active_plan_id: 's.1', appointments: [{ appointmentId: 'a', releasedOn: null }] },
    ]);
  });

  it('takes back a consent that was withdrawn', async () => {
    const withdrawn: CoordinationFact = {
      type: 'ConsentWithdrawn',
      data: { subjectId, consentId: 'k', withdrawnOn: '2026-05-05' },
    };
    expect(await register(consent, withdrawn)).toMatchObject({
      consents: [{ consentId: 'k', withdrawnOn: '2026-05-05' }],
    });
  });

  it('shows what has lost its decision, until it is granted anew or has ended', async () => {
    const lost: CoordinationFact = {
      type: 'BasisLost',
      data: { subjectId, caseId: 'c', restsOn: ['a', 's.1'], detectedOn: '2026-07-01' },
    };
    const regained: CoordinationFact = {
      type: 'BasisRegained',
      data: { subjectId, caseId: 'c', detectedOn: '2026-07-09' },
    };
    const before = [consent, appointed('a'), started];
    expect(await register(...before, lost)).toMatchObject({
      lost_bases: [{ caseId: 'c', restsOn: ['a', 's.1'], since: '2026-07-01' }],
    });
    expect(await register(...before, lost, regained)).toMatchObject({ lost_bases: [] });
    // What has ended since rests on it no more.
    expect(await register(...before, lost, closed)).toMatchObject({
      lost_bases: [{ caseId: 'c', restsOn: ['a'] }],
    });
    expect(await register(...before, lost, closed, released('a'))).toMatchObject({ lost_bases: [] });
    const restingOn = (...restsOn: readonly string[]) =>
      ({ ...lost, data: { ...lost.data, restsOn } }) as CoordinationFact;
    expect(await register(...before, lost, restingOn('a'))).toMatchObject({
      lost_bases: [{ restsOn: ['a'] }],
    });
    expect(await register(joined, restingOn('g'))).toMatchObject({ lost_bases: [{ restsOn: ['g'] }] });
    expect(await register(joined, restingOn('g'), left)).toMatchObject({ lost_bases: [] });
  });
});
