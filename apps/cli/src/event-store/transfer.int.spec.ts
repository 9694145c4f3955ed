import { jest } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binaryEvent, EventStoreDBClient, jsonEvent, StreamDeletedError } from '@eventstore/db-client';
import { scavengeEventStore, startEmbeddedEventStore, type EmbeddedEventStore } from '#embedded-eventstore';
import {
  type BytesEvent,
  connectEventStore,
  openBulkAppender,
  proposedAsIs,
} from '#event-sourcing/eventstoredb/index';
import { type MovedEvent, readExport } from './export-file.js';
import { ImportSender } from './import-sender.js';
import { importSteps, type Step } from './import-steps.js';
import { importStream, importUnderWay, marked } from './import-mark.js';
import { RawLog } from './raw-log.js';
import { inWords, Tally } from './tally.js';
import { exportLog, importLog } from './transfer.js';
import { rounds } from '../../../../test/support/rounds.js';

let root: string;
const nodes: EmbeddedEventStore[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'transfer-'));
});

afterEach(async () => {
  for (const node of nodes.splice(0)) await node.close();
  rmSync(root, { recursive: true, force: true });
});

async function start(name: string): Promise<string> {
  const node = await startEmbeddedEventStore({ dataDir: join(root, name) });
  nodes.push(node);
  return node.connectionString;
}

async function stop(): Promise<void> {
  await nodes.pop()?.close();
}

/** What a log can hold, in an order that a sort would break. */
async function fill(url: string): Promise<void> {
  const client = EventStoreDBClient.connectionString(url);
  const note = (n: number) =>
    jsonEvent({ type: 'Noted', data: { n, text: 'Ærlig talt 🐢' }, metadata: { by: 'Prøve' } });
  await client.appendToStream('b', [note(1), note(2)]);
  await client.appendToStream('a', [note(3)]);
  await client.appendToStream('b', [note(4)]);
  await client.appendToStream('båt og 船', [
    binaryEvent({ type: 'Bytes', data: Buffer.from([0, 255, 254, 10, 13]), metadata: Buffer.from([200, 0]) }),
    binaryEvent({ type: 'Empty', data: Buffer.alloc(0) }),
  ]);
  await client.setStreamMetadata('b', { maxCount: 2, cacheControl: 7, own: 'kept' });
  await client.appendToStream('gone', [note(5), note(6)]);
  await client.deleteStream('gone');
  await client.appendToStream('gone', [note(7), note(8)]);
  await client.appendToStream('described', [note(5)]);
  await client.deleteStream('described');
  await client.setStreamMetadata('described', { own: 'late' });
  await client.appendToStream('described', [note(6)]);
  await client.appendToStream('twice', [note(5)]);
  await client.deleteStream('twice');
  await client.deleteStream('twice');
  await client.appendToStream('ended', [note(9)]);
  await client.tombstoneStream('ended');
  await client.appendToStream(
    'many',
    Array.from({ length: 600 }, (_, n) => note(n)),
  );
  await client.dispose();
}

/** JSON that another program wrote in its own way: its bytes are not what JSON.stringify makes of it. */
async function appendOddJson(url: string): Promise<void> {
  const appender = await openBulkAppender(url);
  const event = (revision: number, text: string): BytesEvent => ({
    id: `0f8fad5b-d9cb-469f-a165-70867728950${revision}`,
    type: 'Odd',
    isJson: true,
    data: Buffer.from(text),
    metadata: Buffer.from('{ }'),
  });
  const events = proposedAsIs([event(0, '{ "n": 1.0,\n "long": 9223372036854775807 }'), event(1, 'no JSON')]);
  await appender.append([{ stream: 'odd', expected: 'no_stream', events }]);
  await appender.close();
}

async function contents(url: string): Promise<MovedEvent[]> {
  const log = new RawLog(url);
  const events: MovedEvent[] = [];
  for await (const event of log.readAll()) if (event.stream !== importStream) events.push(event);
  await log.close();
  return events;
}

/** Ids that the server itself gives: to a tombstone, and to metadata that it writes of a stream that was deleted before. */
const written = new Set(['$$gone@1', '$$described@2', '$$twice@1']);
function withoutServersIds(events: readonly MovedEvent[]): unknown[] {
  const all = events.map((event) => ({ ...event, data: event.data.toString('base64') }));
  return all.map(({ id, ...event }) =>
    event.type === '$streamDeleted' || written.has(`${event.stream}@${event.revision}`)
      ? event
      : { id, ...event },
  );
}

