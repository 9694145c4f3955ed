import { randomUUID } from 'node:crypto';
import { done } from '../api/procedure.js';
import { cli, type Program, startProgram } from '../support/program.js';
import { someOf } from '../support/rounds.js';

/** How long after the request the program is killed, in milliseconds. */
const moments = [2, 8, 20, 50, 120, 300];

interface Listed {
  readonly reportId: string;
  readonly from: string;
  readonly frozen: Readonly<Record<string, unknown>> | null;
}

describe('figures of a report', () => {
  it('that are being frozen when the program is killed are frozen whole or not at all, and the same request freezes them (H11)', async () => {
    let program: Program = await startProgram();
    const frozen: string[] = [];
    for (const [round, moment] of someOf(moments, 2, 0).entries()) {
      const leader = await program.client('LEADER');
      const worker = await program.client('CASEWORKER');
      done(await worker.post('/v1/subjects', { givenName: 'Testine', familyName: 'Drepesen' }));
      const period = { from: `${2015 + round}-01-01`, to: `${2016 + round}-01-01`, blockFrom: 2015 };
      const { reportId } = done(await leader.post('/v1/reports', period));
      const key = { headers: { 'idempotency-key': randomUUID() } };
      const freezing = leader.post(`/v1/reports/${reportId}/figures`, {}, key).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, moment));
      await program.kill('SIGKILL');
      await freezing;

      program = await startProgram({ dataDir: program.dataDir });
      const after = await program.client('LEADER');
      const reports = done(await after.get('/v1/reports')).reports as readonly Listed[];
      expect(reports.map(({ from }) => from)).toContain(period.from);
      const there = done(await after.get(`/v1/reports/${reportId}`)).report as Listed;
      if (there.frozen !== null) {
        expect(Object.values(there.frozen)).not.toContain(null);
      }
      const answer = done(await after.post(`/v1/reports/${reportId}/figures`, {}, key));
      expect(answer).toMatchObject({ reportId });
      const twice = await after.post(`/v1/reports/${reportId}/figures`, {});
      expect(twice).toMatchObject({ status: 409, body: { type: 'report/already-frozen' } });
      frozen.push(reportId);
      for (const id of frozen) {
        const rebuilt = done(await after.get(`/v1/reports/${id}/rebuild?readAfter=${answer.readAfter}`));
        expect(rebuilt).toMatchObject({ isSame: true, differences: [] });
      }
    }
    await program.kill();
    const env = { DATA_DIR: program.dataDir };
    for (const id of frozen) {
      const { stdout } = await cli(['report', 'rebuild', '--municipality', '1576', '--report', id], env);
      expect(stdout.match(/the same bytes/g)).toHaveLength(3);
    }
  }, 600_000);
});
