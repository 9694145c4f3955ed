import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { tellOwnRights } from '#apps/own-rights';
import { type HostedProjector, startProjectorWorker } from '#apps/projector/src/host';
import { until } from '#apps/until';
import { connectEventStore } from '#event-sourcing/eventstoredb/index';
import type { StandaloneConfig } from './config.js';
import { type DataDir, demonstrationAllowed, openDataDir } from './data-dir.js';
import { demoKeyIn } from './demo-key.js';
import { logFile } from './log-file.js';
import { type Platform, startPlatform } from './platform.js';
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
  readonly isStopping: () => boolean;
  /** Answers what is under way, then closes everything in the opposite order of its start. Within five seconds, also where a part does not end. */
  stop(): Promise<void>;
}

/** So long API and projector have to end what is under way; then log and databases are closed nevertheless. */
const patienceMs = 3_200;
/** And so long of it clients have whose requests are under way. */
const closeWithinMs = 2_000;

const nobodyComesIn =
  'Nobody can log in: these data were served with OIDC_ISSUER before, and it is not set now. ' +
  'Demonstration tokens are over for them. Stop, set OIDC_ISSUER again, and start.';

/**
 * Starts all of Samspor on one data folder. Rejects with a sentence for people when something is in the way, or with the signal's reason
 * when that fires first, and leaves nothing running.
 */
export async function startStandalone(
  config: StandaloneConfig,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<Standalone> {
  const ground: Stop[] = [];
  const work: Stop[] = [];
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    await Promise.race([stopAll(work), delay(patienceMs, undefined, { ref: false })]);
    await stopAll(ground);
  };
  try {
    const dataDir = await until(signal, openDataDir(config.dataDir));
    ground.push(() => dataDir.release());
    await until(signal, assertPortFree(config));
    dataDir.announce({ pid: process.pid, doing: 'it starts its log and PostgreSQL' });
    const starting = startPlatform(config, log, signal);
    // What works on it is loaded meanwhile.
    const projecting = startProjectorWorker(
      starting.then((platform) => ({
        ...addressesOf(platform, config),
        ...(config.mail && { mail: config.mail }),
        ...(config.letterOutbox !== undefined && { letterOutbox: config.letterOutbox }),
        ...(config.archive && { archive: config.archive }),
      })),
      log,
    );
    projecting.catch(() => {});
    const loading = loadApi();
    loading.catch(() => {});
    const platform = await starting;
    ground.push(() => platform.stop());
    const api = await until(signal, loading);
    const parts = await startOn({ dataDir, platform, projecting, api, config, log, signal, stops: work });
    return { ...parts, isStopping: () => isStopping, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Most of what a start reads from disk. */
async function loadApi() {
  const [{ composeApi }, { createApi }, { startFeedOn }, { FeedModule }] = await Promise.all([
    import('#apps/api/src/compose'),
    import('#apps/api/src/create-api'),
    import('#apps/feed/src/start'),
    import('#apps/feed/src/feed.module'),
  ]);
  return { composeApi, createApi, startFeedOn, FeedModule };
}

const addressesOf = (platform: Platform, { keyFile, documentsDir }: StandaloneConfig) => ({
  eventStoreUrl: platform.eventStoreUrl,
  databaseUrl: platform.databaseUrl,
  vaultDatabaseUrl: platform.vaultDatabaseUrl,
  keyFile,
  documentsDir,
});

type Stop = () => Promise<unknown>;

async function stopAll(stops: Stop[]): Promise<void> {
  for (const one of stops.splice(0).toReversed()) await one();
}

interface Ground {
  readonly dataDir: DataDir;
  readonly platform: Platform;
  readonly projecting: Promise<HostedProjector>;
  readonly api: Awaited<ReturnType<typeof loadApi>>;
  readonly config: StandaloneConfig;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
  readonly stops: Stop[];
}

async function startOn({
  dataDir,
  platform,
  projecting,
  api: { composeApi, createApi, startFeedOn, FeedModule },
  config,
  log,
  signal,
  stops,
}: Ground): Promise<Omit<Standalone, 'stop' | 'isStopping'>> {
  const addresses = addressesOf(platform, config);
  // The command line works on what is there already: whoever has to help a start that does not end needs it most.
  const announced = { pid: process.pid, ...addresses, eventStoreUrl: platform.announcedEventStoreUrl };
  dataDir.announce({ ...announced, doing: 'it opens its log and its vault' });

  const projector = await until(signal, projecting);
  stops.push(() => projector.stop());
  const store = connectEventStore(platform.eventStoreUrl);
  stops.push(() => store.close());
  const composing = composeApi({
    ...addresses,
    databaseUrl: platform.readerDatabaseUrl,
    store,
    // The data folder is held by this process alone, so nobody else takes commands for this log.
    soleWriter: config.eventStoreUrl === undefined,
    reactors: () => projector.reactors(),
    room: platform.room,
    onError: (error) => log(error.message),
  });
  const parts = await until(signal, composing);
  stops.push(() => parts.close());
  if (config.eventStoreUrl !== undefined) await tellOwnRights(config.eventStoreUrl, log);

  const { oidc, personOidc, searchesPerMinute, publicUrl, session } = config;
  const demoAllowed =
    demonstrationAllowed(dataDir.path, oidc !== undefined) &&
    !(await until(signal, parts.vault.provider.stands()));
  const demoKey = demoAllowed ? demoKeyIn(dataDir.path) : undefined;
  if (demoAllowed) await until(signal, seedDemonstration(parts.runner));
  else if (oidc === undefined) log(nobodyComesIn);
  const requests = logFile(join(dataDir.path, 'logs', 'requests.log'));
  const feed = await until(signal, startFeedOn(parts, log, config.webhooks));
  stops.push(() => feed.close());
  const making = createApi(parts, {
    beside: [FeedModule.register(feed, { url: publicUrl })],
    figures: [feed.metrics.registry],
    ...(oidc && { oidc }),
    ...(personOidc && { personOidc }),
    ...(demoKey !== undefined && { demoKey }),
    ...(searchesPerMinute !== undefined && { searchesPerMinute }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(session !== undefined && { session }),
    ...(config.letters !== undefined && { letters: config.letters }),
    hasLetterOutbox: config.letterOutbox !== undefined,
    log: requests,
    closeWithinMs,
  });
  const app = await until(signal, making);
  stops.push(() => app.close());
  const url = await until(signal, listen(app, config));
  dataDir.announce({ ...announced, url, doing: 'it makes its read models' });
  await until(signal, projector.ready);
  dataDir.announce({ ...announced, url });

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
