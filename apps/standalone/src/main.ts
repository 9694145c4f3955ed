import 'reflect-metadata';
import { listeningOn } from '#apps/listening';
import { outliveReaders } from '#apps/lost-readers';
import { readConfig } from './config.js';
import { type Standalone, startStandalone } from './standalone.js';

// This file alone handles signals: Nest's own hooks would end the process before its siblings are closed.
outliveReaders();
const log = (line: string) => process.stderr.write(`${line}\n`);

const starting = (async () => {
  assertKnown(process.argv.slice(2));
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
  process.stdout.write(`Samspor is ready on ${listeningOn(addressOf(app), app.host)}\n`);
  if (process.argv.includes('--demo')) await demonstrate(app);
} catch (error) {
  log(`Samspor did not start: ${messageOf(error)}`);
  process.exit(1);
}

function assertKnown(flags: readonly string[]): void {
  const unknown = flags.filter((flag) => flag !== '--demo');
  if (unknown.length === 0) return;
  throw new Error(
    `${unknown.join(' ')} means nothing here. There is one flag, --demo; everything else is set in the environment (docs/operations.md).`,
  );
}

/** With the start key behind a #, where a browser keeps it to itself. */
function addressOf({ url, demoKey }: Pick<Standalone, 'url' | 'demoKey'>): string {
  return demoKey === undefined ? url : `${url}/#key=${demoKey}`;
}

/** A demonstration that cannot be played is no reason to stop. */
async function demonstrate({ url, dataDir }: Standalone): Promise<void> {
  const [{ playDemo }, { howToLook }, { readDemoKey }] = await Promise.all([
    import('#apps/cli/src/demo/play'),
    import('#apps/cli/src/demo/look'),
    import('./demo-key.js'),
  ]);
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  try {
    await playDemo({ url, demoKey: () => readDemoKey(dataDir) }, tell);
    tell(howToLook(url, dataDir));
  } catch (error) {
    if (!stopping) log(`The demonstration was not played: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
