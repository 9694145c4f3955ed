import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { ProjectorConfig } from './config.js';
import { startEngine } from './engine.js';
import type { FromWorker, ToWorker } from './host.js';

/** The thread that projects and reacts for the standalone application (apps/projector/src/host.ts starts it). */
const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread; start the projector with main.js');
const tell = (message: FromWorker) => port.postMessage(message);

try {
  const [config] = (await once(port, 'message')) as [ProjectorConfig];
  const engine = await startEngine(config, (line) => tell({ kind: 'log', line }));
  port.on('message', (message: ToWorker) => {
    if (message === 'reactors') tell({ kind: 'reactors', reactors: engine.reactors() });
    else void engine.stop().then(() => port.close());
  });
  tell({ kind: 'started' });
  await engine.ready;
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  port.close();
}
