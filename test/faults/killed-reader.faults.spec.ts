import { done } from '../api/procedure.js';
import { cli, type Program, startProgram } from '../support/program.js';
import { someOf } from '../support/rounds.js';
import { eventually } from '../support/wait.js';

/** After so many answers the program is killed, with others under way. */
const moments = [1, 8, 30, 90];
const readers = 12;

interface Entry {
  readonly role: unknown;
}

describe('readings under way when the program is killed', () => {
  it('are each in the log if they were answered, and the log is whole', async () => {
    let program: Program = await startProgram();
    const { dataDir } = program;
    /** Whom somebody was shown. */
    const answered = new Set<string>();
    for (const moment of someOf(moments, 2, 0)) {
      const worker = await program.client('CASEWORKER');
      const persons: string[] = [];
      let readAfter = '';
      for (let nth = 0; nth < readers; nth += 1) {
        const person = done(await worker.post('/v1/subjects', { givenName: 'Testine', familyName: 'Lesen' }));
        persons.push(String(person.subjectId));
        readAfter = String(person.readAfter);
      }
      done(await worker.get(`/v1/subjects/${persons[0]}?readAfter=${readAfter}`));
      let isOver = false;
      let answers = 0;
      const reading = persons.map(async (subjectId) => {
        while (!isOver) {
          const answer = await worker.get(`/v1/subjects/${subjectId}`).catch(() => undefined);
          if (answer?.status === 200) {
            answered.add(subjectId);
            answers += 1;
          }
          if (answer === undefined) return;
        }
      });
      await eventually(async () => expect(answers).toBeGreaterThanOrEqual(moment), {
        everyMs: 2,
        timeoutMs: 60_000,
      });
      await program.kill('SIGKILL');
      isOver = true;
      await Promise.all(reading);
      program = await startProgram({ dataDir });

      expect(await cli(['access-log', 'check'], { DATA_DIR: dataDir })).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('all as they were written'),
      });
      const leader = await program.client('LEADER');
      const shown = new Set<string>();
      for (const subjectId of answered) {
        const { entries } = done(await leader.get(`/v1/subjects/${subjectId}/access-log?limit=200`)) as {
          readonly entries: readonly Entry[];
        };
        if (entries.some(({ role }) => JSON.stringify(role).includes('CASEWORKER'))) shown.add(subjectId);
      }
      expect([...answered].filter((one) => !shown.has(one))).toEqual([]);
    }
    // Something was answered before it was killed, or nothing is shown by this.
    expect(answered.size).toBeGreaterThan(0);
    await program.kill();
  }, 600_000);
});
