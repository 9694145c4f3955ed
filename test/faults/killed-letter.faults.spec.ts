import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { done, Procedure } from '../api/procedure.js';
import { newFolder, type Program, startProgram } from '../support/program.js';
import { someOf } from '../support/rounds.js';
import { eventually } from '../support/wait.js';

/** How long after the request the program is killed, in milliseconds. */
const moments = [2, 8, 20, 45, 90, 180];
const municipality = '1576';

describe('a letter that goes through the outbox', () => {
  it('lies there whole or not at all when the program is killed, the next start completes it, and what was fetched is not laid out again (F24)', async () => {
    const outbox = join(newFolder(), 'letters');
    const at = join(outbox, municipality);
    const env = { LETTER_OUTBOX: outbox };
    const names = () => (existsSync(at) ? readdirSync(at).filter((name) => /\.(pdf|json)$/.test(name)) : []);
    const isWholePdf = (name: string) => {
      const bytes = readFileSync(join(at, name)).toString('latin1');
      return bytes.startsWith('%PDF-') && bytes.trimEnd().endsWith('%%EOF');
    };
    let program: Program = await startProgram({ env });
    const leader = await program.client('LEADER', municipality);
    done(
      await leader.post('/v1/contact-cards', {
        contactFunction: 'Koordinerende enhet',
        telephone: '(telefon)',
        postalAddress: 'Postboks 1, 0000 Eksempelby',
      }),
    );
    for (const moment of someOf(moments, 2, 0)) {
      const worker = await program.client('CASEWORKER', municipality);
      const steps = new Procedure(worker);
      const caseId = await steps.application(await steps.person());
      const path = `/v1/cases/${caseId}`;
      const letter = {
        template: 'receipt',
        recipient: 'SUBJECT',
        texts: [{ field: 'case.expectedOn', text: '2026-04-01' }],
      };
      const { digest } = done(await worker.post(`${path}/letters/preview`, letter));
      const { letterId } = done(await worker.post(`${path}/letters`, { ...letter, digest }));
      const sending = { channel: 'LETTER', throughOutbox: true };
      const { dispatchId } = done(await worker.post(`${path}/letters/${letterId}/dispatch`, sending));
      await new Promise((resolve) => setTimeout(resolve, moment));
      await program.kill('SIGKILL');
      expect(names().filter((name) => name.endsWith('.pdf') && !isWholePdf(name))).toEqual([]);

      program = await startProgram({ dataDir: program.dataDir, env });
      const [pdf, cover] = [`${dispatchId}.pdf`, `${dispatchId}.json`];
      await eventually(() => expect(names().toSorted()).toEqual([cover, pdf].toSorted()));
      expect(isWholePdf(pdf)).toBe(true);
      expect(JSON.parse(readFileSync(join(at, cover), 'utf8'))).toMatchObject({
        version: 1,
        municipality,
        letterId,
        dispatchId,
        file: pdf,
        matter: 'RECEIPT',
        channel: 'LETTER',
        recipient: 'SUBJECT',
        receiver: 'Testine Prøvesen',
      });
      expect([at, join(at, pdf), join(at, cover)].map((one) => statSync(one).mode & 0o777)).toEqual([
        0o700, 0o600, 0o600,
      ]);
      const after = await program.client('CASEWORKER', municipality);
      expect(done(await after.get(path)).letters).toMatchObject([
        { dispatches: [{ dispatchId, throughOutbox: true }] },
      ]);
      // Whoever prints and posts has fetched it.
      for (const name of [pdf, cover]) rmSync(join(at, name));
      await eventually(() => expect(readdirSync(join(at, '.laid'))).toContain(dispatchId));
    }
    await program.kill('SIGKILL');
    program = await startProgram({ dataDir: program.dataDir, env });
    await eventually(async () => {
      const { body } = await program.request('GET', '/health/ready');
      expect(body.reactors).toContainEqual({ name: 'letter-outbox', state: 'RUNNING' });
    });
    expect(names()).toEqual([]);
    await program.kill();
  }, 240_000);
});
