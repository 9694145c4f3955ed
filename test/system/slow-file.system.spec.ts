import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Program, startProgram } from '../support/program.js';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
}, 180_000);
afterAll(() => program?.kill());

describe('a file that takes long to read', () => {
  it('keeps nobody waiting: others are answered while it is read, and it is refused', async () => {
    const worker = await program.client('CASEWORKER');
    const row = `1.1.1970;${Array<string>(20).fill(`"x"`).join(`;`)}`;
    const sending = request(`${program.url}/v1/import-rehearsals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${worker.token}`, 'content-type': 'text/csv' },
    });
    let refusal: IncomingMessage | undefined;
    const refused = once(sending, 'response').then(([answer]) => (refusal = answer as IncomingMessage));
    const list = ['Født;Navn', ...Array<string>(100_001).fill(row)].join('\r\n');
    sending.end(list);
    await once(sending, 'finish');
    let others = 0;
    while (refusal === undefined) {
      expect((await worker.get('/v1/imports')).status).toBe(200);
      others += 1;
    }
    // While a thread reads, it answers nobody: but for one or two who came before.
    expect(others).toBeGreaterThan(10);
    const answer = await refused;
    expect(answer.statusCode).toBe(422);
    expect(JSON.parse(await text(answer))).toMatchObject({ type: 'unreadable-file' });
  }, 120_000);
});
