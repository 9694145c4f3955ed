import 'reflect-metadata';
import { listeningOn } from '#apps/listening';
import { readConfig } from './config.js';
import { startStandalone } from './standalone.js';

// This file alone handles signals: Nest's own hooks would end the process before its siblings are closed.
const log = (line: string) => process.stderr.write(`${line}\n`);

const starting = (async () => {
  const config = readConfig(process.env);
  return { ...(await startStandalone(config, log)), host: config.host };
})();
let stopping = false;

function stop(exitCode: number) {
  if (stopping) return;
  stopping = true;
  void starting
    .then((app) => app.stop())
    .then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log(`Samspor did not stop cleanly: ${messageOf(error)}`);
        process.exit(1);
      },
    );
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0));

try {
  const app = await starting;
  void app.failed.then((error) => {
    log(`Samspor stops: ${error.message}`);
    stop(1);
  });
  process.stdout.write(`Samspor is ready on ${listeningOn(app.url, app.host)}\n`);
  if (process.argv.includes('--demo')) await demonstrate(app.url);
} catch (error) {
  log(`Samspor did not start: ${messageOf(error)}`);
  process.exit(1);
}

/** A demonstration that cannot be played is no reason to stop. */
async function demonstrate(url: string): Promise<void> {
  const { playDemo } = await import('#apps/cli/src/demo/play');
  try {
    await playDemo(url, (line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    if (!stopping) log(`The demonstration was not played: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
