import { Log, type CoordinationFact } from '../log.testing.js';
import { coordinationTasks } from './projection.js';

type Type = CoordinationFact['type'];
type Data<T extends Type> = Partial<Extract<CoordinationFact, { readonly type: T }>['data']>;
const of =
  <T extends Type>(type: T, usual: object) =>
  (differs: Data<T> = {}) =>
    ({ type, data: { subjectId: 's', ...usual, ...differs } }) as unknown as CoordinationFact;

const consent = of('ConsentGiven', {
  consentId: 'k',
  scopes: ['PLAN', 'COORDINATOR'],
  givenBy: 'SUBJECT',
  givenOn: '2026-01-02',
});
const withdrawal = of('ConsentWithdrawn', {
  consentId: 'k',
  scopes: ['COORDINATOR'],
  withdrawnOn: '2026-03-10',
});
const appointed = of('CoordinatorAppointed', {
  appointmentId: 'a',
  coordinatorId: 'coord',
  unit: 'SCHOOL',
  kind: 'ORDINARY',
  temporary: false,
  caseId: 'c',
  validFrom: '2026-02-01',
  wishFollowed: 'YES',
});
const released = of('CoordinatorReleased', {
  appointmentId: 'a',
  releasedOn: '2026-03-20',
  reasonCode: 'LEFT_POSITION',
});
const started = of('PlanStarted', { planId: 's.1', caseId: 'c', startedOn: '2026-02-05', withSubject: true });
const closed = of('PlanClosed', { planId: 's.1', closedOn: '2026-03-01', reasonCode: 'OTHER' });
const lost = of('BasisLost', { caseId: 'c', restsOn: ['a', 's.1'], detectedOn: '2026-03-05' });
const regained = of('BasisRegained', { caseId: 'c', detectedOn: '2026-03-06' });

const rowAfter = async (...facts: readonly CoordinationFact[]) => {
  const log = new Log();
  const events = await log.inCoordination('s', ...facts);
  const [row] = await log.rows(coordinationTasks);
  return { log, events, row };
};

describe('a consent that ended under somebody who coordinates', () => {
  it.each<[string, string | null, number | undefined, readonly CoordinationFact[]]>([
    ['holds without end', null, undefined, [consent(), appointed()]],
    ['was withdrawn', '2026-03-10', 2, [consent(), appointed(), withdrawal()]],
    [
      'runs out on the day after its last',
      '2026-07-01',
      0,
      [consent({ validUntil: '2026-06-30' }), appointed()],
    ],
    [
      'is withdrawn before it runs out',
      '2026-03-10',
      2,
      [consent({ validUntil: '2026-06-30' }), appointed(), withdrawal()],
    ],
    [
      'was given anew',
      null,
      undefined,
      [consent(), appointed(), withdrawal(), consent({ consentId: 'l', givenOn: '2026-03-11' })],
    ],
    [
      'is another giver’s too',
      null,
      undefined,
      [consent(), consent({ consentId: 'l', givenBy: 'GUARDIAN' }), appointed(), withdrawal()],
    ],
    [
      'was withdrawn for the plan alone',
      null,
      undefined,
      [consent(), appointed(), withdrawal({ scopes: ['PLAN'] })],
    ],
    [
      'waits for nobody after the release',
      null,
      undefined,
      [consent(), appointed(), released({ releasedOn: '2026-03-10' }), withdrawal()],
    ],
    ['waits until a release to come', '2026-03-10', 2, [consent(), appointed(), withdrawal(), released()]],
    ['waits for nobody where nobody coordinates', null, undefined, [consent(), withdrawal()]],
  ])('%s', async (_, from, by, facts) => {
    const { row, events } = await rowAfter(...facts);
    expect(row).toMatchObject({
      unconsented_from: from,
      unconsented_event: by === undefined ? null : events[by]?.id,
    });
  });

  it('is no longer withdrawn when that was recorded in error', async () => {
    const { log, events } = await rowAfter(consent(), appointed(), withdrawal());
    const last = events.at(-1);
    if (!last) throw new Error('a withdrawal was recorded');
    await log.annul(last);
    expect(await log.rows(coordinationTasks)).toMatchObject([{ unconsented_from: null }]);
  });
});

