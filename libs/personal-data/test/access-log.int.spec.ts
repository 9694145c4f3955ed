import { type AccessEntry, AccessLogUnavailable, type Vault } from '#personal-data';
import { createPool, type Pool, roles } from '#postgres';
import { createVaultFixture, type VaultFixture } from './vault.testing.js';

let fixture: VaultFixture;
let vault: Vault;
let admin: Pool;
beforeAll(async () => {
  fixture = await createVaultFixture();
  vault = await fixture.open();
  admin = createPool({
    connectionString: fixture.database.vaultSuperuserUrl,
    applicationName: 'samspor test',
    max: 1,
  });
});
afterAll(async () => {
  await admin.end();
  await fixture.close();
});

let chains = 0;
/** A chain of its own for each test. */
const newMunicipality = () => `access-${(chains += 1)}`;
const entryOf = (municipality: string, more: Partial<AccessEntry> = {}): AccessEntry => ({
  municipality,
  at: '2026-03-02T09:00:00.000Z',
  partyId: 'reader-1',
  role: 'CASEWORKER',
  units: ['KE'],
  purpose: 'CASEWORK',
  what: 'case',
  route: 'GET /v1/cases/:caseId',
  recordId: 'case-1',
  subjectIds: ['person-1'],
  outcome: 'SHOWN',
  requestId: 'request-1',
  ...more,
});
const record = (municipality: string, many: number) =>
  Promise.all(
    Array.from({ length: many }, (_, nth) =>
      vault.accessLog.record(entryOf(municipality, { requestId: `request-${nth}` })),
    ),
  );
const all = (municipality: string) =>
  vault.accessLog.page({ municipality }, { before: undefined, limit: 1_000 });

