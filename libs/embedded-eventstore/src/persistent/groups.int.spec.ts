import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../../../../test/support/wait.js';
import { EventStore } from '../event-store.js';
import { EventLog } from '../log/event-log.js';
import { DamagedEvent, LogNotWritable } from '../log/faults.js';
import { readEventFrame } from '../wire/event-frame.js';
import type { Consumer } from './consumers.js';
import type { Message } from './message.js';
import type { Group } from './group.js';
import { Groups } from './groups.js';
import { checkpointStream, configurationStream, parkedStream, type GroupKey } from './names.js';
import { Search } from './search.js';
import type { GroupSettings } from './settings.js';

const key = { stream: 'work', group: 'workers' };
const settings: GroupSettings = {
  resolveLinkTos: false,
  extraStatistics: false,
  messageTimeout: 30_000,
  maxRetryCount: 10,
  checkpointAfter: 1_000_000,
  minCheckpointCount: 1,
  maxCheckpointCount: 1,
  maxSubscriberCount: 0,
  liveBufferSize: 500,
  readBatchSize: 20,
  historyBufferSize: 500,
  consumerStrategy: 'RoundRobin',
  startFrom: 0,
};

let folder: string;
let lines: string[];
let log: EventLog;
let store: EventStore;
let groups: Groups;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-groups-'));
  lines = [];
  log = EventLog.open({ folder, durable: false, log: (line) => lines.push(line) });
  store = new EventStore(log);
  groups = opened();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await groups.close();
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = () => new Groups(store, (line) => lines.push(line));

async function restarted(): Promise<void> {
  await groups.close();
  groups = opened();
}

async function write(stream: string, data: string, id: string = randomUUID()): Promise<void> {
  await store.append(stream, 'any', [
    { id, type: 'Noted', isJson: true, metadata: Buffer.alloc(0), data: Buffer.from(data) },
  ]);
}

async function fill(count: number, stream: string = key.stream): Promise<void> {
  for (let n = 0; n < count; n += 1) await write(stream, String(n));
}

/** A consumer that remembers what it was given, and answers it when it is told to. */
class Recorder implements Consumer {
  readonly connectionName = 'recorder';
  readonly given: Message[] = [];
  readonly drops: unknown[] = [];
  readonly #group: Group;

  constructor(
    of: GroupKey = key,
    readonly slots = 100,
    private readonly onMessage: 'ack' | 'leave' = 'leave',
  ) {
    this.#group = groups.get(of);
    this.#group.connect(this);
  }

  get data(): string[] {
    return this.given.map(({ event }) => Buffer.from(readEventFrame(log.frame(event ?? 0)).data).toString());
  }

  deliver(message: Message): boolean {
    this.given.push(message);
    if (this.onMessage === 'ack') queueMicrotask(() => this.acknowledge(message));
    return true;
  }

  drained(): Promise<void> {
    return Promise.resolve();
  }

  drop(reason?: unknown): void {
    this.drops.push(reason);
  }

  acknowledge(message: Message | undefined): void {
    this.#group.acknowledge(this, [message?.id ?? '']);
  }

  park(message: Message | undefined): void {
    this.#group.refuse(this, [message?.id ?? ''], 'park', 'no use');
  }

  /** Resolves when so many messages have come. */
  async has(count: number): Promise<this> {
    await eventually(() => expect(this.given).toHaveLength(count), { everyMs: 1 });
    return this;
  }
}

const consumerOf = () => ({
  connectionName: '',
  slots: 10,
  deliver: () => true,
  drained: () => Promise.resolve(),
  drop: jest.fn<(reason?: unknown) => void>(),
});

function raise(error: Error): never {
  throw error;
}

const checkpointed = (place: number | undefined, of: GroupKey = key) =>
  eventually(() => expect(groups.get(of).describe().checkpointed).toBe(place), { everyMs: 1 });

