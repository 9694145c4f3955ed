import { codec } from '#apps/codec';
import { openLog } from '#event-sourcing/log-id';
import { testEventKeys } from '#event-sourcing/testing/event-key';
import type { Role, Viewer } from '#personal-data/viewer';
import { readerPool, type Pool } from '#postgres';
import { openReadModels, rebuild } from '#projecting';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { coordinationRegisterPage } from '../coordination-register/queries.js';
import { projections } from '../index.js';
import { Log, type CaseFact, type CoordinationFact, type SubjectFact } from '../log.testing.js';
import { isTaskAfter, taskCounts, type Task, type TaskAfter, type TaskFilter, tasksPage } from './queries.js';

const today = '2026-04-15';

const viewer = (role: Role, partyId = 'someone', ...tenants: string[]): Viewer => ({
  tenants: tenants.length === 0 ? ['1576'] : tenants,
  partyId,
  roles: [role],
  units: [],
});
const caseworker = viewer('CASEWORKER');

const registered = (subjectId: string, more: object = { identityNumber: '00000000000' }) =>
  ({
    type: 'SubjectRegistered',
    data: { subjectId, givenName: 'Testine', familyName: 'Prøvesen', protectedAddress: false, ...more },
  }) as SubjectFact;
const inCase = (type: CaseFact['type'], n: string, data: object) =>
  ({ type, data: { caseId: `c-${n}`, subjectId: `s-${n}`, ...data } }) as CaseFact;
const need = (n: string) =>
  inCase('NeedNotified', n, {
    notifiedOn: '2026-03-01',
    channel: 'PHONE',
    notifierRole: 'EMPLOYEE',
    subjectWishes: 'NOT_ASKED',
  });
const received = (n: string, more: object = {}) =>
  inCase('ApplicationReceived', n, {
    items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
    receivedOn: '2026-03-02',
    channel: 'FORM',
    written: true,
    signed: true,
    applicantRole: 'SUBJECT',
    ...more,
  });
const assigned = (n: string, more: object = {}) =>
  inCase('MappingAssigned', n, {
    assignmentId: `m-${n}`,
    assigneeId: 'mapper',
    unit: 'SCHOOL',
    assignedOn: '2026-03-03',
    dueOn: '2026-04-14',
    ...more,
  });
const mapped = (n: string) =>
  inCase('MappingCompleted', n, {
    performerId: 'mapper',
    competenceBasis: 'PROFESSION',
    completedOn: '2026-03-10',
  });
const convened = (n: string, meetsOn: string) =>
  inCase('KeMeetingConvenedForCase', n, {
    meetingId: 'k',
    convenedOn: '2026-03-11',
    meetsOn,
    invitedUnits: ['KE'],
  });
const granted = (n: string, decidedOn = '2026-03-18') =>
  inCase('DecisionMade', n, {
    items: ['INDIVIDUAL_PLAN', 'COORDINATOR'].map((item) => ({ item, outcome: 'GRANTED' })),
    decidedBy: 'KE',
    decidedOn,
    legalBasis: 'HOL_7_2',
  });
const notified = (n: string) =>
  inCase('DecisionNotified', n, { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: '2026-03-20' });

const inCoordination = (type: CoordinationFact['type'], n: string, data: object) =>
  ({ type, data: { subjectId: `s-${n}`, ...data } }) as CoordinationFact;
const consented = (n: string, more: object = {}) =>
  inCoordination('ConsentGiven', n, {
    consentId: `k-${n}`,
    scopes: ['COORDINATOR', 'PLAN', 'SHARE'],
    givenBy: 'SUBJECT',
    givenOn: '2026-03-02',
    ...more,
  });
const appointed = (n: string, more: object = {}) =>
  inCoordination('CoordinatorAppointed', n, {
    appointmentId: `a-${n}`,
    coordinatorId: 'coord',
    unit: 'HOME_CARE',
    kind: 'ORDINARY',
    temporary: false,
    caseId: `c-${n}`,
    validFrom: '2026-03-20',
    wishFollowed: 'YES',
    ...more,
  });
const started = (n: string) =>
  inCoordination('PlanStarted', n, {
    planId: `s-${n}.1`,
    caseId: `c-${n}`,
    startedOn: '2026-03-21',
    withSubject: true,
  });

/** What each invented person's streams tell, by a name that says what waits. */
const lives: Readonly<
  Record<
    string,
    {
      readonly ofCase?: readonly CaseFact[];
      readonly coordination?: readonly CoordinationFact[];
      readonly number?: false | undefined;
    }
  >
