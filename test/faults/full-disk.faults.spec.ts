import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, Procedure } from '../api/procedure.js';
import type { Answer, ApiClient } from '../support/api-client.js';
import { type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';

/** A disk that can be filled and emptied again under a program that works on it. */
interface Disk {
  readonly folder: string;
  fill(program: Program): void;
  empty(program: Program): void;
  end(): void;
}

let root: string;
let disk: Disk;
let program: Program;
let worker: ApiClient;
const recorded: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'samspor-full-'));
  chmodSync(root, 0o755); // as root, PostgreSQL's own account must pass through
  disk = fileSystem(join(root, 'small')) ?? quota(join(root, 'quota'));
  program = await startProgram({ dataDir: disk.folder });
  worker = await program.client('CASEWORKER');
  for (let n = 0; n < 3; n += 1) await record();
}, 120_000);

afterAll(async () => {
  await program?.kill();
  // Where the program was killed, its PostgreSQL ends a moment later.
  await eventually(() => disk?.end());
  rmSync(root, { recursive: true, force: true });
});

/** A file system of its own, for whoever may mount one. */
function fileSystem(folder: string): Disk | undefined {
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m,mode=755', 'tmpfs', folder]);
  if (mounted.status !== 0) return undefined;
  const filler = join(folder, 'filler');
  return {
    folder: join(folder, 'data'),
    fill() {
      writeFileSync(filler, '');
      for (const piece of [1024 * 1024, 4096]) {
        const bytes = Buffer.alloc(piece);
        while (hasRoomFor(filler, bytes));
      }
    },
    empty: () => rmSync(filler),
    end: () => execFileSync('umount', [folder], { stdio: 'ignore' }),
  };
}

function hasRoomFor(file: string, bytes: Buffer): boolean {
  try {
    appendFileSync(file, bytes);
    return true;
  } catch {
    return false;
  }
}

/** A limit on the length of a file, as a quota sets one: the log and the lines about requests find no room. */
function quota(folder: string): Disk {
  const limit = ({ pid }: Program, bytes: string) =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  return {
    folder,
    fill: (its) => void limit(its, '1000'),
    // One that has ended took its limit along.
    empty: (its) => void spawnSync('prlimit', ['--pid', String(its.pid), '--fsize=unlimited:']),
    end: () => undefined,
  };
}

async function record(): Promise<void> {
  const procedure = new Procedure(worker);
  recorded.push(
    await procedure.application(await procedure.person({ familyName: `Prøvesen ${recorded.length}` })),
  );
}

const health = () => program.request('GET', '/health/ready');
const shown = async () =>
  done(await worker.get('/v1/cases')).cases.map(({ caseId }: { caseId: string }) => caseId) as string[];
const attempt = (): Promise<Answer> =>
  worker.post('/v1/subjects', { givenName: 'Testine', familyName: 'Avvist' });

describe('a disk that is full under the whole program', () => {
  it('B3 E13 turns commands away with the reason, is read, says so in its health, and goes on by itself when there is room', async () => {
    await eventually(async () => expect((await shown()).toSorted()).toEqual(recorded.toSorted()));
    disk.fill(program);
    // What still fits into what a file has taken already is recorded.
    const answer = await eventually(async () => {
      const next = await attempt();
      expect(next.status).toBe(503);
      return next;
    });
    expect(answer.body).toMatchObject({ type: 'no-room', status: 503 });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await shown()).toSorted()).toEqual(recorded.toSorted());
    expect(await health()).toMatchObject({
      status: 503,
      body: {
        status: 'not-ready',
        hindrances: [{ kind: 'NO_ROOM', message: expect.stringMatching(/disk/i) }],
      },
    });
    expect((await program.request('GET', '/metrics')).body).toContain('samspor_hindrance{kind="NO_ROOM"} 1');
    // Lines about requests find no room either, and end nothing.
    for (let n = 0; n < 200; n += 1) await attempt();
    expect((await shown()).toSorted()).toEqual(recorded.toSorted());

    disk.empty(program);
    await eventually(async () => expect((await health()).status).toBe(200), { timeoutMs: 30_000 });
    await record();
    await eventually(async () => expect((await shown()).toSorted()).toEqual(recorded.toSorted()));
    const log = () => readFileSync(join(program.dataDir, 'logs', 'requests.log'), 'utf8');
    await eventually(() => expect(log()).toContain('lines could not be written'));
  }, 120_000);

  it('B3 stops in good order while the disk is full, and starts again when there is room', async () => {
    disk.fill(program);
    const { code } = await program.kill();
    expect(code).toBe(0);
    disk.empty(program);
    program = await startProgram({ dataDir: disk.folder });
    worker = await program.client('CASEWORKER');
    await eventually(async () => expect((await shown()).toSorted()).toEqual(recorded.toSorted()));
  }, 120_000);
});
