import { afterAll } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDemoKey } from '#apps/standalone/src/demo-key';
import { runningPostmaster } from '#postgres/embedded/postmaster';
import { type Answer, ApiClient, type Sending } from './api-client.js';
import { postgresHome } from './postgres-home.js';
import { eventually } from './wait.js';

const root = join(import.meta.dirname, '../..');
const patienceMs = 120_000;

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built program as a process of its own. It ends with the suite that started it, whatever happens. */
export interface Program {
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything it has printed until now: standard output, then standard error. */
  readonly output: () => string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Sends the signal, SIGTERM unless told, and waits for the end. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<Ended>;
  readonly stopped: Promise<Ended>;
  /** Resolves when the demonstration that it was started with is played to its end. */
  readonly played: () => Promise<void>;
  /** Somebody with a demonstration token. */
  readonly client: (role: string, municipality?: string, sub?: string) => Promise<ApiClient>;
  /** A demonstration token. */
  readonly token: (role: string, municipality?: string, sub?: string) => Promise<string>;
  readonly request: (method: string, path: string, asked?: Asked) => Promise<Answer>;
}

export interface Asked extends Sending {
  readonly token?: string;
  readonly body?: unknown;
}

export interface ProgramOptions {
  /** Absent: a new folder. Another start on one folder takes what the first left. */
  readonly dataDir?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The program ended before it was ready. */
export class DidNotStart extends Error {
  override name = 'DidNotStart';
  constructor(readonly ended: Ended) {
    super(
      `The program ended before it was ready (${ended.signal ?? `exit code ${ended.code}`}):\n${ended.stdout}${ended.stderr}`,
    );
  }
}

const children = new Set<ChildProcess>();
const folders = new Set<string>();

afterAll(async () => {
  const ends = [...children].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(ends);
  for (const folder of folders) await discard(folder);
  folders.clear();
}, patienceMs);

/** A folder that is gone after the suite, with the PostgreSQL on it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samspor-program-'));
  chmodSync(folder, 0o755); // as root, PostgreSQL's own account must pass through
  folders.add(folder);
  return folder;
}

/** Starts `dist` (which the caller has built) and waits until it is ready. Rejects with `DidNotStart` when it ends instead. */
export async function startProgram({
  dataDir = newFolder(),
  args = [],
  env = {},
}: ProgramOptions = {}): Promise<Program> {
  const started = start('dist/apps/standalone/src/main.js', args, { DATA_DIR: dataDir, PORT: '0', ...env });
  const { child, stopped, stdout, stderr } = started;
  const ready = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const [, address] = /^Samspor is ready on (\S+)$/m.exec(stdout()) ?? [];
      if (address !== undefined) resolve(new URL(address).origin);
    });
  });
  const url = await Promise.race([ready, stopped.then((ended) => Promise.reject(new DidNotStart(ended)))]);
  const client: Program['client'] = (role, municipality, sub) => {
    const key = existsSync(join(dataDir, 'demo-key')) ? readDemoKey(dataDir) : 'none';
    return ApiClient.as(url, role, municipality, sub, key);
  };
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    output: () => stdout() + stderr(),
    stdout,
    stderr,
    stopped,
    played: () =>
      eventually(
        async () => {
          if (!/^Look at the cases/m.test(stdout())) throw new Error('The demonstration is being played');
        },
        { timeoutMs: patienceMs },
      ),
    kill(signal = 'SIGTERM') {
      child.kill(signal);
      return stopped;
    },
    client,
    async token(...whose) {
      return (await client(...whose)).token ?? '';
    },
    request: (method, path, { token, body, ...sending } = {}) =>
      new ApiClient(url, token).send(method, path, body, sending),
  };
}

/** Starts `samspor …` of the command line; for commands that stay. */
export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  return start('dist/apps/cli/src/main.js', args, env);
}

/** Starts another program of the build, with nothing but this environment. */
export function startBuilt(program: string, env: Readonly<Record<string, string>>): Started {
  return start(program, [], env);
}

/** Runs `samspor …` to its end. */
export function cli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return startCli(args, env).stopped;
}

export interface Started {
  readonly child: ChildProcess;
  readonly stopped: Promise<Ended>;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

// When the test run itself is killed, the program's input ends, and the program stops as for SIGTERM.
const endsWithItsParent = `data:text/javascript,
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM')).resume().unref();`;

function start(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(
    process.execPath,
    [`--import=${endsWithItsParent.replaceAll('\n', '')}`, join(root, program), ...args],
    { env: { ...ownEnvironment(), ...env }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  children.add(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const stopped = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve({ code, signal, stdout, stderr });
    });
  });
  return { child, stopped, stdout: () => stdout, stderr: () => stderr };
}

/** Without what configures Samspor, and without what Jest sets for itself. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const configuring = /^(HOST|PORT|DATA_DIR|DATABASE_URL|KEY_FILE|VAULT_.*|EVENTSTORE_.*|OIDC_.*|NODE_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !configuring.test(name)));
}

/** The PostgreSQL that a killed program left on its folder, if one runs. */
export function postgresOn(dataDir: string): { readonly pid: number } | undefined {
  return runningPostmaster(join(postgresHome(dataDir), 'cluster', 'data'));
}

async function discard(dataDir: string): Promise<void> {
  const left = postgresOn(dataDir);
  if (left !== undefined) {
    process.kill(left.pid, 'SIGQUIT');
    await eventually(() => {
      if (postgresOn(dataDir) !== undefined) throw new Error(`PostgreSQL ${left.pid} does not end`);
    });
  }
  for (const folder of [postgresHome(dataDir), dataDir]) rmSync(folder, { recursive: true, force: true });
}
