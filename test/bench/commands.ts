import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { prepareDatabase, startEmbeddedPostgres } from '#postgres';
import { load, type Load, post, type Target } from './load.js';
import type { BenchTable } from './table.js';

const clients = 32;
const rounds = 3;
const roundMs = 6_000;
/** Data and metadata of an `ApplicationReceived` with a wish, as stored. */
const eventBytes = 1_350;

const application = (subjectId: string) => ({
  opening: 'APPLICATION',
  subjectId,
  items: ['INDIVIDUAL_PLAN', 'COORDINATOR'],
  receivedOn: '2026-01-12',
  channel: 'FORM',
  signed: true,
  applicantRole: 'SUBJECT',
  wish: 'Jeg vil slippe å fortelle alt på nytt hver gang.',
});

/** Commands over HTTP beside the same route doing one durable INSERT, in turns on the same machine. */
export async function run(): Promise<BenchTable> {
  const folder = mkdtempSync(join(tmpdir(), 'samspor-bench-'));
  chmodSync(folder, 0o755);
  const stops: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  try {
    const samspor = await standalone(join(folder, 'data'), stops);
    const plain = await plainRoute(join(folder, 'plain'), stops);
    const agent = new Agent({ keepAlive: true });
    const subjects = await registered(agent, samspor, 200);
    agent.destroy();
    const body = (n: number) => application(subjects[n % subjects.length] ?? '');
    const against = (target: Target, ms = roundMs) => load(target, { path: '/v1/cases', body, clients, ms });

    await against(samspor, 3_000);
    await against(plain, 3_000);
    const pairs: { ours: Load; theirs: Load }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      pairs.push({ ours: await against(samspor), theirs: await against(plain) });
    }
    return {
      title: `Opening a case over HTTP, ${clients} clients, ${rounds} rounds of ${roundMs / 1000} s in turns`,
      columns: ['round', 'commands/s', 'p50 ms', 'p99 ms', 'plain INSERT/s', 'p50 ms', 'p99 ms', 'ratio'],
      rows: pairs.map(({ ours, theirs }, round) => [
        round + 1,
        ...figures(ours),
        ...figures(theirs),
        (ours.perSecond / theirs.perSecond).toFixed(2),
      ]),
      notes: [
        'Commands: token, body checks, decision on case, person and profile, sealing, append to the embedded node (fsync), while the projector follows.',
        'Plain: the same server, token and body checks, then one durable INSERT of as many bytes.',
        'Clients, both servers, both PostgreSQL and the node share the machine.',
      ],
    };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

const figures = ({ perSecond, p50, p99 }: Load) => [Math.round(perSecond), p50.toFixed(1), p99.toFixed(1)];

async function registered(agent: Agent, target: Target, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { subjectId } = await post(agent, target, '/v1/subjects', {
      givenName: 'Testine',
      familyName: `Måling${n}`,
      birthDate: '1950-01-01',
    });
    ids.push(String(subjectId));
  }
  return ids;
}

async function standalone(dataDir: string, stops: (() => Promise<unknown>)[]): Promise<Target> {
  const child = spawn(process.execPath, ['dist/apps/standalone/src/main.js'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stops.push(() => ended(child, () => child.kill('SIGTERM')));
  const line = await firstLine(child);
  const url = line.split(' ').at(-1) ?? '';
  const answer = await fetch(new URL('/demo/token', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'CASEWORKER', municipality: '1576' }),
  });
  const { accessToken } = (await answer.json()) as { accessToken: string };
  return { url, token: accessToken };
}

async function plainRoute(dataDir: string, stops: (() => Promise<unknown>)[]): Promise<Target> {
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
      'test/bench/plain-route.ts',
      url,
      String(eventBytes),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  stops.push(() => ended(child, () => child.stdin?.end()));
  return JSON.parse(await firstLine(child)) as Target;
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('No standard output to read');
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`It ended with code ${code} before it was ready`)));
  });
}

function ended(child: ChildProcess, end: () => void): Promise<unknown> {
  if (child.exitCode !== null) return Promise.resolve();
  const exit = new Promise((resolve) => child.once('exit', resolve));
  end();
  return exit;
}