> = Object.fromEntries(
  (
    [
      ['ask', [need('ask')]],
      ['assign', [received('assign')], [consented('assign')]],
      ['map', [received('map'), assigned('map')], [consented('map')]],
      [
        'map-late',
        [
          received('map-late'),
          assigned('map-late', { dueOn: '2026-05-20', assigneeId: 'other', unit: 'HOME_CARE' }),
        ],
        [consented('map-late')],
      ],
      [
        'map-undue',
        [received('map-undue'), assigned('map-undue', { dueOn: undefined })],
        [consented('map-undue')],
      ],
      ['unsigned', [received('unsigned', { signed: false }), mapped('unsigned')], [consented('unsigned')]],
      [
        'unconsented',
        [received('unconsented'), mapped('unconsented')],
        [consented('unconsented', { scopes: ['PLAN'] })],
      ],
      ['unnumbered', [received('unnumbered'), mapped('unnumbered')], [consented('unnumbered')], false],
      [
        'decide',
        [received('decide'), mapped('decide'), convened('decide', '2026-04-14')],
        [consented('decide')],
      ],
      ['meet', [received('meet'), mapped('meet'), convened('meet', '2026-04-16')], [consented('meet')]],
      [
        'notify',
        [received('notify'), mapped('notify'), granted('notify')],
        [consented('notify'), appointed('notify'), started('notify')],
      ],
      [
        'appoint',
        [received('appoint'), granted('appoint', '2026-03-19'), notified('appoint')],
        [consented('appoint')],
      ],
      ['plan', [received('plan'), granted('plan'), notified('plan')], [consented('plan'), appointed('plan')]],
      [
        'gap',
        [received('gap'), granted('gap'), notified('gap')],
        [
          consented('gap'),
          appointed('gap'),
          started('gap'),
          inCoordination('CoordinatorReleased', 'gap', {
            appointmentId: 'a-gap',
            releasedOn: '2026-04-05',
            reasonCode: 'LEFT_POSITION',
          }),
        ],
      ],
      [
        'consent-ran-out',
        [received('consent-ran-out'), granted('consent-ran-out'), notified('consent-ran-out')],
        [
          consented('consent-ran-out', { validUntil: '2026-04-14' }),
          appointed('consent-ran-out'),
          started('consent-ran-out'),
        ],
      ],
      [
        'consent-to-run-out',
        [received('consent-to-run-out'), granted('consent-to-run-out'), notified('consent-to-run-out')],
        [
          consented('consent-to-run-out', { validUntil: '2026-04-15' }),
          appointed('consent-to-run-out', { coordinatorId: 'other' }),
          started('consent-to-run-out'),
        ],
      ],
      [
        'lost',
        [],
        [
          consented('lost'),
          appointed('lost'),
          inCoordination('BasisLost', 'lost', {
            caseId: 'c-lost',
            restsOn: ['a-lost'],
            detectedOn: '2026-04-01',
          }),
        ],
      ],
    ] as readonly [string, readonly CaseFact[], (readonly CoordinationFact[])?, false?][]
  ).map(([name, ofCase, coordination = [], number]) => [name, { ofCase, coordination, number }]),
);

const successor = (n: string, more: object = {}) =>
  appointed(n, {
    appointmentId: `b-${n}`,
    coordinatorId: 'next',
    unit: 'NAV',
    takesOverFrom: `a-${n}`,
    validFrom: '2026-04-01',
    ...more,
  });
const leaving = (n: string, reasonCode: string, releasedOn = '2026-04-01') =>
  inCoordination('CoordinatorReleased', n, { appointmentId: `a-${n}`, releasedOn, reasonCode });
const sheet = (n: string) =>
  inCoordination('HandoverWritten', n, {
    handoverId: `o-${n}`,
    appointmentId: `a-${n}`,
    openMatters: 'Avlastning',
    writtenOn: '2026-04-02',
  });
const read = (n: string) =>
  inCoordination('HandoverAcknowledged', n, {
    handoverId: `o-${n}`,
    appointmentId: `b-${n}`,
    acknowledgedOn: '2026-04-03',
  });
