import { codecOf } from './codec.js';
import { events, id, v1 } from './event.js';
import { LogFault, type StoredEvent, type StoredHistory, UnreadEvent } from './event-store.js';
import { derivedId } from './ids.js';
import { believed, type Decoder, historyOf, wholeHistoryOf } from './stream-history.js';
import { MemoryEventStore } from './testing/memory-event-store.js';

const codec = codecOf([
  events({ category: 'course', owner: 'courseId', class: 'UNIT' }, { CourseFilled: v1({ courseId: id() }) }),
]);
const stream = 'course-1576.c1';

const filled = (revision: number, more: Partial<StoredEvent> = {}): StoredEvent => ({
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
  stream,
  revision: BigInt(revision),
  position: BigInt(revision * 10),
  ...more,
});
const noJson = (revision: number) =>
  new UnreadEvent(stream, BigInt(revision), 0n, 'n', 'CourseFilled', Buffer.alloc(0), Buffer.alloc(0));

const judged = (stored: StoredHistory, decoder: Decoder = codec) => {
  const { events: sound, fault } = believed(stream, stored, decoder);
  return { sound: sound.length, kind: fault?.kind, at: fault?.at?.revision, message: fault?.message ?? '' };
};

describe('how much of a stream is believed', () => {
  it('is all of it where each event can be read, from the first on', () => {
    expect(judged({ events: [filled(0), filled(1)] })).toEqual({
      sound: 2,
      kind: undefined,
      at: undefined,
      message: '',
    });
    expect(judged({ events: [] })).toMatchObject({ sound: 0, kind: undefined });
  });

  it.each([
    ['holds no JSON', noJson(1), 'holds no JSON object'],
    ['is of a type that nobody declared', filled(1, { type: 'CourseSunk' }), 'does not know'],
    ['has another shape', filled(1, { data: { courseId: 7 } }), 'declared shape'],
  ])('B8 ends before an event that %s', (_, event, why) => {
    const told = judged({ events: [filled(0), event, filled(2)] });
    expect(told).toMatchObject({ sound: 1, kind: 'EVENT', at: 1n });
    expect(told.message).toContain(why);
  });

  it('B8 is nothing of a stream whose name has another form, which is not even read', async () => {
    const odd = 'course-1576';
    expect(believed(odd, { events: [filled(0)] }, codec).fault).toMatchObject({
      kind: 'STRANGER',
      isNoted: true,
    });
    const history = () => Promise.reject(new Error('it was read'));
    expect(await historyOf({ history }, odd, codec)).toMatchObject({ fault: { kind: 'STRANGER' } });
  });

  it.each([
    ['$maxCount', [filled(4)], '$maxCount in its metadata hides the rest'],
    ['$tb', [filled(4)], 'Take $tb out of its metadata'],
    ['deletion', [], 'was deleted. Take $tb out'],
    ['tombstone', [], 'deleted for ever'],
    [undefined, [filled(4)], 'begins at revision 4, not at its first event'],
  ] as const)('B25 is nothing of a history that %s cut short', (limit, left, why) => {
    const told = judged({ events: [...left], ...(limit && { limit }) });
    expect(told).toMatchObject({ sound: 0, kind: 'HISTORY' });
    expect(told.message).toContain(why);
  });

  it('B25 ends before a gap, and is said to be in danger while a limit hides nothing yet', () => {
    expect(judged({ events: [filled(0), filled(2)] })).toMatchObject({ sound: 1, kind: 'HISTORY' });
    const told = judged({ events: [filled(0)], limit: '$maxAge' });
    expect(told).toMatchObject({ sound: 1, kind: 'HISTORY' });
    expect(told.message).toContain('$maxAge in its metadata, by which the server takes events away');
  });

  it('B1 is judged again once somebody took note of what was wrong', async () => {
    const store = new MemoryEventStore();
    await store.append(stream, 'no_stream', [filled(0)]);
    await store.append(stream, 0n, [filled(1, { type: 'CourseSunk' })]);
    let isNoted = false;
    const decoder: Decoder = {
      decode: (event) => (isNoted && event.revision === 1n ? codec.decode(filled(1)) : codec.decode(event)),
      learn: () => {
        isNoted = true;
        return Promise.resolve();
      },
    };
    expect((await wholeHistoryOf(store, stream, decoder)).map(({ revision }) => revision)).toEqual([0n, 1n]);
    await expect(wholeHistoryOf(store, stream, codec)).rejects.toThrow(LogFault);
  });
});
