import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Grid, readBytes, type ReadingOptions, sayOfCell, UnreadableFile } from '#spreadsheet';

/** What a thread is given to read. */
export interface ToRead {
  readonly bytes: Uint8Array;
  readonly options: ReadingOptions;
}
/** What it found, or why nothing can be read. */
export type WasRead = { readonly grid: Grid } | { readonly phrase: UnreadableFile['phrase'] };

/** More than the largest list that is taken needs. */
const resourceLimits = { maxOldGenerationSizeMb: 1024 };
/** Many times what the largest list takes. */
const patienceMs = 60_000;

/**
 * Reads files in a thread of their own, one at a time, so that no request waits for one that was made to be slow; in this thread where the program
 * runs from its sources. Rejects with `UnreadableFile`.
 */
export class FileReader {
  #last: Promise<unknown> = Promise.resolve();

  read(bytes: Buffer, options: ReadingOptions): Promise<Grid> {
    const mine = this.#last.then(() => readApart(bytes, options));
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

async function readApart(bytes: Buffer, options: ReadingOptions): Promise<Grid> {
  const entry = new URL('./file-reader-worker.js', import.meta.url);
  if (!existsSync(fileURLToPath(entry))) return readBytes(bytes, options);
  const workerData: ToRead = { bytes, options };
  const worker = new Worker(entry, { workerData, resourceLimits });
  const slow = setTimeout(() => void worker.terminate(), patienceMs);
  try {
    const read = await new Promise<WasRead>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        const isTooMuch = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(isTooMuch ? new UnreadableFile(sayOfCell('larger-unpacked'), { cause: error }) : error);
      });
      worker.once('exit', () => reject(new UnreadableFile(sayOfCell('too-slow'))));
    });
    if ('phrase' in read) throw new UnreadableFile(read.phrase);
    return read.grid;
  } finally {
    clearTimeout(slow);
    await worker.terminate();
  }
}
