import { codec } from '#apps/codec';
import { needCases } from '#coordination/domain/need-cases.testing';
import { appointed, consent, released, started, subjectId } from '#coordination/domain/facts.testing';
import { openLog } from '#event-sourcing/log-id';
import { testEventKeys } from '#event-sourcing/testing/event-key';
import type { Role, Viewer } from '#personal-data/viewer';
import { readerPool, type Pool } from '#postgres';
import { openReadModels, rebuild } from '#projecting';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { caseById } from '../case-overview/queries.js';
import { projections } from '../index.js';
import { Log, type CaseFact, type CoordinationFact } from '../log.testing.js';
import { peopleByIds } from '../people/queries.js';
import { coordinationOf, coordinationRegisterPage, type CoordinationFilter } from './queries.js';

const viewer = (role: Role, partyId = 'someone'): Viewer => ({
  tenants: ['1576'],
  partyId,
  roles: [role],
  units: [],
});
const caseworker = viewer('CASEWORKER');

const received = (of: string, caseId: string): CaseFact => ({
  type: 'ApplicationReceived',
  data: {
    caseId,
    subjectId: of,
    items: ['COORDINATOR'],
    receivedOn: '2026-01-02',
    channel: 'FORM',
    written: true,
    signed: true,
    applicantRole: 'SUBJECT',
  },
});
const decided = (of: string, caseId: string, decidedOn: string): CaseFact => ({
  type: 'DecisionMade',
  data: {
    caseId,
    subjectId: of,
    items: [{ item: 'COORDINATOR', outcome: 'GRANTED' }],
    decidedBy: 'KE',
    decidedOn,
    legalBasis: 'HOL_7_2',
  },
});
/** The facts of an invented person, told of another, whose appointments are others. */
const told = (of: string, facts: readonly object[]) =>
  JSON.parse(
    JSON.stringify(facts)
      .replaceAll(subjectId, of)
      .replaceAll('"appointmentId":"', `"appointmentId":"${of}-`),
  ) as CoordinationFact[];

/** Days of decisions that grant, what followed, and since when somebody is missing on 2 March 2026. */
const lives: Readonly<
  Record<string, readonly [granted: readonly string[], facts: readonly object[], since: string | null]>
> = {
  'granted-only': [['2026-01-20'], [], '2026-01-20'],
  'granted-twice': [['2026-02-20', '2026-01-20'], [], '2026-01-20'],
  'granted-and-coordinated': [['2026-01-20'], [appointed()], null],
  'granted-and-left': [['2026-01-20'], [appointed(), released()], '2026-02-15'],
  'granted-and-ceased': [['2026-01-20'], [appointed(), released({ reasonCode: 'NEED_CEASED' })], null],
  'granted-anew': [
    ['2026-01-20', '2026-02-25'],
    [appointed(), released({ reasonCode: 'NEED_CEASED' })],
    '2026-02-25',
  ],
  'granted-to-come': [['2026-01-20'], [appointed({ validFrom: '2026-12-01' })], '2026-01-20'],
  'planned-with-child-coordinator': [[], [started(), appointed({ kind: 'CHILD' })], null],
  'planned-after-all': [
    [],
    [appointed(), released({ reasonCode: 'NEED_CEASED' }), started({ startedOn: '2026-02-20' })],
    '2026-02-20',
  ],
  'child-coordinator-left': [[], [appointed({ kind: 'CHILD' }), released()], '2026-02-15'],
  'handed-over': [
    ['2026-01-20'],
    [
      appointed({ unit: 'SCHOOL' }),
      released({ releasedOn: '2026-06-01', reasonCode: 'HANDOVER' }),
      appointed({ appointmentId: 'b', coordinatorId: 'party-8', validFrom: '2026-06-01', unit: 'HOME_CARE' }),
    ],
    null,
  ],
};

