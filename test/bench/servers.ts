import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { prepareDatabase, startEmbeddedPostgres } from '#postgres';
import type { Target } from './load.js';

/** What is to be undone at the end, the last first. */
export type Stops = (() => Promise<unknown>)[];

/** A server under load, and the processes that it consists of. */
export interface Server extends Target {
  readonly pids: readonly number[];
}

/** With whose token one may ask for another municipality, or in another role, as a login of one's own where one is named. */
export interface Standalone extends Server {
  readonly tokenFor: (municipality: string, role?: string, sub?: string) => Promise<string>;
}

/** Works in a folder of its own, which is gone afterwards with whatever was started. */
export async function inBenchFolder<T>(work: (folder: string, stops: Stops) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'samspor-bench-'));
  chmodSync(folder, 0o755);
  const stops: Stops = [async () => rmSync(folder, { recursive: true, force: true })];
  try {
    return await work(folder, stops);
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

/** The whole application as one process, and a case worker's token. `env` says what it finds elsewhere than in its folder. */
export async function standalone(
  dataDir: string,
  stops: Stops,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Standalone> {
  const child = spawn(process.execPath, ['dist/apps/standalone/src/main.js'], {
    env: { ...env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stops.push(() => ended(child, () => child.kill('SIGTERM')));
  const line = await firstLine(child);
  const { origin, hash } = new URL(line.split(' ').at(-1) ?? '');
  const key = hash.replace('#key=', '');
  return {
    url: origin,
    token: await demoToken(origin, key, 'CASEWORKER'),
    pids: [child.pid ?? 0],
    tokenFor: (municipality, role = 'CASEWORKER', sub) => demoToken(origin, key, role, municipality, sub),
  };
}

/** The embedded node as a process of its own. */
export async function nodeProcess(dataDir: string, stops: Stops) {
  const child = spawn(
    process.execPath,
    ['dist/apps/cli/src/main.js', 'eventstore', '--port', '0', '--data', dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  stops.push(() => ended(child, () => child.kill('SIGTERM')));
  const line = await firstLine(child, /esdb:\/\//);
  return { connectionString: /esdb:\S+/.exec(line)?.[0] ?? '', pid: child.pid ?? 0 };
}

/** The plain baseline: its own PostgreSQL, and a route that does one durable INSERT of so many bytes (plain-route.ts). */
export const plainRoute = (dataDir: string, bytes: number, stops: Stops) =>
  plainServer('plain-route', String(bytes), dataDir, stops);

/** The plain baseline of reading: its own PostgreSQL, and a route that answers such lines (plain-page.ts). */
export const plainPage = (dataDir: string, line: object, stops: Stops) =>
  plainServer('plain-page', JSON.stringify(line), dataDir, stops);

async function plainServer(script: string, told: string, dataDir: string, stops: Stops): Promise<Server> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  stops.push(() => postgres.stop());
  const { url } = await prepareDatabase(postgres.url('postgres'), { database: 'plain' });
  const child = spawn(
    process.execPath,
    [
      '--import',
      './test/support/typescript.mjs',
      '--conditions=source',
      '--no-warnings',
      `test/bench/${script}.ts`,
      url,
      told,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  stops.push(() => ended(child, () => child.stdin?.end()));
  const target = JSON.parse(await firstLine(child)) as Target;
  return { ...target, pids: [child.pid ?? 0, postgres.pid] };
}

/** A token for demonstration, of the login that plays the role unless another is named. */
export async function demoToken(
  url: string,
  key: string,
  role: string,
  municipality = '1576',
  sub?: string,
): Promise<string> {
  const answer = await fetch(new URL('/demo/token', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, role, municipality, ...(sub !== undefined && { sub }) }),
  });
  const { accessToken } = (await answer.json()) as { accessToken: string };
  return accessToken;
}

/** The first line of what it prints, of those that are like this. */
export function firstLine(child: ChildProcess, like = /(?:)/): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('No standard output to read');
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (like.test(line)) resolve(line);
    });
    child.once('exit', (code) => reject(new Error(`It ended with code ${code} before it was ready`)));
  });
}

export function ended(child: ChildProcess, end: () => void): Promise<unknown> {
  if (child.exitCode !== null) return Promise.resolve();
  const exit = new Promise((resolve) => child.once('exit', resolve));
  end();
  return exit;
}
