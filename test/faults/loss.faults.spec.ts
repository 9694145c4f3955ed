import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPool, roles, startEmbeddedPostgres } from '#postgres';
import { projections } from '#projections/index';
import { done, Procedure, testNumber } from '../api/procedure.js';
import type { Answer } from '../support/api-client.js';
import { cli, DidNotStart, newFolder, type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';
import { disposeOn, type TwoPersons, twoPersonsOn } from './dispose.js';
import { rebuildAll, runtimeOn, settledRows, withDatabase } from './read-model-rows.js';

const dataDir = newFolder();
const backups = newFolder();
const log = join(dataDir, 'eventstore');
const keyFile = join(dataDir, 'keys', 'municipality.key');
const earlierLog = join(backups, 'earlier-log');

interface Person {
  readonly subjectId: string;
  readonly caseId: string;
  readonly identityNumber: string;
}

let program: Program;
/** In the earlier log, in the later one alone, and disposed of after the vault was backed up. */
let early: Person;
let late: Person;
let gone: Person;
/** The party who confirms a disposal. */
let twoPersons: TwoPersons;

const worker = () => program.client('CASEWORKER');
const start = async () => void (program = await startProgram({ dataDir }));
const health = () => program.request('GET', '/health/ready');
const isWell = () => eventually(async () => expect((await health()).status).toBe(200), { timeoutMs: 30_000 });

async function newPerson(givenName: string, serial: number): Promise<Person> {
  const caseworker = await worker();
  const steps = new Procedure(caseworker);
  const identityNumber = testNumber(serial);
  const subjectId = await steps.person({ givenName, identityNumber });
  await steps.consent(subjectId);
  const caseId = await steps.application(subjectId, { wish: `${givenName} ønsker seg en plan.` });
  await steps.decision(caseId, await steps.meeting(caseId));
  await steps.plan(subjectId, caseId);
  return { subjectId, caseId, identityNumber };
}

/** What people are told, without the time of the answer. */
async function pagesOf({ subjectId, caseId }: Person): Promise<unknown> {
  const reader = await worker();
  const pages: unknown[] = [];
  for (const path of [
    '/v1/cases',
    `/v1/cases/${caseId}`,
    `/v1/cases/${caseId}/audit-trail`,
    `/v1/subjects/${subjectId}`,
    `/v1/subjects/${subjectId}/coordination`,
    '/v1/coordination',
  ]) {
    const { currentTo: _currentTo, ...page } = done(await reader.get(path));
    pages.push(page);
  }
  return pages;
}

/** Works on the stopped program's PostgreSQL as its superuser. */
async function asSuperuser(...statements: readonly string[]): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  const pool = createPool({
    connectionString: postgres.url('postgres'),
    applicationName: 'samspor test',
    max: 1,
  });
  try {
    for (const statement of statements) await pool.query(statement);
  } finally {
    await pool.end();
    await postgres.stop();
  }
}

const keysOf = (subjectId: string) =>
  withDatabase(runtimeOn(dataDir).vaultDatabaseUrl, roles.vault, async (vault) => {
    const { rows } = await vault.query<{ class: string; key_id: string; row: string }>(
      `select class, key_id, row_to_json(k)::text as row from vault.keys k where owner = $1 order by class`,
      [subjectId],
    );
    return rows;
  });

/** Every read model is halted, for the reason and with the way out, in health, on the command line and in the log. */
async function expectHalted(reason: RegExp): Promise<void> {
  const { status, body } = await health();
  expect(status).toBe(503);
  for (const { name } of projections) {
    const { state, message } = body.projections.find((one: { name: string }) => one.name === name);
    expect([name, state]).toEqual([name, 'HALTED']);
    expect(message).toMatch(reason);
    expect(message).toContain(`samspor projections rebuild ${name}`);
  }
  const { code, stdout } = await cli(['projections', 'status'], { DATA_DIR: dataDir });
  expect(code).toBe(0);
  expect(stdout).toContain('HALTED');
  expect(stdout).toMatch(reason);
  expect(program.output()).toMatch(reason);
}

beforeAll(async () => {
  await start();
  early = await newPerson('Tidlig', 10);
  // A log is only ever added to: it may be copied while it is written.
  cpSync(log, earlierLog, { recursive: true });
  late = await newPerson('Sein', 20);
  gone = await newPerson('Borte', 30);
  const caseworker = await worker();
  await new Procedure(caseworker).notification(gone.caseId);
  const closure = { closedOn: '2026-02-20', reasonCode: 'OWN_WISH' };
  done(await caseworker.post(`/v1/plans/${gone.subjectId}.1/closure`, closure));
  twoPersons = await twoPersonsOn(dataDir);
}, 180_000);
afterAll(() => program?.kill());

