import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase, startEmbeddedPostgres } from '#postgres';
import { type KillableNode, startKillableNode } from '../../contract/killable-node.js';

/** How many events the history has that everything here is measured on. */
export const wanted = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
/** In which municipalities, or in how many. */
const municipalities = process.env['BENCH_MUNICIPALITIES'] ?? 'aure';
const seed = 7;

/** A history of about so many events, in these municipalities or in so many. */
export interface Sized {
  readonly events: number;
  readonly municipalities: string;
}
const usual: Sized = { events: wanted, municipalities };

const nameOf = (of: Sized) =>
  of.municipalities === 'aure' ? String(of.events) : `${of.events}-${of.municipalities}`;

/** A program that ran to its end. */
export interface Ran {
  readonly ms: number;
  readonly cpuUs: number;
  readonly rssMb: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A generated history in an embedded node of its own process, and a PostgreSQL beside it. */
export interface Ground {
  readonly node: KillableNode;
  readonly databaseUrl: string;
  /** As the superuser, for what is measured beside. */
  readonly superuserUrl: string;
  /** What was generated, and in how many seconds where it was generated now. */
  readonly told: string;
  /** Where everything is, for a process on it. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs `samspor` as a process of its own. */
  samspor(...args: readonly string[]): Promise<Ran>;
  stop(): Promise<void>;
}

/** BENCH_DATA names a folder to keep the history in from one run to the next. */
export async function openGround(sized: Sized = usual): Promise<Ground> {
  const kept = process.env['BENCH_DATA'];
  const folder =
    kept === undefined ? mkdtempSync(join(tmpdir(), 'samspor-bench-')) : join(kept, nameOf(sized));
  mkdirSync(join(folder, 'keys'), { recursive: true });
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  const superuserUrl = postgres.url('postgres');
  const { url, vaultUrl } = await prepareDatabase(superuserUrl, { database: 'samspor' });
  const node = await startKillableNode(join(folder, 'eventstore'));
  const env = {
    ...process.env,
    EVENTSTORE_URL: node.connectionString,
    DATABASE_URL: url,
    VAULT_DATABASE_URL: vaultUrl,
    KEY_FILE: join(folder, 'keys', 'municipality.key'),
    DATA_DIR: join(folder, 'data'),
  };
  const samspor = (...args: readonly string[]) => run(['dist/apps/cli/src/main.js', ...args], env, folder);
  const done = join(folder, 'generated.txt');
  if (!existsSync(done)) {
    const size = ['--events', String(sized.events), '--seed', String(seed)];
    const { stdout } = await samspor('generate', ...size, '--municipalities', sized.municipalities);
    writeFileSync(done, stdout);
  }
  return {
    node,
    databaseUrl: url,
    superuserUrl,
    told: readFileSync(done, 'utf8').trim(),
    env,
    samspor,
    async stop() {
      await node.stop('SIGTERM');
      await postgres.stop();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a script of this project as a process of its own, and fails with what it said when it does. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv, folder: string): Promise<Ran> {
  const usage = join(folder, 'usage.json');
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', './test/bench/history/usage.mjs', ...args], {
    env: { ...env, USAGE_FILE: usage },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr]: string[][] = [[], []];
  child.stdout.on('data', (text: Buffer) => stdout?.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => stderr?.push(text.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr?.join('')}`);
  const used = JSON.parse(readFileSync(usage, 'utf8')) as { cpuUs: number; rssMb: number };
  return {
    ms: performance.now() - begun,
    stdout: stdout?.join('') ?? '',
    stderr: stderr?.join('') ?? '',
    ...used,
  };
}
