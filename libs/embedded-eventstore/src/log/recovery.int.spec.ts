import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventStore } from '../event-store.js';
import { readEventFrame } from '../wire/event-frame.js';
import { EventLog } from './event-log.js';
import { lockFolder } from './folder-lock.js';

let root: string;
let lines: string[];
const opened: EventLog[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'embedded-log-'));
  lines = [];
});

afterEach(async () => {
  for (const log of opened.splice(0)) await log.close();
  rmSync(root, { recursive: true, force: true });
});

function open(folder: string, segmentLength?: number): EventStore {
  const log = EventLog.open({
    folder,
    durable: true,
    log: (line) => lines.push(line),
    ...(segmentLength === undefined ? {} : { segmentLength }),
  });
  opened.push(log);
  return new EventStore(log);
}

async function close(store: EventStore): Promise<void> {
  opened.splice(opened.indexOf(store.log), 1);
  await store.log.close();
}

const event = (text: string) => ({
  id: randomUUID(),
  type: 'Noted',
  isJson: true,
  metadata: Buffer.alloc(0),
  data: Buffer.from(JSON.stringify({ text })),
});

/** Appends events n0, n1, … to a few streams, one commit each. */
async function fill(store: EventStore, count: number): Promise<void> {
  for (let place = 0; place < count; place += 1) {
    await store.append(`note-${place % 3}`, 'any', [event(`n${place}`)]);
  }
}

/** Every event's text in the order of `$all`; the error's name for those that are refused. */
function texts({ log }: EventStore): string[] {
  return Array.from({ length: log.index.count }, (_, number) => {
    try {
      const { data } = readEventFrame(log.frame(number));
      return (JSON.parse(Buffer.from(data).toString()) as { text: string }).text;
    } catch (error) {
      return error instanceof Error ? error.name : '?';
    }
  });
}

const expected = (count: number): string[] => Array.from({ length: count }, (_, place) => `n${place}`);

/** The folder as a kill at this moment would leave it. */
function killed(folder: string): string {
  const copy = `${folder}-killed`;
  cpSync(folder, copy, { recursive: true });
  return copy;
}

const segmentsOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.segment'))
    .toSorted()
    .map((name) => join(folder, name));

