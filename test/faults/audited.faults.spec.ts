import { createPool, type Pool } from '#postgres';
import { done, Procedure } from '../api/procedure.js';
import { cli, type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';
import { superuserUrl } from './superuser.js';

const bootMs = 180_000;
/** What is changed is named within a minute. */
const aMinute = { timeoutMs: 60_000, everyMs: 500 };

describe('what is changed behind the program’s back', () => {
  let program: Program;
  let caseId: string;

  beforeAll(async () => {
    program = await startProgram();
    caseId = await newCase();
  }, bootMs);
  afterAll(() => program?.kill());

  async function newCase(): Promise<string> {
    const worker = await program.client('CASEWORKER');
    const opened = done(
      await worker.post('/v1/cases', {
        opening: 'APPLICATION',
        subjectId: await new Procedure(worker).person(),
        items: ['COORDINATOR'],
        receivedOn: '2026-02-06',
        channel: 'FORM',
        signed: true,
      }),
    );
    return String(opened.caseId);
  }
  const health = async () => (await (await program.client('CASEWORKER')).get('/health/ready')).body;
  const found = async () =>
    (await health()).audit?.findings.map(
      ({ kind, projection, stream }: Record<string, unknown>) => [kind, projection, stream] as const,
    );
  const samspor = (...args: readonly string[]) => cli(args, { DATA_DIR: program.dataDir });
  async function bySuperuser(work: (pool: Pool) => Promise<unknown>): Promise<void> {
    const pool = createPool({
      connectionString: superuserUrl(program.dataDir, 'samspor'),
      applicationName: 'samspor test',
      max: 1,
    });
    try {
      await work(pool);
    } finally {
      await pool.end();
    }
  }
  const table = async (pool: Pool, name: string) => {
    const { rows } = await pool.query<{ version: number; build: number }>(
      'select version, live_build as build from samspor.projection where name = $1 order by version desc limit 1',
      [name],
    );
    return `samspor.${name}_v${rows[0]?.version}_b${rows[0]?.build}`;
  };
  const inOrder = () =>
    eventually(async () => {
      expect(await health()).toMatchObject({ status: 'ready', audit: { findings: [] } });
    }, aMinute);

  it(
    'turns health red within a minute, with read model and stream: a row changed by SQL, until it is made anew',
    async () => {
      await inOrder();
      await bySuperuser(async (pool) =>
        pool.query(`update ${await table(pool, 'case_overview')} set received_on = '2025-01-01'`),
      );
      await eventually(async () => {
        expect(await health()).toMatchObject({ status: 'impaired' });
        expect(await found()).toEqual([['ROW', 'case_overview', `case-1576.${caseId}`]]);
      }, aMinute);
      expect(await samspor('projections', 'audit')).toMatchObject({
        code: 1,
        stdout: expect.stringContaining(`case-1576.${caseId}`),
      });
      expect(await samspor('projections', 'rebuild', 'case_overview')).toMatchObject({ code: 0 });
      await inOrder();
      expect(await samspor('projections', 'audit', '--whole')).toMatchObject({ code: 0 });
      expect((await health()).rebuilds[0]).toMatchObject({ name: 'case_overview', rows: 1 });
    },
    2 * bootMs,
  );
});
