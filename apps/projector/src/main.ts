import { outliveReaders } from '#apps/lost-readers';
import { runUntilSignal } from '#apps/run-until-signal';
import { until } from '#apps/until';
import { configFrom } from './config.js';
import { startProjectorApp } from './start.js';

outliveReaders();
const log = (line: string) => void process.stdout.write(`${line}\n`);

const app = await runUntilSignal('The projector', log, (signal) =>
  until(signal, startProjectorApp(configFrom(process.env), log)),
);
log(`The projector follows the log; health and metrics are at ${app.url}`);
