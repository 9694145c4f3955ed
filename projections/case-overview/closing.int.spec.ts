import fc from 'fast-check';
import { codec } from '#apps/codec';
import { caseDecider } from '#casework/domain/decide';
import { intent } from '#casework/domain/example-case.testing';
import { openLog } from '#event-sourcing/log-id';
import { Rejection } from '#event-sourcing/refusals';
import { testEventKeys } from '#event-sourcing/testing/event-key';
import { recorded, specClock } from '#event-sourcing/testing/spec-of';
import type { Viewer } from '#personal-data/viewer';
import { type Pool, readerPool } from '#postgres';
import { openReadModels, rebuild } from '#projecting';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { seed } from '../../test/support/rounds.js';
import { projections } from '../index.js';
import { type CaseFact, Log } from '../log.testing.js';
import { type CaseFilter, caseById, caseOverviewPage } from './queries.js';

type Told = ReturnType<(typeof intent)['close']> | ReturnType<(typeof intent)['reopen']>;

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
const road = [
  intent.notifyNeed(),
  intent.receive({ joins: true }),
  intent.assign({ dueOn: '2026-02-18' }),
  intent.complete(),
  intent.convene(),
  intent.decide(),
  intent.notify(),
] as readonly unknown[] as readonly Told[];
const ends = fc.array(
  fc.oneof(
    day.map((closedOn) => intent.close({ closedOn })),
    day.map((reopenedOn) => intent.reopen({ reopenedOn })),
  ),
  { maxLength: 4 },
);
/** Some way along the road, closings and reopenings on any days among it. */
const lives = fc.array(
  fc
    .tuple(
      fc.integer({ min: 1, max: road.length }),
      fc.array(ends, { minLength: road.length, maxLength: road.length }),
      ends,
    )
    .map(([steps, among, last]) => [
      ...road.slice(0, steps).flatMap((one, n) => [one, ...(n % 3 === 0 ? (among[n] ?? []) : [])]),
      ...last,
    ]),
  { minLength: 300, maxLength: 300 },
);

/** What the decider records; refused ones leave nothing. */
function play(told: readonly Told[]): readonly CaseFact[] {
  let facts: readonly CaseFact[] = [];
  for (const one of told) {
    const history = recorded(caseDecider.events, facts);
    const state = (history as unknown as never[]).reduce(
      (before, event) => caseDecider.evolve(before, event),
      caseDecider.initialState,
    );
    try {
      facts = [...facts, ...(caseDecider.decide({ ...specClock, ...one }, state, history) as CaseFact[])];
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  }
  return facts;
}

const endings = ['CaseClosed', 'CaseReopened'];
const caseworker: Viewer = { tenants: ['1576'], partyId: 'someone', roles: ['CASEWORKER'], units: [] };
const { today } = specClock;

describe(`whatever is closed and reopened, on whatever days (seed ${seed}),`, () => {
  let database: TestDatabase;
  let pool: Pool;
  /** Cases by id, each with a twin that was never closed. */
  const cases = new Map<string, readonly CaseFact[]>();

  beforeAll(async () => {
    database = await createTestDatabase();
    const log = new Log();
    await openLog(log.store, testEventKeys);
    const [all = []] = fc.sample(lives, { numRuns: 1, seed });
    for (const [n, told] of all.entries()) {
      const facts = play(told);
      cases.set(`c${n}`, facts);
      cases.set(
        `t${n}`,
        facts.filter(({ type }) => !endings.includes(type)),
      );
    }
    for (const [caseId, facts] of cases) {
      const own = facts.map(({ type, data }) => ({ type, data: { ...data, caseId } }) as CaseFact);
      await log.inCase(caseId, ...own);
    }
    const readModels = openReadModels(database.url, projections);
    await readModels.prepare();
    for (const projection of projections) {
      await rebuild(projection, { store: log.store, decoder: codec, readModels });
    }
    await readModels.close();
    pool = readerPool({ connectionString: database.url, applicationName: 'closing spec' });
  });
  afterAll(async () => {
    await pool?.end();
    await database?.drop();
  });

  const list = async (filter: CaseFilter = {}) =>
    (await caseOverviewPage(pool, caseworker, filter, { today, limit: 1_000 })).rows;
  const isClosed = (caseId: string) =>
    cases.get(caseId)?.findLast(({ type }) => endings.includes(type))?.type === 'CaseClosed';

  it('D1 nothing of a closed case is overdue or open, and it stands in no list of what waits', async () => {
    const rows = await list();
    expect(rows).toHaveLength(600);
    const closed = rows.filter(({ caseId }) => isClosed(caseId));
    expect(closed.length).toBeGreaterThan(20);
    for (const row of closed) {
      expect(row).toMatchObject({ status: 'CLOSED', overdue: false, openPoints: [] });
    }
    const waiting = [...(await list({ overdue: true })), ...(await list({ withoutDecision: true }))];
    expect(waiting.length).toBeGreaterThan(20);
    expect(waiting.filter(({ caseId }) => isClosed(caseId))).toEqual([]);
    expect((await list({ status: ['CLOSED'] })).every(({ caseId }) => isClosed(caseId))).toBe(true);
  });

  it('D1 an open case is as if it had never been closed', async () => {
    const rows = new Map((await list()).map((row) => [row.caseId, row]));
    const reopened = [...rows.keys()].filter((caseId) => caseId.startsWith('c') && !isClosed(caseId));
    for (const caseId of reopened) {
      const twin = `t${caseId.slice(1)}`;
      expect({ ...rows.get(caseId), caseId: twin }).toEqual(rows.get(twin));
    }
    const [one = ''] = reopened;
    expect(await caseById(pool, caseworker, one, { today })).toMatchObject({ closedOn: null, goesOn: [] });
  });
});
