import { codec } from '#apps/codec';
import { openLog } from '#event-sourcing/log-id';
import { testEventKeys } from '#event-sourcing/testing/event-key';
import type { Role, Viewer } from '#personal-data/viewer';
import { readerPool, type Pool } from '#postgres';
import { openReadModels, rebuild } from '#projecting';
import { createTestDatabase, type TestDatabase } from '../test/support/database.js';
import { streamsOfTrail } from './audit-trail/queries.js';
import { caseById, caseOverviewPage, isCaseAfter, type CaseFilter } from './case-overview/queries.js';
import {
  coordinationOf,
  coordinationRegisterPage,
  type CoordinationFilter,
} from './coordination-register/queries.js';
import { projections } from './index.js';
import { Log, type CaseFact, type CoordinationFact, type SubjectFact } from './log.testing.js';
import { peopleAfter, peopleByIds, personById, type PlacedPerson } from './people/queries.js';

const today = '2026-04-15';

const registered = (subjectId: string, identityNumber?: string): SubjectFact => ({
  type: 'SubjectRegistered',
  data: {
    subjectId,
    givenName: 'Testine',
    familyName: 'Prøvesen',
    protectedAddress: false,
    ...(identityNumber !== undefined && { identityNumber }),
  },
});
const disposed = (subjectId: string): SubjectFact => ({
  type: 'PersonalDataDisposed',
  data: {
    subjectId,
    classes: ['PERSON'],
    legalBasis: 'ARKIVLOVA',
    retentionClass: 'K10',
    confirmedBy: 'archivist',
    disposedOn: '2026-04-11',
  },
});
const received = (caseId: string, subjectId: string, receivedOn: string, more: object = {}) =>
  ({
    type: 'ApplicationReceived',
    data: {
      caseId,
      subjectId,
      items: ['COORDINATOR'],
      receivedOn,
      channel: 'FORM',
      written: true,
      signed: true,
      applicantRole: 'SUBJECT',
      ...more,
    },
  }) as CaseFact;
const assigned = (caseId: string, subjectId: string, dueOn: string, assigneeId = 'mapper'): CaseFact => ({
  type: 'MappingAssigned',
  data: { caseId, subjectId, assignmentId: 'm', assigneeId, assignedOn: '2026-03-03', dueOn },
});
const granted = (
  caseId: string,
  subjectId: string,
  outcome: 'GRANTED' | 'PARTLY' = 'GRANTED',
  decidedOn = '2026-03-18',
): CaseFact => ({
  type: 'DecisionMade',
  data: {
    caseId,
    subjectId,
    items: [{ item: 'COORDINATOR', outcome }],
    decidedBy: 'KE',
    decidedOn,
    legalBasis: 'HOL_7_2',
  },
});
const needed = (caseId: string, subjectId: string): CaseFact => ({
  type: 'NeedNotified',
  data: {
    caseId,
    subjectId,
    notifiedOn: '2026-01-18',
    channel: 'PHONE',
    notifierRole: 'EMPLOYEE',
    subjectWishes: 'YES',
  },
});
const consented = (
  subjectId: string,
  validUntil?: string,
  scopes: readonly Scope[] = ['COORDINATOR', 'PLAN', 'SHARE'],
): CoordinationFact => ({
  type: 'ConsentGiven',
  data: {
    subjectId,
    consentId: 'k',
    scopes,
    givenBy: 'SUBJECT',
    givenOn: '2026-03-02',
    ...(validUntil !== undefined && { validUntil }),
  },
});
type Scope = 'REGISTER' | 'PLAN' | 'COORDINATOR' | 'SHARE';
const withdrawn = (subjectId: string): CoordinationFact => ({
  type: 'ConsentWithdrawn',
  data: { subjectId, consentId: 'k', withdrawnOn: '2026-04-10' },
});
const appointed = (subjectId: string, coordinatorId: string): CoordinationFact => ({
  type: 'CoordinatorAppointed',
  data: {
    subjectId,
    appointmentId: `of-${subjectId}`,
    coordinatorId,
    kind: 'ORDINARY',
    temporary: false,
    caseId: 'c1',
    validFrom: '2026-03-20',
    wishFollowed: 'YES',
  },
});

