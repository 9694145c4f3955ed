import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type PlainRows, type Sheet, workbookOf } from './workbook.js';

/** Rows for a workbook, or that there are no more. */
export type ToWorkbook = { readonly rows: PlainRows } | 'made';

/** A workbook under way. */
export interface WorkbookUnderWay {
  take(rows: PlainRows): void;
  made(): Promise<Uint8Array>;
  end(): Promise<unknown>;
}

/** More than any list that goes out takes. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/** Makes a workbook in a thread of its own, so that no request waits for it; in this one where the program runs from its sources. */
export function beginWorkbook(sheet: Sheet): WorkbookUnderWay {
  const entry = new URL('./workbook-worker.js', import.meta.url);
  if (!existsSync(fileURLToPath(entry))) return inThisThread(sheet);
  const worker = new Worker(entry, { workerData: sheet, resourceLimits });
  const failed = once(worker, 'exit').then(() => {
    throw new Error('The thread that made a workbook ended.');
  });
  failed.catch(() => undefined);
  const say = (message: ToWorkbook) => worker.postMessage(message);
  return {
    take: (rows) => say({ rows }),
    async made() {
      const answer = once(worker, 'message');
      say('made');
      // Rejects with what the thread threw.
      const [bytes] = (await Promise.race([answer, failed])) as [ArrayBuffer];
      return new Uint8Array(bytes);
    },
    end: () => worker.terminate(),
  };
}

function inThisThread(sheet: Sheet): WorkbookUnderWay {
  const all: PlainRows[number][] = [];
  return {
    take: (rows) => void all.push(...rows),
    made: () => workbookOf(sheet, all),
    end: () => Promise.resolve(),
  };
}
