import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { done } from '../api/procedure.js';
import { type Program, startProgram } from '../support/program.js';
import { someOf } from '../support/rounds.js';

interface Entry {
  readonly entry: string;
  readonly gap: string | null;
}

/** How long after the request the program is killed, in milliseconds. */
const moments = [5, 20, 40, 80, 160, 320];

describe('a package for the county governor', () => {
  it('that is being closed when the program is killed is whole or not there, and the same request completes it', async () => {
    let program: Program = await startProgram();
    for (const moment of someOf(moments, 2, 0)) {
      const worker = await program.client('CASEWORKER', '1508');
      const { subjectId } = done(
        await worker.post('/v1/subjects', { givenName: 'Testine', familyName: 'Drepesen' }),
      );
      const said = {
        way: 'EMAIL',
        complainant: 'SUBJECT',
        matters: ['MISSING_ANSWER'],
        text: 'Ingen svarer.',
      };
      const { complaintId } = done(await worker.post('/v1/complaints', { ...said, subjectId }));
      const again = { outcome: 'UPHELD', decidedBy: 'KE', reason: 'Svar er på vei.' };
      const path = `/v1/complaints/${complaintId}`;
      const { readAfter } = done(await worker.post(`${path}/reconsideration`, again));
      const look = (body: object) => worker.post(`${path}/packages/preview?readAfter=${readAfter}`, body);
      const { index } = done(await look({})) as unknown as { index: readonly Entry[] };
      const explanations = index
        .filter(({ gap }) => gap !== null)
        .map(({ entry }) => ({ entry, text: 'Personen har ingen sak.' }));
      const { digest, pdf } = done(await look({ explanations }));
      const close = { explanations, digest };
      const key = { headers: { 'idempotency-key': randomUUID() } };
      const closing = worker.post(`${path}/packages`, close, key).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, moment));
      await program.kill('SIGKILL');
      await closing;

      program = await startProgram({ dataDir: program.dataDir });
      const after = await program.client('CASEWORKER', '1508');
      const kept = done(await after.get(path)).packages as readonly { packageId: string }[];
      expect(kept.length).toBeLessThanOrEqual(1);
      const closed = done(await after.post(`${path}/packages`, close, key));
      const all = done(await after.get(`${path}?readAfter=${closed.readAfter}`)).packages;
      expect(all).toMatchObject([{ packageId: closed.packageId }]);
      const { status, bytes } = await zipOf(
        program,
        after.token ?? '',
        `${path}/packages/${closed.packageId}`,
      );
      expect(status).toBe(200);
      const files = unzipSync(bytes);
      expect(Buffer.from(files['00-saken.pdf'] ?? []).toString('base64')).toBe(pdf);
    }
  }, 600_000);
});

async function zipOf(program: Program, token: string, path: string) {
  const response = await fetch(`${program.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}
