import { outliveReaders } from '#apps/lost-readers';
import { configFrom } from './config.js';
import { startProjectorApp } from './start.js';

outliveReaders();
const log = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const app = await startProjectorApp(configFrom(process.env), log);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= app.stop().then(
      () => log('The projector has stopped'),
      (error: Error) => {
        process.stderr.write(`The projector did not stop cleanly: ${error.message}\n`);
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  log(`The projector follows the log; health and metrics are at ${app.url}`);
} catch (error) {
  process.stderr.write(`The projector did not start: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