/** Of persons whose coordinator is succeeded or stood in for. */
const handovers: readonly (readonly [string, ...CoordinationFact[]])[] = [
  ['unwritten', leaving('unwritten', 'HANDOVER'), successor('unwritten')],
  ['gone', leaving('gone', 'LEFT_POSITION'), successor('gone')],
  ['going', leaving('going', 'LEFT_POSITION', '2026-04-16'), successor('going', { validFrom: '2026-04-16' })],
  ['unread', successor('unread', { temporary: true, validFrom: '2026-04-10' }), sheet('unread')],
  ['unread-long', leaving('unread-long', 'HANDOVER'), successor('unread-long'), sheet('unread-long')],
  ['to-come', successor('to-come', { temporary: true, validFrom: '2026-04-20' })],
  ['read', leaving('read', 'HANDOVER'), successor('read'), sheet('read'), read('read')],
  [
    'over',
    successor('over', { temporary: true }),
    inCoordination('CoordinatorReleased', 'over', {
      appointmentId: 'b-over',
      releasedOn: '2026-04-14',
      reasonCode: 'OTHER',
    }),
  ],
  ['nobody-before'],
];

describe('the inbox', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    const log = new Log();
    await openLog(log.store, testEventKeys);
    for (const [name, { ofCase = [], coordination = [], number }] of Object.entries(lives)) {
      await log.inSubject(`s-${name}`, registered(`s-${name}`, number === false ? {} : undefined));
      if (ofCase.length > 0) await log.inCase(`c-${name}`, ...ofCase);
      if (coordination.length > 0) await log.inCoordination(`s-${name}`, ...coordination);
    }
    const elsewhere = new Log(log.store, '3436');
    await elsewhere.inCase('c-elsewhere', need('elsewhere'));
    // The coordination goes on under the registration that stays.
    const merged = new Log(log.store, '5001');
    await merged.inSubject('s-stays', registered('s-stays'));
    await merged.inSubject('s-goes', registered('s-goes', {}), {
      type: 'SubjectMergedInto',
      data: {
        subjectId: 's-goes',
        survivorId: 's-stays',
        goesOn: 'SURVIVOR',
        mergedOn: '2026-03-20',
        reason: 'Samme person',
      },
    } satisfies SubjectFact);
    await merged.inCase('c-goes', received('goes'), granted('goes'), notified('goes'));
    await merged.inCoordination('s-stays', consented('stays'), appointed('stays'), started('stays'));

    const handed = new Log(log.store, '4601');
    for (const [n, ...facts] of handovers) {
      await handed.inSubject(`s-${n}`, registered(`s-${n}`));
      await handed.inCoordination(`s-${n}`, consented(n), appointed(n), ...facts);
    }

    const readModels = openReadModels(database.url, projections);
    await readModels.prepare();
    for (const projection of projections) {
      await rebuild(projection, { store: log.store, decoder: codec, readModels });
    }
    await readModels.close();
    pool = readerPool({ connectionString: database.url, applicationName: 'tasks spec' });
  });
  afterAll(async () => {
    await pool?.end();
    await database?.drop();
  });

  const ask = async (filter: TaskFilter = {}, who = caseworker) =>
    (await tasksPage(pool, who, filter, { today, limit: 50 })).rows;
  const told = (tasks: readonly Task[]) => tasks.map(({ kind, of }) => `${kind} ${of}`);
  const all = [
    'DECISION_TO_MAKE c-decide',
    'MAPPING_TO_DO c-map',
    'MAPPING_TO_DO c-map-late',
    'NEED_TO_ASK c-ask',
    'MAPPING_TO_ASSIGN c-assign',
    'APPLICATION_TO_COMPLETE c-unconsented',
    'APPLICATION_TO_COMPLETE c-unnumbered',
    'APPLICATION_TO_COMPLETE c-unsigned',
    'MAPPING_TO_DO c-map-undue',
    'CASE_TO_CONSIDER c-unconsented',
    'CASE_TO_CONSIDER c-unnumbered',
    'CASE_TO_CONSIDER c-unsigned',
    'DECISION_TO_NOTIFY c-notify',
    'PLAN_TO_START c-plan',
    'COORDINATOR_TO_APPOINT s-appoint',
    'PLAN_TO_START c-appoint',
    'BASIS_LOST s-lost',
    'COORDINATOR_GAP s-gap',
    'CONSENT_ENDED s-consent-ran-out',
  ];

  it('has what waits, the nearest day first, then what has waited longest', async () => {
    const tasks = await ask();
    const order = tasks.map(({ dueOn, since, of }) => [dueOn ?? '9999', since, of].join(' '));
    expect(order).toEqual(order.toSorted());
    expect(told(tasks).toSorted()).toEqual(all.toSorted());
  });

  it('says of each what it is about, since when, and what made it wait', async () => {
    const tasks = new Map((await ask()).map((task) => [`${task.kind} ${task.of}`, task]));
    for (const { eventId, subjectId, caseId } of tasks.values()) {
      expect(eventId).toMatch(/^[0-9a-f-]{36}$/);
      expect([subjectId?.replace('s-', ''), caseId === null]).toEqual([caseId?.replace('c-', ''), false]);
    }
    expect(tasks.get('MAPPING_TO_DO c-map')).toMatchObject({
      since: '2026-03-03',
      dueOn: '2026-04-14',
      overdue: true,
      days: 43,
      partyId: 'mapper',
      unit: 'SCHOOL',
    });
    expect(tasks.get('MAPPING_TO_DO c-map-late')).toMatchObject({ dueOn: '2026-05-20', overdue: false });
    expect(tasks.get('MAPPING_TO_DO c-map-undue')).toMatchObject({ dueOn: null, overdue: false });
    expect(tasks.get('APPLICATION_TO_COMPLETE c-unsigned')).toMatchObject({ missing: ['SIGNATURE'] });
    expect(tasks.get('APPLICATION_TO_COMPLETE c-unconsented')).toMatchObject({ missing: ['CONSENT'] });
    expect(tasks.get('APPLICATION_TO_COMPLETE c-unnumbered')).toMatchObject({ missing: ['IDENTITY_NUMBER'] });
    expect(tasks.get('PLAN_TO_START c-plan')).toMatchObject({ partyId: 'coord', unit: 'HOME_CARE' });
    expect(tasks.get('PLAN_TO_START c-appoint')).toMatchObject({ partyId: null, unit: null });
    expect(tasks.get('COORDINATOR_GAP s-gap')).toMatchObject({
      since: '2026-04-05',
      days: 10,
      coordinatorId: 'coord',
      partyId: null,
    });
    expect(tasks.get('CONSENT_ENDED s-consent-ran-out')).toMatchObject({
      since: '2026-04-15',
      coordinatorId: 'coord',
    });
  });

  it.each<[TaskFilter, string, string[]]>([
    [{ mine: true }, 'mapper', ['MAPPING_TO_DO c-map', 'MAPPING_TO_DO c-map-undue']],
    [{ mine: true }, 'coord', ['PLAN_TO_START c-plan']],
    [{ mine: true }, 'nobody', []],
    [{ mine: true, kind: ['NEED_TO_ASK'] }, 'mapper', []],
    [{ unit: 'SCHOOL' }, 'x', ['MAPPING_TO_DO c-map', 'MAPPING_TO_DO c-map-undue']],
    [{ unit: 'HOME_CARE' }, 'x', ['MAPPING_TO_DO c-map-late', 'PLAN_TO_START c-plan']],
    [{ unit: 'SCHOOL', mine: true }, 'other', []],
    [{ kind: ['NEED_TO_ASK', 'BASIS_LOST'] }, 'x', ['NEED_TO_ASK c-ask', 'BASIS_LOST s-lost']],
    [{ kind: ['COORDINATOR_GAP'] }, 'x', ['COORDINATOR_GAP s-gap']],
    [{ subjectId: 's-appoint' }, 'x', ['PLAN_TO_START c-appoint', 'COORDINATOR_TO_APPOINT s-appoint']],
    [{ subjectId: 's-appoint', kind: ['PLAN_TO_START'] }, 'x', ['PLAN_TO_START c-appoint']],
    [{ subjectId: 's-nobody' }, 'x', []],
    [{ kind: ['COORDINATOR_TO_APPOINT'] }, 'x', ['COORDINATOR_TO_APPOINT s-appoint']],
    [{ overdue: true }, 'x', ['MAPPING_TO_DO c-map', 'DECISION_TO_MAKE c-decide']],
    [
      { overdue: false, kind: ['MAPPING_TO_DO'] },
      'x',
      ['MAPPING_TO_DO c-map-late', 'MAPPING_TO_DO c-map-undue'],
    ],
    [{ dueTo: '2026-04-14' }, 'x', ['MAPPING_TO_DO c-map', 'DECISION_TO_MAKE c-decide']],
    [{ dueTo: '2026-05-20', unit: 'HOME_CARE' }, 'x', ['MAPPING_TO_DO c-map-late']],
  ])('answers %j of %s', async (filter, partyId, expected) => {
    expect(told(await ask(filter, viewer('CASEWORKER', partyId)))).toEqual(expected);
  });

  it('goes on page by page, each task once, whatever the size of a page', async () => {
    const whole = told(await ask());
    for (const limit of [1, 2, 5]) {
      const seen: string[] = [];
      let after: TaskAfter | undefined;
      do {
        const page = await tasksPage(pool, caseworker, {}, { today, limit, after });
        seen.push(...told(page.rows));
        after = page.next;
        if (after !== undefined) expect(isTaskAfter(after)).toBe(true);
      } while (after !== undefined);
      expect(seen).toEqual(whole);
    }
  });

  it('has what is for a leader to find somebody for among a leader’s own, and nobody else’s', async () => {
    const leader = viewer('LEADER', 'nobody');
    expect(told(await ask({ mine: true }, leader))).toEqual(['COORDINATOR_GAP s-gap']);
    expect(told(await ask({ mine: true }, viewer('CASEWORKER', 'nobody')))).toEqual([]);
    const counts = await taskCounts(pool, leader, {}, { today });
    expect(counts.filter(({ mine }) => mine > 0)).toMatchObject([
      { kind: 'COORDINATOR_GAP', all: 1, mine: 1 },
    ]);
  });

  it('counts by kind, the own ones and those that are overdue apart', async () => {
    expect(await taskCounts(pool, viewer('CASEWORKER', 'mapper'), {}, { today })).toEqual([
      { kind: 'APPLICATION_TO_COMPLETE', all: 3, mine: 0, overdue: 0 },
      { kind: 'BASIS_LOST', all: 1, mine: 0, overdue: 0 },
      { kind: 'CASE_TO_CONSIDER', all: 3, mine: 0, overdue: 0 },
      { kind: 'CONSENT_ENDED', all: 1, mine: 0, overdue: 0 },
      { kind: 'COORDINATOR_GAP', all: 1, mine: 0, overdue: 0 },
      { kind: 'COORDINATOR_TO_APPOINT', all: 1, mine: 0, overdue: 0 },
      { kind: 'DECISION_TO_MAKE', all: 1, mine: 0, overdue: 1 },
      { kind: 'DECISION_TO_NOTIFY', all: 1, mine: 0, overdue: 0 },
      { kind: 'MAPPING_TO_ASSIGN', all: 1, mine: 0, overdue: 0 },
      { kind: 'MAPPING_TO_DO', all: 3, mine: 2, overdue: 1 },
      { kind: 'NEED_TO_ASK', all: 1, mine: 0, overdue: 0 },
      { kind: 'PLAN_TO_START', all: 2, mine: 0, overdue: 0 },
    ]);
    expect(await taskCounts(pool, caseworker, { unit: 'SCHOOL' }, { today })).toEqual([
      { kind: 'MAPPING_TO_DO', all: 2, mine: 0, overdue: 1 },
    ]);
  });

  it('shows coordinators what waits of those whom they coordinate with consent, and others nothing', async () => {
    expect(told(await ask({}, viewer('COORDINATOR', 'coord')))).toEqual([
      'DECISION_TO_NOTIFY c-notify',
      'PLAN_TO_START c-plan',
      'BASIS_LOST s-lost',
    ]);
    expect(await ask({}, viewer('COORDINATOR', 'nobody'))).toEqual([]);
    expect(await ask({}, viewer('AUDITOR', 'coord'))).toEqual([]);
    expect(await taskCounts(pool, viewer('AUDITOR'), {}, { today })).toEqual([]);
  });

  it('shows each the own municipalities', async () => {
    expect(told(await ask({}, viewer('LEADER', 'x', '3436')))).toEqual(['NEED_TO_ASK c-elsewhere']);
    const both = told(await ask({}, viewer('LEADER', 'x', '3436', '1576')));
    expect(both.toSorted()).toEqual([...all, 'NEED_TO_ASK c-elsewhere'].toSorted());
  });

  it('finds the plan that goes on under the registration into which the person’s was merged', async () => {
    const tasks = await ask({ kind: ['PLAN_TO_START'] }, viewer('CASEWORKER', 'x', '5001'));
    expect(told(tasks)).toEqual([]);
  });

  it('waits for what is handed over to be written and read, and tells the leader of what is left lying (U7)', async () => {
    const kind = ['HANDOVER_TO_WRITE', 'HANDOVER_TO_ACKNOWLEDGE'] as const;
    const terms = [{ municipality: '4601', handoverDays: 7, reviewMonths: null }];
    const seen = async (who: Viewer, filter: TaskFilter = {}) =>
      (await tasksPage(pool, who, { kind, ...filter }, { today, limit: 50, terms })).rows;
    const tasks = await seen(viewer('LEADER', 'x', '4601'));
    expect(
      tasks.map(({ of, dueOn, since, days, partyId, unit }) => [of, dueOn, since, days, partyId, unit]),
    ).toEqual([
      ['s-gone', '2026-04-08', '2026-04-01', 14, null, 'HOME_CARE'],
      ['s-unwritten', '2026-04-08', '2026-04-01', 14, null, 'HOME_CARE'],
      ['s-unread-long', '2026-04-09', '2026-04-02', 13, 'next', 'NAV'],
      ['s-unread', '2026-04-17', '2026-04-10', 5, 'next', null],
      ['s-going', '2026-04-23', '2026-04-15', 0, 'coord', null],
      ['s-to-come', '2026-04-27', '2026-04-15', 0, 'coord', null],
    ]);
    expect(tasks.find(({ of }) => of === 's-unread')).toMatchObject({
      kind: 'HANDOVER_TO_ACKNOWLEDGE',
      handoverId: 'o-unread',
      coordinatorId: 'coord',
    });
    expect(tasks.find(({ of }) => of === 's-to-come')).toMatchObject({
      kind: 'HANDOVER_TO_WRITE',
      appointmentId: 'a-to-come',
      coordinatorId: 'next',
    });
    const mine = async (partyId: string) =>
      (await seen(viewer('CASEWORKER', partyId, '4601'), { mine: true })).map(({ of }) => of);
    // Once somebody coordinates no more, the inbox shows them nothing of it: the leader sees to it.
    expect(await mine('coord')).toEqual(['s-going', 's-to-come']);
    expect(await mine('next')).toEqual(['s-unread-long', 's-unread']);
    const led = { ...viewer('UNIT_LEADER', 'x', '4601'), units: ['NAV'] };
    expect((await seen(led)).map(({ of }) => of)).toEqual(['s-unread-long']);
    const leads = { ...led, units: ['HOME_CARE'] };
    expect((await seen(leads)).map(({ of }) => of)).toEqual(['s-gone', 's-unwritten']);
    const successorSees = await seen(viewer('COORDINATOR', 'next', '4601'));
    expect(successorSees.map(({ of }) => of)).toEqual(expect.arrayContaining(['s-unread-long', 's-unread']));
    const untimed = await tasksPage(pool, viewer('LEADER', 'x', '4601'), { kind }, { today, limit: 50 });
    expect(untimed.rows.map(({ dueOn }) => dueOn)).toEqual(Array(6).fill(null));
  });

  it('asks as often as the profile says whether it is still right, also when nobody looked for long', async () => {
    const on = async (day: string, months: number | null) => {
      const terms = [{ municipality: '4601', handoverDays: null, reviewMonths: months }];
      const who = viewer('CASEWORKER', 'coord', '4601');
      const filter = { kind: ['STANDING_TO_REVIEW'] as const, mine: true };
      return (await tasksPage(pool, who, filter, { today: day, limit: 50, terms })).rows;
    };
    expect(await on('2026-09-19', 6)).toEqual([]);
    const asked = await on('2026-10-07', 6);
    // Whoever has a coordinator of long ago; who stands in is not asked about.
    expect(asked.map(({ of, since, dueOn, partyId }) => [of, since, dueOn, partyId])).toEqual(
      ['nobody-before', 'over', 'to-come', 'unread'].map((n) => [
        `s-${n}`,
        '2026-09-20',
        '2026-09-20',
        'coord',
      ]),
    );
    expect(await on('2026-10-07', null)).toEqual([]);
  });

  it('misses a coordinator where the register does', async () => {
    const { rows } = await coordinationRegisterPage(
      pool,
      caseworker,
      { withoutCoordinator: true },
      { today, limit: 50 },
    );
    const missed = await ask({ kind: ['COORDINATOR_TO_APPOINT', 'COORDINATOR_GAP'] });
    expect(missed.map(({ of, since }) => `${of} ${since}`).toSorted()).toEqual(
      rows
        .map(({ subjectId, withoutCoordinatorSince }) => `${subjectId} ${withoutCoordinatorSince}`)
        .toSorted(),
    );
  });
});