describe('a log that is exported and imported', () => {
  it('B8 says that it began, and, once it has, that it ended', async () => {
    const from = await start('from');
    await appendOddJson(from);
    const file = join(root, 'log.ndjson');
    await exportLog(from, file);
    const to = await start('to');
    const store = connectEventStore(to);
    const broken = () => Promise.reject(new Error('broken off'));
    await expect(marked(to, { events: 2, isWhole: false }, broken)).rejects.toThrow('broken off');
    expect(await importUnderWay(store)).toContain('did not end');
    await importLog(to, file);
    expect(await importUnderWay(store)).toBeUndefined();
    expect((await store.history(importStream)).events).toHaveLength(2);
    await importLog(to, file);
    expect((await store.history(importStream)).events).toHaveLength(2);
    await store.close();
  });

  it('has the same events in the same order, with their ids, revisions and bytes', async () => {
    const [from, to] = [await start('from'), await start('to')];
    await fill(from);
    await appendOddJson(from);
    const file = join(root, 'log.ndjson');
    const before = await contents(from);
    expect(await exportLog(from, file, { all: true })).toBe(before.length);
    expect(await importLog(to, file)).toEqual({ events: before.length, placeholders: 0, before: 0 });
    expect(withoutServersIds(await contents(to))).toEqual(withoutServersIds(before));

    const client = EventStoreDBClient.connectionString(to);
    const visible: string[] = [];
    for await (const { event } of client.readStream('b')) visible.push(String(event?.revision));
    expect(visible).toEqual(['1', '2']);
    await expect(client.appendToStream('ended', [jsonEvent({ type: 'Noted', data: {} })])).rejects.toThrow(
      StreamDeletedError,
    );
    await client.dispose();

    const back = join(root, 'back.ndjson');
    await exportLog(to, back, { all: true });
    const again = await start('again');
    await importLog(again, back);
    expect(withoutServersIds(await contents(again))).toEqual(withoutServersIds(before));
  });

  it('keeps revisions where a scavenge took events away', async () => {
    await fill(await start('from'));
    await stop();
    await scavengeEventStore(join(root, 'from'));
    const from = await start('from');
    const file = join(root, 'log.ndjson');
    await exportLog(from, file, { all: true });
    const to = await start('to');
    const { placeholders } = await importLog(to, file);
    const kept = (await contents(to)).filter(({ type }) => type !== 'Scavenged');
    expect(placeholders).toBeGreaterThan(0);
    expect(withoutServersIds(kept)).toEqual(withoutServersIds(await contents(from)));
  });

  it('goes into no log that holds anything else, and never over another file', async () => {
    const [from, other] = [await start('from'), await start('other')];
    await fill(from);
    const file = join(root, 'log.ndjson');
    await exportLog(from, file, { all: true });
    await appendOddJson(other);
    await expect(importLog(other, file)).rejects.toThrow(
      'behind 0 events it has event 0 of odd, where the file has event 0 of b',
    );
    await appendOddJson(from);
    await expect(importLog(from, file)).rejects.toThrow('event 0 of odd stands behind it');
    await expect(exportLog(from, file, { all: true })).rejects.toThrow('is there already');
  });

  it('B19 leaves what others keep in the same event store where it is', async () => {
    const [from, to] = [await start('from'), await start('to')];
    const client = EventStoreDBClient.connectionString(from);
    const ours = (n: number) => jsonEvent({ type: 'Ours', data: { n } });
    await fill(from);
    await client.appendToStream('case-1576.a', [ours(1)]);
    await client.setStreamMetadata('case-1576.a', { own: 'kept' });
    await appendOddJson(from);
    await client.appendToStream('log-samspor', [ours(2)]);
    await client.dispose();
    const file = join(root, 'log.ndjson');
    expect(await exportLog(from, file)).toBe(3);

    await appendOddJson(to);
    expect(await importLog(to, file)).toEqual({ events: 3, placeholders: 0, before: 0 });
    expect((await contents(to)).map(({ stream }) => stream)).toEqual([
      'odd',
      'odd',
      'case-1576.a',
      '$$case-1576.a',
      'log-samspor',
    ]);
    expect(await importLog(to, file)).toMatchObject({ before: 3 });
  });

  it('E15 goes on where an import was broken off, wherever that was', async () => {
    const from = await start('from');
    await fill(from);
    const file = join(root, 'log.ndjson');
    const all = await exportLog(from, file, { all: true });
    const steps: Step[] = [];
    for await (const step of importSteps(readExport(file))) steps.push(step);
    const choice = fc.integer({ min: 0, max: all });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(choice, async (cut) => {
        const to = await start(`to-${(number += 1)}`);
        const [appender, log] = [await openBulkAppender(to), new RawLog(to)];
        const sender = new ImportSender(appender, log);
        for (const step of steps.slice(0, cut)) await sender.do(step);
        await sender.finish();
        await log.close();
        await appender.close();
        const stood = (await contents(to)).length;
        expect(await importLog(to, file)).toEqual({ events: all, placeholders: 0, before: stood });
        expect(withoutServersIds(await contents(to))).toEqual(withoutServersIds(await contents(from)));
        expect(await importLog(to, file)).toMatchObject({ before: all });
        await stop();
      }),
      { numRuns: rounds(60), examples: [[0], [8], [all - 1]] },
    );
  });

  it('E15 tells how far it has come and how long it takes', () => {
    const said: string[] = [];
    jest.useFakeTimers({ now: 0 });
    try {
      const tally = new Tally('appending', 2_560, (told) => said.push(inWords(told)));
      for (let block = 1; block <= 10; block += 1) {
        jest.setSystemTime(block * 512);
        for (let event = 0; event < 256; event += 1) tally.count({});
      }
    } finally {
      jest.useRealTimers();
    }
    expect(said).toEqual([
      'appending: 512 events, 500/s, 4 s left',
      'appending: 1024 events, 500/s, 3 s left',
      'appending: 1536 events, 500/s, 2 s left',
      'appending: 2048 events, 500/s, 1 s left',
      'appending: 2560 events, 500/s, 0 s left',
    ]);
  });

  it.each([
    ['is cut', (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1), 'is not whole'],
    ['lacks an event', (text: string) => text.split('\n').toSpliced(2, 1).join('\n'), 'is not whole'],
    ['holds something else', () => '{"a":1}\n', 'is no export'],
    ['holds a broken line', (text: string) => text.replace('"revision":"1"', '"revision":-1'), 'Line 3'],
  ])('is refused when its file %s, before anything is written', async (_, change, message) => {
    const from = await start('from');
    await appendOddJson(from);
    const file = join(root, 'log.ndjson');
    await exportLog(from, file, { all: true });
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const to = await start('to');
    await expect(importLog(to, file)).rejects.toThrow(message);
    expect(await contents(to)).toEqual([]);
  });
});
