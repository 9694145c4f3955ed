import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient } from '../support/api-client.js';
import { cli, newFolder, type Program, startProgram } from '../support/program.js';
import { rounds } from '../support/rounds.js';
import { eventually } from '../support/wait.js';
import { done } from '../api/procedure.js';

const count = rounds(1_000);
const list = [
  'Født;Navn;IP startet;Koordinator;Koordinator fra;Samtykke',
  ...Array.from(
    { length: count },
    (_, n) =>
      `${(n % 28) + 1}.${(n % 12) + 1}.19${60 + (n % 30)};Importa Nummer${n} Drepensen;1.2.20${10 + (n % 10)};Kari Drepekoordinator;1.2.20${10 + (n % 10)};1.1.2009`,
  ),
].join('\r\n');

/** Every person of the list who is found, page by page. */
async function found(worker: ApiClient): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
    const page = done(await worker.post(`/v1/person-searches?limit=100${after}`, { name: 'Importa' }));
    ids.push(...(page.persons as { subjectId: string }[]).map(({ subjectId }) => subjectId));
    next = page.next as string | undefined;
  }
  return ids;
}

describe('an import', () => {
  let program: Program;
  let worker: ApiClient;
  const start = async (dataDir?: string) => {
    program = await startProgram(dataDir === undefined ? {} : { dataDir });
    worker = await program.client('CASEWORKER');
  };
  const file = { raw: list, headers: { 'content-type': 'text/csv' } };
  const rehearse = async () => done(await worker.post('/v1/import-rehearsals', undefined, file));
  const one = async (importId: string) =>
    (
      done(await worker.get('/v1/imports')).imports as {
        importId: string;
        rowsTaken: number;
        status: string;
      }[]
    ).find((each) => each.importId === importId);

  it(`of ${count} rows that is killed half-way is there once each when it is taken in again, and none of it when it is taken back`, async () => {
    await start();
    const { readAfter } = done(
      await worker.post('/v1/parties', { kind: 'STAFF', name: 'Kari Drepekoordinator', unit: 'HOME_CARE' }),
    );
    await eventually(async () => done(await worker.get(`/v1/staff?readAfter=${readAfter}`)));
    const { importId, recorded } = await rehearse();
    expect(recorded).toBe(count);
    done(await worker.post(`/v1/imports/${importId}`, undefined, file));
    await eventually(async () => expect((await one(importId))?.rowsTaken).toBeGreaterThan(count / 4), {
      timeoutMs: 120_000,
      everyMs: 5,
    });
    await program.kill('SIGKILL');
    await start(program.dataDir);
    const halfway = await one(importId);
    expect(halfway).toMatchObject({ status: 'BEGUN' });
    expect(halfway?.rowsTaken).toBeLessThan(count);

    expect(await rehearse()).toMatchObject({ importId, status: 'BEGUN', faulty: 0 });
    done(await worker.post(`/v1/imports/${importId}`, undefined, file));
    await eventually(async () => expect(await one(importId)).toMatchObject({ status: 'COMPLETED' }), {
      timeoutMs: 240_000,
      everyMs: 100,
    });
    const ids = await eventually(async () => {
      const all = await found(worker);
      expect(all).toHaveLength(count);
      return all;
    });
    for (const id of ids.filter((_, n) => n % 10 === 0)) {
      const { plans, appointments } = done(await worker.get(`/v1/subjects/${id}/coordination`));
      expect([plans.length, appointments.length]).toEqual([1, 1]);
    }
    expect(await rehearse()).toMatchObject({ recorded: 0, already: count, faulty: 0 });

    done(await worker.post(`/v1/imports/${importId}/take-back`, { reason: 'Feil ark.' }));
    await eventually(async () => expect(await one(importId)).toMatchObject({ status: 'TAKEN_BACK' }), {
      timeoutMs: 240_000,
      everyMs: 100,
    });
    await eventually(async () => expect(await found(worker)).toEqual([]));
    const { entries } = done(await worker.get(`/v1/subjects/${ids[0]}/trail`));
    expect((entries as { type: string }[]).map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'SubjectRegistered',
        'PlanStarted',
        'CoordinatorAppointed',
        'RecordedInErrorMarked',
      ]),
    );
  }, 900_000);

  it('is rehearsed, taken in and taken back from the command line too', async () => {
    const path = join(newFolder(), 'ark.csv');
    writeFileSync(
      path,
      'Født;Navn;IP startet;Samtykke\n2.3.1991;Linja Kommandosen;1.2.2021;1.1.2021\n9.9.1999;;;\n',
    );
    const env = { DATA_DIR: program.dataDir };
    const run = (...args: readonly string[]) => cli(['import', ...args, '--municipality', '1576'], env);
    const tried = await run(path, '--dry-run');
    expect(tried.stdout).toContain('row 2: a new person, consent given 2021-01-01, plan started 2021-02-01');
    expect(tried.stderr).toContain('row 3: ');
    expect(tried.stdout).toContain('1 rows recorded, 0 already there, 1 faulty.');
    const taken = await run(path);
    const [, importId = ''] = /The import is (\S+)\.$/m.exec(taken.stdout) ?? [];
    expect((await run(path)).stdout).toContain('0 rows recorded, 1 already there, 1 faulty.');
    const back = await run('--take-back', importId, '--reason', 'Feil ark.');
    expect(back.stdout).toContain('The import is taken back: 3 entries');
  }, 240_000);
});
