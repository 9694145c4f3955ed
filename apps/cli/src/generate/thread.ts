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

/** As it goes from thread to thread: the bytes of a month's events in one piece, which is handed over and not copied, and let go of when the month is past. */
export interface PackedChapter extends Omit<SealedChapter, 'entries'> {
  readonly months: readonly PackedMonth[];
}
interface PackedMonth {
  readonly entries: readonly (Omit<SealedEntry, 'events'> & { readonly end: number })[];
  readonly bytes: ArrayBuffer;
}

export function packed({ entries, ...chapter }: SealedChapter): PackedChapter {
  const months = new Map<string, SealedEntry[]>();
  for (const entry of entries) {
    const month = entry.at.slice(0, 7);
    const present = months.get(month);
    if (present) present.push(entry);
    else months.set(month, [entry]);
  }
  return { ...chapter, months: [...months.values()].map(packedMonth) };
}

function packedMonth(entries: readonly SealedEntry[]): PackedMonth {
  const bytes = new ArrayBuffer(entries.reduce((sum, { events }) => sum + events.length, 0));
  const whole = Buffer.from(bytes);
  let end = 0;
  const described = entries.map(({ events, ...entry }) => {
    end += events.copy(whole, end);
    return { ...entry, end };
  });
  return { entries: described, bytes };
}

export const unpacked = ({ months, ...chapter }: PackedChapter): SealedChapter => ({
  ...chapter,
  entries: months.flatMap(({ entries, bytes }) =>
    entries.map(({ end, ...entry }, index) => {
      const begin = entries[index - 1]?.end ?? 0;
      return { ...entry, events: Buffer.from(bytes, begin, end - begin) };
    }),
  ),
});