describe('the access log', () => {
  it('keeps what is told of a reading, the newest first, each person once', async () => {
    const municipality = newMunicipality();
    await vault.accessLog.record(entryOf(municipality, { subjectIds: ['a', 'b', 'a'] }));
    await vault.accessLog.record(entryOf(municipality, { outcome: 'REFUSED', subjectIds: [] }));
    const [last, first] = await all(municipality);
    expect(first).toMatchObject({ ...entryOf(municipality), subjectIds: ['a', 'b'], seq: 1 });
    expect(last).toMatchObject({ outcome: 'REFUSED', subjectIds: [], seq: 2 });
  });

  it('is one chain also where processes write it side by side', async () => {
    const municipality = newMunicipality();
    const other = await fixture.open();
    await Promise.all(
      Array.from({ length: 60 }, (_, nth) =>
        (nth % 2 === 0 ? vault : other).accessLog.record(entryOf(municipality)),
      ),
    );
    await other.accessLog.record(entryOf(municipality));
    await vault.accessLog.record(entryOf(municipality));
    expect(await other.accessLog.check(municipality)).toMatchObject({ entries: 62, fault: undefined });
  });

  it('is in the order of its times, whatever the clocks of two machines say', async () => {
    const municipality = newMunicipality();
    await vault.accessLog.record(entryOf(municipality, { at: '2026-03-02T09:00:00.500Z' }));
    await vault.accessLog.record(entryOf(municipality, { at: '2026-03-02T08:59:59.000Z' }));
    expect((await all(municipality)).map(({ at }) => at)).toEqual(Array(2).fill('2026-03-02T09:00:00.500Z'));
  });

  it('is found by person, record, reader, outcome and time, a page at a time', async () => {
    const municipality = newMunicipality();
    for (const [day, more] of [
      ['02', {}],
      ['03', { subjectIds: ['person-1', 'person-2'], recordId: null }],
      ['04', { partyId: 'reader-2', subjectIds: ['person-2'], recordId: 'case-2' }],
      ['05', { outcome: 'NOT_FOUND' as const, subjectIds: [] }],
    ] as const) {
      await vault.accessLog.record(entryOf(municipality, { at: `2026-03-${day}T09:00:00.000Z`, ...more }));
    }
    const seqs = async (
      filter: Partial<Parameters<Vault['accessLog']['page']>[0]>,
      place: Parameters<Vault['accessLog']['page']>[1] = { before: undefined, limit: 10 },
    ) => (await vault.accessLog.page({ municipality, ...filter }, place)).map(({ seq }) => seq);
    expect(await seqs({})).toEqual([4, 3, 2, 1]);
    expect(await seqs({ subjectIds: ['person-1'] })).toEqual([2, 1]);
    expect(await seqs({ subjectIds: ['person-1', 'person-2'] })).toEqual([3, 2, 1]);
    expect(await seqs({ subjectIds: ['person-1', 'person-2'] }, { before: 3, limit: 1 })).toEqual([2]);
    expect(await seqs({ subjectIds: ['person-2'], readerIds: ['reader-1'] })).toEqual([2]);
    expect(await seqs({ recordId: 'case-1' })).toEqual([4, 1]);
    expect(await seqs({ readerIds: ['reader-2', 'nobody'] })).toEqual([3]);
    expect(await seqs({ outcome: 'NOT_FOUND' })).toEqual([4]);
    expect(await seqs({ from: '2026-03-03T00:00:00Z', until: '2026-03-05T00:00:00Z' })).toEqual([3, 2]);
    expect(await seqs({ subjectIds: ['person-2'], from: '2026-03-04T00:00:00Z' })).toEqual([3]);
    expect(await seqs({ from: '2026-03-06T00:00:00Z' })).toEqual([]);
    expect(await seqs({ municipality: 'another' })).toEqual([]);
  });

  it.each([
    'update access_log.entries set outcome = outcome',
    'delete from access_log.entries',
    'truncate access_log.entries',
    'delete from access_log.persons',
    'drop table access_log.entries',
    'alter table access_log.entries disable trigger all',
  ])('takes no "%s", from whichever role the API’s login has', async (sql) => {
    for (const role of [roles.accessLog, roles.vault, undefined]) {
      const pool = createPool({
        connectionString: fixture.database.vaultUrl,
        applicationName: 'samspor test',
        max: 1,
        ...(role && { role }),
      });
      await expect(pool.query(sql)).rejects.toThrow(/permission denied|must be owner/);
      await expect(pool.query(`set role ${roles.accessLogOwner}`)).rejects.toThrow(/permission denied/);
      await pool.end();
    }
  });

  it('is not opened by a login that could change it', async () => {
    await admin.query(`grant update on access_log.entries to ${roles.vault}`);
    try {
      await expect(fixture.open()).rejects.toThrow('"samspor_vault", which may UPDATE the access log');
    } finally {
      await admin.query(`revoke update on access_log.entries from ${roles.vault}`);
    }
  });

  describe('that somebody with the whole database in hand has changed', () => {
    const tampered = async (sql: string, many = 5) => {
      const municipality = newMunicipality();
      await record(municipality, many);
      const head = (await vault.accessLog.heads([municipality])).get(municipality);
      expect(await vault.accessLog.check(municipality)).toMatchObject({ entries: many, fault: undefined });
      await admin.query(sql.replaceAll('$of', `'${municipality}'`));
      return vault.accessLog.check(municipality, { anchors: head ? [head] : [] });
    };
    it.each([
      ['who read', `party_id = 'somebody-else'`],
      ['when', `at = at + interval '1 day'`],
      ['whose data', `subject_ids = '{}'`],
      ['what came of it', `outcome = 'REFUSED'`],
      ['why', `purpose = 'COMPLAINT'`],
      ['its proof', `mac = sha256(mac)`],
    ])('shows where it says otherwise: %s', async (_, set) => {
      const checked = await tampered(
        `update access_log.entries set ${set} where municipality = $of and seq = 3`,
      );
      expect(checked.fault).toEqual({ kind: 'CHANGED', seq: 3 });
      expect(checked.head.seq).toBe(2);
    });
    it('shows where one is gone', async () => {
      const { fault } = await tampered('delete from access_log.entries where municipality = $of and seq = 3');
      expect(fault).toEqual({ kind: 'MISSING', seq: 3 });
    });
    it('shows where one is gone and the others moved up', async () => {
      const { fault } = await tampered(
        `delete from access_log.entries where municipality = $of and seq = 3;
         update access_log.entries set seq = seq - 1 where municipality = $of and seq > 3`,
      );
      expect(fault).toEqual({ kind: 'CHANGED', seq: 3 });
    });
    it('shows where two changed places', async () => {
      const { fault } = await tampered(
        `update access_log.entries set seq = -seq where municipality = $of and seq in (2, 3);
         update access_log.entries set seq = 5 + seq where municipality = $of and seq in (-2, -3)`,
      );
      expect(fault).toEqual({ kind: 'CHANGED', seq: 2 });
    });
    it('shows where one was put in, as a copy of another', async () => {
      const { fault } = await tampered(
        `update access_log.entries set seq = seq + 100 where municipality = $of and seq > 2;
         update access_log.entries set seq = seq - 99 where municipality = $of and seq > 100;
         insert into access_log.entries select municipality, 3, at, party_id, role, units, purpose, what, route, record_id, subject_ids,
           outcome, request_id, mac from access_log.entries where municipality = $of and seq = 2`,
      );
      expect(fault).toEqual({ kind: 'CHANGED', seq: 3 });
    });
    it('shows where its end was cut, by the end that was known', async () => {
      const checked = await tampered('delete from access_log.entries where municipality = $of and seq > 3');
      expect(checked.fault).toEqual({ kind: 'CUT', seq: 4 });
      expect((await vault.accessLog.check(checked.municipality)).fault).toBeUndefined();
    });
    it('shows where a person is no longer led to it', async () => {
      const { fault } = await tampered('delete from access_log.persons where municipality = $of and seq = 4');
      expect(fault).toEqual({ kind: 'CHANGED', seq: 4 });
    });
  });

  it('refuses, and writes down nothing, while the database takes nothing, and goes on after it', async () => {
    const municipality = newMunicipality();
    await record(municipality, 2);
    await admin.query(`revoke insert on access_log.entries from ${roles.accessLog}`);
    try {
      await expect(vault.accessLog.record(entryOf(municipality))).rejects.toThrow(AccessLogUnavailable);
    } finally {
      await admin.query(`grant insert on access_log.entries to ${roles.accessLog}`);
    }
    await record(municipality, 1);
    expect(await vault.accessLog.check(municipality)).toMatchObject({ entries: 3, fault: undefined });
  });
});

describe('what a reader is called', () => {
  const reader = { tenant: '1576', partyId: 'party-1' };
  const namesOf = () => vault.readers.namesOf('1576', ['party-1', 'party-2']);
  it('is kept sealed, follows the token, and goes with the party', async () => {
    await vault.readers.keep(reader, 'Testine Lesar');
    await vault.readers.keep(reader, 'Testine Prøvesen');
    expect(await namesOf()).toEqual(new Map([['party-1', 'Testine Prøvesen']]));
    const { rows } = await fixture.pool.query<{ sealed: Buffer }>('select sealed from vault.readers');
    expect(rows.map(({ sealed }) => sealed.toString('latin1')).join()).not.toMatch(/Testine|Pr/);
    await vault.disposals.destroy({
      tenant: '1576',
      owner: 'party-1',
      classes: ['PARTY'],
      disposalEventId: 'event-1',
    });
    expect(await namesOf()).toEqual(new Map());
  });
});
