import { listeningOn } from '#apps/listening';
import { outliveReaders } from '#apps/lost-readers';
import { tellOwnRights } from '#apps/own-rights';
import { runUntilSignal } from '#apps/run-until-signal';
import { until } from '#apps/until';
import { feedConfigFrom } from './config.js';
import { startFeedApp } from './start-app.js';

outliveReaders();
const log = (line: string) => void process.stdout.write(`${line}\n`);

await runUntilSignal('The feed', log, async (signal) => {
  const config = feedConfigFrom(process.env);
  const app = await until(signal, startFeedApp(config, log));
  await tellOwnRights(config.eventStoreUrl, log);
  log(`The feed listens on ${listeningOn(app.url, config.host)}`);
  return app;
});