describe('a read-model database that was dropped', () => {
  it('comes back by itself with the same answers', async () => {
    const rows = await settledRows(dataDir);
    const pages = await pagesOf(early);
    await program.kill();
    // The vault's backup is for later: like any, it is a copy of the whole database.
    await asSuperuser('drop database samspor', 'create database vault_backup template samspor_vault');
    await start();
    await isWell();
    expect(await settledRows(dataDir)).toEqual(rows);
    expect(await pagesOf(early)).toEqual(pages);
  }, 180_000);
});

describe('a vault that was restored to before a disposal', () => {
  it('has the disposal applied again at start', async () => {
    expect(await keysOf(gone.subjectId)).toHaveLength(3);
    expect(await disposeOn(dataDir, gone.subjectId, twoPersons)).toMatchObject({ code: 0 });
    expect(await keysOf(gone.subjectId)).toEqual([]);
    await program.kill();
    await asSuperuser('drop database samspor_vault', 'alter database vault_backup rename to samspor_vault');
    await start();
    expect(await keysOf(gone.subjectId)).toEqual([]);
    const reader = await worker();
    expect(done(await reader.get(`/v1/cases/${gone.caseId}`))).toMatchObject({ wish: { disposed: true } });
    const search = { identityNumber: gone.identityNumber };
    expect(done(await reader.post('/v1/person-searches', search)).persons).toEqual([]);
    expect(done(await reader.get(`/v1/cases/${late.caseId}`)).wish).toBe('Sein ønsker seg en plan.');
  }, 180_000);
});

describe('a vault that lacks a key', () => {
  const inVault = (sql: string, values: unknown[]) =>
    withDatabase(runtimeOn(dataDir).vaultDatabaseUrl, roles.vault, (vault) => vault.query(sql, values));

  /** Deletes a key; answers with its id, and with how to put it back. */
  async function lose(ofClass: string) {
    const lost = (await keysOf(early.subjectId)).find((key) => key.class === ofClass);
    if (lost === undefined) throw new Error('There was no key to lose');
    await inVault('delete from vault.keys where key_id = $1', [lost.key_id]);
    return {
      keyId: lost.key_id,
      restore: () =>
        inVault('insert into vault.keys select * from json_populate_record(null::vault.keys, $1)', [
          lost.row,
        ]),
    };
  }

  const expectLost = ({ status, body }: Answer, keyId: string) => {
    expect(status).toBe(500);
    expect(body).toMatchObject({ type: 'record-unreadable' });
    expect(body.detail).toContain(`has no key ${keyId}`);
  };

  async function expectWell(paths: readonly string[]): Promise<void> {
    const reader = await worker();
    for (const path of paths) expect([path, (await reader.get(path)).status]).toEqual([path, 200]);
    await isWell();
  }

  it('is told with the id of the key where the case is read, and leaves all else alone', async () => {
    const { keyId, restore } = await lose('CASE');
    const reader = await worker();
    expectLost(await reader.get(`/v1/cases/${early.caseId}`), keyId);
    expectLost(await reader.get(`/v1/cases/${early.caseId}/audit-trail`), keyId);
    await expectWell([
      `/v1/subjects/${early.subjectId}`,
      `/v1/cases/${late.caseId}`,
      `/v1/cases/${late.caseId}/audit-trail`,
      '/v1/cases',
      '/v1/coordination',
    ]);
    // The operator's log line says at which event, too.
    const requests = readFileSync(join(dataDir, 'logs', 'requests.log'), 'utf8');
    expect(requests).toMatch(new RegExp(`"LostKey".*${keyId}.*case-1576\\.${early.caseId}`));
    await restore();
    expect(done(await reader.get(`/v1/cases/${early.caseId}`)).wish).toBe('Tidlig ønsker seg en plan.');
  });

  it('to a name is told wherever that name would stand, and the work on others goes on', async () => {
    const { keyId, restore } = await lose('PERSON');
    // Keys are kept in memory for a minute.
    await program.kill();
    await start();
    const reader = await worker();
    for (const path of [`/v1/subjects/${early.subjectId}`, '/v1/cases', '/v1/coordination']) {
      expectLost(await reader.get(path), keyId);
    }
    expectLost(await reader.post('/v1/person-searches', { name: 'sein' }), keyId);
    // A number leads to a person without any name's being opened.
    const byNumber = { identityNumber: late.identityNumber };
    expect(done(await reader.post('/v1/person-searches', byNumber)).persons).toMatchObject([
      { subjectId: late.subjectId },
    ]);
    await expectWell([`/v1/subjects/${late.subjectId}`, `/v1/cases/${late.caseId}`]);
    const another = { givenName: 'Ny', familyName: 'Prøvesen' };
    expect(done(await reader.post('/v1/subjects', another)).warnings).toEqual([
      { code: 'DOUBLES_NOT_LOOKED_FOR' },
    ]);

    await restore();
    const { persons } = done(await reader.post('/v1/person-searches', { name: 'tidlig' }));
    expect(persons).toMatchObject([{ subjectId: early.subjectId, givenName: 'Tidlig' }]);
    await expectWell(['/v1/cases', '/v1/coordination']);
  }, 180_000);
});

