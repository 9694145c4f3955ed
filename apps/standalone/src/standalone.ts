import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { composeApi } from '#apps/api/src/compose';
import { createApi } from '#apps/api/src/create-api';
import { startProjectorWorker } from '#apps/projector/src/host';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import type { StandaloneConfig } from './config.js';
import { type DataDir, demonstrationAllowed, openDataDir } from './data-dir.js';
import { demoKeyIn } from './demo-key.js';
import { logFile } from './log-file.js';
import { startPlatform } from './platform.js';
import { assertPortFree, portTaken } from './port.js';
import { seedDemonstration } from './seed.js';

export interface Standalone {
  /** Where the API listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly dataDir: string;
  /** Who has it gets tokens for demonstration; absent where there are none. */
  readonly demoKey?: string;
  /** Resolves when a part ended by itself: nothing can be relied on any more, and the caller should stop. */
  readonly failed: Promise<Error>;
  /** Answers what is under way, then closes everything in the opposite order of its start. */
  stop(): Promise<void>;
}

const nobodyComesIn =
  'Nobody can log in: these data were served with OIDC_ISSUER before, and it is not set now. ' +
  'Demonstration tokens are over for them. Stop, set OIDC_ISSUER again, and start.';

/** Starts all of Samspor on one data folder. Rejects with a sentence for people when something is in the way, and leaves nothing running. */
export async function startStandalone(
  config: StandaloneConfig,
  log: (line: string) => void,
): Promise<Standalone> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).toReversed()) await one();
  };
  try {
    const dataDir = await openDataDir(config.dataDir);
    stops.push(() => dataDir.release());
    await assertPortFree(config);
    return { ...(await startOn(dataDir, config, log, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOn(
  dataDir: DataDir,
  config: StandaloneConfig,
  log: (line: string) => void,
  stops: (() => Promise<unknown>)[],
): Promise<Omit<Standalone, 'stop'>> {
  const platform = await startPlatform(config, log);
  stops.push(() => platform.stop());
  const addresses = {
    eventStoreUrl: platform.eventStoreUrl,
    databaseUrl: platform.databaseUrl,
    vaultDatabaseUrl: platform.vaultDatabaseUrl,
    keyFile: config.keyFile,
  };

  const projector = await startProjectorWorker(addresses, log);
  stops.push(() => projector.stop());
  const store = connectEventStore(platform.eventStoreUrl);
  stops.push(() => store.close());
  const parts = await composeApi({
    ...addresses,
    store,
    // The data folder is held by this process alone, so nobody else takes commands for this log.
    soleWriter: config.eventStoreUrl === undefined,
    reactors: () => projector.reactors(),
    onError: (error) => log(error.message),
  });
  stops.push(() => parts.close());

  const { oidc, searchesPerMinute } = config;
  const demoAllowed =
    demonstrationAllowed(dataDir.path, oidc !== undefined) && !(await parts.vault.provider.stands());
  const demoKey = demoAllowed ? demoKeyIn(dataDir.path) : undefined;
  if (demoAllowed) await seedDemonstration(parts.runner);
  else if (oidc === undefined) log(nobodyComesIn);
  const requests = logFile(join(dataDir.path, 'logs', 'requests.log'));
  const app = await createApi(parts, {
    ...(oidc && { oidc }),
    ...(demoKey !== undefined && { demoKey }),
    ...(searchesPerMinute !== undefined && { searchesPerMinute }),
    log: requests,
  });
  stops.push(() => app.close());
  const url = await listen(app, config);
  await projector.ready;
  const { announcedEventStoreUrl: eventStoreUrl } = platform;
  dataDir.announce({ pid: process.pid, url, ...addresses, eventStoreUrl });

  const projectorFailed = new Promise<Error>((resolve) => projector.onFatal(resolve));
  return {
    url,
    dataDir: dataDir.path,
    ...(demoKey !== undefined && { demoKey }),
    failed: Promise.race([platform.failed, projectorFailed]),
  };
}

async function listen(app: NestFastifyApplication, config: StandaloneConfig): Promise<string> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    throw portTaken(error, config);
  }
  return app.getUrl();
}
