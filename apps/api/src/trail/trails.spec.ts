import { codec } from '#apps/codec';
import type { EventStore } from '#event-sourcing';
import { placesIn, sealedIn } from '#personal-data';
import { type CaseFact, Log } from '../../../../projections/log.testing.js';
import { Trails } from './trails.js';

const about = { caseId: 'c', subjectId: 's' };
const received: CaseFact = {
  type: 'ApplicationReceived',
  data: {
    ...about,
    items: ['COORDINATOR'],
    receivedOn: '2026-03-02',
    channel: 'FORM',
    written: true,
    signed: true,
    applicantRole: 'SUBJECT',
    wish: 'Helst en hun kjenner',
  },
};
const length = 1_600;
const of = [{ municipality: '1576', stream: 'case-1576.c' }];

/** The log, and how many events each read of it gave. */
function counted(store: EventStore) {
  const reads: number[] = [];
  return {
    reads,
    history: (stream: string) => store.history(stream),
    async read(...asked: Parameters<EventStore['read']>) {
      const events = await store.read(...asked);
      reads.push(events.length);
      return events;
    },
  };
}

describe('a long trail', () => {
  const log = new Log();
  beforeAll(async () => {
    const some = Array.from({ length: 400 }, () => received);
    for (let recorded = 0; recorded < length; recorded += some.length) await log.inCase('c', ...some);
  });

  it('B11 is read a slice at a time, once for all who ask, and lies in memory without its texts', async () => {
    const store = counted(log.store);
    const trails = new Trails(store, codec);
    const [trail, same] = await Promise.all([trails.of(of), trails.of(of)]);
    expect(trail.entries).toHaveLength(length);
    expect(same.entries).toBe(trail.entries);
    expect(Math.max(...store.reads)).toBeLessThanOrEqual(500);
    // And whether it ends where it did, for whoever asked while it was read.
    expect(store.reads.reduce((sum, read) => sum + read, 0)).toBe(length + 1);
    expect(sealedIn(trail.entries)).toEqual([]);
  });

  it('B11 costs a page its own entries alone once it is known, and what has come since', async () => {
    const store = counted(log.store);
    const trails = new Trails(store, codec);
    await trails.of(of);
    store.reads.length = 0;
    const trail = await trails.of(of);
    const page = await trails.withTexts(trail.entries.slice(700, 900), trail);
    // The last event that was known stands there still.
    expect(store.reads).toEqual([1, 200]);
    expect(placesIn(page)).toEqual([]);
    expect(sealedIn(page)).toHaveLength(200);
    expect(new Set(sealedIn(page).map(({ eventId }) => eventId)).size).toBe(200);

    const [more] = await log.inCase('c', {
      ...received,
      data: { ...received.data, receivedOn: '2026-03-01' },
    });
    store.reads.length = 0;
    const { entries } = await trails.of(of);
    expect(store.reads).toEqual([2]);
    expect(entries[0]?.eventId).toBe(more?.id);
    expect(entries).toHaveLength(length + 1);
  });

  it('B11 is not held where that would be too much, and read all the same', async () => {
    const trails = new Trails(counted(log.store), codec, 100);
    expect((await trails.of(of)).entries.length).toBeGreaterThanOrEqual(length);
    expect((await trails.of(of)).entries.length).toBeGreaterThanOrEqual(length);
  });

  it('B25 is not told from its middle, nor once it does not end where it did', async () => {
    const { store } = log;
    const read: EventStore['read'] = async (stream, options) =>
      (await store.read(stream, options)).slice(0, -5);
    const history: EventStore['history'] = async (stream) => {
      const { events } = await store.history(stream);
      return { events: events.slice(5) };
    };
    const shortened = new Trails(
      { history, read: async (...asked) => (await store.read(...asked)).slice(5) },
      codec,
    );
    await expect(shortened.of(of)).rejects.toThrow('begins at revision 5');

    let isCut = false;
    const trails = new Trails(
      {
        read: (...asked) => (isCut ? read(...asked) : store.read(...asked)),
        history: (stream) =>
          isCut ? Promise.resolve({ events: [], limit: 'tombstone' }) : store.history(stream),
      },
      codec,
    );
    expect((await trails.of(of)).entries.length).toBeGreaterThanOrEqual(length);
    isCut = true;
    await expect(trails.of(of)).rejects.toThrow('was deleted for ever');
  });
});
