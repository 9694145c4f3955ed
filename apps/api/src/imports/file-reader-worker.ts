import { parentPort, workerData } from 'node:worker_threads';
import { readBytes, UnreadableFile } from '#spreadsheet';
import type { ToRead, WasRead } from './file-reader.js';

/** Reads one file (file-reader.ts starts it). */
const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread: an import starts it.');
const { bytes, options } = workerData as ToRead;
const say = (read: WasRead) => port.postMessage(read);
try {
  say({ grid: readBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options) });
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  say({ phrase: error.phrase });
}
