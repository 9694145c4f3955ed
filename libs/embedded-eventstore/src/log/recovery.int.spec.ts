import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventStore } from '../event-store.js';
import { readEventFrame } from '../wire/event-frame.js';
import { eventually } from '../../../../test/support/wait.js';
import { checkLog } from './check.js';
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
    const end = store.log.durable;
    const source = killed(join(root, 'a'));
    for (let length = whole + 1; length < end; length += 13) {
      const copy = killed(source);
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

  it('loses nothing that was acknowledged before its last group of commits, also when that is damaged', async () => {
    const store = open(join(root, 'a'));
    const first = store.append('note-0', 'any', [event('n0')]);
    // The second is queued while the first is on its way to the disk.
    await new Promise((resolve) => setImmediate(resolve));
    const second = store.append('note-1', 'any', [event('n1')]);
    await Promise.all([first, second]);
    const copy = killed(join(root, 'a'));
    flip(segmentsOf(copy)[0] ?? '', (store.log.index.offset[0] ?? 0) + 60);
    expect(texts(open(copy))).toEqual(['DamagedEvent', 'n1']);
  });

  it('knows of every commit, once it was quiet for a moment, that it was acknowledged', async () => {
    const store = open(join(root, 'a'));
    await fill(store, 10);
    const end = store.log.durable;
    await eventually(() => expect(store.log.durable).toBeGreaterThan(end));
    const copy = killed(join(root, 'a'));
    flip(segmentsOf(copy)[0] ?? '', (store.log.index.offset[9] ?? 0) + 60);
    const after = open(copy);
    expect(texts(after)).toEqual(expected(10).with(9, 'DamagedEvent'));
    await after.append('note-0', 'any', [event('n10')]);
    expect(texts(after)).toEqual(expected(11).with(9, 'DamagedEvent'));
  });

  it('gives no event an earlier time than those before it, whatever the clock says', async () => {
    const store = open(join(root, 'a'));
    await fill(store, 1);
    await close(store);
    const now = jest.spyOn(Date, 'now').mockReturnValue(1_000_000_000_000);
    const after = open(join(root, 'a'));
    await after.append('note-0', 'any', [event('n1')]);
    now.mockRestore();
    const [first = '', second = ''] = [0, 1].map((number) => readEventFrame(after.log.frame(number)).created);
    expect(BigInt(second)).toBe(BigInt(first) + 1n);
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

describe('a log that was closed', () => {
  it('takes no append, also of those that had to wait for others', async () => {
    const store = open(join(root, 'a'));
    const outcomes = Promise.allSettled([
      store.append('$$note-0', 'any', [event('metadata')]),
      store.append('note-0', 'any', [event('waits for the metadata')]),
    ]);
    await close(store);
    const other = open(join(root, 'b'));
    await fill(other, 3);
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(store.append('note-1', 'any', [event('late')])).rejects.toThrow('The log is closed');
    await close(other);
    expect(checkLog(join(root, 'b')).damages).toEqual([]);
    expect(texts(open(join(root, 'b')))).toEqual(expected(3));
  });
});

describe('a damaged log', () => {
  it.each(['cut at a commit’s end', 'cut in its head', 'absent'])(
    'refuses what a segment in its middle held that is %s, and to append',
    async (how) => {
      const store = open(join(root, 'a'), 2000);
      await fill(store, 40);
      const copy = killed(join(root, 'a'));
      rmSync(join(copy, 'index.snapshot'), { force: true });
      const [, second = ''] = segmentsOf(copy);
      const inSecond = [...store.log.index.segment.subarray(0, 40).keys()].filter(
        (number) => store.log.index.segment[number] === 1,
      );
      const [begin = 0, cut = 0] = inSecond;
      if (how === 'absent') rmSync(second);
      else if (how === 'cut in its head') truncateSync(second, 56);
      // A commit's header of this length lies before its event's checksum and frame.
      else truncateSync(second, (store.log.index.offset[begin] ?? 0) + (store.log.index.length[begin] ?? 0));
      const after = open(copy, 2000);
      const left = how === 'cut at a commit’s end' ? cut : begin;
      expect(texts(after)).toEqual(expected(40).toSpliced(left, inSecond.length - (left - begin)));
      expect(() => after.log.refuseHoleBefore(left, 0)).toThrow('is damaged');
      await expect(after.append('note-9', 'no_stream', [event('n40')])).rejects.toThrow(
        'Nothing can be appended',
      );
      expect(lines.at(-1)).toContain('are missing');
    },
  );

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

describe('a disk that is full when a segment begins', () => {
  it('leaves no segment behind that was not begun', async () => {
    const folder = join(root, 'a');
    const log = EventLog.open({ folder, durable: false, segmentLength: 2000, log: () => undefined });
    opened.push(log);
    const store = new EventStore(log);
    const large = () => event('x'.repeat(1200));
    await store.append('note-0', 'any', [large()]);
    symlinkSync('/dev/full', join(folder, `${String(log.durable).padStart(16, '0')}.segment`));
    await expect(store.append('note-0', 'any', [large()])).rejects.toThrow('ENOSPC');
    expect(segmentsOf(folder)).toHaveLength(1);
    await store.append('note-0', 0, [event('small')]);
    await store.append('note-0', 1, [large()]);
    await close(store);
    expect(checkLog(folder)).toMatchObject({ damages: [], tornTail: undefined, segments: 2, events: 3 });
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