describe('a log that was restored to an earlier state', () => {
  it('halts the read models until they are made anew', async () => {
    await program.kill();
    rmSync(log, { recursive: true });
    cpSync(earlierLog, log, { recursive: true });
    await start();
    await expectHalted(/the log was restored to an earlier state/);

    await rebuildAll(dataDir);
    await isWell();
    const reader = await worker();
    expect((await reader.get(`/v1/cases/${late.caseId}`)).status).toBe(404);
    const { cases } = done(await reader.get('/v1/cases'));
    expect(cases).toMatchObject([{ caseId: early.caseId, subject: { givenName: 'Tidlig' } }]);
    // The vault is newer: the claim on the number stands, and the registration is completed when it comes again.
    const { identityNumber } = late;
    expect(await new Procedure(reader).person({ givenName: 'Sein', identityNumber })).toBe(late.subjectId);
  }, 180_000);
});

describe('another log under the same read models', () => {
  it('halts them, and all is well again with the right one', async () => {
    const cursor = done(await (await worker()).get('/v1/cases')).currentTo.position;
    await settledRows(dataDir);
    await program.kill();
    const right = join(backups, 'right-log');
    renameSync(log, right);
    await start();
    await expectHalted(/it was made from the log [0-9a-f-]{36}, and the event store holds [0-9a-f-]{36}/);
    expect((await (await worker()).get(`/v1/cases?readAfter=${cursor}`)).status).toBe(410);

    await program.kill();
    rmSync(log, { recursive: true });
    renameSync(right, log);
    await start();
    await isWell();
    expect(done(await (await worker()).get('/v1/cases')).cases).toMatchObject([{ caseId: early.caseId }]);
  }, 180_000);
});

/** What the program says that does not start. */
async function refusal(): Promise<string> {
  const refused: unknown = await startProgram({ dataDir }).catch((error: unknown) => error);
  if (!(refused instanceof DidNotStart)) throw new Error('It started');
  expect(refused.ended.code).toBe(1);
  return refused.ended.stderr;
}

describe('a vault that is gone', () => {
  it('is not begun anew under its log, nor is a key made, and all is well once it is back', async () => {
    const [postgres, keys] = [join(dataDir, 'postgres'), join(dataDir, 'keys')];
    await program.kill();
    renameSync(postgres, join(backups, 'postgres'));
    const goneVault =
      /^Samspor did not start: The log holds what was sealed .* Restore the vault from its backup/m;
    expect(await refusal()).toMatch(goneVault);
    renameSync(keys, join(backups, 'keys'));
    expect(await refusal()).toMatch(goneVault);
    expect(existsSync(keyFile)).toBe(false);

    rmSync(postgres, { recursive: true });
    renameSync(join(backups, 'postgres'), postgres);
    rmSync(keys, { recursive: true, force: true });
    renameSync(join(backups, 'keys'), keys);
    await start();
    await isWell();
    const { identityNumber } = early;
    expect(await new Procedure(await worker()).person({ identityNumber })).toBe(early.subjectId);
  }, 180_000);
});

describe("the municipality's key file", () => {
  it('is never made anew where it is missing, and no other is taken for it', async () => {
    await program.kill();
    const key = readFileSync(keyFile, 'utf8');
    rmSync(keyFile);
    expect(await refusal()).toMatch(
      /^Samspor did not start: The vault holds keys .* its file .*municipality\.key is missing\. Restore that file/m,
    );
    writeFileSync(keyFile, `${'0123456789abcdef'.repeat(4)}\n`, { mode: 0o600 });
    expect(await refusal()).toMatch(
      /^Samspor did not start: The key in .*municipality\.key is not the one that this vault was made with/m,
    );
    writeFileSync(keyFile, key, { mode: 0o600 });
    await start();
    expect(done(await (await worker()).get(`/v1/subjects/${early.subjectId}`)).givenName).toBe('Tidlig');
  }, 180_000);
});
