import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { createPool, type Pool } from '#postgres';
import { projections } from '#projections/index';
import { describeSome } from '../support/describe-some.js';
import { type Started, startCli } from '../support/program.js';
import { eventually } from '../support/wait.js';
import { EngineGround, type Rows } from './engine-ground.js';
import { Line } from './line.js';
import { SmallDisk } from './small-disk.js';
import { toldHistory } from './told-history.js';

let ground: EngineGround;
let superuser: Pool;
let standing: Rows;
/** Where the log is kept in parts meanwhile. */
let temporary: string;
let line: Line | undefined;

beforeAll(async () => {
  ground = await EngineGround.open();
  await ground.append(await toldHistory(1_500, 12, ground.authenticity));
  standing = await ground.followedRows();
}, 300_000);
afterAll(() => ground?.close(), 60_000);
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'samspor-temporary-'));
  superuser = superuserOf();
});
afterEach(async () => {
  await line?.close();
  line = undefined;
  await superuser.end().catch(() => undefined);
  rmSync(temporary, { recursive: true, force: true });
});

const superuserOf = () =>
  createPool({ connectionString: ground.postgres.url('samspor'), applicationName: 'samspor test', max: 1 });

/** `samspor projections rebuild --all`, as an operator gives it. */
const rebuild = ({ eventStoreUrl = ground.node.connectionString, databaseUrl = ground.databaseUrl } = {}) =>
  startCli(['projections', 'rebuild', '--all'], {
    EVENTSTORE_URL: eventStoreUrl,
    DATABASE_URL: databaseUrl,
    VAULT_DATABASE_URL: ground.vaultUrl,
    KEY_FILE: ground.keyFile,
    DATA_DIR: temporary,
    TMPDIR: temporary,
  });

/** Ends with what is to be done, a line for each of these read models, and the rows as they were. */
async function expectFailure({ stopped }: Started, names: readonly string[], why: string): Promise<void> {
  const { code, stderr } = await stopped;
  expect(code).toBe(1);
  for (const name of names) expect(stderr).toContain(`${name}: ${why}`);
  expect(stderr).toMatch(/read as they were; when what is said above is mended, give the command again/);
  expect(await ground.rows()).toEqual(standing);
}

/** Nothing is left but one table and one checkpoint for each read model. */
async function expectNothingLeft(): Promise<void> {
  const { rows } = await superuser.query(
    `select (select count(*)::integer from pg_tables where tablename ~ '_v[0-9]+_b[0-9]+$') as tables,
            (select count(*)::integer from samspor.checkpoint) as checkpoints,
            (select count(*)::integer from pg_locks l join pg_database d on d.oid = l.database
              where locktype = 'advisory' and d.datname = 'samspor') as locks`,
  );
  expect(rows).toEqual([{ tables: projections.length, checkpoints: projections.length, locks: 0 }]);
  expect(readdirSync(temporary)).toEqual([]);
}

/** The same command again makes all of them. */
async function expectRecovery(): Promise<void> {
  const { code, stdout } = await rebuild().stopped;
  expect({ code, lines: stdout.trim().split('\n').length }).toEqual({ code: 0, lines: projections.length });
  expect(await ground.rows()).toEqual(standing);
  await expectNothingLeft();
}

const all = projections.map(({ name }) => name);

/** A line to PostgreSQL on which the rows of the trail, when their COPY has begun, wait until that is done. */
async function holdingTheCopy(meanwhile: () => Promise<void>): Promise<Line> {
  let isMet = false;
  const made = await Line.to(Number(new URL(ground.databaseUrl).port), (bytes) => {
    if (isMet || !bytes.includes('copy samspor.audit_trail')) return;
    isMet = true;
    made.hold(meanwhile());
  });
  return made;
}

/** Ends the connection that copies into the trail, once there is one. */
const endCopying = () =>
  eventually(async () => {
    const { rowCount } = await superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where query like 'copy samspor.audit_trail%' and state = 'active'`,
    );
    expect(rowCount).toBe(1);
  });

describeSome('a rebuild from the command line', 2, (it) => {
  it('says that the log is gone when it goes in the middle of reading, and is given again when it is back', async () => {
    let read = 0;
    let gone: Promise<() => Promise<void>> | undefined;
    line = await Line.to(ground.node.port, (bytes, from) => {
      if (from === 'answering') read += bytes.length;
      if (read < 200_000 || gone !== undefined) return;
      gone = ground.stopEventStore();
      line?.hold(gone.then(() => line?.cut()));
    });
    const started = rebuild({ eventStoreUrl: line.through(ground.node.connectionString) });
    await expectFailure(started, all, 'The event store cannot be reached to read the log');
    await expectNothingLeft();
    await (
      await gone
    )?.();
    await expectRecovery();
  }, 300_000);

  it('says which read model PostgreSQL ended the connection of, and makes the others', async () => {
    line = await holdingTheCopy(endCopying);
    const started = rebuild({ databaseUrl: line.through(ground.databaseUrl) });
    await expectFailure(started, ['audit_trail'], 'PostgreSQL ended or refused the connection');
    expect((await started.stopped).stdout.trim().split('\n')).toHaveLength(projections.length - 1);
    await expectNothingLeft();
    await expectRecovery();
  }, 300_000);

  it('says so when PostgreSQL is stopped while rows are copied, and is given again when it is back', async () => {
    await superuser.end();
    let start: (() => Promise<void>) | undefined;
    line = await holdingTheCopy(async () => {
      start = await ground.stopPostgres();
    });
    const { code, stderr } = await rebuild({ databaseUrl: line.through(ground.databaseUrl) }).stopped;
    expect(code).toBe(1);
    expect(stderr).toContain('audit_trail: PostgreSQL ended or refused the connection');
    await start?.();
    superuser = superuserOf();
    expect(await ground.rows()).toEqual(standing);
    await expectRecovery();
  }, 300_000);

  it('says that PostgreSQL has no room on its disk, and leaves nothing there', async () => {
    const disk = await SmallDisk.open(superuser);
    try {
      await expectFailure(rebuild(), ['audit_trail'], 'PostgreSQL has no room left on its disk');
      await expectNothingLeft();
    } finally {
      await disk.close();
    }
    await expectRecovery();
  }, 300_000);

  it('says that the folder for the parts of the log has no room, and where to set another', async () => {
    const started = rebuild();
    // As a quota does it; a file system of its own wants an administrator.
    execFileSync('prlimit', ['--pid', String(started.child.pid), '--fsize=100000:']);
    await expectFailure(started, all, `There is no more room in ${temporary}`);
    await expectNothingLeft();
    await expectRecovery();
  }, 300_000);
});
