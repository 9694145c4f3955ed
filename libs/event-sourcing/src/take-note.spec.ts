import { authentic } from './authentic-codec.js';
import { codecOf } from './codec.js';
import { effective, isPassedOver } from './effective.js';
import { events, id, v1 } from './event.js';
import type { NewEvent } from './event-store.js';
import { derivedId } from './ids.js';
import { openLog } from './log-id.js';
import { type LeftOut, logStream, noteType, Notes } from './notes.js';
import { historyOf, wholeHistoryOf } from './stream-history.js';
import { takeNote } from './take-note.js';
import { testAuthenticity, testEventKeys } from './testing/event-key.js';
import { MemoryEventStore } from './testing/memory-event-store.js';
import type { Envelope } from './sealing.js';
import { plainSealing, plainText } from './testing/plain-sealing.js';

const plain = codecOf([
  events({ category: 'course', owner: 'courseId', class: 'UNIT' }, { CourseFilled: v1({ courseId: id() }) }),
]);
const stream = 'course-1576.c1';
const event = (n: number, type = 'CourseFilled'): NewEvent => ({
  id: derivedId('test', String(n)),
  type,
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

describe('a note of what is wrong with a stream', () => {
  let store: MemoryEventStore;
  let next: number;

  beforeEach(async () => {
    store = new MemoryEventStore();
    await openLog(store, testEventKeys);
    next = 0;
    await own();
  });

  const expected = () => (next === 0 ? 'no_stream' : BigInt(next - 1));
  const own = async (type?: string) => {
    await store.append(stream, expected(), testAuthenticity.signed(stream, expected(), [event(next, type)]));
    next += 1;
  };
  const forged = async () => {
    await store.append(stream, expected(), [event(next)]);
    next += 1;
  };
  const decoder = async () => authentic(plain, testAuthenticity, await Notes.read(store, testAuthenticity));
  const note = async (of = stream, unborne: readonly LeftOut[] = []) =>
    takeNote({
      store,
      decoder: await decoder(),
      authenticity: testAuthenticity,
      sealing: plainSealing,
      stream: of,
      by: 'Testine Prøvesen',
      reason: 'Somebody tried something',
      at: '2026-03-02T08:00:00.000Z',
      unborne,
    });

  it('B1 has everybody pass over the events that are not believed, and keeps the revisions of all others', async () => {
    await forged();
    await forged();
    await own();
    const before = await decoder();
    expect(await historyOf(store, stream, before)).toMatchObject({
      fault: { kind: 'EVENT', at: { revision: 1n } },
    });
    expect(await note()).toEqual({
      stream,
      passesOver: [1, 2].map((revision) => ({ revision, id: event(revision).id })),
      isLost: false,
    });
    // A process that was there before learns of it where it meets the stream.
    for (const decodes of [before, await decoder()]) {
      const history = await wholeHistoryOf(store, stream, decodes);
      expect(history.map(isPassedOver)).toEqual([false, true, true, false]);
      expect(history.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n]);
      expect(effective(history).map(({ revision }) => revision)).toEqual([0n, 3n]);
    }
    await forged();
    expect(await historyOf(store, stream, before)).toMatchObject({ fault: { at: { revision: 4n } } });
    const noted = await store.last(logStream);
    const { by, reason } = (noted?.data ?? {}) as unknown as Readonly<Record<string, Envelope>>;
    expect([by, reason].map((sealed) => sealed && plainText(sealed))).toEqual([
      'Testine Prøvesen',
      'Somebody tried something',
    ]);
  });

  it('B1 has a lost history known, and still decided on by nobody', async () => {
    store.tombstone(stream);
    expect(await note()).toEqual({ stream, passesOver: [], isLost: true });
    expect(await historyOf(store, stream, await decoder())).toMatchObject({
      events: [],
      fault: { kind: 'HISTORY', isNoted: true },
    });
    await expect(note()).rejects.toThrow('needs no note');
  });

  it('B1 has one version of a read model alone leave out an event that it cannot take in', async () => {
    const before = await decoder();
    const [sound] = await store.read(stream);
    if (!sound) throw new Error('no event');
    const unborne = [{ projection: 'courses', version: 2, revision: 0, id: sound.id }];
    expect(await note(stream, unborne)).toEqual({
      stream,
      passesOver: [],
      isLost: false,
      foldedWithout: unborne,
    });
    await before.learn?.();
    for (const knows of [before, await decoder()]) {
      const [event] = await wholeHistoryOf(store, stream, knows);
      expect(event && isPassedOver(event)).toBe(false);
      const leftOut = (name: string, version: number) => knows.isLeftOut?.({ name, version }, sound);
      expect([leftOut('courses', 2), leftOut('courses', 3), leftOut('others', 2)]).toEqual([
        true,
        false,
        false,
      ]);
    }
    await forged();
    expect(await note(stream, unborne)).toMatchObject({
      passesOver: [{ revision: 1 }],
      foldedWithout: unborne,
    });
  });

  it('is refused for what Samspor recorded, for what is sound, and for what is none of ours', async () => {
    await expect(note()).rejects.toThrow('Nothing is wrong');
    await expect(note('course-theirs')).rejects.toThrow('needs no note');
    await forged();
    await own('CourseSunk');
    await expect(note()).rejects.toThrow('nothing of its own is passed over');
    expect(await store.read(logStream)).toHaveLength(1);
  });

  it('is believed only where Samspor wrote it', async () => {
    await forged();
    await note();
    const [created, noted] = await store.read(logStream);
    const other = new MemoryEventStore();
    await openLog(other, testEventKeys);
    if (!created || !noted) throw new Error('no note');
    const { mac: _, ...bare } = noted.metadata;
    await other.append(logStream, 0n, [{ ...noted, metadata: bare }]);
    await other.append(logStream, 1n, [{ ...noted, id: event(9).id }]);
    const place = { stream, revision: 1n, position: 0n, ...event(1) };
    expect((await Notes.read(other, testAuthenticity)).placeholder(place)).toBeUndefined();
    expect((await Notes.read(store, testAuthenticity)).placeholder(place)).toMatchObject({ revision: 1n });
    expect(noted.type).toBe(noteType);
  });
});