/** Lets the appends to a stream fail, as on a full disk, until it is called. */
function failing(stream: string): () => void {
  const append = store.append.bind(store);
  const spy = jest.spyOn(store, 'append').mockImplementation((to, expected, events) => {
    if (to === stream) return Promise.reject(new LogNotWritable('The disk is full.'));
    return append(to, expected, events);
  });
  return () => spy.mockRestore();
}

describe('a group that is deleted and made anew', () => {
  it('begins where it is told to, although a checkpoint was on its way', async () => {
    await fill(5);
    await groups.create(key, { ...settings, maxCheckpointCount: 1000 });
    await new Recorder(key, 100, 'ack').has(5);
    await groups.delete(key);
    await groups.create(key, settings);
    await restarted();
    expect((await new Recorder().has(5)).data).toEqual(['0', '1', '2', '3', '4']);
  });

  it('begins where it is told to, although the node was killed before all of the old one was gone', async () => {
    await fill(3);
    await write(checkpointStream(key), '1');
    await write(parkedStream(key), '0@work');
    await groups.create(key, settings);
    expect(groups.parkedCount(key)).toBe(0);
    await restarted();
    await new Recorder().has(3);
  });

  it('keeps two checkpoints, as the first one did', async () => {
    await fill(2);
    for (let time = 0; time < 2; time += 1) {
      await groups.create(key, settings);
      await new Recorder(key, 100, 'ack').has(2);
      await checkpointed(1);
      expect(store.metadataOf(checkpointStream(key)).maxCount).toBe(2);
      if (time === 0) await groups.delete(key);
    }
    await restarted();
    expect(groups.get(key).describe().checkpointed).toBe(1);
  });
});

