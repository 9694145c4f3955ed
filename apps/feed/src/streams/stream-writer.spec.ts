import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { StoreUnavailable } from '#event-sourcing';
import { MemoryEventStore } from '#event-sourcing/testing/memory-event-store';
import type { PublicEvent, Told } from '#public-events';
import { publicStream } from '#subscription';
import { Cursors } from '../cursor.js';
import type { Grant } from '../grants.js';
import { StreamWriter, type StreamWriterParts } from './stream-writer.js';

const [tenant, streamId, logId] = ['9999', 'st-1', 'l-1'];
const stream = publicStream(tenant, streamId);
const cursors = new Cursors(createHash('sha256').update('a key of the test').digest());
const grant = {} as Grant;

/** What is told of each recorded event: so many events, the later ones of which may be large. */
const toldOf = (counts: readonly number[], size = 0): readonly Told[] =>
  counts.flatMap((count, index) =>
    Array.from({ length: count }, (_, ordinal) => ({
      position: BigInt((index + 1) * 10),
      ordinal,
      event: {
        id: `e${index}.${ordinal}`,
        type: 'no.samspor.case.closed.v1',
        data: { text: 'x'.repeat(size) },
      } as unknown as PublicEvent,
    })),
  );

/** Pages as the feed gives them: what is told of one event is never parted. */
const pagesOf =
  (told: readonly Told[], atATime: number): StreamWriterParts['page'] =>
  async (_, { after }) => {
    const rest = told.filter(({ position }) => position > after);
    const end = rest[atATime - 1]?.position;
    if (end === undefined) return { told: rest, position: 1_000_000n, isFull: false };
    return { told: rest.filter(({ position }) => position <= end), position: end, isFull: true };
  };

const writerOn = (store: StreamWriterParts['store'], page: StreamWriterParts['page']) =>
  new StreamWriter({ tenant, streamId, logId, store, cursors, page });
async function writeAll(writer: StreamWriter): Promise<void> {
  while (await writer.write(grant));
}
const idsIn = async (store: MemoryEventStore) => (await store.read(stream)).map(({ data }) => data['id']);

describe('a stream for a subscriber', () => {
  it('holds each event as it is told, under its type, with the cursor behind it', async () => {
    const store = new MemoryEventStore();
    const told = toldOf([1, 2]);
    await writeAll(writerOn(store, pagesOf(told, 2)));
    const written = await store.read(stream);
    expect(written.map(({ type, data }) => [type, data])).toEqual(
      told.map(({ event }) => [event.type, event]),
    );
    expect(
      written.map(({ metadata }) => cursors.read((metadata as { cursor?: string }).cursor ?? '')?.position),
    ).toEqual([10n, undefined, 20n]);
  });

  it('has each event once and in order, wherever its writer is killed, whatever answer is lost, beside another writer', async () => {
    const fates = fc.array(fc.constantFrom('goes on', 'killed before', 'killed after', 'another writes'), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 25 }),
        fc.integer({ min: 1, max: 7 }),
        fates,
        async (counts, atATime, fated) => {
          const store = new MemoryEventStore();
          const told = toldOf(counts);
          const page = pagesOf(told, atATime);
          for (const fate of fated) {
            const failing: StreamWriterParts['store'] = {
              last: (name) => store.last(name),
              async append(...given) {
                if (fate === 'killed before') throw new StoreUnavailable('killed');
                if (fate === 'another writes') await writerOn(store, page).write(grant);
                const appended = await store.append(...given);
                if (fate === 'killed after') throw new StoreUnavailable('killed');
                return appended;
              },
            };
            const writer = writerOn(failing, page);
            for (const _ of [1, 2]) await writer.write(grant).catch(() => undefined);
          }
          await writeAll(writerOn(store, page));
          expect(await idsIn(store)).toEqual(told.map(({ event }) => event.id));
        },
      ),
    );
  });

  it('takes no more at once than an event store does, and never parts what is told of one event', async () => {
    const store = new MemoryEventStore();
    const told = toldOf([2, 2, 1], 220_000);
    const writer = writerOn(store, pagesOf(told, 200));
    const lengths: number[] = [];
    do lengths.push((await idsIn(store)).length);
    while (await writer.write(grant));
    expect(lengths).toEqual([0, 2, 4]);
    expect(await idsIn(store)).toHaveLength(5);
  });

  it.each([
    ['another log', cursors.textOf({ tenant, logId: 'l-2', position: 10n })],
    ['another municipality', cursors.textOf({ tenant: '1576', logId, position: 10n })],
    ['nobody knows where', 'forged'],
  ])('is not written on behind an event from %s', async (_, cursor) => {
    const store = new MemoryEventStore();
    const id = '00000000-0000-4000-8000-000000000001';
    await store.append(stream, 'no_stream', [{ id, type: 'T', data: {}, metadata: { cursor } }]);
    await expect(writerOn(store, pagesOf(toldOf([1]), 5)).write(grant)).rejects.toThrow(
      'was not written from this log',
    );
    expect(await store.read(stream)).toHaveLength(1);
  });
});
