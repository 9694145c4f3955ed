import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage } from './host.js';
import { startEmbeddedEventStore, type EmbeddedEventStoreOptions } from './start.js';
import { sent } from './thread-errors.js';

/** The node's thread: starts with the options it was given, closes when told to. */
async function main(): Promise<void> {
  const parent = parentPort;
  if (!parent) {
    throw new Error('This file is the body of a worker thread; start it with startEmbeddedEventStoreWorker.');
  }
  const tell = (message: WorkerMessage): void => parent.postMessage(message);
  try {
    const options = workerData as EmbeddedEventStoreOptions;
    const node = await startEmbeddedEventStore({
      ...options,
      log: (line) => tell({ kind: 'log', line }),
      onRefusing: (why) => tell({ kind: 'refusing', why }),
    });
    const { connectionString, plainConnectionString, port } = node;
    tell({ kind: 'ready', connectionString, plainConnectionString, port });
    await new Promise<void>((resolve) => parent.once('message', () => resolve()));
    await node.close();
  } catch (error) {
    tell({ kind: 'failed', error: sent(error) });
  }
  parent.close();
}

await main();