describe('a basis that was lost', () => {
  const open = { lost_since: '2026-03-05', lost_case: 'c' };
  it.each<[string, object, readonly CoordinationFact[]]>([
    ['waits while something stands', open, [consent(), appointed(), lost()]],
    ['is gone when it is there again', { lost_since: null }, [consent(), appointed(), lost(), regained()]],
    [
      'is gone when nothing stands any more',
      { lost_since: null, lost_case: null, lost_event: null },
      [consent(), appointed(), lost(), released()],
    ],
    [
      'waits since the first of several',
      { ...open, lost_since: '2026-03-04', lost_case: 'd' },
      [
        consent(),
        appointed(),
        started(),
        lost({ restsOn: ['a'] }),
        lost({ caseId: 'd', restsOn: ['s.1'], detectedOn: '2026-03-04' }),
      ],
    ],
  ])('%s', async (_, expected, facts) => {
    expect((await rowAfter(...facts)).row).toMatchObject(expected);
  });

  it('counts a member of the group who has not left', async () => {
    const joined = of('MemberJoinedGroup', {
      memberId: 'g',
      partyId: 'p',
      memberRole: 'NURSE',
      joinedOn: '2026-02-06',
    });
    const left = of('MemberLeftGroup', { memberId: 'g', leftOn: '2026-03-07', reasonCode: 'OTHER' });
    const ofMember = lost({ restsOn: ['g'] });
    expect((await rowAfter(joined(), ofMember)).row).toMatchObject(open);
    expect((await rowAfter(joined(), ofMember, left())).row).toMatchObject({ lost_since: null });
  });
});

describe('a child coordinator', () => {
  const child = appointed({ kind: 'CHILD' });
  it.each<[string, string | null, readonly CoordinationFact[]]>([
    ['has no end', '9999-12-31', [child]],
    ['gave notice', '2026-03-20', [child, released()]],
    ['has turned 18', null, [child, released({ reasonCode: 'TURNED_18' })]],
    ['is none', null, [appointed()]],
  ])('who %s coordinates until %s, if the age does not end it', async (_, day, facts) => {
    expect((await rowAfter(consent(), ...facts)).row).toMatchObject({ child_coordinated_to: day });
  });
});

describe('a plan that was granted', () => {
  it.each<[string, string | null, readonly CoordinationFact[]]>([
    ['waits for its start', null, [consent(), appointed()]],
    ['needs none while one runs', '9999-12-31', [consent(), started()]],
    ['needs none where one was started since', '2026-02-05', [consent(), started(), closed()]],
    [
      'needs none where the need ended with the plan',
      '2026-03-01',
      [consent(), started(), closed({ reasonCode: 'DECEASED' })],
    ],
    [
      'needs none where the need ended with the coordinator',
      '2026-03-20',
      [consent(), appointed(), released({ reasonCode: 'MOVED' })],
    ],
  ])('%s', async (_, until, facts) => {
    expect((await rowAfter(...facts)).row).toMatchObject({ plan_known_until: until });
  });
});

const joined = of('MemberJoinedGroup', {
  memberId: 'g',
  partyId: 'p',
  memberRole: 'NURSE',
  joinedOn: '2026-02-06',
});
const left = of('MemberLeftGroup', { memberId: 'g', leftOn: '2026-03-07', reasonCode: 'OTHER' });
const reviewed = of('CoordinationReviewed', {
  reviewId: 'r',
  parts: ['COORDINATOR'],
  outcome: 'STILL_RIGHT',
  withSubject: true,
  reviewedOn: '2026-03-05',
});

