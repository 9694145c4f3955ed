// @long
import { openedWorkbook } from '#apps/api/src/lists/workbook.testing';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRuntime } from '#apps/standalone/src/data-dir';
import { readDemoKey } from '#apps/standalone/src/demo-key';
import { type EmbeddedEventStore, startEmbeddedEventStore } from '#embedded-eventstore';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import { shippedProfile } from '#municipality/application/index';
import { caseStatuses } from '#projections/case-overview/projection';
import { projections } from '#projections/index';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  cli,
  DidNotStart,
  type Ended,
  newFolder,
  postgresOn,
  type Program,
  startCli,
  startProgram,
} from '../support/program.js';
import { type Provider, startProvider } from '../support/provider.js';
import { Shell } from '../support/shell.js';
import { eventually } from '../support/wait.js';

const bootMs = 120_000;
const readModels = projections.map(({ name }) => name);

/** What holds a folder, or tells of a running program, must be gone with it. */
const leftOn = (dataDir: string) => ({
  postgres: postgresOn(dataDir),
  files: readdirSync(dataDir).filter((name) => /lock|runtime|pid/.test(name)),
});
const nothing = { postgres: undefined, files: [] };

const refusal = (start: Promise<Program>): Promise<Ended> =>
  start.then(
    ({ url }) => Promise.reject(new Error(`It started on ${url}`)),
    (error: unknown) => {
      if (error instanceof DidNotStart) return error.ended;
      throw error;
    },
  );

/** Overview, register and one trail, as this token sees them, without how current they are. */
async function answersOf({ request }: Program, token: string): Promise<Record<string, unknown>> {
  const get = async (path: string) => {
    const { status, body } = await request('GET', path, { token });
    expect([path, status]).toEqual([path, 200]);
    const { currentTo, ...rest } = body;
    expect(currentTo).toBeDefined();
    return rest;
  };
  const overview = await get('/v1/cases?limit=200');
  const closed = overview.cases.find((line: { subject: { familyName: string } }) =>
    line.subject.familyName.startsWith('Skissli'),
  );
  return {
    overview,
    register: await get('/v1/coordination?limit=200'),
    trail: await get(`/v1/cases/${closed?.caseId}/audit-trail?limit=200`),
  };
}

/** The ids of the field's events, in the order of the log. */
const eventsOf = ({ dataDir }: Program) => eventsIn(readRuntime(dataDir)?.eventStoreUrl ?? '');

async function eventsIn(eventStoreUrl: string): Promise<readonly string[]> {
  const store = connectEventStore(eventStoreUrl);
  try {
    const streamPrefixes = ['case-', 'coordination-', 'subject-', 'party-', 'municipality-'];
    const ids: string[] = [];
    for await (const { id } of store.readAll({ streamPrefixes })) ids.push(id);
    return ids;
  } finally {
    await store.close();
  }
}

