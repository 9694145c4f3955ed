import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { startEmbeddedEventStore, type EmbeddedEventStore, type EmbeddedEventStoreOptions } from './start.js';

export interface HostedEventStore extends EmbeddedEventStore {
  /** Resolves when the node has stopped, with the reason when that was a failure. */
  readonly closed: Promise<Error | undefined>;
  /** Resolves only when the node stopped by itself. */
  readonly failed: Promise<Error>;
}

/** What the worker says to the thread that hosts it. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly connectionString: string; readonly port: number }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'failed'; readonly error: Error };

/**
 * Starts the node in a thread of its own, so that nobody else's load stalls it. Where only the TypeScript sources are
 * at hand, it runs in this thread.
 */
export async function startEmbeddedEventStoreWorker(
  options: EmbeddedEventStoreOptions,
): Promise<HostedEventStore> {
  const entry = new URL('./worker.js', import.meta.url);
  if (!existsSync(fileURLToPath(entry))) return inThisThread(options);
  const { log, ...workerData } = options;
  const worker = new Worker(entry, { workerData });
  const closed = new Promise<Error | undefined>((resolve) => {
    worker.once('error', (error) => resolve(asError(error)));
    worker.once('exit', (code) =>
      resolve(code === 0 ? undefined : new Error(`The event store's thread ended with code ${code}.`)),
    );
  });
  const { connectionString, port } = await ready(worker, closed, log ?? warn);
  return {
    connectionString,
    port,
    closed,
    failed: failureOf(closed),
    async close() {
      worker.postMessage('close');
      const error = await closed;
      if (error) throw error;
    },
  };
}

async function inThisThread(options: EmbeddedEventStoreOptions): Promise<HostedEventStore> {
  const node = await startEmbeddedEventStore(options);
  let stopped: () => void = () => undefined;
  const closed = new Promise<undefined>((resolve) => (stopped = () => resolve(undefined)));
  return {
    ...node,
    closed,
    failed: failureOf(closed),
    async close() {
      await node.close();
      stopped();
    },
  };
}

function ready(
  worker: Worker,
  closed: Promise<Error | undefined>,
  log: (line: string) => void,
): Promise<{ connectionString: string; port: number }> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'ready':
          resolve(message);
          break;
        case 'log':
          log(message.line);
          break;
        case 'failed':
          reject(message.error);
          break;
      }
    });
    void closed.then((error) => reject(error ?? new Error('The event store stopped before it was ready.')));
  });
}

const failureOf = (closed: Promise<Error | undefined>): Promise<Error> =>
  new Promise((resolve) => {
    void closed.then((error) => {
      if (error) resolve(error);
    });
  });

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const warn = (line: string): void => {
  process.emitWarning(line, 'EmbeddedEventStore');
};
