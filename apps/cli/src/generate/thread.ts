import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SealedEntry } from './sealed.js';
import { type SealedChapter, telling, type Telling } from './telling.js';

/** The same in a thread of its own, one chapter ahead; in this one where the program runs from its sources. */
export function inThread(what: Telling): AsyncGenerator<SealedChapter, void> {
  const entry = new URL('./worker.js', import.meta.url);
  return existsSync(fileURLToPath(entry))
    ? fromThread(new Worker(entry, { workerData: what }))
    : telling(what);
}

async function* fromThread(worker: Worker): AsyncGenerator<SealedChapter, void> {
  const failed = once(worker, 'exit').then(() => {
    throw new Error('A thread that told the history ended.');
  });
  failed.catch(() => undefined);
  const chapter = async () => {
    worker.postMessage('next');
    // Rejects with what the thread threw.
    const [packed] = (await Promise.race([once(worker, 'message'), failed])) as [PackedChapter];
    return unpacked(packed);
  };
  try {
    for (let next = chapter(); ;) {
      const current = await next;
      next = chapter();
      next.catch(() => undefined);
      yield current;
    }
  } finally {
    await worker.terminate();
  }
}

/** As it goes from thread to thread: the bytes of all events in one piece, which is handed over and not copied. */
export interface PackedChapter extends Omit<SealedChapter, 'entries'> {
  readonly entries: readonly (Omit<SealedEntry, 'events'> & { readonly end: number })[];
  readonly bytes: ArrayBuffer;
}

export function packed({ entries, ...chapter }: SealedChapter): PackedChapter {
  const bytes = Buffer.from(new ArrayBuffer(entries.reduce((sum, { events }) => sum + events.length, 0)));
  let end = 0;
  const described = entries.map(({ events, ...entry }) => {
    events.copy(bytes, end);
    end += events.length;
    return { ...entry, end };
  });
  return { ...chapter, entries: described, bytes: bytes.buffer as ArrayBuffer };
}

function unpacked({ entries, bytes, ...chapter }: PackedChapter): SealedChapter {
  const whole = Buffer.from(bytes);
  return {
    ...chapter,
    entries: entries.map(({ end, ...entry }, index) => ({
      ...entry,
      events: whole.subarray(entries[index - 1]?.end ?? 0, end),
    })),
  };
}