const viewer = (role: Role, partyId = 'someone', ...tenants: string[]): Viewer => ({
  tenants: tenants.length === 0 ? ['1576'] : tenants,
  partyId,
  roles: [role],
  units: [],
});
const caseworker = viewer('CASEWORKER');

describe('the queries', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    const log = new Log();
    await openLog(log.store, testEventKeys);
    await log.inSubject('s1', registered('s1', '00000000000'));
    await log.inSubject('s2', registered('s2'));
    await log.inParty('coord', {
      type: 'PartyRegistered',
      data: { partyId: 'coord', kind: 'STAFF', name: 'Prøve Testesen' },
    });
    await log.inCase('c1', received('c1', 's1', '2026-03-02'), granted('c1', 's1'));
    await log.inCase(
      'c2',
      received('c2', 's2', '2026-03-02', { signed: false, items: ['GROUP'] }),
      assigned('c2', 's2', '2026-04-14'),
    );
    // Decided before the mapping was done: nobody waits for it any more.
    await log.inCase(
      'c3',
      received('c3', 's2', '2026-04-01'),
      assigned('c3', 's2', '2026-04-14', 'another'),
      granted('c3', 's2'),
    );
    await log.inCoordination('s1', consented('s1'), appointed('s1', 'coord'));
    await log.inCoordination('s2', consented('s2', '2026-04-14'));
    const elsewhere = new Log(log.store, '5001');
    await elsewhere.inSubject('s9', registered('s9'), disposed('s9'));
    await elsewhere.inCoordination('s9', consented('s9'), withdrawn('s9'));
    await elsewhere.inCase('c9', received('c9', 's9', '2026-04-10'));
    const sharing = new Log(log.store, '3000');
    await sharing.inSubject('s3', registered('s3', '00000000003'));
    await sharing.inCase('c4', received('c4', 's3', '2026-01-15', { items: ['INDIVIDUAL_PLAN'] }));
    await sharing.inCase('c5', received('c5', 's3', '2026-01-16', { items: ['GROUP'] }));
    await sharing.inCase('c6', received('c6', 's3', '2026-01-17', { items: ['CHILD_COORDINATOR', 'GROUP'] }));
    await sharing.inCase('c7', needed('c7', 's3'));
    await sharing.inCoordination('s3', consented('s3', undefined, ['REGISTER', 'SHARE']));
    const undone = new Log(log.store, '5002');
    await undone.inSubject('s7', registered('s7'));
    await undone.inCase('c71', received('c71', 's7', '2026-03-02'), granted('c71', 's7'));
    await undone.inCase(
      'c72',
      received('c72', 's7', '2026-03-02'),
      granted('c72', 's7', 'PARTLY', '2026-03-10'),
    );
    const late = new Log(log.store, '5004');
    await late.inCase('c81', needed('c81', 's8'), received('c81', 's8', '2026-03-30'));
    await late.inCase('c82', received('c82', 's8', '2026-03-02'));
    const crowd = new Log(log.store, '5003');
    for (let n = 0; n <= 1_000; n += 1) await crowd.inSubject(`n${n}`, registered(`n${n}`));

    const readModels = openReadModels(database.url, projections);
    await readModels.prepare();
    for (const projection of projections) {
      await rebuild(projection, { store: log.store, decoder: codec, readModels });
    }
    await readModels.close();
    pool = readerPool({
      connectionString: database.url,
      applicationName: 'queries spec',
    });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  describe('of the overview', () => {
    const ids = async (filter: CaseFilter = {}, who = caseworker) =>
      (await caseOverviewPage(pool, who, filter, { today, limit: 50 })).rows.map(({ caseId }) => caseId);

    it('list the newest case first, of the own tenants only', async () => {
      expect(await ids()).toEqual(['c3', 'c2', 'c1']);
      expect(await ids({}, viewer('LEADER', 'x', '5001'))).toEqual(['c9']);
      expect(await ids({}, viewer('LEADER', 'x', '5001', '1576'))).toEqual(['c9', 'c3', 'c2', 'c1']);
    });

    it.each<[CaseFilter, string[]]>([
      [{ status: ['MAPPING_ASSIGNED'] }, ['c2']],
      [{ status: ['DECIDED_NOT_NOTIFIED', 'NOTIFIED'] }, ['c3', 'c1']],
      [{ receivedFrom: '2026-03-03' }, ['c3']],
      [{ receivedFrom: '2026-04-01' }, ['c3']],
      [{ receivedTo: '2026-03-02' }, ['c2', 'c1']],
      [{ item: 'GROUP' }, ['c2']],
      [{ assigneeId: 'mapper' }, ['c2']],
      [{ subjectId: 's2' }, ['c3', 'c2']],
      [{ withoutDecision: true }, ['c2']],
      [{ withoutDecision: false }, ['c3', 'c1']],
      [{ overdue: true }, ['c2']],
      [{ overdue: false, subjectId: 's2' }, ['c3']],
      [{ oldestFirst: true }, ['c1', 'c2', 'c3']],
      [{ oldestFirst: true, withoutDecision: false }, ['c1', 'c3']],
      [{ oldestFirst: true, receivedTo: '2026-03-02' }, ['c1', 'c2']],
    ])('answer %j with %j', async (filter, expected) => {
      expect(await ids(filter)).toEqual(expected);
    });

    it('show of a case in a list what a line holds, and none of its texts', async () => {
      const { rows } = await caseOverviewPage(pool, caseworker, { subjectId: 's1' }, { today, limit: 50 });
      expect(rows).toMatchObject([
        { caseId: 'c1', coordinatorId: 'coord', outcomes: [{ item: 'COORDINATOR', outcome: 'GRANTED' }] },
      ]);
      expect(rows.flatMap((row) => row.outcomes.flatMap(Object.keys))).toEqual(['item', 'outcome']);
      expect(Object.keys(rows[0] ?? {})).not.toContain('wish');
    });

    it('go by the days of receipt where these are asked about', async () => {
      const there = viewer('CASEWORKER', 'x', '5004');
      expect(await ids({}, there)).toEqual(['c82', 'c81']);
      const filter = { receivedFrom: '2026-01-01' };
      const first = await caseOverviewPage(pool, there, filter, { today, limit: 1 });
      expect(first).toMatchObject({ rows: [{ caseId: 'c81' }], next: ['2026-03-30', 'c81'] });
      const second = await caseOverviewPage(pool, there, filter, { today, limit: 1, after: first.next });
      expect(second.rows.map(({ caseId }) => caseId)).toEqual(['c82']);
      expect(second.next).toBeUndefined();
    });

    it('go on page by page, each case once', async () => {
      const first = await caseOverviewPage(pool, caseworker, {}, { today, limit: 2 });
      expect(first.next).toEqual(['2026-03-02', 'c2']);
      expect(isCaseAfter(first.next)).toBe(true);
      const second = await caseOverviewPage(pool, caseworker, {}, { today, limit: 2, after: first.next });
      expect([...first.rows, ...second.rows].map(({ caseId }) => caseId)).toEqual(['c3', 'c2', 'c1']);
      expect(second.next).toBeUndefined();
    });

    it('go on page by page from the oldest on too', async () => {
      const oldest = { oldestFirst: true };
      const first = await caseOverviewPage(pool, caseworker, oldest, { today, limit: 2 });
      const second = await caseOverviewPage(pool, caseworker, oldest, { today, limit: 2, after: first.next });
      expect([...first.rows, ...second.rows].map(({ caseId }) => caseId)).toEqual(['c1', 'c2', 'c3']);
      expect(second.next).toBeUndefined();
    });

    it('say what stands open on a case, by the consents of the day', async () => {
      expect(await caseById(pool, caseworker, 'c1', { today })).toMatchObject({
        openPoints: [],
        coordinatorId: 'coord',
        revision: 1n,
      });
      expect(await caseById(pool, caseworker, 'c2', { today })).toMatchObject({
        openPoints: ['SIGNATURE', 'CONSENT', 'IDENTITY_NUMBER'],
        overdue: true,
      });
      expect(await caseById(pool, caseworker, 'c2', { today: '2026-04-14' })).toMatchObject({
        openPoints: ['SIGNATURE', 'IDENTITY_NUMBER'],
        overdue: false,
      });
    });

    it.each([
      ['c4', ['CONSENT']],
      ['c5', []],
      ['c6', ['CONSENT']],
      ['c7', ['APPLICATION']],
    ])('hold the consents against what is applied for: %s, %j', async (caseId, open) => {
      const there = viewer('CASEWORKER', 'x', '3000');
      expect(await caseById(pool, there, caseId, { today })).toMatchObject({ openPoints: open });
    });

    it('ask for no identity number of somebody whose data was disposed of', async () => {
      const there = viewer('CASEWORKER', 'x', '5001');
      expect(await caseById(pool, there, 'c9', { today })).toMatchObject({ openPoints: ['CONSENT'] });
    });

    it('show a coordinator the own persons, an auditor the list of all, a stranger nothing', async () => {
      expect(await ids({}, viewer('COORDINATOR', 'coord'))).toEqual(['c1']);
      expect(await ids({}, viewer('COORDINATOR', 'another'))).toEqual([]);
      expect(await ids({}, viewer('AUDITOR'))).toEqual(await ids({}));
      expect(await caseById(pool, viewer('AUDITOR'), 'c1', { today })).toBeUndefined();
      expect(await caseById(pool, viewer('COORDINATOR', 'coord'), 'c2', { today })).toBeUndefined();
      expect(await caseById(pool, viewer('CASEWORKER', 'x', '5001'), 'c1', { today })).toBeUndefined();
    });
  });

  describe('of the register', () => {
    const list = async (filter: CoordinationFilter = {}, who = caseworker) =>
      (await coordinationRegisterPage(pool, who, filter, { today, limit: 50 })).rows;

    it('tell who coordinates, and since when a granted person has nobody', async () => {
      expect(await list()).toMatchObject([
        {
          subjectId: 's1',
          coordinatorId: 'coord',
          withoutCoordinatorSince: null,
          consentScopes: ['COORDINATOR', 'PLAN', 'SHARE'],
        },
        {
          subjectId: 's2',
          coordinatorId: null,
          withoutCoordinatorSince: '2026-03-18',
          consentScopes: [],
        },
      ]);
      expect(await list({ withoutCoordinator: true })).toMatchObject([{ subjectId: 's2' }]);
      expect(await list({ coordinatorId: 'coord' })).toMatchObject([{ subjectId: 's1' }]);
      expect(await list({ withPlan: true })).toEqual([]);
    });

    it('tell what a person consents to on the day: to its last one, and nothing that was withdrawn', async () => {
      const scopesOf = async (who: Viewer, subjectId: string, day: string) =>
        (await coordinationOf(pool, who, subjectId, { today: day }))?.consentScopes;
      expect(await scopesOf(caseworker, 's2', '2026-04-14')).toEqual(['COORDINATOR', 'PLAN', 'SHARE']);
      expect(await scopesOf(viewer('CASEWORKER', 'x', '5001'), 's9', today)).toEqual([]);
    });

    it('show whom an item was granted, wholly or in part, since the first decision, though nothing was done yet', async () => {
      expect(await list({}, viewer('CASEWORKER', 'x', '5002'))).toMatchObject([
        { subjectId: 's7', withoutCoordinatorSince: '2026-03-10', members: [] },
      ]);
      expect(await coordinationOf(pool, viewer('CASEWORKER', 'x', '5002'), 's7', { today })).toMatchObject({
        revision: undefined,
        appointments: [],
      });
    });

    it('go on page by page', async () => {
      const first = await coordinationRegisterPage(pool, caseworker, {}, { today, limit: 1 });
      const second = await coordinationRegisterPage(
        pool,
        caseworker,
        {},
        { today, limit: 1, after: first.next },
      );
      expect([...first.rows, ...second.rows].map(({ subjectId }) => subjectId)).toEqual(['s1', 's2']);
      expect(second.next).toBeUndefined();
    });

    it('show a coordinator the own persons', async () => {
      expect(await list({}, viewer('COORDINATOR', 'coord'))).toMatchObject([{ subjectId: 's1' }]);
      expect(await coordinationOf(pool, viewer('COORDINATOR', 'another'), 's1', { today })).toBeUndefined();
      expect(await coordinationOf(pool, caseworker, 's1', { today })).toMatchObject({
        subjectId: 's1',
        revision: 1n,
        appointments: [{ coordinatorId: 'coord' }],
      });
    });
  });

  describe('of the people', () => {
    it('answer with sealed names, of persons within reach and of all parties of the tenant', async () => {
      expect(await personById(pool, caseworker, 's1', { today })).toMatchObject({
        givenName: { v: 1 },
        municipality: '1576',
        revision: 0n,
      });
      expect(await personById(pool, caseworker, 'coord', { today })).toBeUndefined();
      const seen = async (who: Viewer) =>
        (await peopleByIds(pool, who, ['s1', 's2', 's9', 'coord'], { today }))
          .map(({ personId }) => personId)
          .toSorted();
      expect(await seen(caseworker)).toEqual(['coord', 's1', 's2']);
      expect(await seen(viewer('COORDINATOR', 'coord'))).toEqual(['coord', 's1']);
      expect(await seen(viewer('AUDITOR'))).toEqual(['coord', 's1', 's2']);
    });

    const changed = async (position: bigint, tenant = '1576') => {
      const people: PlacedPerson[] = [];
      for await (const page of peopleAfter(pool, tenant, position)) people.push(...page);
      return people;
    };

    it('feed the index with what changed after a position', async () => {
      const people = await changed(-1n);
      expect(people.map(({ row }) => row.id)).toEqual(['s1', 's2', 'coord']);
      expect(new Set((await changed(-1n, '5003')).map(({ row }) => row.id)).size).toBe(1_001);
      const after = people[1]?.position ?? 0n;
      expect(await changed(after)).toMatchObject([{ row: { id: 'coord', kind: 'PARTY', tenant: '1576' } }]);
    });
  });

  describe('of the trail', () => {
    const asked = { today };

    it("name a case's stream and its person's, other cases' left out", async () => {
      const streams = await streamsOfTrail(pool, caseworker, 'c2', asked);
      expect(streams).toEqual(
        ['subject-1576.s2', 'case-1576.c2', 'coordination-1576.s2'].map((stream) => ({
          municipality: '1576',
          stream,
        })),
      );
    });

    it('are open to auditors of the tenant, and to coordinators for their own persons', async () => {
      expect(await streamsOfTrail(pool, viewer('AUDITOR'), 'c1', asked)).toHaveLength(3);
      expect(await streamsOfTrail(pool, viewer('AUDITOR', 'x', '5001'), 'c1', asked)).toEqual([]);
      expect(await streamsOfTrail(pool, viewer('COORDINATOR', 'coord'), 'c1', asked)).toHaveLength(3);
      expect(await streamsOfTrail(pool, viewer('COORDINATOR', 'coord'), 'c2', asked)).toEqual([]);
    });
  });
});
