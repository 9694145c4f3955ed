import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ReactorStatus } from '#projecting';
import type { ProjectorConfig } from './config.js';
import { startEngine } from './engine.js';

/** What the thread is asked; first of all to begin. */
export type ToWorker = ProjectorConfig | 'reactors' | 'stop';

/** What the thread says to the one that hosts it. */
export type FromWorker =
  | { readonly kind: 'started' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'reactors'; readonly reactors: readonly ReactorStatus[] }
  | { readonly kind: 'failed'; readonly message: string };

export interface HostedProjector {
  /** Resolves when every read model stands at the end of the log or is halted, or another process leads. */
  readonly ready: Promise<void>;
  /** Never resolves when the projector has ended. */
  reactors(): Promise<readonly ReactorStatus[]>;
  /** Ends after the transactions and reactions under way. */
  stop(): Promise<void>;
  /** Calls back when the projector has ended without `stop`: nothing is projected any more. */
  onFatal(listener: (error: Error) => void): void;
}

/**
 * Projects and reacts in a thread of its own, so that no load on it stalls the caller. Resolves when it works; rejects when it cannot start.
 * The thread is loaded while what it works with is still awaited. Where only the TypeScript sources are at hand it runs in this thread.
 */
export async function startProjectorWorker(
  config: ProjectorConfig | Promise<ProjectorConfig>,
  log: (line: string) => void = () => {},
): Promise<HostedProjector> {
  const entry = new URL('./worker.js', import.meta.url);
  if (!existsSync(fileURLToPath(entry))) {
    const engine = await startEngine(await config, log);
    return {
      ready: engine.ready,
      reactors: () => Promise.resolve(engine.reactors()),
      stop: () => engine.stop(),
      onFatal: () => {},
    };
  }
  const worker = new Worker(entry);
  const listeners: ((error: Error) => void)[] = [];
  let stopping = false;
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    worker.once('error', (error) => (failure = error instanceof Error ? error : new Error(String(error))));
    worker.once('exit', (code) => {
      if (!stopping) failure ??= new Error(`The projector's thread ended with code ${code}`);
      resolve();
      if (!stopping && failure !== undefined) for (const listener of listeners) listener(failure);
    });
  });
  const heard = (kind: FromWorker['kind']) =>
    new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === kind) resolve();
        if (message.kind === 'failed') {
          failure = new Error(message.message);
          reject(failure);
        }
      });
      void ended.then(() => reject(failure ?? new Error('The projector was stopped')));
    });
  const asking: ((reactors: readonly ReactorStatus[]) => void)[] = [];
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'log') log(message.line);
    if (message.kind === 'reactors') for (const answer of asking.splice(0)) answer(message.reactors);
  });
  const ask = (message: ToWorker) => worker.postMessage(message);
  const [started, ready] = [heard('started'), heard('ready')];
  // Whoever does not wait for it is told by onFatal.
  ready.catch(() => {});
  started.catch(() => {});
  try {
    ask(await config);
  } catch (error) {
    stopping = true;
    await worker.terminate();
    throw error;
  }
  await started;
  return {
    ready,
    reactors: () =>
      new Promise((resolve) => {
        asking.push(resolve);
        ask('reactors');
      }),
    async stop() {
      stopping = true;
      ask('stop');
      await ended;
    },
    onFatal: (listener) => void listeners.push(listener),
  };
}
