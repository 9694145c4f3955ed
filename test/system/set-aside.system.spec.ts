// @long
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { Procedure } from '../api/procedure.js';
import { cli, startProgram } from '../support/program.js';
import { eventually } from '../support/wait.js';

describe('an operator whose log somebody else wrote to', () => {
  it('B1 finds the stream on the command line, takes note of it, and all goes on, also after another start', async () => {
    const { dataDir, client, kill } = await startProgram();
    const worker = await client('CASEWORKER');
    const steps = new Procedure(worker);
    const stream = `case-1576.${await steps.application(await steps.person())}`;
    const ended = `case-1576.${await steps.application(await steps.person())}`;
    const { eventStoreUrl } = JSON.parse(readFileSync(join(dataDir, 'runtime.json'), 'utf8')) as {
      readonly eventStoreUrl: string;
    };
    const admin = EventStoreDBClient.connectionString(eventStoreUrl);
    await admin.appendToStream(stream, binaryEvent({ type: 'CaseClosed', data: Buffer.from([0]) }));
    await admin.tombstoneStream(ended);
    await admin.appendToStream('reactor-basis-check', jsonEvent({ type: 'ReactorAdvanced', data: {} }));
    await admin.dispose();

    const samspor = (...args: readonly string[]) => cli(args, { DATA_DIR: dataDir });
    await eventually(async () => {
      const { stdout } = await samspor('projections', 'status');
      expect(stdout).toContain(`${stream}  set aside\n`);
      expect(stdout).toContain(`${ended}  set aside\n`);
      expect(stdout).not.toContain('HALTED');
    });
    const found = await samspor('eventstore', 'check');
    expect(found).toMatchObject({ code: 1, stdout: expect.stringContaining('2 streams are set aside') });
    expect(found.stdout).toMatch(/^ReactorAdvanced .* of reactor-basis-check is not believed/m);

    const note = (of: string) =>
      samspor('eventstore', 'take-note', '--stream', of, '--by', 'Testine Prøvesen', '--reason', 'Et forsøk');
    expect(await note(stream)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Passed over from now on: /),
    });
    expect(await note(ended)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Noted: the history of .* is not whole/),
    });
    expect(await note(stream)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nothing is wrong with'),
    });
    expect(await samspor('eventstore', 'check')).toMatchObject({ code: 0 });
    await eventually(async () => {
      const { body } = await worker.get('/health/ready');
      expect(body).toMatchObject({ status: 'ready', setAside: [] });
    });
    expect(await kill()).toMatchObject({ code: 0 });

    const again = await startProgram({ dataDir });
    const { body } = await (await again.client('CASEWORKER')).get('/health/ready');
    expect(body).toMatchObject({ status: 'ready', setAside: [] });
    expect(await again.kill()).toMatchObject({ code: 0 });
  }, 180_000);
});
