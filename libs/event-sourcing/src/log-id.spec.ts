import { LogFault } from './event-store.js';
import { ensureLogId, logStream, readLogId } from './log-id.js';
import { MemoryEventStore } from './testing/memory-event-store.js';

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

  it('is refused where the stream begins with something else', async () => {
    const store = new MemoryEventStore();
    await store.append(logStream, 'no_stream', [
      { id: '01890a5d-ac96-574b-8c3f-0d7a1e2b3c4d', type: 'Other', data: {}, metadata: {} },
    ]);
    await expect(readLogId(store)).rejects.toThrow(LogFault);
  });
});
