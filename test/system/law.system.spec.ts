// @long
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { done, Procedure } from '../api/procedure.js';
import { inDays } from '../support/days.js';
import { cli, newFolder, type Program, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 180_000);
afterAll(() => program?.kill());

describe('a change of the law, by command', () => {
  it('is rehearsed, adopted by the number that was seen, and set in the cases that run', async () => {
    const worker = await program.client('CASEWORKER');
    const steps = new Procedure(worker);
    const { caseId } = await steps.granted();
    const sent = { recipients: ['SUBJECT'], channel: 'LETTER', notifiedOn: inDays(-10) };
    done(await worker.post(`/v1/cases/${caseId}/decision/notification`, sent));

    const file = join(newFolder(), 'six-weeks.json');
    const version = { rule: 'COMPLAINT_PBRL', version: '2', validFrom: inDays(1), period: 'P6W' };
    writeFileSync(file, JSON.stringify(version));
    const municipality = '1576';
    const law = (what: string, ...more: readonly string[]) =>
      cli(['law', what, file, '--municipality', municipality, ...more], { DATA_DIR: program.dataDir });

    const rehearsed = await law('rehearse');
    expect(rehearsed).toMatchObject({ code: 0, stderr: '' });
    expect(rehearsed.stdout).toMatch(/\tCOMPLAINT_PBRL \(.*\tright\tgoes by it\n/);
    expect(rehearsed.stdout).toMatch(/^1 case looked at\. .*: 1 deadline, of these 1 complaint right, /m);
    expect(rehearsed.stdout).toMatch(/Nothing was recorded\.\n$/);

    expect(await law('adopt')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Nothing was adopted\. To adopt it, say so: --otherwise 1\n$/),
    });
    expect(await law('adopt', '--otherwise', '5')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('otherwise is 1'),
    });
    expect(await law('adopt', '--otherwise', '1', '--document', 'Rundskriv')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('has adopted version 2 of COMPLAINT_PBRL'),
    });
    await eventually(async () => {
      const { deadlines } = done(await worker.get('/v1/deadlines?rule=COMPLAINT_PBRL&limit=200'));
      expect(deadlines).toMatchObject([{ caseId, reasonCode: 'RULE_VERSION' }]);
    });
    expect(await law('rehearse')).toMatchObject({ code: 0 });
  }, 180_000);
});
