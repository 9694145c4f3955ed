import { adoptLog } from './adopt-log.js';
import { Authenticity, NotAuthentic } from './authenticity.js';
import type { NewEvent } from './event-store.js';
import { logStream, NotTakenOver, openLog } from './log-id.js';
import { testAuthenticity, testEventKeys } from './testing/event-key.js';
import { MemoryEventStore } from './testing/memory-event-store.js';
import { plainSealing, plainText } from './testing/plain-sealing.js';
import { isEnvelope } from './sealing.js';

const logId = '6f9619ff-8b86-4011-b42d-00c04fc964ff';
const event = (n: number, type = 'NeedNotified', data = {}): NewEvent => ({
  id: `01890a5d-ac96-574b-8c3f-${String(n).padStart(12, '0')}`,
  type,
  data,
  metadata: { recordedAt: '2026-01-01T00:00:00.000Z', schemaVersion: 1 },
});

/** A log as it was written before events were authenticated. */
async function logOfBefore(): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  await store.append(logStream, 'no_stream', [event(1, 'LogCreated', { logId })]);
  await store.append('case-1576.a', 'no_stream', [event(2), event(3)]);
  await store.append('case-1577.b', 'no_stream', [event(4)]);
  return store;
}

const adopt = (store: MemoryEventStore, more: { readonly keys?: typeof testEventKeys } = {}) =>
  adoptLog({
    store,
    keys: testEventKeys,
    sealing: plainSealing,
    streamPrefixes: ['case-', 'log-'],
    by: 'Testine Drifter',
    reason: 'Nobody else could write',
    at: '2026-03-02T09:00:00.000Z',
    ...more,
  });

async function verdict(store: MemoryEventStore, stream: string): Promise<boolean[]> {
  const { authenticity } = await openLog(store, testEventKeys);
  return (await store.read(stream)).map((one) => {
    try {
      authenticity.assertAuthentic(one);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(NotAuthentic);
      return false;
    }
  });
}

describe('a log of before events were authenticated', () => {
  it('A3 is refused with the command that takes it over', async () => {
    const store = await logOfBefore();
    await expect(openLog(store, testEventKeys)).rejects.toThrow(NotTakenOver);
    await expect(openLog(store, testEventKeys)).rejects.toThrow('samspor eventstore adopt');
  });

  it('A3 is believed up to where it was taken over, and not what came after without a MAC', async () => {
    const store = await logOfBefore();
    expect(await adopt(store)).toMatchObject({ outcome: 'taken-over', survey: { events: 4 } });
    await store.append('case-1576.a', 1n, [event(5)]);
    await store.append('case-1576.a', 2n, testAuthenticity.signed('case-1576.a', 2n, [event(6)]));
    expect(await verdict(store, 'case-1576.a')).toEqual([true, true, false, true]);
    expect(await verdict(store, 'case-1577.b')).toEqual([true]);
    expect(await openLog(store, testEventKeys)).toMatchObject({ logId });
  });

  it('B1 is opened though the stream that it was taken over up to was ended for ever', async () => {
    const store = await logOfBefore();
    await adopt(store);
    const before = await verdict(store, 'case-1576.a');
    store.tombstone('case-1577.b');
    expect(await verdict(store, 'case-1576.a')).toEqual(before);
  });

  it('A3 does not believe what came between the look and the note', async () => {
    const store = await logOfBefore();
    const append = store.append.bind(store);
    store.append = async (stream, expected, events) => {
      if (stream === logStream) await append('case-1577.b', 0n, [event(7)]);
      return append(stream, expected, events);
    };
    await adopt(store);
    expect(await verdict(store, 'case-1577.b')).toEqual([true, false]);
  });

  it('A3 is not taken over by a note that Samspor did not write', async () => {
    const store = await logOfBefore();
    await adopt(store);
    const note = await store.last(logStream);
    if (!note) throw new Error('no note');
    const forged = await logOfBefore();
    const strangers = new Authenticity([{ id: '00000001', key: Buffer.alloc(32, 9) }]);
    const { mac: _, ...bare } = note.metadata;
    await forged.append(logStream, 0n, [{ ...note, metadata: bare }]);
    await forged.append(logStream, 1n, [{ ...note, id: event(8).id }]);
    await forged.append(
      logStream,
      2n,
      strangers.signed(logStream, 2n, [{ ...event(9), type: note.type, data: note.data }]),
    );
    await expect(openLog(forged, testEventKeys)).rejects.toThrow(NotTakenOver);
  });

  it('says who answers for it and why, sealed', async () => {
    const store = await logOfBefore();
    await adopt(store);
    const { by, reason } = (await store.last(logStream))?.data ?? {};
    const opened = [by, reason].map((field) => (isEnvelope(field) ? plainText(field) : field));
    expect(opened).toEqual(['Testine Drifter', 'Nobody else could write']);
  });

  it('is taken over once; a second time tells whether it is the same still', async () => {
    const store = await logOfBefore();
    const first = await adopt(store);
    await store.append('case-1576.a', 1n, [event(5)]);
    expect(await adopt(store)).toEqual({ outcome: 'standing', survey: first.survey, isSame: true });
    const changed = store.all.findIndex(({ id }) => id === event(3).id);
    const [found] = store.all.splice(changed, 1);
    if (found) store.all.splice(changed, 0, { ...found, data: { other: 1 } });
    expect(await adopt(store)).toMatchObject({ outcome: 'standing', isSame: false });
  });

  it('is refused where what was taken over is not there', async () => {
    const store = await logOfBefore();
    await adopt(store);
    const other = await logOfBefore();
    const note = await store.last(logStream);
    if (!note) throw new Error('no note');
    const last = { stream: 'case-1577.b', revision: 0, id: event(99).id };
    const elsewhere = {
      ...note,
      data: { ...note.data, last },
      metadata: { recordedAt: 'x', schemaVersion: 1 },
    };
    await other.append(logStream, 0n, testAuthenticity.signed(logStream, 0n, [elsewhere]));
    await expect(openLog(other, testEventKeys)).rejects.toThrow('restored to an earlier state');
  });
});

describe('a new log', () => {
  it('needs no taking over, and cannot be', async () => {
    const store = new MemoryEventStore();
    await expect(adopt(store)).rejects.toThrow('holds no log of Samspor');
    await openLog(store, testEventKeys);
    await expect(adopt(store)).rejects.toThrow('nothing to take over');
    expect(await verdict(store, logStream)).toEqual([true]);
  });

  it("A3 is refused with another vault's keys", async () => {
    const store = new MemoryEventStore();
    await openLog(store, testEventKeys);
    await expect(openLog(store, [{ id: '00000007', key: Buffer.alloc(32, 7) }])).rejects.toThrow(
      'Restore the vault that belongs to this log',
    );
  });
});
