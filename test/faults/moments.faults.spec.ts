import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAnnounced, readRuntime } from '#apps/standalone/src/data-dir';
import type { Answer } from '../support/api-client.js';
import { cli, newFolder, postgresOn, type Program, startBuilt, startProgram } from '../support/program.js';
import { rounds, seed as firstSeed, someOf } from '../support/rounds.js';
import { eventually } from '../support/wait.js';
import { burstOn, prepareStage, send, type Stage } from './burst.js';
import { eventsIn, rebuildAll } from './read-model-rows.js';
import { generator, shuffled } from './seeded.js';

const patience = { timeoutMs: 60_000 };
const bootMs = 180_000;

let program: Program;
let stage: Stage;
let burstNumber = 0;
const acknowledged = new Set<string>();

beforeAll(async () => {
  program = await startProgram();
  stage = await prepareStage(await worker());
}, bootMs);
afterAll(() => program?.kill());

const worker = () => program.client('CASEWORKER', '1576', 'moments');
const health = () => program.request('GET', '/health/ready');
const isReady = () => eventually(async () => expect(await health()).toMatchObject({ status: 200 }), patience);

/** Sends everything at once; when a share of it is answered, it befalls. What was acknowledged is kept in mind. */
async function sendWhile(share: number, befalls: () => unknown): Promise<void> {
  const commands = burstOn(stage, (burstNumber += 1)).slice(0, 60);
  const client = await worker();
  let answered = 0;
  let befallen: unknown;
  await Promise.all(
    commands.map(async (command) => {
      const answer: Answer | undefined = await send(client, command);
      answered += 1;
      if (answered === Math.ceil(share * commands.length)) befallen = befalls();
      if (answer?.status !== 201) return;
      for (const { eventId } of answer.body.events as { eventId: string }[]) acknowledged.add(eventId);
    }),
  );
  await befallen;
}

const limitFiles = (bytes: string) =>
  execFileSync('prlimit', ['--pid', String(program.pid), `--fsize=${bytes}:`]);
const killPostgres = (dataDir: string) => {
  const { pid } = postgresOn(dataDir) ?? {};
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
};

/** Its sessions may answer for a moment after it; only its next start tells that it was gone. */
async function losePostgres(share: number): Promise<void> {
  const restarts = () => program.stderr().split('PostgreSQL runs again').length;
  const before = restarts();
  await sendWhile(share, () => killPostgres(program.dataDir));
  await eventually(() => expect(restarts()).toBeGreaterThan(before), patience);
}

/** What befalls the program under traffic, and what must be seen of it. */
const faults: Readonly<Record<string, (share: number) => Promise<void>>> = {
  'B5 its PostgreSQL is killed': losePostgres,
  async 'B9 its lines about requests are deleted'(share) {
    const logs = join(program.dataDir, 'logs');
    // A line may be written into the folder while it goes.
    await sendWhile(share, () =>
      rmSync(logs, { recursive: true, force: true, maxRetries: 20, retryDelay: 1 }),
    );
    await eventually(() => expect(existsSync(logs)).toBe(true));
  },
  async 'B3 its log finds no more room'(share) {
    await sendWhile(share, () => limitFiles('1000'));
    await (await worker()).post('/v1/subjects', { givenName: 'Testine', familyName: 'Avvist' });
    await eventually(
      async () => expect((await health()).body.hindrances).toMatchObject([{ kind: 'NO_ROOM' }]),
      {
        timeoutMs: 5_000,
      },
    );
    const status = await cli(['projections', 'status'], { DATA_DIR: program.dataDir });
    expect(status.code).toBe(0);
    limitFiles('unlimited');
  },
  async 'B2 it is told to stop'(share) {
    const { dataDir } = program;
    let stopped: Promise<{ code: number | null }> | undefined;
    await sendWhile(share, () => (stopped = program.kill()));
    expect(await stopped).toMatchObject({ code: 0 });
    expect(postgresOn(dataDir)).toBeUndefined();
    program = await startProgram({ dataDir });
  },
};

describe.each(Array.from({ length: rounds(5) }, (_, round) => [firstSeed + round, round] as const))(
  'under traffic, round %d',
  (seed, round) => {
    const random = generator(seed);
    it.each(shuffled(someOf(Object.entries(faults), 2, round), random))(
      '%s, and nothing acknowledged is lost',
      async (_name, befall) => {
        await befall(random());
        await isReady();
        const stored = new Set((await eventsIn(program.dataDir)).map(({ id }) => id));
        expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
      },
      bootMs,
    );

    it(
      'B5 its PostgreSQL is killed while read models are made anew, which then can be made',
      async () => {
        const rebuilding = cli(['projections', 'rebuild', '--all'], { DATA_DIR: program.dataDir });
        await losePostgres(random());
        const { code, stderr } = await rebuilding;
        if (code !== 0) expect(stderr).toMatch(/PostgreSQL|database/);
        await isReady();
        await rebuildAll(program.dataDir);
      },
      bootMs,
    );

    it(
      'B5 its PostgreSQL is killed in a first start, which becomes ready or says why not, and then does',
      async () => {
        const dataDir = newFolder();
        const signs = [
          () => postgresOn(dataDir) !== undefined,
          () => readRuntime(dataDir) !== undefined,
          () => readRuntime(dataDir)?.url !== undefined,
        ];
        const sign = signs[Math.floor(random() * signs.length)] ?? (() => true);
        const starting = startBuilt('dist/apps/standalone/src/main.js', { DATA_DIR: dataDir, PORT: '0' });
        await eventually(() => expect(sign()).toBe(true), { ...patience, everyMs: 2 });
        killPostgres(dataDir);
        const isUp = eventually(() => {
          expect(readAnnounced(dataDir)).toMatchObject({ url: expect.any(String) });
          expect(readAnnounced(dataDir)?.doing).toBeUndefined();
        }, patience).then(() => 'ready' as const);
        const outcome = await Promise.race([isUp, starting.stopped]);
        isUp.catch(() => {});
        if (outcome === 'ready') starting.child.kill('SIGTERM');
        else expect(outcome.stderr).toMatch(/Samspor (did not start|stops): /);
        await starting.stopped;
        const next = await startProgram({ dataDir });
        expect((await next.request('GET', '/health/ready')).status).toBe(200);
        await next.kill();
      },
      bootMs,
    );
  },
);
