// @core
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Program, startProgram } from '../support/program.js';
import { Shell } from '../support/shell.js';
import { notAnswered, shownSteps } from '../support/shown-answer.js';
import { eventually } from '../support/wait.js';

const steps = shownSteps(readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8'));
const address = 'http://127.0.0.1:3000';

/** Each step's answer, for somebody who sits down to type them. */
async function take({ url, dataDir, request, token }: Program): Promise<readonly string[]> {
  const shell = new Shell();
  const answers: string[] = [];
  const worker = await token('CASEWORKER');
  for (const { commands } of steps) {
    const answer = await shell.run(commands.replace(address, url).replace('.data/', `${dataDir}/`));
    answers.push(answer);
    // A busy machine may answer the next query with "later": only patience differs from somebody who types.
    const [, readAfter] = /"readAfter":"([\w-]+)"(?![^]*"readAfter")/.exec(answer) ?? [];
    if (readAfter === undefined) continue;
    await eventually(async () => {
      for (const path of ['/v1/cases', '/v1/coordination', '/v1/tasks']) {
        const { status } = await request('GET', `${path}?readAfter=${readAfter}`, { token: worker });
        expect([path, status]).toEqual([path, 200]);
      }
    });
  }
  await shell.end();
  return answers;
}

describe('the tour in README', () => {
  const taken: (readonly string[])[] = [];

  beforeAll(async () => {
    const program = await startProgram();
    taken.push(await take(program), await take(program));
  }, 180_000);

  it('talks to the address that the program says when it is ready', () => {
    expect(steps.filter(({ commands }) => commands.includes(address))).toHaveLength(1);
    expect(steps.length).toBeGreaterThan(15);
  });

  describe.each([
    { title: 'is answered as shown', time: 0 },
    { title: 'E10 is answered the same a second time on the same data', time: 1 },
  ])('$title', ({ time }) => {
    it.each(
      steps.map(({ commands, answer }, place) => ({ place, line: commands.split('\n')[0], shown: answer })),
    )('at step $place: $line', ({ place, shown }) => {
      const answer = taken[time]?.[place] ?? '';
      expect({ notAnswered: notAnswered(shown, answer), answer }).toEqual({ notAnswered: undefined, answer });
    });
  });
});
