import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { createPool } from '#postgres';
import { advisoryKey } from '#postgres/advisory-lock';
import { projections } from '#projections/index';
import { ApiClient } from '../support/api-client.js';
import { newFolder, type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';
import { burstOn, prepareStage, send } from './burst.js';
import { type ProjectorProgram, startProjectorProgram } from './projector-program.js';
import { eventsIn, expectRowsOfAFreshBuild, runtimeOn, settledRows } from './read-model-rows.js';
import { superuserUrl } from './superuser.js';

const dataDir = newFolder();
let program: Program;
let second: ProjectorProgram;

/** On the log and databases of the running program. */
const startSecond = () => {
  const { eventStoreUrl, databaseUrl, vaultDatabaseUrl } = runtimeOn(dataDir);
  const keyFile = join(dataDir, 'keys', 'municipality.key');
  return startProjectorProgram({ eventStoreUrl, databaseUrl, vaultDatabaseUrl, keyFile });
};

const roleOf = async ({ output }: ProjectorProgram): Promise<string> => {
  const [, url = ''] = /metrics are at (\S+)/.exec(output()) ?? [];
  const { body } = await new ApiClient(url).get('/health/ready');
  return body.role;
};

/** Ends the connection that holds the locks of whoever leads. */
async function endLeader(): Promise<void> {
  const pool = createPool({
    connectionString: superuserUrl(dataDir, 'samspor'),
    applicationName: 'samspor test',
    max: 1,
  });
  try {
    await pool.query(
      `select pg_terminate_backend(pid) from pg_locks
       where locktype = 'advisory' and granted and (classid::bigint << 32) | objid::bigint = any($1::bigint[])`,
      [projections.map(({ name, version }) => advisoryKey(`samspor projector ${name} v${version}`))],
    );
  } finally {
    await pool.end();
  }
}

beforeAll(async () => {
  program = await startProgram({ dataDir });
  second = await startSecond();
}, 180_000);
afterAll(async () => {
  second?.child.kill('SIGKILL');
  await second?.ended;
  await program?.kill();
});

describe('a second projector beside the first', () => {
  it('stands by while two hundred commands are projected, and each row is there once', async () => {
    const worker = await program.client('CASEWORKER');
    const answers = await Promise.all(
      burstOn(await prepareStage(worker), 0).map((sent) => send(worker, sent)),
    );
    expect(answers.filter((answer) => ![200, 201, 409].includes(answer?.status ?? 0))).toEqual([]);
    expect(await roleOf(second)).toBe('STANDBY');
    await expectRowsOfAFreshBuild(dataDir);
    // Reactors are elected too: the gap is said once.
    const gaps = (await eventsIn(dataDir)).filter(({ type }) => type === 'CoordinatorGapDetected');
    expect(gaps).toHaveLength(1);
  }, 180_000);

  it('takes over when the database ends the connection of the first', async () => {
    const before = await settledRows(dataDir);
    // Halted, the first cannot take the lock again before the second asks for it.
    process.kill(program.pid, 'SIGSTOP');
    try {
      await endLeader();
      await eventually(async () => expect(await roleOf(second)).toBe('LEADING'), { timeoutMs: 60_000 });
    } finally {
      process.kill(program.pid, 'SIGCONT');
    }
    const worker = await program.client('CASEWORKER');
    await prepareStage(worker);
    const rows = await settledRows(dataDir);
    expect(rows['people']?.length).toBeGreaterThan(before['people']?.length ?? 0);
    await expectRowsOfAFreshBuild(dataDir);
  }, 180_000);
});
