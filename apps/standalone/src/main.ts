import 'reflect-metadata';
import { Clock } from '#apps/clock';
import { listeningOn } from '#apps/listening';
import { outliveReaders } from '#apps/lost-readers';
import { runUntilSignal } from '#apps/run-until-signal';
import { readConfig } from './config.js';
import { type Standalone, startStandalone } from './standalone.js';

outliveReaders();
const log = (line: string) => process.stderr.write(`${line}\n`);

const app = await runUntilSignal('Samspor', log, async (signal) => {
  assertKnown(process.argv.slice(2));
  const config = readConfig(process.env);
  return { ...(await startStandalone(config, log, signal)), host: config.host };
});
process.stdout.write(`Samspor is ready on ${listeningOn(addressOf(app), app.host)}\n`);
if (process.argv.includes('--demo')) await demonstrate(app);

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
async function demonstrate({ url, dataDir, isStopping }: Standalone): Promise<void> {
  const [{ playDemo }, { howToLook }, { readDemoKey }] = await Promise.all([
    import('#apps/cli/src/demo/play'),
    import('#apps/cli/src/demo/look'),
    import('./demo-key.js'),
  ]);
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  try {
    const clock = new Clock();
    await playDemo({ url, demoKey: () => readDemoKey(dataDir) }, clock.dayOf(clock.now()), tell);
    tell(howToLook(url, dataDir));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (!isStopping()) log(`The demonstration was not played: ${why}`);
  }
}