describe('changes of groups at the same time', () => {
  beforeEach(() => groups.create(key, settings));

  it('drop whoever connects to a group that has stopped', async () => {
    const old = groups.get(key);
    await groups.update(key, () => settings);
    const late = consumerOf();
    old.connect(late);
    expect(late.drop).toHaveBeenCalledWith(undefined);
  });

  it('let no update bring back what is deleted', async () => {
    await Promise.allSettled([groups.update(key, () => settings), groups.delete(key)]);
    expect(groups.list()).toEqual([]);
    await Promise.allSettled([groups.create(key, settings)]);
    await Promise.allSettled([groups.delete(key), groups.update(key, () => settings)]);
    await restarted();
    expect(groups.list()).toEqual([]);
  });

  it('leave one live group of a name', async () => {
    const made = { stream: 'work', group: 'made' };
    const consumer = new Recorder();
    await Promise.all([
      groups.update(key, () => settings),
      groups.update(key, () => ({ ...settings, maxRetryCount: 3 })),
      groups.restart(),
      groups.create(made, settings),
    ]);
    expect(consumer.drops).toEqual([undefined]);
    expect(groups.list().map((group) => group.key)).toEqual([key, made]);
    expect(groups.get(key).settings.maxRetryCount).toBe(3);
    const [one, other] = [new Recorder(key), new Recorder(made)];
    await fill(1);
    await one.has(1);
    await other.has(1);
    expect(consumer.given).toEqual([]);
  });

  it('leave the group as it is when a filter is refused', async () => {
    const consumer = new Recorder();
    const filter = { by: 'stream', prefixes: [], regex: '(' } as const;
    await expect(groups.update(key, () => ({ ...settings, filter }))).rejects.toThrow('regular expression');
    await fill(1);
    await consumer.has(1);
    expect(consumer.drops).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const everything = { stream: '$all', group: 'everything' };

  it('is not passed over: whoever connects is told of it', async () => {
    await fill(3);
    await groups.create(key, settings);
    const frame = log.frame.bind(log);
    const damaged = log.index.eventAt(log.index.streams.find(key.stream) ?? -1, 1);
    const spy = jest.spyOn(log, 'frame').mockImplementation((event) => {
      if (event === damaged) throw new DamagedEvent('0.segment', 7);
      return frame(event);
    });
    const consumer = new Recorder();
    expect(consumer.data).toEqual(['0']);
    expect(consumer.drops).toEqual([]);
    consumer.acknowledge(consumer.given[0]);
    await eventually(() => expect(consumer.drops).toEqual([expect.any(DamagedEvent)]));
    for (let time = 0; time < 2; time += 1) {
      const next = new Recorder();
      expect(next.drops).toEqual([expect.any(DamagedEvent)]);
      expect(next.given).toEqual([]);
    }
    await checkpointed(0);
    spy.mockRestore();
    expect((await new Recorder().has(2)).data).toEqual(['1', '2']);
  });

  it('E16 is not crossed where it is a hole in $all', async () => {
    await fill(3);
    await groups.create(everything, settings);
    const from: number[] = [];
    jest.spyOn(log, 'refuseHoleBefore').mockImplementation((event, position) => {
      from.push(position);
      if (event === 2) throw new DamagedEvent('0.segment', 7);
    });
    const consumer = await new Recorder(everything).has(2);
    expect(consumer.data).toEqual(['0', '1']);
    for (const message of consumer.given) consumer.acknowledge(message);
    await eventually(() => expect(consumer.drops).toEqual([expect.any(DamagedEvent)]));
    const next = new Recorder(everything);
    await eventually(() => expect(next).toMatchObject({ drops: [expect.any(DamagedEvent)], given: [] }));
    expect(new Set(from)).toEqual(new Set([0]));
  });

  it('refuses a filter whose expression takes too long, each time', async () => {
    const filter = { by: 'stream', prefixes: [], regex: '^(a+)+$' } as const;
    await groups.create(everything, { ...settings, filter });
    await fill(1, `${'a'.repeat(40)}!`);
    for (let time = 0; time < 5; time += 1) {
      expect(new Recorder(everything).drops).toEqual([
        expect.objectContaining({ message: expect.stringContaining('regular expression') }),
      ]);
    }
  });
});

describe('a message that cannot be delivered', () => {
  it('is kept for the next consumer', async () => {
    await fill(2);
    await groups.create(key, settings);
    const refusing = { ...consumerOf(), deliver: () => raise(new DamagedEvent('0.segment', 7)) };
    groups.get(key).connect(refusing);
    expect(refusing.drop).toHaveBeenCalledWith(expect.any(DamagedEvent));
    const consumer = await new Recorder().has(2);
    expect(consumer.data).toEqual(['0', '1']);
    expect(consumer.given.map(({ retries }) => retries)).toEqual([0, 0]);
  });
});

describe('what anybody may append to the streams of groups', () => {
  it('does not keep the node from starting', async () => {
    await fill(2);
    await groups.create(key, settings);
    for (const odd of ['{"x":1}', 'null', '[', '{"entries":3}']) await write(configurationStream, odd);
    await restarted();
    expect(lines).toHaveLength(4);
    await new Recorder().has(2);
    await groups.restart();
    await new Recorder().has(2);
  });

  it('takes no other group along', async () => {
    await fill(2);
    const odd = [{ stream: 'x' }, 7, { ...key, group: 'odd', settings: { ...settings, filter: 3 } }];
    const broken = { ...settings, filter: { by: 'type', prefixes: [], regex: '(' } };
    const entries = [...odd, { ...key, settings }, { stream: '$all', group: 'broken', settings: broken }];
    await write(configurationStream, JSON.stringify({ version: 2, entries }));
    await restarted();
    expect(groups.list().map((group) => group.key.group)).toEqual(['workers', 'broken']);
    expect(lines).toEqual([expect.stringContaining('3 entries'), expect.stringContaining('broken')]);
    await new Recorder().has(2);
    expect(new Recorder({ stream: '$all', group: 'broken' }).drops).toEqual([expect.any(Error)]);
  });

  it('lets a group whose checkpoint is none refuse its consumers, and no other one', async () => {
    const sound = { stream: 'work', group: 'sound' };
    await fill(2);
    await groups.create(key, settings);
    await groups.create(sound, settings);
    await write(checkpointStream(key), '{"x":1}');
    await restarted();
    expect(new Recorder().drops).toEqual([expect.objectContaining({ status: 15 })]);
    await new Recorder(sound).has(2);
    await groups.delete(key);
    await groups.create(key, settings);
    await new Recorder().has(2);
  });
});

describe('what cannot be written', () => {
  it('stays with the group when it was to be parked, and is not passed by the checkpoint', async () => {
    await fill(3);
    await groups.create(key, settings);
    const consumer = await new Recorder().has(3);
    const mend = failing(parkedStream(key));
    consumer.park(consumer.given[0]);
    await consumer.has(4);
    expect(consumer.data).toEqual(['0', '1', '2', '0']);
    mend();
    for (const message of consumer.given.slice(1, 3)) consumer.acknowledge(message);
    await groups.get(key).settled();
    expect(groups.get(key).describe().checkpointed).toBeUndefined();
    consumer.park(consumer.given[3]);
    await eventually(() => expect(groups.parkedCount(key)).toBe(1));
    await restarted();
    expect(groups.get(key).describe().checkpointed).toBe(2);
  });

  it('leaves the groups as the disk has them', async () => {
    const mend = failing(configurationStream);
    await expect(groups.create(key, settings)).rejects.toThrow('full');
    expect(groups.list()).toEqual([]);
    mend();
    await groups.create(key, settings);
    const consumer = new Recorder();
    failing(configurationStream);
    await expect(groups.delete(key)).rejects.toThrow('full');
    await expect(groups.update(key, () => ({ ...settings, maxRetryCount: 3 }))).rejects.toThrow('full');
    expect(groups.get(key).settings).toEqual(settings);
    await fill(1);
    await consumer.has(1);
    expect(consumer.drops).toEqual([]);
  });

  it('is tried again when it was a checkpoint', async () => {
    await fill(2);
    await groups.create(key, settings);
    const consumer = await new Recorder().has(2);
    const mend = failing(checkpointStream(key));
    for (const message of consumer.given) consumer.acknowledge(message);
    await groups.get(key).settled();
    expect(groups.get(key).describe().checkpointed).toBeUndefined();
    mend();
    await restarted();
    expect(groups.get(key).describe().checkpointed).toBe(1);
  });
});

describe('a parked message that is replayed', () => {
  it('is parked again when the group stops before it is answered', async () => {
    await fill(3);
    await groups.create(key, settings);
    const consumer = await new Recorder(key, 2).has(2);
    for (const message of consumer.given) consumer.park(message);
    await consumer.has(3);
    consumer.park(consumer.given[2]);
    await groups.replayParked(key, undefined);
    await consumer.has(5);
    consumer.acknowledge(consumer.given[3]);
    await restarted();
    expect(groups.parkedCount(key)).toBe(2);
    const next = new Recorder();
    await groups.replayParked(key, undefined);
    expect((await next.has(2)).data.toSorted()).toEqual(['1', '2']);
  });
});

describe('a commit', () => {
  it('does not wait until the groups are fed', async () => {
    await groups.create(key, settings);
    const consumer = new Recorder();
    await fill(1);
    expect(consumer.given).toEqual([]);
    await consumer.has(1);
  });

  it('E16 wakes the groups in their turn, once for however many commits', async () => {
    await groups.create(key, settings);
    const group = groups.get(key);
    const consumer = new Recorder();
    const pumped = jest.spyOn(group, 'pump');
    await Promise.all([fill(3), fill(3)]);
    const wakes = 100;
    for (let time = 0; time < wakes; time += 1) group.wake();
    const before = pumped.mock.calls.length;
    await consumer.has(6);
    // What else is due meanwhile may come to it too.
    expect(pumped.mock.calls.length - before).toBeLessThan(wakes / 10);
  });
});

describe('twenty groups whose filter wants nothing', () => {
  it('B18 look at each event once, all together, and take no turn for what comes', async () => {
    await fill(3_000);
    const looks = jest.spyOn(Search.prototype, 'look');
    const looked = () =>
      looks.mock.results.reduce(
        (sum, { value }, call) => sum + Number(value) - Number(looks.mock.calls[call]?.[0]),
        0,
      );
    const idle = Array.from({ length: 20 }, (_, number) => ({ stream: '$all', group: `idle-${number}` }));
    for (const each of idle) {
      await groups.create(each, { ...settings, filter: { by: 'type', prefixes: ['Nothing'] } });
      new Recorder(each);
    }
    const { count } = log.index;
    await eventually(() => expect(looked()).toBeGreaterThanOrEqual(count));
    expect(looked()).toBeLessThanOrEqual(log.index.count);

    const pumped = idle.map((each) => jest.spyOn(groups.get(each), 'pump'));
    await fill(50);
    expect(pumped.flatMap(({ mock }) => mock.calls)).toEqual([]);
    expect(looked()).toBeLessThanOrEqual(log.index.count);
    for (const each of idle) expect(groups.get(each).describe().lastKnown).toBe(log.index.count - 1);
  });
});

describe('an id that is on its way twice', () => {
  it('is answered once for each', async () => {
    const everything = { stream: '$all', group: 'everything' };
    const id = randomUUID();
    await write('one', '1', id);
    await write('other', '2', id);
    await groups.create(everything, {
      ...settings,
      filter: { by: 'stream', prefixes: ['o'] },
    });
    const consumer = await new Recorder(everything).has(2);
    const first = log.index.eventAt(log.index.streams.find('one') ?? -1, 0);
    consumer.acknowledge(consumer.given[0]);
    expect(groups.get(everything).describe()).toMatchObject({ inFlight: 1 });
    await checkpointed(first, everything);
    consumer.acknowledge(consumer.given[1]);
    expect(groups.get(everything).describe()).toMatchObject({ inFlight: 0 });
  });
});

describe('a full pinned consumer', () => {
  const of = { stream: '$all', group: 'pinned' };
  const filter = { by: 'stream', prefixes: ['pin-'] } as const;
  beforeEach(() => groups.create(of, { ...settings, consumerStrategy: 'Pinned', filter }));

  it('keeps its stream: what comes waits for it, in order', async () => {
    const consumers = [new Recorder(of, 1), new Recorder(of, 1)];
    await fill(4, 'pin-one');
    const given = () => consumers.flatMap((consumer) => consumer.given);
    for (let count = 1; count <= 4; count += 1) {
      await eventually(() => expect(given()).toHaveLength(count), { everyMs: 1 });
      for (const consumer of consumers) consumer.acknowledge(consumer.given.at(-1));
    }
    expect(consumers.map((consumer) => consumer.data)).toContainEqual(['0', '1', '2', '3']);
  });

  it('does not hold up the others, and leaves what waits to them when it goes', async () => {
    const [full, other] = [new Recorder(of, 1), new Recorder(of, 1, 'ack')];
    await write('pin-one', 'a');
    await full.has(1);
    for (const data of ['b', 'c', 'd']) {
      await write('pin-one', data);
      await write('pin-two', data);
    }
    expect((await other.has(3)).data).toEqual(['b', 'c', 'd']);
    expect(full.data).toEqual(['a']);
    groups.get(of).disconnect(full);
    expect((await other.has(7)).data.slice(3)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives what waits for it to one that joins, once what it has is answered', async () => {
    const full = new Recorder(of, 2);
    for (const data of ['a', 'b', 'c', 'd']) {
      await write('pin-one', data);
      await write('pin-two', data);
    }
    expect((await full.has(2)).data).toEqual(['a', 'a']);
    const joined = new Recorder(of, 2, 'ack');
    for (let at = 0; at < 5; at += 1) {
      await full.has(Math.min(5, at + 2));
      full.acknowledge(full.given[at]);
    }
    expect((await joined.has(3)).data).toEqual(['b', 'c', 'd']);
    expect(full.data).toEqual(['a', 'a', 'b', 'c', 'd']);
  });
});
