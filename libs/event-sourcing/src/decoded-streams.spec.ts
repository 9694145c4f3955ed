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
