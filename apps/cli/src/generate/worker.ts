import { parentPort, workerData } from 'node:worker_threads';
import { type Telling, telling } from './telling.js';
import { packed } from './thread.js';

/** Tells a part of a history, a chapter each time it is asked (thread.ts starts it). */
const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread: samspor generate starts it.');
const chapters = telling(workerData as Telling);
port.on('message', () => {
  void chapters.next().then(({ value }) => {
    if (!value) throw new Error('A history does not end by itself.');
    const chapter = packed(value);
    port.postMessage(
      chapter,
      chapter.months.map(({ bytes }) => bytes),
    );
  });
});