describe('the program on one data folder', () => {
  let dataDir: string;
  let program: Program;
  let answers: Record<string, unknown>;
  let events: readonly string[];
  const told: string[] = [];

  beforeAll(async () => {
    dataDir = newFolder();
    program = await startProgram({ dataDir });
  }, bootMs);

  it('says in one line of its output where it listens, and that the event store is for trials', () => {
    expect(program.stdout()).toBe(
      `Samspor is ready on ${program.url}/#key=${readDemoKey(program.dataDir)}\n`,
    );
    expect(program.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(program.stderr()).toContain('embedded event store: for development, demonstration and a trial');
  });

  it('refuses a second start, naming folder and process, and goes on', async () => {
    const { code, stdout, stderr } = await refusal(startProgram({ dataDir }));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `Samspor did not start: Samspor is running on the data folder ${dataDir} already (process ${program.pid}). ` +
        'Stop it first, or set DATA_DIR to another folder.\n',
    );
    expect((await program.request('GET', '/health/ready')).status).toBe(200);
  });

  it(
    'refuses a port that is taken, and leaves nothing running',
    async () => {
      const other = newFolder();
      const { port } = new URL(program.url);
      const { code, stdout, stderr } = await refusal(startProgram({ dataDir: other, env: { PORT: port } }));
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(`Samspor did not start: Port ${port} on 127.0.0.1 is taken.`);
      expect(readdirSync(other)).toEqual([]);
    },
    bootMs,
  );

  it('is shown around by samspor demo, with cases at every stage', async () => {
    const { code, stdout, stderr } = await cli(['demo'], { DATA_DIR: dataDir });
    expect([code, stderr]).toEqual([0, '']);
    told.push(...stdout.trimEnd().split('\n'));
    const look = told.pop() ?? '';
    expect(told).toHaveLength(13 + 5);

    const shell = new Shell();
    expect(await shell.run(look.replace('Look at the cases: ', ''))).toContain('"cases":[{"caseId":');
    await shell.end();

    const token = await program.token('CASEWORKER');
    await eventually(async () => {
      const { body } = await program.request('GET', '/v1/cases?limit=200', { token });
      const stages = body.cases.map(({ status }: { status: string }) => status);
      // No complaint in the demonstration ends with that.
      expect(new Set(stages)).toEqual(new Set(caseStatuses.filter((status) => status !== 'SET_ASIDE')));
      const register = await program.request('GET', '/v1/coordination?limit=200', { token });
      const people: Readonly<Record<string, unknown>>[] = register.body.coordination;
      const having = (what: string) => people.filter((one) => one[what] !== null).length;
      expect(having('activePlanId')).toBe(5);
      // One coordinator has left; one is granted and not appointed yet.
      expect(having('withoutCoordinatorSince')).toBe(2);
      const inbox = await program.request('GET', '/v1/tasks?limit=200', { token });
      const kinds = inbox.body.tasks.map(({ kind }: { kind: string }) => kind);
      const waiting = [
        'APPLICATION_TO_COMPLETE',
        'APPLICATION_TO_RECEIVE',
        'COMPLAINT_TO_RECONSIDER',
        'COORDINATOR_GAP',
        'COORDINATOR_TO_APPOINT',
        'DEADLINE_OVERDUE',
        'DECISION_TO_MAKE',
        'DECISION_TO_NOTIFY',
        'MAPPING_TO_ASSIGN',
        'MAPPING_TO_DO',
        'NEED_TO_ASK',
        'MEETING_TO_PLAN',
        'PLAN_ENDED',
        'PLAN_TO_START',
        'REPORT_TO_SUBMIT',
        'STANDING_TO_REVIEW',
      ];
      expect(new Set(kinds)).toEqual(new Set(waiting));
    });
  });

  it('plays a municipality’s own procedure by samspor demo --municipality, and tells its history', async () => {
    const { code, stdout, stderr } = await cli(['demo', '--municipality', 'stranda'], { DATA_DIR: dataDir });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Sak \d{4}\/\d+\n +\S+ +Førespurnad motteken/);
    expect(stdout).toContain('Godkjend i nemnda. Tildelingsnemnda godkjende tilrådinga');
    expect(stdout.trimEnd().split('\n').at(-1)).toContain('"municipality":"1525"');
  });

  it('tells the state of its read models, and has them made anew while it runs', async () => {
    const status = await cli(['projections', 'status'], { DATA_DIR: dataDir });
    expect(status).toMatchObject({ code: 0, stderr: '' });
    expect(status.stdout.trimEnd().split('\n')).toEqual(
      readModels.map((name) => expect.stringMatching(new RegExp(`^${name} .* build 1 .* behind$`))),
    );
    answers = await answersOf(program, await program.token('CASEWORKER'));
    const rebuilt = await cli(['projections', 'rebuild', '--all'], { DATA_DIR: dataDir });
    expect([rebuilt.code, rebuilt.stdout]).toEqual([
      0,
      readModels.map((name) => `${name}: build 2 is live\n`).join(''),
    ]);
    // One pass for all of them: the log is told once.
    expect(rebuilt.stderr.match(/^filled: \d+ events, \d+\/s, \d+ MB$/gm)).toHaveLength(1);
    expect(await answersOf(program, await program.token('CASEWORKER'))).toEqual(answers);
    expect(await cli(['projections', 'drop-old'], { DATA_DIR: dataDir })).toMatchObject({
      code: 0,
      stdout: 'There are no versions but those that this release reads\n',
    });
  });

  it('tells in its health how the reactors in its projector’s thread do', async () => {
    const { status, body } = await program.request('GET', '/health/ready');
    expect([status, body.reactors]).toEqual([
      200,
      [
        { name: 'coordinator-gap', state: 'RUNNING' },
        { name: 'basis-check', state: 'RUNNING' },
        { name: 'merged', state: 'RUNNING' },
        { name: 'coordination-end', state: 'RUNNING' },
        { name: 'form-consent', state: 'RUNNING' },
        { name: 'allocation-letter', state: 'RUNNING' },
        { name: 'coming-of-age', state: 'RUNNING' },
        { name: 'insight-ages', state: 'RUNNING' },
        { name: 'set-aside', state: 'RUNNING' },
        { name: 'deadlines', state: 'RUNNING' },
        { name: 'complaint-deadlines', state: 'RUNNING' },
        { name: 'letter-outbox', state: 'RUNNING' },
        { name: 'case-end', state: 'RUNNING' },
        { name: 'calendar', state: 'RUNNING' },
        { name: 'reminders', state: 'RUNNING' },
        {
          name: 'archive',
          state: 'STANDBY',
          message: 'Samspor hands no documents over to an archive: ARCHIVE_DIR is not set.',
        },
      ],
    ]);
  });

  it('E2 makes a workbook, which the program does in a thread of its own', async () => {
    const accept = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const authorization = `Bearer ${await program.token('CASEWORKER')}`;
    const answers = await Promise.all(
      ['/v1/cases', '/v1/tasks', '/v1/meetings'].map((path) =>
        fetch(`${program.url}${path}`, { headers: { accept, authorization } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [cases] = answers;
    const { cells } = openedWorkbook(new Uint8Array((await cases?.arrayBuffer()) ?? []));
    expect(cells.map(([, value]) => value)).toEqual(
      expect.arrayContaining(['Saksnummer', expect.stringMatching(/^\d{4}\/\d+$/)]),
    );
  });

  it('has the profile that came with it already', async () => {
    expect(
      await cli(['profile', 'adopt', fileURLToPath(shippedProfile('aure'))], { DATA_DIR: dataDir }),
    ).toMatchObject({
      code: 0,
      stdout: '1576 has these settings already.\n',
    });
    events = await eventsOf(program);
    expect(events.length).toBeGreaterThan(60);
  });

  describe('stopped with SIGTERM', () => {
    let ended: Ended;
    beforeAll(async () => {
      ended = await program.kill('SIGTERM');
    }, bootMs);

    it('ends cleanly and leaves nothing running or locked', async () => {
      expect([ended.code, ended.signal]).toEqual([0, null]);
      expect(ended.stderr).not.toMatch(/not stop cleanly|error/i);
      expect(leftOn(dataDir)).toEqual(nothing);
      await expect(program.request('GET', '/health/live')).rejects.toThrow('fetch failed');
    });

    it(
      'has its read models made anew by the command line, which starts what it needs and stops it again',
      async () => {
        const { code, stdout } = await cli(['projections', 'rebuild', 'case_overview'], {
          DATA_DIR: dataDir,
        });
        expect([code, stdout]).toEqual([0, 'case_overview: build 3 is live\n']);
        expect(leftOn(dataDir)).toEqual(nothing);
        const status = await cli(['projections', 'status'], { DATA_DIR: dataDir });
        expect(status.stdout).toMatch(/^case_overview .* build 3 /m);
        expect(leftOn(dataDir)).toEqual(nothing);
      },
      bootMs,
    );
  });

  describe('started again with --demo', () => {
    beforeAll(async () => {
      program = await startProgram({ dataDir, args: ['--demo'] });
      await program.played();
      expect(program.stdout().trimEnd().split('\n')).toHaveLength(2 + 18);
    }, bootMs);

    it('plays what was played before, which changes nothing', async () => {
      const [ready, ...lines] = program.stdout().trimEnd().split('\n');
      expect(ready).toBe(`Samspor is ready on ${program.url}/#key=${readDemoKey(dataDir)}`);
      expect(lines.slice(0, -1)).toEqual(told);
      expect(lines.at(-1)).toContain(`${program.url}/v1/cases`);
      expect(await eventsOf(program)).toEqual(events);
      expect(await answersOf(program, await program.token('CASEWORKER'))).toEqual(answers);
    });
  });

  describe('killed, and started with a provider of logins', () => {
    let provider: Provider;
    beforeAll(async () => {
      provider = await startProvider();
      await program.kill('SIGKILL');
      program = await startProgram({ dataDir, args: ['--demo'], env: { OIDC_ISSUER: provider.issuer } });
    }, bootMs);
    afterAll(() => provider.stop());

    it('answers as before to those whom the provider names', async () => {
      expect(await answersOf(program, await provider.token('CASEWORKER'))).toEqual(answers);
      expect(await eventsOf(program)).toEqual(events);
    });

    it('gives no demonstration tokens, and says that the demonstration was not played', async () => {
      await expect(program.token('CASEWORKER')).rejects.toThrow('No token: 404');
      await eventually(() => expect(program.stderr()).toContain('The demonstration was not played: '));
      const { code, stderr } = await cli(['demo', '--municipality', 'hamar'], { DATA_DIR: dataDir });
      expect(code).toBe(1);
      expect(stderr).toContain('is no demonstration: people log in there, or did once. Nothing was played.');
      expect((await program.request('GET', '/health/ready')).status).toBe(200);
    });

    describe('and started once more without', () => {
      beforeAll(async () => {
        await program.kill();
        program = await startProgram({ dataDir });
      }, bootMs);

      it('lets nobody in', async () => {
        await expect(program.token('CASEWORKER')).rejects.toThrow('No token: 404');
        for (const token of [undefined, await provider.token('CASEWORKER')]) {
          const { status } = await program.request('GET', '/v1/cases', token === undefined ? {} : { token });
          expect(status).toBe(401);
        }
      });

      it('says why, and what to do', () =>
        expect(program.stderr()).toContain('Nobody can log in: these data were served with OIDC_ISSUER'));
    });
  });
});

describe('the program on databases of its own choice', () => {
  let database: TestDatabase;
  let node: EmbeddedEventStore;
  let env: Readonly<Record<string, string>>;
  beforeAll(async () => {
    database = await createTestDatabase();
    node = await startEmbeddedEventStore({ temporary: true });
    env = {
      EVENTSTORE_URL: node.connectionString,
      DATABASE_URL: database.url,
      VAULT_DATABASE_URL: database.vaultUrl,
      KEY_FILE: join(newFolder(), 'municipality.key'),
    };
  });
  afterAll(async () => {
    await node?.close();
    await database?.drop();
  });

  it(
    'never gives demonstration tokens nor profiles once they were served with a provider, from whatever folder',
    async () => {
      const first = await startProgram({ env: { ...env, OIDC_ISSUER: 'https://login.example' } });
      await first.kill();
      const second = await startProgram({ env });
      await expect(second.token('CASEWORKER')).rejects.toThrow('No token: 404');
      expect(second.stderr()).toContain('Nobody can log in');
      expect(await eventsIn(node.connectionString)).toEqual([]);
      await second.kill();
    },
    bootMs,
  );
});

describe('configuration that cannot be used', () => {
  it.each([
    [{ PORT: 'abc' }, 'PORT must be a number from 0 to 65535, not "abc"'],
    [{ OIDC_ISSUER: 'http://login.example' }, 'OIDC_ISSUER must be an https address'],
    [
      { EVENTSTORE_URL: 'eventstore:2113' },
      'EVENTSTORE_URL cannot be used. The address of the event store begins with none of esdb://',
    ],
  ])('is told in one line: %j', async (env, why) => {
    const dataDir = join(newFolder(), 'none');
    const { code, stdout, stderr } = await refusal(startProgram({ dataDir, env }));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Samspor did not start: .*\n$/);
    expect(stderr).toContain(why);
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('a data folder that cannot be used', () => {
  it('is told in one line', async () => {
    const dataDir = join(newFolder(), 'file', 'below');
    writeFileSync(join(dataDir, '..'), '');
    const { code, stderr } = await refusal(startProgram({ dataDir }));
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Samspor did not start: The data folder ${dataDir} cannot be made or written (ENOTDIR). ` +
        'Let this account write there, or set DATA_DIR to another folder.\n',
    );
  });
});

describe('npm start', () => {
  it(
    'ends when npm is told to, though the shell between them passes nothing on',
    async () => {
      const dataDir = newFolder();
      const shell = spawn('sh', ['-c', '"$0" scripts/start.mjs; true', process.execPath], {
        cwd: join(import.meta.dirname, '../..'),
        stdio: 'ignore',
        env: { ...process.env, npm_lifecycle_event: 'start', DATA_DIR: dataDir, PORT: '0' },
      });
      const pid = await eventually(
        () => readRuntime(dataDir)?.pid ?? Promise.reject(new Error('It has not started')),
        { timeoutMs: bootMs },
      );
      try {
        shell.kill('SIGTERM');
        await eventually(() => expect(leftOn(dataDir)).toEqual(nothing));
        await eventually(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'));
      } finally {
        if (readRuntime(dataDir) !== undefined) process.kill(pid, 'SIGKILL');
      }
    },
    bootMs,
  );
});

describe('samspor demo', () => {
  it.each([
    ['--url', ['--url', 'http://127.0.0.1:65535'], {}],
    ['PORT', [], { PORT: '65535' }],
  ])('says where nothing answers, by %s', async (_by, args, env) => {
    const { code, stderr } = await cli(['demo', ...args], { DATA_DIR: join(newFolder(), 'none'), ...env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^samspor: Nothing answers on http:\/\/127\.0\.0\.1:65535\. Start Samspor/);
  });
});

describe('samspor projections rebuild', () => {
  it('names the read models there are, and starts nothing for one that there is not', async () => {
    const dataDir = join(newFolder(), 'none');
    const { code, stderr } = await cli(['projections', 'rebuild', 'nope'], { DATA_DIR: dataDir });
    expect([code, stderr]).toEqual([
      1,
      `samspor: There is no read model nope. Read models: ${readModels.join(', ')}\n`,
    ]);
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('samspor db init', () => {
  it('prints SQL for databases, roles and rights, and asks for nothing', async () => {
    const { code, stdout, stderr } = await cli(['db', 'init', '--database', 'ke', '--login', 'ke_app']);
    expect([code, stderr]).toEqual([0, '']);
    for (const part of [
      'ke_vault',
      'ke_app',
      'samspor_owner',
      'samspor_projector',
      'samspor_reader',
      'samspor_vault',
    ]) {
      expect(stdout).toContain(part);
    }
    expect(stdout).not.toMatch(/superuser;|bypassrls;/i);
  });
});

describe('samspor eventstore', () => {
  it('prints its address, takes events, and closes on SIGTERM', async () => {
    const data = join(newFolder(), 'log');
    const { child, stopped, stdout, stderr } = startCli(['eventstore', '--port', '0', '--data', data]);
    const address = await eventually(() => {
      expect(stdout()).toMatch(/^esdb:\/\/\S+\n$/);
      return stdout().trim();
    });
    const store = connectEventStore(address);
    await store.append('note-1', 'no_stream', [
      { id: '6f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0', type: 'Noted', data: { text: 'Æ' }, metadata: {} },
    ]);
    expect(await store.read('note-1')).toMatchObject([{ type: 'Noted', data: { text: 'Æ' } }]);
    await store.close();
    child.kill('SIGTERM');
    expect(await stopped).toMatchObject({ code: 0, signal: null });
    expect(stderr()).not.toMatch(/error/i);
    expect(existsSync(join(data, 'node.lock'))).toBe(false);
  });
});
