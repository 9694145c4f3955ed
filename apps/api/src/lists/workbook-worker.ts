import { parentPort, workerData } from 'node:worker_threads';
import { type PlainRows, type Sheet, workbookOf } from './workbook.js';
import type { ToWorkbook } from './workbook-thread.js';

/** Makes one workbook of the rows that it is given (workbook-thread.ts starts it). */
const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread: a list that goes out starts it.');
const all: PlainRows[number][] = [];
port.on('message', (message: ToWorkbook) => {
  if (message !== 'made') {
    all.push(...message.rows);
    return;
  }
  void workbookOf(workerData as Sheet, all).then((made) => {
    const bytes = new ArrayBuffer(made.length);
    made.copy(Buffer.from(bytes));
    port.postMessage(bytes, [bytes]);
  });
});
