import fc from 'fast-check';
import { consentFor, isLive } from '#coordination';
import { createPool, type Pool, roles } from '#postgres';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { consented } from './consented.js';
import type { Consent } from './projection.js';

const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-03-0${n}`);
const perhapsDay = fc.option(day, { freq: 2 });
const scopes = ['REGISTER' as const, ...new Set(Object.values(consentFor))];
const scope = fc.constantFrom(...scopes);
const consents: fc.Arbitrary<readonly Consent[]> = fc.array(
  fc.record({
    consentId: fc.constantFrom('a', 'b'),
    scopes: fc.subarray(scopes, { minLength: 1 }),
    givenBy: fc.constant('SUBJECT' as const),
    givenById: fc.constant(null),
    givenOn: day,
    validUntil: perhapsDay,
    withdrawnOn: fc.constant(null),
    withdrawn: fc.uniqueArray(fc.record({ scope, withdrawnOn: day }), {
      maxLength: 3,
      selector: (one) => one.scope,
    }),
  }),
  { maxLength: 3 },
);

describe('what a person consents to on a day, asked in SQL', () => {
  let database: TestDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = createPool({
      connectionString: database.url,
      role: roles.reader,
      applicationName: 'consented spec',
    });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('is what holds by the domain', async () => {
    const cases = fc.sample(fc.record({ consents, day }), { numRuns: 2_000, seed: 1 });
    const { rows } = await pool.query<{ readonly scopes: readonly string[] }>(
      `select ${consented('asked', 'asked.day')} as scopes
       from jsonb_to_recordset($1::jsonb) asked(n integer, consents jsonb, day date) order by n`,
      [JSON.stringify(cases.map((one, n) => ({ n, ...one })))],
    );
    const byDomain = cases.map(({ consents: given, day: on }) => [
      ...new Set(given.flatMap((consent) => scopes.filter((one) => isLive(consent, one, on)))),
    ]);
    expect(rows.map(({ scopes }) => scopes)).toEqual(byDomain.map((scopes) => scopes.toSorted()));
    expect(new Set(byDomain.map((scopes) => scopes.length))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('is nothing where nobody is in the register', async () => {
    const { rows } = await pool.query(
      `select ${consented('r', '$1')} as scopes from (values (null::jsonb)) r(consents)`,
      ['2026-03-02'],
    );
    expect(rows).toEqual([{ scopes: [] }]);
  });
});
