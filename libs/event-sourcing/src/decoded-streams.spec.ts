import { codecOf } from './codec.js';
import { DecodedStreams } from './decoded-streams.js';
import { events, id, v1 } from './event.js';
import { type NewEvent, StoreUnavailable } from './event-store.js';
import { derivedId } from './ids.js';
import { MemoryEventStore } from './testing/memory-event-store.js';

const codec = codecOf([
  events({ category: 'course', owner: 'courseId', class: 'UNIT' }, { CourseFilled: v1({ courseId: id() }) }),
]);
const stream = 'course-1576.c1';
const filled = (revision: number): NewEvent => ({
  id: derivedId('test', String(revision)),
  type: 'CourseFilled',
  data: { courseId: 'c1' },
  metadata: {
    $correlationId: 'k',
    $causationId: 'c',
    municipality: '1576',
    actor: { partyId: 'p', role: 'CASEWORKER' },
    occurredOn: '2026-01-01',
    recordedAt: '2026-01-01T10:00:00.000Z',
    schemaVersion: 1,
  },
});

/** Answers each read with what it held when the read came, and only when told. */
class SlowStore extends MemoryEventStore {
  readonly answers: (() => void)[] = [];

  override async read(name: string, options?: { from?: bigint; max?: number }) {
    const answer = super.read(name, options);
    await new Promise<void>((resolve) => this.answers.push(resolve));
    return answer;
  }
}

async function answerAll(store: SlowStore, reads: Promise<unknown>): Promise<void> {
  let isDone = false;
  void reads.then(
    () => (isDone = true),
    () => (isDone = true),
  );
  for (let answered = 0; !isDone;) {
    if (answered < store.answers.length) store.answers[answered++]?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('reading a stream that many ask for', () => {
  it('transfers once for all who ask while another transfer is under way, and shows each what was there when it asked', async () => {
    const store = new SlowStore();
    await store.append(stream, 'no_stream', [filled(0)]);
    const streams = new DecodedStreams(store, codec, 100);
    const first = streams.read(stream);
    await store.append(stream, 0n, [filled(1)]);
    const later = Array.from({ length: 30 }, () => streams.read(stream));
    const all = Promise.all([first, ...later]);
    await answerAll(store, all);
    const lengths = (await all).map((read) => read.length);
    expect(lengths).toEqual([1, ...Array.from({ length: 30 }, () => 2)]);
    expect(store.answers).toHaveLength(2);
  });

  it('is never staler than a read begun at the call, in whichever order reads and appends come', async () => {
    const store = new SlowStore();
    const streams = new DecodedStreams(store, codec, 100);
    const reads: Promise<void>[] = [];
    for (let round = 0; round < 40; round += 1) {
      if (round % 3 === 0) {
        const length = store.all.length;
        await store.append(stream, length === 0 ? 'no_stream' : BigInt(length - 1), [filled(length)]);
      }
      const present = store.all.length;
      reads.push(
        streams.read(stream).then((read) => expect(read.length).toBeGreaterThanOrEqual(present)),
        streams.read(stream).then(async () => {
          const then = store.all.length;
          expect((await streams.read(stream)).length).toBeGreaterThanOrEqual(then);
        }),
      );
      if (round % 4 === 0) store.answers.at(-1)?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await answerAll(store, Promise.allSettled(reads));
    await Promise.all(reads);
  });

  it('tries anew for those who wait when a transfer fails', async () => {
    class FailingOnce extends MemoryEventStore {
      private isDown = true;
      override async read(name: string, options?: { from?: bigint; max?: number }) {
        if (this.isDown) {
          this.isDown = false;
          throw new StoreUnavailable('away');
        }
        return super.read(name, options);
      }
    }
    const streams = new DecodedStreams(new FailingOnce(), codec, 100);
    const [first, second] = await Promise.allSettled([streams.read(stream), streams.read(stream)]);
    expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
    expect(await streams.read(stream)).toEqual([]);
  });
});

/** Counts what is asked of the log, and can hold back the answer to a read of a stream. */
class CountingStore extends MemoryEventStore {
  reads = 0;
  ends = 0;
  gate: Promise<void> | undefined;

  override async read(name: string, options?: { from?: bigint; max?: number }) {
    this.reads += 1;
    const events = await super.read(name, options);
    await this.gate;
    return events;
  }

  override end() {
    this.ends += 1;
    return super.end();
  }
}

describe('streams that are held', () => {
  const others = (n: number) => `course-1576.other${n}`;
  const held = async () => {
    const store = new CountingStore();
    await store.append(stream, 'no_stream', [filled(0)]);
    const streams = new DecodedStreams(store, codec, 10_000);
    // The first two readings begin to follow the log.
    for (let n = 0; n < 3; n += 1) await streams.read(stream);
    store.reads = 0;
    return { store, streams };
  };

  it('are kept current by following the log, whoever appended', async () => {
    const { store, streams } = await held();
    for (const revision of [1, 2, 3]) {
      await store.append(stream, BigInt(revision - 1), [filled(revision)]);
      await store.append(others(revision), 'no_stream', [filled(10 + revision)]);
      expect(await streams.read(stream)).toHaveLength(revision + 1);
    }
    expect(store.reads).toBe(0);
  });

  it('are read whole again when the log has gone far ahead', async () => {
    const { store, streams } = await held();
    for (let n = 0; n < 1_100; n += 1) await store.append(others(n), 'no_stream', [filled(n)]);
    await store.append(stream, 0n, [filled(2_000)]);
    expect(await streams.read(stream)).toHaveLength(2);
    expect(store.reads).toBe(1);
  });

  it('do not lose what was appended while they were being read', async () => {
    const { store, streams } = await held();
    await store.append(others(1), 'no_stream', [filled(11)]);
    let open = () => {};
    store.gate = new Promise((resolve) => (open = resolve));
    const slow = streams.read(others(1));
    await new Promise((resolve) => setImmediate(resolve));
    // Another stream is asked for meanwhile, which follows the log past the new event.
    await store.append(others(1), 0n, [filled(12)]);
    await streams.read(stream);
    open();
    expect(await slow).toHaveLength(1);
    store.gate = undefined;
    expect(await streams.read(others(1))).toHaveLength(2);
  });

  it('are not put back to what was appended here, where another has appended since', async () => {
    const { store, streams } = await held();
    const own = async (revision: number) => {
      const [last] = store.all.slice(-1);
      if (!last) throw new Error('it was appended');
      const events = store.all.filter(
        (event) => event.stream === others(1) && event.revision <= BigInt(revision),
      );
      return events.map((event) => codec.decode(event));
    };
    await store.append(others(1), 'no_stream', [filled(11)]);
    const mine = await own(0);
    await store.append(others(1), 0n, [filled(12)]);
    await streams.read(stream);
    streams.keep(others(1), mine);
    expect(await streams.read(others(1))).toHaveLength(2);
  });

  it('are read whole where an event is met that cannot be read, and the reader is told', async () => {
    const { store, streams } = await held();
    await store.append(stream, 0n, [{ ...filled(1), type: 'CourseUnknown' }]);
    await expect(streams.read(stream)).rejects.toThrow('CourseUnknown');
  });
});
