import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventStore } from '../event-store.js';
import { checkEventStore, scavengeEventStore } from '../maintenance.js';
import { readEventFrame } from '../wire/event-frame.js';
import { EventLog } from './event-log.js';
import { FolderInUse, lockFolder } from './folder-lock.js';

let root: string;
let folder: string;
const opened: EventLog[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'embedded-maintenance-'));
  folder = join(root, 'log');
});

afterEach(async () => {
  for (const log of opened.splice(0)) await log.close();
  rmSync(root, { recursive: true, force: true });
});

function open(segmentLength = 3000): EventStore {
  const log = EventLog.open({ folder, durable: true, log: () => undefined, segmentLength });
  opened.push(log);
  return new EventStore(log);
}

async function close(store: EventStore): Promise<void> {
  opened.splice(opened.indexOf(store.log), 1);
  await store.log.close();
}

const event = (text: string, type = 'Noted') => ({
  id: randomUUID(),
  type,
  isJson: true,
  metadata: Buffer.alloc(0),
  data: Buffer.from(text),
});

/** Every event of `$all` as it lies there. */
const all = ({ log }: EventStore): Buffer[] =>
  Array.from({ length: log.index.count }, (_, number) => log.frame(number));
const shown = (frame: Buffer): string => {
  const { stream, revision, data } = readEventFrame(frame);
  return `${stream}@${revision} ${Buffer.from(data).toString()}`;
};

/** Streams of every kind that hides events, with batches that are hidden in part, over several segments. */
async function fill(): Promise<EventStore> {
  const store = open();
  const anHourAgo = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
  for (let round = 0; round < 6; round += 1) {
    for (const stream of ['plain', 'counted', 'cut', 'soft', 'ended', 'old']) {
      await store.append(stream, 'any', [
        event(`${round}a`),
        event(`${round}b`, 'Other'),
        event(`${round}c`),
      ]);
    }
  }
  anHourAgo.mockRestore();
  const metadata = (stream: string, text: string) =>
    store.append(`$$${stream}`, 'any', [event(text, '$metadata')]);
  await metadata('counted', '{"$maxCount":100}');
  await metadata('counted', '{"$maxCount":5}');
  await metadata('cut', '{"$tb":7}');
  await metadata('old', '{"$maxAge":60}');
  await metadata('ended', '{"$maxCount":3}');
  await store.softDelete('soft', 'any');
  await store.tombstone('ended', 'any');
  await store.append('plain', 17, [event('last')]);
  return store;
}

const segmentsOf = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.segment'))
    .toSorted()
    .map((name) => join(folder, name));