describe('the register, asked on a day,', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    const log = new Log();
    await openLog(log.store, testEventKeys);
    for (const [of, [granted, facts]] of Object.entries(lives)) {
      for (const [n, day] of granted.entries()) {
        await log.inCase(`${of}-${n}`, received(of, `${of}-${n}`), decided(of, `${of}-${n}`, day));
      }
      if (facts.length > 0) await log.inCoordination(of, ...told(of, [consent(), ...facts]));
    }
    for (const [n, [, facts]] of needCases.entries()) {
      await log.inCoordination(`need-${n}`, ...told(`need-${n}`, [consent(), ...facts]));
    }
    await log.inSubject('handed-over', {
      type: 'SubjectRegistered',
      data: { subjectId: 'handed-over', givenName: 'T', familyName: 'P', protectedAddress: false },
    });
    const readModels = openReadModels(database.url, projections);
    await readModels.prepare();
    for (const projection of projections) {
      await rebuild(projection, { store: log.store, decoder: codec, readModels });
    }
    await readModels.close();
    pool = readerPool({
      connectionString: database.url,
      applicationName: 'register spec',
    });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const list = async (filter: CoordinationFilter, today = '2026-03-02', who = caseworker) =>
    (await coordinationRegisterPage(pool, who, filter, { today, limit: 100 })).rows;

  it.each(Object.entries(lives).map(([of, [, , since]]) => [of, since] as const))(
    'says of %s that nobody coordinates since %s',
    async (of, since) => {
      expect(await list({ subjectId: of })).toMatchObject([{ withoutCoordinatorSince: since }]);
      expect(await list({ subjectId: of, withoutCoordinator: since !== null })).toHaveLength(1);
      expect(await list({ subjectId: of, withoutCoordinator: since === null })).toHaveLength(0);
    },
  );

  it.each(needCases.map(([name, , expected], n) => [name, expected, n] as const))(
    'misses a coordinator as the reactor does when %s: %s',
    async (_, expected, n) => {
      const [row] = await list({ subjectId: `need-${n}` });
      expect(row?.withoutCoordinatorSince !== null).toBe(expected);
      expect(await list({ subjectId: `need-${n}`, withoutCoordinator: true })).toHaveLength(expected ? 1 : 0);
    },
  );

  it('shows who coordinates from the first day up to the day of release, and who is to come (H9, F26)', async () => {
    const on = async (today: string) => (await list({ subjectId: 'handed-over' }, today))[0];
    const [first, next] = ['party-7', 'party-8'];
    expect(await on('2026-01-31')).toMatchObject({
      coordinatorId: null,
      coordinatorSince: null,
      nextCoordinatorId: first,
      nextCoordinatorFrom: '2026-02-01',
      withoutCoordinatorSince: '2026-01-20',
    });
    expect(await on('2026-05-31')).toMatchObject({
      coordinatorId: first,
      coordinatorUnit: 'SCHOOL',
      coordinatorSince: '2026-02-01',
      nextCoordinatorId: next,
      nextCoordinatorFrom: '2026-06-01',
      withoutCoordinatorSince: null,
    });
    expect(await on('2026-06-01')).toMatchObject({
      coordinatorId: next,
      coordinatorUnit: 'HOME_CARE',
      coordinatorSince: '2026-06-01',
      nextCoordinatorId: null,
      withoutCoordinatorSince: null,
    });
  });

  it('shows a coordinator the own persons of that day, here and in every other read model', async () => {
    const seenBy = async (partyId: string, today: string) => {
      const who = viewer('COORDINATOR', partyId);
      const found = [
        await coordinationOf(pool, who, 'handed-over', { today }),
        await caseById(pool, who, 'handed-over-0', { today }),
        (await peopleByIds(pool, who, ['handed-over'], { today }))[0],
        (await list({ subjectId: 'handed-over', coordinatorId: partyId }, today))[0],
      ];
      return found.map((one) => one !== undefined);
    };
    expect(await seenBy('party-7', '2026-05-31')).toEqual([true, true, true, true]);
    expect(await seenBy('party-8', '2026-05-31')).toEqual([false, false, false, false]);
    expect(await seenBy('party-7', '2026-06-01')).toEqual([false, false, false, false]);
    expect(await seenBy('party-8', '2026-06-01')).toEqual([true, true, true, true]);
  });

  it('lists those without a coordinator on whatever day is asked about', async () => {
    const without = async (today: string) =>
      (await list({ withoutCoordinator: true }, today)).map(({ subjectId: of }) => of);
    const judged = async (today: string) =>
      (await list({}, today)).flatMap((row) => (row.withoutCoordinatorSince === null ? [] : [row.subjectId]));
    for (const today of [
      '2026-01-15',
      '2026-01-31',
      '2026-02-10',
      '2026-02-20',
      '2026-05-31',
      '2026-06-01',
      '2026-12-02',
    ]) {
      expect(await without(today)).toEqual(await judged(today));
    }
  });

  it('names the coordinator of the day in the overview of cases', async () => {
    const nameOn = async (today: string) =>
      (await caseById(pool, caseworker, 'handed-over-0', { today }))?.coordinatorId;
    expect(await nameOn('2026-01-31')).toBeNull();
    expect(await nameOn('2026-06-01')).toBe('party-8');
  });

  it('goes on page by page among those without a coordinator', async () => {
    const filter = { withoutCoordinator: true };
    const all = await list(filter);
    const paged: string[] = [];
    for (let after: readonly [string, string] | undefined; ;) {
      const page = await coordinationRegisterPage(pool, caseworker, filter, {
        today: '2026-03-02',
        limit: 3,
        after,
      });
      paged.push(...page.rows.map(({ subjectId: of }) => of));
      after = page.next;
      if (after === undefined) break;
    }
    expect(paged).toEqual(all.map(({ subjectId: of }) => of));
    expect(paged.length).toBeGreaterThan(6);
  });
});