function flip(path: string, offset: number): void {
  const bytes = readFileSync(path);
  bytes[offset] = (bytes[offset] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
}

describe('a log after a kill', () => {
  it('holds everything that was acknowledged', async () => {
    const store = open(join(root, 'a'));
    await fill(store, 20);
    expect(texts(open(killed(join(root, 'a'))))).toEqual(expected(20));
    expect(lines).toEqual([]);
  });

  it('loses a torn tail and says so, wherever the tear is', async () => {
    const store = open(join(root, 'a'));
    await fill(store, 9);
    const whole = store.log.durable;
    await store.append('note-0', 'any', [event('torn'), event('too')]);
    for (let length = whole + 1; length < store.log.durable; length += 13) {
      const copy = killed(join(root, 'a'));
      truncateSync(segmentsOf(copy)[0] ?? '', length);
      lines = [];
      const after = open(copy);
      expect(texts(after)).toEqual(expected(9));
      expect(lines).toEqual([expect.stringContaining('cut off')]);
      await after.append('note-0', 2, [event('n9')]);
      expect(texts(after)).toEqual(expected(10));
      await close(after);
      rmSync(copy, { recursive: true });
    }
  });

  it('loses a last commit whose bytes are not what was written', async () => {
    const store = open(join(root, 'a'));
    await fill(store, 9);
    const whole = store.log.durable;
    await store.append('note-0', 'any', [event('torn')]);
    const copy = killed(join(root, 'a'));
    flip(segmentsOf(copy)[0] ?? '', whole + 150);
    expect(texts(open(copy))).toEqual(expected(9));
  });

  it('goes on over several segments', async () => {
    const store = open(join(root, 'a'), 2000);
    await fill(store, 40);
    expect(segmentsOf(join(root, 'a')).length).toBeGreaterThan(3);
    const after = open(killed(join(root, 'a')), 2000);
    expect(texts(after)).toEqual(expected(40));
    expect(after.lastRevision('note-0')).toBe(13);
  });
});

describe('a damaged log', () => {
  it('refuses the damaged event, and only that one, after a kill', async () => {
    const store = open(join(root, 'a'));
    await fill(store, 10);
    const copy = killed(join(root, 'a'));
    flip(segmentsOf(copy)[0] ?? '', (store.log.index.offset[4] ?? 0) + 60);
    const after = open(copy);
    expect(texts(after)).toEqual(expected(10).with(4, 'DamagedEvent'));
    await after.append('note-0', 'any', [event('n10')]);
    expect(texts(after)).toEqual(expected(11).with(4, 'DamagedEvent'));
  });

  it('refuses the damaged event after a clean stop, with segment and offset', async () => {
    const store = open(join(root, 'a'));
    await fill(store, 10);
    const offset = store.log.index.offset[9] ?? 0;
    await close(store);
    flip(segmentsOf(join(root, 'a'))[0] ?? '', offset + 60);
    const after = open(join(root, 'a'));
    expect(texts(after)).toEqual(expected(10).with(9, 'DamagedEvent'));
    expect(() => after.log.frame(9)).toThrow(`segment 0000000000000000.segment at offset ${offset}`);
  });

  it('keeps the place of what is missing at its end, and goes on behind it', async () => {
    const store = open(join(root, 'a'));
    await fill(store, 10);
    const offset = store.log.index.offset[7] ?? 0;
    await close(store);
    truncateSync(segmentsOf(join(root, 'a'))[0] ?? '', offset + 20);
    const after = open(join(root, 'a'));
    expect(texts(after)).toEqual([...expected(7), 'DamagedEvent', 'DamagedEvent', 'DamagedEvent']);
    await after.append('note-0', 3, [event('n10')]);
    await close(after);
    expect(texts(open(join(root, 'a')))).toEqual([
      ...expected(7),
      'DamagedEvent',
      'DamagedEvent',
      'DamagedEvent',
      'n10',
    ]);
  });

  it('refuses to read over a commit that cannot be recognised, and to append', async () => {
    const store = open(join(root, 'a'));
    await fill(store, 10);
    const position = (store.log.index.position[3] ?? 0) - 20;
    const copy = killed(join(root, 'a'));
    flip(segmentsOf(copy)[0] ?? '', position);
    const after = open(copy);
    expect(texts(after)).toEqual(expected(10).toSpliced(3, 1));
    expect(() => after.log.refuseHoleBefore(3, 0)).toThrow('is damaged');
    expect(() => after.log.refuseHoleBefore(4, 0)).not.toThrow();
    await expect(after.append('note-0', 'any', [event('n10')])).rejects.toThrow('Nothing can be appended');
  });
});

describe('the index snapshot', () => {
  it.each(['absent', 'damaged', 'cut'])('is not needed: %s, the index is rebuilt', async (how) => {
    const store = open(join(root, 'a'), 2000);
    await fill(store, 30);
    await store.tombstone('note-2', 'any');
    await close(store);
    const snapshot = join(root, 'a', 'index.snapshot');
    if (how === 'absent') rmSync(snapshot);
    if (how === 'damaged') flip(snapshot, 200);
    if (how === 'cut') truncateSync(snapshot, 100);
    const after = open(join(root, 'a'), 2000);
    expect(texts(after).slice(0, 30)).toEqual(expected(30));
    expect(after.isTombstoned('note-2')).toBe(true);
    expect(after.lastRevision('note-1')).toBe(9);
    expect(lines).toHaveLength(how === 'absent' ? 0 : 1);
  });

  it('gives the index that the segments give', async () => {
    const store = open(join(root, 'a'), 2000);
    await fill(store, 30);
    await store.tombstone('note-2', 'any');
    await close(store);
    const after = open(join(root, 'a'), 2000);
    expect(texts(after).slice(0, 30)).toEqual(expected(30));
    expect(after.isTombstoned('note-2')).toBe(true);
    expect(after.lastRevision('note-1')).toBe(9);
    await after.append('note-1', 9, [event('n31')]);
    expect(after.lastRevision('note-1')).toBe(10);
  });
});

describe('a folder', () => {
  it('is held by one node at a time', async () => {
    const lock = await lockFolder(root);
    await expect(lockFolder(root)).rejects.toThrow(
      `is in use by another event store node (process ${process.pid})`,
    );
    await lock.release();
    await (await lockFolder(root)).release();
  });
});