describe('a scavenge', () => {
  it('takes away what metadata hides and nothing else; the rest keeps bytes, positions and revisions', async () => {
    const before = await fill();
    const whole = all(before);
    await close(before);
    const result = await scavengeEventStore(folder);
    const after = open();
    const kept = all(after);
    const gone = whole.filter((frame) => !kept.some((other) => other.equals(frame)));
    expect(kept).toEqual(whole.filter((frame) => !gone.includes(frame)));
    expect(result).toEqual({ events: gone.length, bytes: expect.any(Number), left: kept.length });
    expect(result.bytes).toBeGreaterThan(gone.reduce((sum, { length }) => sum + length, 0) / 2);
    const names = kept.map(shown);
    const of = (stream: string): string[] => names.filter((name) => name.startsWith(`${stream}@`));
    expect(of('plain')).toHaveLength(19);
    expect(of('counted')).toEqual([
      'counted@13 4b',
      'counted@14 4c',
      'counted@15 5a',
      'counted@16 5b',
      'counted@17 5c',
    ]);
    expect(of('cut')[0]).toBe('cut@7 2b');
    expect(of('soft')).toEqual(['soft@17 5c']);
    expect(of('old')).toEqual(['old@17 5c']);
    expect(of('ended')).toEqual(['ended@9223372036854775807 ']);
    expect(of('$$counted')).toEqual(['$$counted@1 {"$maxCount":5}']);
    expect(of('$$ended')).toEqual([]);
  });

  it('leaves a log that goes on as before', async () => {
    const before = await fill();
    const end = before.log.durable;
    const removed = before.log.index.position[20] ?? 0;
    await close(before);
    await scavengeEventStore(folder);
    expect((await checkEventStore(folder)).damages).toEqual([]);
    const after = open();
    expect(after.eventAt(removed)).toBeGreaterThan(0);
    expect(await after.append('soft', 17, [event('again')])).toMatchObject({
      outcome: 'success',
      revision: 18,
    });
    expect(await after.append('cut', 17, [event('again')])).toMatchObject({
      outcome: 'success',
      revision: 18,
    });
    expect(await after.append('ended', 'any', [event('never')])).toEqual({ outcome: 'stream-deleted' });
    const { count, position } = after.log.index;
    expect(position[count - 1]).toBeGreaterThan(end);
    expect(after.firstVisible('soft')).toBe(18);
    await close(after);
    rmSync(join(folder, 'index.snapshot'));
    const rebuilt = open();
    expect(rebuilt.lastRevision('cut')).toBe(18);
    expect(rebuilt.log.index.count).toBe(count);
    expect((await scavengeEventStoreAgain(rebuilt)).events).toBeGreaterThan(0);
    expect((await checkEventStore(folder)).damages).toEqual([]);
  });

  async function scavengeEventStoreAgain(store: EventStore): ReturnType<typeof scavengeEventStore> {
    await store.append('$$plain', 'any', [event('{"$maxCount":1}', '$metadata')]);
    await close(store);
    return scavengeEventStore(folder);
  }

  it('has nothing to do the second time, and leaves every file alone then', async () => {
    await close(await fill());
    await scavengeEventStore(folder);
    const files = segmentsOf().map((path) => readFileSync(path));
    expect(await scavengeEventStore(folder)).toMatchObject({ events: 0, bytes: 0 });
    expect(segmentsOf().map((path) => readFileSync(path))).toEqual(files);
  });

  it('that was killed anywhere is completed by the next one', async () => {
    await close(await fill());
    const untouched = `${folder}-untouched`;
    const done = `${folder}-done`;
    cpSync(folder, untouched, { recursive: true });
    await scavengeEventStore(folder);
    const expected = await reopened();
    cpSync(folder, done, { recursive: true });
    const names = readdirSync(untouched).filter((name) => name.endsWith('.segment'));
    expect(names.length).toBeGreaterThan(3);
    for (let replaced = 0; replaced <= names.length; replaced += 1) {
      rmSync(folder, { recursive: true });
      cpSync(untouched, folder, { recursive: true });
      rmSync(join(folder, 'index.snapshot'));
      for (const name of names.slice(0, replaced)) copyFileSync(join(done, name), join(folder, name));
      if (replaced === names.length) cpSync(done, folder, { recursive: true });
      else writeFileSync(join(folder, `${names[replaced] ?? ''}.new`), 'half of a');
      expect((await checkEventStore(folder)).damages).toEqual([]);
      await scavengeEventStore(folder);
      expect(await reopened()).toEqual(expected);
      expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
    }
  });

  /** What the next start finds. */
  async function reopened(): Promise<string[]> {
    const store = open();
    const found = all(store).map(shown);
    await close(store);
    return found;
  }

  it('refuses a damaged log and changes nothing', async () => {
    await close(await fill());
    const [path = ''] = segmentsOf();
    flip(path, 500);
    const bytes = readFileSync(path);
    await expect(scavengeEventStore(folder)).rejects.toThrow('is damaged');
    expect(readFileSync(path)).toEqual(bytes);
  });

  it('waits for nobody: a node that runs on the folder keeps it out', async () => {
    await close(await fill());
    const lock = await lockFolder(folder);
    await expect(scavengeEventStore(folder)).rejects.toThrow(FolderInUse);
    await expect(checkEventStore(folder)).rejects.toThrow(FolderInUse);
    await lock.release();
  });
});

function flip(path: string, offset: number): void {
  const bytes = readFileSync(path);
  bytes[offset] = (bytes[offset] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
}

describe('a check', () => {
  it('finds a sound log sound, and counts it', async () => {
    const store = await fill();
    const { count } = store.log.index;
    await close(store);
    expect(await checkEventStore(folder)).toEqual({
      segments: segmentsOf().length,
      commits: expect.any(Number),
      events: count,
      damages: [],
      tornTail: undefined,
    });
  });

  it('names segment and offset of every damaged event', async () => {
    const store = await fill();
    const { offset, segment } = store.log.index;
    await close(store);
    const [first = '', second = ''] = segmentsOf();
    const later = segment.indexOf(1);
    flip(first, (offset[3] ?? 0) + 30);
    flip(second, (offset[later] ?? 0) + 30);
    expect((await checkEventStore(folder)).damages).toMatchObject([
      { segment: '0000000000000000.segment', offset: offset[3] },
      { segment: expect.stringMatching(/segment$/), offset: offset[later] },
    ]);
  });

  it.each(['head', 'commit header', 'end', 'whole segment', 'first segment', 'snapshot'])(
    'finds it when the %s is damaged or missing',
    async (what) => {
      await close(await fill());
      const [first = '', second = ''] = segmentsOf();
      if (what === 'head') flip(second, 3);
      if (what === 'commit header') flip(second, 70);
      if (what === 'end') truncateSync(second, 1000);
      if (what === 'whole segment') rmSync(second);
      if (what === 'first segment') rmSync(first);
      if (what === 'snapshot') flip(join(folder, 'index.snapshot'), 100);
      expect((await checkEventStore(folder)).damages.length).toBeGreaterThan(0);
    },
  );

  it('tells a torn tail from damage', async () => {
    const store = await fill();
    const { durable } = store.log;
    await store.append('plain', 'any', [event('x'.repeat(200))]);
    await close(store);
    rmSync(join(folder, 'index.snapshot'));
    const path = segmentsOf().at(-1) ?? '';
    const start = durable - Number(/(\d{16})\.segment$/.exec(path)?.[1]);
    truncateSync(path, start + 120);
    expect(await checkEventStore(folder)).toMatchObject({
      damages: [],
      tornTail: { what: expect.any(String) },
    });
  });
});
