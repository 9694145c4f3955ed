// @long
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openDataDir, readAnnounced, readRuntime } from '#apps/standalone/src/data-dir';
import { shippedProfile } from '#municipality/application/index';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { postgresHome } from '../support/postgres-home.js';
import { cli, newFolder, postgresOn, startBuilt, type Started, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';

const bootMs = 120_000;

const begin = (dataDir: string, env: Readonly<Record<string, string>> = {}): Started =>
  startBuilt('dist/apps/standalone/src/main.js', { DATA_DIR: dataDir, PORT: '0', ...env });

/** Waits for a sign of how far it has come. */
const comes = (sign: () => boolean) =>
  eventually(() => expect(sign()).toBe(true), { everyMs: 2, timeoutMs: bootMs });

/** Told to stop, it has ended by itself in good order (it would say so where it had to be cut short), and nothing of it is left. */
async function expectStopped({ child, stopped }: Started, dataDir: string): Promise<void> {
  child.kill('SIGTERM');
  const { code, signal, stderr } = await stopped;
  expect([code, signal]).toEqual([0, null]);
  expect(stderr).not.toMatch(/did not|error/i);
  expect(postgresOn(dataDir)).toBeUndefined();
  expect(readdirSync(dataDir).filter((name) => /lock|runtime|pid/.test(name))).toEqual([]);
}

/** Each goes on from what the one before left: none comes as far as the next. */
describe('a first start that is told to stop', () => {
  const dataDir = newFolder();
  const moments: readonly (readonly [string, (dataDir: string) => boolean])[] = [
    ['as it begins', (dataDir) => readAnnounced(dataDir) !== undefined],
    [
      'while PostgreSQL is made',
      (dataDir) => {
        const home = postgresHome(dataDir);
        return existsSync(home) && readdirSync(home).some((name) => name.startsWith('cluster.new-'));
      },
    ],
    ['while PostgreSQL starts', (dataDir) => existsSync(join(dataDir, 'postgres', 'postgres.log'))],
    ['when its log and databases run', (dataDir) => readRuntime(dataDir) !== undefined],
    ['when it listens', (dataDir) => readRuntime(dataDir)?.url !== undefined],
  ];

  it.each(moments)(
    'B2 stops %s',
    async (_when, sign) => {
      const starting = begin(dataDir);
      await comes(() => sign(dataDir));
      await expectStopped(starting, dataDir);
    },
    bootMs,
  );

  it(
    'B2 starts on what they left',
    async () => {
      const program = await startProgram({ dataDir });
      expect((await program.request('GET', '/health/ready')).status).toBe(200);
      await program.kill();
    },
    bootMs,
  );
});

describe('a start that waits', () => {
  let database: TestDatabase;
  let holder: pg.Client;
  let dataDir: string;
  let env: Readonly<Record<string, string>>;
  let starting: Started;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = newFolder();
    env = {
      DATABASE_URL: database.url,
      VAULT_DATABASE_URL: database.vaultUrl,
      KEY_FILE: join(newFolder(), 'municipality.key'),
    };
    await (await startProgram({ dataDir, env })).kill();
    holder = new pg.Client({ connectionString: database.superuserUrl });
    await holder.connect();
    await holder.query('begin; lock table samspor.checkpoint in access exclusive mode');
    starting = begin(dataDir, env);
    await comes(() => readRuntime(dataDir) !== undefined);
  }, bootMs);
  afterAll(async () => {
    await holder?.end();
    await database?.drop();
  });

  it('B2 is reached by the command line where that needs nothing that waits', async () => {
    const adopted = await cli(['profile', 'adopt', fileURLToPath(shippedProfile('aure'))], {
      ...env,
      DATA_DIR: dataDir,
    });
    expect(adopted).toMatchObject({ code: 0, stdout: '1576 has these settings already.\n' });
    expect(readRuntime(dataDir)?.doing).toMatch(/^it /);
  });

  it('B2 stops when it is told to', () => expectStopped(starting, dataDir));
});

describe('a start of which nothing can be reached yet', () => {
  it('B2 is told of by the command line, with what it waits for and how to stop it', async () => {
    const path = newFolder();
    const held = await openDataDir(path);
    try {
      held.announce({ pid: 4711, doing: 'it starts its log and PostgreSQL' });
      expect(await cli(['projections', 'status'], { DATA_DIR: path })).toMatchObject({
        code: 1,
        stderr:
          `samspor: Samspor (process 4711) is starting on ${path}: it starts its log and PostgreSQL. ` +
          'Try again in a moment, or stop it: kill 4711\n',
      });
    } finally {
      await held.release();
    }
  });
});
