import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from './start.js';

let folder: string;
let node: EmbeddedEventStore;
let client: EventStoreDBClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'damaged-events-'));
  await withNode(async () => {
    const events = Array.from({ length: 150 }, (_, n) =>
      jsonEvent({ type: 'Noted', data: { text: `n${n};` } }),
    );
    await client.appendToStream('noted', events);
  });
  const [segment = ''] = readdirSync(folder).filter((name) => name.endsWith('.segment'));
  const path = join(folder, segment);
  const bytes = readFileSync(path);
  bytes.write('N', bytes.indexOf('n100;'));
  writeFileSync(path, bytes);
  await start();
});

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  node = await startEmbeddedEventStore({ dataDir: folder, log: () => undefined });
  client = EventStoreDBClient.connectionString(node.connectionString);
}

async function stop(): Promise<void> {
  await client.dispose();
  await node.close();
}

async function withNode(work: () => Promise<void>): Promise<void> {
  await start();
  await work();
  await stop();
}

describe('events before a damaged one', () => {
  it.each([
    ['a read of the stream', () => client.readStream('noted')],
    ['a read of $all', () => client.readAll()],
    ['a subscription to the stream', () => client.subscribeToStream('noted')],
    ['a subscription to $all', () => client.subscribeToAll()],
    [
      'a subscription with checkpoints',
      () => client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['noted'], maxSearchWindow: 7 }) }),
    ],
    ['a read that resolves links', () => client.readStream('noted', { resolveLinkTos: true })],
  ])('arrive by %s, which then fails with the place of the damage', async (_, open) => {
    const seen: unknown[] = [];
    let failure: unknown;
    try {
      for await (const { event } of open()) seen.push(event?.data);
    } catch (error) {
      failure = error;
    }
    expect(seen).toEqual(Array.from({ length: 100 }, (__, n) => ({ text: `n${n};` })));
    expect(String(failure)).toMatch(
      /15 DATA_LOSS: The event in segment \d+\.segment at offset \d+ is damaged/,
    );
  });
});
