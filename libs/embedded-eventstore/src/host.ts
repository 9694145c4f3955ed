import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { startEmbeddedEventStore, type EmbeddedEventStore, type EmbeddedEventStoreOptions } from './start.js';
import { asError, received, type SentError } from './thread-errors.js';

export interface HostedEventStore extends EmbeddedEventStore {
  /** Resolves when the node has stopped, with the reason when that was a failure. */
  readonly closed: Promise<Error | undefined>;
  /** Resolves only when the node stopped by itself. */
  readonly failed: Promise<Error>;
}

export interface HostOptions extends EmbeddedEventStoreOptions {
  /** Gives the start up. */
  readonly signal?: AbortSignal;
}

/** Where the node is reached. */
type Where = Pick<EmbeddedEventStore, 'connectionString' | 'plainConnectionString' | 'port'>;

/** What the worker says to the thread that hosts it. */
export type WorkerMessage =
  | ({ readonly kind: 'ready' } & Where)
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'refusing'; readonly why: string | undefined }
  | { readonly kind: 'failed'; readonly error: SentError };

/**
 * Starts the node in a thread of its own, so that nobody else's load stalls it. Where only the TypeScript sources are
 * at hand, it runs in this thread.
 */
export async function startEmbeddedEventStoreWorker({
  signal,
  ...options
}: HostOptions): Promise<HostedEventStore> {
  const entry = new URL('./worker.js', import.meta.url);
  if (!existsSync(fileURLToPath(entry))) return inThisThread(options);
  const { log, onRefusing, ...workerData } = options;
  const worker = new Worker(entry, { workerData });
  const closed = endOf(worker);
  // Reading a long or damaged log holds the thread; nothing is lost by ending it there.
  const giveUp = () => void worker.terminate();
  signal?.addEventListener('abort', giveUp, { once: true });
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'log') (log ?? warn)(message.line);
    if (message.kind === 'refusing') onRefusing?.(message.why);
  });
  const { connectionString, plainConnectionString, port } = await ready(worker, closed);
  signal?.removeEventListener('abort', giveUp);
  let told = false;
  return {
    connectionString,
    plainConnectionString,
    port,
    closed,
    failed: failureOf(closed, () => told),
    async close() {
      told = true;
      worker.postMessage('close');
      const error = await closed;
      if (error) throw error;
    },
  };
}

async function inThisThread(options: EmbeddedEventStoreOptions): Promise<HostedEventStore> {
  const node = await startEmbeddedEventStore(options);
  let stopped: (error: Error | undefined) => void = () => undefined;
  const closed = new Promise<Error | undefined>((resolve) => (stopped = resolve));
  return {
    ...node,
    closed,
    // In this thread it does not stop unless it is told to.
    failed: new Promise(() => undefined),
    async close() {
      try {
        await node.close();
        stopped(undefined);
      } catch (error) {
        stopped(asError(error));
        throw error;
      }
    },
  };
}

/** Resolves when the worker is at its end, with what failed there: an error it tells of, or one that nobody caught. */
function endOf(worker: Worker): Promise<Error | undefined> {
  return new Promise((resolve) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'failed') resolve(received(message.error));
    });
    worker.once('error', (error) => resolve(asError(error)));
    worker.once('exit', (code) =>
      resolve(code === 0 ? undefined : new Error(`The event store's thread ended with code ${code}.`)),
    );
  });
}

function ready(worker: Worker, closed: Promise<Error | undefined>): Promise<Where> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve(message);
    });
    void closed.then((error) => reject(error ?? new Error('The event store stopped before it was ready.')));
  });
}

const failureOf = (closed: Promise<Error | undefined>, wasTold: () => boolean): Promise<Error> =>
  new Promise((resolve) => {
    void closed.then((error) => {
      if (error && !wasTold()) resolve(error);
    });
  });

const warn = (line: string): void => {
  process.emitWarning(line, 'EmbeddedEventStore');
};
