// @long
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { eventually } from '../../../../test/support/wait.js';
import {
  createPool,
  prepareDatabase,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '../index.js';
import { runningPostmaster } from './postmaster.js';

const isRoot = process.getuid?.() === 0;

describe('the embedded PostgreSQL', () => {
  let made: string;
  let folder: string;
  let dataDir: string;
  let lines: string[];
  const running: EmbeddedPostgres[] = [];
  const owners: ChildProcess[] = [];

  beforeAll(async () => {
    made = await mkdtemp(join(tmpdir(), 'samspor-made-'));
    await chmod(made, 0o755);
    await (await startEmbeddedPostgres({ dataDir: join(made, 'postgres'), durable: false })).stop();
  });
  afterAll(() => rm(made, { recursive: true }));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samspor-embedded-'));
    await chmod(folder, 0o755);
    dataDir = join(folder, 'postgres');
    lines = [];
  });

  afterEach(async () => {
    for (const owner of owners.splice(0)) {
      if (owner.exitCode === null && owner.signalCode === null) {
        owner.stdin?.end();
        await once(owner, 'exit');
      }
    }
    await Promise.all(running.splice(0).map((server) => server.stop()));
    await rm(folder, { recursive: true });
  });

  async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({
      dataDir,
      durable: false,
      log: (line) => lines.push(line),
      ...options,
    });
    running.push(server);
    return server;
  }

  /** Data as a first start has left them, for what is not about that start: to make them anew takes longest. */
  const asMadeBefore = () => execFileSync('cp', ['-a', join(made, 'postgres'), dataDir]);

  /** Starts it in a process of its own, so that its owner can be killed. */
  function spawnOwner() {
    const root = process.cwd();
    const owner = spawn(
      process.execPath,
      [
        '--import',
        pathToFileURL(join(root, 'test/support/typescript.mjs')).href,
        '--conditions=source',
        join(root, 'libs/postgres/src/embedded/owner.testing.ts'),
        dataDir,
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    owners.push(owner);
    return owner;
  }

  async function startElsewhere(): Promise<{ owner: ChildProcess; url: string; pid: number }> {
    const owner = spawnOwner();
    const [line] = (await once(createInterface({ input: owner.stdout }), 'line')) as [string];
    return { owner, ...(JSON.parse(line) as { url: string; pid: number }) };
  }

  async function query(connectionString: string, sql: string): Promise<unknown[]> {
    const pool = createPool({ connectionString, applicationName: 'embedded spec', max: 1 });
    try {
      return (await pool.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await pool.end();
    }
  }

  async function kill9(child: ChildProcess): Promise<void> {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** The process that would end this server with its owner. */
  function keeperOf(pid: number): number {
    const listed = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
    return Number.parseInt(listed.find((line) => line.includes(`samspor-postgres-keeper ${pid} `)) ?? '', 10);
  }

  it('keeps its data from one start to the next', async () => {
    const first = await start({ durable: true });
    await first.ensureDatabase('samspor');
    await first.ensureDatabase('samspor');
    await query(first.url('samspor'), 'create table kept as select 42 as answer');
    await first.stop();
    await first.stop();
    expect(first.lost.aborted).toBe(false);
    const second = await start({ durable: true });
    expect(await query(second.url('samspor'), 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect((await readdir(dataDir)).toSorted()).toEqual(['cluster', 'postgres.log', 'postgres.log.1']);
  });

  it('listens on the loopback address only, with a password of its own, in a folder that is closed to others', async () => {
    asMadeBefore();
    const server = await start({ durable: true });
    expect(
      await query(
        server.url('postgres'),
        `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
                current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
                current_setting('timezone') as zone, current_setting('server_encoding') as encoding`,
      ),
    ).toEqual([
      { addresses: '127.0.0.1', sockets: '', fsync: 'on', commit: 'on', zone: 'UTC', encoding: 'UTF8' },
    ]);
    const stranger = new URL(server.url('postgres'));
    stranger.password = 'guessed';
    await expect(query(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect((await stat(join(dataDir, 'cluster'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'cluster', 'superuser-password'))).mode & 0o777).toBe(0o600);
  });

  it('writes neither statements nor values to its log', async () => {
    asMadeBefore();
    const server = await start();
    const pool = createPool({
      connectionString: server.url('postgres'),
      applicationName: 'embedded spec',
      max: 1,
    });
    await pool.query('create table secret (name text primary key)');
    await pool.query('insert into secret values ($1)', ['Testine Prøvesen']);
    await expect(pool.query('insert into secret values ($1)', ['Testine Prøvesen'])).rejects.toThrow(
      /duplicate/,
    );
    await expect(pool.query(`select 'Testine Prøvesen'::int`)).rejects.toThrow(/invalid input/);
    await expect(pool.query(`selct 'Testine Prøvesen'`)).rejects.toThrow(/syntax/);
    await pool.end();
    await server.stop();
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toMatch(/ready to accept connections/);
    expect(log).not.toMatch(/Testine|secret|selct/);
  });

  it('prepares databases whose login is no superuser, the same at each start', async () => {
    asMadeBefore();
    const first = await start();
    const before = await prepareDatabase(first.url('postgres'), { database: 'samspor' });
    await query(before.url, 'select 1');
    await first.stop();
    const second = await start();
    const { url, readerUrl, vaultUrl } = await prepareDatabase(second.url('postgres'), {
      database: 'samspor',
    });
    const who = `select current_user as login, current_setting('is_superuser') as super, current_database() as database`;
    expect(await query(url, who)).toEqual([{ login: 'samspor_app', super: 'off', database: 'samspor' }]);
    expect(await query(readerUrl, who)).toEqual([
      { login: 'samspor_app_reader', super: 'off', database: 'samspor' },
    ]);
    expect(await query(vaultUrl, who)).toEqual([
      { login: 'samspor_app_vault', super: 'off', database: 'samspor_vault' },
    ]);
  });

  it('refuses a second start while the first lives, which goes on undisturbed', async () => {
    asMadeBefore();
    const first = await start();
    await expect(start()).rejects.toThrow(
      /^Another process is using the data folder .*postgres.* Stop it first/,
    );
    expect(await query(first.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(first.lost.aborted).toBe(false);
  });

  it('lets one of several simultaneous first starts through', async () => {
    const outcomes = await Promise.allSettled([start(), start(), start()]);
    const winners = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(winners).toHaveLength(1);
    expect(await query(winners[0]?.url('postgres') ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [String(outcome.reason)] : [],
    );
    expect(refusals).toEqual(Array(2).fill(expect.stringMatching(/Another process is using/)));
  });

  it('tells of a PostgreSQL that was killed, and starts again on its data', async () => {
    asMadeBefore();
    const first = await start({ durable: true });
    await query(first.url('postgres'), 'create table kept as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');
    await eventually(() => expect(first.lost.aborted).toBe(true));
    expect((first.lost.reason as Error).message).toMatch(/SIGKILL.*postgres\.log/);
    const second = await start();
    expect(await query(second.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('B5 is started again at its address when it ends by itself, with its data', async () => {
    asMadeBefore();
    const server = await start({ durable: true, startAgainAfterMs: [0, 100] });
    await query(server.url('postgres'), 'create table kept as select 42 as answer');
    const { pid } = server;
    process.kill(pid, 'SIGKILL');
    await eventually(() => expect(lines.at(-1)).toBe('PostgreSQL runs again'));
    expect(server.pid).not.toBe(pid);
    expect(await query(server.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
    await server.ensureDatabase('more');
    await query(server.url('more'), 'select 1');
    expect(server.lost.aborted).toBe(false);
  });

  it('B5 is lost where it cannot be started again, and says why', async () => {
    asMadeBefore();
    const server = await start({ startAgainAfterMs: [0, 10] });
    const settings = join(dataDir, 'cluster', 'data', 'postgresql.conf');
    const before = await readFile(settings, 'utf8');
    await writeFile(settings, 'no_such_setting = on\n');
    process.kill(server.pid, 'SIGKILL');
    await eventually(() => expect(server.lost.aborted).toBe(true));
    expect((server.lost.reason as Error).message).toMatch(/PostgreSQL did not start .*no_such_setting/s);
    expect(lines.filter((line) => line.endsWith('It is started again'))).toHaveLength(2);
    await server.stop();
    await writeFile(settings, before);
    await start();
  });

  it('B5 is left alone once it is stopped, also while it is started again', async () => {
    asMadeBefore();
    const server = await start({ startAgainAfterMs: [60_000] });
    process.kill(server.pid, 'SIGKILL');
    await eventually(() => expect(lines.at(-1)).toMatch(/It is started again$/));
    await server.stop();
    expect(server.lost.aborted).toBe(false);
    expect(runningPostmaster(join(dataDir, 'cluster', 'data'))).toBeUndefined();
  });

  it.each([
    ['while its data are made', () => readdir(dataDir).then((names) => names.join(' ')), /cluster\.new-/],
    ['when it begins to run', () => readFile(join(dataDir, 'postgres.log'), 'utf8'), /starting PostgreSQL/],
  ])('B2 leaves nothing running where its start is given up %s', async (_when, look, sign) => {
    const giveUp = new AbortController();
    const starting = start({ signal: giveUp.signal });
    const ended = starting.then(
      () => 'started',
      (error: unknown) => error,
    );
    await eventually(async () => expect(await look()).toMatch(sign), { everyMs: 1 });
    const reason = new Error('given up');
    giveUp.abort(reason);
    expect([reason, 'started']).toContain(await ended);
    if ((await ended) === reason) {
      expect(runningPostmaster(join(dataDir, 'cluster', 'data'))).toBeUndefined();
      expect((await readdir(dataDir)).filter((name) => name.startsWith('cluster.new-'))).toEqual([]);
      await start();
    }
  });

  it('B26 ends by itself when its owner was killed, and leaves its data', async () => {
    asMadeBefore();
    const { owner, url } = await startElsewhere();
    await query(url, 'create table kept as select 42 as answer');
    await kill9(owner);
    await eventually(() => expect(runningPostmaster(join(dataDir, 'cluster', 'data'))).toBeUndefined());
    const server = await start();
    expect(lines).toEqual([]);
    expect(await query(server.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('B26 is left alone by what watched over another that ended in good order', async () => {
    asMadeBefore();
    await (await start()).stop();
    const server = await start();
    expect(await query(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(server.lost.aborted).toBe(false);
  });

  it('shuts down what a killed owner left running, and starts on its data', async () => {
    asMadeBefore();
    const { owner, url, pid } = await startElsewhere();
    await query(url, 'create table kept as select 42 as answer');
    // Nobody watches over it.
    process.kill(keeperOf(pid), 'SIGKILL');
    await kill9(owner);
    const data = join(dataDir, 'cluster', 'data');
    expect(runningPostmaster(data)?.pid).toBe(pid);
    const server = await start();
    expect(server.pid).not.toBe(pid);
    expect(lines).toEqual([
      `A PostgreSQL (process ${pid}) was left running on ${dataDir}; shutting it down first`,
    ]);
    expect(await query(server.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('starts after its owner and PostgreSQL itself were both killed', async () => {
    asMadeBefore();
    const { owner, pid, url } = await startElsewhere();
    await query(url, 'create table kept as select 42 as answer');
    await query(url, 'checkpoint');
    await kill9(owner);
    process.kill(pid, 'SIGKILL');
    const server = await start();
    expect(await query(server.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('starts after its owner was killed while making the data folder', async () => {
    const owner = spawnOwner();
    await eventually(async () => {
      expect(await readdir(dataDir)).toEqual([expect.stringMatching(/^cluster\.new-/)]);
    });
    await kill9(owner);
    await start();
    expect((await readdir(dataDir)).toSorted()).toEqual(['cluster', 'postgres.log']);
  });

  it('refuses a folder that another process uses', async () => {
    asMadeBefore();
    const { pid } = await startElsewhere();
    await expect(start()).rejects.toThrow(`its PostgreSQL is process ${pid}`);
  });

  it('leaves alone a process that merely has the number in postmaster.pid', async () => {
    asMadeBefore();
    await (await start()).stop();
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const file = join(dataDir, 'cluster', 'data', 'postmaster.pid');
    await writeFile(
      file,
      `${bystander.pid}\n${join(dataDir, 'cluster', 'data')}\n1\n1\n\n127.0.0.1\n\nready\n`,
    );
    expect(runningPostmaster(join(dataDir, 'cluster', 'data'))).toBeUndefined();
    // Whether PostgreSQL itself takes over depends on whose process it is; it is the judge of its own file.
    await start().catch((error: Error) => {
      expect(error.message).toMatch(/lock file "postmaster.pid" already exists/);
    });
    expect(bystander.signalCode ?? bystander.exitCode).toBeNull();
    await kill9(bystander);
    await rm(file, { force: true });
  });

  it('says what to do about a postmaster.pid that a crash left empty', async () => {
    asMadeBefore();
    await (await start()).stop();
    const file = join(dataDir, 'cluster', 'data', 'postmaster.pid');
    await writeFile(file, '');
    await expect(start()).rejects.toThrow(`A crash left ${file} empty.`);
    await rm(file);
    await (await start()).stop();
  });

  it('clears away what an interrupted first start left', async () => {
    await mkdir(join(dataDir, 'cluster.new-4194305-0', 'data'), { recursive: true });
    await writeFile(join(dataDir, 'cluster.new-4194305-0', 'data', 'PG_VERSION'), '1');
    await start();
    expect((await readdir(dataDir)).toSorted()).toEqual(['cluster', 'postgres.log']);
  });

  it('refuses data of another PostgreSQL version, and a port that is taken', async () => {
    const first = await start();
    const port = Number(new URL(first.url('postgres')).port);
    const other = join(folder, 'other');
    await expect(startEmbeddedPostgres({ dataDir: other, port, durable: false })).rejects.toThrow(
      /did not start.*could not bind/s,
    );
    await first.stop();
    await writeFile(join(dataDir, 'cluster', 'data', 'PG_VERSION'), '12\n');
    await expect(start()).rejects.toThrow(/were made by PostgreSQL 12; this release brings PostgreSQL 18/);
  });

  it('as root keeps its data elsewhere when a folder above is closed to its account; as a user runs as itself', async () => {
    await chmod(folder, 0o700);
    const fallback = await mkdtemp(join(tmpdir(), 'samspor-fallback-'));
    try {
      const first = await start({ fallbackDir: fallback });
      await query(first.url('postgres'), 'create table kept as select 42 as answer');
      await first.stop();
      const second = await start({ fallbackDir: fallback });
      expect(await query(second.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
      await second.stop();
      const home = isRoot ? (await readFile(join(dataDir, 'moved-to'), 'utf8')).trim() : dataDir;
      expect(existsSync(join(home, 'cluster'))).toBe(true);
      expect(home.startsWith(fallback)).toBe(isRoot);
      expect(lines).toEqual(
        isRoot ? [expect.stringMatching(/cannot reach .*; PostgreSQL's data are in /)] : [],
      );
    } finally {
      await rm(fallback, { recursive: true });
    }
  });
});