describe('the time to the next question whether it is still right', () => {
  it.each<[string, string | null, readonly CoordinationFact[]]>([
    ['is counted from the coordinator’s first day', '2026-02-01', [consent(), appointed()]],
    ['is counted from the last answer', '2026-03-05', [consent(), appointed(), reviewed()]],
    [
      'is counted from what was asked about longest ago',
      '2026-02-05',
      [consent(), appointed(), started(), reviewed()],
    ],
    [
      'is counted from an answer about all of it',
      '2026-03-05',
      [consent(), appointed(), started(), reviewed({ parts: ['PLAN', 'COORDINATOR'] })],
    ],
    [
      'is counted from the latest answer, in whatever order they are told',
      '2026-03-05',
      [consent(), appointed(), reviewed(), reviewed({ reviewId: 'q', reviewedOn: '2026-02-20' })],
    ],
    ['is not counted for who stands in', null, [consent(), appointed({ temporary: true })]],
    ['is not counted after the end', null, [consent(), appointed(), released()]],
  ])('%s', async (_, from, facts) => {
    expect((await rowAfter(...facts)).row).toMatchObject({ review_from: from });
  });
});

describe('what goes on after the end of a plan', () => {
  const ended = [consent(), appointed(), started(), closed()];
  it.each<[string, string | null, readonly CoordinationFact[]]>([
    ['waits for a word on the coordinator', '2026-03-01', ended],
    ['is said of when the plan is closed', null, [...ended.slice(0, 3), closed({ coordinatorGoesOn: true })]],
    [
      'waits for the end that was said of',
      '2026-03-01',
      [...ended.slice(0, 3), closed({ coordinatorGoesOn: false })],
    ],
    ['is said of later', null, [...ended, reviewed()]],
    [
      'was said of before, which is another matter',
      '2026-03-01',
      [...ended, reviewed({ reviewedOn: '2026-02-20' })],
    ],
    ['is over', null, [...ended, released()]],
    ['goes on with another plan', null, [...ended, started({ planId: 's.2', startedOn: '2026-03-05' })]],
    [
      'is nothing where the coordinator came after it',
      null,
      [consent(), started(), closed(), appointed({ validFrom: '2026-03-10' })],
    ],
    ['waits for a word on the group', '2026-03-01', [consent(), started(), joined(), closed()]],
    ['is over when the group has gone apart', null, [consent(), started(), joined(), closed(), left()]],
    ['is said of the group', null, [consent(), started(), joined(), closed({ groupGoesOn: true })]],
  ])('%s', async (_, since, facts) => {
    expect((await rowAfter(...facts)).row).toMatchObject({ plan_ended_on: since });
  });
});

describe('what a guardian consented to', () => {
  const ofParent = consent({ givenBy: 'PARENT', validUntil: '2027-01-01' });
  const due = of('ConsentRenewalDue', { consentIds: ['k'], dueOn: '2026-03-15' });
  const own = (scopes: readonly ('PLAN' | 'COORDINATOR')[]) =>
    consent({ consentId: 'own', givenOn: '2026-03-16', scopes });
  const nothing = { renewal_since: null, renewal_until: null, renewal_event: null };
  it.each<[string, object, readonly CoordinationFact[]]>([
    ['goes by the person’s age', { ...nothing, guardian_consented_on: '2026-01-02' }, [ofParent]],
    ['goes by it no more where the person consented', { guardian_consented_on: null }, [consent()]],
    [
      'is asked anew from the day on which that was due',
      { renewal_since: '2026-03-15', renewal_until: '2027-01-01', guardian_consented_on: null },
      [ofParent, due()],
    ],
    [
      'is asked until the person has consented to all of it',
      { renewal_since: '2026-03-15' },
      [ofParent, due(), own(['PLAN'])],
    ],
    ['is asked no more then', nothing, [ofParent, due(), own(['PLAN', 'COORDINATOR'])]],
    [
      'is asked no more when it was taken back',
      nothing,
      [ofParent, due(), withdrawal({ scopes: ['PLAN', 'COORDINATOR'], withdrawnBy: 'PARENT' })],
    ],
  ])('%s', async (_, expected, facts) => {
    expect((await rowAfter(...facts)).row).toMatchObject(expected);
  });
});
