// @long
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { cli, newFolder, startCli } from '../support/program.js';

const root = join(import.meta.dirname, '../..');

/** Runs the node as an operator does, for as long as the work takes. */
async function withNode(data: string, work: (client: EventStoreDBClient) => Promise<void>): Promise<void> {
  const { child, stopped } = startCli(['eventstore', '--port', '0', '--data', data]);
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const [connectionString] = (await once(lines, 'line')) as [string];
  const client = EventStoreDBClient.connectionString(connectionString);
  await work(client);
  await client.dispose();
  const second = await cli(['eventstore', '--port', '0', '--data', data]);
  expect(second).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is in use by another event store node'),
  });
  child.kill('SIGTERM');
  expect(await stopped).toMatchObject({ code: 0 });
}

const noted = (n: number) => jsonEvent({ type: 'Noted', data: { n } });

describe('samspor eventstore', () => {
  it('runs a node, checks it, takes hidden events away, and moves the rest', async () => {
    const data = newFolder();
    await withNode(data, async (client) => {
      await client.appendToStream('kept', [noted(0), noted(1)]);
      await client.appendToStream('counted', [noted(0), noted(1), noted(2)]);
      await client.setStreamMetadata('counted', { maxCount: 1 });
    });
    expect(await cli(['eventstore', 'check', '--data', data])).toMatchObject({
      code: 0,
      stdout:
        '6 events in 3 commits and 1 segments: sound.\n0 events in 0 streams: nothing waits for anybody.\n',
    });
    expect(await cli(['eventstore', 'scavenge', '--data', data])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Removed 2 events, \d+ bytes\. 4 events are left\.\n$/),
    });
    expect(await cli(['eventstore', 'check', '--data', data])).toMatchObject({ code: 0 });

    const file = join(newFolder(), 'log.ndjson');
    expect(await cli(['eventstore', 'export', '--all', '--data', data, file])).toMatchObject({
      code: 0,
      stdout: `Exported 4 events to ${file}.\n`,
    });
    const other = newFolder();
    expect(await cli(['eventstore', 'import', '--data', other, file])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Imported 4 events'),
    });
    // The log holds the file already: nothing is appended a second time.
    expect(await cli(['eventstore', 'import', '--data', other, file])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('6 events were there from an earlier attempt.'),
    });
    await withNode(other, async (client) => {
      const seen: unknown[] = [];
      for await (const { event } of client.readStream('counted')) seen.push([event?.revision, event?.data]);
      expect(seen).toEqual([[2n, { n: 2 }]]);
    });

    const [segment = ''] = readdirSync(data).filter((name) => name.endsWith('.segment'));
    const bytes = readFileSync(join(data, segment));
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(join(data, segment), bytes);
    expect(await cli(['eventstore', 'check', '--data', data])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^\d{16}\.segment at offset \d+: .*\n.* damaged\.\n$/),
    });
  }, 120_000);
});

describe('samspor eventstore check', () => {
  it('B8 tells of what Samspor could not read, of what is not whole, and of an import that did not end', async () => {
    const data = newFolder();
    await withNode(data, async (client) => {
      await client.appendToStream('case-1576.a', binaryEvent({ type: 'CaseClosed', data: Buffer.from([0]) }));
      await client.appendToStream('case-1576.b', noted(0));
      await client.appendToStream('case-1576.c', noted(0));
      await client.tombstoneStream('case-1576.c');
      await client.appendToStream('case-of-beer', noted(0));
      await client.appendToStream(
        'transfer-samspor',
        jsonEvent({ type: 'ImportBegan', data: { events: 7 } }),
      );
    });
    const { code, stdout } = await cli(['eventstore', 'check', '--data', data]);
    expect(code).toBe(1);
    for (const told of [
      /^case-1576\.a: .* holds no JSON object/m,
      /^case-1576\.b: Noted .* does not know/m,
      /^case-1576\.c: .* was deleted for ever/m,
      /^case-of-beer \(noted\): .* none of Samspor's/m,
      /3 streams are set aside/,
      /An import into this event store did not end/,
    ]) {
      expect(stdout).toMatch(told);
    }
  }, 120_000);
});

describe('the node in a thread of its own', () => {
  it('serves, refuses a folder that is taken, and tells its host when the thread ends by itself', async () => {
    const library = pathToFileURL(join(root, 'dist/libs/embedded-eventstore/src/index.js')).href;
    const host = `
      import { startEmbeddedEventStoreWorker } from ${JSON.stringify(library)};
      const node = await startEmbeddedEventStoreWorker({ dataDir: process.argv[2] });
      console.log(node.connectionString);
      await startEmbeddedEventStoreWorker({ dataDir: process.argv[2] }).catch((error) => console.log(error.message));
      process.stdin.once('data', () => new BroadcastChannel('end').postMessage('now'));
      console.log((await node.failed).message);
      process.exit();`;
    const endsWhenTold = `data:text/javascript,
      import { isMainThread } from 'node:worker_threads';
      const end = new BroadcastChannel('end');
      end.unref();
      if (!isMainThread) end.onmessage = () => { throw new Error('the thread was told to end'); };`;
    const program = join(newFolder(), 'host.mjs');
    writeFileSync(program, host);
    const child = spawn(
      process.execPath,
      [`--import=${endsWhenTold.replaceAll('\n', '')}`, program, newFolder()],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const line = async (): Promise<string> => String((await lines.next()).value);
    const client = EventStoreDBClient.connectionString(await line());
    expect(await client.appendToStream('served', [noted(0)])).toMatchObject({ success: true });
    expect(await line()).toContain('is in use by another event store node');
    await client.dispose();
    child.stdin.write('end\n');
    expect(await line()).toBe('the thread was told to end');
    await once(child, 'exit');
  });
});
