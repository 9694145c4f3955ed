import { jest } from '@jest/globals';
import { LogFault } from './event-store.js';
import { logStream, openLog, readLogId } from './log-id.js';
import { testEventKeys } from './testing/event-key.js';
import { MemoryEventStore } from './testing/memory-event-store.js';

const ensureLogId = async (store: MemoryEventStore) => (await openLog(store, testEventKeys)).logId;

describe('the id of the log', () => {
  it('is absent until it is made, and then stays', async () => {
    const store = new MemoryEventStore();
    expect(await readLogId(store)).toBeUndefined();
    const logId = await ensureLogId(store);
    expect(await ensureLogId(store)).toBe(logId);
    expect(await readLogId(store)).toBe(logId);
  });

  it('is one for all that start at once', async () => {
    const store = new MemoryEventStore();
    const ids = await Promise.all(Array.from({ length: 20 }, () => ensureLogId(store)));
    expect(new Set(ids).size).toBe(1);
    expect(store.all).toHaveLength(1);
  });

  it('is another in another log', async () => {
    expect(await ensureLogId(new MemoryEventStore())).not.toBe(await ensureLogId(new MemoryEventStore()));
  });

  it.each([
    ['something else', 'Other', { logId: 'one' }],
    ['an event that names none', 'LogCreated', {}],
  ])('is refused where the stream begins with %s', async (_, type, data) => {
    const store = new MemoryEventStore();
    await store.append(logStream, 'no_stream', [
      { id: '01890a5d-ac96-574b-8c3f-0d7a1e2b3c4d', type, data, metadata: {} },
    ]);
    await expect(readLogId(store)).rejects.toThrow(LogFault);
  });

  it('is not made up where the log cannot be written, or loses what was written', async () => {
    const store = new MemoryEventStore();
    const append = jest.spyOn(store, 'append').mockRejectedValueOnce(new Error('The log is away'));
    await expect(ensureLogId(store)).rejects.toThrow('The log is away');
    append.mockResolvedValueOnce({ revision: 0n, position: 0n });
    await expect(ensureLogId(store)).rejects.toThrow(LogFault);
  });
});
