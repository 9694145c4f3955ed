import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStore } from './event-store.js';
import { EventLog } from './log/event-log.js';

let folder: string;
let store: EventStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  store = new EventStore(EventLog.open({ folder, durable: false, log: () => undefined }));
});

afterEach(async () => {
  await store.log.close();
  rmSync(folder, { recursive: true });
});

const event = (text = '{}') => ({
  id: randomUUID(),
  type: 'Noted',
  isJson: true,
  metadata: Buffer.alloc(0),
  data: Buffer.from(text),
});

describe('a tombstone that is on its way to the disk', () => {
  it.each(['ended', '$$ended', '$$$$ended'])('lets nothing more into %s', async (stream) => {
    await store.append('ended', 'any', [event()]);
    const [tombstone, append] = await Promise.all([
      store.tombstone('ended', 'any'),
      store.append(stream, 'any', [event()]),
    ]);
    expect(tombstone).toMatchObject({ outcome: 'success' });
    expect(append).toEqual({ outcome: 'stream-deleted' });
  });
});

describe('stream metadata', () => {
  it.each([
    ['$maxCount', 2, 3],
    ['$maxCount', 2.5, 0],
    ['$maxCount', 0, 0],
    ['$maxCount', -1, 0],
    ['$maxCount', 1e300, 0],
    ['$maxCount', '2', 0],
    ['$maxAge', 0, 0],
    ['$maxAge', 60, 0],
    ['$tb', 2, 2],
    ['$tb', 0, 0],
    ['$tb', 2.5, 0],
    ['$tb', -1, 0],
    ['$tb', 2 ** 60, 5],
  ])('with a %s of %p shows revisions from %i', async (name, value, first) => {
    await store.append(
      'described',
      'any',
      Array.from({ length: 5 }, () => event()),
    );
    await store.append('$$described', 'any', [event(JSON.stringify({ [name]: value }))]);
    expect(store.firstVisible('described')).toBe(first);
    expect(store.metadataOf('described').softDeleted).toBe(false);
  });
});
